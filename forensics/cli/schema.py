"""`forensics schema`: what a command's JSON looks like, for programs that read it."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from forensics.settings import Analysis

Described = Literal[Analysis, "index"]


def schema(
    command: Annotated[
        Described, typer.Argument(help="The command whose output to describe.", show_default=False)
    ],
) -> None:
    """Print the JSON Schema of a command's output.

    The schema is made from the classes that the output is made from. Example:

    \b
      forensics schema spin > spin.schema.json
    """
    import msgspec

    from forensics.cli.emit import Emission
    from forensics.report.schema import schema as described

    encoded = msgspec.json.format(msgspec.json.encode(described(command)), indent=2)
    Emission(format="json", output=None, no_color=True).write([encoded, b"\n"])
