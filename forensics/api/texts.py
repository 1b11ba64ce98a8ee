"""From what a caller gives - paths or documents - to a corpus that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from forensics.documents.corpus import Corpus
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.documents.output import check_writable
from forensics.errors import InputError, UsageError
from forensics.settings import ReadSettings

Text = str | Path | Document
Texts = Text | Iterable[Text]


def open_texts(
    texts: Texts,
    settings: ReadSettings,
    *,
    metadata: bool | tuple[str, ...] = False,
    writes: Iterable[Path] = (),
) -> Corpus | MemoryCorpus:
    """Return a corpus over `texts`: all of them paths ("-" is standard input), or all of them documents.

    `writes` are the files that the caller is going to write. Raises UsageError where there is nothing, a mixture,
    or an input among `writes`; InputError where a path does not exist; OutputError where one cannot be written.
    """
    given = [texts] if isinstance(texts, str | Path | Document) else list(texts)
    documents = [text for text in given if isinstance(text, Document)]
    if not given:
        raise UsageError("nothing to read", "give files, folders, or - for standard input")
    if len(documents) == len(given):
        return MemoryCorpus(documents)
    if documents:
        raise UsageError("paths and documents do not mix", "read the paths first, or give only paths")
    corpus = Corpus([str(text) for text in given], settings, metadata=metadata)
    for path in writes:
        check_writable(path, corpus.paths)
    return corpus


def only_document(path: str, settings: ReadSettings, purpose: str) -> tuple[Document, Corpus]:
    """Return the one document at `path`, and the corpus that it was read with.

    Raises InputError when there is none or more than one; `purpose` says what it is wanted for.
    """
    corpus = Corpus([path], settings)
    found: Sequence[Document] = list(corpus)
    if len(found) == 1:
        return found[0], corpus
    if not found:
        why = corpus.skipped[0].reason if corpus.skipped else "no document in it"
        raise InputError(f"{purpose}: {path}: {why}")
    raise InputError(f"{purpose}: {path} holds {len(found)} documents", "give the one document that is meant")
