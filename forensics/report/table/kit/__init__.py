"""What all tables share: their looks, and texts with marks."""
