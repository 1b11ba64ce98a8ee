"""Families of spinners left out of the lexicon whole, and pages left out one by one with the pages of their story.

FORENSICS_CORPORA=... python bench/spin/families.py ../shared/data/spin/spin_pages.tsv [PAGES]
"""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from corpora import CORPORA  # noqa: E402
from measure import matched, recalled, restored  # noqa: E402
from spinner import Table, spin  # noqa: E402
from training import PAIRS, pair_table  # noqa: E402

from forensics import lexicon as lexicons  # noqa: E402
from forensics.documents.model import Document  # noqa: E402
from forensics.lexicon import Lexicon  # noqa: E402
from forensics.spin.detect import detect  # noqa: E402


def tally(table: Table, lexicon: Lexicon, texts: Sequence[str], rate: float = 0.95) -> str:
    """Return in a line how texts fare that `table` spins and `lexicon` reads."""
    called = {"clean": 0, "suspect": 0, "spun": 0}
    hit = shown = made = caught = right = words = 0
    for text in texts:
        spun, gold = spin(text, table, rate, 1)
        result = detect(Document("", spun), lexicon)
        called[result.verdict] += 1
        hits = matched(result.substitutions, gold)
        hit, shown = hit + sum(ok for _, ok in hits), shown + len(hits)
        made, caught = made + len(gold), caught + recalled(result.substitutions, gold)
        right += restored(result.substitutions, gold, spun)
        words += result.words
    return (
        f"{called} P {hit / max(shown, 1):.3f} R {caught / max(made, 1):.3f} restored {right / max(caught, 1):.3f}"
        f" made per 1,000 words {1000 * made / max(words, 1):.0f}"
    )


def main() -> None:
    """Measure on the test part of the news."""
    with PAIRS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = [t for _, t in CORPORA["bbc"]("test")][::15]
    for family in ("chemical", "usedtobe"):
        pages = {p for r in rows if r["family"] == family for p in r["pages"].split(",")}
        print(family, "left out:", tally(pair_table((family,)), lexicons.load(tuple(sorted(pages))), texts))
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as lines:
        stories = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    same = {r["page"]: r["same_story_as"] or r["page"] for r in stories}
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    heads = sorted({r["page"] for r in stories if r["family"] == "autoblog" and not r["same_story_as"]})
    for page in heads[:: max(len(heads) // count, 1)]:
        story = {p for p, head in same.items() if head == same[page]} | {page}
        table = pair_table(("autoblog", "other", "usedtobe"), frozenset({page}))
        print(
            page,
            "and",
            len(story) - 1,
            "of its story left out:",
            tally(table, lexicons.load(tuple(story)), texts[:10]),
        )


if __name__ == "__main__":
    main()
