"""Disguises of a text: seen through before anything is read, told as evidence, and never lost."""
