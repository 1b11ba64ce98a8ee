"""New documents against known ones: what a run over all of them says of the new, and nothing inside the known."""

import dataclasses
import json
import random
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forensics.dedupe.result import DedupeResult
from forensics.dedupe.rethreshold import rethreshold
from forensics.dedupe.run import dedupe
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.engines.local import LocalEngine
from forensics.engines.processes import ProcessEngine
from forensics.report.known import known_in_short
from forensics.settings import DedupeSettings
from tests.dedupe.making import documents, planted

NEWS = Path(__file__).parents[3] / "shared" / "data" / "news_reuse" / "documents.jsonl"
VARIANTS = {
    "as it is": {},
    "low": {"threshold": 0.3},
    "exactly": {"certify": True},
    "folded": {"fold": "spin"},
    "paragraphs": {"unit": "paragraph"},
    "short shingles": {"shingle": 2, "threshold": 0.5},
    "by containment": {"containment": 0.4},
    "longest": {"keep": "longest"},
}


def held(known, new, engine=None, max_memory=None, **given):
    """Hold documents in memory against others."""
    corpus = MemoryCorpus(new, known)
    return dedupe(corpus, DedupeSettings(**given), engine=engine or LocalEngine(1), max_memory=max_memory)


def split(docs, seed):
    """Return documents in two heaps, drawn."""
    draw = random.Random(seed)
    known = [one for one in docs if draw.random() < 0.5]
    return known, [one for one in docs if one not in known]


def listed(result):
    return [(p.a, p.b, p.jaccard, p.containment, p.relation) for p in result.pairs]


def of_new(pairs, known):
    """Return the pairs that have a new document; a paragraph is as new as its document."""
    ids = {one.id for one in known}
    return [one for one in pairs if not {id.partition("#char=")[0] for id in one[:2]} <= ids]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_pairs_are_those_of_a_run_over_all_that_have_a_new_document(variant, seed):
    docs = documents(planted(seed))
    if variant == "paragraphs":
        docs = [Document(one.id, one.text + "\n" + docs[at - 1].text) for at, one in enumerate(docs)]
    known, new = split(docs, seed)
    result = held(known, new, **VARIANTS[variant])
    everything = held([], [*known, *new], **VARIANTS[variant])
    expected = of_new(listed(everything), known)
    assert listed(result) == expected
    assert len(listed(everything)) > len(expected) > 20
    assert all(
        pair.known == (pair.a.partition("#char=")[0] in {k.id for k in known}) for pair in result.pairs
    )


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.lists(st.sampled_from("abcd"), max_size=9).map(" ".join), st.booleans()), max_size=14
    ),
    st.sampled_from([0.2, 0.5, 0.7, 1.0]),
)
def test_so_they_are_of_any_texts_and_every_new_document_is_known_or_twice_or_stays(texts, threshold):
    docs = [(Document(f"d{at}", text), new) for at, (text, new) in enumerate(texts)]
    known, new = [one for one, is_new in docs if not is_new], [one for one, is_new in docs if is_new]
    given = {"threshold": threshold, "shingle": 2, "certify": True}
    result = held(known, new, **given)
    assert listed(result) == of_new(listed(held([], [*known, *new], **given)), known)
    directly = {p.b for p in result.pairs if p.known and (p.jaccard >= threshold or p.relation == "contains")}
    assert {pair.b for pair in result.known} == directly
    copies = {member for cluster in result.clusters for member in cluster.members[max(cluster.known, 1) :]}
    assert result.unique == len(new) - len(directly | copies)


def test_each_known_document_is_named_by_the_one_most_like_it():
    words = [f"w{i}" for i in range(200)]
    original, cut = " ".join(words), " ".join(words[:120])
    edited = " ".join([*words[:190], "other", "words"])
    known = [Document("edited", edited), Document("original", original)]
    new = [Document("copy", original), Document("part", cut), Document("more", f"{original} {edited[::-1]}")]
    result = held(known, new)
    assert [(p.b, p.a, p.relation) for p in result.known] == [
        ("copy", "original", "exact"),
        ("part", "edited", "contains"),
    ]
    assert (result.documents, result.known_documents, result.unique) == (3, 2, 1)


