"""Markup made of elements: the one place where text becomes HTML, and where it is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from forensics.text.visible import visible

_LONG: Final = 50
_VOID: Final = frozenset({"meta", "input", "br", "hr"})


class Html(str):
    """A string that is markup already; any other string is text, and will be escaped."""

    __slots__ = ()


Child = Html | str | None
Attribute = str | int | float | bool | None


def tag(name: str, /, *children: Child | Iterable[Child], **attributes: Attribute) -> Html:
    """Return one element: text among `children` is escaped, None left out.

    An attribute is written with hyphens for underscores (`class_` is class, `data_n` is data-n); True gives
    the name alone, False and None nothing.
    """
    opening = "".join([name, *_attributes(attributes)])
    if name in _VOID:
        return Html(f"<{opening}>")
    return Html(f"<{opening}>{''.join(_flat(children))}</{name}>")


def joined(*children: Child | Iterable[Child]) -> Html:
    """Return markup and text one after the other, the text escaped."""
    return Html("".join(_flat(children)))


def shown(text: str) -> Html:
    """Return text as markup: marks of HTML escaped, controls made visible, tabs and line ends kept."""
    return Html(escape(visible(text, keep="\n\t")))


def table(
    heads: Iterable[Child], rows: Iterable[Iterable[Child]], caption: str, **attributes: Attribute
) -> Html:
    """Return a table whose first column names its rows, in a box that scrolls sideways by keyboard too."""
    body = (
        tag(
            "tr", (_cell("td", cell) if at else _cell("th", cell, scope="row") for at, cell in enumerate(row))
        )
        for row in rows
    )
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption),
            tag("thead", tag("tr", (tag("th", head, scope="col") for head in heads))),
            tag("tbody", body),
            **attributes,
        ),
        class_="scroll",
        tabindex=0,
        role="group",
        aria_label=f"Table: {caption}",
    )


def _cell(name: str, cell: Child, **attributes: Attribute) -> Html:
    long = cell is not None and not isinstance(cell, Html) and len(cell) > _LONG
    return tag(name, cell, class_="long" if long else None, **attributes)


def identity(id: str) -> Html:
    """Return the id of a document, which may hold anything a file may be called."""
    return tag("span", id, class_="id")


def fold(summary: Child, *children: Child | Iterable[Child], **attributes: Attribute) -> Html:
    """Return a part that opens on demand."""
    return tag("details", tag("summary", summary), *children, **attributes)


def _flat(children: Iterable[Child | Iterable[Child]]) -> Iterable[str]:
    for child in children:
        if isinstance(child, Html):
            yield child
        elif isinstance(child, str):
            yield shown(child)
        elif child is not None:
            yield from _flat(child)


def _attributes(attributes: dict[str, Attribute]) -> Iterable[str]:
    for name, value in attributes.items():
        written = name.rstrip("_").replace("_", "-")
        if value is True:
            yield f" {written}"
        elif value is not False and value is not None:
            yield f' {written}="{shown(str(value))}"'
