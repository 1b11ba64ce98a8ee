"""A corpus that stays: an index on disk made, changed and asked."""

from __future__ import annotations

from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from forensics.api.texts import Texts, open_texts
from forensics.documents.model import Input, Skipped, Warned
from forensics.envelope import Envelope, this_tool
from forensics.index.result import (
    IndexChanged,
    IndexInfo,
    IndexMatch,
    IndexMatches,
    IndexRepaired,
    IndexSpan,
    IndexVerified,
)
from forensics.progress import SILENT, Progress
from forensics.settings import IndexCommand, IndexSettings

if TYPE_CHECKING:
    from forensics.documents.corpus import Corpus
    from forensics.documents.memory import MemoryCorpus
    from forensics.index.disk.changes import Changes
from forensics.index.disk.writer import IndexWriter

R = TypeVar("R")

_UNFINISHED = "the build that made it was cut short: run it again to go on"


def build(
    texts: Texts, settings: IndexSettings, *, wait: float = 0.0, progress: Progress = SILENT
) -> Envelope[IndexSettings, IndexChanged]:
    """Make an index of `texts` (paths or documents) in the folder that `settings` names.

    A build that was cut short goes on where it is run again. Raises UsageError where an index is there already,
    BusyIndexError where another process writes to it for longer than `wait` seconds, and what reading raises.
    """
    from forensics.index.disk.making import check_new

    check_new(Path(settings.index))
    return _taken_in("index build", texts, settings, wait=wait, progress=progress, create=True)


def add(
    texts: Texts, settings: IndexSettings, *, wait: float = 0.0, progress: Progress = SILENT
) -> Envelope[IndexSettings, IndexChanged]:
    """Add `texts` (paths or documents) to an index; those of known ids replace what differs.

    Raises NoIndexError, and what `build` raises.
    """
    return _taken_in("index add", texts, settings, wait=wait, progress=progress, create=False)


def remove(settings: IndexSettings, *, wait: float = 0.0) -> Envelope[IndexSettings, IndexChanged]:
    """Take the documents out of an index whose ids `settings` names; one that is not there is warned of."""
    from forensics.index.disk.writer import IndexWriter

    with IndexWriter(Path(settings.index), wait=wait) as writer:
        missing = [id for id in dict.fromkeys(settings.remove) if id not in writer]
        changes = writer.remove(settings.remove)
        result = _changed(changes, writer)
    warnings = tuple(Warned(id, "the index holds no document of this id") for id in missing)
    return _enveloped("index remove", settings, result, warnings=warnings)


def query(
    texts: Texts, settings: IndexSettings, *, progress: Progress = SILENT
) -> Envelope[IndexSettings, IndexMatches]:
    """Name the documents of an index that `texts` (paths or documents) may come from, with what they share.

    Raises NoIndexError, OtherShapeError, UsageError for filters that cannot be, and what reading raises.
    """
    from forensics.index.disk.disk import DiskIndex
    from forensics.index.filters import filter_of
    from forensics.index.spans import Runs, shared_spans
    from forensics.lexicon.relations import shipped

    wanted = filter_of(settings.where, settings.since)
    corpus = open_texts(texts, settings)
    found: list[IndexMatch] = []
    progress.start("asking")
    with DiskIndex(Path(settings.index), shipped()) as index:
        for one in corpus:
            runs = Runs(one.text)
            for leader in index.leaders(one, settings.leaders, wanted):
                spans = tuple(starmap(IndexSpan, shared_spans(runs, Runs(leader.document.text))))
                found.append(IndexMatch(one.id, leader.document.id, leader.score, spans))
            progress.advance()
        unfinished = not index.state.finished
    progress.finish()
    warnings = (Warned(settings.index, _UNFINISHED),) if unfinished else ()
    return _enveloped(
        "index query",
        settings,
        IndexMatches(tuple(found)),
        corpus.given,
        corpus.inputs,
        corpus.skipped,
        (*corpus.warnings, *warnings),
    )


def info(settings: IndexSettings) -> Envelope[IndexSettings, IndexInfo]:
    """Say what an index holds and what it was made with; one made by other rules is described too."""
    from forensics.index.disk.making import describe

    result = describe(Path(settings.index))
    warnings = () if result.finished else (Warned(settings.index, _UNFINISHED),)
    return _enveloped("index info", settings, result, warnings=warnings)


def verify(settings: IndexSettings, *, progress: Progress = SILENT) -> Envelope[IndexSettings, IndexVerified]:
    """Say whether every file of an index is as it was written, and what is not."""
    from forensics.index.disk.verifying import problems

    found = tuple(problems(Path(settings.index), progress))
    return _enveloped("index verify", settings, IndexVerified(not found, found))


def repair(
    settings: IndexSettings, *, wait: float = 0.0, progress: Progress = SILENT
) -> Envelope[IndexSettings, IndexRepaired]:
    """Make an index anew from what is sound in it, by the rules of this program, and say what was lost."""
    from forensics.index.disk.repairing import repair as run

    result = run(Path(settings.index), wait=wait, progress=progress)
    return _enveloped("index repair", settings, result)


def _taken_in(
    command: IndexCommand,
    texts: Texts,
    settings: IndexSettings,
    *,
    wait: float,
    progress: Progress,
    create: bool,
) -> Envelope[IndexSettings, IndexChanged]:
    from forensics.index.disk.writer import IndexWriter

    corpus = open_texts(texts, settings, metadata=True)
    with IndexWriter(Path(settings.index), create=create, wait=wait) as writer:
        progress.start("indexing", _known_total(corpus))
        changes = writer.add(corpus, progress)
        progress.finish()
        if create and corpus.inputs:
            writer.finish()
        result = _changed(changes, writer)
    return _enveloped(command, settings, result, corpus.given, corpus.inputs, corpus.skipped, corpus.warnings)


def _known_total(corpus: Corpus | MemoryCorpus) -> int | None:
    """Return how many documents a corpus has; None where that is known only once it was read."""
    from forensics.documents.formats import RECORDS
    from forensics.documents.memory import MemoryCorpus

    if isinstance(corpus, MemoryCorpus):
        return len(list(corpus))
    kinds = [corpus.files.kind(number) for number in range(len(corpus.files))]
    return None if any(kind is None or kind in RECORDS for kind in kinds) else len(kinds)


def _changed(changes: Changes, writer: IndexWriter) -> IndexChanged:
    return IndexChanged(
        added=changes.added,
        removed=changes.removed,
        unchanged=changes.unchanged,
        replaced=changes.replaced,
        documents=writer.state.documents,
    )


def _enveloped(
    command: IndexCommand,
    settings: IndexSettings,
    result: R,
    paths: tuple[str, ...] = (),
    inputs: tuple[Input, ...] = (),
    skipped: tuple[Skipped, ...] = (),
    warnings: tuple[Warned, ...] = (),
) -> Envelope[IndexSettings, R]:
    return Envelope(
        tool=this_tool(),
        command=command,
        settings=settings,
        paths=paths,
        inputs=inputs,
        skipped=skipped,
        warnings=warnings,
        result=result,
    )
