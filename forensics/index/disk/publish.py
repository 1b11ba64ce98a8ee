"""The files of one change, written before its commit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.index import counts
from forensics.index.disk import parts, segments
from forensics.index.disk.batch import Batch
from forensics.index.sorted_file import encode
from forensics.index.words import entries_of, schema

if TYPE_CHECKING:
    from forensics.index.chunks import SourceWords
    from forensics.sketch.interface import Hashes

_IN_MEMORY = 64  # documents; decides nothing but where tantivy works on them
NO_DOCUMENT = (0, -1)
"""First and last of a file that no document's death makes wrong."""


@dataclass(frozen=True, slots=True)
class Published:
    """Files that are in their place, for the database to list; `template` is empty where tantivy had nothing to do."""

    parts: list[parts.Part]
    segments: list[segments.Segment]
    template: bytes


def publish(home: Path, batch: Batch, gone: Sequence[SourceWords], generation: int) -> Published:
    """Write what a change adds: segments and keys of new documents, and counts, less those of documents that go."""
    publisher = parts.Publisher(home, generation)
    if batch.documents:
        span = (batch.first, batch.last)
        kept: tuple[tuple[parts.Kind, Sequence[Hashes]], ...]
        kept = (("bands", batch.bands), ("prints", [batch.prints]))
        for kind, sections in kept:
            entries = sum(map(len, sections))
            publisher.put(encode(sections), key_name(generation, kind), kind, entries, *span)
    terms, change = counts.summed(
        [counts.changes(_chunks(batch.words)), counts.changes(_chunks(gone), sign=-1)]
    )
    if len(terms):
        data = encode(counts.as_sections(terms, change))
        publisher.put(data, key_name(generation, "counts"), "counts", len(terms), *NO_DOCUMENT)
    found: list[segments.Segment] = []
    template = b""
    if batch.chunks:
        small = len(batch.documents) <= _IN_MEMORY
        with segments.stage(home, small=small) as folder:
            staged = segments.written(folder, schema(), lambda writer: _fill(writer, batch), small=small)
            template = staged.template
            found = take(publisher, staged, batch.first, batch.last, generation)
    publisher.settle()
    return Published(publisher.parts, found, template)


def key_name(generation: int, kind: parts.Kind) -> str:
    """Return the name of the file of sorted keys that a generation of the index adds."""
    return f"{parts.KEYS}/{generation}.{kind}"


def _chunks(words: Iterable[SourceWords]) -> Iterator[list[str]]:
    return (chunk for one in words for chunk in one.chunks)


def _fill(writer: Any, batch: Batch) -> None:  # noqa: ANN401 - tantivy carries no types
    for number, one in enumerate(batch.words, batch.first):
        for entry in entries_of(number, one.chunks):
            writer.add_document(entry)


def take(
    publisher: parts.Publisher, staged: segments.Staged, first: int, last: int, generation: int
) -> list[segments.Segment]:
    """Bring the segments of a stage to their place, and return them."""
    import msgspec

    found = []
    for entry, files in staged.segments:
        for file in files:
            publisher.move(file, f"{parts.WORDS}/{file.name}", "words", entry["max_doc"], first, last)
        found.append(
            segments.Segment(
                entry["segment_id"], msgspec.json.encode(entry), entry["max_doc"], first, last, generation
            )
        )
    return found
