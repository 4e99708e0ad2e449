"""The screens and dialogs, one a file, each with its styles beside it."""
