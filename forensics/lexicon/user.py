"""Users' own pairs, from a table that they keep or that research-integrity screeners publish."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from forensics.documents.model import Warned
from forensics.errors import InputError
from forensics.lang import language
from forensics.lexicon.pairs import LONGEST_PHRASE, UserPair, keys

_OBSERVED = (
    "observed",
    "tortured phrase",
    "tortured",
    "fingerprint - tortured phrase",
    "fingerprint",
    "phrase",
    "spun",
)
_ORIGINAL = (
    "original",
    "expected text",
    "expected phrase",
    "expected",
    "established phrase",
    "established",
    "correct phrase",
    "actual phrase",
    "standard term",
    "simple phrase",
)
_WEIGHT = ("pages", "weight", "count")
_SOURCE = ("source", "family")
_QUOTED = re.compile(r'["“”]([^"“”]+)["“”]')
_CONDITION = re.compile(r"\b(?:AND|NOT|NEAR)\b")
_SMALL = language("en").function_words
# Different originals in which two words face each other: one phrase may not be rewritten word by word; chosen
_SEVERAL = 2
_HINT = "Give two columns, observed and original, or a table with a header that names them."


@dataclass(frozen=True, slots=True)
class _Columns:
    observed: int
    original: int
    weight: int | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class UserTable:
    """The pairs of a user's table, and what is told of the rows that hold none (id: path and line)."""

    pairs: tuple[UserPair, ...]
    passed_over: tuple[Warned, ...]


class _NoPairError(ValueError):
    """A row that holds no pair, and why."""


def read_user_pairs(path: str | Path) -> UserTable:
    """Return the pairs of a user's table, in its order; a pair that stands there twice is kept once.

    Two layouts, tabs or commas between the columns, UTF-8:
    - `observed` and `original` (several originals split by | or ;), and if wanted `pages` (a number) and
      `source`; without a header the first two columns are these;
    - the lists of tortured phrases that research-integrity screeners publish ("Fingerprint - Tortured
      Phrase", "Expected Text"): a fingerprint may be a query of quoted phrases, of which those before any
      AND, NOT or NEAR are taken.
    Words that face each other in several phrases as long as their originals are pairs too. Lines that begin with # are
    remarks. Lists that others publish hold rows that are not filled in yet: those are passed
    over and told. Raises InputError for a table without a pair, naming file and line of the first row that has none.
    """
    text = _text(path)
    rows = list(_rows(text))
    if not rows:
        raise InputError(f"{path}: no pair in it", _HINT)
    number, first = rows[0]
    named = _named(first)
    if named is None and len(first) < 2:
        raise InputError(f"{path}:{number}: one column where two are needed", _HINT)
    found: dict[tuple[str, str], UserPair] = {}
    passed_over: list[Warned] = []
    for number, row in rows[1:] if named else rows:
        try:
            for pair in _pairs(row, named or _Columns(0, 1), Path(path).name):
                found.setdefault((pair.observed.lower(), pair.original.lower()), pair)
        except _NoPairError as why:
            passed_over.append(Warned(f"{path}:{number}", f"{why}; the row is passed over"))
    if not found and passed_over:
        first_bad = passed_over[0]
        raise InputError(
            f"{first_bad.id}: {first_bad.warning.removesuffix('; the row is passed over')}", _HINT
        )
    for pair in list(_word_by_word(found.values())):
        found.setdefault((pair.observed, pair.original), pair)
    return UserTable(tuple(found.values()), tuple(passed_over))


def _text(path: str | Path) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}", "Save the table as UTF-8.") from error
    except OSError as error:
        raise InputError(
            f"{path}: {error.strerror or error}", "Give the path of a table of pairs."
        ) from error


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of the rows that hold something; tabs divide where the first row has one."""
    lines = text.splitlines()
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if "\t" in first:
        split = [line.split("\t") for line in lines]
        numbered = list(enumerate(split, 1))
    else:
        reader = csv.reader(lines, delimiter=";" if ";" in first and "," not in first else ",")
        numbered = [(reader.line_num, row) for row in reader]
    for number, row in numbered:
        cells = [cell.strip() for cell in row]
        if any(cells) and not cells[0].startswith("#"):
            yield number, cells


def _named(header: Sequence[str]) -> _Columns | None:
    """Return which columns a header names, None when the row is no header."""
    plain = [re.sub(r"[\s_]+", " ", cell.lower()).strip('" ') for cell in header]

    def column(names: Sequence[str]) -> int | None:
        return next((plain.index(name) for name in names if name in plain), None)

    observed, original = column(_OBSERVED), column(_ORIGINAL)
    if observed is None or original is None or observed == original:
        return None
    return _Columns(observed, original, column(_WEIGHT), column(_SOURCE))


def _pairs(row: Sequence[str], columns: _Columns, name: str) -> Iterator[UserPair]:
    """Yield the pairs of a row; raises _NoPairError where it has none, or after those that it has where one is none."""
    observed, originals = _cell(row, columns.observed), _cell(row, columns.original)
    if not observed or not originals:
        raise _NoPairError(f"{'no observed phrase' if not observed else 'no original'} in this row")
    weight = _weight(_cell(row, columns.weight))
    source = _cell(row, columns.source) or name
    wrong = ""
    for phrase in _phrases(observed):
        for original in re.split(r"\s*[|;]\s*", originals):
            words, others = keys(phrase), keys(original)
            if not words or not others:
                wrong = f"“{phrase}” or “{original}” holds no word"
            elif max(len(words), len(others)) > LONGEST_PHRASE:
                wrong = f"“{phrase}” or “{original}” has more than {LONGEST_PHRASE} words"
            elif words != others:
                yield UserPair(" ".join(words), " ".join(others), weight, source)

    if wrong:
        raise _NoPairError(wrong)


def _word_by_word(pairs: Iterable[UserPair]) -> Iterator[UserPair]:
    """Yield the words that face each other in several phrases as long as their originals, and no pair by themselves.

    "profound learning" for deep learning and "profound organization" for deep network: who wrote these writes
    "profound" for deep.
    """
    phrases: dict[tuple[str, str], dict[str, str]] = {}  # words -> the originals that they face each other in
    for pair in pairs:
        observed, original = pair.observed.split(" "), pair.original.split(" ")
        if len(observed) == len(original) > 1:
            for two in zip(observed, original, strict=True):
                if two[0] != two[1] and _SMALL.isdisjoint(two):
                    phrases.setdefault((two[0], two[1]), {})[pair.original] = pair.source
    for (written, stood), sources in phrases.items():
        if len(sources) >= _SEVERAL:
            source = f"{next(iter(sources.values()))}, word by word,"
            yield UserPair(written, stood, float(len(sources)), source)


def _cell(row: Sequence[str], column: int | None) -> str:
    return row[column] if column is not None and column < len(row) else ""


def _weight(cell: str) -> float:
    try:
        weight = float(cell) if cell else 1.0
    except ValueError as error:
        raise _NoPairError(f"“{cell}” is no number of pages") from error
    if not 0 < weight < 1e9:
        raise _NoPairError(f"{cell} pages cannot be")
    return weight


def _phrases(cell: str) -> list[str]:
    """Return the observed phrases of a cell: all of it, or the quoted phrases of a screener's query."""
    unconditional = _CONDITION.split(cell)[0]
    return _QUOTED.findall(unconditional) or [cell]
