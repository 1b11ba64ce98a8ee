"""Write the terms of scholarly fields, and tortured phrases for them: terms.txt and tortured.tsv.

    pip install scikit-learn==1.9.1 scipy==1.17.1 nltk==3.10.4
    python tools/lexicon/terms_build.py

Terms are runs of two to four words that the documentation inside these packages repeats, none of them a small word, and
the terms of tortured_phrases.tsv. The same packages give the same bytes.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

import lemminflect  # noqa: E402

from forensics.text.stems import is_content  # noqa: E402

PACKAGES = ("sklearn", "scipy", "nltk")
LEAST = 6  # times: fewer and a run is a chance of the wording
LONGEST = 4
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PAUSE = re.compile(r"[^A-Za-z\s-]+|\n\s*\n")
_OF_CODE = set(
    """true false none default parameter parameters array shape return returns int float str bool list tuple dict
    object value values optional ignored see notes note also examples example method function class""".split()
)


def main() -> None:
    """Write both files."""
    out = HERE.parent.parent / "forensics" / "lexicon" / "data"
    phrases = (HERE / "tortured_phrases.tsv").read_text("utf-8")
    known = {line.split("\t")[1] for line in phrases.splitlines()[1:]}
    counts: Counter[str] = Counter()
    for package in PACKAGES:
        for doc in docstrings(package):
            counts.update(runs(doc))
    found = {run for run, count in counts.items() if count >= LEAST}
    (out / "terms.txt").write_text("\n".join(sorted(found | known)) + "\n")
    (out / "tortured.tsv").write_text(phrases)
    print(len(found | known), "terms,", len(phrases.splitlines()) - 1, "phrases")


def docstrings(package: str) -> Iterator[str]:
    """Yield the docstrings of a package's modules, classes and functions, its tests left out."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed")
    for path in sorted(Path(spec.origin).parent.rglob("*.py")):
        if "test" in str(path):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
                yield ast.get_docstring(node) or ""


def runs(doc: str) -> Iterator[str]:
    """Yield the runs of words that may be terms: all content words, the last a noun."""
    for piece in _PAUSE.split(doc):
        words = _WORD.findall(piece.lower())
        for size in range(2, LONGEST + 1):
            for i in range(len(words) - size + 1):
                run = words[i : i + size]
                if all(len(w) > 2 and is_content(w) and w not in _OF_CODE for w in run) and _is_noun(run[-1]):
                    yield " ".join(run)


def _is_noun(word: str) -> bool:
    return "NOUN" in lemminflect.getAllLemmas(word)


if __name__ == "__main__":
    main()
