"""What trace finds within one text: claims, residue, facts, and what reads as spun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from forensics.text.disguise.findings import Obfuscation

ClaimKind = Literal["told", "reported", "according_to", "quoted"]
Cited = Literal["media", "official", "platform", "speaker"]
ResidueKind = Literal[
    "source_link",
    "comment_form",
    "contents",
    "site_header",
    "share",
    "cookie",
    "subscribe",
    "related",
    "copyright",
    "advertisement",
    "credit",
    "reference_list",
    "declaration",
    "dateline",
    "byline",
    "timestamp",
    "photo_credit",
    "agency_credit",
    "author_note",
    "release_form",
    "template",
]
FactKind = Literal["number", "quantity", "date", "name", "place", "quote"]
Qualifier = Literal["about", "over", "under"]
Role = Literal["text", "source"]


@dataclass(frozen=True, slots=True)
class Claim:
    """Who is said to have said what, in one sentence."""

    start: int
    """Where the sentence begins: code points into the text."""
    end: int
    """Where it ends, this code point excluded; of a very long sentence the stretch around who is cited."""
    text: str
    """The sentence as it stands."""
    outlet: str
    """Who is cited, with spinning undone: an outlet or official by its canonical name, else the speaker."""
    spun_from: str | None
    """The name as it was read; null where it stands as it is cited."""
    kind: ClaimKind
    """How the words are given."""
    cited: Cited = "speaker"
    """What is cited."""
    speaker: str | None = None
    """Who spoke, where both an outlet and a speaker are named; else null."""
    cited_start: int = 0
    """Where the name of who is cited begins: code points into the text."""
    cited_end: int = 0
    """Where that name ends, this code point excluded; equal to its start where none stands there."""


@dataclass(frozen=True, slots=True)
class Residue:
    """What the pipeline left behind: furniture of pages and scrapers. It counts in no percentage."""

    start: int
    """Where it begins: code points into the text."""
    end: int
    """Where it ends, this code point excluded."""
    text: str
    """The residue as it stands."""
    kind: ResidueKind
    """What it was on the page."""
    restored: str | None
    """The residue with spinning undone; null where none was."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that survives rewriting."""

    start: int
    """Where it begins: code points into the text."""
    end: int
    """Where it ends, this code point excluded."""
    text: str
    """The fact as it stands."""
    kind: FactKind
    """What kind of fact it is."""
    normalised: str
    """The form in which two texts are compared: "1,000 sq km" and "1,000 km²" are both "1000 km2"."""
    qualifier: Qualifier | None = None
    """What makes the figure approximate or a bound; null for an exact one and for other facts."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that a text gives as somebody else's."""

    start: int
    """Where they begin: code points into the text, the mark before them included."""
    end: int
    """Where they end, this code point excluded."""
    speaker: str | None = None
    """Who is said to have spoken or written them; null where nobody is named near."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place where a text points to a source: "(Doe, 2010)", "[12]"."""

    start: int
    """Where it begins: code points into the text."""
    end: int
    """Where it ends, this code point excluded."""
    text: str
    """It as it stands."""


@dataclass(frozen=True, slots=True)
class SpunWord:
    """One word or phrase that reads as spun."""

    start: int
    """Where it begins: code points into the text."""
    end: int
    """Where it ends, this code point excluded."""
    observed: str
    """What the text has there."""
    original: str
    """What it most likely stood for."""
    confidence: float
    """Probability that the words were replaced, 0 to 1."""


@dataclass(frozen=True, slots=True)
class TraceDocument:
    """What one text says about itself, without any other text at hand."""

    id: str
    """Id of the document."""
    claims: tuple[Claim, ...]
    """Who is cited, in the order of the text, once a sentence and source."""
    residue: tuple[Residue, ...]
    """What is no part of the story, in the order of the text."""
    facts: tuple[Fact, ...]
    """The facts, in the order of the text; those in a quotation stand within it."""
    substitutions: tuple[SpunWord, ...]
    """What reads as spun, in the order of the text."""
    spun: float | None = None
    """Calibrated probability that it was spun, 0 to 1; null where that was not looked at."""
    text: str = ""
    """The whole text as decoded, so that a saved result can be shown with its evidence in place."""
    role: Role = "text"
    """What it was given as."""
    quotations: tuple[Quotation, ...] = ()
    """What it gives as the words of others, in the order of the text: in marks, as blocks, as posts."""
    citations: tuple[Citation, ...] = ()
    """Where it points to a source, in the order of the text."""
    obfuscation: tuple[Obfuscation, ...] = ()
    """What disguises the text; it was read without."""
