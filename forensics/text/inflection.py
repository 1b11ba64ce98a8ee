"""Whether two words are forms of one word."""

from __future__ import annotations

from functools import lru_cache

from forensics.lang import language

_SPELLING = language("en").spelling
_IRREGULAR = {form: forms[0] for forms in _SPELLING.irregular for form in forms}


def same_word(x: str, y: str) -> bool:
    """Tell whether two lower-case English words are inflected forms of one word: report, reported, reporting.

    Plurals, possessives, verb forms, comparison and -ly, by their endings; few irregular words are known.
    Stemmers go further and join words of different meaning (organ, organisation), which a comparison may not.
    """
    return not _bases(x).isdisjoint(_bases(y))


@lru_cache(maxsize=200_000)
def _bases(word: str) -> frozenset[str]:
    """Return the words that `word` may be a form of, itself among them."""
    bare = word.removesuffix("'s").removesuffix("'")
    if bare in _IRREGULAR:
        return frozenset((_IRREGULAR[bare],))
    found = {bare}
    if bare.endswith("ies"):
        found.add(bare[:-3] + "y")
    elif bare.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        found |= {bare[:-2], bare[:-1]}
    elif bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        found.add(bare[:-1])
    if bare.endswith("ly"):
        found |= {bare[:-2], bare[:-3] + "y" if bare.endswith("ily") else bare}
    for ending in ("ed", "ing", "er", "est"):
        if bare.endswith(ending):
            found |= _without(bare[: -len(ending)])
    return frozenset(base for base in found if len(base) > 2 or base == bare)


def _without(stem: str) -> set[str]:
    """Return what may have stood before an ending: stopped, moved and tried lose it in different ways."""
    found = {stem, stem + "e"}
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _SPELLING.vowels:
        found.add(stem[:-1])
    if stem.endswith("i"):
        found.add(stem[:-1] + "y")
    return found
