"""Words without their inflection."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_POSSESSIVE = re.compile(r"'s$|'$")


@cache
def _stemmer() -> Any:  # noqa: ANN401 - nltk carries no types
    from nltk.stem.snowball import SnowballStemmer

    return SnowballStemmer("english")


@lru_cache(maxsize=500_000)
def stem(key: str) -> str:
    """Return the Snowball stem of a lower-case word, its possessive ending dropped (Porter 2001)."""
    bare = _POSSESSIVE.sub("", key)
    return str(_stemmer().stem(bare)) if bare.isascii() else bare
