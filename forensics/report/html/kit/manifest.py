"""What it takes to make a result again, and the result itself to save."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from forensics.envelope import Envelope
from forensics.report.html.kit.command_line import command_line
from forensics.report.html.kit.element import Html, fold, identity, joined, table, tag

_SHOWN = 200


def manifest(envelope: Envelope[Any, Any], texts: tuple[str, ...]) -> Html:
    """Return the command, the settings, the inputs with their SHA-256, what was skipped and what is in doubt."""
    command = envelope.command
    return joined(
        tag("p", "The command that makes this result again:"),
        tag("pre", tag("code", command_line(envelope, texts)), tabindex=0, aria_label="Command"),
        tag(
            "p",
            tag(
                "button", "Save the JSON", type="button", id="save", data_name=f"{command}.json", hidden=True
            ),
            " The whole result is in this file; ",
            tag("code", f"forensics report {command}.json -o report.html"),
            " makes this page from it, and ",
            tag("code", f"forensics verify {command}.json"),
            " makes the result again and says what differs.",
        ),
        tag("h3", "Program and settings"),
        tag(
            "dl",
            (tag("div", tag("dt", name), tag("dd", value)) for name, value in _settings(envelope)),
            class_="settings",
        ),
        _inputs(envelope),
        _skipped(envelope) if envelope.skipped else None,
        _warnings(envelope) if envelope.warnings else None,
    )


def _settings(envelope: Envelope[Any, Any]) -> list[tuple[str, str]]:
    return [
        ("program", f"{envelope.tool.name} {envelope.tool.version}"),
        ("lexicon", envelope.tool.lexicon),
        ("Unicode", envelope.tool.unicode),
        ("digest of the JSON", envelope.digest),
        *_index(envelope),
        ("command", envelope.command),
        ("version of the JSON", envelope.schema_version),
        *((one.name, _value(getattr(envelope.settings, one.name))) for one in fields(envelope.settings)),
    ]


def _index(envelope: Envelope[Any, Any]) -> list[tuple[str, str]]:
    if envelope.index is None:
        return []
    return [
        ("index asked", f"{envelope.index.documents:,} documents, {envelope.index.generation:,} changes"),
        ("fingerprint of the index", envelope.index.fingerprint),
    ]


def _value(value: object) -> str:
    if value is None or value == () or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _inputs(envelope: Envelope[Any, Any]) -> Html:
    shown = envelope.inputs[:_SHOWN]
    rest = len(envelope.inputs) - len(shown)
    rows = ((identity(one.id), tag("code", one.sha256), f"{one.chars:,}") for one in shown)
    return fold(
        f"Inputs: {len(envelope.inputs):,}",
        table(("input", "SHA-256 of its bytes", "characters"), rows, "Inputs"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest else None,
        open=len(shown) <= 10,
    )


def _skipped(envelope: Envelope[Any, Any]) -> Html:
    rest = len(envelope.skipped) - _SHOWN
    rows = ((identity(one.id), one.reason) for one in envelope.skipped[:_SHOWN])
    return fold(
        f"Skipped: {len(envelope.skipped):,}",
        table(("document", "why"), rows, "Skipped"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
    )


def _warnings(envelope: Envelope[Any, Any]) -> Html:
    rest = len(envelope.warnings) - _SHOWN
    rows = ((identity(one.id), one.warning) for one in envelope.warnings[:_SHOWN])
    return fold(
        f"Read with a warning: {len(envelope.warnings):,}",
        table(("document", "what is left out or in doubt"), rows, "Warnings"),
        tag("p", f"and {rest:,} more, in the JSON.") if rest > 0 else None,
    )
