"""A text as it is compared: which stretches of it stand for one sentence."""

import pytest

from forensics.documents.model import Document
from forensics.trace.extract.prepare import prepare

WORD = "river "


@pytest.mark.decides("forensics.trace.extract.prepare.LONGEST_SENTENCE", -1, 1)
@pytest.mark.parametrize(("words", "lengths"), [(500, [500]), (501, [500, 1]), (1200, [500, 500, 200])])
def test_a_text_without_full_stops_is_compared_in_pieces(words, lengths):
    text = (words * WORD).strip()
    read = prepare(Document("a", text))
    assert [one.length for one in read.sentences] == lengths
    assert [text[one.start : one.end].split() for one in read.sentences] == [n * ["river"] for n in lengths]
    assert read.length == words
