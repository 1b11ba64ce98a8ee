"""Families of spinners left out of the lexicon whole, and pages left out one by one with the pages of their story.

Run: python -m bench.spin.families [--pages 12]
Needs the extra bench and ../shared/data/spin. Measures on the part "test" of the news.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import replace

from bench.arguments import parser
from bench.spin.hiding import without_pairs
from bench.spin.hits import Tally
from bench.texts.corpora import CORPORA
from bench.texts.places import PAGES
from bench.texts.spinner import spin
from bench.texts.vocabularies import FAMILIES, MIXED, Table, pair_table, table
from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.detect import detect


def main() -> None:
    """Print how texts fare whose spinner the lexicon does not know."""
    options = parser(__doc__)
    options.add_argument("--pages", type=int, default=12, help="how many stories to leave out, one by one")
    count = options.parse_args().pages
    texts = [t for _, t in CORPORA["bbc"]("test")][::15]
    full = lexicons.load()
    for name, family in (*FAMILIES.items(), (MIXED, "tortured")):
        print(f"{name:14} known:   ", tally(table(name), full, texts))
        print(f"{'':14} left out:", tally(table(name), without_family(full, family), texts), flush=True)
    with PAGES.open(encoding="utf-8", newline="") as lines:
        stories = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    same = {r["page"]: r["same_story_as"] or r["page"] for r in stories}
    heads = sorted({r["page"] for r in stories if r["family"] == "autoblog" and not r["same_story_as"]})
    for page in heads[:: max(len(heads) // count, 1)] if count else ():
        story = {p for p, head in same.items() if head == same[page]} | {page}
        known = pair_table(("autoblog", "other", "usedtobe"), frozenset({page}))
        fared = tally(known, lexicons.load(tuple(story)), texts[:10])
        print(page, "and", len(story) - 1, "of its story left out:", fared)


def without_family(lexicon: Lexicon, family: str) -> Lexicon:
    """Return the lexicon less the pairs that only this family writes."""
    less = without_pairs(lexicon, lambda pair: all(label == family for label, _ in pair.families))
    return replace(less, replaced={name: words for name, words in less.replaced.items() if name != family})


def tally(known: Table, lexicon: Lexicon, texts: Sequence[str]) -> Tally:
    """Return how texts fare that a spinner spins who knows `known`, and that `lexicon` reads."""
    found = Tally()
    for text in texts:
        spun, gold = spin(text, known, 0.95, 1)
        found.add(detect(Document("", spun), lexicon), gold, spun)
    return found


if __name__ == "__main__":
    main()
