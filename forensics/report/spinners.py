"""What every face of a result says of the spinner that wrote a text."""

from __future__ import annotations

from forensics.lexicon.families import THESAURUS, UNKNOWN, described
from forensics.report.wording import count
from forensics.spin.result import Family, SpinDocument

_IN_NO_PAIR = (THESAURUS.name, UNKNOWN)  # of these no words are known that would say so


def family_told(family: Family) -> str:
    """Return which spinners wrote a text, how likely that is, and how many of its substitutions say so."""
    known = f", {family.share:.0%} of them known of it" if family.name not in _IN_NO_PAIR else ""
    return (
        f"These substitutions are those of {described(family.name)} (probability "
        f"{family.probability:.2f}){known}."
    )


def phrases_told(one: SpinDocument) -> str:
    """Return how many tortured phrases a text holds, and what that says where it was not found to be spun."""
    alone = "" if one.verdict in ("spun", "suspect") else "; they do not make the whole text spun"
    return f"{count(len(one.phrases), 'phrase')} that spinners make of a term{alone}:"
