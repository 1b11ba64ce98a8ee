"""Hostile JSON Lines, JSON, CSV and TSV."""

from __future__ import annotations

import json
from collections.abc import Iterator

from bench.hostile.case import STORY, Case, Made, read, skipped

_GOOD = json.dumps({"id": "good", "text": STORY})
_LINES = {
    "no JSON": ("nonsense", "line 2: not JSON: invalid character"),
    "single quotes": ("{'text': 'a'}", "line 2: not JSON"),
    "cut": ('{"text": "a', "line 2: not JSON: it ends early"),
    "a raw control": ('{"text": "a\x01b"}', "line 2: not JSON"),
    "an array": ('["text"]', "line 2: JSON, but not an object"),
    "a string": ('"text"', "line 2: JSON, but not an object"),
    "a number": ("5", "line 2: JSON, but not an object"),
    "null": ("null", "line 2: JSON, but not an object"),
    "no text": ('{"id": "a"}', "line 2: no field 'text'"),
    "an empty object": ("{}", "line 2: no field 'text'"),
    "text is null": ('{"text": null}', "line 2: the field 'text' is null"),
    "text is a number": ('{"text": 5}', "line 2: the field 'text' is not text"),
    "text is a list": ('{"text": ["a"]}', "line 2: the field 'text' is not text"),
    "text is an object": ('{"text": {"a": 1}}', "line 2: the field 'text' is not text"),
    "text is true": ('{"text": true}', "line 2: the field 'text' is not text"),
    "text is empty": ('{"text": ""}', "line 2: no text"),
    "text is blank": ('{"text": " \\n\\u3000"}', "line 2: no text"),
    "half a pair": ('{"text": "a\\ud83d"}', "line 2: half a surrogate pair"),
    "pair the wrong way": ('{"text": "\\ude00\\ud83d"}', "line 2: half a surrogate pair"),
    "nested deep in arrays": ('{"text": ' + "[" * 100_000, "line 2: JSON nested too deeply"),
    "nested deep in objects": ('{"a": ' * 50_000, "line 2: JSON nested too deeply"),
    "a bad escape": ('{"text": "\\x41"}', "line 2: not JSON"),
    "two values": ('{"text": "a"} {"text": "b"}', "line 2: not JSON"),
    "a comma too many": ('{"text": "a",}', "line 2: not JSON"),
    "a comment": ('{"text": "a"} // b', "line 2: not JSON"),
    "NUL": ('{"text": "a"}\0', "line 2: not JSON"),
}
_WELL = {
    "a NUL escaped": '{"text": "a\\u0000b"}',
    "terminal codes escaped": '{"text": "\\u001b[2Ja"}',
    "not a number": '{"text": "a", "x": NaN}',
    "infinity": '{"text": "a", "x": -Infinity}',
    "a number too large": '{"text": "a", "x": 1e999}',
    "an integer too long": '{"text": "a", "x": ' + "9" * 4_000 + "}",
    "a float too long": '{"text": "a", "x": 0.' + "1" * 10_000 + "}",
    "a key twice": '{"x": 1, "x": 2, "text": "a"}',
    "text twice": '{"text": "a", "text": "b"}',
    "key escaped": '{"te\\u0078t": "a"}',
    "key long": '{"' + "k" * 100_000 + '": 1, "text": "a"}',
    "keys many": "{" + "".join(f'"k{n}": {n}, ' for n in range(20_000)) + '"text": "a"}',
    "id is a fraction": '{"id": 1.5, "text": "a"}',
    "id is true": '{"id": true, "text": "a"}',
    "id is a list": '{"id": ["a"], "text": "a"}',
    "id is an object": '{"id": {"a": 1}, "text": "a"}',
    "id is null": '{"id": null, "text": "a"}',
    "id is empty": '{"id": "", "text": "a"}',
    "id taken": '{"id": "good", "text": "a"}',
    "id is the file": '{"id": "input.jsonl", "text": "a"}',
    "id is a place": '{"id": "input.jsonl:1", "text": "a"}',
    "id long": json.dumps({"id": "i" * 100_000, "text": "a"}),
    "id of lines": json.dumps({"id": "a\nb\r\x1b[31m\u202e", "text": "a"}),
    "id of markup": json.dumps({"id": "<script>alert(1)</script>", "text": "a"}),
    "id huge": '{"id": 99999999999999999999999, "text": "a"}',
    "id negative zero": '{"id": -0, "text": "a"}',
    "escapes throughout": '{"text": "' + "\\u0041" * 10_000 + '"}',
    "slashes escaped": '{"text": "a\\/b"}',
    "separators of lines": '{"text": "a\u2028b\u2029c\u0085d"}',
    "white space around": ' \t {"text"\t:\r "a"}  \r',
    "a record separator": '\x1e{"text": "a"}',
}
_JSON: dict[str, tuple[Made, str]] = {
    "cut": (b'[{"text": "a', "not JSON: "),
    "deep": (b'[{"text": ' + b"[" * 100_000, "JSON nested too deeply"),
    "deep objects": (b'{"a":' * 100_000, "line 1: JSON nested too deeply"),
    "no text": (b'[{"a": 1}]', "object 1: no field 'text'"),
    "no UTF-8": (b'[{"text": "\xff"}]', "not valid UTF-8"),
    "empty": (b"", "empty"),
}
_TABLES: dict[str, tuple[Made, str, int]] = {
    "empty": (b"", "empty", 0),
    "header alone": (b"id,text\n", "no records", 0),
    "blank lines": (b"\n\n\n", "no first row", 0),
    "no text field": (b"a,b\n1,2\n", "no field 'text'", 0),
    "a row too short": (b"id,text\na,one\nb\n", "line 3: 1 fields where the first row has 2", 1),
    "a row too long": (b"id,text\na,one\nb,two,three\n", "line 3: 3 fields where the first row has 2", 1),
    "no UTF-8": (b"id,text\na,one\nb,\xff\n", "line 3: not valid UTF-8", 1),
    "blank text": (b"id,text\na,one\nb, \n", "line 3: no text", 1),
    "a quote inside": (b'id,text\na,one\nb,tw"o\n', "", 2),
    "a quotation that never ends": (
        b'id,text\na,"one\nb,two\nc,three\nd,four\n',
        "line 2: a quotation that does not end",
        3,
    ),
    "NUL": (b"id,text\na,one\nb,t\0wo\n", "", 2),
}
_TABLES_READ: dict[str, bytes] = {
    "byte order mark": b"\xef\xbb\xbfid,text\na,one\n",
    "byte order mark and quotes": b'\xef\xbb\xbf"id","text"\n"a","one"\n',
    "semicolons": b"id;text\na;one\n",
    "tabs": b"id\ttext\na\tone\n",
    "bars": b"id|text\na|one\n",
    "Excel's line": b"sep=;\nid;text\na;one\n",
    "comments first": b"# a\n# b\nid,text\na,one\n",
    "CR alone": b"id,text\ra,one\r",
    "no line end": b"id,text\na,one",
    "blank lines between": b"id,text\n\n\na,one\n\n",
    "line ends in quotes": b'id,text\na,"one\n\r\ntwo"\n',
    "a field over lines in the header": b'"id\n",text\na,one\n',
    "many columns": b"text," + b",".join(b"c%d" % n for n in range(5_000)) + b"\none" + b"," * 5_000 + b"\n",
    "a formula": b"id,text\n=cmd|' /C calc'!A0,=1+1\n",
    "quotes doubled": b'id,text\na,"' + b'""' * 50_000 + b'one"\n',
    "UTF-16": "id,text\na,one\n".encode("utf-16"),
    "text named twice": b"text,text\none,two\n",
}


