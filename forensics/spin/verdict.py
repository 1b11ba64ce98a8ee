"""From a calibrated probability to a word that people act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from forensics.spin.channel.screen import FEW_WORDS, Survey
from forensics.spin.result import Family, Substitution, Verdict

SPUN, SUSPECT = 0.8, 0.35
_TELLING, _MOST = 6, 0.5  # substitutions, and the share of them, that name a family


def verdict(surveyed: Survey) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict on a surveyed document, and what could not be seen."""
    limits = []
    if surveyed.words < FEW_WORDS:
        limits.append(
            f"too short to tell: {surveyed.words} words of English prose, at least {FEW_WORDS} are needed"
        )
    if surveyed.left_out:
        limits.append(f"{surveyed.left_out} words in code, markup or another language were not looked at")
    if surveyed.score >= SPUN and surveyed.words >= FEW_WORDS:
        return "spun", tuple(limits)
    if surveyed.score >= SUSPECT and surveyed.words >= FEW_WORDS // 2:
        return "suspect", tuple(limits)
    return "clean", tuple(limits)


def family(found: Sequence[Substitution]) -> Family | None:
    """Return the kind of spinner that most of the substitutions are known of; None where too few tell."""
    counts: Counter[Literal["autoblog", "chemical", "thesaurus"]] = Counter()
    for substitution in found:
        first = substitution.evidence[0]
        if first.kind == "thesaurus":
            counts["thesaurus"] += 1
        elif first.kind == "lexicon":
            counts["chemical" if first.detail.startswith("chemical") else "autoblog"] += 1
    total = sum(counts.values())
    if total < _TELLING:
        return None
    name, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return Family(name, round(most / total, 4)) if most >= _MOST * total else None
