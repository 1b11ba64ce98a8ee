from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forensics import lexicon
from forensics.documents.model import Document
from forensics.lexicon import UserPair
from forensics.spin.channel.screen import FEW_WORDS, screen
from forensics.spin.detect import detect
from forensics.text.edits import Edit, apply

from .texts import GERMAN, INNOCENT, NEWS, SPUN, UNJUDGED

SAMPLES = Path(__file__).parent.parent.parent / "samples"


@pytest.fixture(scope="module")
def english():
    return lexicon.load()


@pytest.fixture(scope="module")
def sample(english):
    return detect(Document("001", (SAMPLES / "001.txt").read_text("utf-8")), english)


NOT_JUDGED = {
    "sonnet": "verse",
    "french": "other_language",
    "code": "code",
    "nothing": "nothing_to_read",
}


@pytest.mark.parametrize("name", sorted(INNOCENT))
def test_a_text_that_somebody_wrote_is_not_called_spun(english, name):
    found = detect(Document(name, INNOCENT[name]), english)
    assert found.verdict == ("not_assessed" if name in NOT_JUDGED else "clean")
    assert found.reason == NOT_JUDGED.get(name)
    assert len(found.substitutions) <= max(1, 0.004 * found.words)
    assert found.restored is None


@pytest.mark.parametrize(("text", "reason"), sorted(UNJUDGED.items()))
def test_what_cannot_be_judged_is_not_called_clean(english, text, reason):
    found = detect(Document("other", text), english)
    assert (found.verdict, found.reason) == ("not_assessed", reason)
    assert found.substitutions == ()
    assert found.score == detect(Document("nothing", ""), english).score


def test_short_sentences_in_another_script_are_not_read(english):
    found = detect(Document("short", "خبر اليوم. مدينة كبيرة.\n" * 30), english)
    assert (found.verdict, found.words, found.read) == ("not_assessed", 0, 0.0)


def test_of_a_text_in_two_languages_the_english_is_judged_and_its_share_told(english):
    found = detect(Document("mixed", GERMAN + "\n" + NEWS), english)
    assert found.verdict == "clean"
    assert 0.6 < found.read < 0.8
    assert any(f"{found.read:.0%} of the text" in limit for limit in found.limits)
    assert detect(Document("mixed", GERMAN + "\n" + SPUN), english).verdict == "spun"


def test_where_little_was_read_it_may_be_called_spun_but_not_clean(english):
    assert detect(Document("mixed", (GERMAN + "\n") * 6 + NEWS), english).reason == "little_was_read"
    assert detect(Document("mixed", (GERMAN + "\n") * 6 + SPUN), english).verdict == "spun"


@pytest.mark.parametrize("name", ["000.txt", "002.txt", "003.txt", "004.txt"])
def test_a_rewritten_sample_is_not_called_spun(english, name):
    found = detect(Document(name, (SAMPLES / name).read_text("utf-8")), english)
    assert found.verdict == "clean"
    assert found.density <= 4


def test_the_spun_sample_is_called_spun_and_its_family_named(sample):
    assert sample.verdict == "spun"
    assert sample.score > 0.95
    assert sample.family is not None
    assert sample.family.name == "autoblog"


def test_a_spun_text_is_told_from_its_original(english):
    spun = detect(Document("spun", SPUN), english)
    assert spun.verdict == "spun"
    assert detect(Document("original", NEWS), english).verdict == "clean"
    assert {(s.observed, s.original) for s in spun.substitutions} >= {
        ("instructed", "told"),
        ("courtroom", "court"),
    }


def test_every_offset_slices_back_to_what_it_names_and_none_overlap(sample):
    text = (SAMPLES / "001.txt").read_text("utf-8")
    at = 0
    for s in sample.substitutions:
        assert text[s.start : s.end] == s.observed
        assert s.start >= at
        at = s.end


def test_the_restored_text_is_the_text_with_the_substitutions_undone(sample):
    text = (SAMPLES / "001.txt").read_text("utf-8")
    edits = [Edit(s.start, s.end, s.observed, s.original) for s in sample.substitutions]
    assert sample.restored == apply(text, edits)


def test_case_and_inflection_are_carried_over(sample):
    found = {s.observed: s.original for s in sample.substitutions}
    assert found["Final"] == "Last"
    assert found["Occasions"] == "Times"
    assert found["greater than"] == "more than"


def test_every_claim_has_evidence_with_weights_and_a_probability(sample):
    for s in sample.substitutions:
        assert {e.kind for e in s.evidence} & {"lexicon", "thesaurus"}
        assert "language_model" in {e.kind for e in s.evidence}
        assert 0.5 <= s.confidence <= 1
        assert s.original not in s.alternatives
        assert s.original.lower() != s.observed.lower()


def test_the_same_text_gives_the_same_result(english, sample):
    again = detect(Document("001", (SAMPLES / "001.txt").read_text("utf-8")), english)
    assert again == sample


def test_a_few_words_are_never_called_spun(english):
    text = "Final week officers instructed the BBC that troopers had been despatched."
    found = detect(Document("short", text), english)
    assert (found.verdict, found.reason) == ("not_assessed", "too_short")
    assert found.score < 0.35
    assert any("too short" in limit for limit in found.limits)


def test_what_was_not_read_is_said(english):
    found = detect(Document("mixed", INNOCENT["french"] + "\n" + NEWS), english)
    assert any("another language" in limit for limit in found.limits)


def test_names_and_foreign_words_are_left_alone(english):
    found = detect(Document("mixed", SPUN + "\n" + INNOCENT["french"]), english)
    assert all(s.end <= len(SPUN) for s in found.substitutions)


def test_a_users_pair_is_used_and_named_in_the_evidence():
    known = lexicon.load(pairs=[UserPair("gathering", "session", 40, "mine.tsv")])
    found = detect(Document("spun", SPUN), known)
    (flag,) = [s for s in found.substitutions if s.observed == "gathering"]
    assert (
        any(e.kind == "lexicon" and "mine.tsv" in e.detail for e in flag.evidence)
        or "session" in flag.alternatives
    )


def test_a_users_lexicon_that_is_called_like_a_family_does_not_change_the_family(english):
    theirs = detect(Document("spun", SPUN), english)
    pairs = [UserPair(s.observed, s.original, 1000, "chemical-news.tsv") for s in theirs.substitutions]
    found = detect(Document("spun", SPUN), lexicon.load(pairs=pairs))
    assert any("chemical-news.tsv" in s.evidence[0].detail for s in found.substitutions)
    assert found.family is not None
    assert theirs.family is not None
    assert found.family.name == theirs.family.name == "autoblog"


def test_a_copy_of_the_text_is_as_spun_as_the_text(english):
    assert screen(Document("twice", SPUN + "\n\n" + SPUN), english) > 0.8
    assert screen(Document("twice", NEWS + "\n\n" + NEWS), english) < 0.2


def test_a_spun_text_cut_short_is_not_judged(english):
    words = SPUN.split()[: FEW_WORDS // 3]
    assert detect(Document("cut", " ".join(words)), english).verdict == "not_assessed"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*SPUN.split(), "\x1b[31m", "<b>", "“", "\u202e", "'s"])).map(" ".join)
)
def test_any_text_is_read_without_complaint(english, text):
    found = detect(Document("any", text), english)
    assert 0 <= found.score <= 1
    assert all(text[s.start : s.end] == s.observed for s in found.substitutions)
