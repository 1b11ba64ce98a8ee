"""The rules of the English Snowball stemmer, for words that no table lists; nltk is the definition.

Source: Porter, "Snowball: a language for stemming algorithms" (2001), the English stemmer; where nltk's departs from
it (what is left of R2 once an ending that reaches beyond it is replaced), this does as nltk does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_VOWELS = frozenset("aeiouy")  # Y is the consonant, as in youth and boyish
_APOSTROPHES = str.maketrans("’‘‛", "'''")
_CONSONANT_Y = re.compile("(^|[aeiouy])y")
_REGION = re.compile("[aeiouy][^aeiouy]")
_LONG_OPENINGS = re.compile(
    "gener|commun|arsen"
)  # R1 begins after these, so that general and generous stay apart

_IRREGULAR = dict(
    pair.split(":")
    for pair in """skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli
    only:onli singly:singl innings:inning outings:outing cannings:canning herrings:herring earrings:earring""".split()
)
_IRREGULAR |= {
    word: word
    for word in "sky news howe atlas cosmos bias andes inning outing canning herring earring".split()
}
_IRREGULAR |= {
    word + ending: word for word in ("proceed", "exceed", "succeed") for ending in ("", "s", "ed", "ing")
}

# Endings of each step, the first that fits decides: ending, letters that go, letters that come, and what then is left
# of an R2 shorter than the ending.
_Rule = tuple[str, int, str, int]
_STEP_2: Sequence[_Rule] = (
    ("ization", 7, "ize", 0),
    ("ational", 7, "ate", 1),
    ("fulness", 4, "", 0),
    ("ousness", 7, "ous", 0),
    ("iveness", 7, "ive", 1),
    ("tional", 2, "", 0),
    ("biliti", 6, "ble", 0),
    ("lessli", 2, "", 0),
    ("entli", 2, "", 0),
    ("ation", 5, "ate", 1),
    ("alism", 5, "al", 0),
    ("aliti", 5, "al", 0),
    ("ousli", 5, "ous", 0),
    ("iviti", 5, "ive", 1),
    ("fulli", 2, "", 0),
    ("enci", 1, "e", 0),
    ("anci", 1, "e", 0),
    ("abli", 1, "e", 0),
    ("izer", 4, "ize", 0),
    ("ator", 4, "ate", 1),
    ("alli", 4, "al", 0),
    ("bli", 3, "ble", 0),
    ("ogi", 1, "", 0),
    ("li", 2, "", 0),
)
_STEP_3: Sequence[_Rule] = (
    ("ational", 7, "ate", 0),
    ("tional", 2, "", 0),
    ("alize", 3, "", 0),
    ("icate", 5, "ic", 0),
    ("iciti", 5, "ic", 0),
    ("ative", 5, "", 0),
    ("ical", 4, "ic", 0),
    ("ness", 4, "", 0),
    ("ful", 3, "", 0),
)
_STEP_4 = "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split()
_BEFORE = {"ogi": "l", "li": "cdeghkmnrt", "ion": "st"}  # the letters that these endings must follow
_DOUBLE = ("bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt")


def stem(word: str) -> str:
    """Return the stem of any word, as nltk's stemmer gives it."""
    word = word.lower()
    if len(word) <= 2:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    word = _CONSONANT_Y.sub(r"\1Y", word.translate(_APOSTROPHES).removeprefix("'"))
    first = _LONG_OPENINGS.match(word) or _REGION.search(word)
    r1 = len(word) - first.end() if first else 0
    second = _REGION.search(word, first.end()) if first else None
    r2 = len(word) - second.end() if second else 0
    return _Stemming(word, r1, r2).stem()


class _Stemming:
    """A word on its way, and how many of its last letters its regions R1 and R2 hold."""

    __slots__ = ("r1", "r2", "word")

    def __init__(self, word: str, r1: int, r2: int) -> None:
        self.word, self.r1, self.r2 = word, r1, r2

    def stem(self) -> str:
        """Take the endings off, step by step."""
        self._possessives_and_plurals()
        self._past_and_participles()
        word = self.word
        if len(word) > 2 and word[-1] in "yY" and word[-2] not in _VOWELS:
            self.word = word[:-1] + "i"
        self._derived(_STEP_2)
        self._derived(_STEP_3)
        ending = next((e for e in _STEP_4 if self.word.endswith(e)), "")
        if ending and self._allowed(ending, self.r2):
            self._replace(len(ending))
        return self._last_letter().replace("Y", "y")

    def _replace(self, gone: int, come: str = "", left: int = 0) -> None:
        """Put `come` for the last `gone` letters; a region that is shorter than those has `left` letters then."""
        self.word = self.word[: len(self.word) - gone] + come
        self.r1 = self.r1 - gone + len(come) if self.r1 >= gone else 0
        self.r2 = self.r2 - gone + len(come) if self.r2 >= gone else left

    def _allowed(self, ending: str, region: int) -> bool:
        before = _BEFORE.get(ending)
        return region >= len(ending) and (before is None or self.word[-len(ending) - 1] in before)

    def _possessives_and_plurals(self) -> None:
        ending = next((e for e in ("'s'", "'s", "'") if self.word.endswith(e)), "")
        self._replace(len(ending))
        word = self.word
        if word.endswith("sses"):
            self._replace(2)
        elif word.endswith(("ied", "ies")):
            self._replace(2 if len(word) > 4 else 1)
        elif word.endswith("s") and not word.endswith(("us", "ss")) and not _VOWELS.isdisjoint(word[:-2]):
            self._replace(1)

    def _past_and_participles(self) -> None:
        word = self.word
        ending = next((e for e in ("eedly", "ingly", "edly", "eed", "ing", "ed") if word.endswith(e)), "")
        if ending in ("eedly", "eed"):
            if self.r1 >= len(ending):
                self._replace(len(ending), "ee")
        elif ending and not _VOWELS.isdisjoint(word[: -len(ending)]):
            self._replace(len(ending))
            word = self.word
            if word.endswith(("at", "bl", "iz")):
                self.word += "e"
                self.r1 += 1
                self.r2 += len(word) > 4 or self.r1 >= 3
            elif word.endswith(_DOUBLE):
                self._replace(1)
            elif not self.r1 and _is_short(word):
                self.word += "e"

    def _derived(self, rules: Sequence[_Rule]) -> None:
        for ending, gone, come, left in rules:
            if self.word.endswith(ending):
                region = min(self.r1, self.r2) if ending == "ative" else self.r1
                if self._allowed(ending, region):
                    self._replace(gone, come, left)
                return

    def _last_letter(self) -> str:
        word = self.word
        if self.r2 and word.endswith("ll"):
            return word[:-1]
        if word.endswith("e") and (self.r2 or (self.r1 and len(word) >= 4 and not _is_short(word[-4:-1]))):
            return word[:-1]
        return word


def _is_short(word: str) -> bool:
    """Tell whether a word ends in a short syllable: hop, but not hoop, how or hoy; at, but not bat's at."""
    if len(word) == 2:
        return word[0] in _VOWELS and word[1] not in _VOWELS
    return (
        len(word) > 2
        and word[-3] not in _VOWELS
        and word[-2] in _VOWELS
        and word[-1] not in _VOWELS
        and word[-1] not in "wxY"
    )
