"""Names of journals, which no list could hold: "the Annals of Botany", "BMC Nursing", "the journal Gut"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from forensics.lang import language
from forensics.text.words import Word

LONGEST = 12
"""Words of such a name."""
LONGEST_OPENING = 4
"""Words before the "of" of "the American Journal of ..."."""

_NAMES = language("en").names
_JOURNALS = language("en").journals


def journal_end(text: str, tokens: Sequence[Word], first: int) -> int | None:
    """Return the word at which the name of a journal ends that begins at `tokens[first]`; None for none.

    One is known by a word such as "journal" right before it, by "Annals of" and the like within it, or by the house
    that it comes from and a capitalised word behind that.
    """
    if not _capital(tokens, first):
        return None
    if first > 0 and tokens[first - 1].key in _JOURNALS.before and _adjoin(text, tokens, first):
        return _run_end(text, tokens, first)
    if tokens[first].key in _JOURNALS.houses:
        last = _run_end(text, tokens, first)
        return last if last > first + 1 and tokens[first + 1].key not in _JOURNALS.no_titles else None
    for index in range(first, min(first + LONGEST_OPENING, len(tokens) - 2)):
        if index > first and (not _capital(tokens, index) or not _adjoin(text, tokens, index)):
            return None
        if tokens[index].key in _JOURNALS.collections and tokens[index + 1].key in _JOURNALS.joints:
            last = _run_end(text, tokens, index)
            return last if last > index + 2 else None
    return None


def is_journal(name: str, before: str) -> bool:
    """Say whether a cited `name` is that of a journal; `before` is the text that ends where the name begins."""
    if name in _JOURNALS.listed:
        return True
    words = [word.lower() for word in name.split()]
    opening = before.lower().split()[-1:]
    if words[0] == "the":
        words = words[1:]
    return (
        bool(_JOURNALS.before.intersection(opening))
        or words[0] in _JOURNALS.houses
        or any(a in _JOURNALS.collections and b in _JOURNALS.joints for a, b in pairwise(words))
    )


def _run_end(text: str, tokens: Sequence[Word], first: int) -> int:
    """Return where a run of capitals ends, the small words between them and the commas of a series included."""
    last = first + 1
    while last < min(len(tokens), first + LONGEST):
        nearest = last
        while nearest < last + 2 and nearest < len(tokens) and tokens[nearest].key in _JOURNALS.inside:
            nearest += 1
        if not _capital(tokens, nearest) or not all(
            _adjoin(text, tokens, k) for k in range(last + 1, nearest + 1)
        ):
            break
        if not _adjoin(text, tokens, last) and not _in_series(text, tokens, last):
            break
        last = nearest + 1
    return last


def _in_series(text: str, tokens: Sequence[Word], index: int) -> bool:
    """Say whether the comma before word `index` is that of "Neurology, Neurosurgery and Psychiatry"."""
    if text[tokens[index - 1].end : tokens[index].start] != ", " or tokens[index - 1].key in _JOURNALS.inside:
        return False
    for k in range(index + 1, min(index + 4, len(tokens) - 1)):
        if tokens[k].key == _JOURNALS.last_joint:
            return _capital(tokens, k + 1) and all(_adjoin(text, tokens, n) for n in range(index + 1, k + 2))
    return False


def _capital(tokens: Sequence[Word], index: int) -> bool:
    if index >= len(tokens):
        return False
    word = tokens[index]
    return word.text[0].isupper() and word.key not in _NAMES.never_names


def _adjoin(text: str, tokens: Sequence[Word], index: int) -> bool:
    return text[tokens[index - 1].end : tokens[index].start] in (" ", "-", " & ", "\u00a0")
