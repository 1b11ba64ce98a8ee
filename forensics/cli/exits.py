"""Exit statuses, and how every way of ending becomes one of them."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

import typer

from forensics.cli.standard_error import tell
from forensics.errors import ForensicsError
from forensics.text.visible import visible

DONE = 0
FINDINGS = 1
FAILED = 2
INTERRUPTED = 130
CLOSED_PIPE = 141

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

# The base of every usage error, whichever parser this typer stands on.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class ClosedPipeError(Exception):
    """The reader of standard output has gone."""


def run_to_exit(app: Callable[..., object]) -> NoReturn:
    """Run `app` and leave the process with the contract's exit status; no traceback reaches a user."""
    if sys.stdout is None and not _writes_to_a_file(sys.argv):  # closed by the caller, as >&- does
        fail("standard output is closed", "give -o FILE, or leave standard output open")
    try:
        code = app(standalone_mode=False, prog_name="forensics")
        if sys.stdout is not None:  # None where the caller closed it, as >&- does
            sys.stdout.flush()
    except ForensicsError as error:
        fail(error.message, error.hint)
    except SystemExit as error:
        # click and rich end so, with 1, where the reader of standard output has gone.
        if error.code != FINDINGS:
            raise
        _silence_stdout()
        sys.exit(CLOSED_PIPE)
    except (ClosedPipeError, BrokenPipeError):
        _silence_stdout()
        sys.exit(CLOSED_PIPE)
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(INTERRUPTED)
    except _UsageError as error:
        _usage(error)
    except MemoryError:
        fail(
            "out of memory",
            "give fewer documents at once, or a smaller --max-memory where the command has it",
        )
    except OSError as error:
        if error.errno not in _FULL:
            _internal(error)
        _silence_stdout()
        fail(f"cannot write the output: {error.strerror}", "make room, or give -o FILE on another disk")
    except Exception as error:
        _internal(error)
    sys.exit(code if isinstance(code, int) else DONE)


def _internal(error: Exception) -> NoReturn:
    if os.environ.get("FORENSICS_DEBUG"):
        raise error
    fail(
        f"internal error: {type(error).__name__}: {error}",
        "FORENSICS_DEBUG=1 shows where; please report it",
    )


def fail(message: str, hint: str = "") -> NoReturn:
    """Say in one clear line what is wrong, in another what to try, and leave with status 2."""
    tell(f"forensics: {visible(message)}")
    if hint:
        tell(f"  hint: {visible(hint)}")
    sys.exit(FAILED)


def _writes_to_a_file(arguments: list[str]) -> bool:
    return any(one.startswith(("-o", "--output", "--write-", "--harvest")) for one in arguments)


def _usage(error: Exception) -> NoReturn:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(context.get_help() if context else "")
        sys.exit(FAILED)
    path = context.command_path if context else "forensics"
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    # typer's parser leads with the name of its own exception.
    fail(message.replace("Value error, ", "").rstrip("."), f"{path} --help lists the options, with examples")


def _silence_stdout() -> None:
    # The interpreter flushes standard output as it ends; what is left must have somewhere to go.
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
