"""Synonym spinning in texts, one document at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from forensics.api.spin_work import SpinWork, read_document, reading
from forensics.api.texts import Texts, only_document, open_texts
from forensics.documents.expected import expected
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document, Input, Skipped, Warned
from forensics.engines.processes import ProcessEngine
from forensics.envelope import Envelope, this_tool
from forensics.progress import SILENT, Progress
from forensics.settings import SpinSettings
from forensics.spin.result import SpinDocument, SpinResult


def spin(
    texts: Texts, *, settings: SpinSettings | None = None, jobs: int = 1, progress: Progress = SILENT
) -> Envelope[SpinSettings, SpinResult]:
    """Tell for each of `texts` (paths or documents) whether it was spun, and undo it.

    `jobs` processes share the work, each with a lexicon of its own; they change nothing in the result. Raises
    ForensicsError where nothing can be read, or the lexicon or model cannot be loaded.
    """
    return SpinStream(texts, settings=settings, jobs=jobs, progress=progress).envelope()


def spin_text(text: str, *, id: str = "text", settings: SpinSettings | None = None) -> SpinDocument:
    """Tell whether `text` itself, not a path, was spun. Raises as `spin` does."""
    return spin(Document(id, text), settings=settings).result.documents[0]


class SpinStream:
    """The documents of `spin` as they are done, so that a corpus needs no more memory than a document.

    Iterate once; `inputs` and `skipped` are complete afterwards. `writes` are the files that the caller is going
    to write; `jobs` processes change nothing in the result. Raises ForensicsError as `spin` does.
    """

    def __init__(
        self,
        texts: Texts,
        *,
        settings: SpinSettings | None = None,
        writes: Iterable[Path] = (),
        jobs: int = 1,
        progress: Progress = SILENT,
    ) -> None:
        self.settings = settings or SpinSettings()
        self._engine = ProcessEngine(jobs)
        self._corpus = open_texts(texts, self.settings, writes=writes)
        self._progress = progress
        self._reference_inputs: tuple[Input, ...] = ()
        self._reference_warnings: tuple[Warned, ...] = ()
        self._lexicon_warnings: tuple[Warned, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """What was named to be read."""
        return self._corpus.given

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What was read, the reference last."""
        return self._corpus.inputs + self._reference_inputs

    @property
    def read_any(self) -> bool:
        """Whether any of the texts could be read, the reference apart."""
        return bool(self._corpus.inputs)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What could not be handled."""
        return self._corpus.skipped

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """What was read, but not wholly or not without doubt, the reference last."""
        return self._lexicon_warnings + self._corpus.warnings + self._reference_warnings

    def __iter__(self) -> Iterator[SpinDocument]:
        """Yield each document with at least the least score that the settings ask for."""
        work = self._work()
        reading(work)  # what cannot be loaded is said before anything is read
        self._progress.start("reading for spinning", self._expected())
        texts = (Document(one.id, one.text) for one in self._corpus)
        for found in self._engine.map_in_order(partial(read_document, work), texts):
            self._progress.advance()
            if found.score >= self.settings.min_score:
                yield found
        self._progress.finish()

    def read(self, found: SpinDocument) -> str:
        """Return the restored text of a document that was found, or its text where nothing was to restore."""
        if found.restored is not None:
            return found.restored
        return next(document.text for document in self._corpus if document.id == found.id)

    def envelope(
        self, documents: tuple[SpinDocument, ...] | None = None
    ) -> Envelope[SpinSettings, SpinResult]:
        """Return everything in its envelope; `documents` when they were iterated over before."""
        found = tuple(self) if documents is None else documents
        return Envelope(
            tool=this_tool(lexicon=True),
            command="spin",
            settings=self.settings,
            paths=self.paths,
            inputs=self.inputs,
            skipped=self.skipped,
            warnings=self.warnings,
            result=SpinResult(found),
        )

    def _expected(self) -> int | None:
        """Return how many documents there will be, where somebody wants to know and it can be told."""
        if self._progress is SILENT:
            return None
        if isinstance(self._corpus, MemoryCorpus):
            return sum(1 for _ in self._corpus)
        return expected(self._corpus.paths)

    def _work(self) -> SpinWork:
        from forensics.lexicon.user import read_user_pairs

        settings = self.settings
        work = SpinWork(without_pages=settings.without_pages, lm=settings.lm)
        if settings.lexicon is not None:
            table = read_user_pairs(settings.lexicon)
            self._lexicon_warnings = table.passed_over
            work = replace(work, pairs=table.pairs)
        if settings.against is not None:
            original, corpus = only_document(settings.against, settings, "--against")
            self._reference_inputs = corpus.inputs
            self._reference_warnings = corpus.warnings
            work = replace(work, original=(original.id, original.text), lm=None)
        return work


@dataclass(frozen=True, slots=True)
class Harvest:
    """The pairs that texts and their original show, as TSV that `--lexicon` reads, and what could not be read."""

    table: str
    read_any: bool
    skipped: tuple[Skipped, ...]
    warnings: tuple[Warned, ...]
    paths: tuple[str, ...]
    inputs: tuple[Input, ...]


def harvest_pairs(
    texts: Texts, original: str, *, settings: SpinSettings | None = None, writes: Iterable[Path] = ()
) -> Harvest:
    """Return the pairs that aligning each of `texts` with `original` shows.

    `writes` are the files that the caller is going to write. Raises ForensicsError as `spin` does.
    """
    from forensics import lexicon
    from forensics.spin.reference.harvest import harvest, to_tsv
    from forensics.spin.unmasked import unmasked

    chosen = settings or SpinSettings()
    reference, _ = only_document(original, chosen, "--harvest")
    words = lexicon.load(without_pages=chosen.without_pages)
    corpus = open_texts(texts, chosen, writes=writes)
    plain, _ = unmasked(reference)
    table = to_tsv([pair for text in corpus for pair in harvest(unmasked(text)[0], plain, words)])
    return Harvest(table, bool(corpus.inputs), corpus.skipped, corpus.warnings, corpus.given, corpus.inputs)
