"""What is said on standard error: progress, warnings, and what to try next."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from forensics.cli.standard_error import tell
from forensics.documents.model import Skipped, Warned
from forensics.progress import SILENT, Progress
from forensics.text.visible import visible

_SHOWN = 10


class Talk:
    """Standard error for one run; `quiet` leaves only errors."""

    def __init__(self, *, quiet: bool, verbose: bool, no_color: bool) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._no_color = no_color

    def progress(self) -> Progress:
        """Return progress bars on a terminal, silence elsewhere."""
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            return SILENT
        from forensics.cli.bars import TerminalProgress

        return TerminalProgress(no_color=self._no_color)

    def say(self, line: str) -> None:
        """Say one line, unless quiet."""
        if not self.quiet:
            tell(visible(line))

    def skipped(self, skipped: Sequence[Skipped]) -> None:
        """Name what was skipped and why: the first few, or all with --verbose."""
        self._few([f"skipped {one.id}: {one.reason}" for one in skipped], "skipped")

    def warned(self, warnings: Sequence[Warned]) -> None:
        """Name what was read but not wholly or not without doubt: the first few, or all with --verbose."""
        self._few([f"{one.id}: {one.warning}" for one in warnings], "warnings of")

    def _few(self, lines: Sequence[str], what: str) -> None:
        shown = lines if self.verbose else lines[:_SHOWN]
        for line in shown:
            self.say(f"forensics: {line}")
        if len(shown) < len(lines):
            self.say(f"forensics: {what} {len(lines) - len(shown)} more; --verbose names them")
