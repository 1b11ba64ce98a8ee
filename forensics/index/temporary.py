"""The few sources of many that a text may come from: rare words by chunk, joined with winnowing fingerprints."""

from __future__ import annotations

import json
import math
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from os import SEEK_END
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from forensics.documents.model import Document
from forensics.index.chunks import Sentences, asked_chunks, kept_prints, read_source, sentence_words
from forensics.index.interface import Leader
from forensics.lexicon.relations import Knowledge
from forensics.progress import SILENT, Progress
from forensics.text.stems import base_forms, stem

# The numbers of retrieval were chosen together, not measured one by one: of 20,000 sources the right one is among the
# first ten for 99% of passages spun at 80 in 100 (docs/trace.md; decision 0312 says what did worse). What a move does,
# python -m bench.trace.retrieval measures.
_RAREST_ASKED = 30  # words of a chunk: about the content words of three sentences
_COMMON_SHARE = 0.1  # of the chunks: a word in more tells no source from another
_NEVER_COMMON = 2  # chunks: among few sources a share means nothing
_SYNONYMS_ASKED = 5  # of a word, the strongest: a spinner takes one of few, and each costs a look-up
_SYNONYM_BOOST = 0.6  # of its strength: less than the word itself, which may stand there too
_HITS = 50  # chunks that answer a question, several of them of one source
_USUAL_HIT = 3  # what the third best answer scores is what any source scores by chance
_PLAIN_SHARE = 0.2  # copies of one source must not cancel each other out
_MEAN_SHARE = 1.0  # of two sources of one passage the one that has more of the text comes first
_SMOOTHING = 0.5  # chunks: as in BM25's weight of a word, which the index reckons with
_COMMON_PRINT = 50  # sources: a run that more of them share is a phrase of the language or a template
_HEAP = 64_000_000  # bytes for the writer; decides nothing but speed


