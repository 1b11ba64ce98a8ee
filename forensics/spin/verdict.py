"""From a calibrated probability to a word that people act on."""

from __future__ import annotations

from forensics.spin.channel.screen import FEW_WORDS, Survey
from forensics.spin.result import Verdict

# Likelier than not, and nine times as likely as not. Of clean news nothing comes near; of 1,387 clean texts that are
# hard to tell five are suspect and none is spun: the nearest, a humorist of 1889, has .83 (docs/spin.md).
SPUN_FROM, SUSPECT_FROM = 0.9, 0.5
# Half of what "spun" needs; chosen, not measured: a sentence or two arouse no suspicion
FEW_WORDS_TO_SUSPECT = 30


def verdict(surveyed: Survey) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict on a surveyed document, and what could not be seen."""
    limits = []
    words = surveyed.reading.new
    if words < FEW_WORDS:
        repeated = ", those repeated counted once" if words < surveyed.words else ""
        limits.append(
            f"too short to tell: {words} words of English prose{repeated}, at least {FEW_WORDS} are needed"
        )
    if surveyed.score >= SPUN_FROM and words >= FEW_WORDS:
        return "spun", tuple(limits)
    if surveyed.score >= SUSPECT_FROM and words >= FEW_WORDS_TO_SUSPECT:
        return "suspect", tuple(limits)
    return "clean", tuple(limits)
