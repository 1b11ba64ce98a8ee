import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics import lexicon as lexicons
from forensics.errors import InputError
from forensics.lexicon import UserPair
from forensics.lexicon.user import read_user_pairs


def table(tmp_path, text, name="mine.tsv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def pairs(tmp_path, text, name="mine.tsv"):
    return [(p.observed, p.original) for p in read_user_pairs(table(tmp_path, text, name)).pairs]


def test_a_table_needs_no_header(tmp_path):
    assert pairs(tmp_path, "bosom peril\tbreast cancer\nirregular timber\trandom forest\n") == [
        ("bosom peril", "breast cancer"),
        ("irregular timber", "random forest"),
    ]


def test_a_header_names_columns_in_any_order(tmp_path):
    path = table(tmp_path, "pages\toriginal\tsource\tobserved\n3\tmodel\tblog\tmannequin\n")
    assert read_user_pairs(path).pairs == (UserPair("mannequin", "model", 3.0, "blog"),)


def test_several_originals_are_several_pairs(tmp_path):
    assert pairs(tmp_path, "observed\toriginal\nhelp\taid|support\n") == [
        ("help", "aid"),
        ("help", "support"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Fingerprint - Tortured Phrase,Expected Text,Nb Retrieved Papers",
        "tortured_phrase,actual_phrase,category",
        "Tortured phrase,Established phrase,n",
        "FINGERPRINT,EXPECTED PHRASE,n",
    ],
)
def test_the_lists_of_tortured_phrases_are_read(tmp_path, header):
    text = f'{header}\n"""bosom peril""",breast cancer,7\n'
    assert pairs(tmp_path, text, "list.csv") == [("bosom peril", "breast cancer")]


def test_a_fingerprint_that_is_a_query_gives_its_unconditional_phrases(tmp_path):
    query = '"""flag to clamor"" OR ""flag to commotion"" AND NOT ""x y"""'
    text = f"Fingerprint,Expected\n{query},signal to noise\n"
    assert pairs(tmp_path, text, "list.csv") == [
        ("flag to clamor", "signal to noise"),
        ("flag to commotion", "signal to noise"),
    ]


def test_remarks_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path):
    assert pairs(tmp_path, "\ufeff# mine\n\nobserved\toriginal\n\n# more\ngiant\tlarge\n") == [
        ("giant", "large")
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("observed\toriginal\n\tlarge\n", ":2"),
        ("observed\toriginal\tpages\ngiant\tlarge\tmany\n", ":2"),
        ("observed\toriginal\tpages\ngiant\tlarge\t-1\n", ":2"),
        ("only one column\n", ":1"),
        ("!!!\t???\n", ":1"),
        ("", "no pair"),
    ],
)
def test_a_table_without_a_pair_is_an_error_that_names_a_line(tmp_path, text, place):
    path = table(tmp_path, text)
    with pytest.raises(InputError) as error:
        read_user_pairs(path)
    assert str(path) in error.value.message
    assert place in error.value.message
    assert error.value.hint


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("alone\t", "no original"),
        ("\tlarge", "no observed phrase"),
        ("neural organisation\t???", "holds no word"),
        ("tall tale\tstory\tmany", "no number of pages"),
        ("a tale as long as that\tstory", "more than 4 words"),
    ],
)
def test_a_row_that_is_not_filled_in_is_told_and_the_others_are_used(tmp_path, row, why):
    path = table(tmp_path, f"observed\toriginal\tpages\ngiant\tlarge\n{row}\ntiny\tsmall\n")
    found = read_user_pairs(path)
    assert [p.observed for p in found.pairs] == ["giant", "tiny"]
    (told,) = found.passed_over
    assert told.id == f"{path}:3"
    assert why in told.warning


def test_of_several_originals_the_good_are_used(tmp_path):
    found = read_user_pairs(table(tmp_path, "giant\tlarge|???\n"))
    assert [p.original for p in found.pairs] == ["large"]
    assert len(found.passed_over) == 1


@pytest.mark.decides("forensics.lexicon.user._SEVERAL", -1, 1)
def test_words_that_face_each_other_in_two_phrases_are_a_pair(tmp_path):
    text = "profound gaining\tdeep learning\nprofound organisation\tdeep network\nsign of clamor\tpiece of noise\n"
    found = read_user_pairs(table(tmp_path, text)).pairs
    (one,) = [p for p in found if " " not in p.observed]
    assert (one.observed, one.original, one.weight) == ("profound", "deep", 2.0)


def test_what_is_no_table_is_an_input_error(tmp_path):
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00\x80")
    for path in (tmp_path / "binary", tmp_path / "missing", tmp_path):
        with pytest.raises(InputError):
            read_user_pairs(path)


@given(st.text(max_size=120))
def test_any_text_gives_pairs_or_an_input_error(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.tsv"
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        found = read_user_pairs(path).pairs
    except InputError:
        return
    assert all(1 <= len(p.observed.split()) <= 4 and 1 <= len(p.original.split()) <= 4 for p in found)


def test_users_pairs_are_known_to_the_lexicon(tmp_path):
    own = read_user_pairs(table(tmp_path, "quokka pie\tcustard tart\n")).pairs
    found = lexicons.load(pairs=own)
    assert found.relation(("quokka", "pie"), ("custard", "tart")) == "lexicon"


@pytest.mark.decides("forensics.lexicon.pairs.LONGEST_PHRASE", -1, 1)
@pytest.mark.parametrize("side", ["{}\tshort", "short\t{}"])
@pytest.mark.parametrize(("words", "taken"), [(4, True), (5, False)])
def test_a_phrase_has_up_to_four_words_on_either_side(tmp_path, side, words, taken):
    path = tmp_path / "mine.tsv"
    path.write_text("one\ttwo\n" + side.format(" ".join("abcde"[:words])) + "\n", encoding="utf-8")
    assert len(read_user_pairs(path).pairs) == 1 + taken
