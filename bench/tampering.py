"""How many one-character tamperings of results and of their inputs `forensics verify` finds: all, or it is a fault.

Run from the root of the project, where samples/ is: python -m bench.tampering [COUNT] [--seed N]
Needs the package installed and nothing else. Makes a result of each analysis, changes one character of a result or of
one of its inputs at random COUNT times (1,000 by default), and asks each time whether verifying says so. Ends with
status 1 where one was not found.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

from bench.arguments import parser
from forensics.api.again import again
from forensics.errors import ForensicsError
from forensics.report.interface import RenderOptions, renderer
from forensics.report.json import document
from forensics.report.saved_form import saved_as
from forensics.report.verification import changed_inputs

_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789 \n",.:{}[]-é'


def results() -> dict[str, bytes]:
    """Return a saved result of each analysis over the texts in the current folder, in either form, by what it is."""
    from forensics import TraceSettings, dedupe, spin, trace

    texts = sorted(str(path) for path in Path("samples").iterdir())
    made = {
        "dedupe": dedupe(texts),
        "spin": spin(texts[:2]),
        "trace": trace(texts[1:2], against=texts[:1], settings=TraceSettings(against=(texts[0],))),
    }
    lines = {
        f"{name}, lines": b"".join(renderer(one.command, "jsonl")(one, RenderOptions()))
        for name, one in made.items()
    }
    return {name: document(one) for name, one in made.items()} | lines


def found(data: bytes) -> bool:
    """Say whether verifying finds fault with the saved result `data` or with its inputs."""
    try:
        form = saved_as(data)
        saved = form.decode(data, "result")
        if not form.says_its_digest(data):
            return True
        made = again(saved)
    except ForensicsError:
        return True
    return any(True for _ in changed_inputs(saved, made)) or any(True for _ in form.differences(data, made))


def tampered(text: str, chance: random.Random) -> str:
    """Return `text` with one character exchanged for another."""
    at = chance.randrange(len(text))
    return text[:at] + chance.choice([letter for letter in _LETTERS if letter != text[at]]) + text[at + 1 :]


def run(count: int, seed: int) -> list[str]:
    """Return what was not found of `count` tamperings, a line each."""
    chance = random.Random(seed)
    saved = results()
    missed = [f"{name}, untouched, is not the same" for name, data in saved.items() if found(data)]
    for number in range(count):
        name = chance.choice(sorted(saved))
        if chance.random() < 0.5:
            text = tampered(saved[name].decode(), chance)
            seen = found(text.encode())
        else:
            path = Path(chance.choice(saved_as(saved[name]).decode(saved[name], name).inputs).id)
            before = path.read_bytes()
            path.write_bytes(tampered(before.decode(), chance).encode())
            seen = found(saved[name])
            path.write_bytes(before)
        if not seen:
            missed.append(f"{name}, tampering {number}")
    return missed


def main() -> None:
    """Print how many tamperings were found."""
    options = parser(__doc__)
    options.add_argument("count", nargs="?", type=int, default=1000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    samples = Path("samples").resolve()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(samples, Path(folder) / "samples")
        os.chdir(folder)
        missed = run(given.count, given.seed)
        os.chdir(samples.parent)
    print(f"{given.count - len(missed):,} of {given.count:,} tamperings found")
    for line in missed:
        print(f"not found: {line}")
    sys.exit(bool(missed))


if __name__ == "__main__":
    main()
