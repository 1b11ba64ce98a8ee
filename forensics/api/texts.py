"""From what a caller gives - paths or documents - to a corpus that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from forensics.documents.corpus import Corpus
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.errors import InputError, UsageError
from forensics.settings import ReadSettings

Text = str | Path | Document
Texts = Text | Iterable[Text]


def open_texts(texts: Texts, settings: ReadSettings, *, metadata: bool = False) -> Corpus | MemoryCorpus:
    """Return a corpus over `texts`: all of them paths ("-" is standard input), or all of them documents.

    Raises UsageError where there is nothing or a mixture, InputError where a path does not exist.
    """
    given = [texts] if isinstance(texts, str | Path | Document) else list(texts)
    documents = [text for text in given if isinstance(text, Document)]
    if not given:
        raise UsageError("nothing to read", "give files, folders, or - for standard input")
    if len(documents) == len(given):
        return MemoryCorpus(documents)
    if documents:
        raise UsageError("paths and documents do not mix", "read the paths first, or give only paths")
    return Corpus([str(text) for text in given], settings, metadata=metadata)


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
