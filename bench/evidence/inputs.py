"""Whether each of many odd inputs is read as its kind should be: what it should give was written down first.

Run: python -m bench.evidence.inputs FOLDER [--table TABLE]
Needs the package with all its extras, and a folder that holds the inputs that the table names.

The table (bench/evidence/inputs.jsonl) was written from looking at the inputs, before they were read: for each, its
`options`, how many `documents` it gives, their `texts` one after another with " | " between (… stands for anything),
what these must not have (`lacks`), and a part of each thing that is `told`; nothing else may be told. Texts (.txt)
that are not in the table are to be read as they stand. Prints what is otherwise, then the count; ends with 1 where
anything is, and where the folder holds an input that the table does not know.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.arguments import parser

TABLE = Path(__file__).with_name("inputs.jsonl")


def rows(folder: Path, table: Path) -> Iterator[dict]:
    """Yield what is expected of each file of the folder."""
    known = [json.loads(line) for line in table.read_text(encoding="utf-8").split("\n") if line]
    yield from known
    named = {row["file"] for row in known}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in named:
            row = {"file": name, "documents": 1}
            yield row | {"as_it_is": True} if path.suffix == ".txt" else row | {"unknown": True}


def faults(folder: Path, row: dict) -> Iterator[str]:
    """Yield in what the reading of one input is not what is expected."""
    path = folder / row["file"]
    if row.get("unknown"):
        yield "is not in the table"
        return
    command = [sys.executable, "-m", "forensics", "read", str(path), "--format", "jsonl", "-q"]
    ran = subprocess.run([*command, *row.get("options", [])], capture_output=True, check=False)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    texts = [line["text"] for line in lines if line["type"] == "document"]
    told = [line.get("reason") or line["warning"] for line in lines if line["type"] in ("skipped", "warning")]
    if ran.returncode != (0 if texts else 2):
        yield f"ended with {ran.returncode}: {ran.stderr.decode(errors='replace')[-200:]}"
    if len(texts) != row["documents"]:
        yield f"{len(texts)} documents, not {row['documents']}"
    whole = " | ".join(texts)
    if row.get("as_it_is"):
        if whole.encode() != path.read_bytes():
            yield "is not read as it stands"
    elif texts and not re.fullmatch(_pattern(row.get("texts", "")), whole, re.S):
        yield f"reads {whole[:300]!r}"
    yield from (f"has {part!r}" for part in row.get("lacks", ()) if part in whole)
    expected = row.get("told", [])
    yield from (f"does not tell {part!r}" for part in expected if not any(part in one for one in told))
    yield from (f"tells {one!r}" for one in told if not any(part in one for part in expected))


def _pattern(texts: str) -> str:
    return ".*".join(map(re.escape, texts.split("…")))


def main() -> None:
    """Print what is read otherwise than expected."""
    options = parser(__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--table", type=Path, default=TABLE)
    given = options.parse_args()
    total = wrong = 0
    for row in rows(given.folder, given.table):
        found = list(faults(given.folder, row))
        total, wrong = total + 1, wrong + bool(found)
        for one in found:
            print(f"{row['file']} {' '.join(row.get('options', []))}: {one}", flush=True)
    print(f"{total - wrong} of {total} inputs are read as they should be")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
