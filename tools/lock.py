"""The development environment to the byte: versions and hashes of all that `pip install -e '.[dev]'` brings.

Run: python -m tools.lock [--check]; needs packaging, and to make it anew uv (pip install uv) and the registry.

requirements-dev.txt holds them, for every Python and system: pip install --require-hashes -r requirements-dev.txt. It
is made anew with the versions of the day; --check asks for no network: whether it holds all that pyproject.toml does.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys

from packaging.requirements import Requirement
from packaging.version import Version

from tools.licences import ROOT, requirements

LOCK = ROOT / "requirements-dev.txt"
_MAKE = (
    "uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes "
    "--no-emit-index-url --no-header --no-annotate --quiet --upgrade --output-file requirements-dev.txt"
)
_ENTRY = re.compile(
    r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+)(?: ; [^\\]+?)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.M
)
_REST = re.compile(r"^(?:#.*)?$", re.M)


def locked(text: str) -> dict[str, set[Version]]:
    """Return the versions of every package in a lock; raises ValueError for what is no version with hashes."""
    found: dict[str, set[Version]] = {}
    for name, version, _ in _ENTRY.findall(text):
        found.setdefault(_plain(name), set()).add(Version(version))
    if rest := [line for line in _ENTRY.sub("", text).splitlines() if not _REST.fullmatch(line)]:
        raise ValueError(f"no version with its hashes: {rest[0]}")
    return found


def stale(found: dict[str, set[Version]], asked: list[Requirement]) -> list[str]:
    """Return what is asked for and not locked, a line each."""
    return [
        f"{one} is asked for, and locked is {', '.join(map(str, sorted(found.get(_plain(one.name), ())))) or 'nothing'}"
        for one in asked
        if not any(
            one.specifier.contains(version, prereleases=True) for version in found.get(_plain(one.name), ())
        )
    ]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    """Make the lock, or check it."""
    options = argparse.ArgumentParser(
        prog="python -m tools.lock", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--check", action="store_true")
    if not options.parse_args().check:
        subprocess.run(_MAKE.split(), cwd=ROOT, check=True)
    bad = stale(locked(LOCK.read_text("utf-8")), list(requirements(("dev",))))
    print("\n".join(bad) or "the lock holds all that pyproject.toml asks for")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
