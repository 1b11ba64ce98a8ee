"""What arrives in a folder, screened against an index and then kept in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from forensics.api.indexed import OthersOnly, open_index
from forensics.documents.arrivals import Arrivals
from forensics.documents.corpus import Corpus
from forensics.documents.model import Document, Skipped, Warned
from forensics.errors import InputError, UsageError
from forensics.settings import TraceSettings, WatchSettings
from forensics.trace.arrival import Arrival, arrival_of


class Watch:
    """A folder that is looked at again and again; the index alone remembers what was screened.

    Iterate over `look`, and give each arrival to `keep` once it has been told: what was not kept is screened again by
    the next run. Raises InputError where there is no folder, NoIndexError where there is no index, UsageError
    where the index stands in the folder.
    """

    def __init__(self, settings: WatchSettings) -> None:
        from forensics.api.trace import reader

        folder, home = Path(settings.folder).resolve(), Path(settings.index).resolve()
        if home.is_relative_to(folder):
            raise UsageError("the index stands in the folder that is watched", "keep it somewhere else")
        self._settings = settings
        self._arrivals = Arrivals(settings.folder, settings.settle)
        self._index = open_index(settings.index)
        self._reads = reader()
        self._waiting: dict[str, Document] = {}

    @property
    def waiting(self) -> bool:
        """Whether a file was still being written when the folder was looked at last."""
        return self._arrivals.waiting

    def look(self) -> Iterator[Arrival | Skipped | Warned]:
        """Yield what has arrived since the last look: a finding a document, and what could not be read, once."""
        for path in self._arrivals.whole():
            yield from self._screened(path)
            self._arrivals.done(path)
        skipped, self._arrivals.skipped = self._arrivals.skipped, []
        yield from skipped

    def keep(self, arrival: Arrival) -> None:
        """Add the document of an arrival to the index."""
        self._index.add([self._waiting.pop(arrival.id)])

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def _screened(self, path: str) -> Iterator[Arrival | Skipped | Warned]:
        from forensics.trace.run import RECORD_FIELDS, trace

        try:
            corpus = Corpus([path], self._settings, metadata=True)
        except InputError:
            return  # gone since it was listed
        self._index.refresh()
        asked = OthersOnly(self._index, [path], RECORD_FIELDS)
        settings = TraceSettings(leaders=self._settings.leaders, seed=self._settings.seed)
        for document in corpus:
            if not self._is_known(document):
                self._waiting[document.id] = document
                shown = {name: value for name, value in document.metadata.items() if name in RECORD_FIELDS}
                text = Document(document.id, document.text, shown)
                yield arrival_of(text.id, trace([text], (), settings, index=asked, spinning=self._reads))
        yield from corpus.skipped
        yield from corpus.warnings

    def _is_known(self, document: Document) -> bool:
        return document.id in self._index and self._index.document(document.id).text == document.text
