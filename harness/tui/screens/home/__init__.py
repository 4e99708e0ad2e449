"""Home, where everything begins, and the dialog that starts a sitting."""
