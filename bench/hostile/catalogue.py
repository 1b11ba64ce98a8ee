"""All hostile inputs, by name."""

from __future__ import annotations

from collections.abc import Mapping

from bench.hostile import archives, markup, places, plain, records
from bench.hostile.case import Case


def catalogue() -> Mapping[str, Case]:
    """Return every case by its name; raises ValueError where two have the same."""
    found: dict[str, Case] = {}
    for module in (plain, records, markup, archives, places):
        for case in module.cases():
            if case.name in found:
                raise ValueError(f"two hostile inputs are called {case.name}")
            found[case.name] = case
    return found
