"""A store that a team shares: known documents in a Redis database, found by their band keys."""
