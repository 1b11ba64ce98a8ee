"""Text of a page that no reader sees: told apart from what is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from forensics.documents.single.style import Rules, Style, colour, declarations, pixels

# Without one of these no page hides anything: most need no second look.
_MAY_HIDE = re.compile(
    r"\bhidden\b|display|visibility|opacity|font|colou?r|position|text-indent|clip|transform", re.I
)
_NO_TEXT = frozenset(("script", "style", "template", "noscript", "head", "title", "textarea", "select"))
# Pixels left or above of the page, and of a box or letter that nobody sees. Chosen: pages use -9999 and 1.
OFF_SCREEN, NO_SIZE = -500.0, 1.0


@dataclass(frozen=True, slots=True)
class _Shown:
    """What an element hands on to those in it; `background` is None where it is not known."""

    visible: bool = True
    size: float = 16.0
    indented: bool = False
    colour: str = "000000"
    background: str | None = "ffffff"

    @property
    def hides(self) -> bool:
        """Whether text that stands here cannot be seen."""
        return (
            not self.visible
            or self.size <= NO_SIZE
            or self.indented
            or self.colour in ("transparent", self.background)
        )


def without_hidden(page: str) -> tuple[str, str]:
    """Return a page without the text that it hides, and that text; the page itself where it hides none.

    Hidden is what attributes say (hidden, aria-hidden), and what style attributes and the page's own style sheets do
    to it: not displayed, invisible, transparent, without size, off the screen, or in the colour of its
    background. Style sheets of other files are not at hand. Takes time in proportion to the page.
    """
    if not _MAY_HIDE.search(page):
        return page, ""
    from lxml import etree, html

    try:
        tree = html.document_fromstring(page)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return page, ""
    rules = Rules(style.text or "" for style in tree.iter("style"))
    linked = any("stylesheet" in (link.get("rel") or "").lower() for link in tree.iter("link"))
    hidden = _taken(tree, rules, _Shown(background=None if linked else "ffffff"))
    if not hidden:
        return page, ""
    return html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"), "\n".join(hidden)


def _taken(tree: Any, rules: Rules, outside: _Shown) -> list[str]:  # noqa: ANN401 - lxml carries no types
    """Take hidden text out of `tree` and return its pieces."""
    taken: list[str] = []
    stack = [(tree, outside)]
    while stack:
        element, around = stack.pop()
        style = _style(element, rules)
        if _is_gone(element, style):
            taken += _words(_text(element))
            _drop(element)
            continue
        here = _inside(around, style)
        if here.hides:
            taken += _words(element.text)
            element.text = " " if element.text else element.text
            for child in element:
                taken += _words(child.tail)
                child.tail = " " if child.tail else child.tail
        stack += [
            (child, here)
            for child in element.iterchildren()
            if isinstance(child.tag, str) and child.tag not in _NO_TEXT
        ][::-1]
    return taken


def _text(element: Any) -> str:  # noqa: ANN401
    parts: list[str] = []
    for one in element.iter():
        if isinstance(one.tag, str) and one.tag not in _NO_TEXT:
            parts.append(one.text or "")
        parts.append("" if one is element else one.tail or "")
    return " ".join(parts)


def _words(text: str | None) -> list[str]:
    return [" ".join(text.split())] if text and not text.isspace() else []


def _drop(element: Any) -> None:  # noqa: ANN401
    """Empty an element where it stands: taking it out would have to move what follows it."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _style(element: Any, rules: Rules) -> Style:  # noqa: ANN401
    own = element.get("style")
    style = rules.of(element.tag, (element.get("class") or "").split(), element.get("id")) if rules else {}
    return style | declarations(own) if own else style


def _is_gone(element: Any, style: Style) -> bool:  # noqa: ANN401
    """Tell whether nothing in an element can be seen, whatever the elements in it say."""
    if element.tag in ("html", "body"):
        return False  # pages show these by script
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").lower() == "true":
        return True
    if style.get("display") == "none" or _zero(style.get("opacity")):
        return True
    if style.get("position") in ("absolute", "fixed"):
        sides = (pixels(style.get(side, "")) for side in ("left", "top", "right", "bottom"))
        if any(side is not None and side <= OFF_SCREEN for side in sides):
            return True
        if re.match(
            r"rect\(\s*[01]|inset\(\s*(?:50|100)%", style.get("clip") or style.get("clip-path") or ""
        ):
            return True
    if style.get("overflow") == "hidden" and any(_tiny(style.get(side)) for side in ("width", "height")):
        return True
    return style.get("transform", "").startswith("scale(0)")


def _inside(around: _Shown, style: Style) -> _Shown:
    """Return what is shown in an element with this style; most have none."""
    if not style:
        return around
    here = around
    if "visibility" in style:
        here = replace(here, visible=style["visibility"] not in ("hidden", "collapse"))
    if "text-indent" in style:
        here = replace(here, indented=(pixels(style["text-indent"]) or 0) <= OFF_SCREEN)
    if (size := style.get("font-size")) is not None:
        relative = re.match(r"([\d.]+)(em|%)", size)
        if relative:
            factor = float("0" + relative[1].strip(".")) / (100 if relative[2] == "%" else 1)
            here = replace(here, size=here.size * factor)
        else:
            absolute = pixels(size)
            here = replace(here, size=16.0 if absolute is None else absolute)
    if (
        "background-image" in style
        or "url(" in style.get("background", "")
        or "gradient" in style.get("background", "")
    ):
        here = replace(here, background=None)
    elif value := style.get("background-color") or style.get("background"):
        known = colour(value)
        here = here if known == "transparent" else replace(here, background=known)
    if "color" in style:
        # A colour that is not known is not that of the background.
        here = replace(here, colour=colour(style["color"]) or "")
    return here


def _zero(value: str | None) -> bool:
    return value is not None and pixels(value) == 0


def _tiny(value: str | None) -> bool:
    size = None if value is None else pixels(value)
    return size is not None and size <= NO_SIZE
