"""Clough & Stevenson's short answers in four classes: not copied, heavily or lightly revised, pasted; a task left out.

Run: python -m bench.trace.answers
Needs clough_stevenson of ../shared/data.

Evidence: the share of an answer's words in runs of 1 to 12 words that the original
holds, too; one logistic model a class, the likeliest taken.
"""

from __future__ import annotations

from collections import Counter

from bench.arguments import parser
from bench.logistic import fit_model
from bench.texts import clough_stevenson
from forensics.text.words import words
from forensics.trace.models import probability

LENGTHS = (1, 2, 3, 5, 8, 12)
CLASSES = ("non", "heavy", "light", "cut")


def in_runs(text: str, original: str) -> dict[str, float]:
    """Return for each length the share of the text's words that stand in runs of so many words of the original."""
    a, b = [w.key for w in words(text)], [w.key for w in words(original)]
    found: dict[str, float] = {}
    for n in LENGTHS:
        known = {tuple(b[k : k + n]) for k in range(len(b) - n + 1)}
        inside = {p for k in range(len(a) - n + 1) if tuple(a[k : k + n]) in known for p in range(k, k + n)}
        found[f"runs_{n}"] = len(inside) / max(1, len(a))
    return found


def main() -> None:
    parser(__doc__).parse_args()
    answers = clough_stevenson.answers()
    kinds = [a.category for a in answers]
    rows = [in_runs(a.text, a.original) for a in answers]
    names = [f"runs_{n}" for n in LENGTHS]
    told = [""] * len(answers)
    for task in "abcde":
        train = [k for k, a in enumerate(answers) if a.task != task]
        models = {
            c: fit_model([rows[k] for k in train], [kinds[k] == c for k in train], names, {}, ridge=0.3)
            for c in CLASSES
        }
        for k, a in enumerate(answers):
            if a.task == task:
                told[k] = max(CLASSES, key=lambda c: probability(rows[k], models[c]))
    right = [t == k for t, k in zip(told, kinds, strict=True)]
    print(f"four classes, task left out: accuracy {sum(right) / len(right):.3f}")
    ours = [r for r, k, row in zip(right, kinds, rows, strict=True) if k != "cut" or row["runs_5"]]
    print(f"  without the {len(right) - len(ours)} cut from elsewhere: {sum(ours) / len(ours):.3f}")
    for kind in CLASSES:
        print(f"  {kind:6}", dict(Counter(t for t, k in zip(told, kinds, strict=True) if k == kind)))


if __name__ == "__main__":
    main()
