"""A text as the comparison with a reference sees it: words, their sentences, and which are names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from forensics.spin.reference.changes import Phrase
from forensics.text.annotate import AnnotatedText
from forensics.text.words import Word

# Of a sentence's words capitalised: more, and capitals mark no names. Chosen, not measured
_CAPITALS_OF_TITLE = 0.7


@dataclass(frozen=True, slots=True)
class Wording:
    """A text as words; `sentences` are ranges of words, `sentence_of` and `names` run beside `words`."""

    text: str
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    sentences: tuple[range, ...]
    sentence_of: tuple[int, ...]
    names: tuple[bool, ...]

    def phrase(self, start: int, end: int) -> Phrase:
        """Return words [start, end)."""
        return Phrase(self.words[start:end], self.names[start:end])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the code points of words [start, end); an empty range stands behind the word before."""
        if start < end:
            return self.words[start].start, self.words[end - 1].end
        at = self.words[start - 1].end if start else 0
        return at, at

    def crosses(self, start: int, end: int) -> bool:
        """Tell whether words [start, end) lie in more than one sentence."""
        return self.sentence_of[start] != self.sentence_of[end - 1]

    def opens(self, at: int) -> bool:
        """Tell whether a word is capitalised and no name: a sentence begins there."""
        return self.words[at].text[:1].isupper() and not self.names[at]


def wording(text: str) -> Wording:
    """Return `text` as words in sentences; capitals inside a sentence mark names, but for title case."""
    read = AnnotatedText(text)
    found = read.words
    starts = [w.start for w in found]
    bounds = [(bisect_left(starts, s.start), bisect_left(starts, s.end)) for s in read.sentences]
    ranges = tuple(range(start, end) for start, end in bounds if start < end)
    sentence_of = [0] * len(found)
    names = [False] * len(found)
    for k, r in enumerate(ranges):
        capitals = [at for at in r if found[at].text[0].isupper()]
        for at in r:
            sentence_of[at] = k
        if len(capitals) <= _CAPITALS_OF_TITLE * len(r):
            for at in capitals:
                names[at] = at > r.start and found[at].key != "i"
    return Wording(
        text=text,
        words=found,
        keys=tuple(w.key for w in found),
        sentences=ranges,
        sentence_of=tuple(sentence_of),
        names=tuple(names),
    )
