"""Phrases of page furniture, compiled from a small grammar and recognised spun or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import product
from typing import get_args

from forensics.lang import language
from forensics.text.edits import Edit
from forensics.text.words import Word
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.phrases import Phrases
from forensics.trace.result import ResidueKind

LONGEST_TAIL = 40
"""Furniture ends at most this many words after its phrase; what runs on is prose."""
LONGEST_NAME = 8

_ITEM = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]|(\S+)")


class Scope(Enum):
    """What a phrase fills: any sentence (or line), a line only, or a line that heads a list."""

    SENTENCE = ""
    LINE = "line"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase of the grammar says: its kind, what it fills, and what may follow it."""

    kind: ResidueKind
    scope: Scope
    tail: str  # "" nothing, "..." anything, "<name>" a name
    holds: frozenset[str]  # one of these words is in the tail, unless empty


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of words that is furniture, and the words in it that had to be un-spun."""

    phrase: Phrase
    edits: tuple[Edit, ...]


def match(tokens: Sequence[Word], scope: Scope, links: OriginalsOf) -> Furniture | None:
    """Return what furniture `tokens` are, all the words of one sentence, line or heading."""
    allowed = {scope, Scope.SENTENCE} if scope is Scope.LINE else {scope}
    best: Furniture | None = None
    for hit in _grammar().at(tokens, 0, links):
        if hit.payload.scope not in allowed or not _tail_fits(hit.payload, tokens[hit.last :]):
            continue
        if hit.edits and hit.last == 1:
            continue  # a single word that may have been spun says too little
        if best is None or len(hit.edits) < len(best.edits):
            best = Furniture(hit.payload, hit.edits)
    return best


def _tail_fits(phrase: Phrase, tail: Sequence[Word]) -> bool:
    if not phrase.tail:
        return not tail
    if phrase.tail == "<name>":
        return 0 < len(tail) <= LONGEST_NAME and any(w.text[0].isupper() for w in tail[:2])
    return len(tail) <= LONGEST_TAIL and (not phrase.holds or any(w.key in phrase.holds for w in tail))


@lru_cache(maxsize=1)
def _grammar() -> Phrases[Phrase]:
    rules = [_rule(line) for line in language("en").lines("residue.txt")]
    return Phrases(rules, openings=_Rule.openings, spelled=_Rule.spelled)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line of the grammar: for each part what may stand there, each the words of it, and what that says."""

    parts: tuple[list[tuple[str, ...]], ...]
    phrase: Phrase

    def openings(self) -> Iterator[str]:
        """Yield the words that its phrases begin with; a part that may be left out lets the next one begin."""
        for part in self.parts:
            yield from (words[0] for words in part if words)
            if () not in part:
                return

    def spelled(self, first: str) -> Iterator[tuple[tuple[str, ...], Phrase]]:
        """Yield its phrases that begin with `first`."""
        opening = [words for words in self.parts[0] if not words or words[0] == first]
        for chosen in product(opening, *self.parts[1:]):
            words = tuple(word for some in chosen for word in some)
            if words[:1] == (first,):
                yield words, self.phrase


def _rule(line: str) -> _Rule:
    label, _, pattern = line.partition("\t")
    kind, _, scope = label.partition(" ")
    if kind not in get_args(ResidueKind):
        raise ValueError(f"unknown kind of residue: {line}")
    body, tail, holds = pattern, "", frozenset[str]()
    for mark in ("...", "<name>"):
        if mark in pattern:
            body, _, rest = pattern.partition(mark)
            tail, holds = mark, frozenset(rest.strip(" ()").split("|")) - {""}
    phrase = Phrase(kind, Scope(scope), tail, holds)  # type: ignore[arg-type]
    parts = (
        [tuple(word.removesuffix("'s") for word in some.split()) for some in _alternatives(item)]
        for item in _ITEM.finditer(body)
    )
    return _Rule(tuple(parts), phrase)


def _alternatives(item: re.Match[str]) -> list[str]:
    needed, optional, word = item.groups()
    if word is not None:
        return [word]
    return needed.split("|") if needed is not None else ["", *optional.split("|")]
