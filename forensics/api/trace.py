"""Where texts come from: what spin reads in them is handed on to trace."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from forensics.api.texts import Texts, open_texts
from forensics.documents.model import Document, Input
from forensics.envelope import Envelope
from forensics.progress import SILENT, Progress
from forensics.settings import SpinSettings, TraceSettings
from forensics.text.edits import Edit, SpunReading
from forensics.trace.result import TraceResult

# Reading a text for spinning takes a moment; with more sources than this only the texts themselves are read.
_SOURCES_READ_FOR_SPINNING = 50


def trace(
    texts: Texts,
    *,
    against: Texts | None = None,
    settings: TraceSettings | None = None,
    writes: Iterable[Path] = (),
    progress: Progress = SILENT,
) -> Envelope[TraceSettings, TraceResult]:
    """Tell where `texts` (paths or documents) come from, comparing them with those of `against`.

    Without `against`, only what the texts say about themselves is there to tell. `writes` are the files that the
    caller is going to write. Raises ForensicsError where
    nothing can be read.
    """
    from forensics.trace.run import trace as run

    chosen = settings or TraceSettings()
    corpus = open_texts(texts, chosen, writes=writes)
    documents = list(corpus)
    inputs, skipped = list(corpus.inputs), list(corpus.skipped)
    sources: list[Document] = []
    if against is not None:
        others = open_texts(against, chosen, writes=writes)
        sources = list(others)
        again = _spelt_otherwise(corpus.inputs, others.inputs)
        sources = [source for source in sources if source.id not in again]
        inputs += [one for one in others.inputs if one not in inputs]
        skipped += [one for one in others.skipped if one not in skipped]
    result = run(documents, sources, chosen, spun=_read_spinning(documents, sources), progress=progress)
    return Envelope(
        command="trace", settings=chosen, inputs=tuple(inputs), skipped=tuple(skipped), result=result
    )


def _spelt_otherwise(texts: Iterable[Input], sources: Iterable[Input]) -> set[str]:
    """Return the ids of sources that are one of the texts' files by another path: no text is its own source."""
    own = {os.path.realpath(one.id): one.id for one in texts if Path(one.id).is_file()}
    return {one.id for one in sources if own.get(os.path.realpath(one.id), one.id) != one.id}


def _read_spinning(documents: list[Document], sources: list[Document]) -> dict[str, SpunReading]:
    from forensics import lexicon
    from forensics.spin.detect import detect

    words = lexicon.load()
    settings = SpinSettings()
    read: dict[str, SpunReading] = {}
    for document in documents + (sources if len(sources) <= _SOURCES_READ_FOR_SPINNING else []):
        if document.id in read:
            continue
        found = detect(document, words, settings)
        edits = tuple(
            Edit(one.start, one.end, one.observed, one.original, one.confidence)
            for one in found.substitutions
        )
        read[document.id] = SpunReading(found.score, edits)
    return read
