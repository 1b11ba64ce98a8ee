"""Twenty-six ways to disguise a text, each a function of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
_GREEK = str.maketrans("aoivABEHKMNOPT", "αοινΑΒΕΗΚΜΝΟΡΤ")
_RARE = str.maketrans("uhogfABCDEGHKLMPRSTVWZ", "սհօցքᎪᏴᏟᎠᎬᏀᎻᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ")
_SMALL_CAPITALS = str.maketrans("abcdeghjklmnoprtuvwyz", "ᴀʙᴄᴅᴇɢʜᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ")
_LEET = str.maketrans("oeatOEA", "0347034")
_ACCENTS = dict(zip("aeiou", "\u0301\u0300\u0308\u0302\u030a", strict=True))


def _each_word(put: Callable[[str], str]) -> Callable[[str], str]:
    """Return what rewrites every run of three letters or more."""
    return lambda text: re.sub("[A-Za-z]{3,}", lambda m: put(m.group()), text)


def _inside(char: str) -> Callable[[str], str]:
    return _each_word(lambda word: word[0] + char + word[1:])


def _behind_letters(marks: str) -> Callable[[str], str]:
    return lambda text: _LATIN.sub(lambda m: m.group() + marks, text)


def _shifted(capital: int, small: int, digit: int | None = None) -> Callable[[str], str]:
    table = {ord("A") + k: capital + k for k in range(26)} | {ord("a") + k: small + k for k in range(26)}
    if digit is not None:
        table |= {ord("0") + k: digit + k for k in range(10)}
    return lambda text: text.translate(table)


def _apart(text: str) -> str:
    return "\n".join(" ".join(line.replace(" ", "  ")) for line in text.split("\n"))


def _hyphens(text: str) -> str:
    """Divide one long word in five at a line end."""
    words = text.split(" ")
    for k, word in enumerate(words):
        if k % 5 == 0 and len(word) > 5 and word.isalpha():
            words[k] = f"{word[: len(word) // 2]}-\n{word[len(word) // 2 :]}"
    return " ".join(words)


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _numbered(text: str) -> str:
    return "\n".join(f"{k:4}  {line}" for k, line in enumerate(_wrapped(text, 60), 1))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return "\n".join(line[k : k + 60] for k in range(0, len(line), 60))


def _accented(text: str) -> str:
    return unicodedata.normalize("NFC", re.sub("[aeiou]", lambda m: m.group() + _ACCENTS[m.group()], text))


DISGUISES: dict[str, tuple[str, Callable[[str], str]]] = {
    "zero-width space in every word": ("invisible", _inside("\u200b")),
    "zero-width non-joiner behind every letter": ("invisible", _behind_letters("\u200c")),
    "word joiner in every word": ("invisible", _inside("\u2060")),
    "soft hyphen in every word": ("invisible", _inside("\u00ad")),
    "combining grapheme joiner in every word": ("invisible", _inside("\u034f")),
    "variation selector behind every letter": ("invisible", _behind_letters("\ufe01")),
    "byte order mark in every word": ("invisible", _inside("\ufeff")),
    "Hangul filler in every word": ("invisible", _inside("\u3164")),
    "left-to-right mark in every word": ("bidi_control", _inside("\u200e")),
    "text embedded from right to left": ("bidi_control", lambda text: f"\u202b{text}\u202c"),
    "tag characters in every word": ("tag", _inside("\U000e0061\U000e0062")),
    "Cyrillic letters": ("lookalike", lambda text: text.translate(_CYRILLIC)),
    "Greek letters": ("lookalike", lambda text: text.translate(_GREEK)),
    "Armenian and Cherokee letters": ("lookalike", lambda text: text.translate(_RARE)),
    "small capitals": ("lookalike", lambda text: text.translate(_SMALL_CAPITALS)),
    "full-width letters": ("styled", _shifted(0xFF21, 0xFF41, 0xFF10)),
    "mathematical bold letters": ("styled", _shifted(0x1D400, 0x1D41A, 0x1D7CE)),
    "circled letters": ("styled", _shifted(0x24B6, 0x24D0)),
    "struck-out letters": ("combining_mark", _behind_letters("\u0336")),
    "letters buried in marks": ("combining_mark", _behind_letters("\u0315\u031b\u0321\u0358\u0317")),
    "accents on vowels": ("accent", _accented),
    "letters set apart": ("spaced_letters", _apart),
    "words divided at line ends": ("line_hyphen", _hyphens),
    "lines cut anywhere": ("line_cut", _cut),
    "digits for letters": ("digit_letter", lambda text: text.translate(_LEET)),
    "letters as entities": ("entity", lambda text: re.sub("[aeo]", lambda m: f"&#{ord(m.group())};", text)),
}
"""By name: the kind that tells the disguise, and what puts it on."""

HARMLESS: dict[str, tuple[str, Callable[[str], str]]] = {
    "line numbers": ("line_number", _numbered),
    "underscores for spaces": ("underscore", lambda text: text.replace(" ", "_")),
    "em spaces for spaces": ("odd_space", lambda text: text.replace(" ", "\u2003")),
}
"""Further ones, that few analyses mind."""
