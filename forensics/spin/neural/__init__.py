"""With a language model: the decoding's candidates weighed again in their sentences."""
