"""Every pair that is listed is true, and on small corpora every true pair is listed."""

import pytest

from forensics.dedupe.run import key_of
from forensics.documents.model import Input
from forensics.errors import UsageError
from forensics.sketch.hashing import PRIME, word_hash
from tests.dedupe.making import documents, planted, reaching, run, truth


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.7, 0.9])
def test_pairs_are_those_of_the_definition(threshold):
    docs = documents(planted(1))
    found, expected = reaching(run(docs, threshold=threshold), threshold), truth(docs, threshold)
    assert found.keys() == expected.keys()
    for pair, jaccard in found.items():
        assert jaccard == pytest.approx(expected[pair], abs=1e-4)


@pytest.mark.parametrize("threshold", [0.2, 0.6, 0.8])
def test_the_exact_join_misses_nothing(threshold):
    docs = documents(planted(2))
    found = run(docs, threshold=threshold, certify=True, num_perm=16)
    assert reaching(found, threshold).keys() == truth(docs, threshold).keys()


@pytest.mark.parametrize("length", [1, 3, 8])
def test_shingles_of_any_length_are_compared(length):
    docs = documents(planted(3, sources=25))
    found = run(docs, threshold=0.6, shingle=length, certify=True)
    assert reaching(found, 0.6).keys() == truth(docs, 0.6, length).keys()


def test_texts_without_words_match_nothing_even_their_like():
    result = run(documents(["", "", "...", "...", "a text with words in it"]))
    assert (result.documents, result.unique, len(result.pairs)) == (5, 5, 0)


def test_a_short_text_matches_its_like_and_nothing_else():
    result = run(documents(["Read more", "read more!", "read", "more", "read more about this here"]))
    assert [(pair.a, pair.b, pair.relation) for pair in result.pairs] == [("d0", "d1", "near")]


def test_the_same_text_is_exact_and_the_same_words_are_near():
    text = "A text that is long enough to have several shingles of its own"
    result = run(documents([text, text, text.upper()]))
    assert [(pair.a, pair.b, pair.relation) for pair in result.pairs] == [
        ("d0", "d1", "exact"),
        ("d0", "d2", "near"),
        ("d1", "d2", "near"),
    ]
    assert all(pair.jaccard == pair.containment == 1.0 for pair in result.pairs)


def test_a_truncated_copy_is_named_even_far_below_the_threshold():
    source = " ".join(f"word{i}" for i in range(600))
    quarter = " ".join(source.split()[:150])
    result = run(documents([source, quarter]))
    (pair,) = result.pairs
    assert (pair.relation, pair.containment) == ("contains", 1.0)
    assert pair.jaccard < 0.3
    assert not result.clusters
    assert result.unique == 2


def test_a_wrapped_copy_is_named_and_read_from_a_to_b():
    inside = " ".join(f"word{i}" for i in range(200))
    around = " ".join(f"head{i}" for i in range(150)) + " " + inside + " the end of the page"
    (pair,) = run(documents([inside, around])).pairs
    assert (pair.a, pair.b, pair.relation) == ("d0", "d1", "contained")


def test_a_common_phrase_is_no_containment():
    phrase = "all rights reserved by the publisher of this page and its partners everywhere"
    docs = documents([phrase, *(f"{phrase} " + " ".join(f"w{n}x{i}" for i in range(200)) for n in range(5))])
    assert not run(docs).pairs


@pytest.mark.parametrize(
    "wrong",
    [
        {"threshold": 0},
        {"threshold": 1.2},
        {"threshold": float("nan")},
        {"shingle": 0},
        {"num_perm": 1},
        {"seed": 1 << 32},
        {"seed": -1},
    ],
)
def test_settings_that_cannot_be_are_refused(wrong):
    with pytest.raises(UsageError):
        run(documents(["text"]), **wrong)


def test_an_empty_corpus_gives_an_empty_result():
    result = run([])
    assert (result.documents, result.unique, list(result.pairs), list(result.clusters)) == (0, 0, [], [])
    assert run([], certify=True).documents == 0


# Words whose plain hashes are the same, made by a search of seconds, as anybody can.
ONE = "cex5hqqcaaaaaaaa pxr56tx6daaaaade 09u1o9txaabaadaa b0cjb2xwaadaaaaa s3uw8tfnaaaaaaaa yex0ybqoaaaaaaaa"
OTHER = (
    "nn43lnptsfcnjtog 3ta1tb0rxrcnboyz amost2i4hycqmxxq z4p3t8stdrxjldxw spzukvm8amcpaler yqboxgo4dbqpdfrq"
)


@pytest.mark.parametrize("certify", [False, True])
@pytest.mark.parametrize("length", [1, 3, 5])
def test_texts_without_a_common_word_are_no_pair_though_their_hashes_are_the_same(length, certify):
    assert {word_hash(word) for word in ONE.split()} == {word_hash(word) for word in OTHER.split()}
    result = run(documents([ONE, OTHER, f"{ONE} and more"]), threshold=0.3, shingle=length, certify=certify)
    assert {(pair.a, pair.b) for pair in result.pairs} <= {("d0", "d2")}


def test_the_key_follows_from_the_texts_in_any_order_and_from_nothing_else():
    inputs = [Input(f"d{n}", f"{n:064x}", 1) for n in range(3)]
    assert key_of(inputs) == key_of(inputs[::-1])
    assert key_of(inputs) != key_of(inputs[:2])
    assert all(0 < part < PRIME for part in key_of([]))
