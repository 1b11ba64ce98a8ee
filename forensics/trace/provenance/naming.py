"""What a source that nobody has is called: after the agency, outlet, organisation or speaker its children name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.trace.extract.organisations import find_organisations
from forensics.trace.extract.outlets import named_at, resolve
from forensics.trace.extract.prepare import Prepared
from forensics.trace.result import NamedBy, Side

# Who is told something had the story; who is said to have reported is often only cited along the way. Chosen by that
# order, not measured: families whose source is known are too few (decision 0313).
_VOICES = {"told": 3.0, "quoted": 2.0, "according_to": 1.0, "reported": 1.0}
_NAMED_BY = 2  # children: one may name whom it likes; chosen, not measured
# An organisation or speaker is whom a text is about: that it published the text cannot be said.
_LABELS: Mapping[NamedBy, str] = {
    "credit": "unseen {name} text",
    "cited": "unseen {name} text",
    "organisation": "unseen text that tells of {name}",
    "speaker": "unseen text that quotes {name}",
}
_AGENCIES = language("en").origins.agencies
_SIGNED = ("agency_credit", "byline", "dateline", "credit", "copyright")
_BYLINES = ("byline", "copyright")


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


def naming(children: Sequence[Prepared]) -> Naming:
    """Return what two children at least name: the agency that signs, else an outlet that is cited, else an
    organisation, else somebody who is quoted. A child's own outlet, by its record or its byline, names nobody.
    """
    signed = _most(children, lambda child: [(n, n, s) for n, s in _signed(child) if n in _AGENCIES])
    if signed:
        return Naming(signed[0], "credit", signed[1], signed[0])
    if outlet := cited_outlet(children):
        return Naming(outlet, "cited", _cited(children, outlet), outlet)
    for how, named in (("organisation", _organisations), ("speaker", _speakers)):
        if found := _most(children, named):
            return Naming(found[0], "organisation" if how == "organisation" else "speaker", found[1])
    return Naming()


def cited_outlet(children: Sequence[Prepared]) -> str | None:
    """Return the outlet that the children most say had the story, each with one voice an outlet and kind.

    Of a family, only an outlet that two children name; officials and platforms publish no articles.
    """
    voices: dict[str, float] = {}
    namers: Counter[str] = Counter()
    for child in children:
        own = {child.origin.outlet} | {n for n, _ in _signed(child, _BYLINES) if n not in _AGENCIES}
        named = {(c.outlet, c.kind) for c in child.claims if c.outlet not in own and _publishes(c.outlet)}
        namers.update({outlet for outlet, _ in named})
        for outlet, kind in sorted(named):
            voices[outlet] = voices.get(outlet, 0.0) + _VOICES[kind]
    enough = min(_NAMED_BY, len(children))
    ranked = sorted((o for o in voices if namers[o] >= enough), key=lambda o: (-voices[o], o))
    return ranked[0] if ranked else None


def _cited(children: Iterable[Prepared], outlet: str) -> tuple[Side, ...]:
    first = (next((c for c in child.claims if c.outlet == outlet), None) for child in children)
    return tuple(
        Side(child.id, c.cited_start, c.cited_end) for child, c in zip(children, first, strict=True) if c
    )


def _publishes(outlet: str) -> bool:
    found = resolve(outlet)
    return found is not None and found.kind == "media"


def _signed(child: Prepared, kinds: Sequence[str] = _SIGNED) -> Iterator[tuple[str, Side]]:
    """Yield the outlets that the lines name with which a newsroom signs, and where."""
    for residue in child.residue:
        if residue.kind in kinds:
            held = [w for w in child.words if residue.start <= w.start < residue.end]
            for at in range(len(held)):
                if (named := named_at(child.text, held, at)) is not None and named.outlet.kind == "media":
                    yield named.outlet.name, Side(child.id, named.start, named.end)


Named = Callable[[Prepared], Iterable[tuple[Hashable, str, Side]]]


def _most(children: Sequence[Prepared], named: Named) -> tuple[str, tuple[Side, ...]] | None:
    """Return what most children name, two at least, and where each does first; of several what stands first."""
    places: dict[Hashable, dict[str, tuple[int, str, Side]]] = {}
    for child in children:
        for at, (key, name, side) in enumerate(named(child)):
            places.setdefault(key, {}).setdefault(child.id, (at, name, side))
    enough = {key: held for key, held in places.items() if len(held) >= _NAMED_BY}
    if not enough:
        return None
    best = min(enough.values(), key=_early)
    return next(iter(best.values()))[1], tuple(side for _, _, side in best.values())


def _early(held: Mapping[str, tuple[int, str, Side]]) -> tuple[int, float, str]:
    return -len(held), sum(at for at, _, _ in held.values()) / len(held), next(iter(held.values()))[1]


def _organisations(child: Prepared) -> list[tuple[Hashable, str, Side]]:
    found = find_organisations(
        child.text, [w for s in child.sentences for w in child.words[s.first : s.last]]
    )
    return [(one.key, one.name, Side(child.id, one.start, one.end)) for one in found]


def _speakers(child: Prepared) -> list[tuple[Hashable, str, Side]]:
    """Return whom a child cites by a name of two words and more: "researchers" are anybody's."""
    people = [c for c in child.claims if c.cited == "speaker" and _is_name(c.outlet)]
    return [(c.outlet, c.outlet, Side(child.id, c.cited_start, c.cited_end)) for c in people]


def _is_name(speaker: str) -> bool:
    parts = speaker.split()
    return len(parts) > 1 and all(part[0].isupper() for part in parts)
