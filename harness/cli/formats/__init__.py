"""Reports and proofs in the formats that other programs read."""
