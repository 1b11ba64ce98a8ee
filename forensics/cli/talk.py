"""What is said on standard error: progress, warnings, and what to try next."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bars

from forensics.documents.model import Skipped
from forensics.progress import SILENT, Progress
from forensics.text.visible import visible

_SHOWN = 10


class Talk:
    """Standard error for one run; `quiet` leaves only errors."""

    def __init__(self, *, quiet: bool, verbose: bool, no_color: bool) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._console = Console(stderr=True, no_color=no_color or None, highlight=False)

    def progress(self) -> Progress:
        """Return progress bars on a terminal, silence elsewhere."""
        return _TerminalProgress(self._console) if self._console.is_terminal and not self.quiet else SILENT

    def say(self, line: str) -> None:
        """Say one line, unless quiet."""
        if not self.quiet:
            print(visible(line), file=sys.stderr)

    def skipped(self, skipped: Sequence[Skipped]) -> None:
        """Name what was skipped and why: the first few, or all with --verbose."""
        shown = skipped if self.verbose else skipped[:_SHOWN]
        for one in shown:
            self.say(f"forensics: skipped {one.id}: {one.reason}")
        if len(shown) < len(skipped):
            self.say(f"forensics: skipped {len(skipped) - len(shown)} more; --verbose names them")


class _TerminalProgress(Progress):
    """A bar a stage, with its rate and the time left."""

    def __init__(self, console: Console) -> None:
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.speed:,.0f}/s", justify="right", table_column=None),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )
        self._task: TaskID | None = None

    def start(self, label: str, total: int | None = None) -> None:
        self._bars.start()
        self._task = self._bars.add_task(label, total=total)

    def advance(self, steps: int = 1) -> None:
        if self._task is not None:
            self._bars.advance(self._task, steps)

    def finish(self) -> None:
        if self._task is not None:
            self._bars.remove_task(self._task)
            self._task = None
        self._bars.stop()
