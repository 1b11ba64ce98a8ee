"""With synonyms folded, an original and its spun copy meet; unrelated texts still do not."""

import random
from importlib.resources import files

import pytest

from forensics.documents.model import Document
from forensics.lexicon.pairs import merged, shipped
from forensics.text.synonyms import SynonymFold
from tests.dedupe.making import run

SAMPLES = ["000", "002", "003", "004"]


@pytest.fixture(scope="module")
def written_for():
    lines = (files("forensics.lexicon") / "data" / "pairs.tsv").read_text("utf-8").splitlines(keepends=True)
    found: dict[str, list[str]] = {}
    for pairs in merged(shipped(lines)).values():
        for pair in pairs:
            if len(pair.original) == 1:
                found.setdefault(pair.original[0], []).append(" ".join(pair.observed))
    return found


@pytest.fixture(scope="module")
def originals(request):
    folder = request.config.rootpath / "samples"
    return [Document(name, (folder / f"{name}.txt").read_text("utf-8")) for name in SAMPLES]


def spin(text: str, written_for: dict[str, list[str]], seed: int) -> str:
    draw = random.Random(seed)
    words = text.split()
    return " ".join(
        draw.choice(written_for[word.lower()])
        if word.lower() in written_for and draw.random() < 0.6
        else word
        for word in words
    )


def test_a_spun_copy_is_named_only_with_the_fold(originals, written_for):
    copies = [Document(f"{one.id}-spun", spin(one.text, written_for, n)) for n, one in enumerate(originals)]
    assert not run(originals + copies).pairs
    pairs = run(originals + copies, fold="spin").pairs
    assert {(pair.a, pair.b, pair.relation) for pair in pairs} == {
        (one.id, f"{one.id}-spun", "spun") for one in originals
    }


def test_texts_of_their_own_stay_apart_and_copies_keep_their_relation(originals):
    copy = Document("copy", originals[0].text)
    shouted = Document("shouted", originals[1].text.upper())
    pairs = run([*originals, copy, shouted], fold="spin").pairs
    assert {(pair.a, pair.b, pair.relation) for pair in pairs} == {
        ("000", "copy", "exact"),
        ("002", "shouted", "near"),
    }


def test_the_fold_goes_by_the_pairs_it_is_given():
    fold = SynonymFold(
        [(("front", "door"), ("entrance",), 1), (("large",), ("big",), 5), (("however",), ("but",), 9)]
    )
    assert (
        fold.fold("However, the LARGE front door!")
        == fold.fold("but a big entrance")
        == fold.fold("big entrances")
    )
    assert fold.fold("small entrance") != fold.fold("big entrance")


def test_a_class_of_synonyms_stays_small():
    chain = [((f"word{i}a",), (f"word{i + 1}a",), 1.0) for i in range(40)]
    fold = SynonymFold(chain)
    assert fold.fold("word0a") != fold.fold("word40a")
    assert len({fold.fold(f"word{i}a") for i in range(41)}) >= 41 // 12
