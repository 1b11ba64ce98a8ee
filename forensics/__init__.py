"""Text forensics: near-duplicates, machine synonym-spinning, and where a text comes from.

`dedupe`, `spin` and `trace` are the three analyses; each takes paths or `Document`s and returns an `Envelope`
with the same content as the command line's JSON. They are loaded when first used.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from forensics.version import __version__ as __version__

if TYPE_CHECKING:
    from forensics.api.dedupe import dedupe as dedupe
    from forensics.api.frames import documents_of as documents_of
    from forensics.api.spin import spin as spin
    from forensics.api.spin import spin_text as spin_text
    from forensics.api.trace import trace as trace
    from forensics.documents.model import Document as Document
    from forensics.documents.model import Skipped as Skipped
    from forensics.envelope import Envelope as Envelope
    from forensics.errors import ForensicsError as ForensicsError
    from forensics.errors import UsageError as UsageError
    from forensics.settings import DedupeSettings as DedupeSettings
    from forensics.settings import SpinSettings as SpinSettings
    from forensics.settings import TraceSettings as TraceSettings

_HOMES = {
    "dedupe": "forensics.api.dedupe",
    "spin": "forensics.api.spin",
    "spin_text": "forensics.api.spin",
    "documents_of": "forensics.api.frames",
    "trace": "forensics.api.trace",
    "Document": "forensics.documents.model",
    "Skipped": "forensics.documents.model",
    "Envelope": "forensics.envelope",
    "ForensicsError": "forensics.errors",
    "UsageError": "forensics.errors",
    "DedupeSettings": "forensics.settings",
    "SpinSettings": "forensics.settings",
    "TraceSettings": "forensics.settings",
}

__all__ = ["__version__", *sorted(_HOMES)]


class _Package(ModuleType):
    """The package itself; the names of its API stay functions although sub-packages share them."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the API holds
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module 'forensics' has no attribute {name!r}")
        found = getattr(importlib.import_module(home), name)
        self.__dict__[name] = found
        return found

    def __setattr__(self, name: str, value: object) -> None:
        # The import system binds a sub-package to its parent once imported; `forensics.spin` is the function.
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*self.__dict__, *_HOMES})


sys.modules[__name__].__class__ = _Package
