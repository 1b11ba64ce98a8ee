"""What follows from all pairs: missing sources, what they held, and the graph."""
