"""What a number counts: the noun after it, or what befell those it counts."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.lang import language
from forensics.text.words import Word

_COUNTING = language("en").counting
STATES = {word: state for state, words in _COUNTING.states.items() for word in words}
LOOKAHEAD = 6
"""Words between a number and what it counts."""


def counted_at(text: str, tokens: Sequence[Word], index: int) -> tuple[str, int]:
    """Return what the number before word `index` counts, and the index after the words that say so.

    "11,000 North Korean troops" counts troops, "1,000 have died" those killed; ("", index) where nothing is known.
    """
    for position in range(index, min(index + LOOKAHEAD, len(tokens))):
        token = tokens[position]
        if text[tokens[position - 1].end : token.start] not in (" ", "-", "\u00a0", "‑"):
            break
        if token.key in STATES:
            return _state(text, tokens, position)
        if token.text[0].isdigit():
            break
        if token.key in _COUNTING.passed_over or token.text[0].isupper():
            continue
        if is_plural(token.key):
            return _befallen(text, tokens, position + 1) or (
                _COUNTING.same.get(token.key, singular(token.key)),
                position + 1,
            )
        if token.key in _COUNTING.stoppers:
            break
    return "", index


def _befallen(text: str, tokens: Sequence[Word], index: int) -> tuple[str, int] | None:
    """Return what befell those who are counted before word `index`: "troops have been killed"."""
    for position in range(index, min(index + LOOKAHEAD, len(tokens))):
        if text[tokens[position - 1].end : tokens[position].start] != " ":
            break
        if tokens[position].key in STATES:
            return _state(text, tokens, position)
        if tokens[position].key not in _COUNTING.happened:
            break
    return None


def _state(text: str, tokens: Sequence[Word], index: int) -> tuple[str, int]:
    """Return the state that word `index` tells; "killed or injured" is one of its own, not that of its first word."""
    state, last = STATES[tokens[index].key], index + 3
    if last <= len(tokens) and tokens[index + 1].key in _COUNTING.joins:
        other = STATES.get(tokens[index + 2].key)
        if other not in (None, state) and text[tokens[index].end : tokens[index + 2].start].count(" ") == 2:
            return f"{state} or {other}", last
    return state, index + 1


def is_plural(key: str) -> bool:
    """Say whether `key` reads as the plural of a noun."""
    if key in _COUNTING.plurals:
        return True
    ends = len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is", "'s"))
    return ends and key not in _COUNTING.no_plurals


def singular(key: str) -> str:
    """Return the one form by which the counted noun `key` is compared."""
    if key in _COUNTING.plurals:
        return key
    if key.endswith("ies") and len(key) > 4:
        return key[:-3] + "y"
    if key.endswith(("sses", "shes", "ches", "xes", "zes")):
        return key[:-2]
    return key[:-1]
