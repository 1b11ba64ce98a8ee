"""The seal of a case file: the SHA-256 of each of its files, and one over these."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from forensics.errors import InputError

NAME = "SHA256SUMS"
"""The file with the digests, as `sha256sum -c` reads it."""

_FIRST = "# seal: "


def seal(folder: Path) -> str:
    """Write the digests of the files in `folder` into it, and return the seal: the SHA-256 over them."""
    sums = _sums(folder)
    digest = sha256(sums.encode()).hexdigest()
    (folder / NAME).write_text(f"{_FIRST}{digest}\n{sums}", encoding="utf-8", newline="\n")
    return digest


def broken(folder: str | Path) -> Iterator[tuple[str, str, str]]:
    """Yield each file that is not what was sealed: its name, its digest then and now, empty for none.

    Raises InputError where the folder has no seal.
    """
    path = Path(folder) / NAME
    try:
        first, _, sums = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            f"no case file: {path} cannot be read", "forensics report ... -o case/ makes one"
        ) from error
    digest = sha256(sums.encode()).hexdigest()
    if first != _FIRST + digest:
        yield NAME, first.removeprefix(_FIRST), digest
    then, now = _listed(sums), _listed(_sums(Path(folder)))
    for name in sorted({*then, *now}):
        if then.get(name) != now.get(name):
            yield name, then.get(name, ""), now.get(name, "")


def _sums(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return "".join(
        f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files
    )


def _listed(sums: str) -> dict[str, str]:
    return {name: digest for digest, _, name in (line.partition("  ") for line in sums.splitlines())}
