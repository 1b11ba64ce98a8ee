"""Texts that we spin ourselves are spun the same every time, and every substitution in them is known."""

import hashlib
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.texts.places import SAMPLES
from bench.texts.spinner import Dice, Habits, moved, spin
from bench.texts.vocabularies import Table, pair_table

NEWS = (SAMPLES / "000.txt").read_text("utf-8")
SMALL = Table(
    [("large", "big", 1.0), ("vast", "big", 1.0), ("on the way", "coming", 1.0), ("stated", "said", 2.0)]
)

inflecting = pytest.mark.skipif(find_spec("lemminflect") is None, reason="the extra bench is not installed")


@pytest.fixture(scope="module", params=["pairs", pytest.param("wordnet", marks=inflecting)])
def spinner(request):
    """Return a function that spins NEWS with a seed, as each kind of spinner does, with options."""
    if request.param == "pairs":
        known = pair_table()
        return lambda seed=1, share=0.9, **options: spin(NEWS, known, share, seed, **options)
    from bench.texts.vocabularies import thesaurus

    return lambda seed=1, share=0.9, **options: spin(
        NEWS, thesaurus("wordnet"), share, seed, manner=Dice, **options
    )


def test_what_was_made_stands_where_it_is_said_to_and_undoing_it_gives_the_text_back(spinner):
    text, gold = spinner()
    assert len(gold) > 30
    for one in reversed(gold):
        assert text[one.start : one.end] == one.observed
        assert NEWS[one.original_start : one.original_end] == one.original
        text = text[: one.start] + one.original + text[one.end :]
    assert text == NEWS


def test_a_seed_gives_the_same_text_and_another_seed_another(spinner):
    assert spinner(1) == spinner(1)
    assert spinner(1) != spinner(2)


def test_a_larger_share_replaces_more_and_none_nothing(spinner):
    assert spinner(share=0.0) == (NEWS, [])
    assert len(spinner(share=0.3)[1]) < len(spinner(share=0.95)[1])


def test_only_the_spans_asked_for_are_spun(spinner):
    spans = [(0, 300), (900, 1200)]
    _, gold = spinner(spans=spans)
    assert gold
    assert all(any(a <= one.original_start and one.original_end <= b for a, b in spans) for one in gold)


def test_an_offset_is_led_to_where_the_same_character_stands(spinner):
    text, gold = spinner()
    replaced = {k for one in gold for k in range(one.original_start, one.original_end)}
    kept = [k for k in range(len(NEWS)) if k not in replaced]
    assert all(text[moved(k, gold)] == NEWS[k] for k in kept)


@pytest.mark.parametrize(
    ("manner", "digest"),
    [("pairs", "e1fc07cd22fccc0b"), pytest.param("moby", "1118de13e0d4ba1e", marks=inflecting)],
)
def test_the_texts_behind_the_published_figures_are_still_made(manner, digest):
    if manner == "pairs":
        made = [spin(NEWS, pair_table(), 0.9, seed)[0] for seed in range(5)]
    else:
        from bench.texts.vocabularies import thesaurus

        made = [spin(NEWS, thesaurus("moby"), 0.8, seed, manner=Dice)[0] for seed in range(5)]
    assert hashlib.sha256("\0".join(made).encode()).hexdigest()[:16] == digest


def test_habits_keep_to_one_word_and_dice_throw_anew():
    text = "A big dog. " * 200
    habitual = [g.observed for g in spin(text, SMALL, 1.0, 3)[1]]
    thrown = [g.observed for g in spin(text, SMALL, 1.0, 3, manner=Dice)[1]]
    assert max(habitual.count(w) for w in ("large", "vast")) > 0.85 * len(habitual)
    assert max(thrown.count(w) for w in ("large", "vast")) < 0.65 * len(thrown)


def test_capitals_go_over_and_phrases_stand_for_words():
    spun = {spin("COMING soon. Coming soon.", SMALL, 1.0, seed)[0] for seed in range(20)}
    assert "ON THE WAY soon. On the way soon." in spun


@given(text=st.text(alphabet="big Big said coming. \n’é", max_size=80), seed=st.integers(0, 5))
@settings(max_examples=200, deadline=None)
@pytest.mark.parametrize("manner", [Habits, Dice])
def test_any_text_is_given_back_by_undoing(manner, text, seed):
    made, gold = spin(text, SMALL, 0.9, seed, manner=manner)
    for one in reversed(gold):
        made = made[: one.start] + one.original + made[one.end :]
    assert made == text
