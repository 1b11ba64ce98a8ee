"""Shared passages in PAN's measures: verbatim, and spun with thesauri that the aligner does not use.

Run: python -m bench.trace.passages
Needs the extra bench, and pan_verbatim of ../shared/data.

Spun cases lie where the passage really stands (pan_pairs.settled); verbatim ones are scored against the offsets as
given, too.
"""

from __future__ import annotations

from dataclasses import replace

from bench.arguments import parser
from bench.texts.spinner import Dice, moved, spin
from bench.texts.vocabularies import thesaurus
from bench.trace import corpus
from bench.trace.pan import Passage, Scores, score
from bench.trace.pan13 import passages
from bench.trace.pan_pairs import Pair, pan_pairs, settled
from forensics.documents.model import Document
from forensics.lexicon.relations import Knowledge
from forensics.trace.align.pair import compare_pair
from forensics.trace.extract.prepare import prepare


def measure(which: range, spinner: str | None = None, share: float = 0.0, *, given: bool = False) -> Scores:
    """Return the scores on the pairs of those numbers, their passages spun by `share` with a thesaurus."""
    pairs = [pan_pairs()[n] for n in which]
    made = [settled(pair) for pair in pairs]
    if spinner:
        made = [_spun(pair, spinner, share, n) for n, pair in zip(which, made, strict=True)]
    knows = {None: "all", "moby": "wordnet", "wordnet": "moby"}[spinner]
    found = [passage for pair in made for passage in detections(pair, corpus.knowledge(knows))]
    return score([case for pair in (pairs if given else made) for case in pair.cases], found)


def detections(pair: Pair, knowledge: Knowledge) -> list[Passage]:
    a, b = prepare(Document(pair.suspicious, pair.text)), prepare(Document(pair.source, pair.source_text))
    return passages(compare_pair(a, b, knowledge))


def _spun(pair: Pair, name: str, share: float, seed: int) -> Pair:
    spans = [(case.a_start, case.a_end) for case in pair.cases]
    text, gold = spin(pair.text, thesaurus(name), share, seed, manner=Dice, spans=spans)
    cases = tuple(replace(c, a_start=moved(c.a_start, gold), a_end=moved(c.a_end, gold)) for c in pair.cases)
    return replace(pair, text=text, cases=cases)


def main() -> None:
    parser(__doc__).parse_args()
    every = range(len(pan_pairs()))
    for name, which in (("all", every), ("not fitted on", range(30, len(every)))):
        print(name)
        print("  verbatim, offsets as given  ", measure(which, given=True))
        print("  verbatim, offsets settled   ", measure(which))
        for spinner in ("wordnet", "moby"):
            for share in (0.4, 0.8):
                print(f"  spun {share:.0%} with {spinner:8}      ", measure(which, spinner, share))


if __name__ == "__main__":
    main()
