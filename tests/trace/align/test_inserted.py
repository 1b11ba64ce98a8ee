"""One passage in a text about other things is weighed with what is around it."""

from forensics.documents.model import Document
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare
from tests.trace.align.given import IGNORANT
from tests.trace.align.test_growth import AROUND_A, AROUND_B, SOURCE


def _inserted(a, b):
    return compare_pair(prepare(Document("a", a)), prepare(Document("b", b)), IGNORANT).inserted


def test_where_nothing_is_shared_nothing_was_inserted():
    assert _inserted(AROUND_A, AROUND_B) is None


def test_what_stands_around_a_passage_is_compared_without_it():
    alone = _inserted(f"{AROUND_A}\n\n{SOURCE}", f"{AROUND_B}\n\n{SOURCE}")
    assert alone is not None
    assert (round(alone.similarity, 4), alone.partnered, alone.rest_alike) == (1.0, 1.0, 0.0)


def test_a_passage_that_somebody_quotes_is_nobodys_insertion():
    quoted = f"{AROUND_A}\n\n“{SOURCE}” Ann Bell said."
    assert _inserted(quoted, f"{AROUND_B}\n\n“{SOURCE}” Ann Bell said.") is None
