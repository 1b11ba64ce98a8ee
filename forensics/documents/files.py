"""From the paths that a user names to the files that are read, in a stable order."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from forensics.documents.model import Skipped
from forensics.errors import InputError

STDIN = "-"
_PIPES = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")
_NEARBY = 5000  # how many names are looked at for a hint


def shown(path: str) -> str:
    """Return the id of the file at `path`: the path as given, with bytes that are no UTF-8 escaped."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    return path


def expand(paths: Sequence[str], skip: Callable[[Skipped], None]) -> tuple[list[str], frozenset[str]]:
    """Return the files that `paths` stand for, and which of them were named themselves.

    Folders are walked in sorted order; hidden files and folders in them are passed over, links to folders
    are not followed, and a file that is reached twice by the same path is read once. `-` is standard input.
    Raises InputError for a path that is not there and for a folder without files.
    """
    found: dict[str, None] = {}
    named: set[str] = set()
    seen: set[str] = set()
    for path in paths:
        if path == STDIN or path.startswith(_PIPES):
            files, reached = [path], path
        elif Path(path).is_dir():
            files, reached = _walked(path, skip), os.path.realpath(path)
            if reached in seen:
                continue
        else:
            if not os.path.lexists(path):
                raise InputError(f"no such file or folder: {shown(path)}", _meant(path))
            files, reached = [path], path
        seen.add(reached)
        if files == [path]:
            named.add(path)
        found.update(dict.fromkeys(files))
    return _once(found), frozenset(named)


def without(paths: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return `paths` without those that are among `others`, however either is spelt."""
    base = _here()
    spelt = {_plain(path, base) for path in others}
    return [path for path in paths if _plain(path, base) not in spelt]


def is_pipe(path: str) -> bool:
    """Say whether `path` is standard input or a pipe that the shell made, to be read once and kept."""
    if path == STDIN:
        return True
    return path.startswith(_PIPES) and not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 (a hot path)


def is_piped(path: str) -> bool:
    """Say whether `path` is one that comes through a descriptor, as standard input and the shell's pipes do."""
    return path == STDIN or path.startswith(_PIPES)


def files_from(path: str) -> list[str]:
    """Return the paths listed in the file at `path` ('-': standard input), each ended by a NUL.

    Raises InputError where the list cannot be read or is empty.
    """
    try:
        listed = sys.stdin.buffer.read() if path == STDIN else Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot read the list of files {shown(path)}: {error.strerror}") from error
    if b"\n" in listed and b"\0" not in listed:
        raise InputError(
            f"the list of files {shown(path)} has lines, not NULs, between its names",
            "make it with find -print0, or pass the names with xargs -d '\\n'",
        )
    names = [os.fsdecode(name) for name in listed.split(b"\0") if name]
    if not names:
        raise InputError(f"the list of files {shown(path)} is empty")
    return names


def _once(paths: dict[str, None]) -> list[str]:
    """Return `paths` without those that only spell an earlier one differently (a/b, ./a/b, a//b)."""
    base = _here()
    spelt: dict[str, str] = {}
    for path in paths:
        spelt.setdefault(_plain(path, base), path)
    return list(spelt.values())


def _plain(path: str, base: str) -> str:
    """Return `path` as every spelling of it is written; `base` is where it starts if it is relative."""
    plain = path if os.path.isabs(path) else base + path  # noqa: PTH117 (a hot path)
    return os.path.normpath(plain) if path != STDIN and ("/." in plain or "//" in plain) else plain


def _here() -> str:
    return os.getcwd() + os.sep  # noqa: PTH109 (a string is what is wanted)


def files_below(folder: str, skip: Callable[[Skipped], None]) -> Iterator[str]:
    """Yield the files in a folder and in those below it as `expand` does; none where it is empty or has gone."""
    return _walk(folder.rstrip(os.sep) or os.sep, skip)


def _walked(folder: str, skip: Callable[[Skipped], None]) -> list[str]:
    files = list(_walk(folder.rstrip(os.sep) or os.sep, skip))
    if not files:
        raise InputError(
            f"no documents in {shown(folder)}: looked for files in it and in its folders, hidden ones aside",
            "is it the right folder?",
        )
    return files


def _walk(folder: str, skip: Callable[[Skipped], None]) -> Iterator[str]:
    """Yield the files below `folder` in sorted order; folders may be nested as deep as the system lets them."""
    waiting = [iter(_listed(folder, skip))]
    while waiting:
        entry = next(waiting[-1], None)
        if entry is None:
            waiting.pop()
        elif entry.is_dir(follow_symlinks=False):
            waiting.append(iter(_listed(entry.path, skip)))
        elif entry.is_symlink() and _leads_to_a_folder(entry):
            skip(Skipped(shown(entry.path), "a link to a folder, not followed (name it to read it)"))
        else:
            yield entry.path


def _leads_to_a_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # in a circle: opening it will say so
        return False


def _listed(folder: str, skip: Callable[[Skipped], None]) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listing:
            entries = [entry for entry in listing if not entry.name.startswith(".")]
    except OSError as error:
        skip(Skipped(shown(folder), f"folder cannot be read: {error.strerror}"))
        return []
    return sorted(entries, key=lambda entry: entry.name)


def _meant(path: str) -> str:
    """Return a hint of which files nearby were probably meant by `path`, or nothing."""
    from rapidfuzz import fuzz, process

    names = list(_nearby(path))
    wanted = Path(path).name
    exact = [name for name in names if Path(name).name == wanted]
    near = process.extract(wanted, [Path(n).name for n in names], scorer=fuzz.ratio, score_cutoff=75, limit=3)
    likely = exact[:3] or [names[index] for _, _, index in near]
    return f"did you mean {' or '.join(shown(name) for name in likely)}?" if likely else ""


def _nearby(path: str) -> Iterator[str]:
    """Yield files at most three folders below the nearest folder of `path` that exists."""
    start = next((str(p) for p in Path(path).parents if p.is_dir()), ".")
    looked = 0
    for folder, folders, files in os.walk(start):
        depth = os.path.relpath(folder, start).count(os.sep) + (folder != start)
        folders[:] = [] if depth >= 3 else sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            looked += 1
            if looked > _NEARBY:
                return
            yield os.path.normpath(os.path.join(folder, name))  # noqa: PTH118 (a string is what is wanted)
