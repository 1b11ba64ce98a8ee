"""How many sources there are, what their records say, and which are left out: none of it changes what a pair is."""

import json
import random
from pathlib import Path

import pytest

from forensics import Document, TraceSettings, UsageError, trace
from forensics.text.edits import SpunReading
from forensics.trace.run import trace as run

HERE = Path(__file__).parent
FIRE = (HERE / "events" / "tank_fire" / "0.txt").read_text("utf-8")
SPUN = (HERE / "rewrites" / "spun.txt").read_text("utf-8")


def _unrelated(number):
    """Return a text about nothing in particular, different for every number."""
    chance = random.Random(number)
    nouns = "valley orchestra pigment ledger harvest violin comet tariff glacier parish embroidery turbine".split()
    verbs = "describes replaces follows measures outlives imitates carries resembles forgets improves".split()
    places = "Aldermoor Kestrel Hatherby Longmarsh Quorndale Velmont Ostrava Tamsin".split()
    return "\n\n".join(
        f"In {chance.choice(places)} the {chance.choice(nouns)} {chance.choice(verbs)} {chance.randint(3, 900)} "
        f"{chance.choice(nouns)}s and the {chance.choice(nouns)} {chance.choice(verbs)} none of them."
        for _ in range(12)
    )


def _others(count):
    return [Document(f"other{n}", _unrelated(n)) for n in range(count)]


def test_a_pair_has_the_same_verdict_whatever_stands_beside_it():
    said = {}
    for count in (10, 50, 60, 500):
        sources = [*_others(count)[: count // 2], Document("source", FIRE), *_others(count)[count // 2 :]]
        result = trace(Document("spun", SPUN), against=sources).result
        said[count] = next(v for v in result.verdicts if v.b == "source")
    assert said[10].relation == "derived"
    assert said[10].direction == "a_from_b"
    assert all(verdict == said[10] for verdict in said.values())


def test_every_text_that_is_compared_was_read_for_spinning():
    read = []

    def spinning(text):
        read.append(text)
        return SpunReading(0.01)

    sources = [*_others(80), Document("source", FIRE)]
    result = run([Document("spun", SPUN)], iter(sources), TraceSettings(leaders=4), spinning=spinning)
    assert len(read) == len(result.documents) == 5
    assert all(document.spun is not None for document in result.documents)


def test_sources_are_streamed_and_never_listed():
    alive = 0
    most = 0

    class Counted(str):
        __slots__ = ()

        def __del__(self):
            nonlocal alive
            alive -= 1

    def stream():
        nonlocal alive, most
        for n in range(300):
            alive += 1
            most = max(most, alive)
            yield Document(f"other{n}", Counted(_unrelated(n)))

    run([Document("spun", SPUN)], stream(), TraceSettings())
    assert most < 60


def test_the_date_of_a_record_reaches_the_verdict(tmp_path):
    records = tmp_path / "archive.jsonl"
    records.write_text(
        json.dumps({"id": "source", "text": FIRE, "date": "2024-05-01"}) + "\n", encoding="utf-8"
    )
    text = tmp_path / "spun.txt"
    text.write_text(SPUN, encoding="utf-8")
    verdict = trace(str(text), against=[str(records)]).result.verdicts[0]
    assert "Neither text carries a date." not in verdict.limits


def test_a_source_to_leave_out_that_is_not_there_is_said_so():
    with pytest.raises(UsageError, match="no text is called 'nobody'"):
        trace(
            Document("spun", SPUN),
            against=[Document("source", FIRE)],
            settings=TraceSettings(exclude_sources=("nobody",)),
        )
