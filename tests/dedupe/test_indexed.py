"""New documents against an index: the pairs that the same documents as files give."""

import json
from pathlib import Path

import pytest

from forensics.api.dedupe import dedupe
from forensics.api.index import build, remove
from forensics.documents.model import Document
from forensics.errors import UsageError
from forensics.settings import DedupeSettings, IndexSettings
from tests.dedupe.making import documents, planted
from tests.dedupe.test_known import NEWS, listed, split


def indexed(folder: Path, known: list[Document]) -> str:
    """Make an index of documents, and return its folder."""
    home = str(folder / "index")
    build(known, IndexSettings(index=home))
    return home


@pytest.mark.parametrize("variant", [{}, {"threshold": 0.9}, {"keep": "longest"}, {"seed": 3}], ids=str)
def test_an_index_gives_the_pairs_of_its_documents(tmp_path, variant):
    known, new = split(documents(planted(31, sources=120)), 5)
    result = dedupe(new, settings=DedupeSettings(index=indexed(tmp_path, known), **variant)).result
    expected = dedupe(new, against=known, settings=DedupeSettings(**variant)).result
    assert listed(result) == listed(expected)
    assert len(expected.pairs) > 40
    assert tuple(result.known) == tuple(expected.known)
    assert tuple(result.clusters) == tuple(expected.clusters)
    assert (result.unique, result.known_documents) == (expected.unique, len(known))


@pytest.mark.skipif(not NEWS.exists(), reason="the news of shared/data is not here")
@pytest.mark.parametrize("containment", [0.9, 0.5, 0.3])
def test_so_it_does_of_real_news_trimmed_copies_among_them(tmp_path, containment):
    records = [json.loads(line) for line in NEWS.open(encoding="utf-8")]
    known, new = split([Document(one["id"], one["text"]) for one in records], 8)
    home = indexed(tmp_path, known)
    result = dedupe(new, settings=DedupeSettings(index=home, containment=containment)).result
    expected = dedupe(new, against=known, settings=DedupeSettings(containment=containment)).result
    assert set(listed(result)) == set(listed(expected))
    assert len(expected.pairs) > 5


def test_a_removed_document_is_not_known_any_more(tmp_path):
    text = " ".join(f"w{n}" for n in range(80))
    home = indexed(
        tmp_path, [Document("gone", text), Document("other", "quite another text, about other things")]
    )
    assert len(dedupe([Document("new", text)], settings=DedupeSettings(index=home)).result.known) == 1
    remove(IndexSettings(index=home, remove=("gone",)))
    result = dedupe([Document("new", text)], settings=DedupeSettings(index=home)).result
    assert (list(result.known), result.known_documents) == ([], 1)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"threshold": 0.5}, "from a Jaccard of 0.7 up"),
        ({"shingle": 3}, "made with --shingle 5"),
        ({"fold": "spin"}, "made with --fold none"),
        ({"unit": "paragraph"}, "keeps documents"),
        ({"certify": True}, "--certify does without"),
        ({"against": ("samples",)}, "in --against, in --index or in --store"),
    ],
    ids=str,
)
def test_what_an_index_cannot_be_asked_is_refused_in_a_line_with_a_way_out(tmp_path, given, said):
    home = indexed(tmp_path, [Document("a", "a text")])
    with pytest.raises(UsageError, match=said) as refused:
        dedupe("samples", settings=DedupeSettings(index=home, **given))
    assert refused.value.hint
