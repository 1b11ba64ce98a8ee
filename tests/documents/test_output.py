"""Output appears whole or not at all, and never over an input."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from forensics.documents import output
from forensics.documents.copying import write_kept
from forensics.documents.corpus import Corpus
from forensics.documents.output import atomic, atomic_folder, check_writable
from forensics.documents.staging import together
from forensics.errors import InputError, OutputError, UsageError
from forensics.settings import ReadSettings

SETTINGS = ReadSettings()


@pytest.fixture(params=["without a name", "with a name"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to keep a file from sight: not every system can do without a name."""
    if request.param == "with a name":
        monkeypatch.setattr(output, "_UNNAMED", 0)
    elif not output._UNNAMED:
        pytest.skip("this system has no files without a name")
    return request.param


@pytest.mark.usefixtures("way")
def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with atomic(target) as file:
        file.write(b"some")
        assert not target.exists()
    assert target.read_bytes() == b"some"
    assert [*tmp_path.iterdir()] == [target]


@pytest.mark.usefixtures("way")
def test_an_earlier_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(b"old")
    target.chmod(0o640)
    with atomic(target) as file:
        file.write(b"new")
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_is_left_of_a_file_that_failed(error: type[BaseException], tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(b"old")

    def fail() -> None:
        with atomic(target) as file:
            file.write(b"half")
            raise error

    with pytest.raises(error):
        fail()
    assert [*tmp_path.iterdir()] == [target]
    assert target.read_bytes() == b"old"


_HALF = """
import sys, time
from forensics.documents.output import atomic, atomic_folder
if sys.argv[1] == "file":
    with atomic(sys.argv[2]) as file:
        file.write(b"half" * 100_000)
        print("begun", flush=True)
        time.sleep(60)
else:
    with atomic_folder(sys.argv[2]) as folder:
        (folder / "half").write_bytes(b"half")
        print("begun", flush=True)
        time.sleep(60)
"""


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("file", signal.SIGTERM),
        ("file", signal.SIGINT),
        ("file", signal.SIGKILL),
        ("folder", signal.SIGTERM),
        ("folder", signal.SIGINT),
    ],
)
def test_nothing_is_left_by_a_process_that_is_stopped(what: str, number: int, tmp_path: Path) -> None:
    if number == signal.SIGKILL and not output._UNNAMED:
        pytest.skip("this system has no files without a name")
    command = [sys.executable, "-c", _HALF, what, str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(number)
        assert process.wait(30) != 0
    assert [*tmp_path.iterdir()] == []


def test_a_link_is_written_through_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    with atomic(tmp_path / "link") as file:
        file.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    with atomic(os.devnull) as file:
        file.write(b"some")
    assert Path(os.devnull).is_char_device()


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    with atomic(tmp_path / "pipe") as file:
        file.write(b"some")
    reader.join(30)
    assert read == [b"some"]
    assert (tmp_path / "pipe").is_fifo()


def test_where_nothing_can_be_written_is_said_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it is a folder"):
        check_writable(tmp_path)
    with pytest.raises(OutputError, match="there is no folder") as raised:
        check_writable(tmp_path / "no" / "out")
    assert raised.value.hint == f"mkdir -p '{tmp_path / 'no'}'"
    if os.geteuid() != 0:
        tmp_path.chmod(0o500)
        with pytest.raises(OutputError, match="permission denied"):
            check_writable(tmp_path / "out")


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"text")
    (tmp_path / "link").symlink_to("in")
    for spelt in (tmp_path / "in", tmp_path / "link"):
        with pytest.raises(UsageError, match="is an input"):
            check_writable(spelt, ["-", str(tmp_path / "in")])


def test_a_disk_that_is_full_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "full").symlink_to("/dev/full")
    if not (tmp_path / "full").exists():
        pytest.skip("this system has no /dev/full")

    def fill() -> None:
        with atomic(tmp_path / "full") as file:
            file.write(b"some")

    with pytest.raises(OutputError, match=r"cannot write .*full: No space left on device"):
        fill()


def test_a_folder_appears_when_it_is_whole_and_is_new(tmp_path: Path) -> None:
    with atomic_folder(tmp_path / "out") as folder:
        (folder / "a").write_bytes(b"a")
        assert not (tmp_path / "out").exists()
    assert (tmp_path / "out" / "a").read_bytes() == b"a"
    with (
        pytest.raises(OutputError, match="it is there already"),
        atomic_folder(tmp_path / "out"),
    ):
        pass


def kept(paths: list[Path], out: Path, wanted: slice = slice(None)) -> int:
    corpus = Corpus([str(path) for path in paths], SETTINGS)
    positions = [position for block in corpus.blocks() for position in block.positions]
    return write_kept(corpus, positions[wanted], out)


def test_lines_are_copied_as_they_stand(tmp_path: Path) -> None:
    stored = b'\xef\xbb\xbf{"text":"a",  "x":NaN}\n\n{"text":"b"}\r\nbad\n{"text":"c\\u00e9"}'
    (tmp_path / "in.jsonl").write_bytes(stored)
    assert kept([tmp_path / "in.jsonl"], tmp_path / "out.jsonl") == 3
    assert (tmp_path / "out.jsonl").read_bytes() == (
        b'{"text":"a",  "x":NaN}\n{"text":"b"}\r\n{"text":"c\\u00e9"}\n'
    )


