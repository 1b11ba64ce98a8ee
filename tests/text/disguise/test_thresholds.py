"""Where a disguise begins to be told: each number is held from both sides."""

from __future__ import annotations

import pytest

from forensics.text.disguise.accents import accents
from forensics.text.disguise.characters import named
from forensics.text.disguise.digits import _read, digit_letters
from forensics.text.disguise.entities import entities
from forensics.text.disguise.invisible import invisible
from forensics.text.disguise.lines import line_cuts, line_hyphens, line_numbers
from forensics.text.disguise.lookalike import lookalike
from forensics.text.disguise.marks import marks
from forensics.text.disguise.spacing import odd_spaces, spaced_letters, underscores
from forensics.text.disguise.step import Step
from forensics.text.disguise.styled import styled
from forensics.text.disguise.unmask import unmask

HERE = "forensics.text.disguise."
WITHIN, AFTER, SOFT = "wo\u200brd", "word\u200b", "\u00ad"


def told(step: Step, text: str) -> bool:
    """Tell whether `step` finds anything in `text` that no ordinary text would have."""
    return any(seen.told for seen in step(text))


def among(odd: str, times: int, words: int) -> str:
    """Return a text of so many words, some of them odd."""
    return " ".join([odd] * times + ["plain"] * (words - times))


@pytest.mark.decides(HERE + "invisible.INSIDE_FROM", -1, 1)
def test_three_words_with_something_invisible_inside_are_told() -> None:
    assert told(invisible, among(WITHIN, 3, 20))
    assert not told(invisible, among(WITHIN, 2, 20))


@pytest.mark.decides(HERE + "invisible.INSIDE_SHARE", -0.0002, 0.0002)
def test_one_word_in_five_hundred_with_something_invisible_inside_is_enough() -> None:
    assert told(invisible, among(WITHIN, 3, 1500))
    assert not told(invisible, among(WITHIN, 3, 1520))


@pytest.mark.decides(HERE + "invisible.TOUCHING_FROM", -1, 1)
def test_ten_invisible_characters_at_the_edges_of_words_are_told() -> None:
    assert told(invisible, among(AFTER, 10, 30))
    assert not told(invisible, among(AFTER, 9, 30))


@pytest.mark.decides(HERE + "invisible.TOUCHING_SHARE", -0.005, 0.005)
def test_they_are_told_at_one_word_in_twenty() -> None:
    assert told(invisible, among(AFTER, 10, 200))
    assert not told(invisible, among(AFTER, 10, 210))


@pytest.mark.decides(HERE + "invisible.UNNATURAL_FROM", -1, 1)
def test_three_soft_hyphens_where_no_word_is_divided_are_told() -> None:
    assert told(invisible, among(f"s{SOFT}trength", 3, 20))
    assert not told(invisible, among(f"s{SOFT}trength", 2, 20))


@pytest.mark.decides(HERE + "invisible.UNNATURAL_SHARE", -0.02, 0.02)
def test_a_quarter_of_all_soft_hyphens_where_no_word_is_divided_is_told() -> None:
    odd, natural = f"s{SOFT}trength ", f"har{SOFT}bour "
    assert told(invisible, odd * 3 + natural * 9)
    assert not told(invisible, odd * 3 + natural * 10)


@pytest.mark.decides(HERE + "entities.TOLD_FROM", -1, 1)
def test_three_plain_letters_written_as_entities_are_told() -> None:
    assert told(entities, "h&#97;rbour " * 3)
    assert not told(entities, "h&#97;rbour " * 2)


@pytest.mark.decides(HERE + "lookalike.MIXED_TOLD", -1, 1)
def test_three_words_of_two_alphabets_are_told() -> None:
    assert told(lookalike, "hаrbour " * 3)
    assert not told(lookalike, "hаrbour " * 2)


