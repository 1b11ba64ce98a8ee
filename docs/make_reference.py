"""Write the references: of commands and the man page from their own help, of results from their classes.

python docs/make_reference.py          write docs/cli.md, docs/forensics.1 and docs/results.md
python docs/make_reference.py --check  say whether they are up to date, with status 1 where not
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin

from results_page import results_page
from typer import Context
from typer.models import ArgumentInfo

from forensics.cli.main import app
from forensics.version import __version__

HERE = Path(__file__).parent
STATUSES = {
    "0": "done",
    "1": "a finding named by `--fail-on` was made, or `verify` found a difference",
    "2": "usage, a named file that gave nothing, or an internal error",
    "130": "interrupted",
    "141": "the reader of standard output has gone",
}
VARIABLES = {
    "NO_COLOR": "no colour, whatever its value",
    "COLUMNS": "the width of tables",
    "FORENSICS_KERNEL": "`numpy` works without the compiled parts, `c` or `c-avx2` without newer instructions",
    "FORENSICS_REDIS_PASSWORD": "the password of `dedupe --store`, which stands in no result",
    "FORENSICS_DEBUG": "show the traceback of an internal error",
}


Command = Callable[..., object]


def commands() -> Iterator[tuple[str, Command]]:
    """Yield every command with its full name."""
    groups = ((group.typer_instance, group.typer_instance.info.name) for group in app.registered_groups)
    for within, name in ((app, ""), *groups):
        for registered in within.registered_commands:
            assert registered.callback is not None
            yield (
                " ".join(filter(None, ["forensics", name, registered.callback.__name__])),
                registered.callback,
            )


def parts(command: Command) -> tuple[str, str, list[str]]:
    """Return what a command's help says: its first line, the rest, and the lines of its examples."""
    text, _, examples = inspect.cleandoc(command.__doc__ or "").partition("\b\n")
    first, _, rest = text.strip().partition("\n\n")
    return (
        " ".join(first.split()),
        " ".join(rest.split()),
        [line.strip() for line in examples.splitlines() if line.strip()],
    )


def parameters(command: Command) -> Iterator[tuple[str, str]]:
    """Yield each argument and option as it is typed, and what it does."""
    for name, parameter in inspect.signature(command, eval_str=True).parameters.items():
        if parameter.annotation is Context:
            continue
        annotated, info = get_args(parameter.annotation)
        if isinstance(info, ArgumentInfo):
            yield info.metavar or name.upper(), info.help or ""
            continue
        # In Annotated form typer keeps the first declaration where the default would stand.
        declared = [d for d in (info.default, *(info.param_decls or ())) if isinstance(d, str)]
        names = declared or [f"--{name.replace('_', '-')}"]
        value = "" if annotated is bool else f" {info.metavar or _values(annotated)}"
        shown = getattr(parameter.default, "value", parameter.default)
        note = "" if shown in (None, False, "") or info.show_default is False else f" Default: {shown}."
        yield ", ".join(names) + value, (info.help or "") + note


def _values(annotated: Any) -> str:  # noqa: ANN401 - any type expression
    if isinstance(annotated, UnionType):
        annotated = get_args(annotated)[0]
    if isinstance(annotated, type) and issubclass(annotated, Enum):
        return "|".join(str(choice.value) for choice in annotated)
    if get_origin(annotated) is Literal:
        return "|".join(get_args(annotated))
    return "TEXT" if annotated is str else "NUMBER"


def markdown() -> str:
    """Return the command reference."""
    lines = [
        "# Command reference",
        "",
        "Made from the commands' own help by `docs/make_reference.py`; do not edit.",
        "",
    ]
    for name, command in commands():
        first, rest, examples = parts(command)
        lines += [f"## `{name}`", "", first, ""]
        lines += [rest, ""] if rest else []
        lines += ["```sh", *examples, "```", ""] if examples else []
        lines += ["| | |", "|---|---|"]
        lines += [f"| `{_cell(name)}` | {_cell(text)} |" for name, text in parameters(command)]
        lines.append("")
    for title, rows in (("Exit status", STATUSES), ("Environment", VARIABLES)):
        lines += [f"## {title}", "", "| | |", "|---|---|"]
        lines += [f"| `{name}` | {text} |" for name, text in rows.items()] + [""]
    return "\n".join(lines).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def manual() -> str:
    """Return the man page, in roff."""
    lines = [
        f'.TH FORENSICS 1 "" "forensics {__version__}"',
        ".SH NAME",
        f"forensics \\- {_roff(str(app.info.help))}",
        ".SH SYNOPSIS",
        ".B forensics",
        "COMMAND [OPTIONS] [PATH...]",
    ]
    for name, command in commands():
        first, more, examples = parts(command)
        lines += [f".SH {name.upper()}", _roff(first), ".PP", _roff(more)]
        for option, text in parameters(command):
            lines += [".TP", f".B {_roff(option)}", _roff(text) or "\\&"]
        lines += [".PP", ".nf", *map(_roff, examples), ".fi"] if examples else []
    for title, rows in (("EXIT STATUS", STATUSES), ("ENVIRONMENT", VARIABLES)):
        lines.append(f".SH {title}")
        for name, text in rows.items():
            lines += [".TP", f".B {name}", _roff(text.replace("`", ""))]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


def main() -> int:
    """Write all three, or check them."""
    made = {
        HERE / "cli.md": markdown(),
        HERE / "forensics.1": manual(),
        HERE / "results.md": results_page(),
    }
    if "--check" not in sys.argv:
        for path, text in made.items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    if stale:
        print(f"out of date: {', '.join(stale)}; run python docs/make_reference.py", file=sys.stderr)
    return bool(stale)


if __name__ == "__main__":
    sys.exit(main())
