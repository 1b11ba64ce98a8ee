"""What an index on disk stands: kills, full disks, a second writer, flipped bits, other rules; what repair saves."""

import json
import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.index.flips import flipped
from bench.index.kills import disturbed, questions, wrong
from bench.index.work import answers, history, live, text
from forensics.documents.model import Document
from forensics.errors import OutputError
from forensics.index.disk import database, segments
from forensics.index.disk.repairing import repair
from forensics.index.disk.verifying import problems
from forensics.index.disk.writer import IndexWriter
from forensics.index.errors import (
    BusyIndexError,
    DamagedIndexError,
    NewerIndexError,
    NoIndexError,
    OtherShapeError,
)

STEPS, SEED = 6, 5
ASKED = questions(STEPS, SEED)
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return an index that nobody disturbed."""
    home = tmp_path_factory.mktemp("whole") / "index"
    list(live(home, STEPS, SEED))
    return home


@pytest.fixture
def copy(whole, tmp_path):
    import shutil

    return Path(shutil.copytree(whole, tmp_path / "copy"))


def test_a_killed_writer_leaves_an_index_that_is_sound_and_goes_on_to_the_same_answers(
    whole, tmp_path, monkeypatch
):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    home = tmp_path / "killed"
    for wait in (0.0, 0.05, 0.15, 0.3, 0.5):
        if disturbed(home, STEPS, SEED, wait):
            break
        assert wrong(home) == []
    assert disturbed(home, STEPS, SEED, 300)
    assert list(problems(home)) == []
    assert answers(home, ASKED) == answers(whole, ASKED)


@pytest.mark.parametrize("at", ["publish", "merge", "commit"])
def test_a_kill_before_the_commit_leaves_what_was_there(whole, tmp_path, monkeypatch, at):
    """The moments that random kills seldom meet: after files were written, and before the database lists them."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    home = tmp_path / "killed"
    done = subprocess.run([sys.executable, "-c", DIES, str(home), at], check=False)
    assert done.returncode == -signal.SIGKILL
    assert list(problems(home)) == []
    list(live(home, STEPS, SEED))
    assert answers(home, ASKED) == answers(whole, ASKED)
    assert not [path for path in home.iterdir() if path.name.startswith(".")]


DIES = f"""
import os, signal, sys
from pathlib import Path
from bench.index.work import live
from forensics.index.disk import merging, parts, writer

home, at = Path(sys.argv[1]), sys.argv[2]
count = 0

def dying(work):
    def does(*given, **more):
        global count
        count += 1
        found = work(*given, **more)
        if count == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return found
    return does

if at == "publish":
    writer.publish = dying(writer.publish)
elif at == "merge":
    merging.merge_keys = dying(merging.merge_keys)
else:
    writer.rows.insert = dying(writer.rows.insert)
list(live(home, {STEPS}, {SEED}))
"""


@contextmanager
def full_disk():
    """Let no file grow beyond 60 KB."""
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, old)


def many(count=300):
    drawn = random.Random(1)
    return [Document(f"new {n}", text(drawn)) for n in range(count)]


def test_a_full_disk_leaves_what_was_there(copy):
    before = answers(copy, ASKED)
    with (
        IndexWriter(copy) as writer,
        full_disk(),
        pytest.raises(OutputError, match="cannot write to the index"),
    ):
        writer.add(many())
    assert list(problems(copy)) == []
    assert answers(copy, ASKED) == before


def test_a_writer_goes_on_after_a_full_disk_as_if_nothing_had_been(tmp_path):
    """What was learnt of the texts that could not be written is not used for others."""
    home = tmp_path / "index"
    with IndexWriter(home, create=True) as writer:
        with full_disk(), pytest.raises(OutputError):
            writer.add(many())
        writer.add(many(20))
        writer.add(many())
    assert list(problems(home)) == []
    said = answers(home, many(30))
    assert said[0] == 300
    assert said[2::3] == many(30)
    assert all(leading[0][0] == one.id for leading, one in zip(said[3::3], many(30), strict=True))


def test_a_second_writer_is_told_who_the_first_is_and_one_that_waits_goes_on(copy):
    with IndexWriter(copy):
        with pytest.raises(BusyIndexError) as told, IndexWriter(copy):
            pass
        assert f"process {os.getpid()} on " in told.value.message
        assert "--wait" in told.value.hint
        command = [sys.executable, "-m", "forensics", "index", "add", copy, ROOT / "samples", "--wait", "60"]
        waiting = subprocess.Popen(
            command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
        )
    assert b"5 added" in waiting.communicate(timeout=120)[0]
    assert waiting.returncode == 0


def test_a_dead_writer_holds_no_lock(copy):
    process = multiprocessing.get_context("fork").Process(target=_holds, args=(copy,))
    process.start()
    while not (copy / "lock").read_bytes():
        time.sleep(0.01)
    process.kill()
    process.join()
    with IndexWriter(copy) as writer:
        assert writer.state.documents


def _holds(home):
    with IndexWriter(home):
        time.sleep(60)


