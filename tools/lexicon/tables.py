"""Write the tables that are mapped into memory: from words.txt, phrases.txt and pairs.tsv, which build.py writes.

    pip install nltk==3.10.4
    python tools/lexicon/tables.py

The same lists give the same bytes. Enough by itself where only pairs.tsv or what is counted over it has changed.
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

import pairs_build  # noqa: E402
import stems_build  # noqa: E402
import strings_build  # noqa: E402


def write(root: Path) -> None:
    """Write all tables below `root`, the root of the project."""
    lexicon, english = root / "forensics" / "lexicon" / "data", root / "forensics" / "lang" / "en" / "data"
    words = strings_build.write(english / "words.txt")
    stems_build.write(english, words)
    phrases = strings_build.write(lexicon / "phrases.txt")
    pairs_build.write(lexicon, {term: number for number, term in enumerate(words + phrases)})


if __name__ == "__main__":
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--out", type=Path, default=HERE.parent.parent, help="the root of the project")
    write(options.parse_args().out)
