"""What may be wrong with an index on disk, each with the way out."""

from __future__ import annotations

from pathlib import Path

from forensics.errors import InputError


class NoIndexError(InputError):
    """A folder holds no index."""

    def __init__(self, home: Path) -> None:
        super().__init__(f"{home} holds no index", f"make one with: forensics index build {home} PATH...")


class DamagedIndexError(InputError):
    """A file of an index is not what was written; `file` names it."""

    def __init__(self, home: Path, file: str, problem: str) -> None:
        super().__init__(
            f"the index in {home} is damaged: {file}: {problem}",
            f"forensics index verify {home} names all that is; forensics index repair {home} saves what is sound",
        )
        self.file = file


class OtherShapeError(InputError):
    """An index was made by other rules than those of this program."""

    def __init__(self, home: Path, differing: str) -> None:
        super().__init__(
            f"the index in {home} was made by other rules than this program's: {differing}",
            f"forensics index repair {home} makes it anew from the texts in it",
        )


class NewerIndexError(InputError):
    """An index was written by a later version of this program."""

    def __init__(self, home: Path, version: int, known: int) -> None:
        super().__init__(
            f"the index in {home} has version {version}, and this program reads {known}",
            "use the version of forensics that made it, or a later one",
        )


class BusyIndexError(InputError):
    """Somebody else writes to the index."""

    def __init__(self, home: Path, holder: str) -> None:
        super().__init__(
            f"the index in {home} is being written to by {holder}",
            "wait for it, or give --wait SECONDS; reading goes on meanwhile",
        )
