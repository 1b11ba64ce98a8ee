"""Names and places: outlets and officials, countries with their demonyms, and other capitalised names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from forensics.lang import language
from forensics.text.annotate import AnnotatedText
from forensics.text.words import Word
from forensics.trace.extract.dates import MONTHS, WEEKDAYS
from forensics.trace.extract.originals import OriginalsOf
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.phrases import Phrases, first_word, name_words
from forensics.trace.result import FactKind

LONGEST_NAME = 8
_ENGLISH = language("en")
_NAMES = _ENGLISH.names
_LABELS = _ENGLISH.counting.labels
_NEVER_NAMES, _TITLES = _NAMES.never_names, _NAMES.titles


@dataclass(frozen=True, slots=True)
class Name:
    """A name at code points [start, end) and words [first, last).

    `sure` unless only a sentence's start, or a title, spells it with a capital; `second` is where the second word
    begins of a run that opens a sentence, whose first word may be no part of the name.
    """

    first: int
    last: int
    start: int
    end: int
    kind: FactKind
    normalised: str
    sure: bool = True
    second: int | None = None


@lru_cache(maxsize=1)
def _places() -> Phrases[tuple[str, str]]:
    rows = (line.partition("\t") for line in _ENGLISH.lines("places.tsv"))
    aliases = ((name, alias) for name, _, others in rows for alias in (name, *others.split("|")) if alias)
    return Phrases(
        aliases,
        openings=lambda named: [first_word(named[1])],
        spelled=lambda named, _: [([w.key for w in name_words(named[1])], named)],
    )


def names(text: str, tokens: Sequence[Word], taken: Sequence[bool], links: OriginalsOf) -> Iterator[Name]:
    """Yield the names among the words of one sentence, leftmost first, leaving out the words `taken` already."""
    title = _is_title(tokens)
    tokens = [_without_suffix(token) for token in tokens]
    index = 0
    while index < len(tokens):
        found = None if taken[index] else _name_at(text, tokens, index, links, title)
        if found is not None and not any(taken[found.first : found.last]):
            yield found
            index = found.last
        else:
            index += 1


def settle(found: Sequence[Name]) -> list[Name]:
    """Return the names of one whole text as it confirms them.

    What only a sentence's start capitalises is a name where it is one elsewhere, or begins with a name that is;
    a surname stands under the full name that the text gives it.
    """
    known = {name.normalised for name in found if name.sure and name.second is None}
    words = {word for whole in known for word in whole.split()}
    opened: list[Name] = []
    for name in found:
        if name.second is not None and name.normalised not in known:
            first, _, rest = name.normalised.partition(" ")
            if first.lower() in _NAMES.openers or (" " in rest and rest in known):
                opened.append(replace(name, start=name.second, normalised=rest))
                continue
            words |= set(name.normalised.split())
        opened.append(name)
    sure = [name for name in opened if name.sure or set(name.normalised.split()) <= words]
    full = _full_names(sure)
    return [replace(name, normalised=full.get(name.normalised, name.normalised)) for name in sure]


def full_names(text: AnnotatedText, links: OriginalsOf) -> Mapping[str, str]:
    """Return for each surname in `text` the full name that it stands for, where there is only one."""
    found: list[Name] = []
    for span in text.sentences:
        tokens = text.bare_words_in(span.start, span.end)
        found += names(text.text, tokens, [False] * len(tokens), links)
    return _full_names(settle(found))


def _full_names(found: Sequence[Name]) -> Mapping[str, str]:
    by_surname: dict[str, set[str]] = {}
    for name in found:
        words = name.normalised.split()
        if name.kind == "name" and name.sure and 2 <= len(words) <= 4:
            by_surname.setdefault(words[-1], set()).add(name.normalised)
    return {surname: min(whole) for surname, whole in by_surname.items() if len(whole) == 1}


def _name_at(text: str, tokens: Sequence[Word], index: int, links: OriginalsOf, title: bool) -> Name | None:
    word = tokens[index]
    if not word.text[0].isupper():
        return None
    place = _place_at(text, tokens, index)
    named = named_at(text, tokens, index, links)
    if place is not None and (named is None or named.last <= place.last):
        return place
    if named is not None and not (
        named.last - named.first == 1 and not _stands_alone(text, tokens, named.first)
    ):
        return Name(index, named.last, named.start, named.end, "name", named.outlet.name)
    return _run_at(text, tokens, index, title)


def _place_at(text: str, tokens: Sequence[Word], index: int) -> Name | None:
    best: Name | None = None
    for hit in _places().at(tokens, index):
        name, alias = hit.payload
        observed = text[tokens[hit.first].start : tokens[hit.last - 1].end]
        if hit.last - hit.first == 1:
            # "US" is a place and "us" is not; "Jordan" after a capitalised name is a surname.
            if alias.isupper() and not observed.isupper():
                continue
            if not _stands_alone(text, tokens, index):
                continue
        if best is None or hit.last > best.last:
            best = Name(hit.first, hit.last, tokens[hit.first].start, tokens[hit.last - 1].end, "place", name)
    return best


def _stands_alone(text: str, tokens: Sequence[Word], index: int) -> bool:
    """Say whether no given name stands right before word `index`."""
    if index == 0:
        return True
    before = tokens[index - 1]
    if not before.text[0].isupper() or text[before.end : tokens[index].start] != " ":
        return True
    return before.key in _NEVER_NAMES or before.key in _TITLES or index == 1 or before.text.isupper()


def _run_at(text: str, tokens: Sequence[Word], index: int, title: bool) -> Name | None:
    if not _capital(tokens, index):
        return None
    last = index + 1
    while last < min(len(tokens), index + LONGEST_NAME):
        gap = text[tokens[last - 1].end : tokens[last].start]
        if gap not in ("", " ", "-", ". ", "\u00a0", "’", "'", ".", "&", " & "):
            break
        if gap == ". " and len(tokens[last - 1].text) > 1:
            break
        if gap in ("", "-") and tokens[last].text.isdigit():
            last += 1  # "MI6", "F-16"
            break
        if _capital(tokens, last) and _place_at(text, tokens, last) is None:
            last += 1
        elif tokens[last].key in _NAMES.joiners and last + 1 < len(tokens) and _capital(tokens, last + 1):
            last += 2
        else:
            break
    while last - index > 1 and tokens[last - 1].key in _NAMES.offices:
        last -= 1
    titles = [i for i in range(index, last - 1) if tokens[i].key in _TITLES and _capital(tokens, i + 1)]
    first = titles[-1] + 1 if titles else index
    if first == last - 1 and (tokens[first].key in _TITLES or len(tokens[first].text) == 1):
        return None
    words = " ".join(text[tokens[first].start : tokens[last - 1].end].split())
    if (
        last == first + 1
        and last < len(tokens)
        and tokens[last].text.isdigit()
        and tokens[first].key in _LABELS
    ):
        return None  # "Type 2 diabetes"
    sure = not title and (index > 0 or last - index > 1)
    second = tokens[first + 1].start if first == index == 0 and last - first > 1 else None
    return Name(index, last, tokens[first].start, tokens[last - 1].end, "name", words, sure, second)


def _without_suffix(word: Word) -> Word:
    """Return the name in an adjective that is made of one: "Zealand" in "New Zealand-based"."""
    bare, _, suffix = word.text.rpartition("-")
    if bare and suffix in _NAMES.suffixes and bare[0].isupper():
        return Word(bare, word.start, word.start + len(bare))
    return word


def _capital(tokens: Sequence[Word], index: int) -> bool:
    word = tokens[index]
    if not word.text[0].isupper() or (word.key in _NEVER_NAMES and word.key not in _NAMES.forms_of_address):
        return False
    return word.key not in MONTHS and word.key not in WEEKDAYS


def _is_title(tokens: Sequence[Word]) -> bool:
    """Say whether a line is set as a title, where capitals say nothing about names."""
    longer = [t for t in tokens[:40] if len(t.text) > 3 and t.text[0].isalpha()]
    return len(longer) >= 3 and sum(t.text[0].isupper() for t in longer) > 0.75 * len(longer)
