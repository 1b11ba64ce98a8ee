"""Pairs and clusters written column by column are what the encoder would write of their objects."""

import msgspec
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.dedupe.columns import (
    CHAIN_ONLY,
    NOT_MEASURED,
    OVERSIZED,
    RELATIONS,
    UNITS,
    ClusterColumns,
    PairColumns,
)
from forensics.dedupe.names import Names
from forensics.report import column_json

NAMES = st.lists(
    st.text('a",\\\x1b\n\u202e é', max_size=6) | st.text(max_size=4), min_size=2, max_size=8, unique=True
)


def plainly(findings):
    """Return the elements as the encoder writes them, indented as in the whole document."""
    whole = msgspec.json.format(msgspec.json.encode(list(findings)), indent=2)
    return whole[1:-2].replace(b"\n", b"\n    ").decode() if findings else ""


@settings(deadline=None)
@given(st.data(), NAMES, st.integers(1, 5))
def test_pairs_are_written_as_their_objects_are(data, ids, at_once):
    names = Names()
    names.extend(ids)
    count = data.draw(st.integers(0, 12))
    ends, units = st.integers(0, len(ids) - 1), st.integers(0, UNITS)
    a, b, jaccard, containment, relation = (
        data.draw(st.lists(one, min_size=count, max_size=count))
        for one in (ends, ends, units, units, st.integers(0, len(RELATIONS) - 1))
    )
    pairs = PairColumns(
        names,
        np.array(a, np.uint32),
        np.array(b, np.uint32),
        np.array(jaccard, np.uint16),
        np.array(containment, np.uint16),
        np.array(relation, np.uint8),
    )
    column_json._AT_ONCE, before = at_once, column_json._AT_ONCE
    try:
        assert ",".join(column_json.pairs_as_json(pairs)) == plainly(pairs)
    finally:
        column_json._AT_ONCE = before


@settings(deadline=None)
@given(st.data(), NAMES, st.integers(1, 5))
def test_clusters_are_written_as_their_objects_are(data, ids, at_once):
    names = Names()
    names.extend(ids)
    sizes = data.draw(st.lists(st.integers(1, 6), max_size=5))
    total = sum(sizes)
    units = st.integers(0, UNITS) | st.just(NOT_MEASURED)
    clusters = ClusterColumns(
        names,
        np.array(
            data.draw(st.lists(st.integers(0, len(ids) - 1), min_size=total, max_size=total)), np.uint32
        ),
        np.cumsum([0, *sizes]),
        np.array(data.draw(st.lists(units, min_size=total, max_size=total)), np.uint16),
        np.array([data.draw(st.sampled_from([0, CHAIN_ONLY, OVERSIZED, 3])) for _ in sizes], np.uint8),
    )
    column_json._AT_ONCE, before = at_once, column_json._AT_ONCE
    try:
        assert ",".join(column_json.clusters_as_json(clusters)) == plainly(clusters)
    finally:
        column_json._AT_ONCE = before


def test_every_similarity_is_written_as_the_encoder_writes_it():
    names = Names()
    names.extend(["a", "b"])
    units = np.arange(UNITS + 1, dtype=np.uint16)
    one = np.zeros(len(units), np.uint32)
    pairs = PairColumns(names, one, one + 1, units, units, np.zeros(len(units), np.uint8))
    assert ",".join(column_json.pairs_as_json(pairs)) == plainly(pairs)
