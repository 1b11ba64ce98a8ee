"""Near-duplicates among texts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from forensics.api.texts import Texts, open_texts
from forensics.dedupe.result import DedupeResult
from forensics.envelope import Envelope
from forensics.progress import SILENT, Progress
from forensics.settings import DedupeSettings


def dedupe(
    texts: Texts,
    *,
    settings: DedupeSettings | None = None,
    jobs: int | None = None,
    max_memory: int | None = None,
    write_unique: Path | None = None,
    write_clusters: Path | None = None,
    writes: Iterable[Path] = (),
    progress: Progress = SILENT,
) -> Envelope[DedupeSettings, DedupeResult]:
    """Find near-duplicates among `texts` (paths or documents), every pair verified on the texts.

    `jobs` threads and `max_memory` bytes change nothing in the result. `write_unique` is where the kept
    documents go, `write_clusters` where the table of cluster members goes; `writes` are
    further files that the caller is going to write. Raises ForensicsError where nothing can be read or written.
    """
    from forensics.dedupe.run import dedupe as run
    from forensics.dedupe.write import write_clusters as write_table
    from forensics.dedupe.write import write_unique as write_documents

    chosen = settings or DedupeSettings()
    files = [*writes, *([] if write_clusters is None else [write_clusters])]
    corpus = open_texts(texts, chosen, metadata=chosen.keep == "earliest", writes=files)
    result = run(corpus, chosen, jobs=jobs, max_memory=max_memory, progress=progress)
    if write_unique is not None:
        write_documents(result, corpus, write_unique)
    if write_clusters is not None:
        write_table(result, write_clusters)
    return Envelope(
        command="dedupe", settings=chosen, inputs=corpus.inputs, skipped=corpus.skipped, result=result
    )
