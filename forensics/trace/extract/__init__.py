"""What one text says: residue, claims and who made them, facts, names, quotations."""
