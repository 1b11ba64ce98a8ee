"""Shared looks of the tables: text from outside goes in as `Text`, never as markup."""

from __future__ import annotations

from rich import box
from rich.table import Table
from rich.text import Text

from forensics.text.visible import visible

TONE = {
    "spun": "bold red",
    "suspect": "bold yellow",
    "clean": "green",
    "not_assessed": "yellow",
    "copy": "bold red",
    "derived": "bold red",
    "sibling": "bold magenta",
    "patchwork": "bold red",
    "background": "cyan",
    "same_event": "cyan",
    "unrelated": "dim",
    "undetermined": "yellow",
    "exact": "bold red",
    "near": "red",
    "contains": "magenta",
    "contained": "magenta",
}


def plain(text: str, style: str = "") -> Text:
    """Return `text` safe to print: controls made visible, nothing read as markup."""
    return Text(visible(text), style=style)


def toned(word: str) -> Text:
    """Return a verdict or relation in its colour; the word itself says it all without."""
    return Text(word.replace("_", " "), style=TONE.get(word, ""))


def heading(text: str) -> Text:
    """Return a section heading."""
    return Text(visible(text), style="bold")


def table(*columns: str, right: tuple[str, ...] = ()) -> Table:
    """Return an empty table with these columns; those in `right` hold figures."""
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold dim", padding=(0, 1))
    for name in columns:
        made.add_column(
            plain(name), justify="right" if name in right else "left", no_wrap=name in right, overflow="fold"
        )
    return made
