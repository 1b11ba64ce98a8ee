"""JSON Schemas, made from the result classes themselves so that they cannot drift from the output."""

from __future__ import annotations

import inspect
from typing import Any

import msgspec

from forensics.dedupe.result import DedupeResult
from forensics.envelope import Envelope
from forensics.settings import Command, DedupeSettings, SpinSettings, TraceSettings
from forensics.spin.result import SpinResult
from forensics.trace.result import TraceResult

ENVELOPES: dict[Command, Any] = {
    "dedupe": Envelope[DedupeSettings, DedupeResult],
    "spin": Envelope[SpinSettings, SpinResult],
    "trace": Envelope[TraceSettings, TraceResult],
}


def schema(command: Command) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `command --json` prints.

    Every field is always printed and no other ever is, so all are required and none may be added.
    """
    made = msgspec.json.schema(ENVELOPES[command], ref_template="#/$defs/{name}")
    for definition in made["$defs"].values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
            definition["additionalProperties"] = False
            for field in definition["properties"].values():
                field.pop("default", None)
        if "description" in definition:
            definition["description"] = inspect.cleandoc(definition["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"forensics {command} --json",
        **made,
    }
