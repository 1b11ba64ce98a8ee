"""Hostile plain texts."""

from __future__ import annotations

from collections.abc import Iterator

from bench.evidence.disguises import DISGUISES
from bench.evidence.growth import SLOW
from bench.hostile.case import STORY, Case, Made, read, skipped

_MAGIC = {
    "PNG picture": (b"\x89PNG\r\n\x1a\n\0\0", "a PNG picture"),
    "JPEG picture": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
    "GIF picture": (b"GIF89a\0\0\xff\xff", "a GIF picture"),
    "ZIP archive": (b"PK\x03\x04\x14\0\0\0\xff", "a ZIP archive"),
    "program": (b"\x7fELF\x02\x01\x01\0\xff", "a program"),
    "bzip2": (b"BZh91AY&SY\0\xff\xfe", "bzip2 data"),
    "xz": (b"\xfd7zXZ\0\0\x04\xe6", "xz data"),
    "7-Zip": (b"7z\xbc\xaf\x27\x1c\0\x04", "a 7-Zip archive"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    "SQLite": (b"SQLite format 3\0\x10\0\xff", "a SQLite database"),
    "sound": (b"RIFF\x24\x08\0\0WAVE\xff", "sound or video"),
    "video": (b"OggS\0\x02\0\0\xff\xff", "sound or video"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
}
_BYTES: dict[str, tuple[Made, str]] = {
    "empty": (b"", "empty$"),
    "blank": (b" \t\r\n\x0b\x0c", "no text$"),
    "Unicode white space": ("\u00a0\u2003\u3000\u2028\u0085".encode(), "no text$"),
    "NUL": (b"a\0b", r"binary file \(NUL bytes\)"),
    "NULs alone": (bytes(1000), r"binary file \(NUL bytes\)"),
    "latin-1": ("café".encode("latin-1"), "not valid UTF-8 at byte 3"),
    "cut in a character": ("café".encode()[:-1], "not valid UTF-8 at byte 3"),
    "surrogate in UTF-8": (b"a\xed\xa0\x80b", "not valid UTF-8 at byte 1"),
    "surrogate pair in UTF-8": (b"\xed\xa0\xbd\xed\xb8\x80", "not valid UTF-8 at byte 0"),
    "overlong slash": (b"a\xc0\xafb", "not valid UTF-8 at byte 1"),
    "overlong NUL": (b"a\xc0\x80b", "not valid UTF-8 at byte 1"),
    "overlong of four": (b"\xf0\x80\x80\xaf", "not valid UTF-8 at byte 0"),
    "five bytes": (b"\xf8\x88\x80\x80\x80", "not valid UTF-8 at byte 0"),
    "beyond Unicode": (b"\xf4\x90\x80\x80", "not valid UTF-8 at byte 0"),
    "continuation alone": (b"\x80\x80\x80", "not valid UTF-8 at byte 0"),
    "bytes at random": (bytes(range(1, 256)) * 9, "not valid UTF-8 at byte"),
    "UTF-16 of odd length": ("text".encode("utf-16") + b"a", "not valid UTF-16 at byte"),
    "UTF-16 with half a pair": (b"\xff\xfe\x00\xd8a\0", "not valid UTF-16 at byte"),
    "UTF-16 mark alone": (b"\xff\xfe", "no text$"),
    "UTF-16 without a mark": ("The ferry".encode("utf-16-le"), r"binary file \(NUL bytes\)"),
    "UTF-32": ("The ferry".encode("utf-32"), r"(binary file|not valid|no text)"),
    "200 MB of NUL, packed not": (lambda: bytes(20_000_000), r"binary file \(NUL bytes\)"),
    "two million blank lines": (lambda: 2_000_000 * b"\n", "no text$"),
}
_TEXTS = {
    "one letter": "a",
    "a mark alone": "\u0301",
    "a zero width alone": "\u200b",
    "no words": "?!. --- ...",
    "byte order mark first": "\ufeff" + STORY,
    "byte order marks throughout": STORY.replace(" ", " \ufeff"),
    "CR alone": STORY.replace("\n", "\r"),
    "CRLF": STORY.replace("\n", "\r\n"),
    "line ends of all sorts": "a\nb\rc\r\nd\x0be\x0cf\x1cg\x85h\u2028i\u2029j",
    "terminal codes": "\x1b[2J\x1b]0;title\x07\x1b[31m" + STORY + "\x1b[0m\x9b31m",
    "a link for terminals": "\x1b]8;;http://a.example\x1b\\click\x1b]8;;\x1b\\ " + STORY,
    "backspaces": "clean\x08\x08\x08\x08\x08spun " + STORY,
    "direction turned": "\u202e" + STORY + "\u202c",
    "isolates never closed": "\u2066" * 500 + STORY,
    "right to left": "\u200f\u05d0\u05d1\u05d2 " * 200,
    "noncharacters": "\ufdd0\ufffe\uffff\U0001ffff\U0010ffff " + STORY,
    "private use": "\ue000\uf8ff\U000f0000 " * 50 + STORY,
    "replacement characters": "\ufffd" * 400,
    "script tags": "<script>alert(1)</script>" + STORY + "<img src=x onerror=alert(1)>",
    "templates": "{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {%if%} " + STORY,
    "rich's own markup": "[bold red]" + STORY + "[/bold red][link=http://a.example]a[/link]",
    "formats": "%s%n%x %(a)s {0} {a.b} " * 50,
    "shell": "`id` $(id) ; rm -rf / | cat && " + STORY,
    "SQL": "' OR 1=1; DROP TABLE documents; -- " + STORY,
    "names of files": "../../../etc/passwd C:\\windows\\ file:///etc/passwd " + STORY,
    "JSON in a text": '{"verdict": "clean", "score": 0.0}\nBut no.' + STORY,
    "an envelope in a text": '{"schema_version": "1", "command": "spin"} and ' + STORY,
    "one long word": "a" * 200_000,
    "one long number": "9" * 200_000,
    "a number with many groups": "1" + ",000" * 50_000,
    "one-letter words": "a b c d e f g h " * 12_000,
    "one word": "word " * 40_000,
    "two words": "word other " * 20_000,
    "one line": (STORY.replace("\n", " ") * 250),
    "short lines": "a\n" * 100_000,
    "short paragraphs": "No.\n\n" * 40_000,
    "indented deep": "".join(" " * (n % 500) + "a\n" for n in range(1000)),
    "quotation marks": "“" * 50_000,
    "straight quotation marks": '"' * 50_001,
    "quotation marks by turns": "“a” ‘b’ " * 8_000,
    "quotations in quotations": "“‘" * 5_000 + "a" + "’”" * 5_000,
    "apostrophes": "'" * 50_000,
    "contractions": "it's he's they'd " * 6_000,
    "brackets": "(" * 50_000,
    "brackets closed": "(" * 20_000 + "a" + ")" * 20_000,
    "braces": "{" * 50_000,
    "spintax in spintax": "{a|" * 5_000 + "b" + "}" * 5_000,
    "choices": "{a|b}" * 10_000,
    "full stops": "." * 100_000,
    "abbreviations": "Dr. U.S. e.g. " * 6_000,
    "ellipses": "…" * 50_000,
    "hyphens": "-" * 100_000,
    "one word of hyphens": "a-" * 50_000,
    "line-end hyphens": "ab-\n" * 25_000,
    "dashes": "a—b–c " * 15_000,
    "numbers": "12 345 6,789 0.1 " * 6_000,
    "dates": "1 January 2020, 2020-01-01, 01/01/20 " * 3_000,
    "impossible dates": "99 January 0000, 31/02/2020, 2020-13-45 " * 3_000,
    "units": "5 km 6 kg 7 % 8 million tonnes " * 3_000,
    "money": "$1 £2 €3 ¥4 " * 8_000,
    "names": "Jane Smith, John Doe and Dr Ann Bell " * 3_000,
    "one name of many words": "Jane " * 20_000,
    "sayings": "he said she said it said " * 4_000,
    "attributions": "according to according to " * 4_000,
    "addresses": "http://a.example/?q=1&r=2 www.example.com " * 2_500,
    "one long address": "http://" + "a." * 20_000 + "example",
    "mail": "a@b.example " * 8_000,
    "at signs": "@a " * 20_000,
    "hash tags": "#a " * 20_000,
    "entities": "&amp;&#65;&lt; " * 6_000,
    "half entities": "&#" * 40_000,
    "citations": "(Smith et al., 2019; Doe, 2020) [1, 2, 3] " * 2_500,
    "a reference list": "References\n" + "Smith, J. (2019). A study. Journal, 3(1), 1-7.\n" * 2_000,
    "headings": "Contents\n" + "".join(f"{n}. A heading\n" for n in range(5_000)),
    "page furniture": "Share\nTweet\nRead more: a\nAdvertisement\nSource: Reuters\n" * 2_000,
    "bylines": "By Jane Smith\nLONDON (Reuters) -\n" * 3_000,
    "copyrights": "© 2019 A. All rights reserved.\n" * 3_000,
    "bullets": "• a\n- b\n* c\n1) d\n" * 5_000,
    "tables": "a\tb\tc\n" * 20_000,
    "code": "for (int i = 0; i < n; i++) { x[i] = y; }\n" * 2_000,
    "base64": "TWFuIGlzIGRpc3Rpbmd1aXNoZWQ=" * 4_000,
    "capitals": STORY.upper() * 50,
    "no capitals": STORY.lower() * 50,
    "all of Unicode": "".join(chr(code) for code in range(32, 0x11000) if not 0xD800 <= code < 0xE000),
    "planes beyond": "".join(chr(code) for code in range(0x10000, 0x20000, 7)),
    "emoji families": "👨\u200d👩\u200d👧\u200d👦" * 8_000,
    "flags": "🇩🇪🇫🇷" * 10_000,
    "skin tones": "👍🏽" * 20_000,
    "variation selectors": "a" + "\ufe0f" * 50_000,
    "Chinese": "北京的天气很好。" * 6_000,
    "Thai": "ภาษาไทยไม่มีช่องว่าง" * 3_000,
    "Arabic": "العربية لغة جميلة " * 3_000,
    "Devanagari": "हिन्दी में संयुक्त अक्षर " * 2_000,
    "Hangul apart": "\u1112\u1161\u11ab" * 20_000,
    "Zalgo": "".join(f"{letter}{'̵̶̷̸' * 5}" for letter in STORY * 10),
    "accents too many": "".join(f"{letter}\u0301" for letter in STORY * 20),
}


def cases() -> Iterator[Case]:
    """Yield plain texts that are read or skipped."""
    yield from skipped("text", ".txt", _BYTES)
    for name, (data, sort) in _MAGIC.items():
        yield Case(f"text: {name}", ".txt", data, 0, rf"binary file \({sort}\)")
    yield from read("text", ".txt", {name: text.encode() for name, text in _TEXTS.items()})
    yield from read("text", ".txt", {f"UTF-16 {end}": STORY.encode(end) for end in ("utf-16",)})
    yield from read(
        "disguised", ".txt", {name: put_on(STORY).encode() for name, (_, put_on) in DISGUISES.items()}
    )
    slow = {name: made for name, made in SLOW.items() if name != "blank lines"}  # no text, as is said above
    yield from read(
        "slow", ".txt", {name: (lambda made=made: made(60_000).encode()) for name, made in slow.items()}
    )
