"""Results as JSON Lines: a finding a line, and a summary last."""
