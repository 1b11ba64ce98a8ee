"""What the analyses ask of a language, as one object: fill in every field, and the language is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from forensics.lang.groups import (
    Calendar,
    Counting,
    Credits,
    Furniture,
    Journals,
    Names,
    Negation,
    Numbers,
    Origins,
    Pronouns,
    Registers,
    Speech,
    Spelling,
    Units,
    Words,
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Language:
    """One language: `code` (ISO 639-1) names its folder, `stemmer` its Snowball stemmer in nltk.

    It is made once and compared by identity, so that caches can hold it.
    """

    code: str
    name: str
    stemmer: str
    glue: Words
    """Words that stand everywhere: an equal one between two rewritten stretches does not say what faces what."""
    stop_words: Words
    """The same and more: what is left out where texts are folded along synonyms. There an apostrophe parts words."""
    function_words: Words
    """The same and more: all words that carry no content. A possessive ending is gone before they are looked up."""
    kept_as_is: Words
    """Words that a thesaurus lists odd synonyms for: only spinners' pairs speak about them."""
    frequent: Words
    """The most frequent words: a sentence with few of them is in another language."""
    abbreviations: tuple[str, ...]
    """Words whose full stop ends no sentence, cased as they are written, without it; single capitals need no entry."""
    spelling: Spelling
    negation: Negation
    numbers: Numbers
    calendar: Calendar
    units: Units
    counting: Counting
    speech: Speech
    names: Names
    journals: Journals
    pronouns: Pronouns
    origins: Origins
    furniture: Furniture
    credits: Credits
    registers: Registers

    def lines(self, name: str) -> list[str]:
        """Return the lines of one of its data files, comments and blank lines left out.

        outlets.tsv (kind, name, other names, domains), places.tsv (name, other names and demonyms), links.tsv (what
        spinners write, what it stands for) and residue.txt (phrases of page furniture) say at their heads how they
        are written; illnesses.tsv has a word and the number of the illness that it names.
        """
        path = Path(__file__).parent / self.code / "data" / name
        lines = path.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if line and not line.startswith("#")]
