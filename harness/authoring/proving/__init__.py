"""Is a problem sound? Every check, side by side, and the proof that is kept of them."""
