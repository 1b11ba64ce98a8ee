"""Every knob of the three analyses, its default, and the seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from forensics.errors import UsageError

Analysis = Literal["dedupe", "spin", "trace"]
IndexCommand = Literal[
    "index build",
    "index add",
    "index remove",
    "index query",
    "index info",
    "index verify",
    "index repair",
]
Command = Literal[Analysis, IndexCommand]
Keep = Literal["first", "longest", "earliest"]
Unit = Literal["document", "paragraph"]
Fold = Literal["none", "spin"]
InputFormat = Literal[
    "auto",
    "text",
    "jsonl",
    "json",
    "csv",
    "tsv",
    "html",
    "pdf",
    "docx",
    "odt",
    "epub",
    "rtf",
    "warc",
    "parquet",
]

_ONE_OF = {"input_format": InputFormat, "unit": Unit, "fold": Fold, "keep": Keep}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """How documents are read."""

    text_field: str = "text"
    """Field of a JSON Lines, CSV, TSV or Parquet record that holds the text."""
    id_field: str = "id"
    """Field of such a record that names it; one without it is named by its file and line."""
    encoding: str = "utf-8"
    """Encoding of plain text, JSON Lines, CSV and TSV, and of pages that name none, as Python calls it."""
    input_format: InputFormat = "auto"
    """How every input is read; compression is seen through either way."""

    def __post_init__(self) -> None:
        """Refuse a word that a setting does not know, by the setting's name: raises UsageError."""
        for name, words in _ONE_OF.items():
            given = getattr(self, name, None)
            if given is not None and given not in get_args(words):
                raise UsageError(f"{name} is one of {', '.join(get_args(words))}, not {given!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class DedupeSettings(ReadSettings):
    """What near-duplicates are, how they are found, and which one of them is kept."""

    threshold: float = 0.7
    """Least Jaccard similarity, over sets of word shingles, of a near-duplicate: above 0, at most 1."""
    containment: float = 0.9
    """Least share of the smaller text's shingles that the larger one holds, of a pair that is listed below the
    threshold: above 0, at most 1."""
    shingle: int = 5
    """Words in a shingle, 1 or more."""
    num_perm: int = 128
    """Permutations in a MinHash signature, 2 to 4096; does nothing with `certify`."""
    unit: Unit = "document"
    """What is compared."""
    fold: Fold = "none"
    """What is made alike in the texts before they are compared."""
    keep: Keep = "first"
    """Which document of a cluster is kept."""
    date_field: str = "date"
    """Field of a record with its date (ISO 8601, RFC 5322 or Unix time); does nothing unless `keep` is earliest."""
    against: tuple[str, ...] = ()
    """Paths of the known documents that the new ones were held against; empty where none were named."""
    index: str | None = None
    """Folder of an index that holds the known documents; null where none does."""
    store: str | None = None
    """Address of a store that holds the known documents, without its password; null where none does."""
    certify: bool = False
    """Whether candidates come from an exact join and not from signatures: slower, and no pair is missed."""
    seed: int = 1
    """Seed of the permutations, 0 to 4294967295; does nothing with `certify`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpinSettings(ReadSettings):
    """What a text is held against, and what is known about spinners."""

    against: str | None = None
    """Path of the original, or of another spin of it; null where there is no reference."""
    lexicon: str | None = None
    """Path of a table of further pairs; null where there is none."""
    lm: str | None = None
    """Language model that weighs the substitutions, by name or path; null for none. Does nothing with `against`."""
    without_pages: tuple[str, ...] = ()
    """Pages whose pairs are left out of what ships, unless other pages show them too."""
    min_score: float = 0.0
    """Least score, 0 to 1, of a document that is listed."""
    seed: int = 1
    """Kept, so that every result names one; spin draws nothing by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceSettings(ReadSettings):
    """What texts are compared with, and what is left out of the counted coverages."""

    against: tuple[str, ...] = ()
    """Paths of the texts that may be sources; empty where the texts were compared with each other alone."""
    index: str | None = None
    """Folder of an index whose texts may be sources too; null for none."""
    exclude_quotes: bool = False
    """Whether matches that are mostly quotations count for nothing."""
    exclude_small: int = 0
    """Matches of fewer words than this, on the side with fewer, count for nothing."""
    exclude_boilerplate: bool = True
    """Whether template text, which at least four of the texts share, is set aside and counts for nothing."""
    exclude_sources: tuple[str, ...] = ()
    """Ids of texts whose matches count for nothing."""
    exclude_bibliography: bool | None = None
    """Whether entries of reference lists that two texts share count for nothing; null: they are residue, which is in no
    percentage. Otherwise the coverages hold them, and the counted ones where this is false."""
    exclude_citations: bool = False
    """Whether in-text citations count for nothing, neither as matching nor among a text's words."""
    templates: tuple[str, ...] = ()
    """Paths of task texts or forms that all may share: what a text shares with them is residue, and counts nowhere."""
    leaders: int = 10
    """How many sources of a large collection are compared with each text in depth, 1 or more."""
    seed: int = 1
    """Seed of the shuffles that the common order of two texts is tested against, 0 or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexSettings(ReadSettings):
    """Which index is changed or asked, and with what."""

    index: str
    """Folder of the index."""
    remove: tuple[str, ...] = ()
    """Ids of the documents to take out, where the command is `index remove`."""
    leaders: int = 10
    """How many sources are named of each text, 1 or more."""
    where: tuple[str, ...] = ()
    """FIELD=VALUE: only sources whose fields say all of these are named."""
    since: str | None = None
    """Only sources whose `date` is this one or later are named; null for all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchSettings(ReadSettings):
    """Which folder is watched, which index is asked, and when a file is whole."""

    folder: str
    """Folder that is watched."""
    index: str
    """Folder of the index."""
    settle: float = 2.0
    """Seconds, 0 or more, for which nothing may have changed a file before it is read."""
    leaders: int = 10
    """How many sources of the index are compared with each text in depth, 1 or more."""
    seed: int = 1
    """Seed of the shuffles that the common order of two texts is tested against, 0 or more."""
