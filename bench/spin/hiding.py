"""A lexicon from which pairs are hidden, and what it knows of spinners' habits without them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace

from forensics.lexicon import Lexicon
from forensics.lexicon.habits import habits
from forensics.lexicon.pairs import SpinnerPair
from forensics.text.stems import stem

HIDDEN = 0.35  # of a family's pairs


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


def hidden_head(original: str, salt: str = "") -> bool:
    """Tell whether pairs for this original (as written) are kept from a lexicon: HIDDEN of all head words are.

    No inflection and no phrase gives them away. Another `salt` hides others, to fit on.
    """
    head = stem(original.lower().split()[-1])
    return hashlib.sha256((salt + head).encode()).digest()[0] < HIDDEN * 256
