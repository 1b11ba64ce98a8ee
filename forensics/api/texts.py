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
from forensics.text.visible import visible

_LONGEST_PATH = 4096  # bytes, as Linux has it
_SHOWN = 60  # characters of what was given
Text = str | Path | Document
Texts = Text | Iterable[Text]


def open_texts(
    texts: Texts,
    settings: ReadSettings,
    *,
    against: Texts | None = None,
    metadata: bool | tuple[str, ...] = False,
    writes: Iterable[Path] = (),
) -> Corpus | MemoryCorpus:
    """Return a corpus over `texts`: all of them paths ("-" is standard input), or all of them documents.

    Those of `against` are known, and stand before; what both name is not among them. `writes` are the files that the
    caller is going to write. Raises UsageError where there is nothing, or nothing to hold it against, a mixture, or
    an input among `writes`; InputError where a path does not exist; OutputError where one cannot be written.
    """
    given, known = _listed(texts), [] if against is None else _listed(against)
    if not given:
        raise UsageError("nothing to read", "give files, folders, or - for standard input")
    if against is not None and not known:
        raise UsageError("nothing to hold the texts against", "name the known files or folders")
    documents = [text for text in given if isinstance(text, Document)]
    others = [text for text in known if isinstance(text, Document)]
    if len(documents) == len(given) and len(others) == len(known):
        return MemoryCorpus(documents, others)
    if documents or others:
        raise UsageError("paths and documents do not mix", "read the paths first, or give only paths")
    _refuse_texts([*given, *known])
    corpus = Corpus(list(map(str, given)), settings, metadata=metadata, against=list(map(str, known)))
    if known and corpus.first_new is None:
        raise UsageError("every known file is among the new ones", "name others, or leave --against out")
    for path in writes:
        check_writable(path, corpus.paths)
    return corpus


def _refuse_texts(given: Iterable[Text]) -> None:
    """Raise UsageError for a string that is a text and no path: a path of many lines was never meant."""
    for one in given:
        if isinstance(one, str) and ("\n" in one.strip() or len(one) > _LONGEST_PATH) and not _is_file(one):
            raise UsageError(
                f"a path was expected, and this reads as a text: {visible(one[:_SHOWN])}...",
                "give Document(id, text), or spin_text(text)",
            )


def _is_file(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # too long for a name, or with a NUL
        return False


def _listed(texts: Texts) -> list[Text]:
    return [texts] if isinstance(texts, str | Path | Document) else list(texts)


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
