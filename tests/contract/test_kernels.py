"""One suite over the kernels in C and in numpy: datasketch is the definition, and they agree to the bit."""

import json
import random
import unicodedata
from array import array
from functools import partial
from itertools import pairwise

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.evidence.disguises import DISGUISES
from forensics.documents.strings import Strings
from forensics.sketch import select
from forensics.sketch.hashing import keyed_hash, minhash_input, shingle_hash, word_hash
from forensics.sketch.numpy_kernel import NumpyKernel
from forensics.sketch.permutations import permutations
from forensics.text.shingles import shingles
from tests.text.disguise.test_unmask import STORY

native = pytest.importorskip(
    "forensics.sketch.native", reason="built without a compiler: only the kernel in numpy is here"
)

KERNELS = [NumpyKernel, *(partial(native.NativeKernel, one) for one in native.INSTRUCTIONS)]
NAMES = ["numpy", *native.INSTRUCTIONS]
LETTERS = "abcXYZ019 .,-_’é\u0301ßİſK漢字かなกำ한국\u1112\u1161\u11ab\u00ad\u200d\ufe0f😀ﬁ½\0\n\t"
HARD = [
    "",
    " ",
    "!?",
    "one",
    "One two three four",
    "one two three four five",
    "A" * 64,
    "a" * 63 + " b",
    "ab " * 200,
    "naïve café – naïve cafe\u0301",
    "日本語の文章には空白がない。",
    "ภาษาไทยไม่มีช่องว่าง",
    "हिन्दी में संयुक्त अक्षर",
    "\ud800 lone surrogate",
    "x" * 100_000,
]


def some_texts(seed: int, count: int = 300) -> list[str]:
    draw = random.Random(seed)
    return ["".join(draw.choices(LETTERS, k=draw.randrange(200))) for _ in range(count)] + HARD


@pytest.fixture(autouse=True)
def _the_best_instructions_afterwards():
    yield
    native.NativeKernel()


texts_of_any_script = st.lists(st.text(max_size=80) | st.text(LETTERS, max_size=80), max_size=8)


@pytest.fixture(params=KERNELS, ids=NAMES)
def kernel(request):
    return request.param()


@pytest.mark.parametrize("length", [1, 2, 5, 9])
def test_signatures_are_those_of_datasketch(kernel, length):
    texts = some_texts(length)
    found = kernel.signatures(kernel.fold(texts)[0], length, permutations(64, 7))
    for text, row in zip(texts, found, strict=True):
        reference = MinHash(
            num_perm=64, seed=7, scheme="affine32", hashfunc=lambda words: minhash_input(words, length)
        )
        reference.update_batch(sorted(shingles(text, length)))
        assert np.array_equal(row, reference.hashvalues), text


def test_permutations_are_those_of_datasketch():
    for num_perm, seed in ((16, 1), (128, 1), (256, 99)):
        reference = MinHash(num_perm=num_perm, seed=seed, scheme="affine32").permutations
        assert np.array_equal(np.array(permutations(num_perm, seed)), reference)


@pytest.mark.parametrize("length", [1, 3, 5])
def test_shingle_sets_are_the_definition_hashed(kernel, length):
    texts = some_texts(11)
    flat, ends = kernel.shingle_sets(kernel.fold(texts)[0], length)
    for text, start, end in zip(texts, ends[:-1], ends[1:], strict=True):
        assert flat[start:end].tolist() == sorted(
            shingle_hash(words, length) for words in shingles(text, length)
        )


def test_overlaps_count_what_sets_share(kernel):
    texts = some_texts(3)
    flat, ends = kernel.shingle_sets(kernel.fold(texts)[0], 2)
    sets = [set(flat[a:b].tolist()) for a, b in pairwise(ends)]
    draw = np.random.default_rng(1)
    a, b = (draw.integers(0, len(texts), 500) for _ in range(2))
    shared = kernel.overlaps(flat, ends, a, b)
    assert shared.tolist() == [len(sets[x] & sets[y]) for x, y in zip(a, b, strict=True)]


