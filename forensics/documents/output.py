"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import IO

from forensics.documents.staging import staged, terminated_cleanly
from forensics.errors import OutputError, UsageError

_UNNAMED = getattr(os, "O_TMPFILE", 0)


def check_writable(path: str | Path, inputs: Iterable[str] = ()) -> None:
    """Raise what `atomic` would raise at once, so that a long piece of work need not be done first."""
    target = Path(path)
    if target.is_dir():
        raise OutputError(f"cannot write {path}: it is a folder")
    folder = Path(os.path.realpath(target)).parent
    if not folder.is_dir():
        raise OutputError(f"cannot write {path}: there is no folder {folder}", f"mkdir -p '{folder}'")
    if not os.access(target if _is_special(target) else folder, os.W_OK):
        raise OutputError(f"cannot write {path}: permission denied")
    if target.is_file() and any(map(partial(_is_file, target.stat()), inputs)):
        raise UsageError(f"{path} is an input, and would be overwritten", "write to another file")


def _is_file(target: os.stat_result, path: str) -> bool:
    try:
        return os.path.samestat(target, os.stat(path))  # noqa: PTH116 (a hot path)
    except OSError:
        return False


@contextmanager
def atomic(path: str | Path, inputs: Iterable[str] = ()) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes the place of `path` when the block ends without an exception.

    Within `staging.together` it does so with the others. Until then nothing is seen at `path`; where the system can,
    the file has no name before, so that even a killed process leaves nothing behind. Devices and pipes are written to
    directly. Raises OutputError where `path` cannot be written, UsageError where it is one of `inputs`.
    """
    check_writable(path, inputs)
    if _is_special(Path(path)):
        with _clearly(path), Path(path).open("wb") as special:
            yield special
        return
    target = Path(os.path.realpath(path))
    with _clearly(path), terminated_cleanly(), staged() as stage, ExitStack() as cleanup:
        file = _temporary(target, cleanup)
        yield file
        file.flush()
        os.fchmod(file.fileno(), _mode(target))
        os.fsync(file.fileno())
        stage.pending.append((partial(_name, file, target, stage.cleanup), target))
        stage.cleanup.push(cleanup.pop_all())


@contextmanager
def atomic_folder(path: str | Path) -> Iterator[Path]:
    """Give an empty folder, which takes the place of `path` when the block ends without an exception.

    Raises OutputError where `path` is there already and not an empty folder.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputError(f"cannot write {path}: it is there already", "name a new or an empty folder")
    if not target.parent.is_dir():
        raise OutputError(
            f"cannot write {path}: there is no folder {target.parent}", f"mkdir -p '{target.parent}'"
        )
    with _clearly(path), terminated_cleanly(), staged() as stage, ExitStack() as cleanup:
        made = Path(tempfile.mkdtemp(prefix=f".{target.name[:200]}.", dir=target.parent))
        cleanup.callback(shutil.rmtree, made, ignore_errors=True)
        yield made
        made.chmod(0o777 & ~_umask())
        stage.pending.append((lambda: made, target))  # an empty folder is replaced too
        stage.cleanup.push(cleanup.pop_all())


def _temporary(target: Path, cleanup: ExitStack) -> IO[bytes]:
    if _UNNAMED:
        with suppress(OSError):
            descriptor = os.open(target.parent, os.O_RDWR | _UNNAMED, 0o600)
            return cleanup.enter_context(os.fdopen(descriptor, "w+b"))
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:200]}.", dir=target.parent)
    cleanup.callback(Path(name).unlink, missing_ok=True)
    os.close(handle)
    return cleanup.enter_context(Path(name).open("w+b"))


def _name(file: IO[bytes], target: Path, cleanup: ExitStack) -> Path:
    """Return where the file stands, beside its target; one that is only a descriptor yet is given a name."""
    if isinstance(file.name, str):
        return Path(file.name)
    named = target.with_name(f".{target.name[:200]}.{os.getpid()}")
    cleanup.callback(named.unlink, missing_ok=True)
    _link(file.fileno(), named)
    return named


def _link(descriptor: int, name: Path) -> None:
    folder = os.open(name.parent, os.O_RDONLY)
    try:  # a folder's descriptor makes Python call linkat, which alone follows the link in /proc
        os.link(f"/proc/self/fd/{descriptor}", name.name, src_dir_fd=folder, dst_dir_fd=folder)
    finally:
        os.close(folder)


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file() and not target.is_dir()


def _mode(target: Path) -> int:
    return stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextmanager
def _clearly(path: str | Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror or error}") from error
