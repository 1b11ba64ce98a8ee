"""The tables of a trace: the story of each text."""
