"""A text as the decoder reads it: runs of words between pauses, and what is known about each word's place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.lexicon import Lexicon
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
    text = read.text
    quotes = _quotations(text)
    found: list[WordRun] = []
    for sentence in read.sentences:
        inside = read.words_in(sentence.start, sentence.end)
        if not inside or not _english(text[sentence.start : sentence.end], inside, lexicon):
            continue
        title = _is_title(inside)
        run: list[Word] = []
        for word in inside:
            if run and _PAUSE.search(text, run[-1].end, word.start):
                found.append(_passage(text, run, quotes, title, run[0] is inside[0], lexicon))
                run = []
            run.append(word)
        found.append(_passage(text, run, quotes, title, run[0] is inside[0], lexicon))
    return found


def _quotations(text: str) -> list[tuple[int, int]]:
    """Return the quotations in order; none overlaps another."""
    double = rf"[“\"]([^“”\"\n]{{1,{_LONGEST_QUOTATION}}})[”\"]"
    single = rf"[‘]([^‘\n]{{1,{_LONGEST_IN_SINGLE_MARKS}}}?)[’](?!\w)"
    return [m.span() for m in re.finditer(f"{double}|{single}", text)]


def _passage(
    text: str, run: list[Word], quotes: list[tuple[int, int]], title: bool, opens: bool, lexicon: Lexicon
) -> WordRun:
    low, high = bisect_left(quotes, (run[0].start, 0)), bisect_left(quotes, (run[-1].start, 0))
    near = quotes[max(low - 1, 0) : high]  # those that begin before the run ends, and the one it may begin in
    keys = tuple(w.key for w in run)
    return WordRun(
        tuple(run),
        keys,
        tuple(lexicon.number(k) for k in keys),
        tuple(bool(i and _JOINED.fullmatch(text, run[i - 1].end, w.start)) for i, w in enumerate(run)),
        _inside(near, run),
        tuple(
            w.text[0].isupper() and w.text != "I" and not title and bool(i or not opens)
            for i, w in enumerate(run)
        ),
        title,
    )


def _inside(quotes: list[tuple[int, int]], run: list[Word]) -> tuple[bool, ...]:
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


def _english(sentence: str, inside: Sequence[Word], lexicon: Lexicon) -> bool:
    if is_code(sentence, inside):
        return False
    if not sentence.isascii() and 2 * sum(map(is_latin, inside)) < len(inside):
        return False
    if len(inside) < _LANGUAGE_FROM:
        return True
    known = sum(lexicon.knows(w.key) or w.text[0].isdigit() or w.text[0].isupper() for w in inside)
    small = sum(w.key in _FREQUENT for w in inside)
    return known > _KNOWN_SHARE * len(inside) and small * _WORDS_PER_FREQUENT >= len(inside)
