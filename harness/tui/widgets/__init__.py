"""The parts of the screens, a widget a file."""
