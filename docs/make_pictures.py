"""Make the pictures of the documentation from real runs of the real commands."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from pathlib import Path

from rich import _export_format
from rich.console import Console, RenderableType

import forensics
from forensics.report.table import dedupe, spin
from forensics.report.table.trace import story

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 116
# rich's own frame names fonts on the network; a picture here needs none.
FRAME = re.sub(r"@font-face \{\{.*?\}\}", "", _export_format.CONSOLE_SVG_FORMAT, flags=re.S)


def picture(name: str, command: str, parts: Iterable[RenderableType]) -> None:
    """Write docs/pictures/`name`.svg: a terminal in which `command` printed `parts`."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(f"[green]$[/green] {command}\n")
    for part in parts:
        console.print(part)
    console.save_svg(
        str(PICTURES / f"{name}.svg"), title="forensics", code_format=FRAME, unique_id=f"forensics-{name}"
    )


def main() -> None:
    """Make every picture."""
    PICTURES.mkdir(exist_ok=True)
    text = "samples/001.txt"
    picture(
        "trace-001",
        f"forensics trace {text} --against samples",
        story.render(forensics.trace(text, against="samples")),
    )
    picture("spin-001", f"forensics spin {text}", spin.render(forensics.spin(text)))
    picture("dedupe", "forensics dedupe samples", dedupe.render(forensics.dedupe("samples")))


if __name__ == "__main__":
    main()
