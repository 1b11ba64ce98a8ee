"""What a replacement is, and which facts it changes, at the edges."""

import pytest

from forensics.lexicon.thesaurus import MOBY, WORDNET
from forensics.spin.reference.changed_facts import changed_facts
from forensics.spin.reference.changes import PlacedPhrase, changed_fact, replacement
from forensics.spin.reference.word_pairing import Pairing
from forensics.spin.reference.wording import wording
from forensics.text.words import words
from tests.spin.small_lexicon import small_lexicon

decides = pytest.mark.decides
HERE = "forensics.spin.reference."


def phrase(text):
    found = tuple(words(text))
    return PlacedPhrase(found, (False,) * len(found))


@decides(HERE + "changes._NEAR_STRENGTH", -0.01, 0.01)
@pytest.mark.parametrize(
    ("flags", "strength", "kind"),
    [(MOBY, 0.145, "wrong_sense"), (MOBY, 0.155, "synonym"), (WORDNET, 0.0, "synonym")],
)
def test_a_synonym_is_near_in_a_thesaurus_or_stands_in_wordnet(flags, strength, kind):
    small = small_lexicon(links={"lantern": [("lamp", flags, strength)]})
    assert replacement(phrase("lantern"), phrase("lamp"), "thesaurus", small) == kind


@decides("forensics.text.negations._SHORTEST_OPPOSED", -1, 1)
@pytest.mark.parametrize(
    ("observed", "original", "fact"), [("unable", "able", "negation"), ("infer", "fer", None)]
)
def test_a_word_of_four_letters_is_denied_by_its_prefix(observed, original, fact):
    assert changed_fact(phrase(observed), phrase(original)) == fact


@decides(HERE + "changed_facts._SHORT_CHANGE", -1, 1)
@pytest.mark.parametrize(("length", "facts"), [(4, ["number"]), (5, [])])
def test_a_number_that_came_with_up_to_three_words_changes_a_kept_sentence(length, facts):
    inserted = " ".join(["40", *["xa", "xb", "xc", "xd"][: length - 1]])
    a = wording(f"The keeper saw {inserted} ships that passed.")
    b = wording("The keeper saw ships that passed.")
    came = Pairing(3, 3 + length, 3, 3)
    assert [f.kind for f in changed_facts(a, b, [came], (True,))] == facts


@decides(HERE + "changed_facts._MOVED_WITHIN", -1, 1)
@pytest.mark.parametrize(
    ("before", "facts"), [(12, []), (13, ["number"]), (-11, []), (-12, ["number"])], ids=str
)
def test_a_number_that_stands_within_a_dozen_words_has_moved(before, facts):
    """`before`: how many words before the place of the insertion the other text has the number."""
    at = 20
    others = [f"w{'abcdefghijklmnopqrstuvwxyz'[k % 26]}{'abc'[k // 26]}" for k in range(60)]
    a = wording(" ".join([*others[:at], "40", *others[at:]]))
    there = list(others)
    there[at - before] = "40"
    b = wording(" ".join(there))
    came = Pairing(at, at + 1, at, at)
    assert [f.kind for f in changed_facts(a, b, [came], (True,))] == facts