@given(
    st.lists(st.sets(st.integers(0, 40) | st.integers(2**63, 2**64 - 1), max_size=40), min_size=2, max_size=6)
)
def test_overlaps_of_any_sets_are_those_of_their_definition(sets):
    flat = np.array([value for one in sets for value in sorted(one)], np.uint64)
    ends = np.cumsum([0, *map(len, sets)])
    a, b = (part.ravel() for part in np.indices((len(sets), len(sets))))
    expected = [len(sets[x] & sets[y]) for x, y in zip(a, b, strict=True)]
    for make in KERNELS:
        assert make().overlaps(flat, ends, a, b).tolist() == expected


@given(st.lists(st.integers(1, 9), max_size=12), st.integers(0, 10), st.randoms(use_true_random=False))
def test_neighbours_are_the_pairs_within_reach_in_each_bucket(sizes, reach, draw):
    texts = draw.sample(range(1000), sum(sizes))
    starts = [sum(sizes[:n]) for n in range(len(sizes))]
    expected = sorted(
        min(texts[x], texts[y]) << 32 | max(texts[x], texts[y])
        for start, size in zip(starts, sizes, strict=True)
        for x in range(start, start + size)
        for y in range(x + 1, min(start + size, x + reach + 1))
    )
    for make in KERNELS:
        found = make().neighbours(
            np.array(texts, np.uint64), np.array(starts, np.int64), np.array(sizes, np.int64), reach
        )
        assert sorted(found.tolist()) == expected


def test_components_are_labelled_by_their_least_member(kernel):
    a, b = np.array([5, 3, 9, 8]), np.array([3, 1, 8, 7])
    assert kernel.components(11, a, b).tolist() == [0, 1, 2, 1, 4, 1, 6, 7, 7, 7, 10]


def test_empty_texts_have_no_shingles_and_a_short_text_has_one(kernel):
    folded, _ = kernel.fold(
        ["", "?!", "four words are here", "five words are in here", "six words are now in here"]
    )
    found = kernel.sign(folded, 5, permutations(16, 1), 4, 4)
    assert found.counts.tolist() == [0, 0, 1, 1, 2]


def test_samples_are_the_shingles_whose_input_is_divisible_by_32(kernel):
    text = " ".join(f"word{i}" for i in range(2000))
    found = kernel.sign(kernel.fold([text])[0], 5, permutations(16, 1), 4, 4)
    assert 30 < len(found.samples) < 100
    assert not np.any(found.samples % 32)
    assert found.ends.tolist() == [0, len(found.samples)]


def test_samples_may_be_asked_for_more_densely(kernel):
    folded = kernel.fold([" ".join(f"word{i}" for i in range(2000)), "short"])[0]
    sparse, dense = (kernel.sign(folded, 5, permutations(16, 1), 4, 4, sampled) for sampled in (32, 8))
    assert not np.any(dense.samples % 8)
    assert 200 < len(dense.samples) < 300
    assert [one for one in dense.samples.tolist() if one % 32 == 0] == sparse.samples.tolist()


@settings(max_examples=60, deadline=None)
@given(texts_of_any_script, st.integers(1, 6))
def test_all_kernels_give_the_same_bytes(texts, length):
    results = []
    for make in KERNELS:
        one = make()
        folded, contents = one.fold(list(texts))
        signed = one.sign(folded, length, permutations(32, 1), 8, 4)
        flat, ends = one.shingle_sets(folded, length)
        results.append(
            [
                bytes(folded.data)[: folded.offsets[-1]],
                *(
                    array.tobytes()
                    for array in (
                        folded.offsets,
                        contents,
                        signed.counts,
                        signed.keys,
                        signed.samples,
                        signed.ends,
                        flat,
                        ends,
                    )
                ),
            ]
        )
    assert all(one == results[0] for one in results)