@pytest.mark.decides(HERE + "lookalike.GENUINE_MOST", -1, 1)
def test_five_genuine_words_for_each_mixed_one_may_be_quoted() -> None:
    assert told(lookalike, "hаrbour " * 3 + "жизнь " * 15)
    assert not told(lookalike, "hаrbour " * 3 + "жизнь " * 16)


@pytest.mark.decides(HERE + "lookalike.DRESSED_FROM", -1, 1)
def test_three_words_in_small_capitals_are_told() -> None:
    assert told(lookalike, "ʜᴀʀʙᴏᴜʀ ᴋᴇᴇᴘᴇʀ ᴛᴏʟᴅ us")
    assert not told(lookalike, "ʜᴀʀʙᴏᴜʀ ᴋᴇᴇᴘᴇʀ told us")


@pytest.mark.decides(HERE + "lookalike.DRESSED_SHARE", -0.03, 0.03)
def test_three_words_in_ten_in_small_capitals_are_told() -> None:
    assert told(lookalike, among("ʜᴀʀʙᴏᴜʀ", 3, 10))
    assert not told(lookalike, among("ʜᴀʀʙᴏᴜʀ", 3, 11))


@pytest.mark.decides(HERE + "styled.LETTERS_TOLD", -1, 1)
def test_words_of_four_letters_in_fancy_dress_are_told() -> None:
    assert told(styled, "𝐡𝐢𝐝𝐞 𝐭𝐡𝐢𝐬 𝐭𝐞𝐱𝐭")
    assert not told(styled, "𝐡𝐢𝐝 𝐭𝐡𝐞 𝐛𝐨𝐱")


@pytest.mark.decides(HERE + "styled.STYLED_TOLD", -1, 1)
def test_three_different_words_in_fancy_dress_are_told() -> None:
    assert told(styled, "𝐡𝐢𝐝𝐞 𝐭𝐡𝐢𝐬 𝐭𝐞𝐱𝐭")
    assert not told(styled, "𝐡𝐢𝐝𝐞 𝐭𝐡𝐢𝐬 𝐡𝐢𝐝𝐞")


@pytest.mark.decides(HERE + "marks.MOST_MARKS", -1, 1)
def test_a_fourth_mark_buries_a_letter() -> None:
    assert not told(marks, "e\u0301\u0300\u0302 " * 3)
    assert told(marks, "e\u0301\u0300\u0302\u0303 " * 3)


@pytest.mark.decides(HERE + "marks.STRAY_FROM", -1, 1)
def test_three_letters_struck_out_are_told() -> None:
    assert told(marks, "bo\u0336at " * 3)
    assert not told(marks, "bo\u0336at " * 2)


FUNCTION = "thé öf ánd tó ín"
HEAVY = "áéíóú"


@pytest.mark.decides(HERE + "accents.APPEARING", -1, 1)
def test_five_different_function_words_must_appear_under_accents() -> None:
    assert told(accents, FUNCTION)
    assert not told(accents, FUNCTION.replace("ín", "tó"))


@pytest.mark.decides(HERE + "accents.ACCENTS_FROM", -0.01, 0.01)
def test_a_tenth_of_all_letters_must_bear_an_accent() -> None:
    assert told(accents, FUNCTION.ljust(50, "."))
    assert not told(accents, FUNCTION.ljust(52, "."))


@pytest.mark.decides(HERE + "accents.APPEARING_SHARE", -0.02, 0.02)
def test_a_fifth_of_the_function_words_must_appear_so() -> None:
    def text(plain: int) -> str:
        return " ".join([FUNCTION, *["the"] * plain, *[HEAVY] * 10])

    assert told(accents, text(20))
    assert not told(accents, text(21))


@pytest.mark.decides(HERE + "accents.FUNCTION_SHARE", -0.02, 0.02)
def test_a_quarter_of_all_words_must_be_function_words() -> None:
    assert told(accents, " ".join([FUNCTION, *[HEAVY] * 15]))
    assert not told(accents, " ".join([FUNCTION, *[HEAVY] * 16]))


