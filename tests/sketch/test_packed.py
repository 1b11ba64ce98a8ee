"""Texts laid end to end stay what they are when some are put in other words."""

from hypothesis import given
from hypothesis import strategies as st

from forensics.sketch.packed import packed, spliced

TEXTS = st.lists(st.tuples(st.binary(max_size=5), st.none() | st.binary(max_size=5)), max_size=8)


@given(TEXTS)
def test_texts_put_in_other_words_are_as_if_they_had_been_so(texts):
    others = {at: other for at, (_, other) in enumerate(texts) if other is not None}
    found = spliced(packed(one for one, _ in texts), others)
    expected = packed(one if other is None else other for one, other in texts)
    assert (bytes(found.data), found.offsets.tolist()) == (bytes(expected.data), expected.offsets.tolist())
