"""What to learn from a sitting: remarks, what they rest on, and the reference beside one's own."""
