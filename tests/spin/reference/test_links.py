import pytest

from forensics.spin.reference.links import phrase_links

decides = pytest.mark.decides
HERE = "forensics.spin.reference.links."


@decides(HERE + "_SHORTEST_RESPELT", -1, 1)
@decides(HERE + "_LETTERS_APART", -1, 1)
@decides(HERE + "_LONG_WORD", -1, 1)
@decides(HERE + "_LETTERS_APART_OF_LONG", -1, 1)
@pytest.mark.parametrize(
    ("observed", "original", "link"),
    [
        ("grey", "gray", None),  # four letters: as likely another word
        ("color", "colour", "spelling"),
        ("sulphur", "sulfur", None),  # two letters apart
        ("sulphate", "sulfate", None),
        ("manoeuvre", "maneuver", "spelling"),  # two letters apart, of nine
        ("encyclopaedic", "enciklopedic", None),
    ],
)
def test_words_spelt_a_letter_apart_are_one_word_and_long_ones_two(observed, original, link):
    assert phrase_links(None)((observed,), (original,)) == link
