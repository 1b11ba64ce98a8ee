"""What a source that nobody has is called: after the agency that signs its children, or whom they cite on their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.trace.align.pair import PairComparison
from forensics.trace.extract.outlets import named_at
from forensics.trace.extract.prepare import Prepared
from forensics.trace.provenance.mentions import Mention, mentions
from forensics.trace.result import NamedBy, Side

# Who is told something had the story; who is said to have reported is often only cited along the way. Chosen by that
# order, not measured: families whose source is known are too few (decision 0340).
_VOICES = {"told": 3.0, "quoted": 2.0, "according_to": 1.0, "reported": 1.0}
# A text that says so often that an outlet was told is that outlet's own: of python -m bench.trace.tellings 17 of 17
# texts that say it three times and more, half of those that say it twice and a third of those that do once.
_TOLD_ITS_OWN = 3
_NAMED_BY = 2  # children: one may name whom it likes; chosen, not measured
# One child's credit is the others' as well where so much of their words stands as it has them: chosen, a half.
_PRINTED = 0.5
# A journal has printed the study that a text tells of: that it published the text cannot be said.
_LABELS: Mapping[NamedBy, str] = {
    "credit": "unseen {name} text",
    "cited": "unseen {name} text",
    "journal": "unseen text on a study in {name}",
}
_AGENCIES = language("en").origins.agencies
_SIGNED = ("agency_credit", "byline", "dateline", "credit", "copyright")
_BYLINES = ("byline", "copyright")

Cited = Mapping[str, Sequence[Mention]]
"""Whom each child cites, by its id."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Who a missing source is called after, how its children name them, and where; `outlet` only if they publish."""

    name: str | None = None
    named_by: NamedBy | None = None
    named_in: tuple[Side, ...] = ()
    outlet: str | None = None

    @property
    def label(self) -> str:
        """What the source is called."""
        if self.name is None or self.named_by is None:
            return "unseen text"
        return _LABELS[self.named_by].format(name=self.name)


def naming(children: Sequence[Prepared], comparisons: Sequence[PairComparison]) -> Naming:
    """Return what the source of `children` is called: the agency that signs them, else an outlet that two of them cite
    on their own, else a journal whose study two tell of on their own, else nothing.

    `comparisons` are of the children with each other. What a child has word for word from another says nothing of the
    source, nor does its own outlet, by its record or its byline.
    """
    if signed := _signing(children, comparisons):
        return signed
    cited = {child.id: _foreign(child, comparisons) for child in children}
    if outlet := _outlet(cited, comparisons):
        return Naming(outlet, "cited", _places(cited, outlet), outlet)
    if journal := _journal(cited, comparisons):
        return Naming(journal, "journal", _places(cited, journal))
    return Naming()


def own_outlets(child: Prepared) -> set[str | None]:
    """Return who published a text, by its record and by the lines that its newsroom signs; agencies sign for others."""
    return {child.origin.outlet} | {n for n, _ in _signed(child, _BYLINES) if n not in _AGENCIES}


def told_often(child: Prepared) -> str | None:
    """Return the outlet whose own a text is by how often it says that they were told; None where it hardly does."""
    told = Counter(one.claim.outlet for one in _foreign(child, ()) if one.claim.kind == "told")
    often = [outlet for outlet, n in told.items() if n >= _TOLD_ITS_OWN]
    return min(often, key=lambda outlet: (-told[outlet], outlet), default=None)


def _signing(children: Sequence[Prepared], comparisons: Sequence[PairComparison]) -> Naming | None:
    """Return the agency that signs two of the children, or one whose words the others have."""
    own = {child.origin.outlet for child in children}
    places: dict[str, dict[str, Side]] = {}
    for child in children:
        for agency, side in _signed(child):
            if agency in _AGENCIES and agency not in own:
                places.setdefault(agency, {}).setdefault(child.id, side)
    if not places:
        return None
    agency = min(places, key=lambda name: (-len(places[name]), name))
    signers = places[agency]
    printed = len(places) == 1 and _is_printed(next(iter(signers)), children, comparisons)
    if len(signers) < _NAMED_BY and not printed:
        return None
    return Naming(agency, "credit", tuple(signers.values()), agency)


