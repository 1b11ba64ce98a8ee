"""Passages whose words were moved about are one, and reach as far as their words return."""

import random

from forensics.documents.model import Document
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare
from tests.trace.align.given import IGNORANT

SOURCE = (
    "The lighthouse keeper counted the herring boats before dawn and wrote their names into a leather ledger. Gulls "
    "followed the trawler past the breakwater while the harbour master shouted orders through a brass trumpet. A "
    "widow sold smoked mackerel and barley bread from a painted barrow beside the customs house."
)
AROUND_A = (
    "Accountants in the capital argued about pension forms for the whole of an afternoon. Nobody agreed on interest "
    "rates, and the minister postponed another vote on taxes until the committee could meet."
)
AROUND_B = (
    "Violin lessons begin again in September for pupils of any age. Parents pay by the term, and instruments may be "
    "borrowed for a small deposit from the school's own collection."
)


def _scrambled(text, seed):
    """Return the text with the words of each four in a row in another order."""
    chance, words = random.Random(seed), text.replace(".", "").split()
    parts = [words[k : k + 4] for k in range(0, len(words), 4)]
    return " ".join(word for part in parts for word in chance.sample(part, len(part))).capitalize() + "."


def _compared(a, b):
    return compare_pair(prepare(Document("a", a)), prepare(Document("b", b)), IGNORANT)


def _hulls(found):
    passages = {}
    for one in found.aligned:
        passages.setdefault(one.passage, []).append(one)
    return [
        (
            found.a.text[found.a.words[min(o.words_a.start for o in held)].start :][:400],
            found.a.words[min(o.words_a.start for o in held)].start,
            found.a.words[max(o.words_a.stop for o in held) - 1].end,
        )
        for held in passages.values()
    ]


def test_a_scrambled_passage_is_one_and_has_its_ends():
    for seed in range(5):
        scrambled = _scrambled(SOURCE, seed)
        text = f"{AROUND_A}\n\n{scrambled}\n\n{AROUND_A[:0]}Nobody else was heard."
        hulls = _hulls(_compared(text, f"{AROUND_B}\n\n{SOURCE}\n\n{AROUND_B}"))
        assert len(hulls) == 1
        start = text.index(scrambled)
        _, low, high = hulls[0]
        assert abs(low - start) <= 30
        assert abs(high - start - len(scrambled)) <= 30


def test_a_passage_that_was_copied_as_it_stands_does_not_grow():
    text = f"{AROUND_A}\n\n{SOURCE}\n\n{AROUND_A} The keeper and a widow sold the ledger of the boats."
    hulls = _hulls(_compared(text, f"{AROUND_B}\n\n{SOURCE}\n\n{AROUND_B}"))
    assert [(low, high) for _, low, high in hulls] == [
        (text.index(SOURCE), text.index(SOURCE) + len(SOURCE) - 1)
    ]


def test_residue_ends_a_passage_whatever_its_words_are():
    scrambled = _scrambled(SOURCE, 3)
    found = _compared(
        f"{AROUND_A}\n\n{scrambled}\n\nLeave a Comment", f"{AROUND_B} {SOURCE} Leave comment a long."
    )
    (passage,) = _hulls(found)
    assert passage[2] == len(AROUND_A) + 2 + len(scrambled) - 1
    assert [r.kind for r in found.a.residue] == ["comment_form"]
