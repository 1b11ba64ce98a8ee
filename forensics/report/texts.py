"""Texts of a result read again, where its inputs are still what they were."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from forensics.documents.corpus import Corpus, file_and_ordinal
from forensics.envelope import Envelope
from forensics.errors import ForensicsError

_CLUSTERS = 20_000
_SPUN = 200
_LETTERS = 100_000_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A text to find: its id, and the code points [start, end) of its document, None for the end."""

    id: str
    start: int = 0
    end: int | None = None


def read_again(envelope: Envelope[Any, Any]) -> dict[str, str]:
    """Return by id the texts that a report shows and its result does not carry.

    A text is there only where the file's SHA-256 is the one of the result; what is gone or has changed since
    is left out.
    """
    wanted = _wanted(envelope)
    digests = {one.id: one.sha256 for one in envelope.inputs if one.documents != 1 or one.id in wanted}
    paths = [id for id in digests if Path(id).is_file()]
    if not wanted or not paths:
        return {}
    try:
        return _read(Corpus(paths, envelope.settings), wanted, digests)
    except ForensicsError:
        return {}


def _read(corpus: Corpus, wanted: dict[str, list[_Wanted]], digests: dict[str, str]) -> dict[str, str]:
    found: dict[int, dict[str, str]] = {}
    room = _LETTERS
    for block in corpus.blocks():
        for at, (id, position) in enumerate(zip(block.ids, block.positions, strict=True)):
            for one in wanted.get(id, ()) if room > 0 else ():
                text = block.texts[at][one.start : one.end]
                found.setdefault(file_and_ordinal(position)[0], {})[one.id] = text
                room -= len(text)
    now = dict(zip(corpus.numbers(), corpus.inputs, strict=True))
    same = {number for number, one in now.items() if one.sha256 == digests.get(one.id)}
    return {id: text for number, texts in found.items() if number in same for id, text in texts.items()}


def _wanted(envelope: Envelope[Any, Any]) -> dict[str, list[_Wanted]]:
    """Return the texts to find, by the id of the document that holds them."""
    wanted: dict[str, list[_Wanted]] = defaultdict(list)
    if envelope.command == "dedupe":
        for cluster in islice(envelope.result.clusters, _CLUSTERS):
            # Known documents of an index or a store are in no file, and may have the id of a new one.
            kept = envelope.settings.index is not None or envelope.settings.store is not None
            elsewhere = cluster.known if kept else 0
            for at, member in list(enumerate(cluster.members))[elsewhere:]:
                if cluster.places:
                    place = cluster.places[at]
                    wanted[place.id].append(_Wanted(member, place.start, place.end))
                else:
                    wanted[member].append(_Wanted(member))
    elif envelope.command == "spin":
        for one in envelope.result.documents[:_SPUN]:
            ids = [one.id] if one.restored is None else []
            for id in [*ids, one.comparison.original] if one.comparison else ids:
                wanted[id] = [_Wanted(id)]
    return wanted
