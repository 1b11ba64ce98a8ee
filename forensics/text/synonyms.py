"""Texts folded along synonyms, so that an original and a copy spun from a known dictionary meet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from forensics.lang import language
from forensics.lang.base import Language
from forensics.lang.stemming import stemmer
from forensics.text.shingles import tokens

_CLASS = 12  # words in one class at most: longer chains of synonyms end anywhere
_ENGLISH = language("en")


class SynonymFold:
    """Folds texts along `pairs` of (written, original, how often): tuples of words, and a weight.

    Phrases become their likeliest original; single words join classes along the pairs, heaviest first; stop words,
    and words that stand for them, go; what is left is stemmed (Porter 2001).
    """

    def __init__(
        self,
        pairs: Iterable[tuple[tuple[str, ...], tuple[str, ...], float]],
        language: Language = _ENGLISH,
    ) -> None:
        self._phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._longest: dict[str, int] = {}
        self._parent: dict[str, str] = {}
        self._stemmer = language.stemmer
        self._fillers = set(language.stop_words)
        sizes: dict[str, int] = {}
        for written, original, _ in sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])):
            written, original = tuple(tokens(" ".join(written))), tuple(tokens(" ".join(original)))
            if not written or not original:
                continue
            if len(written) > 1 or len(original) > 1:
                if self._phrases.setdefault(written, original) == original:
                    self._longest[written[0]] = max(self._longest.get(written[0], 1), len(written))
                continue
            one, other = written[0], original[0]
            if other in language.stop_words:
                self._fillers.add(one)
            elif one not in language.stop_words:
                a, b = self._root(one), self._root(other)
                if a != b and sizes.get(a, 1) + sizes.get(b, 1) <= _CLASS:
                    self._parent[a] = b
                    sizes[b] = sizes.get(a, 1) + sizes.get(b, 1)

    def fold(self, text: str) -> str:
        """Return the folded words of `text`, a space between them."""
        words = tokens(text)
        folded: list[str] = []
        at = 0
        while at < len(words):
            size = next(
                (
                    size
                    for size in range(min(self._longest.get(words[at], 0), len(words) - at), 0, -1)
                    if tuple(words[at : at + size]) in self._phrases
                ),
                0,
            )
            folded += self._phrases[tuple(words[at : at + size])] if size else (words[at],)
            at += size or 1
        return " ".join(self._key(word) for word in folded if word not in self._fillers)

    @cached_property
    def _key(self) -> Any:  # noqa: ANN401 - a cached function
        stem = stemmer(self._stemmer)
        return lru_cache(1 << 17)(lambda word: stem(self._root(word)))

    def _root(self, word: str) -> str:
        while (above := self._parent.get(word, word)) != word:
            word = above
        return word
