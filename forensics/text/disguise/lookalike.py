"""Letters of other scripts in Latin words, chosen because they look like Latin ones."""

from __future__ import annotations

import re
from functools import cache

from forensics.text.disguise.characters import lookalikes
from forensics.text.disguise.step import Seen

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_SINGLE_SCRIPT = "\u0370-\u052f\u0531-\u0587"  # words of these alone say that it is a text of theirs
# Greek letters that stand in Latin words by right: of a protein, a frequency, a function.
_SYMBOLS = frozenset("αγικνρστυχ")
# Mixed words that are told; chosen: fewer are slips of a keyboard with two alphabets.
MIXED_TOLD = 3
# Words of another script that are genuine, for each mixed one, above which the text is theirs. Chosen.
GENUINE_MOST = 5
# Small capitals and letters of phonetics: their share of the words from which they are taken for dress. Chosen: an
# example of a pronunciation, a heading, an abbreviation stay below.
DRESSED_SHARE, DRESSED_FROM = 0.3, 3


def lookalike(text: str) -> list[Seen]:
    """Read letters that look like Latin ones as these, in words that are Latin otherwise.

    Where some are, words of look-alikes alone are read so too. A text in the other script is left alone, and so are
    Greek letters that name something.
    """
    if not _trigger().search(text):
        return []
    table = lookalikes()
    mixed: list[tuple[int, int]] = []
    whole: list[tuple[int, int]] = []
    dressed: list[tuple[int, int]] = []
    genuine = evidence = 0
    for m in _words().finditer(text):
        word = m.group()
        odd = [char for char in word if char in table]
        if len(odd) < sum(map(_foreign, word)):
            genuine += not any(map(str.isascii, word))
            continue
        if all(table[char][1] == "latin" for char in odd):
            dressed.append(m.span())
        elif len(odd) == len(word):
            whole.append(m.span())
        else:
            mixed.append(m.span())
            evidence += _telling(word)
    seen = Seen("lookalike")
    if evidence and genuine <= GENUINE_MOST * len(mixed):
        told = mixed + whole if len(mixed) >= MIXED_TOLD else []
        seen.told += told
        seen.changes += _plain(text, told or mixed)
    if len(dressed) >= DRESSED_FROM and len(dressed) >= DRESSED_SHARE * (text.count(" ") + 1):
        seen.told += dressed
        seen.changes += _plain(text, dressed)
    seen.told.sort()
    seen.changes.sort()
    return [seen] if seen.changes else []


def _telling(word: str) -> bool:
    """Tell whether a mixed word is mixed for no reason of its own: a symbol stands at an edge, or among capitals."""
    return any(
        char not in _SYMBOLS or (word[k - 1 : k].islower() and word[k + 1 : k + 2].islower() and k > 0)
        for k, char in enumerate(word)
        if char in lookalikes()
    )


def _foreign(char: str) -> bool:
    return char > "\u024f" and not "\u1e00" <= char <= "\u1eff"


def _plain(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    table = lookalikes()
    return [(k, k + 1, table[text[k]][0]) for word in words for k in range(*word) if text[k] in table]


@cache
def _words() -> re.Pattern[str]:
    """Return what finds words with a letter that is not Latin, or that is out of place."""
    odd = _SINGLE_SCRIPT + "".join(map(re.escape, lookalikes()))
    return re.compile(f"(?<![{_LATIN}{odd}])[{_LATIN}]*+[{odd}][{_LATIN}{odd}]*")


@cache
def _trigger() -> re.Pattern[str]:
    """Return what is found in every text in which there is anything to find: it is fast."""
    table = lookalikes()
    other = "".join(re.escape(char) for char, (_, script) in table.items() if script != "latin")
    latin = "".join(re.escape(char) for char, (_, script) in table.items() if script == "latin")
    return re.compile(f"[A-Za-z][{other}]|[{other}][A-Za-z]|[{latin}]")
