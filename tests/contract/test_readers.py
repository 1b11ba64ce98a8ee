"""What holds for every reader alike: the same documents, whatever they are stored in."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.documents.copying import write_kept
from forensics.documents.corpus import Corpus
from forensics.errors import InputError
from forensics.settings import ReadSettings
from tests.documents.making import FORMS, Form

SETTINGS = ReadSettings()
_SENTENCE = "The committee met on Tuesday and agreed that the bridge should be mended before the winter comes"
PLAIN = [(f"doc{n}", f"{_SENTENCE}, as document {n} says.\n{_SENTENCE} again, {n} times.") for n in range(5)]
ODD = [
    ("crlf", "first\r\nsecond\rthird\n"),
    ("marks", "\ufeffa \u2028 b \u0085 c \u00a0"),
    ("quoted", 'she said "yes", then ;, \t and |\n"\n'),
    ("wide", "👩‍🚀 e\u0301 ﬁ 漢字 עברית"),
    ("braces", '{"text": "not a record"} [1]'),
    ("spaces", "  \n leading and trailing \n\n "),
]

forms = pytest.mark.parametrize("form", FORMS, ids=repr)
exact_forms = pytest.mark.parametrize("form", [form for form in FORMS if form.exact], ids=repr)


def _positions(corpus: Corpus) -> list[int]:
    return [position for block in corpus.blocks(chars=50) for position in block.positions]


@forms
def test_the_same_texts_come_out_of_every_format(form: Form, tmp_path: Path) -> None:
    corpus = Corpus([form.write(tmp_path, form.fit(PLAIN))], SETTINGS)
    assert [document.text for document in corpus] == [text for _, text in form.fit(PLAIN)]
    assert corpus.skipped == ()
    assert sum(one.documents for one in corpus.inputs) == len(PLAIN)


@exact_forms
def test_no_character_of_a_text_is_lost_or_changed(form: Form, tmp_path: Path) -> None:
    corpus = Corpus([form.write(tmp_path, form.fit(ODD))], SETTINGS)
    assert sorted(document.text for document in corpus) == sorted(text for _, text in form.fit(ODD))


@forms
def test_a_document_is_named_by_its_record_or_by_its_path(form: Form, tmp_path: Path) -> None:
    given = form.write(tmp_path, form.fit(PLAIN))
    names = [document.id for document in Corpus([given], SETTINGS)]
    if form.records:
        assert names == [name for name, _ in PLAIN]
    else:
        assert names == sorted(str(path) for path in Path(given).iterdir())


@forms
def test_texts_are_read_again_in_the_order_asked(form: Form, tmp_path: Path) -> None:
    corpus = Corpus([form.write(tmp_path, form.fit(PLAIN))], SETTINGS)
    first = [(block.documents, block.positions) for block in corpus.blocks()]
    texts = [document.text for some, _ in first for document in some]
    positions = [position for _, some in first for position in some]
    assert all(0 <= position < 1 << 63 for position in positions)
    assert list(corpus.texts(positions[::-1])) == texts[::-1]
    assert list(corpus.texts([positions[1], positions[1]])) == [texts[1]] * 2


@forms
def test_a_second_iteration_gives_what_the_first_gave(form: Form, tmp_path: Path) -> None:
    corpus = Corpus([form.write(tmp_path, form.fit(PLAIN))], SETTINGS)
    first = list(corpus), _positions(corpus), corpus.inputs, corpus.skipped
    assert (list(corpus), _positions(corpus), corpus.inputs, corpus.skipped) == first


@forms
def test_inputs_carry_the_digest_of_the_stored_bytes(form: Form, tmp_path: Path) -> None:
    given = Path(form.write(tmp_path, form.fit(PLAIN)))
    corpus = Corpus([str(given)], SETTINGS)
    documents = list(corpus)
    stored = sorted(given.iterdir()) if given.is_dir() else [given]
    assert [one.sha256 for one in corpus.inputs] == [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in stored
    ]
    assert sum(one.documents for one in corpus.inputs) == len(documents)
    assert sum(one.chars for one in corpus.inputs) == sum(len(document.text) for document in documents)


@forms
def test_a_file_that_changes_meanwhile_is_an_error_and_not_another_text(form: Form, tmp_path: Path) -> None:
    given = Path(form.write(tmp_path, form.fit(PLAIN)))
    corpus = Corpus([str(given)], SETTINGS)
    positions = _positions(corpus)
    for path in [*given.iterdir()] if given.is_dir() else [given]:
        path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(InputError, match="changed while it was being read"):
        corpus.texts(positions)


@forms
def test_a_text_that_changes_unseen_by_size_and_time_is_an_error(form: Form, tmp_path: Path) -> None:
    given = Path(form.write(tmp_path, form.fit([(i, f"{text} ab") for i, text in PLAIN])))
    if form.packed:
        return  # what is packed cannot be changed and stay of one size so simply
    corpus = Corpus([str(given)], SETTINGS)
    positions = _positions(corpus)
    for path in [*given.iterdir()] if given.is_dir() else [given]:
        about, data = path.stat(), path.read_bytes()
        for encoding in ("utf-8", "utf-16-le"):
            changed = data.replace("bridge".encode(encoding), "garden".encode(encoding))
            if changed != data:
                path.write_bytes(changed)
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
        assert path.read_bytes() != data
        assert path.stat().st_size == about.st_size
    with pytest.raises(InputError, match="changed while it was being read"):
        corpus.texts(positions)


@forms
def test_kept_documents_are_copied_in_the_format_they_came_in(form: Form, tmp_path: Path) -> None:
    given = Path(form.write(tmp_path, form.fit(PLAIN)))
    corpus = Corpus([str(given)], SETTINGS)
    documents = list(corpus)
    kept = _positions(corpus)[1::2]
    out = tmp_path / ("kept" if given.is_dir() else "kept" + "".join(given.suffixes))
    assert write_kept(corpus, reversed(kept), out) == len(kept)
    again = list(Corpus([str(out)], SETTINGS, metadata=True))
    assert [document.text for document in again] == [document.text for document in documents[1::2]]
    if form.records:
        assert [document.id for document in again] == [document.id for document in documents[1::2]]
        everything = {d.id: d.metadata for d in Corpus([str(given)], SETTINGS, metadata=True)}
        assert all(everything[document.id] == document.metadata for document in again)


@forms
def test_other_fields_travel_along_only_when_they_are_asked_for(form: Form, tmp_path: Path) -> None:
    given = form.write(tmp_path, form.fit(PLAIN))
    assert all(document.metadata == {} for document in Corpus([given], SETTINGS))
    if form.records and "wet" not in form.name and "warc" not in form.name:
        for metadata in (True, ("n",)):
            documents = Corpus([given], SETTINGS, metadata=metadata)
            assert [str(document.metadata["n"]) for document in documents] == list("01234")
        assert all(document.metadata == {} for document in Corpus([given], SETTINGS, metadata=("other",)))


@pytest.mark.parametrize("form", [form for form in FORMS if form.records], ids=repr)
def test_records_that_share_an_id_are_told_apart_by_their_place(form: Form, tmp_path: Path) -> None:
    given = form.write(tmp_path, [("same", text) for _, text in form.fit(PLAIN[:3])])
    corpus = Corpus([given], SETTINGS)
    documents = list(corpus)
    names = [document.id for document in documents]
    assert names[0] == "same"
    assert len(set(names)) == 3
    assert all(name.startswith(f"{given}:") for name in names[1:])
    assert [document.id for document in corpus] == names


@pytest.mark.parametrize("form", [form for form in FORMS if form.records and form.exact], ids=repr)
def test_a_record_without_text_is_skipped_and_the_others_are_read(form: Form, tmp_path: Path) -> None:
    corpus = Corpus([form.write(tmp_path, form.fit([PLAIN[0], ("blank", " \n "), PLAIN[1]]))], SETTINGS)
    assert [document.id for document in corpus] == ["doc0", "doc1"]
    assert [one.reason.partition(": ")[2] for one in corpus.skipped] == ["no text"]


@pytest.mark.parametrize("form", [form for form in FORMS if "warc" not in form.name and form.lines], ids=repr)
def test_a_file_cut_short_gives_no_text_that_was_not_there(form: Form, tmp_path: Path) -> None:
    given = Path(form.write(tmp_path, form.fit(PLAIN)))
    for path in [*given.iterdir()] if given.is_dir() else [given]:
        data = path.read_bytes()
        path.write_bytes(data[: len(data) * 2 // 3])
    corpus = Corpus([str(given)], SETTINGS)
    texts = {text for _, text in form.fit(PLAIN)}
    found = [document.text for document in corpus]
    if "gz" in form.name or "zst" in form.name or form.records:
        assert set(found) <= texts
        assert corpus.skipped
    for one in corpus.skipped:
        assert one.reason
        assert "\n" not in one.reason


@settings(max_examples=60, deadline=None)
@given(form=st.sampled_from(FORMS), data=st.data())
def test_no_damage_ends_in_anything_but_documents_and_reasons(form: Form, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        given_path = Path(form.write(Path(folder), form.fit(PLAIN[:2])))
        path = sorted(given_path.iterdir())[0] if given_path.is_dir() else given_path
        stored = path.read_bytes()
        for _ in range(data.draw(st.integers(1, 5))):
            start = data.draw(st.integers(0, len(stored)))
            stop = start + data.draw(st.sampled_from([0, 1, 20, len(stored)]))
            stored = stored[:start] + data.draw(st.binary(max_size=5)) + stored[stop:]
        path.write_bytes(stored)
        corpus = Corpus([str(path)], SETTINGS)
        found = [(block.documents, block.positions) for block in corpus.blocks()]
        documents = [document for some, _ in found for document in some]
        assert documents or corpus.skipped
        again = corpus.texts([position for _, some in found for position in some])
        assert list(again) == [document.text for document in documents]
        assert all(one.reason.isprintable() for one in corpus.skipped)
