"""Progress on a terminal: a bar for each stage of the work."""

from __future__ import annotations

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.text import Text

from forensics.progress import Progress


class _Speed(ProgressColumn):
    """How many steps a second, once that is known."""

    def render(self, task: Task) -> Text:
        return Text("" if task.speed is None else f"{task.speed:,.0f}/s", justify="right")


class TerminalProgress(Progress):
    """A bar a stage on standard error, with its rate and the time left."""

    def __init__(self, *, no_color: bool) -> None:
        self._bars = Bars(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Speed(),
            TimeRemainingColumn(),
            console=Console(stderr=True, no_color=no_color or None, highlight=False),
            transient=True,
        )
        self._task: TaskID | None = None

    def start(self, label: str, total: int | None = None) -> None:
        """Show a bar for a stage of `total` steps."""
        self._bars.start()
        self._task = self._bars.add_task(label, total=total)

    def advance(self, steps: int = 1) -> None:
        """Move it on."""
        if self._task is not None:
            self._bars.advance(self._task, steps)

    def finish(self) -> None:
        """Take it away."""
        if self._task is not None:
            self._bars.remove_task(self._task)
            self._task = None
        self._bars.stop()
