"""The errors that users can do something about; each carries a hint of what to try next."""

from __future__ import annotations


class ForensicsError(Exception):
    """An expected failure: one clear line, and a hint of what to try next.

    `message` says what is wrong, `hint` (possibly empty) what to do; neither ends in a newline.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ForensicsError):
    """Settings or arguments that cannot be taken."""


class InputError(ForensicsError):
    """Input that cannot be read at all, so that there is nothing to analyse."""


class OutputError(ForensicsError):
    """Output that cannot be written where it was asked for."""


class MissingExtraError(ForensicsError):
    """An optional dependency is not installed; the hint is the exact command that installs it."""

    def __init__(self, purpose: str, extra: str) -> None:
        super().__init__(f"{purpose} needs the '{extra}' extra", f"pip install 'forensics[{extra}]'")
        self.extra = extra
