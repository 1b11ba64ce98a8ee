"""English as spinners know it: the pairs they write, a thesaurus, and how likely words follow each other."""

from forensics.lexicon.lexicon import Lexicon
from forensics.lexicon.loading import load
from forensics.lexicon.pairs import SpinnerPair, UserPair

__all__ = ["Lexicon", "SpinnerPair", "UserPair", "load"]
