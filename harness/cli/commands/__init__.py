"""The commands, each the module of its name: its options, and what it runs."""
