"""Near-duplicates among texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forensics.api.texts import Texts, open_texts
from forensics.dedupe.result import DedupeResult
from forensics.documents.staging import together
from forensics.envelope import Envelope, this_tool
from forensics.errors import UsageError
from forensics.progress import SILENT, Progress
from forensics.settings import DedupeSettings

if TYPE_CHECKING:
    from forensics.documents.corpus import Corpus
    from forensics.documents.joined import JoinedCorpus
    from forensics.documents.memory import MemoryCorpus
    from forensics.index.shared.store import SharedTexts


def dedupe(
    texts: Texts,
    *,
    against: Texts | None = None,
    settings: DedupeSettings | None = None,
    jobs: int | None = None,
    max_memory: int | None = None,
    add_to_store: bool = False,
    write_unique: Path | None = None,
    write_clusters: Path | None = None,
    writes: Iterable[Path] = (),
    progress: Progress = SILENT,
) -> Envelope[DedupeSettings, DedupeResult]:
    """Find near-duplicates among `texts` (paths or documents), every pair verified on the texts.

    With `against`, say what of `texts` is known from there and what is in them twice; nothing inside `against` is
    compared, and a file that both name is among `texts` alone. So do the documents of the index or store that
    `settings` name; `add_to_store` then puts the new ones there. `jobs` threads and `max_memory` bytes change nothing
    in the result. `write_unique` is where the kept documents go (with known ones, those that are neither known nor
    twice), `write_clusters` where the table of cluster members goes; `writes` are further files that the caller is
    going to write. Raises ForensicsError where nothing can be read or written.
    """
    from forensics.dedupe.kept_elsewhere import add_all, beside_likely
    from forensics.dedupe.run import dedupe as run
    from forensics.dedupe.write import write_clusters as write_table
    from forensics.dedupe.write import write_unique as write_documents
    from forensics.engines.local import LocalEngine
    from forensics.index.shared.connection import without_password

    chosen = settings or DedupeSettings()
    if against is None and chosen.against:
        against = chosen.against
    if sum(place is not None for place in (against, chosen.index, chosen.store)) > 1:
        raise UsageError(
            "known documents are in --against, in --index or in --store, not in two", "leave out one of them"
        )
    files = [*writes, *([] if write_clusters is None else [write_clusters])]
    wanted = (chosen.date_field,) if chosen.keep == "earliest" else False
    corpus = open_texts(texts, chosen, against=against, metadata=wanted, writes=files)
    chosen = replace(chosen, against=corpus.held_against)
    held: Corpus | MemoryCorpus | JoinedCorpus = corpus
    known, store = None, None
    if chosen.index is not None:
        held, known = _of_index(corpus, chosen, progress)
    elif chosen.store is not None:
        store = shared(chosen, create=add_to_store)
        held, known = beside_likely(corpus, store, progress), len(store)
        chosen = replace(chosen, store=without_password(str(chosen.store)))
    result = run(held, chosen, engine=LocalEngine(jobs), max_memory=max_memory, progress=progress)
    if known is not None:
        result = replace(result, known_documents=known)
    with together():
        if write_unique is not None:
            write_documents(result, held, write_unique)
        if write_clusters is not None:
            write_table(result, write_clusters)
    if add_to_store and store is not None:
        add_all(corpus, store, progress)
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


def shared(settings: DedupeSettings, *, create: bool) -> SharedTexts:
    """Return the store that `settings` name; `create` makes it where the database is empty."""
    from forensics.dedupe.kept_elsewhere import check_as_kept
    from forensics.index.shared.connection import without_password
    from forensics.index.shared.store import SharedTexts

    where = f"the store {without_password(str(settings.store))}"
    check_as_kept(settings, where, threshold=settings.threshold, shingle=settings.shingle, fold="none")
    return SharedTexts(str(settings.store), settings, create=create)


def _of_index(
    corpus: Corpus | MemoryCorpus, settings: DedupeSettings, progress: Progress
) -> tuple[JoinedCorpus, int]:
    """Return the new documents beside those of the index that may be alike, and how many it holds."""
    from forensics.dedupe.kept_elsewhere import beside_likely, check_as_kept
    from forensics.index.disk.known_texts import IndexedTexts

    made = DedupeSettings()
    where = f"the index {settings.index}"
    check_as_kept(settings, where, threshold=made.threshold, shingle=made.shingle, fold=made.fold)
    with IndexedTexts(Path(str(settings.index))) as known:
        return beside_likely(corpus, known, progress), len(known)


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
