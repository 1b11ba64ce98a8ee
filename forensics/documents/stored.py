"""The files of a corpus as they are stored: opened once, and again only while they are what they were."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import IO

from forensics.documents import files, formats, spooling, streams
from forensics.documents.model import Skipped, UnreadableError
from forensics.documents.opening import About, contents, regular
from forensics.errors import InputError

_OPEN = 16  # files kept open between two records that are read again


class StoredFiles:
    """The files that `paths` stand for, by number; what is passed over goes to `skip`.

    Those that `against` stands for come first, `known` of them: no file is held against itself, and one that both
    stand for is among `paths` alone. Raises InputError as files.expand does.
    """

    def __init__(
        self,
        paths: Sequence[str],
        input_format: str,
        skip: Callable[[Skipped], None],
        against: Sequence[str] = (),
    ) -> None:
        self._paths, self._named = files.expand(paths, skip)
        self.known = 0
        if against:
            known, named = files.expand(against, skip)
            known = files.without(known, self._paths)
            self.known, self._paths, self._named = len(known), [*known, *self._paths], self._named | named
        self._format = None if input_format == "auto" else input_format
        self._piped: dict[int, IO[bytes]] = {}
        self.forget()

    def __len__(self) -> int:
        return len(self._paths)

    def forget(self) -> None:
        """Begin anew: what the files are now is what they are to stay."""
        self._abouts: array[int] = array("q", [-1]) * (2 * len(self._paths))
        self._open: dict[int, IO[bytes]] = {}

    def path(self, number: int) -> str:
        """Return the path of a file as it was given or found."""
        return self._paths[number]

    def name(self, number: int) -> str:
        """Return the id of a file."""
        return files.shown(self._paths[number])

    def was_named(self, number: int) -> bool:
        """Say whether the user named the file itself, and not a folder that it is in."""
        return self._paths[number] in self._named

    def kind(self, number: int) -> str | None:
        """Return the format of a file as far as settings or its name tell it."""
        return self._format or formats.by_name(self._paths[number])

    def open(self, number: int) -> IO[bytes]:
        """Return a file opened for the first time; raises UnreadableError, OSError."""
        file, about = self._opened(number)
        self._abouts[2 * number], self._abouts[2 * number + 1] = about
        return file

    def small(self, number: int, *, again: bool = False) -> bytes | None:
        """Return the bytes of a text at one go; None for a compressed one or a pipe, which `open` is for.

        Raises UnreadableError, OSError, and InputError where `again` finds the file changed.
        """
        if files.is_pipe(self._paths[number]):
            return None
        data, about = contents(self._paths[number])
        if again and about != self._about(number):
            raise self.changed(number)
        self._abouts[2 * number], self._abouts[2 * number + 1] = about
        return None if streams.is_compressed(data) else data

    def again(self, number: int) -> IO[bytes]:
        """Return a file opened once more; raises InputError where it has changed."""
        try:
            file, about = self._opened(number)
        except (UnreadableError, OSError) as error:
            raise self.changed(number) from error
        if about != self._about(number):
            file.close()
            raise self.changed(number)
        return file

    def stream(self, number: int, *, encoding: str | None = None, mends: bool = False) -> IO[bytes]:
        """Return a file decompressed, to be sought in, and from `encoding` to UTF-8 where one is given.

        `mends` is as streams.decompressed has it.

        Raises InputError where the file has changed.
        """
        if number not in self._open:
            while len(self._open) >= _OPEN:
                self._open.pop(next(iter(self._open))).close()
            self._open[number] = spooling.seekable(self.again(number), encoding, mends=mends)
        return self._open[number]

    def changed(self, number: int) -> InputError:
        """Return the error for a file that is no longer what it was."""
        return InputError(f"{self.name(number)} changed while it was being read", "run the command again")

    def _about(self, number: int) -> About:
        return self._abouts[2 * number], self._abouts[2 * number + 1]

    def _opened(self, number: int) -> tuple[IO[bytes], About]:
        path = self._paths[number]
        if not files.is_pipe(path):
            return regular(path)
        if number not in self._piped:  # what comes through a pipe comes once: it is kept
            self._piped[number] = spooling.standard_input() if path == files.STDIN else spooling.piped(path)
        return spooling.another(self._piped[number]), (0, 0)
