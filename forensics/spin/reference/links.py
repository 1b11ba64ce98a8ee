"""What joins an observed phrase to the original that stood in its place."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from forensics.spin.reference.word_pairing import Link
from forensics.text.inflection import same_word
from forensics.text.negations import spelt_out

if TYPE_CHECKING:
    from forensics.lexicon import Lexicon

# Letters of a word that may be respelt, of one that may be by two letters, and those letters. Chosen, not measured: of
# two shorter words that differ so little both are mostly words of their own (grey and gray, but also form and farm).
_SHORTEST_RESPELT = 5
_LONG_WORD = 9
_LETTERS_APART, _LETTERS_APART_OF_LONG = 1, 2


def phrase_links(lexicon: Lexicon | None) -> Link:
    """Return what names the link from an observed phrase to an original one, strongest first.

    "inflection" (forms of one word), "lexicon" (spinners are known to write the one for the other),
    "thesaurus", and "spelling" (the same words written otherwise: contractions, compounds, a letter apart).
    Without a lexicon the middle two are never found.
    """

    @lru_cache(maxsize=200_000)
    def link(observed: tuple[str, ...], original: tuple[str, ...]) -> str | None:
        one_word = len(observed) == len(original) == 1
        if one_word and same_word(observed[0], original[0]):
            return "inflection"
        if _same_words(observed, original):
            return "spelling"
        if lexicon is not None and (known := lexicon.relation(observed, original)):
            return known
        return "spelling" if one_word and _spelt_alike(observed[0], original[0]) else None

    return link


def _same_words(observed: tuple[str, ...], original: tuple[str, ...]) -> bool:
    x, y = " ".join(observed), " ".join(original)
    if x.replace(" ", "").replace("-", "") == y.replace(" ", "").replace("-", ""):
        return True
    return (len(observed) == 1 and y in spelt_out(x)) or (len(original) == 1 and x in spelt_out(y))


def _spelt_alike(x: str, y: str) -> bool:
    """Tell whether two words are one word in two spellings: alike, and the same consonants or nearly so."""
    if min(len(x), len(y)) < _SHORTEST_RESPELT or x[0] != y[0]:
        return False
    from rapidfuzz.distance import OSA

    apart = _LETTERS_APART if len(x) < _LONG_WORD else _LETTERS_APART_OF_LONG
    return OSA.distance(x, y, score_cutoff=apart) <= apart
