"""Galleries and cards of headlines, as pages run them together with a report, are no words of it."""

import pytest

from forensics.text.spans import Span
from forensics.trace.extract.cards import cards, is_gallery
from forensics.trace.extract.claims import find_claims
from forensics.trace.extract.residue import find_residue

CARD = " Ines (Nes) Maria PradoSenate votes on dams again Dams are back on the table MORE"
TOLD = f"Sen. Ines Prado{CARD} (N.Y.) said on Monday that the dam will hold, and left the room."
decides = pytest.mark.decides
HERE = "forensics.trace.extract.cards."


def found(text):
    return [text[one.start : one.end] for one in cards(text, Span(0, len(text)))]


def test_a_card_hangs_on_a_name_that_it_repeats_run_together_with_a_headline():
    assert found(TOLD) == [CARD]
    assert found(f"{TOLD} {TOLD}") == [CARD, CARD]


@pytest.mark.parametrize(
    "text",
    [
        "Prado wants MORE of it.",
        "Ines Prado told McDonald and iPhone owners MORE.",
        "Prado PradoSenate votes.",
    ],
)
def test_a_word_in_capitals_or_a_seam_alone_is_no_card(text):
    assert found(text) == []


@decides(HERE + "_LONGEST_CARD", -2, 2)
@pytest.mark.parametrize(("length", "n"), [(700, 1), (701, 0)])
def test_a_card_is_as_long_as_three_headlines(length, n):
    # From the name that it hangs on to its last word.
    card = "Prado PradoSenate " + "x" * (length - len("Prado PradoSenate  ")) + " MORE"
    assert len(found(card)) == n


@decides(HERE + "_LONGEST_NAME", -1, 1)
@pytest.mark.parametrize(("between", "n"), [(7, 1), (8, 0)])
def test_the_name_stands_within_eight_words_of_where_it_is_repeated(between, n):
    assert len(found(f"Prado {'x ' * between}PradoSenate votes MORE")) == n


def test_a_card_is_residue_and_what_stands_around_it_is_read():
    assert [(one.kind, one.text) for one in find_residue(TOLD)] == [("related", CARD)]
    assert [(c.outlet, c.kind) for c in find_claims(TOLD)] == [("Ines Prado", "reported")]


def test_a_dateline_before_a_card_is_one():
    kinds = [one.kind for one in find_residue(f"WASHINGTON (Reuters) - {TOLD}")]
    assert kinds == ["dateline", "related"]


GALLERY = (
    "Photos: A dam in pictures The dam at Orrin on Monday. Hide Caption 1 of 12 Photos: A dam in pictures "
    "Ines Prado said that it holds. Hide Caption 2 of 12"
)


def test_the_captions_of_a_gallery_are_no_words_of_the_report():
    assert is_gallery(GALLERY)
    assert [one.kind for one in find_residue(f"The dam holds.\n{GALLERY}\nNobody left.")] == ["photo_credit"]
    assert find_claims(GALLERY) == ()


@pytest.mark.parametrize("line", ["Photos: A dam in pictures", "He pressed Hide Caption 1 of 12 and left."])
def test_a_line_that_only_sounds_like_a_gallery_is_prose(line):
    assert not is_gallery(line)
