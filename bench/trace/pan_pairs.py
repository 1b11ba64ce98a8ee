"""A sample of PAN's text alignment corpus, in ../shared/data: suspicious texts, their sources, the passages shared."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from bench.texts.places import SHARED
from bench.trace.pan import Passage
from forensics.text.words import words


@dataclass(frozen=True)
class Pair:
    """A suspicious text, a source, and the passages that the one has from the other."""

    suspicious: str
    source: str
    text: str
    source_text: str
    cases: tuple[Passage, ...]


def pan_pairs() -> list[Pair]:
    folder = SHARED / "pan_verbatim"
    found: list[Pair] = []
    for path in sorted((folder / "truth").glob("*.xml")):
        root = ET.parse(path).getroot()
        cases = []
        for f in root.findall("feature"):
            a, n = int(f.get("this_offset", 0)), int(f.get("this_length", 0))
            b, m = int(f.get("source_offset", 0)), int(f.get("source_length", 0))
            cases.append((a, a + n, b, b + m, f.get("source_reference", "")))
        suspicious = root.get("reference", "")
        source = cases[0][4]
        found.append(
            Pair(
                suspicious,
                source,
                _read(folder / "susp" / suspicious),
                _read(folder / "src" / source),
                tuple(Passage(suspicious, a, e, source, b, f) for a, e, b, f, _ in sorted(cases)),
            )
        )
    return found


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def settled(pair: Pair) -> Pair:
    """Return the pair with each case moved to where its source passage really stands in the suspicious text.

    The given offsets are off by up to some hundred characters on the suspicious side; the passage is looked for
    around them by its words (longest common block, grown outward over equal words).
    """
    return replace(pair, cases=tuple(_settled(pair, case) for case in pair.cases))


def _settled(pair: Pair, case: Passage, reach: int = 800) -> Passage:
    wanted = [(w.key, w) for w in words(pair.source_text, case.b_start, case.b_end)]
    low, high = max(0, case.a_start - reach), min(len(pair.text), case.a_end + reach)
    there = [(w.key, w) for w in words(pair.text, low, high)]
    blocks = SequenceMatcher(
        None, [k for k, _ in wanted], [k for k, _ in there], autojunk=False
    ).get_matching_blocks()
    long = [b for b in blocks if b.size >= 4]
    if not long:
        return case
    start, end = there[long[0].b][1].start, there[long[-1].b + long[-1].size - 1][1].end
    return (
        replace(case, a_start=start, a_end=end) if end - start <= 1.5 * (case.a_end - case.a_start) else case
    )