def _is_printed(signer: str, children: Sequence[Prepared], comparisons: Sequence[PairComparison]) -> bool:
    shares = {one.b.id: one.runs.share_b for one in comparisons if one.a.id == signer}
    shares |= {one.a.id: one.runs.share_a for one in comparisons if one.b.id == signer}
    return all(shares.get(child.id, 0.0) >= _PRINTED for child in children if child.id != signer)


def _foreign(child: Prepared, comparisons: Iterable[PairComparison]) -> list[Mention]:
    """Return whom a child cites, its own outlet and what it copied left out."""
    own = own_outlets(child)
    found = mentions(child, comparisons)
    return [one for one in found if one.how != "copied" and one.claim.outlet not in own]


def _outlet(cited: Cited, comparisons: Iterable[PairComparison]) -> str | None:
    """Return the outlet that the children most say had the story, each with one voice an outlet and kind.

    Two must cite it outside all that they share; or in it, where one says so often who was told that it is theirs.
    """
    fit: set[str] = set()
    for a, b in _pairs(cited, comparisons):
        both = {m.claim.outlet for m in a if not m.journal} & {m.claim.outlet for m in b if not m.journal}
        fit |= {outlet for outlet in both if _on_its_own(a, outlet) and _on_its_own(b, outlet)}
        fit |= {outlet for outlet in both if max(_told(a, outlet), _told(b, outlet)) >= _TOLD_ITS_OWN}
    voices: dict[str, float] = {}
    for some in cited.values():
        for outlet, kind in sorted({(m.claim.outlet, m.claim.kind) for m in some if m.claim.outlet in fit}):
            voices[outlet] = voices.get(outlet, 0.0) + _VOICES[kind]
    return min(voices, key=lambda outlet: (-voices[outlet], outlet), default=None)


def _journal(cited: Cited, comparisons: Iterable[PairComparison]) -> str | None:
    """Return the journal that most children name, two that were compared at least; of several the first by name."""
    named: Counter[str] = Counter()
    for a, b in _pairs(cited, comparisons):
        named.update({m.claim.outlet for m in a if m.journal} & {m.claim.outlet for m in b if m.journal})
    return min(named, key=lambda journal: (-named[journal], journal), default=None)


def _pairs(
    cited: Cited, comparisons: Iterable[PairComparison]
) -> Iterator[tuple[Sequence[Mention], Sequence[Mention]]]:
    """Yield what two children cite that were compared: of others it is not known whether they copied each other."""
    for one in comparisons:
        if one.a.id in cited and one.b.id in cited:
            yield cited[one.a.id], cited[one.b.id]


def _on_its_own(some: Sequence[Mention], outlet: str) -> bool:
    return any(m.claim.outlet == outlet and m.how == "own" for m in some)


def _told(some: Sequence[Mention], outlet: str) -> int:
    return sum(m.claim.outlet == outlet and m.claim.kind == "told" for m in some)


def _places(cited: Cited, name: str) -> tuple[Side, ...]:
    """Return where each child that does cites `name` first."""
    first = {id: next((m.claim for m in some if m.claim.outlet == name), None) for id, some in cited.items()}
    return tuple(Side(id, c.cited_start, c.cited_end) for id, c in first.items() if c is not None)


def _signed(child: Prepared, kinds: Sequence[str] = _SIGNED) -> Iterator[tuple[str, Side]]:
    """Yield the outlets that the lines name with which a newsroom signs, and where."""
    for residue in child.residue:
        if residue.kind in kinds:
            held = [w for w in child.words if residue.start <= w.start < residue.end]
            for at in range(len(held)):
                if (named := named_at(child.text, held, at)) is not None and named.outlet.kind == "media":
                    yield named.outlet.name, Side(child.id, named.start, named.end)
