"""A text as the decoder reads it: runs of words between pauses, and what is known about each word's place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from forensics.lang import language
from forensics.lexicon import Lexicon
from forensics.spin.channel.known_words import NUMBER, READ_AS, known_words
from forensics.text.annotate import AnnotatedText, annotated
from forensics.text.scripts import is_latin
from forensics.text.words import Word

_PAUSE = re.compile(r"[;:()\[\]{}|…•–—]|--|\s-\s|\.\s")
_JOINED = re.compile(r"[\s ]+|-")
_LONGEST_QUOTATION, _LONGEST_IN_SINGLE_MARKS = 600, 300  # characters: an odd mark quotes no more; chosen
_CODE = re.compile(r"[{}<>=_\\;$#@^~`|]|\w\(\)|https?:|\w\.\w+\(")
_FREQUENT = language("en").frequent
# Words: shorter sentences say too little about their language. At 5 recall falls by .002, at 12 nothing changes (0205).
_LANGUAGE_FROM = 8
# Of the words of English that are known, names or numbers; chosen, .5 changes nothing (0205)
_KNOWN_SHARE = 0.6
# Of English, in which one at least is frequent; chosen, not measured
_WORDS_PER_FREQUENT = 12
_WORDS_PER_CODE_MARK = 6  # more marks are code; chosen on the program in tests/spin/texts.py, not measured
# Words this long are capitalised in titles; chosen: prepositions of four letters often are
_TITLE_LETTERS = 4
# So long, and how many of them are; chosen, not measured: about two in three
_TITLE_WORDS, _TITLE_SHARE = 2, 0.65

_SHORT = 4  # characters: most words have so few between them, and what they mean is kept


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of words that no pause breaks, read as one sentence by the language model.

    `keys` are the words as the lexicon spells them and `numbers` the lexicon's numbers for them. For each word:
    `joined` says that only white space or a hyphen stands before it, `quoted` that it is inside quotation marks,
    `named` that it is capitalised where ordinary words are not, so that it may belong to a name.
    """

    words: tuple[Word, ...]
    keys: tuple[str, ...]
    numbers: tuple[int, ...]
    joined: tuple[bool, ...]
    quoted: tuple[bool, ...]
    named: tuple[bool, ...]
    title: bool


def word_runs(text: str | AnnotatedText, lexicon: Lexicon) -> list[WordRun]:
    """Return the passages of `text` in order; code and text in other languages is left out."""
    read = annotated(text)
    text, words = read.text, read.words
    quotes = _quotations(text)
    rows = known_words(lexicon).rows([word.key for word in words])
    numbers, known = rows[:, READ_AS].tolist(), (rows[:, NUMBER] >= 0).tolist()
    found: list[WordRun] = []
    for sentence in read.sentences:
        inside = read.word_range(sentence.start, sentence.end)
        some = words[inside.start : inside.stop]
        if not some or not _english(
            text[sentence.start : sentence.end], some, known[inside.start : inside.stop]
        ):
            continue
        title = _is_title(some)
        gaps = [_gap(text[a.end : b.start]) for a, b in pairwise(some)]
        stops = [i + 1 for i, gap in enumerate(gaps) if gap.pauses]
        joined = [False, *(gap.joins for gap in gaps)]
        for start, stop in pairwise([0, *stops, len(some)]):
            run = some[start:stop]
            found.append(
                WordRun(
                    run,
                    tuple([word.key for word in run]),
                    tuple(numbers[inside.start + start : inside.start + stop]),
                    (False, *joined[start + 1 : stop]),
                    _quoted(quotes, run),
                    _named(run, title, opens=start == 0),
                    title,
                )
            )
    return found


class _Gap(NamedTuple):
    """What stands between two words: whether it is a pause, and whether it joins them."""

    pauses: bool
    joins: bool


def _gap(text: str) -> _Gap:
    return _short_gap(text) if len(text) <= _SHORT else _looked_at(text)


def _looked_at(text: str) -> _Gap:
    return _Gap(_PAUSE.search(text) is not None, _JOINED.fullmatch(text) is not None)


_short_gap = lru_cache(maxsize=1 << 10)(_looked_at)


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the quotations in order; none overlaps another."""
    double = rf"[“\"]([^“”\"\n]{{1,{_LONGEST_QUOTATION}}})[”\"]"
    single = rf"[‘]([^‘\n]{{1,{_LONGEST_IN_SINGLE_MARKS}}}?)[’](?!\w)"
    return [m.span() for m in re.finditer(f"{double}|{single}", text)]


def _named(run: Sequence[Word], title: bool, *, opens: bool) -> tuple[bool, ...]:
    """Tell of each word whether it is capitalised where ordinary ones are not; `opens`: the run opens a sentence."""
    if title:
        return (False,) * len(run)
    named = [word.text[0].isupper() and word.text != "I" for word in run]
    if opens:
        named[0] = False
    return tuple(named)


def _quoted(quotes: list[tuple[int, int]], run: Sequence[Word]) -> tuple[bool, ...]:
    """Tell of each word whether it stands in quotation marks."""
    low, high = bisect_left(quotes, (run[0].start, 0)), bisect_left(quotes, (run[-1].start, 0))
    # those that begin before the run ends, and the one it may begin in
    return _inside(quotes[max(low - 1, 0) : high], run)


def _inside(quotes: list[tuple[int, int]], run: Sequence[Word]) -> tuple[bool, ...]:
    """Tell for each word whether it stands in one of the quotations, both in the order of the text."""
    if not quotes:
        return (False,) * len(run)
    starts = [start for start, _ in quotes]
    before = [bisect_left(starts, word.start) - 1 for word in run]
    return tuple(k >= 0 and word.start < quotes[k][1] for k, word in zip(before, run, strict=True))


def _is_title(inside: Sequence[Word]) -> bool:
    long = [w for w in inside if len(w.text) >= _TITLE_LETTERS and w.text[0].isalpha()]
    return len(long) >= _TITLE_WORDS and sum(w.text[0].isupper() for w in long) > _TITLE_SHARE * len(long)


def is_code(text: str, inside: Sequence[Word]) -> bool:
    """Tell whether `text` with the words `inside` it has so many marks that it is code or markup."""
    return len(_CODE.findall(text)) * _WORDS_PER_CODE_MARK > len(inside)


def _english(sentence: str, inside: Sequence[Word], in_lexicon: Sequence[bool]) -> bool:
    if is_code(sentence, inside):
        return False
    if not sentence.isascii() and 2 * sum(map(is_latin, inside)) < len(inside):
        return False
    if len(inside) < _LANGUAGE_FROM:
        return True
    known = sum(
        [
            of or word.text[0].isupper() or word.text[0].isdigit()
            for of, word in zip(in_lexicon, inside, strict=True)
        ]
    )
    small = len([word for word in inside if word.key in _FREQUENT])
    return known > _KNOWN_SHARE * len(inside) and small * _WORDS_PER_FREQUENT >= len(inside)
