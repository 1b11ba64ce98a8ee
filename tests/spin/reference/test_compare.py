import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.spin.reference.compare import compare, side_by_side
from forensics.spin.reference.verdict import ReferenceWeights, judge, shipped_reference_weights

ORIGINAL = """Keepers of the old lighthouse told reporters on Monday that 40 ships had passed the cape in May.

They were not able to say where the missing boat had gone, because the big storm hid the coast for three days.
A new harbour master will come up with a plan to avoid more losses. "We need help," said Anna Berg.

The town paid more than 2,000 crowns for lamps, and many people think the price was fair.
Nobody has seen the boat since. The search goes on along the northern shore."""

SPUN = """Keepers of the previous lighthouse instructed reporters on Monday that 40 ships had handed the cape
in May.

They weren't in a position to say the place the lacking boat had gone, as a result of the massive storm hid
the coast for 3 days. A brand new harbour grasp will provide you with a plan to keep away from extra losses.
"We want assist," stated Anna Berg.

The city paid greater than 2,000 crowns for lamps, and lots of people assume the worth was honest.
No one has seen the boat since. The search goes on alongside the northern shore."""

UNRELATED = """Bake the flour with butter until golden. Whisk eggs, sugar and cream; fold gently, then
chill overnight. Serve slices beside stewed plums and a spoonful of thick yoghurt."""


@pytest.fixture(scope="module")
def lexicon():
    return lexicons.load()


def held(text, original, lexicon=None, **options):
    return compare(Document("text", text), Document("original", original), lexicon, **options)


def replaced(result):
    return {(s.observed, s.original) for s in result.substitutions}


def test_every_substitution_is_read_off_the_original(lexicon):
    found = replaced(held(SPUN, ORIGINAL, lexicon))
    expected = {("instructed", "told"), ("handed", "passed"), ("the place", "where"), ("lacking", "missing"),
                ("massive", "big"), ("stated", "said"), ("keep away from", "avoid"), ("worth", "price"),
                ("honest", "fair"), ("assist", "help"), ("want", "need")}  # fmt: skip
    assert expected <= found
    assert any(observed.startswith("provide you") for observed, _ in found)


def test_what_a_substitution_names_stands_at_its_offsets(lexicon):
    result = held(SPUN, ORIGINAL, lexicon)
    assert all(SPUN[s.start : s.end] == s.observed for s in result.substitutions)
    ends = [0, *(s.end for s in result.substitutions)]
    assert all(s.start >= end for s, end in zip(result.substitutions, ends, strict=False))
    for change in result.comparison.changes:
        assert 0 <= change.start <= change.end <= len(SPUN)
        assert 0 <= change.original_start <= change.original_end <= len(ORIGINAL)


def test_the_reference_is_the_evidence(lexicon):
    for one in held(SPUN, ORIGINAL, lexicon).substitutions:
        assert one.evidence[0].kind == "reference"
        assert one.replacement is not None


def test_a_spun_text_is_called_spun_and_one_that_an_editor_corrected_is_not(lexicon):
    assert held(SPUN, ORIGINAL, lexicon).verdict == "spun"
    corrected = ORIGINAL.replace("40 ships", "43 ships").replace("town", "city").replace("harbour", "harbor")
    corrected = (
        corrected.replace("Nobody has seen the boat since. ", "")
        + " Divers from the capital joined it on Friday."
    )
    assert held(corrected, ORIGINAL, lexicon).verdict == "clean"


def test_the_original_held_against_its_spun_copy_is_not_accused(lexicon):
    result = held(ORIGINAL, SPUN, lexicon)
    assert result.verdict != "spun"
    assert any("wrong order" in limit for limit in result.comparison.limits)


def test_a_text_held_against_itself_is_clean_and_nothing_changed(lexicon):
    result = held(ORIGINAL, ORIGINAL, lexicon)
    assert (result.verdict, result.score, result.substitutions, result.restored) == ("clean", 0.0, (), None)
    assert result.comparison.relation == "identical"
    assert result.comparison.changes == ()


def test_an_unrelated_text_gives_no_substitution_and_says_why(lexicon):
    result = held(SPUN, UNRELATED, lexicon)
    assert (result.verdict, result.substitutions, result.comparison.changes) == ("clean", (), ())
    assert "no word is taken" in result.comparison.limits[0]


def test_two_rewritings_of_one_source_are_siblings_and_surer_of_nothing(lexicon):
    retold = """Keepers of the lighthouse said on Monday that 40 ships had passed in May. Where the missing boat
had gone is unclear, as a storm hid the coast. The town paid over 2,000 crowns for lamps. Nobody saw the boat."""
    result = held(SPUN, retold, lexicon, sibling=True)
    assert result.comparison.relation == "sibling"
    assert result.comparison.limits
    assert {one.evidence[0].kind for one in result.substitutions} <= {"sibling"}
    assert all(one.confidence < 0.9 for one in result.substitutions)


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("number", "40 ships", "14 ships"),
        ("number", "2,000 crowns", "20,000 crowns"),
        ("date", "on Monday", "on Friday"),
        ("date", "in May", "in June"),
        ("negation", "were not able", "were able"),
        ("name", "Anna Berg", "Anna Dahl"),
    ],
)
def test_a_fact_that_changed_is_called_out(kind, before, after):
    text = ORIGINAL.replace(before, after)
    facts = held(text, ORIGINAL).comparison.facts_changed
    assert [fact.kind for fact in facts] == [kind]
    fact = facts[0]
    assert text[fact.start : fact.end] == fact.observed
    assert ORIGINAL[fact.original_start : fact.original_end] == fact.original


