"""Sorted files say what a dictionary would, however often merged and thinned, and notice every damaged byte."""

import math
import random
from collections import Counter
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.errors import ForensicsError
from forensics.index import counts, key_files
from forensics.index.key_files import entries, holders, merge_keys
from forensics.index.sorted_file import DamagedError, SortedFile, due, encode

BITS = 2**32 - 1
KEYS = st.one_of(st.integers(0, 5), st.integers(0, BITS), st.sampled_from([BITS, 2**31]))
HELD = st.lists(st.tuples(KEYS, st.one_of(st.integers(0, 9), st.integers(0, BITS))), max_size=30)
FILES = st.lists(HELD, min_size=1, max_size=4)


def section(held):
    keys, numbers = zip(*held, strict=True) if held else ((), ())
    return entries(np.array(keys, np.uint64), np.array(numbers, np.int64))


def files(every):
    return [SortedFile(encode([section(held)]), str(n)) for n, held in enumerate(every)]


def asked(made, keys, **limits):
    places, numbers = holders([one.sections[0] for one in made], np.array(keys, np.uint64), **limits)
    return list(zip(places.tolist(), numbers.tolist(), strict=True))


def expected(every, keys, most=math.inf, gone=()):
    found = []
    for place, key in enumerate(keys):
        holding = sorted(n for held in every for k, n in held if k == key and n not in gone)
        found += [(place, n) for n in holding if len(holding) <= most]
    return found


@settings(deadline=None)
@given(FILES, st.lists(KEYS, max_size=8))
def test_who_holds_a_key_is_found_in_however_many_files(every, keys):
    assert asked(files(every), keys) == expected(every, keys)


@settings(deadline=None)
@given(FILES, st.lists(KEYS, max_size=8), st.integers(0, 4), st.sets(st.integers(0, 9)))
def test_keys_that_too_many_hold_have_no_holders_and_the_removed_do_not_count(every, keys, most, gone):
    known = lambda numbers: ~np.isin(numbers, list(gone))  # noqa: E731
    hidden = sum(n in gone for held in every for _, n in held)
    assert asked(files(every), keys, most=most, known=known, unknown=hidden) == expected(
        every, keys, most, gone
    )


@settings(deadline=None)
@given(FILES, st.sets(st.integers(0, 9)), st.sampled_from([3, 1 << 22]), st.randoms())
def test_merged_files_hold_the_same_without_the_removed_in_any_order(every, gone, at_a_time, chance):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_files, "_MERGED", at_a_time)
        shuffled = files(every)
        chance.shuffle(shuffled)
        out = BytesIO()
        sizes = merge_keys(out, shuffled, lambda numbers: ~np.isin(numbers, list(gone)))
    kept = [(k, n) for held in every for k, n in held if n not in gone]
    assert sizes == [len(kept)]
    assert SortedFile(out.getvalue(), "merged").sections[0].tolist() == section(kept).tolist()


def test_sections_stand_apart():
    parts = [np.arange(n, dtype=np.uint64) + 7 * n for n in (3, 0, 5)]
    assert [s.tolist() for s in SortedFile(encode(parts), "f").sections] == [p.tolist() for p in parts]


def test_a_file_is_read_as_its_bytes_are(tmp_path):
    data = encode([np.arange(9, dtype=np.uint64)])
    (tmp_path / "f").write_bytes(data)
    made = SortedFile.open(tmp_path / "f")
    made.verify()
    assert len(made) == 9
    assert made.sections[0].tolist() == list(range(9))


def test_every_flipped_bit_is_noticed():
    data = encode([np.arange(6, dtype=np.uint64), np.arange(2, dtype=np.uint64)])
    for at in range(len(data)):
        broken = bytearray(data)
        broken[at] ^= 1 << at % 8
        with pytest.raises(DamagedError, match="f is damaged"):
            SortedFile(bytes(broken), "f").verify()


@pytest.mark.parametrize("cut", [0, 1, 8, 40, 100])
def test_what_is_cut_short_is_damaged_and_no_traceback(cut, tmp_path):
    data = encode([np.arange(20, dtype=np.uint64)])
    (tmp_path / "f").write_bytes(data[:cut])
    with pytest.raises(ForensicsError) as error:
        SortedFile.open(tmp_path / "f").verify()
    assert error.value.hint


@given(st.lists(st.integers(1, 10_000), max_size=60))
def test_files_that_are_merged_when_due_stay_few(sizes):
    held = []
    for size in sizes:
        held.append(size)
        while places := due(held, least=100):
            merged = sum(held[k] for k in places)
            held = [one for k, one in enumerate(held) if k not in places] + [merged]
    assert sum(held) == sum(sizes)
    assert len(held) <= 3 * (2 + math.log(max(sum(sizes), 100) / 100, 4))


def test_files_of_different_sizes_are_left_alone():
    assert due([1 << 22, 1 << 19, 1 << 16, 5, 5, 5]) == []
    assert due([1 << 22, 5, 6, 7, 8]) == [1, 2, 3, 4]


WORDS = st.lists(st.lists(st.sampled_from("lamp boat cape storm coast".split()), unique=True), max_size=6)


@settings(deadline=None)
@given(WORDS, WORDS, st.data())
def test_frequencies_are_those_of_the_living(first, second, data):
    gone = data.draw(st.lists(st.sampled_from(range(len(first))), unique=True)) if first else []
    parts = [
        counts.changes(first),
        counts.changes(second),
        counts.changes([first[k] for k in gone], -1),
    ]
    living = Counter(w for k, chunk in enumerate(first) if k not in gone for w in chunk)
    living.update(w for chunk in second for w in chunk)
    terms = ["lamp", "boat", "cape", "storm", "coast", "nobody"]
    expected = [living[term] for term in terms]
    stored = SortedFile(encode(counts.as_sections(*counts.summed(parts))), "counts")
    assert counts.frequencies(parts, terms) == expected
    assert counts.frequencies([counts.read_counts(stored)], terms) == expected
    assert len(stored.sections[0]) == sum(living[term] > 0 for term in terms)


def test_a_look_up_of_thirty_two_keys_reads_few_places():
    chance = random.Random(1)
    held = [(chance.getrandbits(32), n) for n in range(50_000)]
    one = files([held])
    assert asked(one, [key for key, _ in held[:32]]) == expected([held], [key for key, _ in held[:32]])
