"""What is told of clean texts in a hundred languages: nothing should be.

Run: python -m bench.evidence.clean
Needs Django, whose translations are read (pip install django).

The texts are the translations that ship with Django (one a component and language, where it is 500 characters or more),
and the sentences of bench/evidence/ordinary.py. Prints every text of which something is told, then the counts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from bench.arguments import parser
from bench.evidence.ordinary import ORDINARY
from forensics.text.disguise.unmask import unmask

_MESSAGE = re.compile(r'^msgstr(?:\[\d\])? ((?:"(?:[^"\\]|\\.)*"\n?)+)', re.M)
_PART = re.compile(r'"(?:[^"\\]|\\.)*"')
LEAST = 500  # characters


def main() -> None:
    """Print what is told, and how often."""
    parser(__doc__).parse_args()
    texts = [*translations(), *ORDINARY.items()]
    told = changed = 0
    for name, text in texts:
        found = unmask(text)
        told += bool(found.findings)
        changed += found.text is not text
        for one in found.findings:
            print(f"{name}: {one.kind}, {one.count} places: {', '.join(one.characters)}")
    languages = {name.split("/")[-3] for name, _ in translations()}
    print(
        f"{len(texts)} texts, {len(languages)} languages: {told} told as disguised, {changed} read otherwise"
    )


def translations() -> Iterator[tuple[str, str]]:
    """Yield the path and the translated messages of each catalogue of Django."""
    import django

    root = Path(django.__file__).parent
    for path in sorted(root.rglob("locale/*/LC_MESSAGES/django.po")):
        entries = _MESSAGE.findall(path.read_text(encoding="utf-8"))
        messages = ["".join(map(ast.literal_eval, _PART.findall(entry))) for entry in entries[1:]]
        text = "\n".join(filter(None, messages))
        if len(text) >= LEAST:
            yield path.relative_to(root).as_posix(), text


if __name__ == "__main__":
    main()
