"""Deduplication: exact truth, planted copies, and peers in a process each."""
