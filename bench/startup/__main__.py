"""What a short run costs, in units of `python -c "import numpy"` in the same environment.

Run from the root of the project, where samples/ is: python -m bench.startup
Needs the package installed and nothing else. Prints, for each command, its processor time in units of importing
numpy, or for --help in units of the smallest typer program's, beside the most that it may be, and its peak memory.
With --check it ends with status 1 where one is more.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.arguments import parser
from bench.startup.measure import costs

_UNIT = 'python -c "import numpy"'
_SMALLEST, _SMALLEST_COMMAND = "smallest typer program --help", "smallest typer program, command --help"
_FORENSICS = [sys.executable, "-m", "forensics"]

# Arguments -> the most it may cost, in units of importing numpy. Where time went: docs/decisions/0204.
RUNS = {
    "dedupe samples": 2.5,
    "spin samples/001.txt": 4.0,
    "trace samples/001.txt --against samples": 6.0,
}
HELP = ["--help", *(f"{name} --help" for name in ("dedupe", "spin", "trace", "report", "schema"))]
MOST_HELP = 1.3  # in units of the smallest typer program with two commands and a whole-number option

_TYPER = '''"""The smallest typer program with two commands and a whole-number option."""

import typer

app = typer.Typer()


@app.command()
def one(number: int = 1) -> None:
    """Take a number."""


@app.command()
def two() -> None:
    """Take nothing."""


app()
'''


def main() -> None:
    """Measure every command and print a row for it."""
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=11, help="runs of each program; their median counts")
    options.add_argument("--check", action="store_true", help="end with status 1 where a limit is passed")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        smallest = Path(folder) / "smallest.py"
        smallest.write_text(_TYPER, encoding="utf-8")
        programs = {
            _UNIT: [sys.executable, "-c", "import numpy"],
            _SMALLEST: [sys.executable, str(smallest), "--help"],
            _SMALLEST_COMMAND: [sys.executable, str(smallest), "one", "--help"],
        }
        programs |= {line: [*_FORENSICS, *line.split()] for line in (*RUNS, *HELP)}
        measured = costs(programs, arguments.rounds)
    print(f"{'':42} {'seconds':>8} {'MiB':>6} {'units':>6} {'at most':>8}")
    limits: dict[str, tuple[str, float | None]] = {_UNIT: (_UNIT, None)}
    limits |= {line: (_UNIT, most) for line, most in RUNS.items()}
    limits |= {_SMALLEST: (_SMALLEST, None), "--help": (_SMALLEST, MOST_HELP)}
    limits |= {_SMALLEST_COMMAND: (_SMALLEST_COMMAND, None)}
    limits |= {line: (_SMALLEST_COMMAND, MOST_HELP) for line in HELP if line != "--help"}
    passed = False
    for line, (unit, most) in limits.items():
        cost = measured[line]
        units = cost.seconds / measured[unit].seconds
        passed |= most is not None and units > most
        print(f"{line:42} {cost.seconds:8.3f} {cost.peak:6.1f} {units:6.2f} {most or '':>8}")
    if passed and arguments.check:
        sys.exit(1)


if __name__ == "__main__":
    main()
