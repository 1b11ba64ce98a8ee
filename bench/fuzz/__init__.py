"""Fuzzing: laws that must hold for any input, and engines that look for inputs that break them."""
