"""CPU time of one pair of 1,000-word texts, read and compared, after the lexicon is loaded; and of long, odd ones.

Run: python -m bench.trace.speed [--long]
Needs the extra bench.
"""

from __future__ import annotations

import math
import random
import resource
import time

from bench.arguments import parser
from bench.texts.corpora import articles
from bench.trace import corpus
from forensics.documents.model import Document
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare

PAIRS = 20
ODD = ("said", "every sentence quoted", "one sentence again and again", "short paragraphs")
SIZES = (250_000, 500_000)


def odd(kind: str, size: int, seed: int) -> str:
    """Return a text of `size` code points and more that is unlike any honest one, of words of the news."""
    chance = random.Random(seed)
    known = [word.strip('"“”') for article in articles()[:400] for word in article.text.split()]
    found: list[str] = []
    left = size
    while left > 0:
        match kind:
            case "short paragraphs":
                piece = " ".join(chance.choices(known, k=chance.randint(2, 5))) + ".\n\n"
            case "said":
                piece = "said "
            case "one sentence again and again":
                piece = "The mayor said no to it. "
            case _:
                piece = f'"{" ".join(chance.choices(known, k=chance.randint(6, 14)))}," he said. '
        found.append(piece)
        left -= len(piece)
    return "".join(found)


def long_texts() -> None:
    """Print what pairs of odd texts cost at one length and at its double, and the exponent of growth."""
    knowledge = corpus.knowledge("all")
    for kind in ODD:
        spent: list[float] = []
        for size in SIZES:
            texts = [odd(kind, size, seed) for seed in (1, 2)]
            start = time.process_time()
            a, b = (prepare(Document(str(n), text)) for n, text in enumerate(texts))
            compare_pair(a, b, knowledge)
            spent.append(time.process_time() - start)
        grown = math.log2(spent[1] / spent[0])
        print(
            f"{kind:30} {spent[0]:5.1f} s, {spent[1]:5.1f} s: exponent {grown:.2f}; {_most_memory()} MB at most"
        )


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print the figures."""
    options = parser(__doc__)
    options.add_argument("--long", action="store_true", help="pairs of odd texts of 250 and 500 KB instead")
    if options.parse_args().long:
        long_texts()
        return
    texts = [
        " ".join((a.text + "\n\n" + b.text).split(" ")[:1000])
        for a, b in zip(articles()[::40], articles()[7::40], strict=False)
    ]
    knowledge = corpus.knowledge("all")
    compare_pair(
        prepare(Document("x", texts[-1])),
        prepare(Document("y", corpus.spun(texts[-1], "moby", 0.5, 1))),
        knowledge,
    )
    reading: list[float] = []
    comparing: list[float] = []
    for n, text in enumerate(texts[:PAIRS]):
        other = corpus.spun(text, "moby", 0.5, n)
        start = time.process_time()
        a, b = prepare(Document("a", text)), prepare(Document("b", other))
        middle = time.process_time()
        compare_pair(a, b, knowledge)
        reading.append(middle - start)
        comparing.append(time.process_time() - middle)
    for name, spent in (("reading both", reading), ("comparing", comparing)):
        print(
            f"{name:13} median {sorted(spent)[len(spent) // 2] * 1000:.0f} ms, most {max(spent) * 1000:.0f} ms"
        )


if __name__ == "__main__":
    main()
