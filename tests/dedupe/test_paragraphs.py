"""Repeated paragraphs across documents, with their offsets."""

import pytest

from forensics.dedupe.result import Pair
from forensics.dedupe.rethreshold import rethreshold
from forensics.dedupe.sharing import shared_paragraphs
from forensics.documents.model import Document
from tests.dedupe.making import run

BOILER = "Subscribe to our newsletter – for more stories of this kind, every day"
DOCS = [
    Document("one.txt", f"A first story about a river.\n\n{BOILER}\nIts end."),
    Document("two.txt", f"{BOILER}\r\n\r\nAnother story 😀 about a mountain and its snow."),
    Document("odd#char=1,2", f"  {BOILER.upper()}  \nNothing else is like it."),
]


def test_a_repeated_paragraph_is_found_where_it_stands():
    (cluster,) = run(DOCS, unit="paragraph").clusters
    texts = {document.id: document.text for document in DOCS}
    assert [place.id for place in cluster.places] == ["one.txt", "two.txt", "odd#char=1,2"]
    for place in cluster.places:
        assert texts[place.id][place.start : place.end].lower() == BOILER.lower()
    assert cluster.members[0] == f"one.txt#char={cluster.places[0].start},{cluster.places[0].end}"


def test_paragraphs_are_what_is_counted():
    assert run(DOCS, unit="paragraph").documents == 7
    assert run(DOCS, unit="paragraph").unique == 5


def test_documents_have_no_places():
    (cluster,) = run([DOCS[0], DOCS[0].__class__("copy", DOCS[0].text)]).clusters
    assert cluster.places == ()


def test_paragraphs_are_summed_by_document():
    story = [
        f"Paragraph {n} of the story says what nobody else had said about item {n} before." for n in range(8)
    ]
    docs = [
        Document("whole", "\n".join(story)),
        Document(
            "part",
            "\n".join([*story[:2], "A paragraph that stands here alone, and in no other text at all."]),
        ),
        Document("other", "Nothing of this is anywhere else, whoever may look for it and wherever."),
    ]
    (one,) = run(docs, unit="paragraph").sharing
    assert (one.a, one.b, one.paragraphs_a, one.paragraphs_b) == ("whole", "part", 2, 2)
    assert one.length_a == sum(map(len, story))
    assert one.share_a == 0.25
    assert one.share_b == len("".join(story[:2])) * 10_000 // one.length_b / 10_000
    assert run(docs).sharing == ()


def test_of_a_paragraph_that_holds_another_only_the_inner_one_is_in_both():
    inner = " ".join(f"word{n}" for n in range(40))
    docs = [
        Document("inner", inner),
        Document("outer", inner + " " + " ".join(f"more{n}" for n in range(60))),
    ]
    (one,) = run(docs, unit="paragraph").sharing
    assert (one.paragraphs_a, one.paragraphs_b, one.share_a, one.share_b) == (1, 0, 1.0, 0.0)


@pytest.mark.decides("forensics.dedupe.sharing.LEAST_SHARE", -0.01, 0.01)
@pytest.mark.parametrize(("shared", "listed"), [(10, True), (9, False)])
def test_documents_are_listed_that_share_a_tenth_of_either(shared, listed):
    pair = Pair(f"a#char=0,{shared}", f"b#char=5,{5 + shared}", 1.0, 1.0, "exact")
    assert bool(shared_paragraphs([pair], {"a": 100, "b": 100})) is listed


def test_what_is_shared_inside_one_document_is_between_no_two():
    assert run([Document("twice", f"{BOILER}\n{BOILER}")], unit="paragraph").sharing == ()


def test_asked_again_at_a_higher_threshold_the_sums_are_those_of_a_fresh_run():
    words = [f"w{n}" for n in range(40)]
    edited = " ".join([*words[:20], "another", *words[21:]])
    same = " ".join(f"v{n}" for n in range(30))
    docs = [
        Document("a", f"{' '.join(words)}\n{same}"),
        Document("b", f"{edited}\n{same}"),
        Document("c", edited),
    ]
    results = [run(docs, unit="paragraph", threshold=threshold) for threshold in (0.5, 0.8)]
    assert [one.paragraphs_a for one in results[0].sharing] == [2, 1, 1]
    assert [(one.a, one.b, one.paragraphs_a) for one in results[1].sharing] == [("a", "b", 1), ("b", "c", 1)]
    assert rethreshold(results[0], 0.8, measured_at=0.5).sharing == results[1].sharing
