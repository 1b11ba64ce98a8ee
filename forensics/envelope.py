"""The envelope around every result: what was run, with which settings, on which inputs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from forensics.documents.model import Input, Skipped, Warned
from forensics.settings import Command
from forensics.unicode import UNICODE
from forensics.version import __version__

if TYPE_CHECKING:
    import pandas

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
    lexicon: str = ""
    """SHA-256 of the lexicon that ships with it, in 64 hexadecimal digits; empty where none was used."""
    unicode: str = UNICODE
    """The version of Unicode by which words are folded and parted, whatever Python runs: 14.0.0."""


def this_tool(*, lexicon: bool = False) -> Tool:
    """Return the program that is running; with its lexicon where that was used, since measuring it takes time."""
    tool = Tool()
    if not lexicon:
        return tool
    from forensics.lexicon.version import shipped

    return replace(tool, lexicon=shipped())


@dataclass(frozen=True, slots=True)
class IndexUsed:
    """An index that was asked, as it was then."""

    path: str
    """Its folder, as given."""
    documents: int
    """How many documents it held."""
    generation: int
    """How many changes it had seen."""
    fingerprint: str
    """SHA-256 over what it lists, in 64 hexadecimal digits: another one, and it may give other sources."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Envelope(Generic[Settings, Result]):
    """One result with what it takes to make it again: the same content in Python and in JSON."""

    schema_version: str = SCHEMA_VERSION
    """Version of the JSON; it counts up where programs that read it could break."""
    tool: Tool = field(default_factory=this_tool)
    """The program that made the result."""
    command: Command
    """The analysis that was run."""
    settings: Settings
    """Every setting with its effective value, the seed included."""
    paths: tuple[str, ...] = ()
    """What was named to be read, in the order that counts; empty for documents that were given in memory."""
    inputs: tuple[Input, ...]
    """The files that were read, in the order in which they were: known documents first, a reference or sources last."""
    index: IndexUsed | None = None
    """The index that was asked for sources; null where none was."""
    skipped: tuple[Skipped, ...]
    """The documents that could not be handled, each with the reason."""
    warnings: tuple[Warned, ...] = ()
    """The documents that were read, but not wholly or not without doubt, each with what is to be known of it."""
    result: Result
    """What the analysis found."""
    digest: str = field(default="", compare=False)  # it follows from the others
    """SHA-256 of all of this without this field, as JSON without white space; empty until the result is written."""

    def __repr__(self) -> str:
        from forensics import tabular

        return tabular.brief(self.command, self.result)

    def _repr_html_(self) -> str:
        from forensics import tabular

        return tabular.as_html(self.command, self.result)

    def to_dicts(self, of: str | None = None) -> list[dict[str, Any]]:
        """Return the findings as dicts of plain values, as they stand in the JSON.

        `of` names one of the lists of the result; None is pairs for dedupe, documents for spin, verdicts for trace.
        Raises UsageError for another name.
        """
        from forensics import tabular

        return tabular.rows(self.command, self.result, of)

    def to_pandas(self, of: str | None = None) -> pandas.DataFrame:
        """Return what `to_dicts` does as a DataFrame, a row a finding. Raises MissingExtraError without pandas."""
        from forensics.errors import MissingExtraError

        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError("to_pandas", "notebook") from error
        return pandas.DataFrame(self.to_dicts(of))
