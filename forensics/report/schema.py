"""JSON Schemas, made from the result classes themselves so that they cannot drift from the output."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, Literal, get_origin

import msgspec

from forensics.dedupe.result import DedupeResult
from forensics.envelope import Envelope
from forensics.index.result import IndexChanged, IndexInfo, IndexMatches, IndexRepaired, IndexVerified
from forensics.report.field_texts import field_texts
from forensics.report.meanings import meanings_of
from forensics.settings import (
    Analysis,
    Command,
    DedupeSettings,
    IndexCommand,
    IndexSettings,
    SpinSettings,
    TraceSettings,
)
from forensics.spin.result import SpinResult
from forensics.trace.result import TraceResult

ENVELOPES: dict[Analysis, Any] = {
    "dedupe": Envelope[DedupeSettings, DedupeResult],
    "spin": Envelope[SpinSettings, SpinResult],
    "trace": Envelope[TraceSettings, TraceResult],
}


INDEX_ENVELOPES: dict[IndexCommand, Any] = {
    "index build": Envelope[IndexSettings, IndexChanged],
    "index add": Envelope[IndexSettings, IndexChanged],
    "index remove": Envelope[IndexSettings, IndexChanged],
    "index query": Envelope[IndexSettings, IndexMatches],
    "index info": Envelope[IndexSettings, IndexInfo],
    "index verify": Envelope[IndexSettings, IndexVerified],
    "index repair": Envelope[IndexSettings, IndexRepaired],
}


def schema(command: Command | Literal["index"]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `command --json` prints; of `index`, of each of its commands.

    Every field is always printed and no other ever is, so all are required and none may be added. Each says what it
    holds, and what each word means where it holds one of a few.
    """
    if command != "index":
        every: dict[Command, Any] = dict(ENVELOPES.items() | INDEX_ENVELOPES.items())
        return _headed(command, _described(every[command]))
    made = [_described(envelope) for envelope in dict.fromkeys(INDEX_ENVELOPES.values())]
    definitions = {name: one for each in made for name, one in each["$defs"].items()}
    return _headed(command, {"anyOf": [{"$ref": each["$ref"]} for each in made], "$defs": definitions})


def _headed(command: str, made: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"forensics {command} --json",
        **made,
    }


def _described(envelope: Any) -> dict[str, Any]:  # noqa: ANN401 - a generic class
    made = msgspec.json.schema(envelope, ref_template="#/$defs/{name}")
    texts = dict(_texts(msgspec.inspect.type_info(envelope)))
    for definition in made["$defs"].values():
        name = definition["title"].partition("[")[0]
        definition["required"] = list(definition["properties"])
        definition["additionalProperties"] = False
        if "description" in definition:  # python -OO keeps no docstrings
            definition["description"] = inspect.cleandoc(definition["description"])
        for field, described in definition["properties"].items():
            described.pop("default", None)
            means = meanings_of(name, field, words_in(described))
            each = (f"{word}: {meaning}" for word, meaning in means.items())
            described["description"] = "\n- ".join([texts[name].get(field, ""), *each])
    return made


def words_in(described: Any) -> frozenset[str]:  # noqa: ANN401 - any JSON Schema
    """Return the words that a field of this schema holds one or some of; empty where it holds anything else."""
    if isinstance(described, list):
        return frozenset().union(*map(words_in, described))
    if not isinstance(described, dict):
        return frozenset()
    return frozenset(described.get("enum", ())) | words_in([described.get(key) for key in ("items", "anyOf")])


def _texts(kind: Any) -> Iterator[tuple[str, dict[str, str]]]:  # noqa: ANN401 - any type of msgspec.inspect
    """Yield each class that `kind` is made of by its name, with what its fields hold, by their names in JSON."""
    match kind:
        case (
            msgspec.inspect.DataclassType(cls=cls, fields=fields)
            | msgspec.inspect.StructType(cls=cls, fields=fields)
        ):
            own = get_origin(cls) or cls
            texts = field_texts(own)
            yield own.__name__, {one.encode_name: texts[one.name] for one in fields if one.name in texts}
            for one in fields:
                yield from _texts(one.type)
        case msgspec.inspect.UnionType(types=types):
            for each in types:
                yield from _texts(each)
        case msgspec.inspect.VarTupleType(item_type=item) | msgspec.inspect.CollectionType(item_type=item):
            yield from _texts(item)
