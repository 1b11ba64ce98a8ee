"""Two long texts are compared by groups of sentences, so that work and memory do not grow with the square."""

import pytest

from forensics.documents.model import Document
from forensics.trace.align import grain, pair, similarity
from forensics.trace.align.grain import grained
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare
from tests.trace.align.given import IGNORANT

WORDS = (
    "harbour",
    "miller",
    "lantern",
    "copper",
    "orchard",
    "violin",
    "saddle",
    "thunder",
    "pepper",
    "anchor",
)


def _text(id, sentences, seed=0):
    said = (
        " ".join(WORDS[(n * k + seed) % len(WORDS)] for k in (1, 3, 7)).capitalize() + f" {n}."
        for n in range(sentences)
    )
    return prepare(Document(id, "\n\n".join(said)))


@pytest.fixture
def cells(monkeypatch):
    """The numbers of pairs of sentences that were compared."""
    seen = []

    def counted(a, b, *others):
        found = similarity.compare(a, b, *others)
        seen.append(found.size)
        return found

    monkeypatch.setattr(pair, "compare", counted)
    return seen


def test_short_texts_are_compared_sentence_by_sentence():
    a, b = _text("a", 40), _text("b", 60)
    assert grained(a, b) == (a, b)


@pytest.mark.parametrize("sentences", [(1600, 1600), (6000, 6000), (200, 20_000)])
def test_of_long_texts_no_more_pairs_are_compared_than_of_those_of_1500_sentences(sentences):
    a, b = grained(_text("a", sentences[0]), _text("b", sentences[1]))
    pairs = len(a.sentences) * len(b.sentences)
    assert 500_000 < pairs <= 2_250_000


def test_groups_hold_every_word_and_fact_once_and_in_order():
    whole = _text("a", 4001)
    text, _ = grained(whole, whole)
    assert [s.first for s in text.sentences] == [0, *(s.last for s in text.sentences[:-1])]
    assert (text.sentences[-1].last, text.length) == (len(whole.words), whole.length)
    assert frozenset().union(*text.fact_keys) == frozenset().union(*whole.fact_keys)
    assert len(text.fact_keys) == len(text.sentences)


def test_a_long_text_and_its_copy_still_match_throughout(cells, monkeypatch):
    monkeypatch.setattr(grain, "_MOST_PAIRS", 1000)
    text = _text("a", 170)
    found = compare_pair(text, text, IGNORANT)
    assert 0 < max(cells) <= 1000
    assert sum(len(one.words_a) for one in found.aligned) > 0.95 * text.length
