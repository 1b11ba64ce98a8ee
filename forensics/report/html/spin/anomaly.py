"""Where in a text the replaced words stand: how their share runs along its length."""

from __future__ import annotations

from bisect import bisect_left

from forensics.report.html.kit import plots
from forensics.report.html.kit.element import Html
from forensics.spin.result import SpinDocument
from forensics.text.words import words

_WINDOW = 50
_STEPS = 120
_TOP = 0.1


def drawn(one: SpinDocument, text: str) -> Html | None:
    """Return the figure; None for a text too short to have a course."""
    course = shares([w.start for w in words(text)], [s.start for s in one.substitutions])
    if not course:
        return None
    most = max(share for _, share in course)
    top = max(_TOP, most)
    told = (
        f"Share of replaced words in every stretch of {_WINDOW} words, from start to end of the text; "
        f"at most {most:.0%}."
    )
    drawing = plots.curve(
        [(place, share / top) for place, share in course],
        told,
        "position in the text",
        ("start", "middle", "end"),
        levels=("0%", f"{top:.0%}"),
        filled=True,
    )
    return plots.figure(drawing, told)


def shares(starts: list[int], replaced: list[int]) -> list[tuple[float, float]]:
    """Return (place, share of words replaced) for windows along a text, both 0 to 1.

    `starts` are the offsets of its words, `replaced` those of its substitutions. Empty for a short text.
    """
    if len(starts) < 2 * _WINDOW:
        return []
    marks = sorted(replaced)
    steps = min(_STEPS, len(starts) // 10)
    course = []
    for step in range(steps + 1):
        first = round((len(starts) - _WINDOW) * step / steps)
        after = first + _WINDOW
        end = starts[after] if after < len(starts) else starts[-1] + 1
        course.append((step / steps, (bisect_left(marks, end) - bisect_left(marks, starts[first])) / _WINDOW))
    return course