@given(texts_of_any_script, st.booleans())
def test_texts_as_they_are_stored_fold_as_they_do_decoded(texts, ascii_only):
    texts = [text for text in texts if text.isprintable() or "\ud800" not in text]
    stored = [json.dumps(text, ensure_ascii=ascii_only).encode("utf-8", "replace") for text in texts]
    decoded = [json.loads(one) for one in stored]
    ends = np.cumsum([0, *map(len, stored)]).tolist()
    strings = Strings(
        b"".join(stored),
        array("q", [start + 1 for start in ends[:-1]]),
        array("q", [end - 1 for end in ends[1:]]),
        array("q", map(len, decoded)),
    )
    for make in KERNELS:
        folded, contents = make().fold(strings)
        expected, hashes = NumpyKernel().fold(decoded)
        assert bytes(folded.data) == bytes(expected.data)
        assert folded.offsets.tolist() == expected.offsets.tolist()
        assert contents.tolist() == hashes.tolist()


DISGUISED = "The boat of the old man was at a pier\nand that is why we did not go to it\n" + "\n".join(
    f"{k}  so the line went on and\nno-\nbody s a w   t h e   o l d   b o a t" for k in range(3)
)
PIECES = [
    *"aeo lT1430_-&\n\r\t.#;@$éàñŏ\u2003\u00a0\u2028",
    *"\u00ad\u200b\ufe0f\u202e\u0336\u0301\u3164\u2010аеоαοսᎪᴛɡｔ𝐓ⓔﬁК😀漢ı",
    *(
        "the ",
        "th3 ",
        "b0y ",
        "w_",
        "&#97;",
        "an-\n",
        "a b c d  ",
        " 12 and\n",
        "x" * 21 + "\n",
        "\n7 on",
        "thé ",
    ),
]
a_disguised_text = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.tuples(st.sampled_from(sorted(DISGUISES)), st.integers(0, 40)).map(
        lambda chosen: DISGUISES[chosen[0]][1](DISGUISED[chosen[1] :])
    ),
    st.tuples(st.sampled_from(PIECES), st.integers(1, 40)).map(lambda chosen: chosen[0] * chosen[1]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(a_disguised_text, max_size=4), st.booleans())
def test_all_kernels_see_through_the_same_disguises_and_tell_them(texts, ascii_only):
    stored = [json.dumps(text, ensure_ascii=ascii_only).encode() for text in texts]
    ends = np.cumsum([0, *map(len, stored)]).tolist()
    strings = Strings(
        b"".join(stored),
        array("q", [start + 1 for start in ends[:-1]]),
        array("q", [end - 1 for end in ends[1:]]),
        array("q", map(len, texts)),
    )
    expected: dict = {}
    first = bytes(NumpyKernel().fold(texts, expected)[0].data)
    for make in KERNELS:
        for given_as in (list(texts), strings):
            told: dict = {}
            assert bytes(make().fold(given_as, told)[0].data) == first
            assert told == expected


@pytest.mark.parametrize("name", DISGUISES)
def test_a_disguised_text_has_the_shingles_of_the_text(kernel, name):
    plain = STORY.replace("é", "e")
    found, ends = kernel.shingle_sets(kernel.fold([plain, DISGUISES[name][1](plain)])[0], 5)
    assert found[: ends[1]].tolist() == found[ends[1] :].tolist()


def test_every_code_point_folds_alike_in_both():
    for low in range(0x80, 0x30000, 4096):
        texts = [f"a{chr(code)}b {chr(code)}{chr(code)}" for code in range(low, low + 4096, 3)]
        first, *others = (bytes(make().fold(texts)[0].data) for make in KERNELS)
        assert all(other == first for other in others)


def test_composed_and_decomposed_forms_are_one_text(kernel):
    text = "Crème brûlée à l’été, 한국어 Ångström"
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
    found = kernel.signatures(kernel.fold(forms)[0], 2, permutations(32, 1))
    assert np.array_equal(found[0], found[1])


def test_arrays_that_do_not_fit_are_refused_and_not_written_to():
    kernel = native.NativeKernel()
    folded, _ = kernel.fold(["some text of a few words"])
    wrong = np.array([0, 10**6], np.int64)
    with pytest.raises(ValueError, match="fit"):
        kernel.shingle_sets(type(folded)(folded.data, wrong), 5)


