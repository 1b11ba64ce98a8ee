"""Progress as an object that is passed in; silent unless the caller shows it."""

from __future__ import annotations


class Progress:
    """Receives how far a long piece of work has come; this base class keeps silent."""

    def start(self, label: str, total: int | None = None) -> None:
        """Begin a stage called `label` of `total` steps (None: not known)."""

    def advance(self, steps: int = 1) -> None:
        """Say that `steps` more steps of the current stage are done."""

    def finish(self) -> None:
        """End the current stage."""


SILENT = Progress()
