"""Near-duplicates: candidate pairs, verified on the texts, clustered, and one of each kept."""
