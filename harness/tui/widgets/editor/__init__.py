"""The editor of Python, what it may ask beneath it, and the pane that keeps it like the disk."""
