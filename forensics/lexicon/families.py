"""The families of spinners: what each is called, what is said of it, and where its words come from.

To add a family, add a row here and pairs that are labelled with its name; nothing else names one. Each has a rate of
its own in every document. What clean text shows of a family is measured (python -m bench.spin.documents) and lies
with the weights; a family that was not measured yet is held against the usual one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FamilyName = Literal[
    "autoblog", "usedtobe", "tortured", "wordnet", "chemical", "other", "user", "thesaurus", "unknown"
]
"""The names of FAMILIES, and what a spinner is called that is of none: results and their schema hold no other."""

UNKNOWN: Literal["unknown"] = "unknown"
_UNKNOWN_DESCRIPTION = "a spinner that is not known: no family's words explain them"


@dataclass(frozen=True, slots=True)
class SpinnerFamily:
    """Spinners that replace alike; `description` follows the words "these substitutions are those of".

    `sources` are what its words come from: each has a rate of its own in a document (spin.channel.rate). `pairs` says
    that it is known by the pairs that it writes, labelled with its name in the table that ships; any other is known
    by the thesauri that it takes its words from.
    """

    name: FamilyName
    description: str
    sources: tuple[str, ...]
    pairs: bool


def _known_by_pairs(name: FamilyName, description: str) -> SpinnerFamily:
    return SpinnerFamily(name, description, sources=(name,), pairs=True)


# What a user's lexicon holds and no shipped pair does: it may be the work of any family.
USERS = _known_by_pairs("user", "the spinner whose words your own lexicon lists")
# What is seen on a few pages each; also what a table labels with a name that is not here.
OTHER = _known_by_pairs("other", "spinners that were met on a page or two")
THESAURUS = SpinnerFamily(
    "thesaurus",
    "spinners that take words from a thesaurus",
    sources=("close", "loose"),  # synonyms in WordNet; any looser link
    pairs=False,
)
# Those with pairs come first, as the rates of a document do.
FAMILIES = (
    _known_by_pairs(
        "autoblog", "spinners of automatic blogs, which replace nearly every word that they know"
    ),
    _known_by_pairs("usedtobe", "the spinner of automatic blogs that writes “used to be” for “was”"),
    _known_by_pairs("tortured", "the spinners behind tortured phrases in scholarly papers"),
    _known_by_pairs("wordnet", "the spinner that writes a word's neighbours in WordNet (“per centum”)"),
    _known_by_pairs("chemical", "the spinner that takes letters for chemical elements (he becomes helium)"),
    OTHER,
    USERS,
    THESAURUS,
)
WITH_PAIRS = tuple(family for family in FAMILIES if family.pairs)

_BY_NAME = {family.name: family for family in FAMILIES}
_BY_LABEL: dict[str, SpinnerFamily] = {family.name: family for family in WITH_PAIRS}


def counted_with(label: str) -> SpinnerFamily:
    """Return the family that pairs of a table's `label` count with: OTHER where it has none of its own."""
    return _BY_LABEL.get(label, OTHER)


def described(name: FamilyName) -> str:
    """Return what is said of a family by its name."""
    return _UNKNOWN_DESCRIPTION if name == UNKNOWN else _BY_NAME[name].description
