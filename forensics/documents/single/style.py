"""As much of CSS as it takes to see whether text is shown: declarations, and rules of plain selectors."""

from __future__ import annotations

import re
from collections.abc import Iterable

Style = dict[str, str]

_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.I)
_NUMBER = re.compile(r"([-+]?(?:\d+\.?\d*|\.\d+))(px|pt|em|rem|ex|ch|%|vw|vh|cm|mm|in|pc)?")
_FUNCTION = re.compile(r"rgba?\(([^()]*)\)")
_KEPT = frozenset(
    "display visibility opacity color background background-color background-image font font-size position left top "
    "right bottom text-indent clip clip-path transform width height overflow".split()
)
_NAMES = dict(
    pair.split("=")
    for pair in (
        "white=ffffff black=000000 silver=c0c0c0 gray=808080 grey=808080 red=ff0000 yellow=ffff00 blue=0000ff "
        "green=008000 lime=00ff00 navy=000080 whitesmoke=f5f5f5 snow=fffafa ivory=fffff0 lightgray=d3d3d3"
    ).split()
)
_LONGEST = 20_000  # characters of one style attribute that are read


def declarations(text: str) -> Style:
    """Return the properties that matter of the declarations in `text`, the last of each, in lower case."""
    found: Style = {}
    for one in text[:_LONGEST].lower().split(";"):
        name, colon, value = one.partition(":")
        if colon and name.strip() in _KEPT:
            found[name.strip()] = value.replace("!important", "").strip()
    return found


class Rules:
    """The rules of style sheets by tag, class and id; those of at-rules and of longer selectors are left out."""

    def __init__(self, sheets: Iterable[str]) -> None:
        # By key and by the tag that alone it holds for: its properties, each the last, and the number of its last rule.
        self._by_key: dict[tuple[str, str | None], tuple[int, Style]] = {}
        number = 0
        for sheet in sheets:
            for rule in _without_at_rules(_without_comments(sheet)).split("}"):
                selectors, brace, body = rule.partition("{")
                style = declarations(body) if brace else {}
                for selector in selectors.split(",") if style else ():
                    self._add(number, selector.strip(), style)
                number += 1

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def of(self, tag: str, classes: Iterable[str], id: str | None) -> Style:
        """Return what the rules say of an element: by tag, by class, by id, the later before the earlier."""
        found: Style = {}
        for keys in ((tag,), tuple(f".{name}" for name in classes), (f"#{id}",)):
            said = [
                self._by_key[place]
                for key in dict.fromkeys(keys)
                for place in ((key, None), (key, tag))
                if place in self._by_key
            ]
            for _, style in sorted(said, key=lambda rule: rule[0]):
                found |= style
        return found

    def _add(self, number: int, selector: str, style: Style) -> None:
        m = _SELECTOR.fullmatch(selector)
        if m is None or not selector:
            return
        tag = m[1].lower() if m[1] else None
        key = f"{m[2]}{m[3]}" if m[2] else tag
        if key:
            place = (key, tag if m[2] else None)
            self._by_key[place] = (number, self._by_key.get(place, (0, {}))[1] | style)


def _without_comments(sheet: str) -> str:
    kept: list[str] = []
    start = 0
    while (begins := sheet.find("/*", start)) >= 0:
        kept.append(sheet[start:begins])
        ends = sheet.find("*/", begins + 2)
        if ends < 0:
            return "".join(kept)
        start = ends + 2
    return "".join([*kept, sheet[start:]])


def _without_at_rules(sheet: str) -> str:
    """Return a sheet without its at-rules: what they say holds on some screens only."""
    if "@" not in sheet:
        return sheet
    kept: list[str] = []
    depth, skipping, start = 0, False, 0
    for m in re.finditer(r"[@{};]", sheet):
        char = m.group()
        if char == "@" and depth == 0 and not skipping:
            kept.append(sheet[start : m.start()])
            skipping = True
        elif char == "{":
            depth += 1
        elif char == "}":
            depth = max(0, depth - 1)
        if skipping and depth == 0 and char in "};":
            skipping, start = False, m.end()
    return "".join(kept) + ("" if skipping else sheet[start:])


def pixels(value: str) -> float | None:
    """Return a length in pixels, about; None where it is none."""
    m = _NUMBER.match(value)
    if m is None:
        return None
    return float(m[1]) * {"em": 16, "rem": 16, "%": 0.16, "pt": 1.33, "vw": 10, "vh": 8}.get(m[2] or "px", 1)


def colour(value: str) -> str | None:
    """Return a colour as six hexadecimal digits, "transparent", or None where it is not known."""
    value = value.strip()
    if value == "transparent":
        return value
    if value in _NAMES:
        return _NAMES[value]
    if re.fullmatch("#[0-9a-f]{3}", value):
        return "".join(2 * digit for digit in value[1:])
    if re.fullmatch("#[0-9a-f]{6}", value):
        return value[1:]
    if m := _FUNCTION.fullmatch(value):
        parts = [part for part in re.split(r"[\s,/]+", m[1].strip()) if part]
        if len(parts) > 3 and pixels(parts[3]) == 0:
            return "transparent"
        if len(parts) >= 3 and all(re.fullmatch(r"\d{1,3}", part) for part in parts[:3]):
            return "".join(f"{min(int(part), 255):02x}" for part in parts[:3])
    return None
