"""Several files that appear together or not at all."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import NoReturn

from forensics.errors import OutputError


@dataclass(slots=True)
class Stage:
    """What was written and waits for its name.

    `pending` holds, for each file or folder, what gives it a name beside its target, and the target; `cleanup` what is
    to be done in the end, whether they take their places or not.
    """

    pending: list[tuple[Callable[[], Path], Path]] = field(default_factory=list)
    cleanup: ExitStack = field(default_factory=ExitStack)

    def publish(self) -> None:
        """Let everything take its place; where one cannot, none does, and what stood there before stands again."""
        named = [(name(), target) for name, target in self.pending]
        with ExitStack() as undo:
            for made, target in named:
                undo.callback(self._kept(made, target))
                try:
                    os.replace(made, target)  # noqa: PTH105 (Path.replace says the same)
                except OSError as error:
                    raise OutputError(f"cannot write {target}: {error.strerror or error}") from error
            undo.pop_all()

    def _kept(self, made: Path, target: Path) -> Callable[[], None]:
        """Keep what stands at `target`, and return what puts it there again."""
        if made.is_dir():
            empty = target.is_dir()
            return lambda: _folder_back(made, target, empty=empty)
        if not target.exists():
            return lambda: _gone(made, target)
        old = target.with_name(f".{target.name[:200]}.{os.getpid()}.old")
        with suppress(OSError):  # a file system without links: what it held is lost if a later file fails
            os.link(target, old)
        self.cleanup.callback(old.unlink, missing_ok=True)
        return lambda: _back(made, target, old)


def _gone(made: Path, target: Path) -> None:
    if not made.exists():
        target.unlink(missing_ok=True)


def _back(made: Path, target: Path, old: Path) -> None:
    if old.exists() and not made.exists():
        os.replace(old, target)  # noqa: PTH105


def _folder_back(made: Path, target: Path, *, empty: bool) -> None:
    if made.exists():
        return
    os.replace(target, made)  # noqa: PTH105
    if empty:
        target.mkdir()


_STAGE: ContextVar[Stage | None] = ContextVar("forensics_stage", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Let all files that `output.atomic` and `atomic_folder` give within the block appear at its end, or none.

    Blocks inside others belong to the outermost. Names are given last, one after another: only a machine that stops, or
    a `kill -9`, between two of them leaves some of the files and not the others, each of them whole.
    """
    if _STAGE.get() is not None:
        yield
        return
    stage = Stage()
    token = _STAGE.set(stage)
    try:
        with terminated_cleanly(), stage.cleanup:
            yield
            stage.publish()
    finally:
        _STAGE.reset(token)


@contextmanager
def staged() -> Iterator[Stage]:
    """Give the stage of the block around, or one of its own that is published at once."""
    with together():
        stage = _STAGE.get()
        assert stage is not None, "together has just set it"
        yield stage


@contextmanager
def terminated_cleanly() -> Iterator[None]:
    """Let SIGTERM unwind the stack, as SIGINT does, where nobody else has asked for it."""
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def stop(number: int, _: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
