"""Write which code points the pinned version of Unicode does not assign: forensics/data/unassigned.tsv.

Run with the Python that has that version (3.11): python -m tools.unicode
"""

from __future__ import annotations

import sys
import unicodedata
from itertools import groupby
from pathlib import Path

from forensics.unicode import UNICODE

OUT = Path(__file__).parents[1] / "forensics" / "data" / "unassigned.tsv"


def rows() -> list[str]:
    """Return a row for each range of code points that are not assigned."""
    ranges = []
    for assigned, codes in groupby(range(0x110000), lambda code: unicodedata.category(chr(code)) != "Cn"):
        if not assigned:
            held = list(codes)
            ranges.append(f"{held[0]:04X}\t{held[-1]:04X}")
    return ranges


def main() -> None:
    """Write the table."""
    if unicodedata.unidata_version != UNICODE:
        sys.exit(f"this Python has Unicode {unicodedata.unidata_version}: run it with one that has {UNICODE}")
    head = [f"# Code points that Unicode {UNICODE} does not assign, as its general category Cn: first, last."]
    OUT.write_text("\n".join([*head, *rows()]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
