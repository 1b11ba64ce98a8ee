"""Synonym spinning in texts, one document at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from forensics.api.texts import Texts, only_document, open_texts
from forensics.documents.model import Document, Input, Skipped, Warned
from forensics.envelope import Envelope, this_tool
from forensics.progress import SILENT, Progress
from forensics.settings import SpinSettings
from forensics.spin.result import SpinDocument, SpinResult


def spin(
    texts: Texts, *, settings: SpinSettings | None = None, progress: Progress = SILENT
) -> Envelope[SpinSettings, SpinResult]:
    """Tell for each of `texts` (paths or documents) whether it was spun, and undo it.

    Raises ForensicsError where nothing can be read, or the lexicon or model cannot be loaded.
    """
    return SpinStream(texts, settings=settings, progress=progress).envelope()


class SpinStream:
    """The documents of `spin` as they are done, so that a corpus needs no more memory than a document.

    Iterate once; `inputs` and `skipped` are complete afterwards. `writes` are the files that the caller is going
    to write. Raises ForensicsError as `spin` does.
    """

    def __init__(
        self,
        texts: Texts,
        *,
        settings: SpinSettings | None = None,
        writes: Iterable[Path] = (),
        progress: Progress = SILENT,
    ) -> None:
        self.settings = settings or SpinSettings()
        self._corpus = open_texts(texts, self.settings, writes=writes)
        self._progress = progress
        self._reference_inputs: tuple[Input, ...] = ()
        self._reference_warnings: tuple[Warned, ...] = ()
        self._lexicon_warnings: tuple[Warned, ...] = ()

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
        look = self._reading()
        self._progress.start("reading for spinning")
        for document in self._corpus:
            found = look(document)
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
            paths=self._corpus.given,
            inputs=self.inputs,
            skipped=self.skipped,
            warnings=self.warnings,
            result=SpinResult(found),
        )

    def _reading(self) -> Callable[[Document], SpinDocument]:
        from forensics import lexicon
        from forensics.lexicon.user import UserTable, read_user_pairs
        from forensics.spin.detect import detect

        settings = self.settings
        table = read_user_pairs(settings.lexicon) if settings.lexicon else UserTable((), ())
        self._lexicon_warnings = table.passed_over
        words = lexicon.load(without_pages=settings.without_pages, pairs=table.pairs)
        if settings.against is not None:
            from forensics.spin.reference.compare import compare

            original, corpus = only_document(settings.against, settings, "--against")
            self._reference_inputs = corpus.inputs
            self._reference_warnings = corpus.warnings
            return lambda document: compare(document, original, words)
        if settings.lm is not None:
            from forensics.spin.neural.rescore import load_model, rescore

            model = load_model(settings.lm)
            return lambda document: rescore(detect(document, words), document, words, model)
        return lambda document: detect(document, words)


@dataclass(frozen=True, slots=True)
class Harvest:
    """The pairs that texts and their original show, as TSV that `--lexicon` reads, and what could not be read."""

    table: str
    read_any: bool
    skipped: tuple[Skipped, ...]
    warnings: tuple[Warned, ...]


def harvest_pairs(
    texts: Texts, original: str, *, settings: SpinSettings | None = None, writes: Iterable[Path] = ()
) -> Harvest:
    """Return the pairs that aligning each of `texts` with `original` shows.

    `writes` are the files that the caller is going to write. Raises ForensicsError as `spin` does.
    """
    from forensics import lexicon
    from forensics.spin.reference.harvest import harvest, to_tsv

    chosen = settings or SpinSettings()
    reference, _ = only_document(original, chosen, "--harvest")
    words = lexicon.load(without_pages=chosen.without_pages)
    corpus = open_texts(texts, chosen, writes=writes)
    table = to_tsv([pair for text in corpus for pair in harvest(text, reference, words)])
    return Harvest(table, bool(corpus.inputs), corpus.skipped, corpus.warnings)
