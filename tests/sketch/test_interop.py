"""Signatures go to datasketch and come back."""

import numpy as np
import pytest
from datasketch import LeanMinHash

from forensics.dedupe.signatures import signatures
from forensics.documents.memory import MemoryCorpus
from forensics.documents.model import Document
from forensics.errors import InputError
from forensics.settings import DedupeSettings
from forensics.sketch import interop
from forensics.sketch.bands import choose

TEXTS = {
    "a": "the quick brown fox jumps over the lazy dog and runs into the forest",
    "b": "the quick brown fox jumps over the lazy dog and runs into the woods",
    "ü": "something else entirely, about the price of tea in the markets of the north",
}


@pytest.fixture
def signed():
    return signatures(MemoryCorpus([Document(*item) for item in TEXTS.items()]), DedupeSettings(shingle=2))


def test_a_signature_is_a_minhash_that_can_be_compared_and_updated(signed):
    ids, rows = signed
    for name, one in zip(ids, interop.lean(rows, 1), strict=True):
        reference = interop.minhash(TEXTS[name], 2)
        assert reference.jaccard(one) == 1.0
    reference.update(("one", "more"))
    assert len(reference) == 128


def test_an_index_of_datasketch_answers_with_the_ids(signed):
    ids, rows = signed
    index = interop.index(ids, rows, 1, choose(0.6, 128))
    assert set(index.query(interop.lean(rows, 1)[0])) == {"a", "b"}


def test_a_file_of_signatures_reads_back_and_is_readable_by_datasketch_alone(signed, tmp_path):
    ids, rows = signed
    path = tmp_path / "signatures"
    with path.open("wb") as file:
        interop.write(file, interop.Header(num_perm=128, seed=1, shingle=2), ids, rows)
    header, read_ids, read_rows = interop.read(path)
    assert (header.seed, header.shingle, read_ids) == (1, 2, ids)
    assert np.array_equal(read_rows, rows)
    record = path.read_bytes().partition(b"\n")[2]
    size = int.from_bytes(record[:4], "little")
    first = LeanMinHash.deserialize(record[4 + size :], byteorder="<")
    assert record[4 : 4 + size].decode() == "a"
    assert first.scheme == "affine32"
    assert np.array_equal(first.hashvalues, rows[0])


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-3], lambda data: b"{}\n" + data, lambda data: b"x" + data]
)
def test_a_damaged_file_is_refused(signed, tmp_path, damage):
    ids, rows = signed
    path = tmp_path / "signatures"
    with path.open("wb") as file:
        interop.write(file, interop.Header(num_perm=128, seed=1, shingle=2), ids, rows)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(InputError):
        interop.read(path)
