"""Which stretches of a text stand in a source in the same words: quick, for a list of answers and not for a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from forensics.text.annotate import AnnotatedText
from forensics.text.disguise.unmask import Unmasked, unmask
from forensics.text.fingerprints import run_hashes, winnowed, word_number
from forensics.text.stems import stem

_RUN = 5  # words: those of a fingerprint
_GAP = 3  # words that may differ between two runs of one stretch, on either side
_PLACES = 16  # of one run in a source that are looked at: it may be one word over and over


class SharedSpan(NamedTuple):
    """Code points [start, end) of a text, and [source_start, source_end) of its source, as both were given."""

    start: int
    end: int
    source_start: int
    source_end: int


class Runs:
    """The words of a text where they stand, and its winnowed runs of five by their hash."""

    def __init__(self, text: str) -> None:
        self._plain: Unmasked = unmask(text)
        read = AnnotatedText(self._plain.text)
        self._words = [
            read.tokens[k] for span in read.whole_sentences for k in read.tokens_in(span.start, span.end)
        ]
        self.stems = [stem(word.key) for word in self._words]
        self.places: dict[int, list[int]] = {}
        if len(self.stems) >= _RUN:
            hashes = run_hashes([word_number(root) for root in self.stems])
            chosen = set(winnowed(hashes).tolist())
            for place, one in enumerate(hashes.tolist()):
                if one in chosen:
                    self.places.setdefault(one, []).append(place)

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Return where words `first` to `last` stand in the text as it was given."""
        return self._plain.source(self._words[first].start, self._words[last].end)


def shared_spans(text: Runs, source: Runs) -> list[SharedSpan]:
    """Return the stretches that a text shares with a source, in the order of the text; none overlaps another there.

    A stretch is a run of words with equal stems that a fingerprint of both begins, grown to both sides; stretches that
    few differing words part are one. So whatever shares eight words in a row is there; words replaced one by one are
    not, which is what `trace` is for. Takes time in proportion to both texts, whatever stands in them.
    """
    found: list[_Stretch] = []
    for place, hash_ in sorted(
        (place, one) for one in text.places.keys() & source.places.keys() for place in text.places[one]
    ):
        end = found[-1].end if found else 0
        if place < end:
            continue
        grown = [
            _grown(text.stems, source.stems, place, there, end) for there in source.places[hash_][:_PLACES]
        ]
        longest = max(grown, key=lambda run: (run.end - run.start, -run.source_start))
        if found and _goes_on(found[-1], longest):
            found[-1] = found[-1]._replace(end=longest.end, source_end=longest.source_end)
        else:
            found.append(longest)
    return [
        SharedSpan(
            *text.stretch(one.start, one.end - 1), *source.stretch(one.source_start, one.source_end - 1)
        )
        for one in found
    ]


class _Stretch(NamedTuple):
    """Words [start, end) of a text, and [source_start, source_end) of its source."""

    start: int
    end: int
    source_start: int
    source_end: int


def _goes_on(one: _Stretch, other: _Stretch) -> bool:
    return other.start - one.end <= _GAP and 0 <= other.source_start - one.source_end <= _GAP


def _grown(text: Sequence[str], source: Sequence[str], here: int, there: int, least: int) -> _Stretch:
    """Return the run of equal stems around two places, from word `least` of the text on."""
    low = 0
    while here - low > least and there > low and text[here - low - 1] == source[there - low - 1]:
        low += 1
    high = 0
    while (
        here + high < len(text) and there + high < len(source) and text[here + high] == source[there + high]
    ):
        high += 1
    return _Stretch(here - low, here + high, there - low, there + high)
