"""Draw the map in docs/architecture.md from the package's own imports and docstrings, or check that it is so.

Run: python docs/make_architecture.py [--check]
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import grimp

HERE = Path(__file__).parent
ROOT = HERE.parent
PAGE = HERE / "architecture.md"
BEGIN, END = "<!-- made by docs/make_architecture.py: begin -->", "<!-- end -->"
_LAYERS = "Data flows one way through the layers"


def layers() -> list[list[str]]:
    """Return the layers from top to bottom, each with its rooms, as import-linter holds them."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = next(c for c in config["tool"]["importlinter"]["contracts"] if c["name"] == _LAYERS)
    return [
        [room.strip().removeprefix("forensics.") for room in layer.split("|")] for layer in contract["layers"]
    ]


def told(path: Path) -> str:
    """Return the first line of a module's docstring, or of a folder's."""
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return (ast.get_docstring(ast.parse(source.read_text("utf-8"))) or "").partition("\n")[0]


def rooms() -> Iterator[tuple[str, Path]]:
    """Yield every room with its place: the top ones by layer, the folders inside of each behind it."""
    for layer in layers():
        for room in layer:
            place = ROOT / "forensics" / room
            yield room, place
            if place.is_dir():
                for inner in sorted(p.parent for p in place.rglob("__init__.py") if p.parent != place):
                    yield inner.relative_to(ROOT / "forensics").as_posix().replace("/", "."), inner


def arrows() -> set[tuple[str, str]]:
    """Return which top room imports which."""
    graph = grimp.build_graph("forensics", exclude_type_checking_imports=True, cache_dir=None)

    def top(module: str) -> str:
        return module.split(".")[1] if "." in module else ""

    found = {
        (top(module), top(other))
        for module in graph.modules
        for other in graph.find_modules_directly_imported_by(module)
    }
    return {(a, b) for a, b in found if a and b and a != b and not a.startswith("__")}


def direct(every: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the arrows that no longer way stands for: a drawing of all of them would show nothing."""
    after: dict[str, set[str]] = {}
    for a, b in every:
        after.setdefault(a, set()).add(b)

    def reached(room: str) -> set[str]:
        return {c for b in after.get(room, ()) for c in (b, *reached(b))}

    return sorted((a, b) for a, b in every if not any(b in reached(c) for c in after[a] if c != b))


def drawn() -> str:
    """Return the made part of the page: the drawing, then what each room holds and how large it is."""
    every = arrows()
    order = [room for layer in layers() for room in layer]
    lines = ["```mermaid", "flowchart TD"]
    lines += [
        f"  {a} --> {b}"
        for a, b in sorted(direct(every), key=lambda arrow: (order.index(arrow[0]), arrow[1]))
    ]
    lines += ["```", "", "| room | holds | files | imports |", "|---|---|---|---|"]
    for room, place in rooms():
        files = len([p for p in place.glob("*.py") if p.name != "__init__.py"]) if place.is_dir() else 1
        seen = ", ".join(sorted((b for a, b in every if a == room), key=order.index))
        lines.append(f"| `{room.replace('.', '/')}` | {told(place)} | {files} | {seen} |")
    return "\n".join(lines)


def main() -> int:
    """Write the page's made part, or check it."""
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    made = f"{before}{BEGIN}\n{drawn()}\n{END}{after}"
    if "--check" not in sys.argv:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    stale = made != PAGE.read_text("utf-8")
    if stale:
        print("out of date: architecture.md; run python docs/make_architecture.py", file=sys.stderr)
    return int(stale)


if __name__ == "__main__":
    sys.exit(main())
