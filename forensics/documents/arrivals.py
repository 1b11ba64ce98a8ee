"""What arrives in a folder, once it is whole."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from forensics.documents.files import files_below, shown
from forensics.documents.model import Skipped
from forensics.errors import InputError

Mark = tuple[int, int, int]
"""What tells a file from what it was: its size, when it was changed last, and its number on the disk."""


class Arrivals:
    """The files of a folder that are new or changed, each once for as long as it stays as it is.

    A file is whole once nothing changed it for `settle` seconds: at once where it was changed longer ago, as one is
    that was written elsewhere and moved in. Hidden files are passed over. Raises InputError where there is no folder.
    """

    def __init__(self, folder: str, settle: float, now: Callable[[], float] = time.time) -> None:
        if not Path(folder).is_dir():
            raise InputError(f"no folder to watch: {shown(folder)}", "make it, or name another one")
        self._folder, self._settle, self._now = folder, settle, now
        self._done: dict[str, Mark] = {}
        self._seen: dict[str, tuple[Mark, float]] = {}
        self._told: set[str] = set()
        self.waiting = False
        """Whether some file was still being written, as far as can be seen, when it was looked last."""
        self.skipped: list[Skipped] = []
        """Folders that could not be read, each once; whoever tells of them clears the list."""

    def whole(self) -> Iterator[str]:
        """Yield the files that are whole and not done, in sorted order."""
        self.waiting = False
        here = list(files_below(self._folder, self._pass_over))
        self._seen = {path: self._seen[path] for path in here if path in self._seen}
        for path in here:
            mark = _mark(path)
            if mark is None or self._done.get(path) == mark:
                continue
            if self._is_whole(path, mark):
                yield path
            else:
                self.waiting = True

    def done(self, path: str) -> None:
        """Pass over a file from now on, until it changes."""
        if path in self._seen:
            self._done[path] = self._seen[path][0]

    def _is_whole(self, path: str, mark: Mark) -> bool:
        now = self._now()
        known, since = self._seen.get(path, (None, now))
        if known != mark:
            since = now
        self._seen[path] = mark, since
        written = mark[1] / 1e9
        return now - since >= self._settle or now - written >= self._settle

    def _pass_over(self, skipped: Skipped) -> None:
        if skipped.id not in self._told:
            self._told.add(skipped.id)
            self.skipped.append(skipped)


def _mark(path: str) -> Mark | None:
    try:
        found = os.stat(path)  # noqa: PTH116 (a string is what is at hand)
    except OSError:
        return None  # gone since it was listed
    return found.st_size, found.st_mtime_ns, found.st_ino
