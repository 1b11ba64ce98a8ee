"""What tracing says of texts: who comes from whom, who merely tells the same, and what nobody can know."""

from dataclasses import replace
from pathlib import Path

import pytest

from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.text.edits import Edit, SpunReading
from forensics.trace.run import trace

EVENTS, REWRITES = Path(__file__).parent / "events", Path(__file__).parent / "rewrites"
FIRE = [path.read_text("utf-8") for path in sorted((EVENTS / "tank_fire").glob("*.txt"))]
WRECK = [path.read_text("utf-8") for path in sorted((EVENTS / "shipwreck").glob("*.txt"))]
ACCUSING = ("copy", "derived", "sibling", "patchwork")
SETTINGS = TraceSettings()

# The first report of the fire, its words replaced by hand in a spinner's manner, and told anew by another hand.
SPUN, SIBLING = ((REWRITES / name).read_text("utf-8").rstrip("\n") for name in ("spun.txt", "sibling.txt"))


def _edit(observed, original):
    at = SPUN.index(observed)
    return Edit(at, at + len(observed), observed, original, 0.9)


READING = SpunReading(
    0.98,
    (
        _edit("Hearth", "Fire"),
        _edit("houses", "homes"),
        _edit("employees", "workers"),
        _edit("critical", "serious"),
        _edit("despatched", "sent"),
        _edit("dropping", "losing"),
    ),
)


def _trace(*texts, sources=(), spun=None, settings=SETTINGS):
    documents = [Document(f"{n}.txt", text) for n, text in enumerate(texts)]
    readings = spun or {}
    others = [Document(f"source{n}", s) for n, s in enumerate(sources)]
    ids = {document.text: document.id for document in (*others, *documents)}
    return trace(
        documents,
        others,
        settings,
        spinning=lambda text: readings.get(ids[text.text]),
    )


def _relation(result, a="0.txt", b="1.txt"):
    return next(v.relation for v in result.verdicts if {v.a, v.b} == {a, b})


def test_eight_reports_of_the_same_event_are_not_the_source_of_a_spun_one():
    result = _trace(SPUN, sources=FIRE[1:], spun={"0.txt": READING})
    assert len(result.verdicts) == 8
    assert [v for v in result.verdicts if v.relation in ACCUSING] == []


@pytest.mark.parametrize("reports", [FIRE, WRECK], ids=["fire", "wreck"])
def test_reports_of_one_event_by_several_outlets_accuse_nobody(reports):
    result = _trace(*reports)
    assert [(v.a, v.b) for v in result.verdicts if v.relation in ACCUSING] == []
    assert result.matches == ()
    assert result.missing_sources == ()


def test_a_spun_text_comes_from_its_source_and_not_the_reverse():
    verdict = _trace(SPUN, sources=[FIRE[0]], spun={"0.txt": READING, "source0": SpunReading(0.01)}).verdicts[
        0
    ]
    assert (verdict.relation, verdict.direction) == ("derived", "a_from_b")
    assert verdict.probability >= 0.9
    assert verdict.coverage_a >= 0.9
    assert verdict.evidence["spun_slots_a"] >= 3


def test_matches_point_into_both_texts_sentence_by_sentence():
    result = _trace(SPUN, sources=[FIRE[0]])
    match = next(m for m in result.matches if "smoke" in SPUN[m.a.start : m.a.end])
    assert SPUN[match.a.start : match.a.end].startswith("The explosion on the Brightwell")
    assert FIRE[0][match.b.start : match.b.end].startswith("The explosion at the Brightwell")
    assert match.level in ("spun", "minor")
    assert ("substitute", "despatched", "sent") in [(op.op, op.a, op.b) for op in match.ops]


def test_a_copy_does_not_say_which_one_came_first():
    verdict = _trace(FIRE[0], FIRE[0]).verdicts[0]
    assert (verdict.relation, verdict.direction) == ("copy", "unknown")
    assert any("first" in limit for limit in verdict.limits)


def test_a_text_is_not_compared_with_itself():
    documents = [Document("0.txt", FIRE[0])]
    result = trace(documents, [*documents, Document("1.txt", FIRE[1])], SETTINGS)
    assert [(v.a, v.b) for v in result.verdicts] == [("0.txt", "1.txt")]


