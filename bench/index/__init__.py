"""What an index on disk stands: kills, damage, readers beside a writer, and growth."""
