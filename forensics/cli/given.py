"""Which options stand on a command's line, and the refusal of those that would do nothing beside the others."""

from __future__ import annotations

import typer

from forensics.errors import UsageError

_WITH_FIELDS = ("auto", "jsonl", "json", "csv", "tsv", "parquet")
_WITH_ENCODINGS_OF_THEIR_OWN = ("parquet", "pdf", "docx", "odt", "rtf")


class Given:
    """The options that were given, as they are written; what was left at its default is none of them."""

    def __init__(self, context: typer.Context) -> None:
        self._written: dict[str, str] = {}
        for option in context.command.params:
            source = context.get_parameter_source(option.name or "")
            if option.name and source is not None and source.name == "COMMANDLINE":
                off = context.params.get(option.name) is False and option.secondary_opts
                names = option.secondary_opts if off else option.opts
                self._written[option.name] = names[0] if names[0].startswith("-") else "PATH"

    def __contains__(self, name: str) -> bool:
        return name in self._written

    def refuse(self, *names: str, because: str, hint: str = "") -> None:
        """Raise UsageError where any of the options `names` was given; `because` says why it would do nothing."""
        idle = [written for name, written in self._written.items() if name in names]
        if idle:
            together = " and ".join(filter(None, [", ".join(idle[:-1]), idle[-1]]))
            raise UsageError(f"{because}: {together} would do nothing", hint or f"leave out {together}")

    def refuse_formats(self, *, json: bool, format: str) -> None:
        """Raise UsageError where two formats were named."""
        if json and format != "json" and "format" in self:
            raise UsageError(f"--json and --format {format} name two formats", "leave out one of them")

    def refuse_talk(self, *, quiet: bool, verbose: bool) -> None:
        """Raise UsageError where silence was asked for and much talk."""
        if quiet and verbose:
            raise UsageError("--quiet and --verbose ask for opposites", "leave out one of them")

    def refuse_reading(self, input_format: str) -> None:
        """Raise UsageError for options of reading that inputs in `input_format` have no use for."""
        if input_format not in _WITH_FIELDS:
            self.refuse("text_field", "id_field", because=f"--input-format {input_format} has no fields")
        if input_format in _WITH_ENCODINGS_OF_THEIR_OWN:
            self.refuse("encoding", because=f"--input-format {input_format} says its encoding itself")