@pytest.mark.decides(HERE + "accents._ACCENTED_READ", -1, 1)
def test_the_first_three_thousand_words_say_which_language_it_is() -> None:
    def text(before: int) -> str:
        words = FUNCTION.removesuffix(" ín").split() * 500
        return " ".join([*words, *[HEAVY] * (before - len(words)), "ín"])

    assert told(accents, text(2999))
    assert not told(accents, text(3000))


@pytest.mark.decides(HERE + "digits.WORDS_FROM", -1, 1)
def test_ten_words_with_digits_for_letters_are_told() -> None:
    assert told(digit_letters, "th3 " * 3 + "b0at " * 7)
    assert not told(digit_letters, "th3 " * 3 + "b0at " * 6)


@pytest.mark.decides(HERE + "digits.FUNCTION_WORDS", -1, 1)
def test_three_of_them_must_be_function_words() -> None:
    assert told(digit_letters, "th3 " * 3 + "b0at " * 9)
    assert not told(digit_letters, "th3 " * 2 + "b0at " * 10)


@pytest.mark.decides(HERE + "digits.SHARE", -0.002, 0.002)
def test_one_of_them_in_fifty_characters_is_enough() -> None:
    text = "th3 " * 3 + "b0at " * 7
    assert told(digit_letters, text.ljust(500, "."))
    assert not told(digit_letters, text.ljust(520, "."))


@pytest.mark.decides(HERE + "digits._MOST_DOUBTFUL", -1, 1)
def test_a_word_with_more_than_four_doubtful_digits_is_read_one_way_only() -> None:
    read = _read.__wrapped__  # a word that was read before is remembered
    assert read("1l11c1t") == "illicit"
    assert read("1111c1t") == "llllclt"


def numbered(lines: int, going_on: int) -> str:
    """Return numbered lines of which so many go on in the sentence before them."""
    body = ["Boats came in"] * (lines - going_on) + ["and went on"] * going_on
    return "\n".join(f"{number} {line}" for number, line in enumerate(body, 1))


@pytest.mark.decides(HERE + "lines.NUMBERED_FROM", -1, 1)
def test_five_lines_numbered_through_sentences_are_told() -> None:
    assert told(line_numbers, numbered(5, 4))
    assert not told(line_numbers, numbered(4, 3))


@pytest.mark.decides(HERE + "lines.GOING_ON", -0.05, 0.05)
def test_a_third_of_numbered_lines_must_go_on_in_a_sentence() -> None:
    assert told(line_numbers, numbered(6, 2))
    assert not told(line_numbers, numbered(7, 2))


def cut(lines: int, width: int, spaces: int) -> str:
    """Return lines of one width, so many of which end in a space, and a last one."""
    ends = ["b" * (width - 1) + " "] * spaces + ["b" * width] * (lines - spaces)
    return "\n".join([*ends, "end"])


@pytest.mark.decides(HERE + "lines.CUT_FROM", -1, 1)
def test_four_lines_of_one_width_are_cut() -> None:
    assert told(line_cuts, cut(4, 40, 2))
    assert not told(line_cuts, cut(3, 40, 2))


@pytest.mark.decides(HERE + "lines.CUT_WIDTH", -1, 1)
def test_lines_narrower_than_twenty_are_no_cut_text() -> None:
    assert told(line_cuts, cut(10, 20, 3))
    assert not told(line_cuts, cut(10, 19, 3))


@pytest.mark.decides(HERE + "lines.CUT_SPACES", -0.01, 0.01)
def test_a_tenth_of_cut_lines_begins_or_ends_in_a_space() -> None:
    assert told(line_cuts, cut(10, 40, 1))
    assert not told(line_cuts, cut(11, 40, 1))


def divided(*lengths: int) -> str:
    """Return lines of these lengths, each of which ends in a divided word."""
    return "".join("b" * (length - 1) + "-\n" for length in lengths) + "bbb"


