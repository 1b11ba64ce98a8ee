"""What a short run costs: processor time in units of importing numpy, which any machine can tell."""
