"""The tables of a trace."""
