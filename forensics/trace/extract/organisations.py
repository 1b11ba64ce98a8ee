"""Organisations by name: universities, journals, ministries and whatever else issues press releases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.text.words import Word, without_possessive

_ENGLISH = language("en")
_NAMES, _ORIGINS = _ENGLISH.names, _ENGLISH.origins
# Words of a name; the longest that releases sign with have nine, and a headline in capitals has no end.
_LONGEST = 10


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name at code points [start, end); `key` is the same for "University of Bath" and "Bath University"."""

    name: str
    key: frozenset[str]
    start: int
    end: int


def find_organisations(text: str, words: Sequence[Word]) -> list[Organisation]:
    """Return the organisations that `words` of `text` name, in order: capitalised names that hold what such are."""
    found: list[Organisation] = []
    for run in _runs(text, words):
        for name in _parted(run):
            keys = frozenset(without_possessive(word).key for word in name if word.text[0].isupper())
            shouted = all(word.text.isupper() for word in name)  # a headline
            if not shouted and len(keys) > 1 and len(name) <= _LONGEST and keys & _ORIGINS.organisations:
                start, end = name[0].start, without_possessive(name[-1]).end
                found.append(Organisation(" ".join(text[start:end].split()), keys, start, end))
    return found


def _runs(text: str, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Yield stretches of capitalised words, with the small words that names hold between them."""
    run: list[Word] = []
    for word in words:
        touches = bool(run) and text[run[-1].end : word.start] in (" ", " & ", "\n")
        if not touches:
            yield _trimmed(run)
            run = []
        if word.text[0].isupper() or (run and word.key in _ORIGINS.in_organisations):
            run.append(word)
        else:
            yield _trimmed(run)
            run = []
    yield _trimmed(run)


def _trimmed(run: list[Word]) -> list[Word]:
    while run and not run[-1].text[0].isupper():
        run = run[:-1]
    while run and (run[0].key in _NAMES.never_names or run[0].key in _NAMES.titles):
        run = run[1:]
    return run


def _parted(run: list[Word]) -> Iterator[list[Word]]:
    """Yield the names in a stretch: "and" parts them where what such are stands behind it."""
    for at, word in enumerate(run):
        behind = run[at + 1 :]
        if word.key in _ORIGINS.between_organisations and any(
            w.key in _ORIGINS.organisations for w in behind
        ):
            yield _trimmed(run[:at])
            yield from _parted(_trimmed(behind))
            return
    if run:
        yield run
