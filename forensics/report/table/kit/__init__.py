"""What every table is made of: safe text, colours, and texts with their substitutions marked."""
