"""A sitting at work, and overtime after it."""
