"""What is told of a sitting, made of its state: pure functions and plain values, no widgets."""
