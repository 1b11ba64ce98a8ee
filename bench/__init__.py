"""Speed and accuracy, measured by anyone: `python -m bench.trace.fit`, run from the root of the project.

Each module's docstring says how it is run and what it needs; most need the extra `bench` (pip install -e '.[bench]'),
some the texts in FORENSICS_CORPORA (bench/texts/corpora.py says how to get them) or those of ../shared/data.
"""
