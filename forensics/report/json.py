"""Results as JSON: one document, or a finding a line."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from forensics.dedupe.listed import ListedClusters, ListedPairs
from forensics.envelope import Envelope
from forensics.report.column_json import clusters_as_json, pairs_as_json

_AT_ONCE = 2000
# JSON leaves these as they are, but a terminal acts on them: DEL, C1 controls, bidirectional controls.
_ACTIVE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def document(envelope: Envelope[Any, Any]) -> bytes:
    """Return the whole envelope as one indented JSON document in UTF-8, with a newline at its end."""
    return b"".join(document_parts(envelope))


def document_parts(envelope: Envelope[Any, Any]) -> Iterator[bytes]:
    """Yield what `document` returns piece by piece: findings made on demand are never held all at once."""
    plain, listed = _set_apart(envelope)
    rest = msgspec.json.format(msgspec.json.encode(plain), indent=2)
    for name, findings in listed.items():
        before, mark, rest = rest.partition(b'\n    "%b": [' % name.encode())
        yield _inert(before) + mark
        for number, part in enumerate(_elements(findings)):
            yield b"," * (number > 0) + _made_inert(part)
        yield b"\n    " * (len(findings) > 0)
    yield _inert(rest) + b"\n"


def _elements(findings: Sequence[Any]) -> Iterator[str]:
    """Yield the elements of an array of the result, many at a time, as they stand in the whole document."""
    if isinstance(findings, ListedPairs):
        yield from pairs_as_json(findings)
        return
    if isinstance(findings, ListedClusters) and not findings.paragraphs:
        yield from clusters_as_json(findings)
        return
    for start in range(0, len(findings), _AT_ONCE):
        part = msgspec.json.format(msgspec.json.encode(findings[start : start + _AT_ONCE]), indent=2)
        yield part[1:-2].replace(b"\n", b"\n    ").decode()


def lines(envelope: Envelope[Any, Any]) -> Iterator[bytes]:
    """Yield a JSON object a line: every finding with its `type`, every skipped document, then the summary."""
    result = envelope.result
    match envelope.command:
        case "dedupe":
            yield from _typed("pair", result.pairs)
            yield from _typed("cluster", result.clusters)
        case "spin":
            yield from _typed("document", result.documents)
        case "trace":
            for text in result.documents:
                for kind in ("claim", "residue", "fact", "substitution"):
                    findings = getattr(text, kind if kind == "residue" else kind + "s")
                    yield from _typed(kind, findings, document=text.id)
            yield from _typed("verdict", result.verdicts)
            yield from _typed("match", result.matches)
            yield from _typed("node", result.graph.nodes)
            yield from _typed("edge", result.graph.edges)
    yield summary(envelope)


def line(kind: str, finding: object, **more: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """Return one finding as a JSON object on a line of its own, led by its `type`."""
    return _inert(msgspec.json.encode({"type": kind, **more, **msgspec.to_builtins(finding)})) + b"\n"


def summary(envelope: Envelope[Any, Any], **counts: int) -> bytes:
    """Return the last line: the envelope, with the plain figures of the result in place of its findings.

    `counts` are the numbers of findings that were written as they came and are not in the envelope.
    """
    plain, listed = _set_apart(envelope)
    whole = msgspec.to_builtins(plain)
    figures = {
        name: value if isinstance(value, int | float | str) else len(listed.get(name, value))
        for name, value in whole.pop("result").items()
    }
    return line("summary", {**whole, "result": figures | counts})


def _typed(kind: str, findings: object, **more: Any) -> Iterator[bytes]:  # noqa: ANN401 - any JSON value
    assert isinstance(findings, Sequence)
    for finding in findings:
        yield line(kind, finding, **more)


def _set_apart(envelope: Envelope[Any, Any]) -> tuple[Envelope[Any, Any], dict[str, Sequence[Any]]]:
    """Return `envelope` without the findings that are made on demand (sequences, not tuples), and these by name."""
    result = envelope.result
    listed = {
        field.name: value
        for field in dataclasses.fields(result)
        if isinstance(value := getattr(result, field.name), Sequence) and not isinstance(value, tuple | str)
    }
    emptied = dataclasses.replace(result, **dict.fromkeys(listed, ()))
    return dataclasses.replace(envelope, result=emptied), listed


def _inert(encoded: bytes) -> bytes:
    return _made_inert(encoded.decode())


def _made_inert(text: str) -> bytes:
    if text.isascii() and "\x7f" not in text:
        return text.encode()
    return _ACTIVE.sub(lambda m: f"\\u{ord(m.group()):04x}", text).encode()
