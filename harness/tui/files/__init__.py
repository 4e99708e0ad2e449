"""The files of a sitting as two writers share them, and the person's own editor."""
