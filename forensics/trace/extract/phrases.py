"""Fixed phrases looked for word by word, each word read as itself or as what it may have been spun from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from forensics.text.edits import Edit
from forensics.text.words import Word, without_possessive, words
from forensics.trace.extract.originals import OriginalsOf

Payload = TypeVar("Payload")

NUMBER = "#"
"""In a phrase: any number."""
LONGEST_READING = 4
"""A spun reading covers at most this many words ("day by day" for "daily")."""
MOST_STEPS = 2000
"""A walk gives up after this many steps: no real phrase needs them, and hostile text gets no more."""


@dataclass(slots=True)
class _Node(Generic[Payload]):
    children: dict[str, _Node[Payload]] = field(default_factory=dict)
    payloads: list[Payload] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found(Generic[Payload]):
    """A phrase that stands at words [first, last): its payload, and the words that had to be un-spun."""

    first: int
    last: int
    payload: Payload
    edits: tuple[Edit, ...]


Entry = TypeVar("Entry")


class Phrases(Generic[Payload]):
    """A set of phrases, each with a payload, held as a tree of words; a branch grows when its first word is met.

    `entries` are what phrases are made from: `openings` gives the words that an entry's phrases begin with, and
    `spelled` its phrases that begin with a certain one of them, each with its payload.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        openings: Callable[[Entry], Iterable[str]],
        spelled: Callable[[Entry, str], Iterable[tuple[Sequence[str], Payload]]],
    ) -> None:
        self._root: _Node[Payload] = _Node()
        self._waiting: dict[str, list[Entry]] = {}
        self._spelled = spelled
        for entry in entries:
            for word in dict.fromkeys(openings(entry)):
                self._waiting.setdefault(word, []).append(entry)

    def _child(self, node: _Node[Payload], word: str) -> _Node[Payload] | None:
        if node is self._root and word in self._waiting:
            for entry in self._waiting.pop(word):
                for phrase, payload in self._spelled(entry, word):
                    self._add(phrase, payload)
        return node.children.get(word)

    def _add(self, phrase: Sequence[str], payload: Payload) -> None:
        node = self._root
        for word in phrase:
            child = node.children.get(word)
            if child is None:
                child = node.children[word] = _Node()
            node = child
        if payload not in node.payloads:
            node.payloads.append(payload)

    def at(
        self, tokens: Sequence[Word], first: int, originals_of: OriginalsOf | None = None
    ) -> Iterator[Found[Payload]]:
        """Yield every phrase that stands at `tokens[first:]`, as it is or, with `originals_of`, un-spun."""
        steps = 0
        todo: list[tuple[_Node[Payload], int, tuple[Edit, ...]]] = [(self._root, first, ())]
        while todo and steps < MOST_STEPS:
            steps += 1
            node, position, edits = todo.pop()
            for payload in node.payloads:
                yield Found(first, position, payload, edits)
            if position == len(tokens) or not (node.children or node is self._root):
                continue
            word = tokens[position]
            if originals_of is not None:
                todo.extend(
                    (child, last, (*edits, edit))
                    for child, last, edit in self._spun_steps(node, tokens, position, originals_of)
                )
            if word.key[0].isdigit() and (child := self._child(node, NUMBER)) is not None:
                todo.append((child, position + 1, edits))
            if (child := self._child(node, word.key)) is not None:
                todo.append((child, position + 1, edits))

    def _spun_steps(
        self, node: _Node[Payload], tokens: Sequence[Word], position: int, originals_of: OriginalsOf
    ) -> Iterator[tuple[_Node[Payload], int, Edit]]:
        observed = ""
        for last in range(position, min(position + LONGEST_READING, len(tokens))):
            observed = f"{observed} {tokens[last].key}" if observed else tokens[last].key
            for original in originals_of(observed):
                if original == observed or (child := self._descend(node, original.lower().split())) is None:
                    continue
                span = tokens[position : last + 1]
                spelled = " ".join(word.text for word in span)
                edit = Edit(span[0].start, span[-1].end, spelled, cased(original, span))
                yield child, last + 1, edit

    def _descend(self, node: _Node[Payload], path: Sequence[str]) -> _Node[Payload] | None:
        for word in path:
            if (child := self._child(node, word)) is None:
                return None
            node = child
        return node


def name_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of `text[start:end]` without possessive endings, so that "the BBC's" names the BBC."""
    return list(map(without_possessive, words(text, start, end)))


def first_word(phrase: str) -> str:
    """Return the key of the first of a phrase's `name_words`."""
    first, _, _ = phrase.partition(" ")
    if first.isascii() and first.isalpha():
        return first.lower()
    return name_words(phrase)[0].key


def adjoin(text: str, tokens: Sequence[Word], first: int, last: int) -> bool:
    """Say whether nothing but what a name may hold stands between words [first, last)."""
    gaps = (text[tokens[i].end : tokens[i + 1].start] for i in range(first, last - 1))
    return all(len(gap) <= 3 and not set(gap) - set(" \u00a0-‑./&,’'") for gap in gaps)


def cased(original: str, observed: Sequence[Word]) -> str:
    """Return `original` with the case of the words that stand in its place."""
    text = "".join(word.text for word in observed)
    if len(text) > 1 and text.isupper():
        return original.upper()
    return original[:1].upper() + original[1:] if text[:1].isupper() else original
