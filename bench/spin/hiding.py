"""A lexicon from which pairs are hidden, and what it knows of spinners' habits without them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from forensics.lexicon import Lexicon
from forensics.lexicon.habits import habits
from forensics.lexicon.pairs import SpinnerPair


def without_pairs(lexicon: Lexicon, hidden: Callable[[SpinnerPair], bool]) -> Lexicon:
    """Return the lexicon less the pairs that are hidden."""
    kept = {
        observed: some
        for observed, pairs in lexicon.pairs.items()
        if (some := tuple(pair for pair in pairs if not hidden(pair)))
    }
    counted = habits(kept, lexicon.numbers)
    return replace(
        lexicon, pairs=kept, longest=counted.longest, written=counted.written, replaced=counted.replaced
    )
