"""The reference of results, made from the same schema that `forensics schema` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from forensics.report.schema import ENVELOPES, INDEX_ENVELOPES, schema

HEAD = """# Results

What `--json` prints, field by field; the content is the same in Python. Made by `docs/make_reference.py` from the texts
that stand at the fields of the result classes; do not edit. `forensics schema COMMAND` prints the same as JSON Schema.

Offsets count Unicode code points of the text as decoded. Every field is always there, and no other ever is. With
`--format jsonl` each finding is a line of its own, its `type` before its fields, and the last line, of the type
`summary`, is the envelope with the numbers of findings in their place.
"""
_KINDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}

Schema = Mapping[str, Any]


def results_page() -> str:
    """Return the page in Markdown: what all commands share, then each command's settings and findings."""
    made = {command: _by_class(schema(command)) for command in (*ENVELOPES, *INDEX_ENVELOPES)}
    shared = {
        name: cls for name, cls in made["dedupe"].items() if all(name in other for other in made.values())
    }
    lines = [HEAD, "## Of every command", ""]
    for name in shared:
        lines += _class(name, *(classes[name] for classes in made.values()))
    groups: dict[str, dict[str, Schema]] = {}
    for command, classes in made.items():
        groups.setdefault(command.partition(" ")[0], {}).update(classes)
    for group, classes in groups.items():
        lines += [f"## Of `forensics {group}`", ""]
        for name, cls in classes.items():
            lines += _class(name, cls) if name not in shared else []
    return "\n".join(lines).rstrip() + "\n"


def _by_class(described: Schema) -> dict[str, Schema]:
    return {cls["title"].partition("[")[0]: cls for cls in described["$defs"].values()}


def _class(name: str, described: Schema, *others: Schema) -> Iterator[str]:
    """Yield the lines of a class; `others` are the same of other commands, which may hold something else."""
    yield from (f"### {name}", "", " ".join(described["description"].split()), "")
    yield from ("| field | holds | meaning |", "|---|---|---|")
    for field, one in described["properties"].items():
        said, *each = one["description"].replace("|", "\\|").split("\n- ")
        meanings = (f"`{word}`: {meaning}" for word, _, meaning in (part.partition(": ") for part in each))
        kinds = dict.fromkeys(map(_kind, [one, *(other["properties"][field] for other in others)]))
        yield f"| `{field}` | {' or '.join(kinds)} | {'<br>'.join([said, *meanings])} |"
    yield ""


def _kind(one: Schema) -> str:
    if "anyOf" in one:
        return " or ".join(map(_kind, one["anyOf"]))
    if "$ref" in one:
        name = one["$ref"].rpartition("/")[2].partition("_")[0]
        return f"[{name}](#{name.lower()})"
    if "enum" in one:
        return "one word"
    if one.get("type") == "array":
        return f"list of {_kind(one['items'])}" if "enum" not in one["items"] else "list of words"
    if one.get("type") == "object":
        return f"{_kind(one['additionalProperties'])} by name"
    return _KINDS[one["type"]]
