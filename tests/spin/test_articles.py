"""A restored word has the article that it asks for."""

import pytest

from forensics.spin.articles import with_articles
from forensics.spin.result import Substitution
from forensics.text.edits import Edit, apply


def substitution(text, observed, original, *others):
    start = text.index(observed)
    return Substitution(
        start=start,
        end=start + len(observed),
        observed=observed,
        original=original,
        alternatives=others,
        confidence=0.9,
        evidence=(),
        probability_replaced=0.9,
        probability_original=0.8,
    )


def restored(text, *found):
    mended = with_articles(text, found)
    assert all(text[one.start : one.end] == one.observed for one in mended)
    return apply(text, [Edit(one.start, one.end, one.observed, one.original) for one in mended])


@pytest.mark.parametrize(
    ("text", "observed", "original", "wanted"),
    [
        ("It was an assault on us.", "assault", "raid", "It was a raid on us."),
        ("A gift came.", "gift", "offering", "An offering came."),
        ("He had a  further plan.", "further", "extra", "He had an  extra plan."),
        ("She is a particular person.", "particular", "honest", "She is an honest person."),
        ("He saw a boat.", "boat", "ship", "He saw a ship."),
        ("The assault came.", "assault", "raid", "The raid came."),
        ("Plan a assault.", "assault", "raid", "Plan a raid."),
        ("He met an MP there.", "MP", "lawmaker", "He met an lawmaker there."),
        ("Vitamin-a assaults.", "assaults", "attacks", "Vitamin-a attacks."),
        ("We have a {|big} plan.", "{|big}", "", "We have a  plan."),
    ],
)
def test_the_article_before_a_restored_word_is_mended_where_it_suited_what_was_replaced(
    text, observed, original, wanted
):
    assert restored(text, substitution(text, observed, original)) == wanted


def test_alternatives_have_their_own_article():
    text = "It was an assault."
    (one,) = with_articles(text, [substitution(text, "assault", "raid", "attack", "strike")])
    assert one.alternatives == ("an attack", "a strike")


def test_an_article_that_another_substitution_touches_is_left_to_it():
    text = "such an assault"
    first, second = substitution(text, "such an", "one"), substitution(text, "assault", "raid")
    assert with_articles(text, [first, second]) == (first, second)
