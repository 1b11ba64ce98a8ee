"""What `contract` promises to programs: names, schemas, offsets and bytes."""

import hashlib
from pathlib import Path

import jsonschema
import pytest

COMMANDS = {
    "dedupe": ["samples"],
    "spin": ["samples"],
    "trace": ["samples/001.txt", "--against", "samples"],
}
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=sorted(COMMANDS))
def command(request):
    return request.param


@pytest.fixture
def output(command, request):
    return request.getfixturevalue(f"{command}_samples")


def test_every_command_prints_what_its_schema_says(forensics, command, output):
    schema = forensics("schema", command).json
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(output, schema)


def test_a_schema_refuses_what_it_does_not_know(forensics, command, output):
    schema = forensics("schema", command).json
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**output, "surprise": 1}, schema)


def test_the_envelope_says_what_it_takes_to_make_the_result_again(command, output):
    assert list(output) == [
        "schema_version",
        "tool",
        "command",
        "settings",
        "paths",
        "inputs",
        "index",
        "skipped",
        "warnings",
        "result",
        "digest",
    ]
    assert output["schema_version"] == "1"
    assert output["tool"]["name"] == "forensics"
    assert output["command"] == command
    assert isinstance(output["settings"]["seed"], int)
    for read in output["inputs"]:
        data = (ROOT / read["id"]).read_bytes()
        assert read["sha256"] == hashlib.sha256(data).hexdigest()
        assert read["chars"] == len(data.decode())


def test_the_same_run_gives_the_same_bytes(forensics, command):
    arguments = [command, *COMMANDS[command], "--json"]
    first = forensics(*arguments, PYTHONHASHSEED="1")
    again = forensics(*arguments, PYTHONHASHSEED="2")
    assert first.raw == again.raw


def test_json_lines_are_a_finding_a_line_and_a_summary_last(forensics, command):
    lines = forensics(command, *COMMANDS[command], "--format", "jsonl").lines
    assert all("type" in line for line in lines)
    assert [line["type"] for line in lines].count("summary") == 1
    assert lines[-1]["type"] == "summary"
    assert lines[-1]["command"] == command


def test_every_offset_slices_back_to_what_it_names(spin_samples, trace_samples):
    for document in spin_samples["result"]["documents"]:
        text = (ROOT / document["id"]).read_bytes().decode()
        for one in document["substitutions"]:
            assert text[one["start"] : one["end"]] == one["observed"]
    for document in trace_samples["result"]["documents"]:
        text = (ROOT / document["id"]).read_bytes().decode()
        for one in document["claims"] + document["residue"] + document["facts"]:
            assert text[one["start"] : one["end"]] == one["text"]
