"""Texts to measure on: clean ones, revised ones, and what spins them."""