@pytest.mark.decides(HERE + "lines.DIVIDED_FROM", -1, 1)
def test_three_words_divided_at_odd_places_are_told() -> None:
    assert told(line_hyphens, divided(20, 50, 90))
    assert not told(line_hyphens, divided(20, 90))


@pytest.mark.decides(HERE + "lines.LENGTHS_APART", -0.02, 0.02)
def test_words_divided_at_the_ends_of_full_lines_are_a_printers() -> None:
    assert told(line_hyphens, divided(80, 100, 120))
    assert not told(line_hyphens, divided(81, 100, 119))


def apart(*words: str) -> str:
    """Return words whose letters are set apart."""
    return "  ".join(map(" ".join, words))


@pytest.mark.decides(HERE + "spacing.WORDS_APART", -1, 1)
def test_four_words_set_apart_are_told() -> None:
    assert told(spaced_letters, apart("hid", "the", "new", "box"))
    assert not told(spaced_letters, apart("harbour", "captain", "letters"))


@pytest.mark.decides(HERE + "spacing.LETTERS_APART", -1, 1)
def test_words_of_three_letters_count_and_shorter_ones_do_not() -> None:
    assert told(spaced_letters, apart("hid", "the", "new", "box"))
    assert not told(spaced_letters, apart("harbour", "captain", "letters", "we", "go", "on"))


@pytest.mark.decides(HERE + "spacing.JOINED_FROM", -1, 1)
def test_twenty_underscores_between_words_are_told() -> None:
    assert told(underscores, "_".join(["word"] * 21))
    assert not told(underscores, "_".join(["word"] * 20))


@pytest.mark.decides(HERE + "spacing.JOINED_TO_SPACES", -1, 1)
def test_there_must_be_three_underscores_for_each_space() -> None:
    joined = "_".join(["word"] * 61)
    assert told(underscores, joined + " word" * 20)
    assert not told(underscores, joined + " word" * 21)


def spaced(space: str, odd: int, plain: int) -> str:
    """Return words with so many odd and plain spaces between them."""
    return "word" + f"{space}word" * odd + " word" * plain


@pytest.mark.decides(HERE + "spacing.ODD_FROM", -1, 1)
def test_ten_odd_spaces_are_told() -> None:
    assert told(odd_spaces, spaced("\u2003", 10, 0))
    assert not told(odd_spaces, spaced("\u2003", 9, 0))


@pytest.mark.decides(HERE + "spacing.ODD_SHARE", -0.02, 0.02)
def test_three_spaces_in_ten_must_be_odd() -> None:
    assert told(odd_spaces, spaced("\u2003", 12, 28))
    assert not told(odd_spaces, spaced("\u2003", 12, 29))


@pytest.mark.decides(HERE + "spacing.ODD_EACH", -5, 5)
def test_there_must_be_one_in_a_hundred_characters() -> None:
    assert told(odd_spaces, spaced("\u2003", 10, 0).ljust(1000, "."))
    assert not told(odd_spaces, spaced("\u2003", 10, 0).ljust(1010, "."))


@pytest.mark.decides(HERE + "spacing.UNBROKEN_SHARE", -0.01, 0.01)
def test_no_break_spaces_are_told_where_nearly_all_are() -> None:
    assert told(odd_spaces, spaced("\u00a0", 19, 1))
    assert not told(odd_spaces, spaced("\u00a0", 18, 1))


@pytest.mark.decides(HERE + "unmask._PLACES_SHOWN", -1, 1)
def test_the_first_ten_places_are_shown() -> None:
    (finding,) = unmask(among(WITHIN, 11, 20)).findings
    assert (finding.count, len(finding.places)) == (11, 10)


@pytest.mark.decides(HERE + "characters._CHARACTERS_NAMED", -1, 1)
def test_ten_characters_are_named() -> None:
    assert len(named("аесорхуіјһԁ")) == 10
