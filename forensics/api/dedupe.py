"""Near-duplicates among texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from forensics.api.texts import Texts, open_texts
from forensics.dedupe.result import DedupeResult
from forensics.documents.staging import together
from forensics.envelope import Envelope, this_tool
from forensics.errors import UsageError
from forensics.progress import SILENT, Progress
from forensics.settings import DedupeSettings


def dedupe(
    texts: Texts,
    *,
    against: Texts | None = None,
    settings: DedupeSettings | None = None,
    jobs: int | None = None,
    max_memory: int | None = None,
    write_unique: Path | None = None,
    write_clusters: Path | None = None,
    writes: Iterable[Path] = (),
    progress: Progress = SILENT,
) -> Envelope[DedupeSettings, DedupeResult]:
    """Find near-duplicates among `texts` (paths or documents), every pair verified on the texts.

    With `against`, say what of `texts` is known from there and what is in them twice; nothing inside `against` is
    compared, and a file that both name is among `texts` alone. `jobs` threads and `max_memory` bytes change
    nothing in the result. `write_unique` is where the kept documents go (with `against`, those that are neither
    known nor twice), `write_clusters` where the table of cluster members goes; `writes` are further files that the
    caller is going to write. Raises ForensicsError where nothing can be read or written.
    """
    from forensics.dedupe.run import dedupe as run
    from forensics.dedupe.write import write_clusters as write_table
    from forensics.dedupe.write import write_unique as write_documents
    from forensics.engines.local import LocalEngine

    chosen = settings or DedupeSettings()
    if against is None and chosen.against:
        against = chosen.against
    files = [*writes, *([] if write_clusters is None else [write_clusters])]
    wanted = (chosen.date_field,) if chosen.keep == "earliest" else False
    corpus = open_texts(texts, chosen, against=against, metadata=wanted, writes=files)
    chosen = replace(chosen, against=corpus.held_against)
    result = run(corpus, chosen, engine=LocalEngine(jobs), max_memory=max_memory, progress=progress)
    with together():
        if write_unique is not None:
            write_documents(result, corpus, write_unique)
        if write_clusters is not None:
            write_table(result, write_clusters)
    return Envelope(
        tool=this_tool(lexicon=chosen.fold == "spin"),
        command="dedupe",
        settings=chosen,
        paths=corpus.given,
        inputs=corpus.inputs,
        skipped=corpus.skipped,
        warnings=corpus.warnings,
        result=result,
    )


def rethreshold(
    envelope: Envelope[Any, Any], threshold: float, *, write_clusters: Path | None = None
) -> Envelope[DedupeSettings, DedupeResult]:
    """Return what a result of `dedupe` says at a higher threshold; no text is read.

    Raises UsageError for a lower one and for a result of another command.
    """
    from forensics.dedupe.rethreshold import rethreshold as again
    from forensics.dedupe.write import write_clusters as write_table

    if not isinstance(envelope.result, DedupeResult):
        raise UsageError(
            f"a result of {envelope.command} has no threshold", "give a result of forensics dedupe"
        )
    result = again(envelope.result, threshold, measured_at=envelope.settings.threshold)
    if write_clusters is not None:
        write_table(result, write_clusters)
    return replace(envelope, settings=replace(envelope.settings, threshold=threshold), result=result)
