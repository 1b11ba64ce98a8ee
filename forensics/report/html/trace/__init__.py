"""The page of a trace: where each text comes from, and both texts of a pair side by side."""
