"""A class on the command line: graded, and graded again after its problem changed."""
