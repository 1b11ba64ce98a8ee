"""The families of spinners: what each is called, what is said of it, and where its words come from.

To add one whose pairs count with the main family, add pairs; one with a row here has a rate of its own in every
document, so that the model of the verdict is fitted again (bench/spin/documents.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FamilyName = Literal["autoblog", "chemical", "thesaurus"]
"""The names of FAMILIES, as a type: results and their schema hold no other."""


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


MAIN = SpinnerFamily(
    "autoblog",
    "spinners of automatic blogs, which replace nearly every word that they know",
    sources=("autoblog",),
    pairs=True,
)
CHEMICAL = SpinnerFamily(
    "chemical",
    "the spinner that takes letters for chemical elements (he becomes helium)",
    sources=("chemical",),
    pairs=True,
)
THESAURUS = SpinnerFamily(
    "thesaurus",
    "spinners that take words from a thesaurus",
    sources=("wordnet", "thesaurus"),  # synonyms in WordNet; any looser link
    pairs=False,
)
# Those with pairs come first, as the rates of a document do. What has a row of its own beside the main family has a
# dictionary that shares little with it.
FAMILIES = (MAIN, CHEMICAL, THESAURUS)
WITH_PAIRS = tuple(family for family in FAMILIES if family.pairs)

_BY_NAME = {family.name: family for family in FAMILIES}
_BY_LABEL: dict[str, SpinnerFamily] = {family.name: family for family in WITH_PAIRS}


def counted_with(label: str) -> SpinnerFamily:
    """Return the family that pairs of a table's `label` count with: the main one where it has none of its own.

    Users' pairs count with the main family too, whatever their table is called.
    """
    return _BY_LABEL.get(label, MAIN)


def described(name: FamilyName) -> str:
    """Return what is said of a family by its name."""
    return _BY_NAME[name].description
