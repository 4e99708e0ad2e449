"""Runs in threads: the judge, submissions, the person's own tests; what they tell their screen."""
