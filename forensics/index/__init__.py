"""Sources to ask: one interface, and an index that goes with the run behind it."""
