"""Everything that could have stood where a spinner wrote what we read."""

from __future__ import annotations

from dataclasses import dataclass

from forensics.lexicon import Lexicon, Pair
from forensics.spin.passages import Passage

_PHRASE = 4  # words in the longest phrase of the thesaurus
_KEPT_AS_IS = frozenset(
    "a an the of and to in is was are were be been i you he she it we they his her its their my your our this that"
    " these those not no or if as at by on do does did has had have me him us them who whom whose which what am"
    " one two three four five six seven eight nine ten".split()
)  # the thesauri list odd synonyms for these; only pairs speak about them


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words [start, start + length) of a passage may stand for `original` (keys).

    `pair` is what spinners are known to write; `flags` and `strength` are the thesaurus link's, 0 without one.
    """

    start: int
    length: int
    original: tuple[str, ...]
    pair: Pair | None
    flags: int = 0
    strength: float = 0.0


def from_pairs(passage: Passage, lexicon: Lexicon) -> list[Candidate]:
    """Return the candidates that known pairs give, by position."""
    found: list[Candidate] = []
    keys, joined, total = passage.keys, passage.joined, len(passage.keys)
    for start, key in enumerate(keys):
        longest = lexicon.longest.get(key)
        if longest is None:
            continue
        for length in range(1, min(longest, total - start) + 1):
            if length > 1 and not joined[start + length - 1]:
                break
            for pair in lexicon.pairs.get(keys[start : start + length], ()):
                found.append(Candidate(start, length, pair.original, pair))
    return found


def from_thesaurus(passage: Passage, lexicon: Lexicon) -> list[Candidate]:
    """Return the candidates that thesaurus links give, by position."""
    found: list[Candidate] = []
    keys, joined, total = passage.keys, passage.joined, len(passage.keys)
    for start in range(total):
        for length in range(1, min(_PHRASE, total - start) + 1):
            if length > 1 and not joined[start + length - 1]:
                break
            observed = keys[start : start + length]
            if length == 1 and (observed[0] in _KEPT_AS_IS or passage.named[start]):
                continue
            for link in lexicon.links(observed):
                found.append(Candidate(start, length, link.original, None, link.flags, link.strength))
            if length == 1 and observed[0].endswith("'s"):
                for link in lexicon.links((observed[0][:-2],)):
                    bent = (*link.original[:-1], link.original[-1] + "'s")
                    found.append(Candidate(start, length, bent, None, link.flags, link.strength))
    return found


def gather(passage: Passage, lexicon: Lexicon) -> list[Candidate]:
    """Return all candidates, one for each span and original: a pair carries the flags of its thesaurus link."""
    known = {(c.start, c.length, c.original): c for c in from_pairs(passage, lexicon)}
    for c in from_thesaurus(passage, lexicon):
        key = c.start, c.length, c.original
        pair = known[key].pair if key in known else None
        known[key] = Candidate(c.start, c.length, c.original, pair, c.flags, c.strength)
    return sorted(known.values(), key=lambda c: (c.start, c.length, c.original))
