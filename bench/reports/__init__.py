"""Reports: how fast they open."""
