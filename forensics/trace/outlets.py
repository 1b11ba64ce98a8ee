"""Outlets, officials and platforms by name, however a spinner left that name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from forensics.text.words import Word
from forensics.trace.phrases import Found, Phrases, name_words
from forensics.trace.unspin import OriginalsOf, originals_of

OutletKind = Literal["media", "official", "platform"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A cited name: `name` is the canonical one, `spun_from` what was read where words of it were replaced."""

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
    name: str
    kind: OutletKind
    alias: str
    article: bool  # only "the Sun" is the newspaper, never "sun"

    @property
    def length(self) -> int:
        return len(name_words(self.alias))


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    phrases: Phrases[_Entry]
    domains: dict[str, Outlet]


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    entries: list[_Entry] = []
    domains: dict[str, Outlet] = {}
    for line in (files(__package__) / "data" / "outlets.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        kind, name, aliases, sites = (line.split("\t") + ["", ""])[:4]
        assert kind in ("media", "official", "platform"), line
        for alias in [name, *filter(None, aliases.split("|"))]:
            entries.append(_Entry(name, kind, alias.removeprefix("The "), alias.startswith("The ")))  # type: ignore[arg-type]
        for site in filter(None, sites.split("|")):
            domains[site] = Outlet(name, kind)  # type: ignore[arg-type]
    return _Gazetteer(Phrases(([w.key for w in name_words(e.alias)], e) for e in entries), domains)


def resolve(name: str, links: OriginalsOf = originals_of) -> Outlet | None:
    """Return the outlet, official or platform that `name` is, un-spun where `links` can explain the replaced words.

    None where the name is not known, or where un-spinning it would take a guess.
    """
    tokens = name_words(name)
    if tokens and (site := _gazetteer().domains.get(name.strip().lower().removeprefix("www."))):
        return site
    first = 1 if len(tokens) > 1 and tokens[0].key == "the" else 0
    found = [n for n in _named_at(name, tokens, first, links) if n.last == len(tokens)]
    return found[0].outlet if found else None


def of_domain(domain: str) -> Outlet | None:
    """Return the outlet whose site `domain` is."""
    return _gazetteer().domains.get(domain.lower().removeprefix("www."))


def named_at(
    text: str, tokens: Sequence[Word], first: int, links: OriginalsOf = originals_of
) -> Named | None:
    """Return the longest name of an outlet that stands at `tokens[first:]` of `text`, capitalised as names are."""
    if not tokens[first].text[0].isupper() and not tokens[first].text[0].isdigit():
        return None
    return next((n for n in _named_at(text, tokens, first, links) if _looks_like_name(n, tokens)), None)


def _named_at(text: str, tokens: Sequence[Word], first: int, links: OriginalsOf) -> Iterator[Named]:
    if first >= len(tokens):
        return
    article = first > 0 and tokens[first - 1].key == "the"
    found = [
        hit
        for hit in _gazetteer().phrases.at(tokens, first, links)
        if _acceptable(hit, tokens, article) and _unbroken(text, tokens, hit)
    ]
    # Names as they stand before un-spun ones of the same length; then the alphabet, so that no order of data decides.
    for hit in sorted(found, key=lambda h: (-h.last, len(h.edits), h.payload.name)):
        start, end = tokens[hit.first].start, tokens[hit.last - 1].end
        spun = text[start:end] if hit.edits else None
        yield Named(hit.first, hit.last, start, end, Outlet(hit.payload.name, hit.payload.kind, spun))


def _acceptable(hit: Found[_Entry], tokens: Sequence[Word], article: bool) -> bool:
    entry, observed = hit.payload, tokens[hit.first : hit.last]
    if entry.article and not article:
        return False
    if len(observed) == 1 and not hit.edits:
        text = observed[0].text
        return text == entry.alias if entry.alias.isupper() else text[0].isupper()
    if entry.length == 1:
        # One replaced word is a name only where something else says so: the article of "The Solar", or a platform.
        return observed[0].text[0].isupper() and (entry.article or entry.kind == "platform")
    return len(hit.edits) <= max(2, (entry.length + 1) // 2)


def _unbroken(text: str, tokens: Sequence[Word], hit: Found[_Entry]) -> bool:
    """Say whether nothing but what a name may hold stands between its words."""
    gaps = (text[tokens[i].end : tokens[i + 1].start] for i in range(hit.first, hit.last - 1))
    return all(len(gap) <= 3 and not set(gap) - set(" \u00a0-./&,’'") for gap in gaps)


def _looks_like_name(named: Named, tokens: Sequence[Word]) -> bool:
    last = tokens[named.last - 1].text
    return last[0].isupper() or last[0].isdigit() or len(last) > 3
