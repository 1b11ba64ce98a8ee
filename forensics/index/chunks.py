"""What retrieval reads of a text: the content stems of three sentences at a time, and fingerprints."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from forensics.text.annotate import AnnotatedText
from forensics.text.disguise.unmask import unmask
from forensics.text.fingerprints import fingerprints_of, word_number
from forensics.text.segments import is_unspaced
from forensics.text.stems import is_content, stem
from forensics.text.words import key_of, word_texts

if TYPE_CHECKING:
    from numpy import ndarray

_CHUNK_SENTENCES = 3  # a passage of a few sentences fills one, so that nothing dilutes it
_STEP_ASKED = 2  # sentences: less than a chunk, so that a passage is met wherever it begins
_CHUNKS_ASKED = 60  # of a text: a long one asks no more often than that
# One fingerprint in so many is kept, by its hash: all of them would take 900 bytes a document, more than its text does
# compressed. Chosen: a passage of a hundred words still has five.
_PRINTS_KEPT = 8
_TYPES_KEPT = 500_000  # word types remembered; decides nothing but speed
_LONGEST_KEPT = (
    64  # characters of a word type that is remembered, so that a text of one long word fills no memory
)


class WordType(NamedTuple):
    """A word as it is spelt somewhere, and what retrieval takes from it."""

    key: str
    """The word as dictionaries know it."""
    stem: str
    content: bool
    """Whether it is no function word."""
    number: int
    """What its stem is to fingerprints."""


Sentences = list[list[WordType]]


@dataclass(frozen=True, slots=True)
class SourceWords:
    """What an index keeps of a source's words: `chunks` of distinct content stems, and `prints` (see kept_prints)."""

    chunks: list[list[str]]
    prints: ndarray


class _Types(dict[str, WordType]):
    """Every word type met so far: texts repeat the words of others, and a look-up costs less than a stemmer."""

    def __missing__(self, spelt: str) -> WordType:
        key = key_of(spelt)
        root = stem(key)
        made = WordType(key, root, is_content(key), word_number(root))
        if len(spelt) <= _LONGEST_KEPT:
            if len(self) >= _TYPES_KEPT:
                self.clear()
            self[spelt] = made
        return made


_TYPES = _Types()


def sentence_words(text: str) -> Sentences:
    """Return the words of each sentence of a text without its disguises."""
    plain = unmask(text).text
    spelt = word_texts(plain, AnnotatedText(plain).whole_sentences)
    if is_unspaced(plain):  # there a character stands for a word
        spelt = [[part for w in words for part in (w if is_unspaced(w) else [w])] for words in spelt]
    known = _TYPES.__getitem__
    return [list(map(known, words)) for words in spelt]


def read_source(text: str) -> SourceWords:
    """Return what an index keeps of a source's words."""
    words = sentence_words(text)
    return SourceWords(chunks(words, _CHUNK_SENTENCES), kept_prints(words))


def chunks(words: Sentences, step: int) -> list[list[str]]:
    """Return the distinct content stems of three sentences at a time, at every `step`-th sentence; none is empty."""
    content = [[root for _, root, content, _ in sentence if content] for sentence in words]
    found = [
        list(dict.fromkeys(chain.from_iterable(content[k : k + _CHUNK_SENTENCES])))
        for k in range(0, len(content), step)
    ]
    return [chunk for chunk in found if chunk]


def asked_chunks(words: Sentences) -> list[list[str]]:
    """Return the chunks that a text asks with, so many at most and evenly chosen: a long one asks no more often."""
    every = chunks(words, _STEP_ASKED)
    count = min(len(every), _CHUNKS_ASKED)
    return [every[k * len(every) // count] for k in range(count)]


def kept_prints(words: Sentences) -> ndarray:
    """Return the fingerprints of a text that are kept or asked for, one in eight, as keys of 32 bits (uint64, sorted).

    Their lowest bits, which are the same in all that are kept, are left away, and so are the highest.
    """
    import numpy as np

    found = fingerprints_of([number for sentence in words for _, _, _, number in sentence], _PRINTS_KEPT)
    return np.unique(found // np.uint64(_PRINTS_KEPT) & np.uint64(0xFFFFFFFF))


# What shapes the chunks and fingerprints of an index: one that was made with others cannot be asked.
SHAPE = {"chunk_sentences": _CHUNK_SENTENCES, "prints_kept": _PRINTS_KEPT}
