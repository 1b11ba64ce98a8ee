"""With the original at hand: word by word, what replaced what."""
