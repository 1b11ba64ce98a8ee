"""A catalogue of hostile inputs, made by script, each with what is to become of it."""
