"""Every knob of the three analyses, its default, and the seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Command = Literal["dedupe", "spin", "trace"]
Keep = Literal["first", "longest", "earliest"]
Unit = Literal["document", "paragraph"]
Fold = Literal["none", "spin"]
InputFormat = Literal["auto", "text", "jsonl", "csv", "tsv", "html", "pdf", "docx", "warc", "parquet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """How documents are read: the fields of records that hold text and identity, and the encoding.

    `input_format` "auto" goes by each file's name, then by its first bytes; any other value holds for
    every input (compression is seen through either way).
    """

    text_field: str = "text"
    id_field: str = "id"
    encoding: str = "utf-8"
    input_format: InputFormat = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class DedupeSettings(ReadSettings):
    """Near-duplicates: `threshold` is a true Jaccard over word shingles of length `shingle`.

    `date_field` is where the policy "earliest" finds a document's date; `certify` joins exactly, without sketches.
    """

    threshold: float = 0.7
    shingle: int = 5
    num_perm: int = 128
    unit: Unit = "document"
    fold: Fold = "none"
    keep: Keep = "first"
    date_field: str = "date"
    certify: bool = False
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SpinSettings(ReadSettings):
    """Synonym spinning: what the lexicon may know, and which model helps."""

    against: str | None = None
    lexicon: str | None = None
    lm: str | None = None
    without_pages: tuple[str, ...] = ()
    min_score: float = 0.0
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceSettings(ReadSettings):
    """Source tracing: what the texts are compared with, and what the counted percentages leave out.

    `exclude_small` leaves out matches of fewer words, `exclude_sources` whole sources by id. From a large collection
    the `leaders` of the retrieval are compared in depth.
    """

    against: tuple[str, ...] = ()
    exclude_quotes: bool = False
    exclude_small: int = 0
    exclude_boilerplate: bool = True
    exclude_sources: tuple[str, ...] = ()
    leaders: int = 10
    seed: int = 1
