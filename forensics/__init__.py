"""Text forensics: near-duplicates, machine synonym-spinning, and where a text comes from."""

__version__ = "0.1.0"
