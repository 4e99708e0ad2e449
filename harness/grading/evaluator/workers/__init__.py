"""The confined processes that run submissions, seen from the trusted side."""
