"""New documents against known ones that are kept elsewhere, in an index or a store that a team shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from forensics.documents.corpus import Corpus
from forensics.documents.joined import JoinedCorpus
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.errors import UsageError
from forensics.progress import Progress
from forensics.settings import DedupeSettings

_CHARS = 1 << 18  # code points of the new documents that are asked with together
Key = TypeVar("Key")


class KnownTexts(Protocol[Key]):
    """Known documents that are found by what is remembered of their texts, and read again by their keys."""

    def __len__(self) -> int:
        """Return how many documents there are."""

    def likely(self, texts: Sequence[str]) -> set[Key]:
        """Return the keys of documents that may be alike to one of `texts`: all that are, and some others."""

    def documents(self, keys: Iterable[Key]) -> list[Document]:
        """Return the documents with these keys, in an order that does not depend on that of the keys."""


def beside_likely(new: Corpus | MemoryCorpus, known: KnownTexts[Key], progress: Progress) -> JoinedCorpus:
    """Return `new` beside those known documents that may be alike to one of it: the only ones that need be compared."""
    keys: set[Key] = set()
    progress.start("asking what is known")
    for block in new.blocks(_CHARS):
        keys |= known.likely(block.texts)
        progress.advance(len(block.ids))
    progress.finish()
    return JoinedCorpus(known.documents(keys), new)


class Store(KnownTexts[Key], Protocol[Key]):
    """Known documents that others can be added to."""

    def add(self, documents: Sequence[Document]) -> int:
        """Add documents, and return how many were not there."""


def add_all(new: Corpus | MemoryCorpus, store: Store[Key], progress: Progress) -> int:
    """Put all documents of `new` into `store`, and return how many were not there."""
    added = 0
    progress.start("adding to the store")
    for block in new.blocks(_CHARS):
        added += store.add(block.documents)
        progress.advance(len(block.ids))
    progress.finish()
    return added


def check_as_kept(settings: DedupeSettings, where: str, *, threshold: float, shingle: int, fold: str) -> None:
    """Raise UsageError where known documents that are kept `where`, made with these, cannot be asked for the pairs."""
    if settings.unit != "document":
        raise UsageError(f"{where} keeps documents, not paragraphs", "leave out --unit paragraph")
    if settings.certify:
        raise UsageError(
            f"{where} is asked by signatures, which --certify does without", "leave out --certify"
        )
    for name, wanted, kept in (("shingle", settings.shingle, shingle), ("fold", settings.fold, fold)):
        if wanted != kept:
            raise UsageError(f"{where} was made with --{name} {kept}, not {wanted}", f"give --{name} {kept}")
    if settings.threshold < threshold:
        raise UsageError(
            f"{where} finds pairs from a Jaccard of {threshold:g} up, not from {settings.threshold:g}",
            f"give --threshold {threshold:g} or more, or name the known files with --against",
        )