def cases() -> Iterator[Case]:
    """Yield files of records."""
    for name, (line, reason) in _LINES.items():
        yield Case(f"JSON Lines: {name}", ".jsonl", f"{_GOOD}\n{line}\n".encode(), 1, f"{reason}")
    for name, line in _WELL.items():
        yield Case(f"JSON Lines: {name}", ".jsonl", f"{_GOOD}\n{line}\n".encode(), 2)
    yield Case(
        "JSON Lines: no UTF-8",
        ".jsonl",
        f"{_GOOD}\n".encode() + b'{"text": "\xff"}\n',
        1,
        "line 2: not valid UTF-8",
    )
    yield Case(
        "JSON Lines: surrogate in UTF-8",
        ".jsonl",
        f"{_GOOD}\n".encode() + b'{"text": "\xed\xa0\x80"}\n',
        1,
        "line 2: ",
    )
    yield from read(
        "JSON Lines",
        ".jsonl",
        {
            "byte order mark": b"\xef\xbb\xbf" + _GOOD.encode(),
            "CRLF": f"{_GOOD}\r\n".encode(),
            "no line end": _GOOD.encode(),
            "blank lines": b"\n \n\t\n" + _GOOD.encode() + 100_000 * b"\n",
            "UTF-16": f"{_GOOD}\n".encode("utf-16"),
        },
    )
    yield Case("JSON Lines: many short", ".jsonl", 50_000 * b'{"text":"a"}\n', 50_000)
    yield from skipped("JSON Lines", ".jsonl", {"empty": (b"", "empty"), "blank": (b"\n \n", "no records")})
    yield Case(
        "JSON Lines: nothing that is read", ".jsonl", 5_000 * b"nonsense\n", 0, "(line |none of|the first)"
    )
    yield Case("JSON Lines: pretty JSON", ".jsonl", json.dumps({"text": "a"}, indent=1).encode(), 0, "line ")
    yield from skipped("JSON", ".json", _JSON)
    yield from read(
        "JSON",
        ".json",
        {
            "one object": b'{"text": "a",\n "id": 1}',
            "a sequence": b'\x1e{"text":\n"a"}\n',
            "objects one after another": b'{"text":\n"a"}',
            "byte order mark": b'\xef\xbb\xbf[{"text": "a"}]',
            "UTF-16": '[{"text": "a"}]'.encode("utf-16"),
            "a number, which is a text": b"5",
            "an empty array, which is a text": b"[]",
            "an array of numbers, which is a text": b"[1, 2]",
        },
    )
    for name, (data, reason, documents) in _TABLES.items():
        yield Case(f"CSV: {name}", ".csv", data, documents, reason)
    yield from read("CSV", ".csv", _TABLES_READ)
    yield from read(
        "TSV",
        ".tsv",
        {
            "a stray quote": b'id\ttext\na\t"one\nb\ttwo\n',
            "quotes": b'id\ttext\na\t"one"\nb\t""\n',
        },
        2,
    )
    yield Case("TSV: a row too short", ".tsv", b"id\ttext\na\tone\nb\n", 1, "line 3: 1 fields")
