"""Hostile names, folders and files that are no files."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.hostile.case import STORY, Case

_NAMES = {
    "a line's end": b"a\nb.txt",
    "terminal codes": b"\x1b[31mred\x1b]0;t\x07.txt",
    "bytes that are no UTF-8": b"caf\xe9.txt",
    "direction turned": "a\u202etxt.exe".encode(),
    "markup": b"<script>alert(1)<_script>.txt",
    "rich's markup": b"[red]a[link=x].txt",
    "spaces": b"  a  b  .txt",
    "a quote": b"a'b\"c.txt",
    "dots": b"a...txt.txt",
    "the longest name": b"a" * 251 + b".txt",
    "formats": b"%s%n{0}.txt",
    "emoji": "👩\u200d🚀.txt".encode(),
}


def _named(name: bytes) -> Callable[[Path], str]:
    def make(folder: Path) -> str:
        (folder / "in").mkdir()
        Path(os.fsdecode(os.path.join(os.fsencode(folder / "in"), name))).write_text(STORY)  # noqa: PTH118
        return "in"

    return make


def _dashed(folder: Path) -> str:
    (folder / "--help.txt").write_text(STORY)
    return "./--help.txt"


def _inside(make: Callable[[Path], object]) -> Callable[[Path], str]:
    """Return what puts a good file beside what `make` puts there, and names the folder."""

    def made(folder: Path) -> str:
        (folder / "in").mkdir()
        (folder / "in" / "good.txt").write_text(STORY)
        make(folder / "in")
        return "in"

    return made


def _deep(folder: Path) -> None:
    here = os.getcwd()  # noqa: PTH109
    os.chdir(folder)
    for _ in range(1_200):
        os.mkdir("d")  # noqa: PTH102
        os.chdir("d")
    Path("a.txt").write_text(STORY)
    os.chdir(here)


def _socket(folder: Path) -> None:
    here = os.getcwd()  # noqa: PTH109
    os.chdir(folder)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("a.txt")
    os.chdir(here)


def _many(folder: Path) -> None:
    for number in range(3_000):
        (folder / f"{number}.txt").write_text(f"{number} {STORY}")


def cases() -> Iterator[Case]:
    """Yield names and places."""
    for name, stored in _NAMES.items():
        yield Case(f"name: {name}", "", _named(stored), 1)
    yield Case("name: a dash", "", _dashed, 1)
    yield Case(
        "place: a link to nothing",
        "",
        _inside(lambda at: (at / "a.txt").symlink_to("nothing")),
        1,
        "(cannot be read|.*link)",
    )
    yield Case(
        "place: a link to itself",
        "",
        _inside(lambda at: (at / "a.txt").symlink_to("a.txt")),
        1,
        "(cannot be read|.*link)",
    )
    yield Case(
        "place: a link to its folder",
        "",
        _inside(lambda at: (at / "d").symlink_to(".")),
        1,
        "a link to a folder",
    )
    yield Case(
        "place: a link to the same file",
        "",
        _inside(lambda at: (at / "b.txt").symlink_to("good.txt")),
        2,
    )
    yield Case("place: a pipe", "", _inside(lambda at: os.mkfifo(at / "a.txt")), 1, ".*pipe")
    yield Case("place: a socket", "", _inside(_socket), 1, "cannot be read: No such device")
    yield Case("place: a device", "", lambda _: "/dev/zero", 0, ".*device", 2)
    yield Case("place: a folder called a file", "", _inside(lambda at: (at / "a.txt").mkdir()), 1)
    yield Case("place: folders deep", "", _inside(_deep), 2)
    yield Case("place: many files", "", _inside(_many), 3_001)
    yield Case("place: a hidden file", "", _inside(lambda at: (at / ".a.txt").write_text(STORY)), 1)
    yield Case(
        "place: empty files",
        "",
        _inside(lambda at: [(at / f"{n}.txt").touch() for n in range(50)]),
        1,
        "empty",
    )
