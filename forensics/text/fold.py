"""Unicode folding for shingles: two spellings of one text give the same words."""

from __future__ import annotations

import re
import unicodedata

from forensics import unicode
from forensics.text.disguise.unmask import unmask

# An ASCII character belongs to the run behind it only where a combining mark follows: only then can they compose.
_RUN = re.compile(r"[^\x00-\x7f]+")
_DECOMPOSED_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_COMBINING = re.compile("[\u0300-\u036f]")
# Accents that stand alone: compatibility normalisation would hang them on the word behind.
_LONE_ACCENT = re.compile("[\u00a8\u00af\u00b4\u00b8\u02d8-\u02dd\u0385\u1fc1\u1fed\u1fee\u1ffd]")
# Some are canonically a lone accent and a mark: the mark stays, as it does where the two are written apart.
_MARK_LEFT = {"\u0385": " \u0301", "\u1fc1": " \u0342", "\u1fed": " \u0300", "\u1fee": " \u0301"}

# Scripts written without spaces, in which every code point is a word of its own. (Unicode 15.1, Scripts.txt)
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19FF),  # Tai Le, New Tai Lue, Khmer symbols
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x1B00, 0x1B7F),  # Balinese
    (0x3005, 0x30FF),  # Han marks, Hiragana, Katakana
    (0x3100, 0x312F),  # Bopomofo
    (0x31A0, 0x31FF),  # Bopomofo and Katakana extensions
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0xA4CF),  # Han, Yi
    (0xA980, 0xA9FF),  # Javanese, Myanmar extension
    (0xAA60, 0xAADF),  # Myanmar extension, Tai Viet
    (0xF900, 0xFAFF),  # Han compatibility
    (0x1B000, 0x1B16F),  # Kana extensions
    (0x20000, 0x3FFFF),  # Han extensions
)
# Code points that change how a neighbour is drawn and nothing else; format controls (Cf) join them below.
_IGNORED = frozenset(
    [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0x180B, 0x1810)]
) | frozenset([*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)])
_REMEMBERED = 1 << 16
_MOST_MARKS = 30  # on one letter, as the Stream-Safe Text Format has it
_FLOOD = re.compile(rf"[^\w\x00-\x7f]{{{_MOST_MARKS + 1}}}")  # marks are no word characters


class _WordCharacters(dict[int, str]):
    """What stands for a code point once folded; filled as code points are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicode.category(char)
        if category == "Cf" or code in _IGNORED:
            folded = ""
        elif category[0] not in "LMN":
            folded = " "
        elif any(low <= code <= high for low, high in _UNSPACED):
            folded = f" {char} "
        else:
            folded = char
        self[code] = folded
        return folded


_CHARACTERS = _WordCharacters()
_folded_runs: dict[str, str] = {}


def fold(text: str) -> str:
    """Return `text`, its disguises taken off, folded by `fold_characters`: what its words are to every shingle."""
    return fold_characters(unmask(text).text)


def fold_characters(text: str) -> str:
    """Return `text`, once pinned, so that its words are the runs of ASCII letters and digits, either case, and others.

    Composed and decomposed forms, compatibility forms and case fold together (Unicode 15, section 3.13.5,
    NFKC_Casefold); punctuation and symbols become spaces; a code point of a script written without spaces
    stands alone. ASCII is left as it is: lower-casing it is the shingler's work. Offsets are not kept. Of more than
    thirty marks on one letter those after the thirtieth are dropped: sorting them would take the square of their
    number. (Unicode Standard Annex 15, section 13, Stream-Safe Text Format)
    """
    if text.isascii():
        return text
    if _FLOOD.search(text):
        text = _without_floods(text)
    return (_DECOMPOSED_RUN if _COMBINING.search(text) else _RUN).sub(_fold_run, text)


def _without_floods(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _fold_run(match: re.Match[str]) -> str:
    run = match.group()
    folded = _folded_runs.get(run)
    if folded is None:
        if len(_folded_runs) >= _REMEMBERED:
            _folded_runs.clear()
        compatible = unicodedata.normalize("NFKC", _LONE_ACCENT.sub(_without_accent, run))
        folded = unicodedata.normalize("NFKC", compatible.casefold()).translate(_CHARACTERS)
        if len(run) <= 32:
            _folded_runs[run] = folded
    return folded


def _without_accent(accent: re.Match[str]) -> str:
    return _MARK_LEFT.get(accent.group(), " ")
