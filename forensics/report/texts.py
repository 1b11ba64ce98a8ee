"""Texts of a result read again, where its inputs are still what they were."""

from __future__ import annotations

from collections.abc import Set
from itertools import islice
from pathlib import Path
from typing import Any

from forensics.documents.corpus import Corpus, file_and_ordinal
from forensics.envelope import Envelope
from forensics.errors import ForensicsError

_CLUSTERS = 20_000
_CLEAN = 200
_LETTERS = 100_000_000


def read_again(envelope: Envelope[Any, Any]) -> dict[str, str]:
    """Return by id the texts that a report shows and its result does not carry.

    A text is there only where the file's SHA-256 is the one of the result; what is gone or has changed since
    is left out.
    """
    wanted = _wanted(envelope)
    digests = {i.id: i.sha256 for i in envelope.inputs if i.documents != 1 or _file_of(i.id) in wanted}
    paths = [id for id in digests if Path(id).is_file()]
    if not wanted or not paths:
        return {}
    try:
        return _read(Corpus(paths, envelope.settings), wanted, digests)
    except ForensicsError:
        return {}


def _read(corpus: Corpus, wanted: dict[str, list[str]], digests: dict[str, str]) -> dict[str, str]:
    found: dict[int, dict[str, str]] = {}
    room = _LETTERS
    for block in corpus.blocks():
        for document, position in zip(block.documents, block.positions, strict=True):
            for id in wanted.get(document.id, ()) if room > 0 else ():
                text = _part(document.text, id) if id != document.id else document.text
                found.setdefault(file_and_ordinal(position)[0], {})[id] = text
                room -= len(text)
    now = dict(zip(corpus.numbers(), corpus.inputs, strict=True))
    same = {number for number, one in now.items() if one.sha256 == digests.get(one.id)}
    return {id: text for number, texts in found.items() if number in same for id, text in texts.items()}


def _wanted(envelope: Envelope[Any, Any]) -> dict[str, list[str]]:
    """Return the ids to show, by the id of the document that holds them."""
    ids: Set[str] = frozenset()
    if envelope.command == "dedupe":
        ids = {
            member for cluster in islice(envelope.result.clusters, _CLUSTERS) for member in cluster.members
        }
    elif envelope.command == "spin":
        ids = {one.id for one in envelope.result.documents[:_CLEAN] if one.restored is None}
    wanted: dict[str, list[str]] = {}
    for id in sorted(ids):
        wanted.setdefault(_file_of(id), []).append(id)
    return wanted


def _file_of(id: str) -> str:
    return id.rpartition("#char=")[0] or id


def _part(text: str, id: str) -> str:
    """Return the paragraph that an id names as RFC 5147 has it: document#char=start,end."""
    try:
        start, end = map(int, id.rpartition("#char=")[2].split(","))
    except ValueError:
        return text
    return text[start:end]
