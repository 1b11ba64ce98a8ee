"""Tracing: fits of the models that ship, and what they find in texts that were not fitted on."""
