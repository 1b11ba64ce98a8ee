"""Outlets, officials and platforms by name, however a spinner left that name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from forensics.lang import language
from forensics.text.words import Word
from forensics.trace.extract.journals import journal_end
from forensics.trace.extract.originals import OriginalsOf, originals_of
from forensics.trace.extract.phrases import Found, Phrases, adjoin, first_word, name_words

OutletKind = Literal["media", "official", "platform"]

_ENGLISH = language("en")
_NAMES = _ENGLISH.names
LONGEST_UNLISTED = 5
LONGEST_SITE = 4
"""Words of an address: "bbc.co.uk"."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A cited name: `name` is the canonical one, `spun_from` what was read where words had been replaced."""

    name: str
    kind: OutletKind
    spun_from: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """Where a text names an outlet: code points [start, end), words [first, last) of those looked at."""

    first: int
    last: int
    start: int
    end: int
    outlet: Outlet


@dataclass(frozen=True, slots=True)
class _Entry:
    """One way to write a name; `article` says that it needs one ("the Sun"), `word` that it is a word of its own."""

    name: str
    kind: OutletKind
    alias: str
    article: bool
    word: bool
    length: int


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    phrases: Phrases[_Entry]
    domains: dict[str, Outlet]


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    aliases: list[tuple[str, OutletKind, str]] = []
    domains: dict[str, Outlet] = {}
    for line in _ENGLISH.lines("outlets.tsv"):
        fields, name, others, sites = [*line.split("\t"), "", ""][:4]
        kind = cast(OutletKind, fields)
        aliases += [(name, kind, alias) for alias in [name, *filter(None, others.split("|"))]]
        domains |= {site: Outlet(name, kind) for site in filter(None, sites.split("|"))}
    phrases = Phrases(
        aliases,
        openings=lambda entry: [first_word(entry[2].removeprefix("The "))],
        spelled=lambda entry, _: [_entry(*entry)],
    )
    return _Gazetteer(phrases, domains)


def _entry(name: str, kind: OutletKind, alias: str) -> tuple[Sequence[str], _Entry]:
    bare = alias.removeprefix("The ")
    keys = [word.key for word in name_words(bare)]
    word = len(keys) == 1 and (name.startswith("The ") or name.endswith(f" {bare}"))
    return keys, _Entry(name, kind, bare, bare != alias, word, len(keys))


def resolve(name: str, links: OriginalsOf = originals_of) -> Outlet | None:
    """Return the outlet, official or platform that `name` is, un-spun where `links` explain the replaced words.

    None where the name is not known, or where un-spinning it would take a guess.
    """
    if (site := of_domain(name.strip())) is not None:
        return site
    tokens = name_words(name)
    first = 1 if len(tokens) > 1 and tokens[0].key == "the" else 0
    return next((n.outlet for n in _listed(name, tokens, first, links) if n.last == len(tokens)), None)


def of_domain(domain: str) -> Outlet | None:
    """Return the outlet whose site `domain` is."""
    return _gazetteer().domains.get(domain.lower().removeprefix("www."))


def named_at(
    text: str, tokens: Sequence[Word], first: int, links: OriginalsOf = originals_of
) -> Named | None:
    """Return the longest name of an outlet that stands at `tokens[first:]` of `text`, capitalised as names are.

    An outlet that is not listed is known by the last word of its name ("the Kathmandu Herald").
    """
    if not tokens[first].text[0].isupper():
        return None
    listed = next((n for n in _listed(text, tokens, first, links) if _is_spelled_as_name(n, tokens)), None)
    others = (
        _unlisted(text, tokens, first, links),
        _site(text, tokens, first),
        _journal(text, tokens, first),
    )
    unlisted = max(filter(None, others), key=lambda named: named.last, default=None)
    if listed is not None and (unlisted is None or unlisted.last <= listed.last):
        return listed
    return unlisted


def _site(text: str, tokens: Sequence[Word], first: int) -> Named | None:
    """Return the outlet whose site is named by its address, as in "told FoxNews.com"."""
    if text[tokens[first].end : tokens[first].end + 1] != ".":
        return None
    for last in range(min(len(tokens), first + LONGEST_SITE), first + 1, -1):
        address = text[tokens[first].start : tokens[last - 1].end]
        outlet = of_domain(address) if "." in address else None
        if outlet is not None:
            return _named(text, tokens, first, last, outlet.name, outlet.kind, spun=False)
    return None


