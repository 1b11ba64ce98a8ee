"""The page of results and the plot of cost, from the figures alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_HEAD = """# dedupe: accuracy beside speed

Made by `python -m bench.dedupe.run`; nothing on this page is written by hand. {machine}. News-like documents with
planted copies (`bench/dedupe/generate.py`: exact, case and spacing, 1 to 30% edited, truncated, wrapped, reordered,
and templates as hard negatives; nine in ten hold characters beyond ASCII), Jaccard 0.7 on word 5-grams, 128
permutations. Truth is an exact join that shares no code with the product (`bench/dedupe/truth.py`). CPU is user and
system time of the whole process, start-up, reading and writing the JSON included; medians where a program ran more
than once. `times ours` is against the least of our own rows. `linked` counts pairs of documents in one cluster;
`at` is the commit that was measured. Peers are used as their documentation shows (`bench/dedupe/peers.py`), each in
an environment of its own.
"""


def write_page(results: dict[str, Any], docs: Path) -> None:
    """Write docs/dedupe-bench.md and docs/dedupe-cost.svg."""
    rows = results["rows"]
    parts = [_HEAD.format(machine=results["machine"])]
    for size in sorted({row["documents"] for row in rows}):
        of_size = sorted((row for row in rows if row["documents"] == size), key=lambda row: row["cpu"])
        ours, wall = (
            min(row[key] for row in of_size if row["name"].startswith("forensics")) for key in ("cpu", "wall")
        )
        parts.append(
            f"\n## {size:,} documents, {of_size[0]['megabytes']} MB\n\n"
            "| program | CPU s | times ours | wall s | times ours | peak MB "
            "| pairs: precision | recall | linked: precision | recall | at |\n"
            "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|\n"
        )
        for row in of_size:
            accuracy = (
                "".join(
                    f" {row[key]:.4f} |"
                    for key in ("precision", "recall", "linked_precision", "linked_recall")
                )
                if "precision" in row
                else " – | – | – | – |"
            )
            parts.append(
                f"| {row['name']} | {row['cpu']:.2f} | {row['cpu'] / ours:.1f} | {row['wall']:.2f} "
                f"| {row['wall'] / wall:.1f} | {row['peak_mb']:.0f} |{accuracy} {row['commit']} |\n"
            )
    parts.append(
        "\n## Cost as documents grow\n\n![CPU seconds and peak memory against documents](dedupe-cost.svg)\n"
    )
    (docs / "dedupe-bench.md").write_text("".join(parts), encoding="utf-8")
    (docs / "dedupe-cost.svg").write_text(_plot(rows), encoding="utf-8")


def _plot(rows: list[dict[str, Any]]) -> str:
    """Return two panels, CPU and memory against documents, both axes logarithmic."""
    body = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 380" font-family="sans-serif" font-size="12" '
        'role="img" aria-label="CPU seconds and peak memory against the number of documents">',
        '<rect width="900" height="380" fill="#fff"/>',
    ]
    for panel, (key, title) in enumerate((("cpu", "CPU seconds"), ("peak_mb", "peak memory, MB"))):
        body += _panel(rows, key, title, 60 + 450 * panel)
    return "\n".join([*body, "</svg>\n"])


def _panel(rows: list[dict[str, Any]], key: str, title: str, left: int) -> list[str]:
    import math

    width, top, height = 300, 40, 280
    low_x, high_x = 4.0, 6.0
    values = [row[key] for row in rows]
    low_y, high_y = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))

    def x(documents: float) -> float:
        return left + (math.log10(documents) - low_x) / (high_x - low_x) * width

    def y(value: float) -> float:
        return top + height - (math.log10(value) - low_y) / (high_y - low_y) * height

    drawn = [f'<text x="{left}" y="{top - 16}" font-weight="bold">{title}</text>']
    for power in range(low_y, high_y + 1):
        at = y(10**power)
        drawn.append(f'<line x1="{left}" x2="{left + width}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>')
        drawn.append(f'<text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for documents, label in ((10_000, "10k"), (100_000, "100k"), (1_000_000, "1M")):
        drawn.append(
            f'<text x="{x(documents):.1f}" y="{top + height + 18}" text-anchor="middle">{label}</text>'
        )
    colours = ["#0b5fff", "#7aa7ff", "#111", "#b00020", "#c77700", "#0a7d38", "#7b2fb5"]
    taken: list[float] = []
    for colour, name in zip(colours, dict.fromkeys(row["name"] for row in rows), strict=False):
        points = sorted((row["documents"], row[key]) for row in rows if row["name"] == name)
        path = " ".join(f"{x(a):.1f},{y(b):.1f}" for a, b in points)
        drawn.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        drawn += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="3" fill="{colour}"/>' for a, b in points]
        label = y(points[-1][1])
        while any(abs(label - other) < 13 for other in taken):
            label += 13
        taken.append(label)
        drawn.append(
            f'<text x="{x(points[-1][0]) + 7:.1f}" y="{label + 4:.1f}" fill="{colour}">{name}</text>'
        )
    return drawn
