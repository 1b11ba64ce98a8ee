"""Near-duplicates among texts."""

from __future__ import annotations

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
    write_unique: Path | None = None,
    progress: Progress = SILENT,
) -> Envelope[DedupeSettings, DedupeResult]:
    """Find near-duplicates among `texts` (paths or documents), every pair verified on the texts.

    `jobs` is the number of threads and changes nothing in the result; `write_unique` is where the kept
    documents go. Raises ForensicsError where nothing can be read or written.
    """
    from forensics.dedupe import run

    chosen = settings or DedupeSettings()
    corpus = open_texts(texts, chosen, metadata=chosen.keep == "earliest")
    result = run.dedupe(corpus, chosen, jobs=jobs, progress=progress)
    if write_unique is not None:
        run.write_unique(result, corpus, write_unique)
    return Envelope(
        command="dedupe", settings=chosen, inputs=corpus.inputs, skipped=corpus.skipped, result=result
    )
