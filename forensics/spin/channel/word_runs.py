"""A text as the decoder reads it: runs of words between pauses, and what is known about each word's place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.lexicon import Lexicon
from forensics.text.annotate import AnnotatedText
from forensics.text.words import Word

_PAUSE = re.compile(r"[;:()\[\]{}|…•–—]|--|\s-\s|\.\s")
_JOINED = re.compile(r"[\s ]+|-")
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,600})[”\"]|[‘]([^‘\n]{1,300}?)[’](?!\w)")
_CODE = re.compile(r"[{}<>=_\\;$#@^~`|]|\w\(\)|https?:|\w\.\w+\(")
_FREQUENT = language("en").frequent
_FEW = 8  # words: shorter runs say too little about their language
_LONG = 4  # letters: words this long are capitalised in titles


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


def word_runs(read: AnnotatedText, lexicon: Lexicon) -> list[WordRun]:
    """Return the passages of `text` in order (`read` is that text); code and text in other languages is left out."""
    text = read.text
    quotes = [m.span() for m in _QUOTED.finditer(text)]
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


def _passage(
    text: str, run: list[Word], quotes: list[tuple[int, int]], title: bool, opens: bool, lexicon: Lexicon
) -> WordRun:
    keys = tuple(w.key for w in run)
    return WordRun(
        tuple(run),
        keys,
        tuple(lexicon.number(k) for k in keys),
        tuple(bool(i and _JOINED.fullmatch(text, run[i - 1].end, w.start)) for i, w in enumerate(run)),
        tuple(any(a < w.start < b for a, b in quotes) for w in run),
        tuple(
            w.text[0].isupper() and w.text != "I" and not title and bool(i or not opens)
            for i, w in enumerate(run)
        ),
        title,
    )


def _is_title(inside: Sequence[Word]) -> bool:
    long = [w for w in inside if len(w.text) >= _LONG and w.text[0].isalpha()]
    return len(long) >= 2 and sum(w.text[0].isupper() for w in long) > 0.65 * len(long)


def _english(sentence: str, inside: Sequence[Word], lexicon: Lexicon) -> bool:
    if len(_CODE.findall(sentence)) * 6 > len(inside):
        return False
    if len(inside) < _FEW:
        return True
    known = sum(lexicon.knows(w.key) or w.text[0].isdigit() or w.text[0].isupper() for w in inside)
    small = sum(w.key in _FREQUENT for w in inside)
    return known > 0.6 * len(inside) and small * 12 >= len(inside)
