"""Make the pictures of the documentation from real runs of the real commands."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from rich import _export_format
from rich.console import Console

import forensics
from forensics.envelope import Envelope
from forensics.report.interface import RenderOptions, renderer

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 116
# rich's own frame names fonts on the network; a picture here needs none.
FRAME = re.sub(r"@font-face \{\{.*?\}\}", "", _export_format.CONSOLE_SVG_FORMAT, flags=re.S)


def picture(name: str, command: str, envelope: Envelope[Any, Any]) -> None:
    """Write docs/pictures/`name`.svg: a terminal in which `command` printed the table of `envelope`."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False)
    console.print(f"[green]$[/green] {command}\n")
    for part in renderer(envelope.command, "table")(envelope, RenderOptions()):
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
        forensics.trace(text, against="samples"),
    )
    picture("spin-001", f"forensics spin {text}", forensics.spin(text))
    picture("dedupe", "forensics dedupe samples", forensics.dedupe("samples"))


if __name__ == "__main__":
    main()
