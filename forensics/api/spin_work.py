"""What `spin` does with one document, as a function over plain data that any process can be sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from forensics.documents.model import Document
from forensics.lexicon import UserPair
from forensics.spin.result import SpinDocument


@dataclass(frozen=True, slots=True)
class SpinWork:
    """How documents are to be read: users' pairs, pages left out, the reference (id and text) and the model."""

    pairs: tuple[UserPair, ...] = ()
    without_pages: tuple[str, ...] = ()
    original: tuple[str, str] | None = None
    lm: str | None = None


def read_document(work: SpinWork, document: Document) -> SpinDocument:
    """Return what is found in `document`; raises ForensicsError where the model cannot be loaded."""
    return reading(work)(document)


@lru_cache(maxsize=1)
def reading(work: SpinWork) -> Callable[[Document], SpinDocument]:
    """Return what reads documents so, with all that it needs loaded; errors as of `read_document`."""
    from forensics import lexicon
    from forensics.spin.unmasked import seen_through, unmasked

    words = lexicon.load(without_pages=work.without_pages, pairs=work.pairs)
    if work.original is not None:
        from forensics.spin.reference.compare import compare

        original = Document(*work.original)
        plain, _ = unmasked(original)
        return seen_through(lambda document: compare(document, plain, words), original)
    from forensics.spin.detect import detect

    if work.lm is not None:
        from forensics.spin.neural.rescore import load_model, rescore

        model = load_model(work.lm)
        return seen_through(lambda document: rescore(detect(document, words), document, words, model))
    return seen_through(lambda document: detect(document, words))
