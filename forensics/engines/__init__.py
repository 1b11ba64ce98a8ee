"""Where work runs: one interface, and this machine's threads behind it."""
