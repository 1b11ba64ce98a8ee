"""What is asked about the folder of an index as a whole: may one be made there, and what is in it."""

from __future__ import annotations

import json
from pathlib import Path

from forensics.errors import UsageError
from forensics.index.disk import database, parts, rows
from forensics.index.disk.lock import NAME as LOCK
from forensics.index.disk.shape import fingerprint
from forensics.index.result import IndexInfo

_OWN = {LOCK, parts.WORDS, parts.KEYS}


def check_new(home: Path) -> None:
    """Raise UsageError where no index can be made in `home`: one is there whole, or something else is."""
    if not home.exists():
        return
    if not home.is_dir():
        raise UsageError(f"{home} is a file", "name a folder that is new or empty")
    if list(database.editions(home)):
        connection = database.open_to_read(home)
        with database.clearly(home, database.edition(home).name):
            finished = rows.read_state(connection, home).finished
        connection.close()
        if finished:
            raise UsageError(
                f"{home} holds an index already", f"add to it with: forensics index add {home} PATH..."
            )
    elif foreign := sorted(p.name for p in home.iterdir() if p.name not in _OWN and p.name[:1] != "."):
        raise UsageError(
            f"{home} is no index and not empty: it holds {foreign[0]}", "name a folder that is new or empty"
        )


def describe(home: Path) -> IndexInfo:
    """Return what the index in `home` holds; raises NoIndexError, NewerIndexError, DamagedIndexError."""
    connection = database.open_to_read(home)
    try:
        with database.clearly(home, database.edition(home).name):
            connection.execute("BEGIN")
            state = rows.read_state(connection, home)
            made = json.loads(rows.read_meta(connection, home)["shape"])
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            (page,) = connection.execute("PRAGMA page_size").fetchone()
            files = [one.size for one in parts.listed(connection) if one.data is None or one.kind == "words"]
    finally:
        connection.close()
    return IndexInfo(
        documents=state.documents,
        chunks=state.chunks,
        bytes=pages * page + sum(files),
        schema_version=database.SCHEMA_VERSION,
        settings_fingerprint=fingerprint(made),
        shape=made,
        finished=bool(state.finished),
    )
