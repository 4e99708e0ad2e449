"""What may open over any screen: questions, notices, help, and the letters to jump by."""
