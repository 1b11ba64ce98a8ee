"""Words that deny, and words that say the opposite of others by a prefix."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.lang import language

_NEGATION, _SPELLING = language("en").negation, language("en").spelling
_SHORTEST_OPPOSED = 4  # letters: "infer" does not deny "fer"; chosen, not measured


def spelt_out(key: str) -> frozenset[str]:
    """Return the ways to write a contracted word out; a word that is none stands for itself."""
    for short, long in _SPELLING.contracted:
        if key.endswith(short):
            return frozenset((key[: -len(short)] + long,))
    return frozenset(
        key[: -len(short)] + long for short, long in _SPELLING.contracted_endings if key.endswith(short)
    ) or frozenset((key,))


def denies(key: str) -> bool:
    """Tell whether a word is a negation or holds one: not, never, isn't."""
    negations = _NEGATION.negations
    return key in negations or any(part in negations for form in spelt_out(key) for part in form.split())


def changed_negation(keys: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether one of two phrases denies what the other one says.

    A negation counts as gone only when no word that denies took its place.
    """
    if _denied(keys) != _denied(others) and not (set(keys) | set(others)) & _NEGATION.denials:
        return True
    return len(keys) == len(others) == 1 and _opposite(keys[0], others[0])


def _denied(keys: Sequence[str]) -> bool:
    return sum(denies(key) and not _idle(keys, k) for k, key in enumerate(keys)) % 2 == 1


def _idle(keys: Sequence[str], k: int) -> bool:
    """Tell whether a negation takes nothing back: "whether or not", "not only"."""
    return (k > 0 and keys[k - 1] == "or") or (k + 1 < len(keys) and keys[k + 1] in _NEGATION.limited)


def _opposite(x: str, y: str) -> bool:
    short, long = sorted((x, y), key=len)
    return len(short) >= _SHORTEST_OPPOSED and any(long == prefix + short for prefix in _NEGATION.prefixes)
