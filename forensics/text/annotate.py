"""One reading of a text: its words, lines, sentences and stems, each made once and handed on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from forensics.lang import language
from forensics.lang.base import Language
from forensics.text.segments import joined, tokens
from forensics.text.sentences import sentences
from forensics.text.spans import Span, paragraphs
from forensics.text.stems import is_content, stem
from forensics.text.words import Word, without_possessive, words

_ENGLISH = language("en")


class AnnotatedText:
    """A text and what is read in it; every part is made when it is first asked for, and then kept.

    All offsets are code points of `text`, half-open; `language` says where sentences end and which words carry
    content. Not for use by two threads at once.
    """

    def __init__(self, text: str, language: Language = _ENGLISH) -> None:
        self.text = text
        self.language = language

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words, in order."""
        return tuple(words(self.text))

    @cached_property
    def bare_words(self) -> tuple[Word, ...]:
        """The words without possessive endings, one for each of `words`: so "the BBC's" names the BBC."""
        return tuple(map(without_possessive, self.words))

    @cached_property
    def tokens(self) -> tuple[Word, ...]:
        """The words as texts are compared by: in a script without spaces each character is one."""
        return tokens(self.text, self.words)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Each of `tokens` as dictionaries know it: lower case, straight apostrophes and hyphens."""
        return tuple(token.key for token in self.tokens)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each of `tokens`."""
        return tuple(stem(key, self.language) for key in self.keys)

    @cached_property
    def content(self) -> tuple[bool, ...]:
        """Whether each of `tokens` carries content, being no function word."""
        return tuple(is_content(key, self.language) for key in self.keys)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines that are not blank, trimmed."""
        return tuple(paragraphs(self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences; none crosses a line break."""
        return tuple(sentences(self.text, self.lines, self.language))

    @cached_property
    def whole_sentences(self) -> tuple[Span, ...]:
        """The sentences, those put together that a fixed line width alone divides."""
        return tuple(joined(self.text, self.sentences))

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin in code points [start, end)."""
        return self.words[_within(self._word_starts, start, end)]

    def word_range(self, start: int, end: int) -> range:
        """Return which of `words` begin in code points [start, end)."""
        found = _within(self._word_starts, start, end)
        return range(found.start, found.stop)

    def bare_words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that begin in code points [start, end), without possessive endings."""
        return self.bare_words[_within(self._word_starts, start, end)]

    def tokens_in(self, start: int, end: int) -> range:
        """Return which of `tokens` begin in code points [start, end)."""
        found = _within(self._token_starts, start, end)
        return range(found.start, found.stop)

    def sentences_in(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the sentences that begin in code points [start, end)."""
        return self.sentences[_within(self._sentence_starts, start, end)]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _token_starts(self) -> list[int]:
        return self._word_starts if self.tokens is self.words else [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]


def annotated(text: str | AnnotatedText) -> AnnotatedText:
    """Return `text` ready to be read, as it is where it was read before."""
    return AnnotatedText(text) if isinstance(text, str) else text


def _within(starts: Sequence[int], start: int, end: int) -> slice:
    return slice(bisect_left(starts, start), bisect_left(starts, end))
