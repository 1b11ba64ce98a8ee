"""Repeated paragraphs across documents, with their offsets."""

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
