"""The pairs read off spun pages, and the same pairs in the other inflections.

    pip install nltk==3.10.4 lemminflect==0.2.3 pocketsphinx==5.1.1 wordfreq==3.1.1 wordsegment==1.3.1 scipy
    python tools/lexicon/inflected_pairs.py         and then tables.py

Writes pairs.tsv anew from spin_pairs.tsv, where that alone has changed: what build.py does for all data.
"""

import csv
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

import thesaurus  # noqa: E402

COLUMNS = ("family", "observed", "original", "basis", "pages", "count")
# Their forms are words of grammar, each with a life of its own: "have been" for "were" says nothing of "had been".
_GRAMMAR = {"be", "have", "do", "will", "can", "may", "shall", "must", "go"}
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def plain(phrase: str) -> list[str]:
    """Return the words of a phrase as the lexicon keys them."""
    return _WORD.findall(phrase.lower().replace("’", "'"))


def rows(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of spin_pairs.tsv, then those that inflection adds (basis "inflected")."""
    with path.open(encoding="utf-8", newline="") as lines:
        read = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    base = [
        tuple(r[c] for c in ("family", "observed", "original", "basis", "pages", "count_in_spun"))
        for r in read
    ]
    known = {(r[0], r[1].lower(), o.strip().lower()) for r in base for o in r[2].split("|")}
    more: dict[tuple[str, str, str], tuple[set[str], int]] = {}
    for family, observed, original, _, pages, count in base:
        for one in original.split("|"):
            for a, b in _bent(observed.lower().strip(), one.lower().strip()):
                if (family, a, b) not in known and a != b:
                    old_pages, old_count = more.get((family, a, b), (set(), 0))
                    more[family, a, b] = old_pages | set(pages.split(",")), old_count + int(count)
    base += [
        (family, a, b, "inflected", ",".join(sorted(pages)), str(count))
        for (family, a, b), (pages, count) in sorted(more.items())
    ]
    return base


def write(path: Path, folder: Path) -> int:
    """Write pairs.tsv into `folder` from the pairs at `path`; return how many rows it has."""
    found = rows(path)
    (folder / "pairs.tsv").write_text("\n".join(["\t".join(COLUMNS), *map("\t".join, found)]) + "\n")
    return len(found)


def _bent(observed: str, original: str) -> set[tuple[str, str]]:
    """Return the pair in every inflection that both sides share; a verb bends first, a noun last."""
    found: set[tuple[str, str]] = set()
    a, b = observed.split(), original.split()
    for at, speech in ((0, "VERB"), (-1, "NOUN"), (0, "ADJ")):
        if speech == "ADJ" and len(a) + len(b) > 2:
            continue
        for lemma_a, pos_a, tag in thesaurus.analyses(a[at]):
            for lemma_b, pos_b, tag_b in thesaurus.analyses(b[at]):
                if not (pos_a == pos_b == speech and tag == tag_b) or {lemma_a, lemma_b} & _GRAMMAR:
                    continue
                for other in thesaurus._TAGS[speech]:
                    for x in thesaurus.inflect(lemma_a, other)[:1]:
                        for y in thesaurus.inflect(lemma_b, other)[:1]:
                            first, second = list(a), list(b)
                            first[at], second[at] = x, y
                            found.add((" ".join(first), " ".join(second)))
    return found


if __name__ == "__main__":
    print(write(HERE / "spin_pairs.tsv", HERE.parent.parent / "forensics" / "lexicon" / "data"), "pairs")
