"""Texts from bytes: each byte a fragment that some grammar looks for, so that another byte is another word."""

from __future__ import annotations

from collections.abc import Iterable

_WORDS = (
    "the of and a in was is not no said told says according to by that he she they his her it who which one two "
    "hundred million percent per cent Reuters Guardian AP BBC NASA Times Post Smith Jane John Dr President Minister "
    "London Paris January March Monday yesterday 1 2 7 19 42 100 1,000 3.5 2019 12:30 01/02/2020 km sq years "
    "kilometers area unit before until final last occasions counterfeit consciousness area's Source Via Share Tweet Contents "
    "References Comments Copyright Published Updated Advertisement Read more Related Posts ENDS About Contact report "
    "statement spokesman university study researchers found claimed reported announced wrote asked added"
).split()
_SPACES = (" ", "  ", "\n", "\n\n", "\t", "\r\n", ". ", ", ", "; ", ": ", "! ", "? ", "'s ")
_MARKS = (
    ". … ... \" “ ” ‘ ’ ' « » „ ( ) [ ] { | } {a|b} - – — ‑ / \\ _ & &amp; &#65; # @ % $ £ * • = + < > <b> </script> "
    "<!-- http://a.example/b www.example.com © ½ ²"
).split(" ")
_ODD = (
    "\u00ad \u200b \u200d \u200c \u2060 \ufeff \ufe0f \u202e \u202c \u2066 \u2069 \u00a0 \u2003 \u3000 \u2028 \u0085 "
    "\u0301 \u0323 \u0336 \u0338 \u034f \u0430 \u0435 \u043e \u0441 \u03b1 \u03bf \u0391 ａ Ｔ 𝐓 𝒽 ᴛ ﬁ ß İ ı ſ é "
    "e\u0301 ё 漢 の 한 \u1112\u1161\u11ab ก ำ ع א ह\u093f 👩\u200d🚀 😀 \u3164 \u115f \U000e0041 \ue000 \U0010ffff "
    "\x00 \x07 \x1b[31m \x7f \x9b"
).split(" ")
_LETTERS = tuple("abcdefghinorstuvXYZ0159")
FRAGMENTS = (*(f"{word} " for word in _WORDS), *_SPACES, *_MARKS, *_ODD, *_LETTERS)
"""What a byte stands for; those beyond repeat what stood before, or begin a code point of three bytes."""

_BEYOND = 255  # begins a code point of three bytes


def text_of(data: bytes) -> str:
    """Return the text that `data` stands for; any bytes stand for one, without surrogates."""
    parts: list[str] = []
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte < min(len(FRAGMENTS), _BEYOND):
            parts.append(FRAGMENTS[byte])
        elif byte == _BEYOND:
            code = int.from_bytes(data[at : at + 3], "big") % 0x110000
            at += 3
            parts.append("" if 0xD800 <= code < 0xE000 else chr(code))
    return "".join(parts)


def bytes_of(text: str) -> bytes:
    """Return bytes that stand for `text`, which holds no surrogate."""
    found = bytearray()
    at = 0
    while at < len(text):
        for length in range(_LONGEST, 0, -1):
            if (number := _NUMBERS.get(text[at : at + length])) is not None:
                found.append(number)
                at += length
                break
        else:
            found.append(_BEYOND)
            found += ord(text[at]).to_bytes(3, "big")
            at += 1
    return bytes(found)


def all_bytes_of(texts: Iterable[str]) -> list[bytes]:
    """Return for each of `texts` bytes that stand for it."""
    return [bytes_of(text) for text in texts]


_NUMBERS = {fragment: number for number, fragment in enumerate(FRAGMENTS[:_BEYOND])}
_LONGEST = max(map(len, FRAGMENTS))
