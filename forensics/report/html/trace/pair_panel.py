"""One pair of texts: the verdict with its evidence, the order of the matches, and both texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from forensics.report.html.kit import plots
from forensics.report.html.kit.element import Html, fold, identity, table, tag
from forensics.report.html.kit.sides import SideText, side_by_side
from forensics.report.html.trace import changed_facts
from forensics.report.meanings import DIRECTIONS, EVIDENCE, RELATIONS
from forensics.report.wording import words_of
from forensics.trace.result import PairVerdict, TraceResult


@dataclass(frozen=True, slots=True)
class PairPanel:
    """A pair with matches: its number in the report, its verdict, its texts, the numbers of its matches."""

    number: int
    verdict: PairVerdict
    a: SideText
    b: SideText
    matches: Sequence[int]


def panel(pair: PairPanel, result: TraceResult) -> Html:
    """Return everything about one pair."""
    verdict, heading = pair.verdict, f"pair-{pair.number}-title"
    return tag(
        "article",
        tag("h3", identity(verdict.a), " and ", identity(verdict.b), id=heading, tabindex=-1),
        tag(
            "p",
            tag("strong", words_of(verdict.relation), class_=f"verdict {verdict.relation}"),
            f": {RELATIONS[verdict.relation]}; {DIRECTIONS[verdict.direction]}. "
            f"Probability {verdict.probability:.2f}.",
        ),
        tag(
            "p",
            (
                "Counted now: ",
                _share(pair, "a"),
                " of the first text, ",
                _share(pair, "b"),
                " of the second. ",
            ),
            f"As traced: {verdict.coverage_a:.0%} and {verdict.coverage_b:.0%}, of which the settings count "
            f"{verdict.counted_a:.0%} and {verdict.counted_b:.0%}.",
        ),
        changed_facts.between(verdict) if verdict.changed_facts else None,
        fold("Evidence", _evidence(verdict)),
        fold("Order of the matches", _order(pair, result), open=True),
        _limits(verdict) if verdict.limits else None,
        tag(
            "p",
            "Follow a match to its other side. Arrow keys go from match to match, Escape closes evidence.",
            class_="hint",
        ),
        side_by_side(pair.a, pair.b, [match.level for match in result.matches]),
        id=f"pair-{pair.number}",
        class_="pair",
        aria_labelledby=heading,
    )


def _share(pair: PairPanel, side: str) -> Html:
    traced = pair.verdict.counted_a if side == "a" else pair.verdict.counted_b
    return tag("output", f"{traced:.0%}", class_="share", data_pair=pair.number, data_side=side)


def _evidence(verdict: PairVerdict) -> Html:
    rows = (
        (words_of(name), f"{value:.2f}", EVIDENCE.get(name, ""))
        for name, value in verdict.evidence.items()
        if not name.startswith("log_")  # another scale of what stands there already
    )
    return table(("evidence", "value", "what it is"), rows, "Evidence")


def _limits(verdict: PairVerdict) -> Html:
    listed = tag("ul", (tag("li", limit) for limit in verdict.limits))
    return fold("What this verdict cannot know", listed, open=True)


def _order(pair: PairPanel, result: TraceResult) -> Html:
    long_a, long_b = max(len(pair.a.text), 1), max(len(pair.b.text), 1)
    strokes = []
    for number in pair.matches:
        match = result.matches[number]
        a, b = (match.a, match.b) if match.a.id == pair.a.id else (match.b, match.a)
        strokes.append((a.start / long_a, b.start / long_b, a.end / long_a, b.end / long_b, match.level))
    strokes.sort()
    in_order = 1 + sum(before[1] <= after[1] for before, after in pairwise(strokes))
    told = (
        "Each stroke is a match, placed by where it stands in both texts: "
        f"{in_order:,} of {len(strokes):,} in order."
    )
    return plots.figure(
        plots.dots(strokes, told, "first text", "second text"),
        f"{told} A text rewritten from start to end gives a line falling from corner to corner.",
    )
