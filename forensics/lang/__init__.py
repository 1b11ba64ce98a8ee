"""What each language is made of: words and tables, and nothing that reads texts."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from forensics.errors import UsageError

if TYPE_CHECKING:
    from forensics.lang.base import Language

LANGUAGES = ("en",)
"""The codes (ISO 639-1) of the languages that are here, each a folder."""


@cache
def language(code: str) -> Language:
    """Return the language of a code in `LANGUAGES`, loaded when it is first asked for.

    Raises UsageError for any other.
    """
    if code not in LANGUAGES:
        raise UsageError(f"unknown language: {code}", hint=f"known are {', '.join(LANGUAGES)}")
    found: Language = import_module(f"forensics.lang.{code}").LANGUAGE
    return found
