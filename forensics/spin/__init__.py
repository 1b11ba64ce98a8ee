"""Synonym spinning: found without a reference, named word by word, and undone."""
