"""What kind of text it is: figures that a text has by itself, whatever was replaced in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forensics.lang import language
from forensics.lexicon import Lexicon
from forensics.spin.channel.word_runs import WordRun, is_code
from forensics.spin.readable.verse import words_in_verse
from forensics.text.annotate import AnnotatedText
from forensics.text.scripts import is_latin
from forensics.text.words import Word

_ENGLISH = language("en")
_REGISTERS = _ENGLISH.registers
# A dated form says half as much as an archaic one. Chosen: at 1/3 two texts in a hundred of old prose fewer are seen,
# and the same of today's (decision 0210).
_DATED_WEIGHT = 0.5
# Letters: "teeth" and "Seth" are no verbs; chosen
_SHORTEST_ARCHAIC_VERB = 6


@dataclass(frozen=True, slots=True)
class TextMeasures:
    """The figures of one text; shares are from 0 to 1.

    A word is one as texts are compared: in a script without spaces each character. `read` is the share of the words
    that were read as English prose, `latin` the share that begins with a Latin letter or a figure, `in_verse` the
    share in lines of verse, `verse_lines` how many these are. Of the `words_read` alone: `known` is the share of those
    in lower case that the lexicon has, `function_words` the share that carries no content; `archaic` and `pidgin` count
    forms outside names and quotations (a dated form counts half), `archaic_kinds` and `pidgin_kinds` different ones.
    `all_known` and `all_function_words` are the same of all words, `code` says whether the text is full of code's
    marks.
    """

    words: int
    words_read: int
    read: float
    latin: float
    known: float
    function_words: float
    all_known: float
    all_function_words: float
    code: bool
    archaic: float
    archaic_kinds: int
    pidgin: int
    pidgin_kinds: int
    in_verse: float
    verse_lines: int


def measured(text: AnnotatedText, runs: Sequence[WordRun], lexicon: Lexicon) -> TextMeasures:
    """Return the figures of `text`, of which `runs` were read as English prose."""
    words = len(text.tokens)
    words_read = sum(len(run.words) for run in runs)
    known, small = _english([w for run in runs for w in run.words], lexicon)
    all_known, all_small = (known, small) if words_read == words else _english(text.words, lexicon)
    own = Counter(_own_words(runs))
    archaic = {k: n for k, n in own.items() if k in _REGISTERS.archaic or _is_archaic_verb(k, lexicon)}
    dated = {k: n for k, n in own.items() if k in _REGISTERS.dated and k not in archaic}
    pidgin = {k: n for k, n in own.items() if k in _REGISTERS.pidgin and k not in archaic and k not in dated}
    in_verse, verse_lines = words_in_verse(text)
    return TextMeasures(
        words=words,
        words_read=words_read,
        read=words_read / max(words, 1),
        latin=_latin(text) / max(words, 1),
        known=known,
        function_words=small,
        all_known=all_known,
        all_function_words=all_small,
        code=is_code(text.text, text.words),
        archaic=sum(archaic.values()) + _DATED_WEIGHT * sum(dated.values()),
        archaic_kinds=len(archaic) + len(dated),
        pidgin=sum(pidgin.values()),
        pidgin_kinds=len(pidgin),
        in_verse=in_verse / max(words, 1),
        verse_lines=verse_lines,
    )


def _english(words: Sequence[Word], lexicon: Lexicon) -> tuple[float, float]:
    """Return which share of the lower-case words the lexicon knows, and which of all are function words."""
    lower = Counter([w.key for w in words if w.text[0].islower()])
    small = len([w for w in words if w.key in _ENGLISH.function_words])
    known = sum([n for key, n in lower.items() if lexicon.knows(key)])
    return known / lower.total() if lower else 1.0, small / max(len(words), 1)


def _own_words(runs: Sequence[WordRun]) -> Iterator[str]:
    """Yield the words (keys) that the author wrote: no quotations, no names; "O" is no name."""
    for run in runs:
        for word, key, quoted, named in zip(run.words, run.keys, run.quoted, run.named, strict=True):
            if not quoted and (not named or word.text == "O"):
                yield key


def _is_archaic_verb(key: str, lexicon: Lexicon) -> bool:
    if not key.endswith(_REGISTERS.archaic_ending) or len(key) < _SHORTEST_ARCHAIC_VERB:
        return False
    stem = key.removesuffix(_REGISTERS.archaic_ending)
    return not lexicon.knows(key) or lexicon.knows(stem) or lexicon.knows(stem + "e")


def _latin(text: AnnotatedText) -> int:
    if text.text.isascii():
        return len(text.tokens)
    return sum(map(is_latin, text.tokens))
