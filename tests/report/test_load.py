"""Saved results come back as what they were, and anything else is refused in a clear line."""

import msgspec
import pytest

from forensics.errors import InputError
from forensics.report import json
from forensics.report.load import decode, load
from tests.report import results_by_hand as made

ENVELOPES = {
    "dedupe": lambda: made.dedupe_envelope()[0],
    "spin": lambda: made.spin_envelope()[0],
    "trace": made.trace_envelope,
}


@pytest.fixture(params=sorted(ENVELOPES))
def envelope(request):
    return ENVELOPES[request.param]()


def test_a_saved_result_comes_back_as_it_was(envelope, tmp_path):
    path = tmp_path / "result.json"
    path.write_bytes(json.document(envelope))
    saved = load(path)
    assert json.document(saved.envelope) == json.document(envelope)


def test_a_field_that_a_later_version_adds_is_passed_over(envelope):
    whole = msgspec.json.decode(json.document(envelope))
    whole["result"]["something_new"] = whole["something_else"] = 1
    assert json.document(decode(msgspec.json.encode(whole), "x.json")) == json.document(envelope)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "x.json is not JSON"),
        (b"no json", "x.json is not JSON"),
        (b"\xff\xfe\x00", "x.json is not JSON"),
        (b"[]", "not a result of forensics"),
        (b'{"name": "a package"}', "not a result of forensics"),
        (b'{"type": "pair"}\n{"type": "summary"}\n', "JSON Lines"),
        (b'{"schema_version": "9", "command": "spin"}', "version 9"),
        (b'{"schema_version": "1", "command": "index"}', "a result of 'index'"),
        (b'{"schema_version": "1", "command": "spin", "result": {}}', "not a whole result of spin"),
    ],
)
def test_anything_else_is_refused_with_what_it_is(data, said):
    with pytest.raises(InputError, match=said) as caught:
        decode(data, "x.json")
    assert caught.value.hint


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"cannot read .*gone\.json"):
        load(tmp_path / "gone.json")
