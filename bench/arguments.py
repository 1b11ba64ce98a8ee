"""Command lines of the benches: what a module's docstring says is what --help shows."""

from __future__ import annotations

import argparse
import re


def parser(doc: str | None) -> argparse.ArgumentParser:
    """Return a parser whose help is the docstring of a module, which names the command that runs it."""
    command = re.search(r"python -m bench[\w.]*", doc or "")
    if doc is None or command is None:
        raise ValueError("the docstring of a bench says how it is run: python -m bench...")
    return argparse.ArgumentParser(
        prog=command.group(), description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )


def share(options: argparse.ArgumentParser) -> None:
    """Add the argument `share`: how much of the texts to take."""
    options.add_argument(
        "share", nargs="?", type=float, default=1.0, help="0 to 1; of the texts, all by default"
    )
