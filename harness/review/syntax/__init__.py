"""Syntax: a version of ``solution.py`` taken apart into definitions and statements."""
