"""The envelope around every result: what was run, with which settings, on which inputs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from forensics.documents.model import Input, Skipped
from forensics.settings import Command
from forensics.version import __version__

SCHEMA_VERSION = "1"

Settings = TypeVar("Settings")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Tool:
    """The program that made a result."""

    name: str = "forensics"
    version: str = __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope(Generic[Settings, Result]):
    """One result with what it takes to make it again: the same content in Python and in JSON.

    `settings` holds every setting with its effective value; `inputs` the files that were read, with the
    SHA-256 of their bytes; `skipped` the documents that could not be handled, with the reason.
    """

    schema_version: str = SCHEMA_VERSION
    tool: Tool = field(default_factory=Tool)
    command: Command
    settings: Settings
    inputs: tuple[Input, ...]
    skipped: tuple[Skipped, ...]
    result: Result
