"""A saved result carries its own digest, and nothing in it can be changed unseen."""

import hashlib
import json
import random

import pytest

from forensics.api.dedupe import dedupe
from forensics.documents.model import Document
from forensics.report import json as faces
from forensics.report.interface import RenderOptions
from forensics.report.jsonl.dedupe import render
from forensics.report.load import decode
from forensics.report.verification import differences, says_its_digest
from tests.report import results_by_hand as made


def many():
    text = "a river that runs past the old mill and the new one until it is out of sight of both"
    return dedupe([Document(f"{n} \u202e\x7f", f"{text} {'é' * (n % 3)}") for n in range(40)])


RESULTS = {
    "trace": made.trace_envelope,
    "spin": lambda: made.spin_envelope()[0],
    "dedupe": lambda: made.dedupe_envelope()[0],
    "dedupe, made on demand": many,
}


@pytest.mark.parametrize("kind", RESULTS)
def test_the_digest_is_what_anybody_can_work_out(kind):
    data = faces.document(RESULTS[kind]())
    whole = json.loads(data)
    digest = whole.pop("digest")
    plain = json.dumps(whole, separators=(",", ":"), ensure_ascii=False)
    assert digest == hashlib.sha256(plain.encode()).hexdigest()
    assert says_its_digest(data)
    assert says_its_digest(json.dumps(json.loads(data), indent=7).encode())


@pytest.mark.parametrize("kind", RESULTS)
def test_no_character_can_be_changed_unseen(kind):
    envelope = RESULTS[kind]()
    data = faces.document(envelope)
    text = data.decode()
    random.seed(7)
    for _ in range(150):
        at = random.randrange(len(text))
        other = random.choice([c for c in 'ab01 \n"{},.é' if c != text[at]])
        tampered = (text[:at] + other + text[at + 1 :]).encode()
        try:
            decode(tampered, "a")
        except Exception:
            continue
        assert list(differences(tampered, envelope)), (at, other)


def test_a_result_that_was_only_written_again_is_told_as_that():
    envelope = RESULTS["trace"]()
    data = faces.document(envelope)
    assert list(differences(data, envelope)) == []
    (one,) = differences(data.replace(b"\n", b"\r\n"), envelope)
    assert one.saved.startswith("the same content, written otherwise")


def test_a_difference_is_named_by_its_place():
    envelope = RESULTS["trace"]()
    data = faces.document(envelope)
    changed = json.loads(data)
    changed["result"]["verdicts"][0]["relation"] = "unrelated"
    changed["inputs"].append({"id": "more"})
    found = {one.where: (one.saved, one.found) for one in differences(json.dumps(changed).encode(), envelope)}
    relation = json.loads(data)["result"]["verdicts"][0]["relation"]
    assert found[".result.verdicts[0].relation"] == ('"unrelated"', f'"{relation}"')
    assert (f".inputs[{len(changed['inputs']) - 1}]", ('{"id":"more"}', "")) in found.items()


def test_lines_carry_a_digest_over_themselves():
    lines = list(render(RESULTS["dedupe"](), RenderOptions()))
    digest = json.loads(lines[-1])["digest"]
    without = lines[-1].replace(f',"digest":"{digest}"'.encode(), b"")
    assert digest == hashlib.sha256(b"".join([*lines[:-1], without])).hexdigest()