def test_rows_are_copied_as_they_stand_under_one_header(tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_bytes(b'id;text\r\n1;"two\r\nlines"\r\n2;b\r\n')
    (tmp_path / "2.csv").write_bytes(b"id;text\r\n3;c")
    kept([tmp_path / "1.csv", tmp_path / "2.csv"], tmp_path / "out.csv", slice(None, None, 2))
    assert (tmp_path / "out.csv").read_bytes() == b'id;text\r\n1;"two\r\nlines"\r\n3;c\n'


def test_a_suffix_asks_for_compression_and_the_bytes_are_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"text":"a"}\n')
    for name in ("1.jsonl.gz", "2.jsonl.gz", "3.jsonl.zst"):
        kept([tmp_path / "in.jsonl"], tmp_path / name)
        assert [d.text for d in Corpus([str(tmp_path / name)], SETTINGS)] == ["a"]
    assert (tmp_path / "1.jsonl.gz").read_bytes() == (tmp_path / "2.jsonl.gz").read_bytes()


def test_files_are_copied_byte_for_byte_in_folders_as_they_were(tmp_path: Path) -> None:
    for name, data in {"a.txt": b"a\r\n", "sub/a.txt": b"b", "sub/c.txt.gz": gzip.compress(b"c")}.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    (tmp_path / "in" / "link.txt").symlink_to("a.txt")
    assert kept([tmp_path / "in"], tmp_path / "out") == 4
    for path in ("a.txt", "link.txt", "sub/a.txt", "sub/c.txt.gz"):
        assert (tmp_path / "out" / path).read_bytes() == (tmp_path / "in" / path).read_bytes()


def test_files_from_several_places_never_leave_the_output_folder(tmp_path: Path, monkeypatch) -> None:
    for name in ("one/a.txt", "two/a.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(name)
    monkeypatch.chdir(tmp_path / "one")
    kept([Path("a.txt"), Path("../two/a.txt")], tmp_path / "out")
    found = {str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.txt")}
    assert found == {"one/a.txt", "two/a.txt"}


def test_what_one_output_cannot_hold_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "1.jsonl").write_bytes(b'{"text":"a"}\n')
    (tmp_path / "2.txt").write_bytes(b"text")
    (tmp_path / "3.csv").write_bytes(b"text\na\n")
    (tmp_path / "4.csv").write_bytes(b"text,more\na,b\n")
    for names in (("1.jsonl", "2.txt"), ("1.jsonl", "3.csv"), ("3.csv", "4.csv")):
        with pytest.raises(UsageError):
            kept([tmp_path / name for name in names], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_kept_documents_are_never_written_over_their_input(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"text":"a"}\n{"text":"b"}\n')
    with pytest.raises(UsageError, match="is an input"):
        kept([tmp_path / "in.jsonl"], tmp_path / "in.jsonl", slice(1))


def test_an_input_that_changed_leaves_no_output(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'{"text":"a"}\n{"text":"b"}\n')
    corpus = Corpus([str(tmp_path / "in.jsonl")], SETTINGS)
    positions = [position for block in corpus.blocks() for position in block.positions]
    (tmp_path / "in.jsonl").write_bytes(b'{"text":"c"}\n')
    with pytest.raises(InputError, match="changed while it was being read"):
        write_kept(corpus, positions, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("way")
def test_files_that_are_written_together_appear_together_or_not_at_all(tmp_path: Path) -> None:
    old, new, folder = tmp_path / "old", tmp_path / "new", tmp_path / "folder"
    old.write_bytes(b"before")

    def write() -> None:
        for path in (old, new):
            with atomic(path) as file:
                file.write(b"after")
        with atomic_folder(folder) as made:
            (made / "a").write_bytes(b"after")
        assert (old.read_bytes(), new.exists(), folder.exists()) == (b"before", False, False)

    def fail() -> None:
        with together():
            write()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"old": b"before"}
    with together():
        write()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "new", "old"]
    assert {old.read_bytes(), new.read_bytes(), (folder / "a").read_bytes()} == {b"after"}


@pytest.mark.usefixtures("way")
def test_where_one_of_several_files_cannot_take_its_place_the_others_give_theirs_back(tmp_path: Path) -> None:
    old, folder, blocked = tmp_path / "old", tmp_path / "folder", tmp_path / "blocked"
    old.write_bytes(b"before")
    folder.mkdir()

    def write() -> None:
        with together():
            for path in (old, tmp_path / "new"):
                with atomic(path) as file:
                    file.write(b"after")
            with atomic_folder(folder) as made:
                (made / "a").write_bytes(b"after")
            with atomic(blocked) as file:
                file.write(b"after")
            blocked.mkdir()  # somebody else, meanwhile
            (blocked / "a").write_bytes(b"theirs")

    with pytest.raises(OutputError, match=r"cannot write .*blocked"):
        write()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["blocked", "folder", "old"]
    assert (old.read_bytes(), list(folder.iterdir())) == (b"before", [])
