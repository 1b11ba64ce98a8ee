"""Whether everything that is installed with the package may be: the licence of each dependency against those allowed.

Run: python -m tools.licences [EXTRA...], with dev by default; needs what it looks at installed, and packaging.

A licence is what a package says of itself in its metadata (PEP 639, else its classifiers). Ends with status 1 where one
says another, or nothing, and is no exception with a reason.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]

ALLOWED = {
    "0BSD": "asks for nothing",
    "Apache-2.0": "our own",
    "BSD": "permissive; by its classifier alone, which does not say which",
    "BSD-2-Clause": "permissive",
    "BSD-3-Clause": "permissive",
    "CC0-1.0": "public domain",
    "CNRI-Python": "permissive",
    "ISC": "permissive",
    "MIT": "permissive",
    "MIT-0": "asks for nothing",
    "MPL-1.1": "asks for the source of its own files alone, which are used as they come",
    "MPL-2.0": "asks for the source of its own files alone, which are used as they come",
    "PSF-2.0": "permissive",
    "Zlib": "permissive",
}
"""By SPDX's names: what a dependency may be under, and why."""

EXCEPTIONS = {
    "atheris": "Apache-2.0 in its repository; its metadata says nothing. Fuzzing alone",
    "docutils": "public domain and BSD but for an editor's mode under the GPL, which nothing loads. Development alone",
}
"""Packages that are allowed whatever their metadata says, and why."""

_NAME = 60  # characters of the field that is to name a licence; some put the whole of it there
_CLASSIFIERS = {
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def licence(found: Distribution) -> str:
    """Return what a package says its licence is, as an SPDX expression where it can be told; '' for nothing."""
    metadata = found.metadata
    if expression := metadata.get("License-Expression"):
        return str(expression)
    said = [
        line.split(" :: ")[-1]
        for line in metadata.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    # Several classifiers are licences to choose from, or parts: all must be allowed.
    if named := [_CLASSIFIERS.get(one, one) for one in said if one != "OSI Approved"]:
        return " AND ".join(named)
    free = str(metadata.get("License") or "")
    return _CLASSIFIERS.get(free, free) if len(free) <= _NAME else ""


def allowed(expression: str) -> bool:
    """Say whether an SPDX expression of AND, OR and brackets can be met by licences that are allowed."""
    tokens = [
        one for part in re.split(r"\s+(AND|OR)\s+|([()])", expression) if part and (one := part.strip())
    ]
    place = 0

    def either() -> bool:
        nonlocal place
        found = every()
        while place < len(tokens) and tokens[place] == "OR":
            place += 1
            found = every() or found
        return found

    def every() -> bool:
        nonlocal place
        found = one()
        while place < len(tokens) and tokens[place] == "AND":
            place += 1
            found = one() and found
        return found

    def one() -> bool:
        nonlocal place
        token = tokens[place] if place < len(tokens) else ""
        place += 1
        if token != "(":
            return token in ALLOWED
        found = either()
        place += 1
        return found

    return either() and place >= len(tokens)


def requirements(extras: tuple[str, ...]) -> Iterator[Requirement]:
    """Yield what the package itself asks for, with `extras`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting, seen = list(extras), set[str]()
    yield from map(Requirement, project["dependencies"])
    while waiting:
        extra = waiting.pop()
        if extra in seen:
            continue
        seen.add(extra)
        for requirement in map(Requirement, project["optional-dependencies"][extra]):
            if requirement.name == project["name"]:
                waiting += requirement.extras
            else:
                yield requirement


def installed(extras: tuple[str, ...]) -> dict[str, Distribution]:
    """Return every package that is installed for the package and `extras`, by its name."""
    found: dict[str, Distribution] = {}
    waiting = [(one.name, tuple(one.extras)) for one in requirements(extras) if _holds(one, ())]
    while waiting:
        name, wanted = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        try:
            package = found.get(key) or distribution(name)
        except PackageNotFoundError as error:
            raise SystemExit(f"{name} is not installed: pip install -e '.[dev]'") from error
        if key in found and not wanted:
            continue
        found[key] = package
        asked = [one for one in map(Requirement, package.requires or []) if _holds(one, wanted)]
        waiting += [(one.name, tuple(one.extras)) for one in asked if one.name != name]
    return found


def _holds(requirement: Requirement, extras: tuple[str, ...]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def main() -> None:
    """Print every licence that is not allowed, and how many were looked at."""
    options = argparse.ArgumentParser(
        prog="python -m tools.licences",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("extra", nargs="*", default=["dev"])
    found = installed(tuple(options.parse_args().extra))
    bad = {
        name: licence(package) or "it says none"
        for name, package in sorted(found.items())
        if name not in EXCEPTIONS and not allowed(licence(package))
    }
    for name, said in bad.items():
        print(f"{name}: {said}")
    print(f"licences of {len(found) - len(bad)} of {len(found)} packages are allowed")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
