"""`forensics watch`, run as it is installed: each text that arrives is told once and kept, whatever ends the run."""

import json
import os
import shutil
import signal
import subprocess
import time

import pytest

from tests.cli.conftest import COMMAND, ROOT

WAIT = 60  # seconds that a test waits for what must come; nothing hangs on how soon it does


@pytest.fixture
def place(forensics, tmp_path):
    """Return a folder with an empty inbox, an archive of two samples, and an index of that."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "archive").mkdir()
    for name in ("000.txt", "003.txt"):
        shutil.copy(ROOT / "samples" / name, tmp_path / "archive")
    forensics("index", "build", "kept", "archive", cwd=tmp_path)
    return tmp_path


def arrives(place, *names):
    for name in names:
        shutil.copy(ROOT / "samples" / name, place / "inbox")


@pytest.fixture
def once(forensics, place):
    def run(*options, folder="inbox", index="kept", **how):
        settled = ("--index", index, "--once", "--settle", 0)
        return forensics("watch", folder, *settled, *options, cwd=place, **how)

    return run


@pytest.fixture
def watched(place):
    """Start a watch in a process of its own, which is ended however the test ends."""
    started = []

    def start(*options):
        run = subprocess.Popen(
            [COMMAND, "watch", "inbox", "--index", "kept", "--settle", "0", "--format", "jsonl", *options],
            cwd=place,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "NO_COLOR": "1"},
        )
        started.append(run)
        return run

    yield start
    for run in started:
        run.kill()
        run.communicate()


def ids(ran):
    return [line["id"] for line in ran.lines]


def held(forensics, place):
    return forensics("index", "info", "kept", "--json", cwd=place).json["result"]["documents"]


def test_what_is_there_is_told_a_line_each_and_kept(forensics, place, once):
    arrives(place, "001.txt", "002.txt")
    first, second = once("--format", "jsonl").lines
    assert first["type"] == "arrival"
    assert (first["id"], first["relation"], first["source"]) == (
        "inbox/001.txt",
        "sibling",
        "archive/000.txt",
    )
    assert first["missing"] == "unseen BBC text"
    assert first["spun"] > 0.9
    assert (second["id"], second["relation"]) == ("inbox/002.txt", "same_event")
    assert held(forensics, place) == 4


def test_lines_are_made_for_read(place, once):
    arrives(place, "001.txt")
    (line,) = once().out.splitlines()
    id, spun, relation, source, direction, probability, coverage = line.split("\t")
    assert (id, relation, source, direction) == (
        "inbox/001.txt",
        "sibling",
        "archive/000.txt",
        "common_source",
    )
    assert all(0 <= float(one) <= 1 for one in (spun, probability, coverage))


def test_a_name_cannot_forge_a_line(place, once):
    shutil.copy(ROOT / "samples" / "002.txt", place / "inbox" / "a\tcopy\nb.txt")
    (line,) = once().out.splitlines()
    assert line.count("\t") == 6


def test_nothing_is_screened_twice_and_what_comes_later_is(place, once):
    arrives(place, "001.txt")
    assert ids(once("--format", "jsonl")) == ["inbox/001.txt"]
    assert once().out == ""
    arrives(place, "004.txt")
    assert ids(once("--format", "jsonl")) == ["inbox/004.txt"]


def test_a_text_is_compared_with_what_arrived_before_it(place, once):
    arrives(place, "001.txt")
    shutil.copy(place / "inbox" / "001.txt", place / "inbox" / "002.txt")
    told = {line["id"]: (line["relation"], line["source"]) for line in once("--format", "jsonl").lines}
    assert told["inbox/002.txt"] == ("copy", "inbox/001.txt")


def test_a_file_that_changed_is_screened_again_and_replaced(forensics, place, once):
    arrives(place, "001.txt")
    once()
    (place / "inbox" / "001.txt").write_text((ROOT / "samples" / "004.txt").read_text("utf-8"), "utf-8")
    assert ids(once("--format", "jsonl")) == ["inbox/001.txt"]
    assert held(forensics, place) == 3


def test_every_record_of_a_file_is_told(place, once):
    texts = [(ROOT / "samples" / name).read_text("utf-8") for name in ("001.txt", "002.txt")]
    lines = "".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts))
    (place / "inbox" / "records.jsonl").write_text(lines, "utf-8")
    assert ids(once("--format", "jsonl", "--id-field", "id")) == ["r0", "r1"]
    assert once("--id-field", "id").out == ""


def test_what_cannot_be_read_is_told_and_takes_nothing_along(place, once):
    (place / "inbox" / "0.txt").write_bytes(b"\x00\x01\x02")
    arrives(place, "001.txt")
    ran = once("--format", "jsonl")
    assert ids(ran) == ["inbox/001.txt"]
    assert ran.err.count("skipped inbox/0.txt") == 1


def test_a_watch_tells_what_cannot_be_read_once_however_often_it_looks(place, watched):
    (place / "inbox" / "0.txt").write_bytes(b"\x00\x01\x02")
    run = watched()
    arrives(place, "001.txt")
    assert json.loads(run.stdout.readline())["id"] == "inbox/001.txt"
    arrives(place, "002.txt")
    assert json.loads(run.stdout.readline())["id"] == "inbox/002.txt"
    run.send_signal(signal.SIGINT)
    _, said = run.communicate(timeout=WAIT)
    assert said.count(b"skipped inbox/0.txt") == 1


def test_an_interruption_ends_with_130_and_no_half_line(place, watched, once):
    run = watched()
    arrives(place, "001.txt")
    assert json.loads(run.stdout.readline())["id"] == "inbox/001.txt"
    run.send_signal(signal.SIGINT)
    rest, said = run.communicate(timeout=WAIT)
    assert (run.returncode, rest) == (130, b"")
    assert b"Traceback" not in said
    assert once().out == ""


def test_however_a_watch_is_ended_each_text_is_told_once_over_all_runs(place, watched, once):
    names = ("000.txt", "001.txt", "002.txt", "003.txt", "004.txt")
    arrives(place, *names)
    told = []
    for after in range(3):
        run = watched()
        told += [json.loads(run.stdout.readline())["id"] for _ in range(after % 2 + 1)]
        run.send_signal((signal.SIGINT, signal.SIGTERM, signal.SIGINT)[after])
        rest, _ = run.communicate(timeout=WAIT)
        told += [json.loads(line)["id"] for line in rest.splitlines()]
    told += ids(once("--format", "jsonl"))
    assert sorted(told) == [f"inbox/{name}" for name in names]


def test_a_reader_that_goes_ends_the_watch_and_what_it_was_not_told_comes_again(place, watched, once):
    run = watched()
    arrives(place, "001.txt")
    run.stdout.readline()
    run.stdout.close()
    arrives(place, "002.txt")
    deadline = time.monotonic() + WAIT
    while run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert run.returncode == 141
    run.stdout = None
    assert ids(once("--format", "jsonl")) == ["inbox/002.txt"]


@pytest.mark.parametrize(
    ("folder", "index", "said"),
    [
        ("nowhere", "kept", "no folder to watch"),
        ("inbox", "nowhere", "no index"),
        ("inbox", "inbox/kept", "the index stands in the folder"),
    ],
)
def test_what_cannot_be_watched_is_said_in_a_line(once, folder, index, said):
    ran = once(folder=folder, index=index, status=2)
    assert said in ran.err
    assert ran.out == ""
