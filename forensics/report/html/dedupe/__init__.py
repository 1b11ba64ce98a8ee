"""The page of near-duplicates: clusters, and the differences between their members."""
