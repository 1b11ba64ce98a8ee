"""Whether several Pythons make the same bytes, and verify each other's results.

Run from the root of the project: python -m bench.evidence.pythons PYTHON... [--folder FOLDER]
Needs the package's requirements under each PYTHON (the path of an interpreter), in the same versions.

Each runs the analyses over samples/ and a text with letters that each version of Unicode since 14 brought, and reads
FOLDER, where one is given; what they print is compared, and the results of the first are verified by the others. Prints
a row a run, and ends with 1 where any differs.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from bench.arguments import parser

ROOT = Path(__file__).parents[2]
# Of Unicode 15.0, 15.1, 16.0 and 17.0: letters, marks and digits, alone and in words.
LATER = (
    "\U00011f04\U0001e4d0\U0001e4f0\U00031350\U0002ebf0\ua7cb\U0001ccd6\U0001ccf0\U00010d50"
    "\u1c89\u1acf\ua7ce\U00016ea0"
)
RUNS = {
    "dedupe": ["dedupe", "samples", "later.txt", "--threshold", "0.05", "--json"],
    "spin": ["spin", "samples", "later.txt", "--json"],
    "trace": ["trace", "samples/001.txt", "later.txt", "--against", "samples", "--json"],
    "spin, lines": ["spin", "samples/001.txt", "--format", "jsonl"],
}


def ran(python: str, arguments: list[str], folder: Path) -> tuple[int, bytes]:
    """Return the status of a run of the command, and what it printed."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [python, "-m", "forensics", *arguments, "-q"]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=False)
    return done.returncode, done.stdout


def main() -> None:
    """Print what each Python makes."""
    options = parser(__doc__)
    options.add_argument("python", nargs="+")
    options.add_argument("--folder", type=Path)
    given = options.parse_args()
    runs = dict(RUNS)
    if given.folder is not None:
        runs["read"] = ["read", str(given.folder.resolve()), "--format", "jsonl"]
    differ = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")
        words = " ".join(f"{char} wo{char}rd {char}{char}" for char in LATER)
        (folder / "later.txt").write_text(f"The boats {words} came to the pier.\n" * 3, encoding="utf-8")
        for what, arguments in runs.items():
            made = {python: ran(python, arguments, folder) for python in given.python}
            first = made[given.python[0]]
            for python, (status, data) in made.items():
                same = (status, data) == first
                differ += not same
                digest = sha256(data).hexdigest()[:16]
                print(
                    f"{what:14}{python:50}status {status}  {digest} {len(data):9,} bytes{'' if same else '  DIFFERS'}"
                )
            if what == "read":
                continue
            (folder / "result").write_bytes(first[1])
            for python in given.python[1:]:
                status, said = ran(python, ["verify", "result"], folder)
                differ += status != 0
                print(
                    f"{'  verified by':14}{python:50}status {status}  {said.decode().strip()[:200]}",
                    flush=True,
                )
    print("the same bytes" if not differ else f"{differ} differ")
    sys.exit(bool(differ))


if __name__ == "__main__":
    main()
