"""Pairs that were never shown: news spun by a family a third of whose pairs the lexicon lacks.

Run: python -m bench.spin.unseen [SHARE]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py). Measures on the part "test" of the news; pairs are
hidden by the head word of their original, so that no inflection and no phrase gives them away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bench.arguments import parser, share
from bench.spin.hiding import hidden_head, without_pairs
from bench.spin.hits import Tally, recalled
from bench.texts.corpora import CORPORA
from bench.texts.spinner import Gold, spin
from bench.texts.vocabularies import FAMILIES, table
from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.detect import detect

WORDS = 350  # of each article
SPUN = ("autoblog", "usedtobe", "tortured", "tortured+", "wordnet-pairs", "chemical", "mythes")


def main() -> None:
    """Print for each spinner how texts are called, and how much of the pairs shown and hidden is found."""
    options = parser(__doc__)
    share(options)
    options.add_argument("--spinner", nargs="*", default=SPUN, help="which to measure, all by default")
    asked = options.parse_args()
    full = lexicons.load()
    articles = [" ".join(text.split()[:WORDS]) for _, text in CORPORA["bbc"]("test")][::7]
    less = without(full, is_hidden)
    for name in asked.spinner:
        known = full if name not in (*FAMILIES, "tortured+") else less
        measure(name, articles[: int(40 * asked.share)], known)


def measure(name: str, articles: Sequence[str], lexicon: Lexicon) -> None:
    """Print how articles fare that the spinner `name` spins and `lexicon` reads."""
    tally, named = Tally(), Counter[str]()
    hidden, seen, shown, caught = 0, 0, 0, 0
    for text, gold in made(name, articles):
        found = detect(Document("", text), lexicon)
        tally.add(found, gold, text)
        named[found.family.name if found.family else "-"] += 1
        for some, unseen in (([g for g in gold if is_hidden(g.original)], True), (gold, False)):
            some = [g for g in some if is_hidden(g.original) == unseen]
            if unseen:
                hidden, seen = hidden + len(some), seen + recalled(found.substitutions, some)
            else:
                shown, caught = shown + len(some), caught + recalled(found.substitutions, some)
    print(
        f"{name:14} {tally}\n{'':15}recall of hidden {seen / max(hidden, 1):.3f} of {hidden}, of shown"
        f" {caught / max(shown, 1):.3f} of {shown}; named {dict(named.most_common())}",
        flush=True,
    )


def made(name: str, articles: Sequence[str]) -> Iterator[tuple[str, list[Gold]]]:
    """Yield the articles spun by `name`."""
    for i, text in enumerate(articles):
        yield spin(text, table(name), 0.9, i)


def is_hidden(original: str) -> bool:
    """Tell whether pairs for this original (as written) are kept from the lexicon: a share of all head words is."""
    return hidden_head(original)


def without(lexicon: Lexicon, hidden: Callable[[str], bool]) -> Lexicon:
    """Return the lexicon less the pairs whose original is hidden."""
    return without_pairs(lexicon, lambda pair: hidden(" ".join(pair.original)))


if __name__ == "__main__":
    main()
