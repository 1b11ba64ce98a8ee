"""How much of a text its reference must hold, and how sure what is read off it is."""

import itertools

import pytest

from forensics.documents.model import Document
from forensics.spin.reference.compare import compare
from forensics.spin.reference.pairings import firm_sentences
from forensics.spin.reference.wording import wording
from forensics.text.alignment import AlignedBlock, Alignment

decides = pytest.mark.decides
HERE = "forensics.spin.reference."
# Words that mean nothing, so that nothing but their place joins two of them.
STRANGE = ["".join(letters) for letters in itertools.product("bdgk", "aou", "lmn", "ei", "rst")]


def relation(kept):
    """Return the relation of a text of a hundred words to a reference that has so many of them."""
    text, other = STRANGE[:100], STRANGE[:kept] + STRANGE[100:200]
    found = compare(Document("a", " ".join(text)), Document("b", " ".join(other)))
    assert found.comparison.kept == kept / 100
    return found.comparison.relation


@decides(HERE + "compare._MADE_FROM", -0.01, 0.01)
def test_a_text_was_made_from_a_reference_that_has_half_of_its_words():
    assert relation(49) == "sibling"
    assert relation(50) == "reference"


@decides(HERE + "compare._RELATED_FROM", -0.01, 0.01)
def test_texts_that_share_fewer_than_one_word_in_eight_share_the_language():
    assert relation(11) == "unrelated"
    assert relation(12) == "sibling"


KEPT = "The keeper of the lighthouse {} the reporters on Monday that forty ships had passed the cape in May."


@decides(HERE + "compare._SURE_BY_LINK", -0.005, 0.005)
@decides(HERE + "compare._SURE_BY_POSITION", -0.005, 0.005)
@decides(HERE + "compare._SURE_BY_SIBLING", -0.005, 0.005)
@pytest.mark.parametrize(
    ("observed", "original", "sibling", "sure", "nats"),
    [
        ("tell", "tells", False, 0.99, 4.5951),  # forms of one word
        ("greets", "told", False, 0.93, 2.5867),  # their place
        ("instructed", "told", True, 0.75, 1.0986),  # a pair, read off a sibling
    ],
)
def test_a_link_is_surer_than_a_place_and_a_place_than_a_sibling(
    lexicon, observed, original, sibling, sure, nats
):
    a, b = (Document(word, KEPT.format(word)) for word in (observed, original))
    (one,) = compare(a, b, lexicon, sibling=sibling).substitutions
    assert (one.observed, one.original, one.confidence) == (observed, original, sure)
    assert one.evidence[0].weight == nats


@decides(HERE + "pairings._FIRM_SHARE", -0.01, 0.01)
@pytest.mark.parametrize(("kept", "firm"), [(39, False), (40, True)])
def test_a_sentence_is_firm_from_four_words_in_ten_on(kept, firm):
    laid = Alignment((AlignedBlock(True, 0, kept, 0, kept),), ())
    words = wording(" ".join(STRANGE[:100]))
    assert firm_sentences(words, words, laid) == (firm,)


@decides(HERE + "wording._CAPITALS_OF_TITLE", -0.01, 0.01)
@pytest.mark.parametrize(("capitals", "named"), [(70, 69), (71, 0)])
def test_capitals_mark_no_names_where_seven_words_in_ten_have_them(capitals, named):
    words = [word.capitalize() for word in STRANGE[:capitals]] + STRANGE[capitals:100]
    assert sum(wording(" ".join(words)).names) == named
