"""From evidence to a verdict on a pair: its figures, its relation, its direction, its limits."""
