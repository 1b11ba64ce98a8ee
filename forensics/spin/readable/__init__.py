"""Whether a text is what spin can judge, the English prose of today: measured on the text, then decided."""
