"""Facts come out in one form however they are written, and apart where they mean different things."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forensics.text.edits import Edit
from forensics.trace.extract.facts import find_facts
from forensics.trace.extract.residue import find_residue

SAMPLES = Path(__file__).parents[3] / "samples"


def _facts(text, *kinds, edits=()):
    return [f.normalised for f in find_facts(text, edits) if not kinds or f.kind in kinds]


@pytest.mark.parametrize(
    ("ways", "normalised"),
    [
        (
            ["1,000 sq km", "1000 km²", "1,000 square kilometres", "1000 square kilometers", "1,000km2"],
            "1000 km2",
        ),
        (["386 sq miles", "386 square miles"], "386 mile2"),
        (["three months", "3 months", "three-month"], "3 month"),
        (["5%", "5 per cent", "five percent", "5 pc"], "5 %"),
        (["$1.5bn", "$1.5 billion", "1.5 billion dollars", "USD 1.5 billion", "US$1.5bn"], "1500000000 USD"),
        (["£12m", "£12 million", "12 million pounds", "£12,000,000"], "12000000 GBP"),
        (["25 to 40 miles", "25-40 miles", "between 25 and 40 miles"], "25-40 mile"),
        (["60 km/h", "60 km per hour", "60 kilometres an hour"], "60 km/h"),
        (["a dozen eggs", "12 eggs", "twelve eggs"], "12 egg"),
        (["half a million people", "500,000 people", "0.5 million people"], "500000 people"),
        (["40 soldiers were killed", "40 troops have died", "40 dead", "forty killed"], "40 killed"),
        (["21 degrees Celsius", "21°C"], "21 C"),
        (["a 26-year-old goalkeeper", "26 years old"], "26 year"),
    ],
)
def test_every_way_to_write_a_quantity_comes_out_the_same(ways, normalised):
    assert {way: _facts(way, "quantity") for way in ways} == {way: [normalised] for way in ways}


@pytest.mark.parametrize(
    ("ways", "normalised"),
    [
        (
            ["24 February 2022", "February 24, 2022", "24th of February 2022", "2022-02-24", "24/02/2022"],
            "2022-02-24",
        ),
        (["February 2022", "in Feb 2022"], "2022-02"),
        (["last August", "August last year", "in August of last year", "Final August"], "last august"),
        (["on Friday", "last Friday", "Friday"], "friday"),
        (["3.30pm", "15:30", "3:30 p.m."], "15:30"),
        (["last week"], "last week"),
        (["the 1990s"], "1990s"),
        (["in 1843", "by 1843"], "1843"),
    ],
)
def test_every_way_to_write_a_date_comes_out_the_same(ways, normalised):
    assert {way: _facts(way, "date") for way in ways} == {way: [normalised] for way in ways}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ukrainian troops met N Korean ones near Pyongyang.", ["Ukraine", "North Korea", "Pyongyang"]),
        (
            "The UK and the U.S. disagree; Britons do not.",
            ["United Kingdom", "United States", "United Kingdom"],
        ),
        ("They told us about Jordan.", ["Jordan"]),
        ("He asked Michael Jordan about it.", ["Michael Jordan"]),
        ("Then Dr Asha Rao left. Later Rao returned.", ["Asha Rao", "Asha Rao"]),
        ("It is run by the Related Press.", ["Associated Press"]),
        ("Nobody saw the MI6 file.", ["MI6"]),
    ],
)
def test_names_are_compared_by_what_they_name(text, names):
    assert _facts(text, "name", "place") == names


@pytest.mark.parametrize(
    "text",
    [
        "I may march in august company.",
        "It fell on them, one by one.",
        "Give us more than that.",
        "The won was spent.",
        "version 1.2.3 of it",
        "9999999999999999999999999999 of them",
        "The Six Nations",
        "",
        "\n\n",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text):
    assert _facts(text, "date", "number", "quantity") == []


def test_figures_keep_whether_they_are_approximate():
    text = "Some 300 seals, more than 20 boats, up to 9 knots and 4 cranes."
    assert [f.qualifier for f in find_facts(text)] == ["about", "over", "under", None]


def test_quotations_are_compared_by_their_words():
    (one,) = [f for f in find_facts("She said: “We won’t sell — ever.”") if f.kind == "quote"]
    (two,) = [f for f in find_facts('"We won\'t sell, ever", she said.') if f.kind == "quote"]
    assert one.normalised == two.normalised == "we won't sell ever"


def test_a_single_quoted_word_and_an_apostrophe_make_no_quotation():
    assert _facts('The "truth" about the boys’ club and the girls’ one', "quote") == []


def test_edits_are_undone_before_facts_are_read_and_offsets_point_into_the_text():
    text = "It lasted a few Marchs; 4 calendar month later it snowed."
    edits = [Edit(26, 40, "calendar month", "months")]
    (fact,) = [f for f in find_facts(text, edits) if f.kind == "quantity"]
    assert (fact.normalised, fact.text) == ("4 month", "4 calendar month")


def test_the_three_thousands_of_sample_001_are_three_facts():
    text = (SAMPLES / "001.txt").read_text("utf-8")
    thousands = [f.normalised for f in find_facts(text) if f.normalised.split()[0] == "1000"]
    assert thousands == ["1000 killed", "1000 km2", "1000 km"]


def test_siblings_among_the_samples_share_their_facts_and_the_others_do_not():
    facts = {}
    for path in sorted(SAMPLES.glob("*.txt")):
        text = path.read_text("utf-8")
        residue = find_residue(text)
        facts[path.stem] = {
            f.normalised
            for f in find_facts(text)
            if f.kind != "quote" and not any(r.start <= f.start < r.end for r in residue)
        }
    contained = {
        (a, b): len(facts[a] & facts[b]) / min(len(facts[a]), len(facts[b]))
        for a, b in combinations(facts, 2)
    }
    assert contained.pop(("000", "001")) >= 0.9
    assert max(contained.values()) <= 0.5


_PIECES = st.sampled_from(
    [
        "1,000",
        "km",
        "sq",
        "killed",
        "$",
        "£",
        "5m",
        "%",
        "three",
        "hundred",
        "and",
        "two-thirds",
        "May",
        "March",
        "Friday",
        "last",
        "24",
        "2022",
        "-",
        "/",
        ":",
        ".",
        ",",
        "to",
        "North",
        "Korean",
        "US",
        "Smith",
        "“",
        "”",
        "‘",
        "’",
        "\n",
        "é",
        "😀",
    ]
)


@given(
    st.lists(_PIECES, max_size=30).map(" ".join)
    | st.lists(_PIECES, max_size=12).map("".join)
    | st.text(max_size=200)
)
def test_facts_slice_back_in_order(text):
    facts = find_facts(text)
    assert all(text[f.start : f.end] == f.text and f.normalised for f in facts)
    assert [f.start for f in facts] == sorted(f.start for f in facts)


@given(st.data())
def test_facts_of_an_edited_text_slice_back(data):
    text = "Final week 1,000 troopers left the Moscow space for 3 months, the BBC mentioned."
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    edits = [
        Edit(a, b, text[a:b], data.draw(st.sampled_from(["", "two", "5 km", "last week"])))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    assert all(text[f.start : f.end] == f.text for f in find_facts(text, edits))
