"""From a calibrated probability to a word that people act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from forensics.lexicon.families import FamilyName
from forensics.spin.channel.screen import FEW_WORDS, Survey
from forensics.spin.result import Family, Verdict

# Of 1,373 clean texts none is called spun, and three old books without punctuation are called suspect; scholarly prose
# comes up to .24, news up to .35 (docs/spin.md).
SPUN_FROM, SUSPECT_FROM = 0.8, 0.35
# Half of what "spun" needs; chosen, not measured: a sentence or two arouse no suspicion
FEW_WORDS_TO_SUSPECT = 30
# Substitutions, and the share of them, that name a family. Chosen, not measured: it moves no verdict, and of fewer than
# six one more changes the majority.
_FAMILY_FROM, _FAMILY_SHARE = 6, 0.5


def verdict(surveyed: Survey) -> tuple[Verdict, tuple[str, ...]]:
    """Return the verdict on a surveyed document, and what could not be seen."""
    limits = []
    if surveyed.words < FEW_WORDS:
        limits.append(
            f"too short to tell: {surveyed.words} words of English prose, at least {FEW_WORDS} are needed"
        )
    if surveyed.score >= SPUN_FROM and surveyed.words >= FEW_WORDS:
        return "spun", tuple(limits)
    if surveyed.score >= SUSPECT_FROM and surveyed.words >= FEW_WORDS_TO_SUSPECT:
        return "suspect", tuple(limits)
    return "clean", tuple(limits)


def family(names: Sequence[FamilyName]) -> Family | None:
    """Return the family that most of a text's substitutions are of, by the one of each; None where too few tell."""
    if len(names) < _FAMILY_FROM:
        return None
    name, most = min(Counter(names).items(), key=lambda item: (-item[1], item[0]))
    return Family(name, round(most / len(names), 4)) if most >= _FAMILY_SHARE * len(names) else None
