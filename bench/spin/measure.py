"""What the spin detector finds, counted: on spun text whose substitutions are known, and on clean text.

FORENSICS_CORPORA=... python bench/spin/measure.py [SHARE]
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from spinner import Gold  # noqa: E402

from forensics.spin.result import Substitution  # noqa: E402


def matched(found: Sequence[Substitution], gold: Sequence[Gold]) -> list[tuple[Substitution, bool]]:
    """Return each substitution and whether it overlaps one that was made."""
    return [(f, any(f.start < g.end and g.start < f.end for g in gold)) for f in found]


def recalled(found: Sequence[Substitution], gold: Sequence[Gold]) -> int:
    """Return how many of the substitutions made are overlapped by one that was found."""
    return sum(any(f.start < g.end and g.start < f.end for f in found) for g in gold)


def restored(found: Sequence[Substitution], gold: Sequence[Gold], text: str) -> int:
    """Return how many of the substitutions made read as before in the restored text."""
    right = 0
    for g in gold:
        near = [f for f in found if f.start < g.end and g.start < f.end]
        if not near:
            continue
        low, high = min(g.start, near[0].start), max(g.end, near[-1].end)
        mine, at = "", low
        for f in near:
            mine += text[at : f.start] + f.original
            at = f.end
        mine += text[at:high]
        true = text[low : g.start] + g.original + text[g.end : high]
        if mine.lower() == true.lower():
            right += 1
        else:  # a neighbour that was replaced too may lie inside what was found
            right += any(f.original.lower() == g.original.lower() for f in near)
    return right


def main() -> None:
    """Measure on the test parts."""
    from corpora import CORPORA
    from documents import hidden_survey
    from training import spun

    from forensics import lexicon as lexicons
    from forensics.documents.model import Document
    from forensics.spin.channel.screen import screen, survey
    from forensics.spin.detect import conclude, detect

    share = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    lexicon = lexicons.load()
    scores: dict[bool, list[float]] = {True: [], False: []}
    for corpus in CORPORA:
        texts = list(CORPORA[corpus]("test"))
        texts = texts[: int(len(texts) * share) + 1]
        results = [detect(Document(i, t), lexicon) for i, t in texts]
        total = sum(r.words for r in results)
        flags = sum(len(r.substitutions) for r in results)
        called = [sum(r.verdict == v for r in results) for v in ("suspect", "spun")]
        worst = sorted(results, key=lambda r: -r.score)[:3]
        print(
            f"clean {corpus:11} documents {len(results):4} suspect {called[0]} spun {called[1]}"
            f"  flags per 1,000 words {1000 * flags / total:.2f}  worst",
            [(r.id, r.score) for r in worst],
        )
        if corpus in ("bbc", "lee"):
            scores[False] += [r.score for r in results]
    for name in ("autoblog", "moby", "wordnet", "mythes"):
        for hidden in (True, False):
            if hidden and name == "mythes":
                continue
            hit = shown = made = back = caught = right = 0
            called = {"clean": 0, "suspect": 0, "spun": 0}
            for document in spun("bbc", "test", (name,), int(100 * share)):
                s = hidden_survey(document, lexicon) if hidden else survey(document.text, lexicon)
                r = conclude(Document(document.id, document.text), s, lexicon)
                called[r.verdict] += 1
                hits = matched(r.substitutions, document.gold)
                hit += sum(ok for _, ok in hits)
                shown += len(hits)
                made += len(document.gold)
                caught += recalled(r.substitutions, document.gold)
                right += restored(r.substitutions, document.gold, document.text)
                back += r.words
                if hidden or name == "mythes":
                    scores[True].append(r.score)
            print(
                f"spun by {name:9}{'partly hidden' if hidden else 'all known':14} {called}"
                f" P {hit / max(shown, 1):.3f} R {caught / made:.3f} restored of caught {right / max(caught, 1):.3f}"
                f" made per 1,000 words {1000 * made / back:.0f}"
            )
    clean, bad = np.array(scores[False]), np.array(scores[True])
    auc = float((bad[:, None] > clean[None]).mean() + 0.5 * (bad[:, None] == clean[None]).mean())
    print(f"AUC {auc:.4f}")
    texts = [t for _, t in CORPORA["bbc"]("fit")][:200]
    start = time.process_time()
    for text in texts:
        screen(Document("", text), lexicon)
    spent = time.process_time() - start
    print(f"screen: {sum(len(t.split()) for t in texts) / spent:.0f} words a second of CPU")


if __name__ == "__main__":
    main()