def test_a_document_that_holds_a_known_one_has_more_to_it_and_stays():
    part = " ".join(f"w{i}" for i in range(60))
    whole = part + " " + " ".join(f"x{i}" for i in range(60))
    result = held([Document("part", part)], [Document("whole", whole)])
    assert [pair.relation for pair in result.pairs] == ["contained"]
    assert (list(result.known), result.unique) == ([], 1)


def test_what_has_more_than_a_tenth_of_its_own_is_known_in_part_however_low_a_containment_is_listed():
    words = [f"w{n}" for n in range(200)]
    new = [Document("half", " ".join(words[:60] + [f"x{n}" for n in range(50)]))]
    result = held([Document("whole", " ".join(words))], new, containment=0.4)
    assert [pair.relation for pair in result.pairs] == ["contains"]
    assert (list(result.known), result.unique) == ([], 1)
    assert known_in_short(result, 0.7, "document") == "0 of 1 new document is known; 1 more in part"


def test_a_known_document_is_kept_whatever_the_policy():
    text = " ".join(f"w{i}" for i in range(60))
    known = [Document("old", text, {"date": "2024-01-01"})]
    new = [Document("long", text + " more", {"date": "2020-01-01"})]
    for keep in ("first", "longest", "earliest"):
        (cluster,) = held(known, new, keep=keep).clusters
        assert (cluster.kept, cluster.members, cluster.known) == ("old", ("old", "long"), 1)


def test_copies_inside_the_known_are_no_finding():
    text = " ".join(f"w{i}" for i in range(60))
    known = [Document(f"k{n}", text) for n in range(4)]
    result = held(known, [Document("fresh", "something else altogether, and nothing like it")])
    assert (list(result.pairs), list(result.clusters), result.unique) == ([], [], 1)


def test_nothing_known_was_read_is_told_from_nothing_was_asked():
    new = [Document("a", "some words of a text")]
    assert held([], new).known_documents is None
    assert held([Document("empty", "")], new).known_documents == 1


@pytest.mark.parametrize("unit", ["document", "paragraph"])
def test_threads_processes_and_memory_change_nothing(unit):
    known, new = split(documents(planted(6)), 6)
    reference = held(known, new, unit=unit, threshold=0.4)
    for engine, memory in ((LocalEngine(3), None), (LocalEngine(1), 4000), (ProcessEngine(2), None)):
        other = held(known, new, engine=engine, max_memory=memory, unit=unit, threshold=0.4)
        for name in ("pairs", "clusters", "known"):
            assert tuple(getattr(other, name)) == tuple(getattr(reference, name))
        assert other.unique == reference.unique


@pytest.mark.parametrize("threshold", [0.55, 0.7, 1.0])
def test_a_result_asked_again_says_what_a_fresh_run_says(threshold):
    known, new = split(documents(planted(21)), 3)
    result = held(known, new, threshold=0.4, certify=True)
    fresh = held(known, new, threshold=threshold, certify=True)
    plain = dataclasses.replace(
        result, pairs=tuple(result.pairs), clusters=tuple(result.clusters), known=tuple(result.known)
    )
    saved = msgspec.convert(json.loads(msgspec.json.encode(plain)), DedupeResult)
    for one in (result, saved):
        again = rethreshold(one, threshold, measured_at=0.4)
        assert set(again.known) == set(fresh.known)
        assert again.unique == fresh.unique
        assert {(c.members, c.known) for c in again.clusters} == {
            (c.members, c.known) for c in fresh.clusters
        }


@pytest.mark.skipif(not NEWS.exists(), reason="the news of shared/data is not here")
@pytest.mark.parametrize("variant", ["as it is", "by containment", "folded", "paragraphs"])
def test_the_same_holds_for_real_news(variant):
    records = [json.loads(line) for line in NEWS.open(encoding="utf-8")]
    known, new = split([Document(one["id"], one["text"]) for one in records], 4)
    given = {"threshold": 0.5, **VARIANTS[variant]}
    result = held(known, new, **given)
    expected = of_new(listed(held([], [*known, *new], **given)), known)
    assert listed(result) == expected
    assert len(expected) > 10
