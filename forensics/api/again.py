"""A saved result made again from what its manifest names."""

from __future__ import annotations

from typing import Any

from forensics.documents.files import is_piped
from forensics.envelope import Envelope
from forensics.errors import InputError


def again(saved: Envelope[Any, Any]) -> Envelope[Any, Any]:
    """Return what the analysis of `saved` finds now, in the same paths under the same settings.

    Raises InputError where the texts were given through a pipe or in memory, and what the analyses raise.
    """
    if not saved.paths:
        raise InputError("the result names no paths: its texts were in memory", "make it from files")
    for path in (*saved.paths, *_others(saved)):
        if is_piped(path):
            raise InputError(
                f"{path} came through a pipe and cannot be read again",
                "save the text in a file, and make the result from that",
            )
    if saved.command == "dedupe":
        from forensics.api.dedupe import dedupe

        return dedupe(saved.paths, settings=saved.settings)  # which says what they were held against
    if saved.command == "spin":
        from forensics.api.spin import spin

        return spin(saved.paths, settings=saved.settings)
    from forensics.api.trace import trace

    return trace(
        saved.paths,
        against=saved.settings.against or None,
        templates=saved.settings.templates or None,
        settings=saved.settings,
    )


def _others(saved: Envelope[Any, Any]) -> tuple[str, ...]:
    against = getattr(saved.settings, "against", None) or ()
    templates = getattr(saved.settings, "templates", ())
    return (*((against,) if isinstance(against, str) else against), *templates)
