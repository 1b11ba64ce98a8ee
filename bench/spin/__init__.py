"""Spinning: fits of every weight that ships, and what they find in texts that were not fitted on."""
