"""Small twins of the floors that need data from outside: the same questions, put to texts of our own, anywhere.

They tell that something broke, not how good it is: a place more or less is three points. The figures in docs/ are those
of the floors themselves.
"""

from itertools import combinations
from pathlib import Path

import pytest

from forensics import Document, lexicon, trace
from forensics.index.temporary import TemporaryIndex
from forensics.lexicon.relations import shipped
from forensics.spin.detect import detect
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare
from tests.quality.our_texts import ANSWER, COPIED, FREE, PARAGRAPHS
from tests.spin.texts import INNOCENT, NEWS, SPUN

TRACE = Path(__file__).parents[1] / "trace"
EVENTS = {
    f"{path.parent.name}/{path.name}": path.read_text("utf-8")
    for path in sorted(TRACE.rglob("events/*/*.txt"))
}
FIRE, WRECK = EVENTS["tank_fire/0.txt"], EVENTS["shipwreck/1.txt"]
REWRITTEN = {name: (TRACE / "rewrites" / f"{name}.txt").read_text("utf-8") for name in ("spun", "sibling")}

# What was replaced in tests/spin/texts.SPUN, in its order, and what stood there.
REPLACED = """shut=close city=town corridor=hall officers=officials stated=said yr=year exterior=outside instructed=told
might=would struggle=fight choice=decision courtroom=court we've=we_have utilizing=using stated=said among=of
chief=leader stated=said however=but cash=money closing=final choice=decision anticipated=expected
the_federal_government=the_government a_lot=much every=each space=area will_get=gets final=last yr=year city=town
acquired=received lower=less requested=asked greater=more have_been=were misplaced=lost known_as=called
gathering=meeting subsequent=next"""


def replaced():
    """Yield (start, end, original) of what was replaced in SPUN."""
    at = 0
    for pair in REPLACED.split():
        observed, original = pair.replace("_", " ").split("=")
        at = SPUN.replace("\n", " ").lower().index(observed, at)
        yield at, at + len(observed), original
        at += len(observed)


def test_a_spun_text_is_read_at_least_as_well_as_before():
    found = detect(Document("spun", SPUN), lexicon.load()).substitutions
    gold = list(replaced())
    right = [f for f in found if any(f.start < end and start < f.end for start, end, _ in gold)]
    caught = [(g, f) for g in gold for f in found if f.start < g[1] and g[0] < f.end]
    restored = [f for (_, _, original), f in caught if original in f.original.lower()]
    assert len(right) / len(found) >= 0.97
    assert len({g for g, _ in caught}) / len(gold) >= 0.89
    assert len(restored) / len(caught) >= 0.91


def test_what_people_wrote_is_not_accused():
    texts = {**INNOCENT, **EVENTS, **COPIED, "answer": ANSWER, "free": "\n\n".join(FREE), "news": NEWS}
    texts |= {
        f"paper{k}": "\n\n".join(paragraphs) for k, paragraphs in enumerate(zip(*PARAGRAPHS, strict=True))
    }
    english = lexicon.load()
    found = [detect(Document(name, text), english) for name, text in texts.items()]
    assert sum(f.words for f in found) > 3000
    assert {f.verdict for f in found} == {"clean", "not_assessed"}
    unread = {f.id for f in found if f.verdict == "not_assessed"}
    assert unread == {"sonnet", "french", "code", "nothing"}, "what is prose of today is judged"
    assert (
        max(f.score for f in found) <= 0.45
    )  # scripture, which holds one old form and no more; suspect begins at .5
    assert sum(len(f.substitutions) for f in found) <= 0.001 * sum(f.words for f in found)


# Which sentence tells which, judged by hand; all three are of one sentence a paragraph.
@pytest.mark.parametrize(
    ("a", "b", "gold"),
    [
        ("spun", "first", "00 11 22 33 44 55 66 77 89"),
        ("sibling", "first", "00 11 22 33 44 56 67 78 89"),
        ("sibling", "spun", "00 11 22 33 44 56 67 88"),
    ],
)
def test_sentences_are_aligned_as_judged_by_hand(a, b, gold):
    texts = {**REWRITTEN, "first": FIRE}
    found = {
        (i, j)
        for one in compare_pair(*(prepare(Document(n, texts[n])) for n in (a, b)), shipped()).aligned
        for i in range(one.bead.i, one.bead.i + one.bead.di)
        for j in range(one.bead.j, one.bead.j + one.bead.dj)
    }
    expected = {(int(i), int(j)) for i, j in gold.split()}
    assert 2 * len(found & expected) / (len(found) + len(expected)) >= 0.93


def chance(a, b):
    """Return the chance that two texts depend on each other, whatever relation is named."""
    (verdict,) = trace(Document("a", a), against=[Document("b", b)]).result.verdicts
    return verdict.chance_dependent


def test_pasted_and_revised_answers_stand_apart_from_those_written_freely():
    copied = [*(chance(text, ANSWER) for text in COPIED.values()), chance(REWRITTEN["spun"], FIRE)]
    free = [chance(text, ANSWER) for text in FREE] + [chance(*FREE)]
    free += [chance(*pair) for name in ("tank_fire", "shipwreck") for pair in reports(name)]
    assert len(free) > 40
    assert min(copied) >= 0.9
    assert max(free) <= 0.2


def reports(event):
    return combinations([text for name, text in EVENTS.items() if name.startswith(event)], 2)


@pytest.mark.parametrize("kind", ["as it stands", "spun"])
def test_passages_are_found_as_they_stand_and_spun(kind):
    passage = "\n\n".join((FIRE if kind == "as it stands" else REWRITTEN["spun"]).split("\n\n")[2:6])
    before, behind = WRECK.split("\n\n")[:2], WRECK.split("\n\n")[2:]
    text = "\n\n".join([*before, passage, *behind])
    start = text.index(passage)
    a = prepare(Document("a", text))
    found = {
        at
        for one in compare_pair(a, prepare(Document("b", FIRE)), shipped()).aligned
        for at in range(a.words[one.words_a.start].start, a.words[one.words_a.stop - 1].end)
    }
    there = set(range(start, start + len(passage)))
    assert len(found & there) / len(found) >= 0.95
    assert len(found & there) / len(there) >= 0.9


def test_rewritten_paragraphs_lead_to_their_source():
    with TemporaryIndex(shipped()) as index:
        index.add(Document(str(n), source) for n, (source, _) in enumerate(PARAGRAPHS))
        index.add(Document(name, text) for name, text in {**EVENTS, **INNOCENT, **COPIED}.items())
        led = [index.leaders(Document("asking", text), 2) for _, text in PARAGRAPHS]
    assert [first.document.id for first, _ in led] == [str(n) for n in range(len(PARAGRAPHS))]
    assert all(first.score >= 4 * second.score for first, second in led)
