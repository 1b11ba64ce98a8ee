"""Texts that are not at hand: what points to them, and what they must have held."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.report.html.kit.element import Html, fold, identity, joined, table, tag
from forensics.report.meanings import NAMED_BY
from forensics.trace.result import MissingSource, Reconstructed

_ROWS = 300


def drawn(sources: Sequence[MissingSource]) -> Html:
    """Return a part for each missing source."""
    return joined(_source(source) for source in sources)


def _source(source: MissingSource) -> Html:
    return tag(
        "article",
        tag("h3", source.label),
        tag(
            "p",
            f"Probability {source.probability:.2f}. ",
            "Called after ",
            tag("strong", source.name or "nobody"),
            f": {NAMED_BY[source.named_by]}. "
            if source.named_by
            else "; its children do not say whose it is. ",
            "Pointed to by ",
            _listed(source.children),
            ".",
        ),
        fold(
            f"Facts it must have held: {len(source.facts):,}",
            tag("ul", (tag("li", fact) for fact in source.facts), class_="chips"),
            open=True,
        )
        if source.facts
        else None,
        fold(
            f"Its words, as far as they can be read between them: {len(source.reconstruction):,}",
            table(
                ("likeliest wording", "chance", "told by", "settled words"),
                (_sentence(one) for one in source.reconstruction[:_ROWS]),
                "Reconstruction",
            ),
        )
        if source.reconstruction
        else None,
        tag("ul", (tag("li", limit) for limit in source.limits), class_="limits") if source.limits else None,
    )


def _sentence(one: Reconstructed) -> tuple[Html | str, ...]:
    settled = "; ".join(f"{s.kept} (not {s.instead}), {s.confidence:.2f}" for s in one.settled)
    chance = "" if one.chance is None else f"{one.chance:.2f}"
    return one.text, chance, _listed(tuple(dict.fromkeys(side.id for side in one.told_by))), settled


def _listed(ids: Sequence[str]) -> Html:
    return joined(part for at, id in enumerate(ids) for part in (", " if at else "", identity(id)))