def test_without_sources_the_text_speaks_for_itself():
    result = _trace(SPUN, spun={"0.txt": READING})
    assert result.verdicts == ()
    assert result.documents[0].facts
    assert [s.original for s in result.documents[0].substitutions][:2] == ["Fire", "homes"]


@pytest.mark.parametrize("text", ["", " \n", "12 %", "?!"])
def test_a_text_without_words_is_undetermined_with_its_reason(text):
    verdict = _trace(text, FIRE[0]).verdicts[0]
    assert verdict.relation == "undetermined"
    assert verdict.limits


def test_two_short_texts_prove_nothing_even_when_they_are_equal():
    assert _relation(_trace("Breaking: fire at plant.", "Breaking: fire at plant.")) == "undetermined"


def test_a_long_quotation_that_both_print_is_no_copying():
    quote = (
        "“The work that these crews did in the night, under the most difficult conditions that I have seen in thirty"
        " years of service, saved this town from a far greater disaster,” the governor said."
    )
    result = _trace(f"{quote}\n\n{FIRE[1]}", f"{FIRE[6]}\n\n{quote}")
    assert _relation(result) not in ACCUSING


def test_template_text_that_many_texts_carry_is_no_copying():
    template = (
        "This article was produced with the help of our newsroom tools.\n\nSubscribe for more stories like this one,"
        " every morning before breakfast.\n\nNo part of it may be reproduced anywhere without our permission.\n\n"
    )
    result = _trace(*(template + text for text in (FIRE[1], WRECK[1], FIRE[4], WRECK[3], FIRE[6])))
    assert [v.relation for v in result.verdicts if v.relation in ACCUSING] == []


def test_a_family_of_copies_is_not_taken_for_template_text():
    result = _trace(*[FIRE[0]] * 5)
    assert {v.relation for v in result.verdicts} == {"copy"}


def test_a_text_from_two_sources_is_a_patchwork():
    half = "\n\n".join(FIRE[0].split("\n\n")[:5] + WRECK[0].split("\n\n")[:5])
    result = _trace(half, sources=[FIRE[0], WRECK[0], FIRE[3]])
    assert [v.relation for v in result.verdicts if v.a == "0.txt"][:2] == ["patchwork", "patchwork"]
    assert _relation(result, "0.txt", "source2") not in ACCUSING


def test_passages_told_in_another_order_are_found():
    verdict = _trace("\n\n".join(reversed(FIRE[0].split("\n\n"))), FIRE[0]).verdicts[0]
    assert verdict.coverage_a >= 0.7


FRENCH = (
    "Le maire de la ville a annoncé mardi que le pont serait fermé pendant trois mois. Les travaux coûteront deux"
    " millions d’euros. Les habitants sont en colère, car le détour dure une heure. Une réunion publique aura lieu"
    " vendredi à la mairie."
)
CHINESE = (
    "市长星期二宣布大桥将关闭三个月。工程将耗资两百万欧元。居民非常愤怒，因为绕行需要一个小时。"
    "星期五市政厅将举行公开会议。"
)
HARVEST = "今年因为干旱小麦收成很差。农民要求国家提供援助。部长承诺在九月底之前答复。"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (FRENCH, FIRE[0]),
        (CHINESE, FRENCH),
        (CHINESE, "今年因为干旱小麦收成很差。农民要求国家提供援助。部长承诺在九月底之前答复。"),
    ],
)
def test_other_languages_are_compared_without_false_accusations(text, other):
    assert _relation(_trace(text, text + " " + text)) in ("copy", "derived")
    assert _relation(_trace(text, other)) not in ACCUSING


