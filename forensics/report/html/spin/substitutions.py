"""A spun text with its substitutions in place, and the restored text beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from forensics.report.html.kit.element import Html, joined, table, tag
from forensics.spin.result import SpinDocument, Substitution

_LISTED = 1_000
_ALTERNATIVES = 4


def side_by_side(one: SpinDocument, at: int, text: str | None) -> Html:
    """Return both texts of document number `at`; of `text` alone where nothing was restored."""
    if text is None:
        said = "The text is not at hand: nothing was replaced in it, and its file was not found as it was."
        return tag("p", said, class_="none")
    if one.restored is None:
        return _column("As read", one.id, _lines([text]))
    subs = list(_in_order(one))
    return joined(
        tag(
            "p",
            "For its evidence, point at a replaced word, or go there by Tab and arrow keys; Escape hides it.",
            class_="hint",
        ),
        tag(
            "div",
            _column("As read, and as it most likely was", one.id, _lines(_marked(subs, at, text))),
            _column("Restored", f"{one.id}, restored", _lines(_undone(subs, one.restored)), "restored"),
            class_="sides",
        ),
    )


def listed(one: SpinDocument, text: str) -> Html:
    """Return the substitutions as a table, each with all of its evidence."""
    breaks = [at for at, character in enumerate(text) if character == "\n"]
    rows = (
        (
            f"{bisect_right(breaks, sub.start) + 1}",
            sub.observed,
            sub.original,
            ", ".join(sub.alternatives[:_ALTERNATIVES]),
            f"{sub.confidence:.2f}",
            f"{sub.probability_original:.2f}",
            "; ".join(_evidence(sub)),
        )
        for sub in one.substitutions[:_LISTED]
    )
    rest = len(one.substitutions) - _LISTED
    heads = (
        "line",
        "as read",
        "most likely was",
        "or",
        "replaced",
        "was this",
        "evidence, with its weight in nats",
    )
    return joined(
        table(heads, rows, "Substitutions"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
    )


def _column(title: str, told: str, lines: Iterable[Html], kind: str = "") -> Html:
    box = tag(
        "div", lines, class_=f"text {kind}".strip(), tabindex=0, role="group", aria_label=f"Text of {told}"
    )
    return tag("div", tag("h3", title), box, class_="column")


def _in_order(one: SpinDocument) -> Iterator[tuple[int, Substitution]]:
    """Yield the substitutions in the order of the text, numbered, less those that overlap an earlier one."""
    position = 0
    for number, sub in enumerate(sorted(one.substitutions, key=lambda s: s.start)):
        if sub.start >= position:
            yield number, sub
            position = sub.end


def _marked(subs: Iterable[tuple[int, Substitution]], at: int, text: str) -> Iterator[Html | str]:
    position = 0
    for number, sub in subs:
        tip = f"tip-{at}-{number}"
        yield text[position : sub.start]
        yield tag(
            "span",
            tag("del", sub.observed),
            " ",
            tag("ins", sub.original or "∅"),
            tag("span", _tip(sub), class_="tip", role="tooltip", id=tip),
            class_="sub",
            tabindex=0,
            role="group",
            aria_describedby=tip,
            data_n=number,
        )
        position = sub.end
    yield text[position:]


def _undone(subs: Iterable[tuple[int, Substitution]], restored: str) -> Iterator[Html | str]:
    taken = read = 0
    for number, sub in subs:
        between = sub.start - read
        yield restored[taken : taken + between]
        yield tag("ins", sub.original, data_n=number)
        taken += between + len(sub.original)
        read = sub.end
    yield restored[taken:]


def _lines(parts: Iterable[Html | str]) -> Iterator[Html]:
    """Yield a paragraph for each line that holds anything."""
    line: list[Html | str] = []
    for part in parts:
        first, *others = (part,) if isinstance(part, Html) else part.split("\n")
        line.append(first)
        for other in others:
            if any(line):
                yield tag("p", line, dir="auto")
            line = [other]
    if any(line):
        yield tag("p", line, dir="auto")


def _tip(sub: Substitution) -> Iterator[Html]:
    others = f"; or: {', '.join(sub.alternatives[:_ALTERNATIVES])}" if sub.alternatives else ""
    yield tag("span", f"replaced: {sub.confidence:.0%}; was this: {sub.probability_original:.0%}{others}")
    if sub.replacement:
        yield tag("span", f"kind: {sub.replacement.replace('_', ' ')}")
    yield from (tag("span", said) for said in _evidence(sub))


def _evidence(sub: Substitution) -> Iterator[str]:
    return (f"{one.kind.replace('_', ' ')}: {one.detail} ({one.weight:+.1f})" for one in sub.evidence)
