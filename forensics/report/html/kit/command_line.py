"""The command that makes a result again, from what its envelope holds."""

from __future__ import annotations

import shlex
from dataclasses import MISSING, Field, fields
from typing import Any

from forensics.envelope import Envelope

_LISTED = 20
# Settings whose values go with commas in one option; any other tuple repeats its option.
_WITH_COMMAS = frozenset({"without_pages"})
_REST = """--files0-from <(jq -j '.inputs[].id + "\\u0000"' result.json)"""


def command_line(envelope: Envelope[Any, Any], texts: tuple[str, ...]) -> str:
    """Return a shell command with every setting that is not at its default, the seed, and the inputs `texts`.

    With many inputs they are read from the saved JSON of the result, so that the line stays one line.
    """
    options = [part for one in fields(envelope.settings) for part in _option(one, envelope.settings)]
    given = shlex.join(texts) if len(texts) <= _LISTED else _REST
    return " ".join(part for part in ("forensics", envelope.command, given, shlex.join(options)) if part)


def _option(field: Field[Any], settings: Any) -> list[str]:  # noqa: ANN401 - any settings class
    value = getattr(settings, field.name)
    default = field.default_factory() if field.default_factory is not MISSING else field.default
    if value is None or (value == default and field.name != "seed"):
        return []
    name = "--" + field.name.replace("_", "-")
    if isinstance(value, bool):
        return [name] if value else [name.replace("--", "--no-", 1)]
    if isinstance(value, tuple):
        if field.name in _WITH_COMMAS:
            return [name, ",".join(map(str, value))]
        return [part for one in value for part in (name, str(one))]
    return [name, f"{value:g}" if isinstance(value, float) else str(value)]
