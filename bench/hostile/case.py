"""What a hostile input is: how it is made, and what is to become of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

STORY = (
    "The ferry to the northern islands did not sail on Tuesday because the wind had turned in the night. "
    "Three of the passengers, who had waited since noon, said that nobody from the company had spoken to them. "
    "A woman in the ticket office told us that she had been given no reason either, and would have liked to know.\n"
    "By the evening the harbour was quiet again, the crew went home, and the café at the pier closed its doors.\n"
)
"""What stands around whatever is hostile."""


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile input.

    `data` are the bytes of a file whose name ends in `suffix`, or makes them; or puts files into a folder and returns
    what is to be named. `reads` is how many documents are read; each reason in `skipped` begins as `reason` says, a
    regular expression, of which there are none where it is empty.
    """

    name: str
    suffix: str
    data: bytes | Callable[[], bytes] | Callable[[Path], str]
    reads: int
    reason: str = ""
    status: int | None = None
    """How reading ends; None: with 0 where something was read, else with 2."""

    @property
    def ends(self) -> int:
        """The status with which a command that reads it ends."""
        return (0 if self.reads else 2) if self.status is None else self.status

    def write(self, folder: Path) -> str:
        """Put the input into `folder`, and return what a user would name."""
        if not self.suffix:
            return self.data(folder)  # type: ignore[operator,call-arg,return-value]
        path = folder / f"input{self.suffix.removesuffix('!')}"
        path.write_bytes(self.data() if callable(self.data) else self.data)  # type: ignore[call-arg,arg-type]
        return path.name


Made = bytes | Callable[[], bytes]


def read(kind: str, suffix: str, cases: Mapping[str, Made], documents: int = 1) -> Iterable[Case]:
    """Yield cases that are read whole."""
    for name, data in cases.items():
        yield Case(f"{kind}: {name}", suffix, data, documents)


def skipped(
    kind: str, suffix: str, cases: Mapping[str, tuple[Made, str]], documents: int = 0
) -> Iterable[Case]:
    """Yield cases with the reason for which something in them is skipped."""
    for name, (data, reason) in cases.items():
        yield Case(f"{kind}: {name}", suffix, data, documents, reason)
