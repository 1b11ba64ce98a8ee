"""Two texts side by side: which passages match, and how they were rewritten."""
