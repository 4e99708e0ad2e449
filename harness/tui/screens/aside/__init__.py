"""What opens over a sitting and gives way to it again: hints, versions, differences, own tests."""
