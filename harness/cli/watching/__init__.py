"""Commands that stay: a file, a sitting or a problem looked at again at every save."""