@pytest.mark.decides("forensics.trace.provenance.reconstruct._SETTLED", -0.05, 0.05)
def test_two_rewrites_with_something_of_their_own_point_to_a_source_that_nobody_has():
    result = _trace(SPUN, SIBLING, spun={"0.txt": READING, "1.txt": SpunReading(0.02)})
    verdict = result.verdicts[0]
    assert (verdict.relation, verdict.direction) == ("sibling", "common_source")
    missing = result.missing_sources[0]
    assert missing.children == ("0.txt", "1.txt")
    assert {"600 person", "March"} & set(missing.facts) or len(missing.facts) >= 5
    assert any(
        s.kept == "workers" and s.instead == "employees" for r in missing.reconstruction for s in r.settled
    )
    assert {s.confidence for r in missing.reconstruction for s in r.settled} == {0.9}
    for sentence in missing.reconstruction:
        for settled in sentence.settled:
            there = SIBLING if settled.by == "1.txt" else SPUN
            assert there[settled.start : settled.end].lower() == settled.kept.lower()
    assert ("missing:1", "missing_source") in [(n.id, n.kind) for n in result.graph.nodes]
    assert {e.source for e in result.graph.edges if e.target == "missing:1"} == {"0.txt", "1.txt"}


def test_a_family_of_three_has_one_source():
    third = (
        "\n\n".join(SIBLING.split("\n\n")[:-1])
        .replace("neighbouring", "other")
        .replace("Fourteen workers had to be taken", "On Thursday 14 workers were still")
        + "\n\nThe mayor asked for 5 million dollars in help for the town by May 2027."
    )
    readings = {"0.txt": READING, "1.txt": SpunReading(0.02), "2.txt": SpunReading(0.03)}
    result = _trace(SPUN, SIBLING, third, spun=readings)
    first = result.missing_sources[0]
    assert len(result.missing_sources) == 1
    assert set(first.children) == {"0.txt", "1.txt", "2.txt"}
    assert any(len({side.id for side in sentence.told_by}) == 3 for sentence in first.reconstruction)


def test_siblings_whose_source_is_at_hand_have_none_missing():
    readings = {"0.txt": READING, "1.txt": SpunReading(0.02), "source0": SpunReading(0.01)}
    nothing_new = SIBLING.replace(" and that 120 firefighters took part", "").replace(" at 12 points", "")
    result = _trace(SPUN, nothing_new.replace(" at about eight", ""), sources=[FIRE[0]], spun=readings)
    assert all(set(m.children) != {"0.txt", "1.txt"} for m in result.missing_sources)


def test_exclusions_lower_the_counted_share_and_leave_the_whole_one():
    plain = _trace(SPUN, sources=[FIRE[0]]).verdicts[0]
    assert (plain.counted_a, plain.counted_b) == (plain.coverage_a, plain.coverage_b)
    for settings in (
        replace(SETTINGS, exclude_quotes=True),
        replace(SETTINGS, exclude_small=20),
        replace(SETTINGS, exclude_sources=("source0",)),
    ):
        result = _trace(SPUN, sources=[FIRE[0]], settings=settings)
        assert result.verdicts[0].coverage_a == plain.coverage_a
        assert result.verdicts[0].counted_a < plain.counted_a
        assert any(match.excluded for match in result.matches)


def test_the_matches_of_a_pair_that_cannot_be_decided_are_there_to_be_judged():
    pier = "The harbour board shut the north pier on Monday after divers found cracks."
    more = (
        " Ferries sail from the south pier until autumn, and the board has asked the county for new footings."
    )
    result = _trace(pier, sources=[f"Nobody was hurt. {pier}{more}"])
    assert _relation(result, "0.txt", "source0") == "undetermined"
    assert [pier[m.a.start : m.a.end] for m in result.matches] == [pier.rstrip(".")]


def test_the_source_is_found_among_many():
    others = [Document(f"other{n}", f"{WRECK[n % 5]} {FIRE[n % 8 + 1]} Number {n}.") for n in range(80)]
    collection = [*others[:40], Document("the source", FIRE[0]), *others[40:]]
    result = trace([Document("0.txt", SPUN)], iter(collection), SETTINGS)
    assert len(result.verdicts) <= SETTINGS.leaders
    assert max(result.verdicts, key=lambda v: v.coverage_a).b == "the source"


def test_the_same_texts_give_the_same_result():
    assert _trace(SPUN, FIRE[0], SIBLING) == _trace(SPUN, FIRE[0], SIBLING)
