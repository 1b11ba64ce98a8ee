"""Texts that stand in a data frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from forensics.documents.model import Document
from forensics.errors import UsageError


class Frame(Protocol):
    """What pandas and polars frames share: their columns by name."""

    @property
    def columns(self) -> Iterable[Any]:
        """The names of the columns."""

    def __getitem__(self, name: Any, /) -> Iterable[Any]:  # noqa: ANN401 - whatever names a column
        """Return the values of a column."""


def documents_of(frame: Frame, *, text: str = "text", id: str | None = None) -> Iterator[Document]:
    """Yield a document for each row of a data frame: its text, its id, and all other columns as metadata.

    `text` and `id` name columns; without `id` a row is named by its number, from 0. Raises UsageError where a column
    is not there, and where a text is none: what was not read is never passed over in silence.
    """
    names = [str(name) for name in frame.columns]
    for wanted in (text, *([] if id is None else [id])):
        if wanted not in names:
            raise UsageError(f"the frame has no column {wanted!r}", f"it has {', '.join(names)}")
    columns: Mapping[str, Iterable[Any]] = {name: frame[name] for name in frame.columns}
    return _rows(columns, text, id)


def _rows(columns: Mapping[str, Iterable[Any]], text: str, id: str | None) -> Iterator[Document]:
    for number, values in enumerate(zip(*columns.values(), strict=True)):
        row = dict(zip(columns, values, strict=True))
        name = str(number) if id is None else str(row.pop(id))
        held = row.pop(text)
        if not isinstance(held, str):
            raise UsageError(f"row {name}: the column {text!r} holds no text", "leave such rows out first")
        yield Document(name, held, row)
