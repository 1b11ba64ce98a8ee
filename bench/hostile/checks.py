"""What every run on a hostile input must be: quiet about itself, honest in its status, and no document lost."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.fuzz.laws.faces import inert
from bench.hostile.case import Case
from bench.hostile.running import Ran, forked

_LINES = 60  # of standard error: what is skipped is listed, and cut short
ANALYSES = ("dedupe", "spin", "trace")


@dataclass(slots=True)
class Outcome:
    """What became of one input."""

    name: str
    faults: list[str] = field(default_factory=list)
    runs: int = 0
    seconds: float = 0.0
    megabytes: int = 0


def tried(case: Case, folder: Path, analyses: Sequence[str] = ANALYSES) -> Outcome:
    """Run `read`, the analyses and `report` on `case`, in `folder`, and return what went otherwise than it should."""
    found = Outcome(case.name)
    named = case.write(folder)
    lines = [json.loads(line) for line in _run(found, folder, case.ends, "read", named, "--format", "jsonl")]
    skipped = [one for one in lines if one["type"] == "skipped"]
    documents = [one["id"] for one in lines if one["type"] == "document"]
    if not lines or lines[-1]["type"] != "summary":
        found.faults.append("read: no summary at the end")
    _check(found, "read", case, len(documents), skipped)
    if len(set(documents)) < len(documents):
        found.faults.append("read: two documents share an id")
    for command in analyses:
        _run(found, folder, case.ends, command, named, "--json", "-o", f"{command}.json")
        saved = folder / f"{command}.json"
        if not saved.exists():
            found.faults.append(f"{command}: no result was written")
            continue
        result = json.loads(saved.read_bytes())
        _check(
            found, command, case, sum(one.get("documents", 1) for one in result["inputs"]), result["skipped"]
        )
        if result["skipped"] != [{name: one[name] for name in ("id", "reason")} for one in skipped]:
            found.faults.append(f"{command}: skips something else than read does")
        _run(found, folder, None, "report", f"{command}.json", "-o", f"{command}.html")
        page = folder / f"{command}.html"
        if case.reads and not page.exists():
            found.faults.append(f"report: no page of {command}")
        elif page.exists() and (said := inert(page.read_text("utf-8"))):
            found.faults.append(f"report: the page of {command} holds {said}")
    if left := [path.name for path in folder.iterdir() if path.name.startswith(".")]:
        found.faults.append(f"left behind: {left}")
    return found


def _run(found: Outcome, folder: Path, status: int | None, command: str, *arguments: str) -> list[bytes]:
    ran = forked([command, *arguments], folder)
    found.runs += 1
    found.seconds = max(found.seconds, ran.seconds)
    found.megabytes = max(found.megabytes, ran.megabytes)
    found.faults += [f"{command}: {fault}" for fault in _faults(ran, status)]
    return ran.out.split(b"\n")[:-1]


def _faults(ran: Ran, status: int | None) -> list[str]:
    said = []
    if ran.status not in ((0, 2) if status is None else (status,)):
        said.append(f"ends with {ran.status}, not {status}: {ran.err[-300:]}")
    if re.search(r"Traceback|internal error|Warning:|^\s+File ", ran.err, re.M):
        said.append(f"says what only programmers read: {ran.err[-300:]}")
    if ran.status == 2 and not ran.err.strip():
        said.append("ends with 2 and says nothing")
    if not ran.err.replace("\n", "").isprintable():
        said.append(f"shows raw control codes: {ran.err[:300]!r}")
    if ran.err.count("\n") > _LINES:
        said.append(f"{ran.err.count(chr(10))} lines on standard error")
    return said


def _check(found: Outcome, command: str, case: Case, documents: int, skipped: list[dict[str, Any]]) -> None:
    if documents != case.reads:
        found.faults.append(f"{command}: {documents} documents read, not {case.reads}; {_reasons(skipped)}")
    if bool(skipped) != bool(case.reason):
        found.faults.append(
            f"{command}: skipped: {_reasons(skipped) or 'nothing'}; expected: {case.reason or 'nothing'}"
        )
    for one in skipped:
        if case.reason and not re.match(case.reason, one["reason"]):
            found.faults.append(f"{command}: skipped for '{one['reason']}', not '{case.reason}'")
            break


def _reasons(skipped: list[dict[str, Any]]) -> str:
    return "; ".join(str(one["reason"]) for one in skipped[:3])
