"""A timed attempt: events, the state folded from them, clock, score and store."""
