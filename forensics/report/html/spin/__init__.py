"""The page of texts that were read for spinning: what was replaced, and the text that it gives back."""
