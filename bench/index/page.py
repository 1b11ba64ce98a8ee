"""The page of what an index costs and finds, and its plot, from the figures alone."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

_HEAD = """# index: what it costs and finds

Made by `python -m bench.index.run`; nothing on this page is written by hand. {machine}, two cores that much other work
shared: ratios tell more than times. The corpus is 2,225 news articles and, beyond them, made-up texts of their words in
real order. Their vocabulary does not grow: harder than an archive, where names stay rare. Times are CPU time, but for
opening and adding one document, which wait for the disk. Disk is in bytes a document, in brackets as a share of its
characters; memory is that of a process that has loaded the package, too. Each question is an article that holds a
passage of another one: five sentences spun at 80%; or three each of two others in turn, spun at 60%, a tenth of the
words left out. Found is the share of sources among the first ten ({queries} questions of each kind).

FTS5 is SQLite's full-text search, asked with the content words of three sentences at a time; it knows no synonyms and
keeps the texts as they are. Not measured: DuckDB's full-text search, which has to be downloaded from within and is made
anew on every change, and sourmash, which compares sketches of whole texts and looks for no passages.

"""
_COLUMNS = (
    "documents",
    "program",
    "build s",
    "ms a document",
    "peak MB",
    "disk",
    "open ms",
    "add 1, ms",
    "add 1,000, s",
    "ask p50 ms",
    "p95 ms",
    "found, spun",
    "found, two sources",
)
_NAMES = {"forensics": "forensics index", "fts5": "SQLite FTS5"}
_COLOURS = {"forensics": "#0b5fff", "fts5": "#111"}


def write_page(results: dict[str, Any], docs: Path) -> None:
    """Write docs/index-bench.md and docs/index-cost.svg."""
    rows = sorted(results["rows"], key=lambda row: (row["documents"], row["program"] != "forensics"))
    lines = [
        _HEAD.format(machine=results["machine"], queries=results["queries"]),
        f"| {' | '.join(_COLUMNS)} |\n|--:|---|{'--:|' * (len(_COLUMNS) - 2)}\n",
    ]
    for row in rows:
        count = row["documents"]
        lines.append(
            f"| {count:,} | {_NAMES[row['program']]} | {row['build_s']:.1f} | {1000 * row['build_s'] / count:.2f} "
            f"| {row['peak_mb']:.0f} | {row['disk'] / count:,.0f} ({row['disk'] / row['characters']:.2f}) "
            f"| {row['open_ms']:.1f} | {row['add_1_ms']:.0f} | {row['add_1000_s']:.2f} "
            f"| {row['ask_p50_ms']:.0f} | {row['ask_p95_ms']:.0f} "
            f"| {row['recall, spun']:.3f} | {row['recall, two sources']:.3f} |\n"
        )
    lines.append(
        "\n![Milliseconds of a question and of a document's build against documents](index-cost.svg)\n"
    )
    (docs / "index-bench.md").write_text("".join(lines), encoding="utf-8")
    (docs / "index-cost.svg").write_text(_plot(rows), encoding="utf-8")


def _plot(rows: list[dict[str, Any]]) -> str:
    """Return two panels, asking and building against documents, both axes logarithmic."""
    costs = (
        ("ask, p50, ms of CPU", lambda row: row["ask_p50_ms"]),
        ("build, ms of CPU a document", lambda row: 1000 * row["build_s"] / row["documents"]),
    )
    body = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 380" font-family="sans-serif" font-size="12" '
        'role="img" aria-label="Milliseconds of a question and of building against the number of documents">',
        '<rect width="900" height="380" fill="#fff"/>',
    ]
    for panel, (title, cost) in enumerate(costs):
        points = {
            name: [(row["documents"], cost(row)) for row in rows if row["program"] == name] for name in _NAMES
        }
        body += _panel(points, title, 60 + 450 * panel)
    return "\n".join([*body, "</svg>\n"])


def _panel(points: dict[str, list[tuple[int, float]]], title: str, left: int) -> list[str]:
    width, top, height = 270, 40, 280
    values = [value for held in points.values() for _, value in held]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(documents: float) -> float:
        return left + (math.log10(documents) - 4) / 2 * width

    def y(value: float) -> float:
        return top + height - (math.log10(value) - low) / max(1, high - low) * height

    drawn = [f'<text x="{left}" y="{top - 16}" font-weight="bold">{title}</text>']
    for power in range(low, high + 1):
        at = y(10.0**power)
        drawn.append(f'<line x1="{left}" x2="{left + width}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>')
        drawn.append(f'<text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for documents, label in ((10_000, "10k"), (100_000, "100k"), (1_000_000, "1M")):
        drawn.append(
            f'<text x="{x(documents):.1f}" y="{top + height + 18}" text-anchor="middle">{label}</text>'
        )
    for name, held in points.items():
        if not held:
            continue
        path = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in held)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{_COLOURS[name]}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="3" fill="{_COLOURS[name]}"/>' for a, b in held]
        at, value = held[-1]
        drawn.append(
            f'<text x="{x(at) + 7:.1f}" y="{y(value) + 4:.1f}" fill="{_COLOURS[name]}">{_NAMES[name]}</text>'
        )
    return drawn
