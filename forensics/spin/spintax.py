"""Left-over spintax: "{we can|we will}", a choice that a spinner's template should have made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from forensics.spin.odds import log_odds, probability
from forensics.spin.result import Evidence, Substitution

_GROUP = re.compile(r"\{([^\s{}|][^{}|\n]{0,60}(?:\|(?!\|)[^{}|\n]{0,60})+)\}")
_WORDS = re.compile(r"[^\W\d_][\w’'-]*(?:,? [\w’'-]+)*")
# Nats for the text, and for each place: chosen. Nobody else writes so, but manuals and programs do, in single words
_NATS = 4.0
_CHOICE_CONFIDENCE = 0.99
_SUREST = 1 - 1e-9  # of a score: odds are finite below 1
_GROUPS_OF_SINGLE_WORDS = 3  # groups: fewer, and a manual lists its options; chosen


def spintax(text: str) -> tuple[Substitution, ...]:
    """Return the choices that were left open in a text, in order, each with its first option as the original.

    Every option is words; one in the text has two at least, or there are several groups.
    """
    every = [(match, _options(match[1])) for match in _GROUP.finditer(text)]
    groups = [(match, options) for match, options in every if all(map(_WORDS.fullmatch, options))]
    several = len(groups) >= _GROUPS_OF_SINGLE_WORDS
    if not several and not any(" " in option for _, options in groups for option in options):
        return ()
    return tuple(
        Substitution(
            start=match.start(),
            end=match.end(),
            observed=match[0],
            original=options[0],
            alternatives=tuple(dict.fromkeys(o for o in options[1:] if o != options[0])),
            confidence=_CHOICE_CONFIDENCE,
            evidence=(Evidence("spintax", "a choice that a spinner's template left open", _NATS),),
            probability_replaced=_CHOICE_CONFIDENCE,
            probability_original=round(_CHOICE_CONFIDENCE / len(options), 4),
        )
        for match, options in groups
    )


def suspected(score: float, left: Sequence[Substitution]) -> float:
    """Return the probability that a text was spun once its left-over choices are weighed too."""
    return probability(log_odds(min(score, _SUREST)) + _NATS) if left else score


def _options(group: str) -> list[str]:
    return [option.strip() for option in group.split("|") if option.strip()] or [""]