@pytest.mark.parametrize(
    ("before", "after"),
    [("three days", "3 days"), ("were not able", "weren't able"), ("2,000", "2000"), ("Nobody", "No one")],
)
def test_a_fact_said_in_other_words_is_no_changed_fact(before, after):
    assert held(ORIGINAL.replace(before, after), ORIGINAL).comparison.facts_changed == ()


def test_a_moved_paragraph_is_a_move(lexicon):
    first, *rest = SPUN.split("\n\n")
    result = held("\n\n".join([*rest, first]), ORIGINAL, lexicon)
    moves = [c for c in result.comparison.changes if c.op == "move"]
    assert len(moves) == 1
    assert ("instructed", "told") in replaced(result)


def test_insertions_and_deletions_are_named_with_their_place():
    text = ORIGINAL.replace("the big storm", "the storm").replace("will come", "will surely come")
    changes = [(c.op, text[c.start : c.end], ORIGINAL[c.original_start : c.original_end])
               for c in held(text, ORIGINAL).comparison.changes]  # fmt: skip
    assert ("delete", "", "big") in changes
    assert ("insert", "surely", "") in changes


def test_spelling_and_inflection_are_told_from_synonyms(lexicon):
    text = (
        ORIGINAL.replace("harbour", "harbor")
        .replace("goes on", "going on")
        .replace("big storm", "large storm")
    )
    classes = {(s.observed, s.replacement) for s in held(text, ORIGINAL, lexicon).substitutions}
    assert classes == {("harbor", "spelling"), ("going", "inflection"), ("large", "synonym")}


def test_it_works_without_a_lexicon():
    assert {("instructed", "told"), ("stated", "said")} <= replaced(held(SPUN, ORIGINAL))


@given(st.lists(st.sampled_from(["told", "big", "missing", "price", "fair", "town", "search"]), unique=True))
@settings(max_examples=30, deadline=None)
def test_restoring_planted_substitutions_gives_the_original_back(planted):
    text = ORIGINAL
    for word in planted:
        text = re.sub(rf"\b{word}\b", "zebra", text)
    result = held(text, ORIGINAL)
    assert (result.restored or text) == ORIGINAL


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_comparison(text, original):
    result = held(text, original)
    assert 0 <= result.score <= 1
    assert all(text[s.start : s.end] == s.observed for s in result.substitutions)


def gold_original(root: Path) -> tuple[str, str]:
    """Return samples/001.txt, and the text with its gold substitutions undone."""
    table = root.parent / "shared" / "data" / "spin" / "gold_001.tsv"
    if not table.exists():
        pytest.skip(f"{table} is not here")
    text = (root / "samples" / "001.txt").read_text("utf-8")
    starts = [m.start() for m in re.finditer(r"[^\n]+", text)]
    spans = []
    for row in table.read_text("utf-8").splitlines()[1:]:
        line, observed, originals, certainty = row.split("\t")
        phrase, _, count = observed.partition(" #")
        begin = starts[int(line) - 1]
        pattern = re.compile(rf"(?<!\w){re.escape(phrase).replace(chr(39), '[’' + chr(39) + ']')}(?!\w)")
        found = list(pattern.finditer(text, begin))[int(count or 1) - 1]
        spans.append((found.start(), found.end(), originals.split("|")[0], certainty))
    original = text
    for start, end, stood, _ in sorted(spans, reverse=True):
        original = original[:start] + stood + original[end:]
    return text, original


def test_the_gold_substitutions_of_the_sample_are_found_again(lexicon):
    root = Path(__file__).parents[3]
    text, original = gold_original(root)
    result = held(text, original, lexicon)
    assert result.verdict == "spun"
    assert result.restored is not None
    # Everything is undone but for how a few words are joined.
    assert result.restored.split() == original.split()


WORDS = st.lists(
    st.sampled_from(
        "the a new brand more than greater front entrance line told instructed where place big".split()
    ),
    max_size=25,
)


@given(WORDS, WORDS)
@settings(max_examples=80, deadline=None)
def test_no_two_substitutions_overlap(lexicon, observed, original):
    text = " ".join(observed)
    found = held(text, " ".join(original), lexicon, sibling=False).substitutions
    ends = [0, *(s.end for s in found)]
    assert all(s.start >= end for s, end in zip(found, ends, strict=False))
    assert all(text[s.start : s.end] == s.observed for s in found)


def test_whoever_fits_weights_can_have_the_changes_judged_with_them(lexicon):
    shipped = shipped_reference_weights()
    assert held(SPUN, ORIGINAL, lexicon) == held(SPUN, ORIGINAL, lexicon, weights=shipped)
    assert held(SPUN, ORIGINAL, lexicon).verdict == "spun"
    trusting = ReferenceWeights(-1000.0, shipped.measures)
    assert held(SPUN, ORIGINAL, lexicon, weights=trusting).verdict == "clean"


def test_the_score_is_that_of_what_the_two_sides_measure(lexicon):
    sides = side_by_side(Document("text", SPUN), Document("original", ORIGINAL), lexicon)
    result = held(SPUN, ORIGINAL, lexicon)
    assert judge(sides.measured) == (result.verdict, result.score)
    assert sides.substitutions == result.substitutions