def test_the_environment_can_ask_for_numpy_and_for_plain_instructions(monkeypatch):
    select.kernel.cache_clear()
    monkeypatch.setenv("FORENSICS_KERNEL", "numpy")
    assert select.name() == "numpy"
    select.kernel.cache_clear()
    monkeypatch.setenv("FORENSICS_KERNEL", "c")
    assert select.name() == "c"
    select.kernel.cache_clear()
    monkeypatch.delenv("FORENSICS_KERNEL")
    assert select.name().startswith("c")
    select.kernel.cache_clear()


KEY = (0x1234567890ABCDE, 0xFEDCBA987654321)


@pytest.mark.parametrize("length", [1, 3, 5])
def test_sets_under_a_key_are_the_definition_hashed(kernel, length):
    texts = [*some_texts(11), "a" * 100 + " " + "é" * 31 + " seven77 eightie8"]
    flat, ends = kernel.shingle_sets(kernel.fold(texts)[0], length, KEY)
    for text, start, end in zip(texts, ends[:-1], ends[1:], strict=True):
        assert flat[start:end].tolist() == sorted(
            {keyed_hash(words, KEY) for words in shingles(text, length)}
        )


@settings(max_examples=60, deadline=None)
@given(texts_of_any_script, st.integers(1, 6), st.tuples(*[st.integers(1, 2**61 - 2)] * 2))
def test_all_kernels_give_the_same_sets_under_any_key(texts, length, key):
    found = [
        [array.tobytes() for array in one.shingle_sets(one.fold(list(texts))[0], length, key)]
        for one in (make() for make in KERNELS)
    ]
    assert all(other == found[0] for other in found)


# Made by a search of two seconds: words whose hashes are the same, as anybody can find them.
COLLIDING = ("cex5hqqcaaaaaaaa", "nn43lnptsfcnjtog")


def test_words_that_are_made_to_collide_are_told_apart_under_a_key(kernel):
    one, other = COLLIDING
    assert word_hash(one) == word_hash(other)
    packed_texts = kernel.fold([one, other])[0]
    plain, _ = kernel.shingle_sets(packed_texts, 1)
    keyed, _ = kernel.shingle_sets(packed_texts, 1, KEY)
    assert len(set(plain.tolist())) == 1
    assert len(set(keyed.tolist())) == 2


def test_hashes_that_are_made_to_agree_in_their_top_bits_are_sorted_like_any():
    # Insertion alone took the square of their number: words by turns of which two shingles fall into one bucket.
    bits = 10
    word = next(
        word
        for word in map("a{}".format, range(100_000))
        if shingle_hash((word, "b", word), 3) >> (64 - bits)
        == shingle_hash(("b", word, "b"), 3) >> (64 - bits)
    )
    turns = " ".join([word, "b"] * (1 << bits - 1))
    alike = [word for word in map("w{}".format, range(20_000)) if shingle_hash((word,), 1) >> 60 == 7]
    for text, length in ((turns, 3), (" ".join(alike), 1), (" ".join(alike[::-1] * 3), 1)):
        expected = NumpyKernel().shingle_sets(NumpyKernel().fold([text])[0], length)[0].tolist()
        for make in KERNELS[1:]:
            one = make()
            assert one.shingle_sets(one.fold([text])[0], length)[0].tolist() == expected


@pytest.mark.parametrize("size", [2**62, 2**63 - 1, 2**33])
def test_buckets_of_absurd_sizes_are_refused(size):
    one = native.NativeKernel()
    numbers, room = np.arange(4, dtype=np.uint64), np.empty(3, np.uint64)
    with pytest.raises(ValueError, match="fit"):
        native._kernel.neighbours(numbers, np.array([0]), np.array([size]), size, room)
    with pytest.raises(ValueError, match="fit"):
        native._kernel.overlaps(
            numbers, np.array([0, size]), np.array([0]), np.array([0]), np.empty(1, np.uint32)
        )
    folded, _ = one.fold(["a text"])
    with pytest.raises(ValueError, match="fit"):
        native._kernel.contents(folded.data, np.array([0, size]), np.array([0]), np.empty(1, np.uint64))
