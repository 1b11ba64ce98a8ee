"""What a shingle is: the definition that the kernels compute on whole blocks of texts."""

from __future__ import annotations

import re

from forensics.text.fold import fold

_WORD = re.compile(r"[a-z0-9\x80-\U0010ffff]+")
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def tokens(text: str) -> list[str]:
    """Return the words of `text` as shingles see them: folded letters and digits of any script."""
    return _WORD.findall(fold(text).translate(_LOWER))


def shingles(text: str, length: int) -> set[tuple[str, ...]]:
    """Return the runs of `length` words of `text`; a shorter text is one shingle of its own words, an empty one none.

    (Broder 1997, On the resemblance and containment of documents)
    """
    words = tokens(text)
    if len(words) < length:
        return {tuple(words)} if words else set()
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}
