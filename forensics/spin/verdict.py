"""From a calibrated probability to a word that people act on."""

from __future__ import annotations

from forensics.spin.result import Verdict
from forensics.spin.screen import FEW_WORDS, Survey

SPUN, SUSPECT = 0.8, 0.35


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
