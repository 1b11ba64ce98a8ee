"""Small figures drawn as inline SVG, each with a sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from forensics.report.html.kit.element import Html, joined, tag

_LEFT, _TOP, _WIDTH, _HEIGHT = 44, 10, 560, 170


def figure(drawing: Html, caption: str) -> Html:
    """Return a drawing with its caption below."""
    return tag(
        "figure",
        tag("div", drawing, class_="scroll", tabindex=0, role="group", aria_label="Figure"),
        tag("figcaption", caption),
    )


def svg(width: float, height: float, told: str, *parts: Html | Iterable[Html], class_: str = "plot") -> Html:
    """Return a drawing of this size in pixels; `told` says in words what it shows."""
    return tag(
        "svg",
        tag("title", told),
        *parts,
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_label=told,
        class_=class_,
    )


def bars(counts: Sequence[int], edges: Sequence[str], told: str, across: str) -> Html:
    """Return a histogram: `counts` in equal bins from `edges[0]` to `edges[-1]`, ticks spread evenly."""
    top = max([*counts, 1])
    step = _WIDTH / max(len(counts), 1)
    drawn = (
        tag(
            "rect",
            tag("title", f"{count:,}"),
            x=f"{_LEFT + at * step + 1:.1f}",
            y=f"{_y(count / top):.1f}",
            width=f"{step - 2:.1f}",
            height=f"{_HEIGHT * count / top:.1f}",
            class_="bar",
        )
        for at, count in enumerate(counts)
    )
    return svg(_LEFT + _WIDTH + 16, _TOP + _HEIGHT + 44, told, _axes(edges, ("0", f"{top:,}"), across), drawn)


def curve(
    points: Sequence[tuple[float, float]],
    told: str,
    across: str,
    ticks: Sequence[str],
    *,
    levels: Sequence[str] = ("0", "1"),
    mark: tuple[float, str] | None = None,
    filled: bool = False,
) -> Html:
    """Return a line through `points`, both coordinates 0 to 1; `mark` an upright line with its word."""
    path = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    area = f"{_x(0):.1f},{_y(0):.1f} {path} {_x(1):.1f},{_y(0):.1f}"
    upright = None
    if mark is not None:
        x = _x(mark[0])
        upright = joined(
            tag("line", x1=f"{x:.1f}", x2=f"{x:.1f}", y1=_TOP, y2=_TOP + _HEIGHT, class_="mark"),
            tag("text", mark[1], x=f"{x + 6:.1f}", y=_TOP + _HEIGHT / 2, class_="tick"),
        )
    return svg(
        _LEFT + _WIDTH + 16,
        _TOP + _HEIGHT + 44,
        told,
        _axes(ticks, levels, across),
        tag("polygon", points=area, class_="area") if filled else Html(""),
        tag("polyline", points=path, class_="line"),
        upright or Html(""),
    )


def dots(
    strokes: Sequence[tuple[float, float, float, float, str]], told: str, across: str, upwards: str
) -> Html:
    """Return a dot-plot: a stroke a match from (a start, b start) to (a end, b end), shares of both texts.

    The fifth value is the match's level: a class for its colour and its dash.
    """
    size = 300
    drawn = (
        tag(
            "line",
            x1=f"{20 + a * size:.1f}",
            y1=f"{12 + b * size:.1f}",
            x2=f"{20 + c * size:.1f}",
            y2=f"{12 + d * size:.1f}",
            class_=f"dot {level}",
        )
        for a, b, c, d, level in strokes
    )
    return svg(
        size + 40,
        size + 44,
        told,
        tag("rect", x=20, y=12, width=size, height=size, class_="frame"),
        drawn,
        tag("text", f"{across} →", x=20, y=size + 30, class_="tick"),
        tag("text", f"{upwards} →", transform="translate(5 12) rotate(90)", class_="tick"),
        class_="plot dots",
    )


def _x(share: float) -> float:
    return _LEFT + _WIDTH * share


def _y(share: float) -> float:
    return _TOP + _HEIGHT * (1 - share)


def _axes(ticks: Sequence[str], levels: Sequence[str], across: str) -> Html:
    last_tick, last_level = max(len(ticks) - 1, 1), max(len(levels) - 1, 1)
    return joined(
        tag("line", x1=_LEFT, x2=_LEFT + _WIDTH, y1=_y(0), y2=_y(0), class_="axis"),
        tag("line", x1=_LEFT, x2=_LEFT, y1=_y(0), y2=_y(1), class_="axis"),
        (
            tag("text", tick, x=f"{_x(at / last_tick):.1f}", y=_TOP + _HEIGHT + 16, class_="tick middle")
            for at, tick in enumerate(ticks)
        ),
        (
            tag("text", level, x=_LEFT - 6, y=f"{_y(at / last_level) + 4:.1f}", class_="tick end")
            for at, level in enumerate(levels)
        ),
        tag("text", across, x=_LEFT + _WIDTH / 2, y=_TOP + _HEIGHT + 36, class_="tick middle"),
    )
