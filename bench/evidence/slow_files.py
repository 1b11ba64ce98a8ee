"""Files made to be slow, of any size: what some reader might take the square of."""

from __future__ import annotations

from collections.abc import Callable

from tests.documents.making import epub, odt, rtf, warc, word

_CELL = "<table:table-cell><text:p>a</text:p></table:table-cell>"
_TABLE = "<table:table><table:table-row>{}</table:table-row></table:table>"

FILES: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "empty columns": (".csv", lambda n: b"text" + b"," * (n // 2) + b"\none" + b"," * (n // 2) + b"\n"),
    "rows of quotes": (".csv", lambda n: b"text\n" + b'"a""b"\n' * (n // 7)),
    "a quote never closed": (".csv", lambda n: b'text\n"a\n' + b"b\n" * (n // 2)),
    "blank lines": (".csv", lambda n: b"text\n" + b"\n" * n + b"one\n"),
    "short rows": (".tsv", lambda n: b"id\ttext\n" + b"a\tb\n" * (n // 4)),
    "short records": (".jsonl", lambda n: b'{"text":"a"}\n' * (n // 13)),
    "odd records": (".jsonl", lambda n: b'{"text":"a","x":NaN}\n' * (n // 21)),
    "many keys": (".jsonl", lambda n: b'{"text":"a"' + b',"k":1' * (n // 6) + b"}\n"),
    "escapes": (".jsonl", lambda n: b'{"text":"' + b"\\u0041" * (n // 6) + b'"}\n'),
    "an array": (".json", lambda n: b"[" + b'{"text":"a"},' * (n // 13) + b'{"text":"a"}]'),
    "nested divisions": (".html", lambda n: b"<html>" + b"<div>" * (n // 5) + b"<p>A text of words.</p>"),
    "tags never closed": (".html", lambda n: b"<html>" + b"<p><b><i>" * (n // 9) + b"A text of words."),
    "unclosed comments": (".html", lambda n: b"<!--" * (n // 4) + b"<html><p>A text of words.</p>"),
    "attributes": (".html", lambda n: b"<html><p " + b"a=b " * (n // 4) + b">A text of words.</p>"),
    "paragraphs": (".html", lambda n: b"<html><body><main>" + b"<p>A text of words.</p>" * (n // 23)),
    "entities": (".html", lambda n: b"<html><p>A text. " + b"&amp; " * (n // 6) + b"</p>"),
    "style rules": (
        ".html",
        lambda n: b"<html><style>" + b".a{b:c}" * (n // 7) + b"</style><p>A text of words.</p>",
    ),
    "groups": (".rtf", lambda n: b"{\\rtf1 a" + b"{" * (n // 2) + b"}" * (n // 2) + b"}"),
    "characters by number": (".rtf", lambda n: rtf("é" * (n // 6))),
    "empty paragraphs": (".docx", lambda n: word("<w:p/>" * (n // 6) + "<w:p><w:r><w:t>a</w:t></w:r></w:p>")),
    "runs": (".docx", lambda n: word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * (n // 23) + "</w:p>")),
    "cells": (
        ".odt",
        lambda n: odt("", _TABLE.format(_CELL * (n // 55))),
    ),
    "chapters": (".epub", lambda n: epub(*["A text of words."] * max(1, n // 400))),
    "pages of an archive": (".warc", lambda n: warc([(f"http://a/{k}", "A text.") for k in range(n // 500)])),
    "heads of an archive": (".warc", lambda n: b"WARC/1.0\r\n" + b"A: b\r\n" * (n // 6)),
}
"""By name: the suffix, and files of about so many bytes."""
