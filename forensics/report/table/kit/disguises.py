"""What disguises a text, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from forensics.report.disguises import disguise_of
from forensics.report.table.kit.style import plain
from forensics.text.disguise.findings import Obfuscation


def disguises(found: Sequence[Obfuscation]) -> Iterator[Text]:
    """Yield a line for each kind of disguise of one text."""
    for one in found:
        yield Text.assemble(("Disguised    ", "bold red"), plain(disguise_of(one)))
