"""Sketches: MinHash signatures, bands and set overlaps, in C and in numpy with the same bytes."""
