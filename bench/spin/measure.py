"""What the spin detector finds, counted: on spun text whose substitutions are known, and on clean text.

Run: python -m bench.spin.measure [SHARE]
Needs the extra bench and FORENSICS_CORPORA (bench/texts/corpora.py). Measures on the parts "test".
"""

from __future__ import annotations

import time

from bench.arguments import parser, share
from bench.logistic import auc
from bench.spin.hits import Tally
from bench.spin.training import hidden_survey, spun
from bench.texts.corpora import CORPORA
from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.lexicon import Lexicon
from forensics.spin.channel.screen import screen, survey
from forensics.spin.detect import conclude, detect


def main() -> None:
    """Print how clean and spun texts fare."""
    options = parser(__doc__)
    share(options)
    taken = options.parse_args().share
    lexicon = lexicons.load()
    clean = [score for corpus in CORPORA for score in of_clean(corpus, taken, lexicon)]
    made = [
        score
        for name in ("autoblog", "moby", "wordnet", "mythes")
        for hidden in (True, False)
        if not (hidden and name == "mythes")
        for score in of_spun(name, taken, lexicon, hidden=hidden)
    ]
    print(f"AUC {auc(clean + made, [False] * len(clean) + [True] * len(made)):.4f}")
    texts = [t for _, t in CORPORA["bbc"]("fit")][:200]
    start = time.process_time()
    for text in texts:
        screen(Document("", text), lexicon)
    spent = time.process_time() - start
    print(f"screen: {sum(len(t.split()) for t in texts) / spent:.0f} words a second of CPU")


def of_clean(corpus: str, taken: float, lexicon: Lexicon) -> list[float]:
    """Print how clean texts of a corpus are called; return their scores where it is news."""
    texts = list(CORPORA[corpus]("test"))
    results = [detect(Document(i, t), lexicon) for i, t in texts[: int(len(texts) * taken) + 1]]
    flags = sum(len(r.substitutions) for r in results)
    suspect, spun_ = (sum(r.verdict == v for r in results) for v in ("suspect", "spun"))
    worst = sorted(results, key=lambda r: -r.score)[:3]
    print(
        f"clean {corpus:11} documents {len(results):4} suspect {suspect} spun {spun_}"
        f"  flags per 1,000 words {1000 * flags / sum(r.words for r in results):.2f}  worst",
        [(r.id, r.score) for r in worst],
    )
    return [r.score for r in results] if corpus in ("bbc", "lee") else []


def of_spun(name: str, taken: float, lexicon: Lexicon, *, hidden: bool) -> list[float]:
    """Print what is found in news spun by `name`; return the scores where it is partly or wholly unknown."""
    tally, scores = Tally(), []
    for document in spun("bbc", "test", (name,), int(100 * taken)):
        s = hidden_survey(document, lexicon) if hidden else survey(document.text, lexicon)
        result = conclude(document.id, document.text, s, lexicon)
        tally.add(result, document.gold, document.text)
        scores.append(result.score)
    print(f"spun by {name:9}{'partly hidden' if hidden else 'all known':14} {tally}")
    return scores if hidden or name == "mythes" else []


if __name__ == "__main__":
    main()
