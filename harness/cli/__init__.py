"""The commands: one small module each; the screens are opened only when asked."""
