"""The schema of a command says of every field what it holds, in the words that stand at the field."""

import dataclasses
import typing

import msgspec
import pytest

from forensics.documents.model import Document, Input, Skipped
from forensics.envelope import Envelope, Tool
from forensics.report.field_texts import field_texts
from forensics.report.meanings import EVIDENCE
from forensics.report.schema import ENVELOPES, schema, words_in
from tests.cli.conftest import ROOT


def fields():
    """Yield every field of every schema: its class and name, its schema, and what that says of it."""
    for command in ENVELOPES:
        for cls, definition in schema(command)["$defs"].items():
            for name, described in definition["properties"].items():
                yield f"{cls}.{name}", described, described["description"]


def classes():
    """Return the classes that the JSON is made of."""
    found, todo = set(), [Document, Input, Skipped, Tool, Envelope, *ENVELOPES.values()]
    while todo:
        one = todo.pop()
        todo += typing.get_args(one)
        if isinstance(one, type) and one not in found and (is_struct(one) or dataclasses.is_dataclass(one)):
            found.add(one)
            todo += typing.get_type_hints(one).values()
    return sorted(found, key=lambda cls: (cls.__module__, cls.__name__))


def is_struct(cls):
    return issubclass(cls, msgspec.Struct)


def names_of(cls):
    return cls.__struct_fields__ if is_struct(cls) else [field.name for field in dataclasses.fields(cls)]


def test_every_field_says_what_it_holds_in_more_words_than_its_name():
    copies = [
        field
        for field, _, said in fields()
        if not (said[:1].isupper() and said.split("\n")[0].endswith("."))
        or set(said.lower().rstrip(".").split()) <= {"the", "a", "its", *field.partition(".")[2].split("_")}
    ]
    assert len(list(fields())) > 200
    assert not copies


def test_every_word_that_a_field_may_hold_has_its_meaning():
    for field, described, said in fields():
        told = {line.partition(": ")[0] for line in said.split("\n- ")[1:] if line.partition(": ")[2]}
        assert told == (set(EVIDENCE) if field == "PairVerdict.evidence" else words_in(described)), field


def test_a_field_that_may_be_null_says_when_it_is():
    may_be_null = [
        (said, field) for field, described, said in fields() if {"type": "null"} in kinds(described)
    ]
    assert may_be_null
    assert not [field for said, field in may_be_null if "null" not in said]


def test_a_figure_says_its_range_or_its_unit():
    known = ("0 to 1", "at most 1", "per 1,000", "powers of ten", "nats", "`coverage_a`", "`coverage_b`")
    numbers = [(said, field) for field, described, said in fields() if {"type": "number"} in kinds(described)]
    assert numbers
    assert not [field for said, field in numbers if not any(unit in said for unit in known)]


def test_an_offset_says_that_it_counts_code_points():
    for field, _, said in fields():
        if field.endswith((".start", ".end", "_start", "_end")):
            assert "code point" in said, field


def kinds(described):
    """Return what a field may be, without what is said of it."""
    plain = {key: value for key, value in described.items() if key != "description"}
    return plain.get("anyOf", [plain])


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: f"{cls.__module__}.{cls.__name__}")
def test_what_is_said_at_a_field_is_said_nowhere_else(cls):
    assert set(field_texts(cls)) == set(names_of(cls))
    for name in names_of(cls):
        assert f"`{name}`" not in cls.__doc__


def test_the_texts_of_fields_are_in_no_class_that_a_run_loads():
    from forensics.settings import DedupeSettings

    held = repr(vars(DedupeSettings)) + repr(DedupeSettings.__doc__)
    assert "Least Jaccard similarity" not in held
    assert field_texts(DedupeSettings)["threshold"].startswith("Least Jaccard similarity")


def test_every_figure_of_evidence_that_a_trace_gives_is_explained():
    from forensics import trace

    envelope = trace(str(ROOT / "samples/001.txt"), against=str(ROOT / "samples/000.txt"))
    (verdict,) = envelope.result.verdicts
    assert {name for name in verdict.evidence if not name.startswith("log_")} == set(EVIDENCE) - {
        "days_apart"  # only where both records have a date
    }
