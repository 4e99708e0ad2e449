"""What the tests said: the list, one test in full, and what differs in it."""
