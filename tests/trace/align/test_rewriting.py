"""How a sentence was rewritten: the operations lead from the one to the other, and the level says how far."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.documents.model import Document
from forensics.trace.align.rewriting import level, rewriting
from forensics.trace.align.word_links import link
from forensics.trace.extract.prepare import prepare


@dataclass(frozen=True, slots=True)
class GivenKnowledge:
    """Knowledge from plain mappings: empty ones know nothing, and every word tells as much as any other."""

    links: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    rarities: Mapping[str, float] = field(default_factory=dict)
    otherwise: float = 6.0

    def related(self, word: str) -> Mapping[str, float]:
        """See `Knowledge.related`."""
        return self.links.get(word, {})

    def rarity(self, word: str) -> float:
        """See `Knowledge.rarity`."""
        return self.rarities.get(word, self.otherwise)


KNOWN = GivenKnowledge({"blaze": {"fire": 0.8}, "big": {"large": 0.8}, "workers": {"employees": 0.8}})
WORDS = st.lists(
    st.sampled_from("the a fire blaze large big town burned employees workers near of and river".split()),
    min_size=1,
    max_size=12,
)


def _rewriting(a, b, knowledge=KNOWN):
    one, two = prepare(Document("a", a)), prepare(Document("b", b))
    return rewriting(one, two, link(one, two, knowledge), range(len(one.words)), range(len(two.words)))


@given(WORDS, WORDS)
@settings(max_examples=60, deadline=None)
def test_the_operations_hold_every_word_of_both_sides(a, b):
    how = _rewriting(" ".join(a), " ".join(b))
    assert " ".join(op.a for op in how.ops if op.a).split() == a
    assert sorted(" ".join(op.b for op in how.ops if op.b).split()) == sorted(b)
    assert all(op.a == op.b for op in how.ops if op.op == "equal")


def test_a_synonym_in_the_same_slot_is_a_substitution():
    how = _rewriting("The large fire burned the town.", "The big blaze burned the town.")
    assert [(op.a, op.b) for op in how.ops if op.op == "substitute"] == [("large", "big"), ("fire", "blaze")]
    assert how.linked == 2


def test_a_word_that_changed_its_place_is_a_move():
    how = _rewriting("Yesterday the fire burned in the old town", "The fire burned in the old town yesterday")
    assert ("move", "Yesterday", "yesterday") in [(op.op, op.a, op.b) for op in how.ops]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The fire burned the whole town down.", "The fire burned the whole town down.", "verbatim"),
        (
            "The fires burned the whole towns down quickly.",
            "The fire burned quickly the whole town down.",
            "minor",
        ),
        (
            "A large fire hurt ten employees in the town.",
            "A big blaze hurt ten workers in the village.",
            "spun",
        ),
        (
            "A fire hurt ten people there.",
            "Ten people, most of whom had been asleep in the upper floors of the building, were hurt there, two of"
            " them badly, when a fire broke out in the kitchen of the restaurant.",
            "summarised",
        ),
    ],
)
def test_the_level_says_how_far_a_sentence_was_rewritten(a, b, expected):
    assert level(_rewriting(a, b), 0.5, 0) == expected
