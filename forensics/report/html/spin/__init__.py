"""The page of spinning."""
