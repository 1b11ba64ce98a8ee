"""What answers a question depends on the chunks alone: not on segments, batches, order, or what was removed."""

import numpy as np
import pytest
import tantivy
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.index import words
from forensics.index.words import ask, entries_of, schema

VOCABULARY = "lamp boat cape storm coast gull pier rope".split()
CHUNK = st.lists(st.sampled_from(VOCABULARY), min_size=1, unique=True)
CHUNKS = st.lists(CHUNK, max_size=25)
QUESTION = st.dictionaries(st.sampled_from(VOCABULARY), st.integers(1, 5), min_size=1)


def searcher(batches, merge=False, removed=()):
    """Return a searcher over chunks, one a source by its number, committed in batches, with some sources removed."""
    index = tantivy.Index(schema())
    writer = index.writer(15_000_000, num_threads=1)
    for batch in batches:
        for number, chunk in batch:
            for entry in entries_of(number, [chunk]):
                writer.add_document(entry)
        writer.commit()
    for number in removed:
        writer.delete_documents_by_term("number", number)
    writer.commit()
    if merge:
        writer.wait_merging_threads()
    index.reload()
    return index.searcher()


def answers(found):
    return sorted(zip(found.scores, found.numbers, found.lengths, strict=True))


def expected(chunks, question, most, tied):
    """Return the same by definition."""
    scored = [
        (sum(question.get(w, 0) for w in chunk), number, len(chunk)) for number, chunk in chunks if chunk
    ]
    scored = sorted((s for s in scored if s[0]), reverse=True)
    if len(scored) > most:
        last = scored[most - 1][0]
        scored = [s for s in scored if s[0] >= last]
        if len(scored) > tied:
            scored = [s for s in scored if s[0] > last]
    return sorted(scored)


@settings(max_examples=60, deadline=None)
@given(CHUNKS, QUESTION, st.integers(1, 4), st.sets(st.integers(0, 24)), st.randoms())
def test_however_chunks_came_and_whatever_was_removed_the_answers_are_those_by_definition(
    chunks, question, batch, removed, chance
):
    every = list(enumerate(chunks))
    living = [(number, chunk) for number, chunk in every if number not in removed]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "_HITS", 3)
        patch.setattr(words, "_MOST_TIED", 6)
        right = expected(living, question, 3, 6)
        chance.shuffle(every)
        batches = [every[k::batch] for k in range(batch)]
        assert answers(ask(searcher([living]), question)) == right
        assert answers(ask(searcher(batches, removed=removed), question)) == right
        assert answers(ask(searcher(batches, merge=True, removed=removed), question)) == right
        known = lambda numbers: ~np.isin(numbers, list(removed))  # noqa: E731
        assert answers(ask(searcher(batches), question, known)) == right


def test_weights_add_up_exactly_in_any_order():
    question = {word: 2**16 + k for k, word in enumerate(VOCABULARY)}
    found = ask(searcher([[(7, VOCABULARY)]]), question)
    assert (found.numbers, found.scores, found.lengths) == ([7], [sum(question.values())], [len(VOCABULARY)])
