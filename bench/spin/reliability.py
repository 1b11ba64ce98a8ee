"""How far the document's score can be taken at its word: a Brier score and a reliability diagram.

Run: python -m bench.spin.reliability docs/pictures/spin-reliability.svg [SHARE]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py).

Test parts only. Clean and spun documents are weighted so that one text in ten is spun, the prior that scores carry.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

from bench.arguments import parser, share
from bench.logistic import brier
from bench.spin.documents import SPUN_AMONG_ALL
from bench.spin.training import hidden_survey, spun
from bench.texts.corpora import CORPORA
from forensics import lexicon as lexicons
from forensics.spin.channel.screen import survey

EDGES = np.array([0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0001])
SIDE, MARGIN = 300, 40


def main() -> None:
    """Print the table, write the picture."""
    options = parser(__doc__)
    options.add_argument("picture", type=Path, help="the SVG file to write")
    share(options)
    arguments = options.parse_args()
    lexicon = lexicons.load()
    clean = []
    for name in CORPORA:
        texts = list(CORPORA[name]("test"))
        clean += [survey(text, lexicon).score for _, text in texts[: int(len(texts) * arguments.share)]]
    made = [
        hidden_survey(d, lexicon).score
        for d in spun("bbc", "test", ("autoblog", "wordnet", "moby", "mythes"), int(160 * arguments.share))
    ]
    score = np.array(clean + made)
    truth = np.array([0.0] * len(clean) + [1.0] * len(made))
    weight = np.where(truth == 1, SPUN_AMONG_ALL / len(made), (1 - SPUN_AMONG_ALL) / len(clean))
    print(f"documents {len(clean)} clean {len(made)} spun  Brier {brier(score, truth, weight):.4f}")
    print(f"always saying one in ten would score {SPUN_AMONG_ALL * (1 - SPUN_AMONG_ALL):.4f}")
    points = []
    for low, high in pairwise(EDGES):
        here = (score >= low) & (score < high)
        if here.any():
            said = float((weight * score)[here].sum() / weight[here].sum())
            was = float((weight * truth)[here].sum() / weight[here].sum())
            points.append((said, was, int(here.sum())))
            print(
                f"  said {low:.2f} to {min(high, 1):.2f}: mean {said:.3f}, spun {was:.3f}, {here.sum()} documents"
            )
    arguments.picture.write_text(picture(points))


def picture(points: list[tuple[float, float, int]]) -> str:
    """Return the diagram as SVG: what was said across, what was so upwards."""

    def x(v: float) -> float:
        return MARGIN + v * SIDE

    def y(v: float) -> float:
        return 10 + (1 - v) * SIDE

    dots = "".join(
        f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="{2 + n**0.5 / 4:.1f}" fill="#2a6fb0" fill-opacity=".7">'
        f"<title>said {a:.2f}, was {b:.2f}, {n} documents</title></circle>"
        for a, b, n in points
    )
    size = SIDE + MARGIN + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" font-family="sans-serif"'
        f' font-size="12" role="img"><title>Reliability of the spin score</title>'
        f'<rect width="{size}" height="{size}" fill="#fff"/>'
        f'<rect x="{x(0)}" y="{y(1)}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888"/>'
        f'<line x1="{x(0)}" y1="{y(0)}" x2="{x(1)}" y2="{y(1)}" stroke="#888" stroke-dasharray="4"/>{dots}'
        f'<text x="{x(0.5)}" y="{size - 10}" text-anchor="middle">score given</text>'
        f'<text x="14" y="{y(0.5)}" text-anchor="middle" transform="rotate(-90 14 {y(0.5)})">share spun</text></svg>\n'
    )


if __name__ == "__main__":
    main()
