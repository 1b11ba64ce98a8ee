"""Where texts come from: what spin reads in them is handed on to trace."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from forensics.api.indexed import OthersOnly, open_index, used
from forensics.api.texts import Texts, open_texts
from forensics.documents.corpus import Corpus
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document, Input
from forensics.envelope import Envelope, this_tool
from forensics.errors import InputError
from forensics.progress import SILENT, Progress
from forensics.settings import TraceSettings
from forensics.text.annotate import AnnotatedText
from forensics.text.edits import Edit, SpunReading
from forensics.trace.result import TraceResult

if TYPE_CHECKING:
    from forensics.trace.run import Spinning


def trace(
    texts: Texts,
    *,
    against: Texts | None = None,
    index: str | Path | None = None,
    templates: Texts | None = None,
    settings: TraceSettings | None = None,
    writes: Iterable[Path] = (),
    progress: Progress = SILENT,
) -> Envelope[TraceSettings, TraceResult]:
    """Tell where `texts` (paths or documents) come from, comparing them with those of `against`, and
    with the texts in the folder `index` that `forensics index` keeps.

    Without either, only what the texts say about themselves is there to tell. `templates` are task texts or forms
    that all may share. `writes` are the files that the caller is going to write. Raises ForensicsError where nothing
    can be read, where a template cannot, where there is no index, and where a source to leave out is not there.
    """
    from forensics.trace.run import RECORD_FIELDS
    from forensics.trace.run import trace as run

    chosen = settings or TraceSettings()
    if index is not None:
        chosen = replace(chosen, index=os.fspath(index))
    corpus = open_texts(texts, chosen, metadata=RECORD_FIELDS, writes=writes)
    documents = list(corpus)
    others = None if against is None else open_texts(against, chosen, metadata=RECORD_FIELDS, writes=writes)
    sources = () if others is None else _not_of(corpus.inputs, others)
    forms = None if templates is None else open_texts(templates, chosen, writes=writes)
    shared = () if forms is None else _read_whole(forms)
    asked, opened = None, None
    if chosen.index is not None:
        opened = open_index(chosen.index)
        asked = OthersOnly(opened, (one.id for one in corpus.inputs), RECORD_FIELDS)
    try:
        known = None if opened is None or chosen.index is None else used(opened, chosen.index)
        result = run(
            documents, sources, chosen, index=asked, spinning=reader(), templates=shared, progress=progress
        )
    finally:
        if opened is not None:
            opened.close()
    inputs, skipped, warnings = list(corpus.inputs), list(corpus.skipped), list(corpus.warnings)
    for read in (others, forms):
        inputs += [one for one in read.inputs if one not in inputs] if read is not None else []
    if others is not None:
        skipped += [one for one in others.skipped if one not in skipped]
        warnings += [one for one in others.warnings if one not in warnings]
    return Envelope(
        tool=this_tool(lexicon=True),
        command="trace",
        settings=chosen,
        paths=corpus.given,
        inputs=tuple(inputs),
        index=known,
        skipped=tuple(skipped),
        warnings=tuple(warnings),
        result=result,
    )


def _read_whole(forms: Corpus | MemoryCorpus) -> list[Document]:
    """Return the templates; raise InputError where one of them could not be read."""
    documents = list(forms)
    for one in forms.skipped:
        raise InputError(f"template: {one.id}: {one.reason}", "give the task text or the form as a text")
    if not documents:
        raise InputError("template: no text in it", "give the task text or the form as a text")
    return documents


def _not_of(texts: Iterable[Input], sources: Iterable[Document]) -> Iterator[Document]:
    """Yield the sources that are none of the texts' files by another path: no text is its own source."""
    own = {os.path.realpath(one.id): one.id for one in texts if Path(one.id).is_file()}
    for source in sources:
        if not own or own.get(os.path.realpath(source.id), source.id) == source.id:
            yield source


def reader() -> Spinning:
    """Return what spin has to say of a text, in the terms that trace knows."""
    from forensics import lexicon
    from forensics.spin.detect import detect_in

    words = lexicon.load()

    def read(text: AnnotatedText) -> SpunReading:
        found = detect_in("", text, words)
        edits = (Edit(s.start, s.end, s.observed, s.original, s.confidence) for s in found.substitutions)
        return SpunReading(found.score, tuple(edits))

    return read
