"""The envelope around every result: what was run, with which settings, on which inputs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from forensics.documents.model import Input, Skipped, Warned
from forensics.settings import Command
from forensics.version import __version__

SCHEMA_VERSION = "1"

Settings = TypeVar("Settings")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Tool:
    """The program that made a result."""

    name: str = "forensics"
    """Its name, always forensics."""
    version: str = __version__
    """Its version, such as 0.1.0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope(Generic[Settings, Result]):
    """One result with what it takes to make it again: the same content in Python and in JSON."""

    schema_version: str = SCHEMA_VERSION
    """Version of the JSON; it counts up where programs that read it could break."""
    tool: Tool = field(default_factory=Tool)
    """The program that made the result."""
    command: Command
    """The analysis that was run."""
    settings: Settings
    """Every setting with its effective value, the seed included."""
    inputs: tuple[Input, ...]
    """The files that were read, in the order in which they were; a reference or sources stand last."""
    skipped: tuple[Skipped, ...]
    """The documents that could not be handled, each with the reason."""
    warnings: tuple[Warned, ...] = ()
    """The documents that were read, but not wholly or not without doubt, each with what is to be known of it."""
    result: Result
    """What the analysis found."""