def _journal(text: str, tokens: Sequence[Word], first: int) -> Named | None:
    last = journal_end(text, tokens, first)
    if last is None:
        return None
    name = " ".join(text[tokens[first].start : tokens[last - 1].end].split())
    return _named(text, tokens, first, last, name, "media", spun=False)


def _listed(text: str, tokens: Sequence[Word], first: int, links: OriginalsOf) -> Iterator[Named]:
    if first >= len(tokens):
        return
    found = [
        hit
        for hit in _gazetteer().phrases.at(tokens, first, links)
        if _acceptable(hit, tokens) and adjoin(text, tokens, hit.first, hit.last)
    ]
    # Names as they stand before un-spun ones of the same length; then the alphabet, so that no order decides.
    for hit in sorted(found, key=lambda h: (-h.last, len(h.edits), h.payload.name)):
        entry = hit.payload
        yield _named(text, tokens, hit.first, hit.last, entry.name, entry.kind, spun=bool(hit.edits))


def _named(
    text: str, tokens: Sequence[Word], first: int, last: int, name: str, kind: OutletKind, *, spun: bool
) -> Named:
    start, end = tokens[first].start, tokens[last - 1].end
    return Named(
        first, last, start, end, Outlet(name, kind, " ".join(text[start:end].split()) if spun else None)
    )


def _acceptable(hit: Found[_Entry], tokens: Sequence[Word]) -> bool:
    entry, observed = hit.payload, tokens[hit.first : hit.last]
    article = hit.first > 0 and tokens[hit.first - 1].key == "the"
    if entry.article and not article:
        return False
    if entry.word and not (_ends_name(tokens, hit.last) and (article or _begins_name(tokens, hit.first))):
        return False
    if len(observed) == 1 and not hit.edits:
        text = observed[0].text
        return text == entry.alias if entry.alias.isupper() else text[0].isupper()
    if entry.length == 1:
        # One replaced word is a name only where something else says so: the article, or a platform.
        return observed[0].text[0].isupper() and ((entry.word and article) or entry.kind == "platform")
    if hit.edits and not (_begins_spun(tokens, hit.first) and _ends_spun(tokens, hit.last)):
        return False
    return len(hit.edits) <= max(2, (entry.length + 1) // 2)


def _begins_name(tokens: Sequence[Word], first: int) -> bool:
    """Say whether no longer name seems to end at word `first`, as "Sunday Telegraph" does."""
    return first == 0 or not tokens[first - 1].text[0].isupper() or not _touch(tokens, first)


def _begins_spun(tokens: Sequence[Word], first: int) -> bool:
    """Say whether a spun name may begin at word `first`: a longer real one, "Family Justice Division", may not."""
    return _begins_name(tokens, first) or first == 1 or tokens[first - 1].text.isupper()


def _ends_spun(tokens: Sequence[Word], last: int) -> bool:
    return last >= len(tokens) or not tokens[last].text[0].isupper() or not _touch(tokens, last)


def _ends_name(tokens: Sequence[Word], last: int) -> bool:
    if last >= len(tokens) or not _touch(tokens, last):
        return True
    return tokens[last].key in _NAMES.after_outlets and not tokens[last].text[0].isupper()


def _touch(tokens: Sequence[Word], index: int) -> bool:
    return tokens[index].start - tokens[index - 1].end <= 1


def _is_spelled_as_name(named: Named, tokens: Sequence[Word]) -> bool:
    last = tokens[named.last - 1].text
    return last[0].isupper() or last[0].isdigit() or len(last) > 3


def _unlisted(text: str, tokens: Sequence[Word], first: int, links: OriginalsOf) -> Named | None:
    article = first > 0 and tokens[first - 1].key == "the"
    closing = _NAMES.last_words_after_article if article else _NAMES.last_words
    best: Named | None = None
    for last in range(first + 2, min(len(tokens), first + LONGEST_UNLISTED) + 1):
        word = tokens[last - 1]
        if not word.text[0].isupper() or text[tokens[last - 2].end : word.start] != " ":
            break
        name = text[tokens[first].start : word.end]
        if word.key in closing and tokens[first].key not in _NAMES.not_names:
            best = _named(text, tokens, first, last, name, "media", spun=False)
        elif article and (originals := sorted(_NAMES.spun_last_words.intersection(links(word.key)))):
            original = name[: -len(word.text)] + originals[0].capitalize()
            best = _named(text, tokens, first, last, original, "media", spun=True)
    return best if best is None or not best.outlet.spun_from or _ends_spun(tokens, best.last) else None
