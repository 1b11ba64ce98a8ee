"""From what a user names to what is read: order, what is passed over, what was meant."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from forensics.documents.corpus import Corpus
from forensics.documents.files import files_from
from forensics.errors import InputError
from forensics.settings import ReadSettings

SETTINGS = ReadSettings()


def ids(*paths: str, settings: ReadSettings = SETTINGS) -> list[str]:
    return [document.id for document in Corpus(paths, settings)]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.txt", ".hidden", ".git/config", "sub/.e"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text(f"text of {name}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("spelt", ["in", "in/"])
def test_a_folder_is_walked_in_sorted_order_without_hidden_files(spelt: str) -> None:
    assert ids(spelt) == ["in/a.txt", "in/b.txt", "in/sub/c.txt", "in/sub/deep/d.txt"]


def test_paths_keep_the_order_and_the_spelling_they_are_given_in(here: Path) -> None:
    assert ids("in/sub", "./in/a.txt", str(here / "in" / "b.txt")) == [
        "in/sub/c.txt",
        "in/sub/deep/d.txt",
        "./in/a.txt",
        str(here / "in" / "b.txt"),
    ]


def test_a_file_named_twice_is_one_document(here: Path) -> None:
    assert ids("in/a.txt", "in", "./in/a.txt", "in//a.txt", str(here / "in/sub/../a.txt")) == ids("in")


@pytest.mark.usefixtures("here")
def test_a_hidden_file_is_read_when_it_is_named() -> None:
    assert ids("in/.hidden") == ["in/.hidden"]


def test_links_to_files_are_read_and_links_to_folders_are_told_of(here: Path) -> None:
    (here / "in" / "e.txt").symlink_to("a.txt")
    (here / "in" / "loop").symlink_to(".")
    corpus = Corpus(["in"], SETTINGS)
    assert [document.id for document in corpus][:3] == ["in/a.txt", "in/b.txt", "in/e.txt"]
    assert [(one.id, one.reason) for one in corpus.skipped] == [
        ("in/loop", "a link to a folder, not followed (name it to read it)")
    ]
    assert ids("in/loop") == [path.replace("in/", "in/loop/", 1) for path in ids("in")]


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_name_that_is_no_utf8_becomes_an_id_that_can_be_printed(here: Path, suffix: str) -> None:
    path = os.fsencode(here) + b"/caf\xe9.txt" + suffix.encode()
    with open(path, "wb") as file:  # noqa: PTH123 (a path of bytes)
        file.write(gzip.compress(b"text", mtime=0) if suffix else b"text")
    assert ids(os.fsdecode(path)) == [f"{here}/caf\\xe9.txt{suffix}"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("a.txt", "did you mean in/a.txt?"),
        ("d.txt", "did you mean in/sub/deep/d.txt?"),
        ("in/sub/cc.txt", "did you mean in/sub/c.txt?"),
        ("nothing/like/this.pdf", ""),
    ],
)
def test_a_path_that_is_not_there_ends_in_what_was_probably_meant(given: str, meant: str) -> None:
    with pytest.raises(InputError, match="no such file or folder") as raised:
        Corpus([given], SETTINGS)
    assert raised.value.hint == meant


def test_a_folder_without_files_is_an_error_that_says_what_was_looked_for(here: Path) -> None:
    (here / "bare" / "more").mkdir(parents=True)
    (here / "bare" / ".hidden").write_text("text")
    with pytest.raises(InputError, match="no documents in bare: looked for files in it and in its folders"):
        Corpus(["bare"], SETTINGS)


class Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"plain text", [("-", "plain text")]),
        (b"{not JSON} but text", [("-", "{not JSON} but text")]),
        (b'\n {"text": "a"}\n{"id": "x", "text": "b"}\n', [("-:2", "a"), ("x", "b")]),
        (gzip.compress(b'{"id": "x", "text": "b"}', mtime=0), [("x", "b")]),
        (b'{"id": "x", "text": "' + b"b" * 70_000 + b'"}', [("x", "b" * 70_000)]),
    ],
)
def test_standard_input_is_told_apart_by_how_it_begins(monkeypatch, data, expected) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(data))
    corpus = Corpus(["-"], SETTINGS)
    positions = [position for block in corpus.blocks() for position in block.positions]
    assert [(document.id, document.text) for document in corpus] == expected
    assert list(corpus.texts(positions)) == [text for _, text in expected]
    assert [one.id for one in corpus.inputs] == ["-"]


def test_a_format_that_is_set_holds_whatever_the_input_looks_like(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b'{"text": "a"}'))
    assert [d.text for d in Corpus(["-"], ReadSettings(input_format="text"))] == ['{"text": "a"}']
    monkeypatch.setattr(sys, "stdin", Stdin(b"text,id\nsome,7\n"))
    assert [(d.id, d.text) for d in Corpus(["-"], ReadSettings(input_format="csv"))] == [("7", "some")]


def test_a_pipe_that_the_shell_makes_is_read_like_standard_input() -> None:
    program = (
        "import sys; from forensics.documents.corpus import Corpus\n"
        "from forensics.settings import ReadSettings\n"
        "corpus = Corpus(sys.argv[1:], ReadSettings())\n"
        "positions = [p for b in corpus.blocks() for p in b.positions]\n"
        "print(list(corpus.texts(positions)))"
    )
    script = f"""{sys.executable} -c '{program}' <(printf one) <(echo '{{"text": "two"}}')"""
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "['one', 'two']\n"


def test_text_is_decoded_in_the_encoding_asked_for_and_not_otherwise_touched(tmp_path: Path) -> None:
    data = "caf\u00e9\r\nsecond\rthird\u2028\n"
    for encoding in ("latin-1", "utf-16", "utf-8-sig", "utf-8"):
        stored = data.encode(encoding, "replace")
        (tmp_path / "a.txt").write_bytes(stored)
        (document,) = Corpus([str(tmp_path / "a.txt")], ReadSettings(encoding=encoding))
        assert document.text == stored.decode(encoding)


def test_a_byte_order_mark_is_a_character_of_a_text_but_not_of_records(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbftext")
    (tmp_path / "b.jsonl").write_bytes(b'\xef\xbb\xbf{"text": "text"}\n')
    (tmp_path / "c.csv").write_bytes(b"\xef\xbb\xbftext\ntext\n")
    assert [d.text for d in Corpus([str(tmp_path)], SETTINGS)] == ["\ufefftext", "text", "text"]


def test_fields_are_named_by_the_settings(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"body": "one", "url": "u1", "text": "no"}\n')
    (tmp_path / "b.csv").write_text("url;body\nu2;two\n")
    settings = ReadSettings(text_field="body", id_field="url")
    assert [(d.id, d.text) for d in Corpus([str(tmp_path)], settings)] == [("u1", "one"), ("u2", "two")]


def test_a_record_never_takes_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"id": "{tmp_path}/b.txt", "text": "one"}}\n')
    (tmp_path / "b.txt").write_text("two")
    assert ids(str(tmp_path)) == [f"{tmp_path}/a.jsonl:1", f"{tmp_path}/b.txt"]


def test_the_same_id_in_two_files_is_told_apart(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.jsonl").write_text('{"id": 1, "text": "one"}\n')
    assert ids(str(tmp_path)) == ["1", f"{tmp_path}/b.jsonl:1"]


def test_blocks_hold_about_as_much_as_is_asked(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + "12345678\n" * 10)
    sizes = [len(block.documents) for block in Corpus([str(tmp_path)], SETTINGS).blocks(chars=24)]
    assert sizes == [3, 3, 3, 1]


def test_json_lines_come_in_blocks_of_about_a_megabyte(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(('{"text": "%s"}\n' % ("x" * 200_000)) * 20)
    sizes = [len(block.documents) for block in Corpus([str(tmp_path)], SETTINGS).blocks()]
    assert sum(sizes) == 20
    assert max(sizes) <= 6


def test_a_list_of_files_is_read_up_to_each_nul(here: Path, monkeypatch) -> None:
    (here / "list").write_bytes(b"in/a.txt\0new\nline\0caf\xe9\0")
    assert files_from("list") == ["in/a.txt", "new\nline", os.fsdecode(b"caf\xe9")]
    monkeypatch.setattr(sys, "stdin", Stdin(b"one"))
    assert files_from("-") == ["one"]


@pytest.mark.parametrize(
    ("data", "message"), [(b"a\nb\n", "has lines, not NULs"), (b"", "is empty"), (b"\0", "is empty")]
)
def test_a_list_that_is_none_is_an_error(here: Path, data: bytes, message: str) -> None:
    (here / "list").write_bytes(data)
    with pytest.raises(InputError, match=message):
        files_from("list")


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(InputError, match="cannot read the list of files nowhere: No such file"):
        files_from("nowhere")


def test_folders_may_be_nested_very_deep(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        os.mkdir("d")  # noqa: PTH102 - one step at a time, since no path is as long
        os.chdir("d")
    Path("a.txt").write_text("deep")
    monkeypatch.chdir(tmp_path)
    Path("b.txt").write_text("shallow")
    try:
        assert [document.text for document in Corpus(["."], SETTINGS)] == ["shallow", "deep"]
    finally:
        subprocess.run(["rm", "-rf", tmp_path / "d"], check=True)  # shutil.rmtree cannot go so deep


def test_a_link_to_itself_costs_itself_alone(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A text.")
    (tmp_path / "round.txt").symlink_to("round.txt")
    corpus = Corpus([str(tmp_path)], ReadSettings())
    assert [one.text for one in corpus] == ["A text."]
    assert [one.reason for one in corpus.skipped] == ["cannot be read: Too many levels of symbolic links"]