class TemporaryIndex:
    """Implements index.interface.Index: texts spooled to disk, chunks in an inverted index, fingerprints in memory.

    Use as a context manager, or close it: the temporary files go with it.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        import numpy as np
        import tantivy

        self._folder = tempfile.TemporaryDirectory(prefix="forensics-trace-")
        self._spool: IO[bytes] = (Path(self._folder.name) / "texts").open("w+b")
        self.knowledge = knowledge
        self._places: list[tuple[int, int]] = []
        self._ids: dict[str, int] = {}
        self._frequency: Counter[str] = Counter()
        self._chunks = 0
        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("source", stored=True, indexed=False)
        schema.add_text_field("words", stored=False, tokenizer_name="whitespace", index_option="freq")
        self._schema = schema.build()
        (Path(self._folder.name) / "index").mkdir()
        self._index = tantivy.Index(self._schema, path=str(Path(self._folder.name) / "index"))
        self._searcher = self._index.searcher()
        self._prints = np.zeros(0, dtype=np.uint64)
        self._owners = np.zeros(0, dtype=np.int32)

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __len__(self) -> int:
        return len(self._places)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Remove the temporary files."""
        self._spool.close()
        self._folder.cleanup()

    def add(self, documents: Iterable[Document], progress: Progress = SILENT) -> None:
        """See `Index.add`."""
        import numpy as np
        import tantivy

        writer = self._index.writer(_HEAP, num_threads=1)
        prints, owners = [self._prints], [self._owners]
        progress.start("reading sources")
        for source in documents:
            if source.id not in self._ids:
                number = len(self._places)
                words = read_source(source.text)
                self._keep(source)
                for chunk in words.chunks:
                    writer.add_document(tantivy.Document(source=number, words=" ".join(chunk)))
                    self._frequency.update(chunk)
                    self._chunks += 1
                prints.append(words.prints)
                owners.append(np.full(len(words.prints), number, dtype=np.int32))
            progress.advance()
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()
        every = np.concatenate(prints)
        order = np.argsort(every, kind="stable")
        self._prints, self._owners = every[order], np.concatenate(owners)[order]
        progress.finish()

    def document(self, id: str) -> Document:
        """See `Index.document`."""
        return self._document(self._ids[id])

    def leaders(self, document: Document, count: int) -> list[Leader]:
        """See `Index.leaders`.

        Each chunk of three sentences asks with its rarest words; a source is as good as its best chunk. Fingerprints
        bring in what shares whole runs.
        """
        sentences = sentence_words(document.text)
        by_words, by_prints = self._by_words(sentences), self._by_prints(sentences)
        own = self._ids.get(document.id)
        score = {
            number: by_words.get(number, 0.0) + by_prints.get(number, 0.0)
            for number in by_words.keys() | by_prints.keys()
            if number != own
        }
        best = sorted(score, key=lambda n: (-score[n], n))[:count]
        return [Leader(self._document(number), round(score[number], 4)) for number in best]

    def _document(self, number: int) -> Document:
        start, size = self._places[number]
        self._spool.seek(start)
        id_, text, metadata = json.loads(self._spool.read(size))
        return Document(id_, text, metadata)

    def _keep(self, source: Document) -> None:
        raw = json.dumps([source.id, source.text, dict(source.metadata)], default=str).encode("ascii")
        self._ids[source.id] = len(self._places)
        self._spool.seek(0, SEEK_END)
        self._places.append((self._spool.tell(), len(raw)))
        self._spool.write(raw)

    def _by_words(self, sentences: Sentences) -> dict[int, float]:
        """Return for each source how far its best chunk stands above what any chunk has by chance.

        The mean over all chunks joins in, so that of two sources of one passage the one that has more comes first.
        """
        found: dict[int, float] = {}
        total: dict[int, float] = {}
        surface = {word.stem: word.key for words in sentences for word in words}
        asking = asked_chunks(sentences)
        for chunk in asking:
            terms = self._rarest(chunk)
            if not terms:
                continue
            hits = self._searcher.search(self._query(self._asked(chunk, terms, surface)), _HITS).hits
            usual = hits[min(len(hits), _USUAL_HIT) - 1][0] if hits else 0.0
            most = sum(self._weight(term) for term in terms)
            best: dict[int, float] = {}
            for score, address in hits:
                best.setdefault(self._searcher.doc(address)["source"][0], score / most)
            for number, share in best.items():
                found[number] = max(found.get(number, 0.0), (1 + _PLAIN_SHARE) * share - usual / most)
                total[number] = total.get(number, 0.0) + share
        return {number: best + _MEAN_SHARE * total[number] / len(asking) for number, best in found.items()}

    def _asked(
        self, chunk: Sequence[str], terms: Sequence[str], surface: Mapping[str, str]
    ) -> dict[str, float]:
        """Return the terms to ask for with their weights: the rarest of a chunk, and words that may stand for any."""
        asked = dict.fromkeys(terms, 1.0)
        for term in dict.fromkeys(chunk):
            for other, strength in self._related(surface[term]):
                if other not in asked:
                    asked[other] = _SYNONYM_BOOST * strength
        return asked

    def _query(self, asked: Mapping[str, float]) -> Any:  # noqa: ANN401 - tantivy carries no types
        import tantivy

        return tantivy.Query.boolean_query(
            [
                (
                    tantivy.Occur.Should,
                    tantivy.Query.boost_query(
                        tantivy.Query.term_query(self._schema, "words", term, index_option="freq"), boost
                    ),
                )
                for term, boost in asked.items()
            ]
        )

    def _rarest(self, chunk: Sequence[str]) -> list[str]:
        known = {
            w for w in chunk if 0 < self._frequency[w] <= max(_NEVER_COMMON, _COMMON_SHARE * self._chunks)
        }
        return sorted(known, key=lambda w: (self._frequency[w], w))[:_RAREST_ASKED]

    def _weight(self, term: str) -> float:
        return math.log(1 + (self._chunks + _SMOOTHING) / (self._frequency[term] + _SMOOTHING))

    def _related(self, word: str) -> list[tuple[str, float]]:
        """Return the strongest other words that may stand where `word` does, as stems that some source holds."""
        found: dict[str, float] = {}
        for form in base_forms(word):
            for other, strength in self.knowledge.related(form).items():
                found[other] = max(strength, found.get(other, 0.0))
        strongest = sorted(found, key=lambda w: (-found[w], w))[:_SYNONYMS_ASKED]
        return [(s, found[w]) for w in strongest if self._frequency[s := stem(w)]]

    def _by_prints(self, sentences: Sentences) -> dict[int, float]:
        import numpy as np

        own = kept_prints(sentences)
        low = np.searchsorted(self._prints, own, "left")
        high = np.searchsorted(self._prints, own, "right")
        found: dict[int, float] = {}
        for start, end in zip(low.tolist(), high.tolist(), strict=True):
            if 0 < end - start <= _COMMON_PRINT:
                weight = math.log((1 + len(self)) / (end - start)) / math.log(1 + len(self)) / len(own)
                for number in self._owners[start:end].tolist():
                    found[number] = found.get(number, 0.0) + weight
        return found