def test_a_flipped_bit_is_named_or_changes_no_answer(copy):
    right = answers(copy, ASKED[:5])
    drawn = random.Random(2)
    named = 0
    files = sorted(path for path in copy.rglob("*") if path.is_file() and path.stat().st_size)
    for path in files:
        place = drawn.randrange(path.stat().st_size)
        before = flipped(path, place, drawn.randrange(8))
        if list(problems(copy)):
            named += 1
        else:
            assert answers(copy, ASKED[:5]) == right, (path, place)
        path.write_bytes(before)
        for left in copy.glob("*.db-*"):
            left.unlink()
    assert named >= len(files) - 2  # the database has unused bytes


def test_an_index_is_found_sound_while_it_is_written_to(copy):
    found = []
    done = threading.Event()

    def verify():
        while not done.is_set():
            found.extend(problems(copy))

    verifying = threading.Thread(target=verify)
    verifying.start()
    drawn = random.Random(7)
    with IndexWriter(copy) as writer:
        for n in range(25):
            writer.add([Document(f"new {n}", text(drawn))])
    done.set()
    verifying.join()
    assert found == []


def test_a_reader_finds_its_files_however_often_they_are_merged_away(copy):
    """Files that it has listed may be gone before it opens them: then it looks again."""
    found = []
    done = threading.Event()

    def read():
        while not done.is_set():
            found.append(answers(copy, ASKED[:1]))

    reading = threading.Thread(target=read)
    reading.start()
    drawn = random.Random(9)
    with IndexWriter(copy) as writer:
        held = writer.state.documents
        for n in range(25):
            writer.add([Document(f"new {n}", text(drawn))])
    done.set()
    reading.join()
    sizes = [said[0] for said in found]
    assert sizes == sorted(sizes)
    assert answers(copy, ASKED[:1])[0] == held + 25


def test_damage_is_named_by_the_file_it_is_in(copy):
    large = max((copy / "keys").iterdir(), key=lambda path: path.stat().st_size)
    flipped(large, 100, 3)
    (found,) = problems(copy)
    assert found.file == f"keys/{large.name}"
    large.unlink()
    (found,) = problems(copy)
    assert "cannot be read" in found.problem


def test_a_database_that_lost_commits_is_told_by_tantivys_list(copy):
    meta = copy / "words" / "meta.json"
    state = segments.generation_in(meta.read_bytes())
    later = json.loads(meta.read_bytes()) | {"payload": f"forensics {state + 3}"}
    meta.write_text(json.dumps(later))
    (found,) = problems(copy)
    assert "commits were lost" in found.problem


def test_repair_makes_lost_files_again_and_loses_no_document(copy):
    right = answers(copy, ASKED)
    for path in [*(copy / "keys").iterdir(), *(copy / "words").iterdir()]:
        path.unlink()
    assert list(problems(copy))
    repaired = repair(copy)
    assert (repaired.lost, repaired.complete) == ((), True)
    assert list(problems(copy)) == []
    assert answers(copy, ASKED) == right
    assert [path.name for path in copy.glob("*.db")] == ["index-2.db"]


def test_repair_says_which_documents_were_lost_and_keeps_the_others(copy):
    connection = database.open_to_write(copy)
    number, id = connection.execute(
        "SELECT number, id FROM document ORDER BY number LIMIT 1 OFFSET 7"
    ).fetchone()
    connection.execute("UPDATE document SET text = zeroblob(50) WHERE number = ?", (number,))
    (documents,) = connection.execute("SELECT count(*) FROM document").fetchone()
    connection.close()
    repaired = repair(copy)
    assert [one.file for one in repaired.lost] == [id.decode()]
    assert repaired.documents == documents - 1
    assert list(problems(copy)) == []


def test_repair_reads_a_database_whose_first_bytes_are_gone(copy):
    right = answers(copy, ASKED)
    path = database.edition(copy)
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    assert list(problems(copy))
    assert repair(copy).lost == ()
    assert answers(copy, ASKED) == right


def test_an_index_made_by_other_rules_is_refused_with_the_way_out(copy, monkeypatch):
    right = answers(copy, ASKED)
    monkeypatch.setattr("forensics.index.disk.snapshot.shape", lambda: {"chunks": "of another kind"})
    with pytest.raises(OtherShapeError) as told:
        answers(copy, ASKED)
    assert "of another kind now" in told.value.message
    assert f"index repair {copy}" in told.value.hint
    monkeypatch.undo()
    repair(copy)
    assert answers(copy, ASKED) == right


def test_an_index_of_a_later_version_is_refused(copy):
    connection = database.open_to_write(copy)
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    with pytest.raises(NewerIndexError, match="version 2"):
        answers(copy, ASKED)


def test_a_folder_without_an_index_is_told_from_a_damaged_one(tmp_path):
    with pytest.raises(NoIndexError):
        answers(tmp_path, [])
    (tmp_path / "index-1.db").write_bytes(b"nothing of the kind" * 1000)
    with pytest.raises(DamagedIndexError):
        answers(tmp_path, [])


def test_a_history_ends_as_its_documents_say(whole):
    held = {}
    for step in history(STEPS, SEED):
        held |= {one.id: one for one in step.documents}
        held = {id: one for id, one in held.items() if id not in step.removed}
    said = answers(whole, list(held.values()))
    assert said[0] == len(held)
    assert said[2::3] == list(held.values())
