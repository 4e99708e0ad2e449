"""What a command's line asks for: options that several share, and what they name, opened."""
