"""Floors under what tracing was measured to do; lowering one takes an explicit act.

The data stands outside this project and is skipped where it is absent; its digest is pinned, so that a floor is never
kept by other data. bench/trace measures the same and more.
"""

from dataclasses import replace
from hashlib import sha256
from itertools import combinations

import pytest

from bench.logistic import auc, fit_model
from bench.texts.places import SAMPLES, SHARED
from bench.trace import alignment, corpus, families, news_events, pan25, passages, patchworks, rebuilding
from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare
from forensics.trace.models import probability, shipped_models
from forensics.trace.run import trace as trace_of
from forensics.trace.verdict.evidence import evidence
from forensics.trace.verdict.same_event import ONE_EVENT, chance_same_event

ACCUSING = ("copy", "derived", "sibling", "patchwork")


def _digest(*folders: str) -> str:
    total = sha256()
    for folder in folders:
        if not (SHARED / folder).exists():
            pytest.skip(f"needs {SHARED.name}/{folder} beside the project, which is not here")
        for path in sorted((SHARED / folder).rglob("*.*")):
            total.update(path.read_bytes())
    return total.hexdigest()[:16]


def _samples():
    return [Document(f"{n:03}.txt", (SAMPLES / f"{n:03}.txt").read_text("utf-8")) for n in range(5)]


@pytest.fixture(scope="module")
def traced():
    from forensics.api.trace import trace as of_documents

    return of_documents(_samples(), against=_samples()).result


def test_of_the_ten_pairs_of_samples_only_000_and_001_are_related(traced):
    related = {(v.a, v.b): v for v in traced.verdicts if v.relation in ACCUSING}
    assert list(related) == [("000.txt", "001.txt")]
    assert related["000.txt", "001.txt"].relation == "sibling"
    assert related["000.txt", "001.txt"].probability >= 0.9
    assert len(traced.verdicts) == len(list(combinations(range(5), 2)))


def test_000_and_001_point_to_one_unseen_bbc_text(traced):
    missing = traced.missing_sources[0]
    assert (missing.outlet, missing.children) == ("BBC", ("000.txt", "001.txt"))
    assert "BBC" in next(n.label for n in traced.graph.nodes if n.id == missing.id)
    assert {e.source for e in traced.graph.edges if e.target == missing.id} == {"000.txt", "001.txt"}


def test_sentences_of_the_samples_are_aligned_as_judged_by_hand():
    assert _digest("trace") == "baef5b632dcc2339"
    assert alignment.samples(corpus.knowledge("all")) >= 0.95


def test_pasted_and_revised_answers_stand_apart_from_those_written_freely():
    assert _digest("clough_stevenson") == "fc248b8608a93ea7"
    examples = list(corpus.answers())
    rows = [
        evidence(
            compare_pair(prepare(Document("a", e.a)), prepare(Document("b", e.b)), corpus.knowledge("all"))
        )
        for e in examples
    ]
    scores = [0.0] * len(rows)
    for task in "abcde":
        train = [k for k, e in enumerate(examples) if e.group != task]
        names = ("alignment_density", "containment_3gram", "log_run")
        model = fit_model([rows[k] for k in train], [examples[k].dependent for k in train], names, {})
        for k, example in enumerate(examples):
            if example.group == task:
                scores[k] = probability(rows[k], model)
    # Two answers labelled as pasted share not four words in a row with the original: they were pasted from elsewhere.
    ours = [k for k, e in enumerate(examples) if e.kind != "answers-cut" or rows[k]["longest_run"]]
    assert len(examples) - len(ours) == 2
    assert auc([scores[k] for k in ours], [examples[k].dependent for k in ours]) >= 0.985
    assert sum((scores[k] > 0.5) == examples[k].dependent for k in ours) / len(ours) >= 0.95


@pytest.mark.parametrize(
    ("thesaurus", "share", "floor"),
    [(None, 0.0, 0.93), ("wordnet", 0.4, 0.9), ("moby", 0.8, 0.8)],
)
def test_passages_are_found_as_they_stand_and_spun(thesaurus, share, floor):
    assert _digest("pan_verbatim") == "4817c9c129e19dd3"
    scores = passages.measure(
        range(30, 38), thesaurus, share
    )  # the passages' model was fitted on the first 30
    assert scores.plagdet >= floor
    assert scores.granularity <= 1.05


def test_paragraphs_rewritten_by_language_models_lead_to_their_source():
    assert _digest("pan25_sample") == "27b6494108e289d2"
    assert pan25.measure()["first"] >= 0.9


def test_independent_reports_of_one_event_are_told_from_those_of_two():
    assert _digest("news_reuse") == "466d9644dd428a0b"
    pairs = list(news_events.real())
    # Each first report beside the second one of another pair, of another story.
    crossed = [
        replace(one, b=other.b, same=False)
        for n, one in enumerate(pairs)
        for other in pairs[n + 1 : n + 9]
        if one.group != other.group
    ]
    called = [
        sum(chance_same_event(pair.seen, shipped_models().event) >= ONE_EVENT for pair in some)
        for some in (pairs, crossed)
    ]
    assert len(crossed) > 800
    assert called[0] >= 0.95 * len(pairs)
    assert called[1] <= 0.01 * len(crossed)


def test_what_children_hold_of_a_release_is_rebuilt_by_models_that_never_saw_its_family():
    assert _digest("news_reuse") == "466d9644dd428a0b"
    scores = rebuilding.left_out(rebuilding.families(), repeats=1)
    recall, precision = rebuilding.mean([one for _, one in scores])
    assert recall >= 0.52
    assert precision >= 0.72


def test_families_whose_release_is_withheld_raise_a_missing_source_and_independent_reports_none():
    assert _digest("news_reuse") == "466d9644dd428a0b"
    compared = families.Compared()
    groups = families.groups()
    raised = {
        kind: [
            bool(compared.missing(g.texts, shipped_models()))
            for g in [g for g in groups if g.kind == kind][:some]
        ]
        for kind, some in (("family", 14), ("same_event", 16), ("shared_quotes", 16))
    }
    assert sum(raised["family"]) >= 13
    assert sum(raised["same_event"]) + sum(raised["shared_quotes"]) == 0


def test_texts_put_together_from_several_are_patchworks_and_children_of_one_release_are_not():
    assert _digest("news_reuse") == "466d9644dd428a0b"
    cases = list(patchworks.cases())
    made = [case for case in cases if case.kind in ("two stories", "same_event")][::4]
    other = [case for case in cases if case.kind.startswith("child")][::10]
    right = wrong = called = 0
    for case in made:
        result = trace_of([case.text], case.sources, TraceSettings())
        called += any(v.relation == "patchwork" for v in result.verdicts)
        counts = patchworks.sources_right(case, result)
        right, wrong = right + counts[0], wrong + counts[1]
    assert called >= 0.9 * len(made)
    assert right >= 0.95 * (right + wrong)
    assert right >= 0.85 * sum(len(case.made) for case in made)
    for case in other:
        result = trace_of([case.text], case.sources, TraceSettings())
        assert not [v for v in result.verdicts if v.relation == "patchwork"]
