"""A file in a watched folder is whole once nothing changes it, and is met once for as long as it stays as it is."""

import os

import pytest

from forensics.documents.arrivals import Arrivals
from forensics.errors import InputError

START = 1_000_000.0


class Folder:
    """A folder, and a clock that tests turn."""

    def __init__(self, path):
        self.path, self.now = path, START
        self.arrivals = Arrivals(str(path), 2.0, lambda: self.now)

    def write(self, name, text="A text.", *, age=0.0):
        (self.path / name).parent.mkdir(exist_ok=True)
        (self.path / name).write_text(text)
        os.utime(self.path / name, (self.now - age, self.now - age))

    def whole(self):
        return [os.path.relpath(one, self.path) for one in self.arrivals.whole()]

    def finish(self):
        for one in list(self.arrivals.whole()):
            self.arrivals.done(one)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def test_what_was_written_long_ago_is_whole_at_once(folder):
    folder.write("b.txt", age=60)
    folder.write("a/c.txt", age=60)
    assert folder.whole() == ["a/c.txt", "b.txt"]
    assert not folder.arrivals.waiting


def test_what_was_just_written_is_whole_once_it_has_settled(folder):
    folder.write("a.txt")
    assert folder.whole() == []
    assert folder.arrivals.waiting
    folder.now += 1.9
    assert folder.whole() == []
    folder.now += 0.2
    assert folder.whole() == ["a.txt"]


def test_what_is_still_being_written_waits(folder):
    for n in range(1, 5):
        folder.write("a.txt", "A text." * n)
        assert folder.whole() == []
        folder.now += 1.5
    folder.now += 2
    assert folder.whole() == ["a.txt"]


def test_a_clock_that_is_ahead_where_the_file_was_written_keeps_nothing_waiting_for_ever(folder):
    folder.write("a.txt", age=-3600)
    assert folder.whole() == []
    folder.now += 2
    assert folder.whole() == ["a.txt"]


def test_what_is_done_is_passed_over_until_it_changes(folder):
    folder.write("a.txt", age=60)
    folder.finish()
    assert folder.whole() == []
    folder.write("a.txt", "Another text.", age=30)
    assert folder.whole() == ["a.txt"]


def test_what_is_not_done_is_met_again(folder):
    folder.write("a.txt", age=60)
    assert folder.whole() == folder.whole() == ["a.txt"]


def test_hidden_files_are_passed_over_and_met_once_they_are_renamed(folder):
    folder.write(".a.txt.part", age=60)
    assert folder.whole() == []
    (folder.path / ".a.txt.part").rename(folder.path / "a.txt")
    assert folder.whole() == ["a.txt"]


def test_an_empty_folder_and_one_that_goes_hold_nothing(folder):
    assert folder.whole() == []
    folder.path.rmdir()
    assert folder.whole() == folder.whole() == []
    assert len(folder.arrivals.skipped) == 1
    folder.path.mkdir()  # for whoever made it


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match="no folder to watch"):
        Arrivals(str(tmp_path / "inbox"), 2.0)
