"""One pair of texts: the verdict with its evidence, the order of the matches, and both texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from forensics.report.html import plots
from forensics.report.html.element import Html, fold, table, tag
from forensics.report.html.levels import DIRECTIONS, EVIDENCE, RELATIONS, words_of
from forensics.report.html.sides import Text, side_by_side
from forensics.trace.result import PairVerdict, TraceResult

if TYPE_CHECKING:
    from forensics.report.html.view import Laid


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair with matches: its number in the report, its verdict, the texts a and b, the numbers of its matches."""

    number: int
    verdict: PairVerdict
    a: Text
    b: Text
    matches: Sequence[int]


def panel(pair: Pair, laid: Laid, result: TraceResult) -> Html:
    """Return everything about one pair."""
    verdict = pair.verdict
    levels = [match.level for match in result.matches]
    return tag(
        "article",
        tag(
            "h3",
            tag("span", verdict.a, class_="id"),
            " and ",
            tag("span", verdict.b, class_="id"),
            id=f"pair-{pair.number}-title",
            tabindex=-1,
        ),
        tag(
            "p",
            tag("strong", words_of(verdict.relation), class_=f"verdict {verdict.relation}"),
            f": {RELATIONS[verdict.relation]}; {DIRECTIONS[verdict.direction]}. Probability {verdict.probability:.2f}.",
        ),
        tag(
            "p",
            "Counted now: ",
            tag("output", f"{verdict.coverage_a:.0%}", class_="share", data_pair=pair.number, data_side="a"),
            " of the first, ",
            tag("output", f"{verdict.coverage_b:.0%}", class_="share", data_pair=pair.number, data_side="b"),
            f" of the second. As traced: {verdict.coverage_a:.0%} and {verdict.coverage_b:.0%}.",
        ),
        fold(
            "Evidence",
            table(
                ("evidence", "value", "what it is"),
                (
                    (words_of(name), f"{value:.2f}", EVIDENCE.get(name, ""))
                    for name, value in sorted(verdict.evidence.items())
                ),
                "Evidence",
            ),
        ),
        fold("Order of the matches", _order(pair, result)),
        fold(
            "What this verdict cannot know",
            tag("ul", (tag("li", limit) for limit in verdict.limits)),
            open=True,
        )
        if verdict.limits
        else None,
        tag(
            "p",
            "Follow a match to its other side; arrow keys go from match to match, Escape closes the evidence.",
            class_="hint",
        ),
        side_by_side(pair.a, pair.b, levels),
        id=f"pair-{pair.number}",
        class_="pair",
        aria_labelledby=f"pair-{pair.number}-title",
    )


def _order(pair: Pair, result: TraceResult) -> Html:
    long_a, long_b = max(len(pair.a.text), 1), max(len(pair.b.text), 1)
    strokes = []
    for number in pair.matches:
        match = result.matches[number]
        a, b = (match.a, match.b) if match.a.id == pair.a.id else (match.b, match.a)
        strokes.append((a.start / long_a, b.start / long_b, a.end / long_a, b.end / long_b, match.level))
    in_order = sum(x[1] <= y[1] for x, y in zip(sorted(strokes), sorted(strokes)[1:], strict=False))
    told = f"Each stroke is a match, placed by where it stands in both texts. {in_order + 1:,} of {len(strokes):,} follow the one before."
    return plots.figure(
        plots.dots(strokes, told, "first text", "second text"),
        told + " A text rewritten from start to end gives a falling diagonal.",
    )
