"""Dry runs: a problem's tests against its author's own programs, all in one process.

Without the wire and the sandbox a test takes a tenth of the time. A dry run decides nothing that a
candidate could meet otherwise: what it finds amiss is graded again, by the grader itself.
"""
