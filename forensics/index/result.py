"""What `forensics index` says: of changes, of what an index holds, of what it finds, and of damage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexChanged:
    """What `build`, `add` and `remove` did."""

    added: int
    """Documents of ids that the index did not know."""
    removed: int
    """Documents that were taken out."""
    unchanged: int
    """Documents that the index had already, the same in text and fields."""
    replaced: int
    """Documents that took the place of others of their ids: their texts or fields had changed."""
    documents: int
    """Documents in the index now."""


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What an index holds, and what it was made with."""

    documents: int
    """Documents in it."""
    chunks: int
    """Chunks of them that retrieval asks, of about three sentences each."""
    bytes: int
    """Bytes that its files take."""
    schema_version: int
    """Version of its format; it counts up where an earlier program could not read it."""
    settings_fingerprint: str
    """SHA-256, in 64 hexadecimal digits, of all that shapes it: only programs of the same fingerprint read it."""
    shape: Mapping[str, str]
    """What shapes it, by name."""
    finished: bool
    """Whether the build that made it has ended; if not, running it again goes on."""


@dataclass(frozen=True, slots=True)
class IndexSpan:
    """A stretch that a text and a source share."""

    start: int
    """Where it begins: code points into the text that was asked about."""
    end: int
    """Where it ends: code points into that text, this one excluded."""
    source_start: int
    """Where it begins: code points into the source."""
    source_end: int
    """Where it ends: code points into the source, this one excluded."""


@dataclass(frozen=True, slots=True)
class IndexMatch:
    """A source in the index that a text may share something with."""

    query: str
    """Id of the text that was asked about."""
    source: str
    """Id of the source."""
    score: float
    """Orders the sources of one text, the likeliest first; it is no probability."""
    spans: tuple[IndexSpan, ...]
    """The stretches that stand in both in the same words, in the order of the text; empty where other words do."""


@dataclass(frozen=True, slots=True)
class IndexMatches:
    """What `query` found."""

    matches: tuple[IndexMatch, ...]
    """The sources of each text, in the order of the texts, the likeliest first."""


@dataclass(frozen=True, slots=True)
class IndexProblem:
    """Something in an index that is not as it was written."""

    file: str
    """The file, or what in the database, it was found in."""
    problem: str
    """What is wrong with it, in one line for people."""


@dataclass(frozen=True, slots=True)
class IndexVerified:
    """What `verify` found."""

    sound: bool
    """Whether every file is as it was written."""
    problems: tuple[IndexProblem, ...]
    """What is not."""


@dataclass(frozen=True, slots=True)
class IndexRepaired:
    """What `repair` saved, and what it could not."""

    documents: int
    """Documents in the index now."""
    lost: tuple[IndexProblem, ...]
    """Documents that could not be saved, by id where that could be read; empty where nothing was lost."""
    complete: bool
    """Whether `lost` names all that is missing: false where the database could not say how much it held."""
