"""Where the benches find what they measure on, and what they write."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
SHARED = ROOT.parent / "shared" / "data"  # texts with known answers, beside the project and no part of it
DOWNLOADS = Path(
    os.environ.get("FORENSICS_CORPORA", "corpora")
)  # what bench/texts/corpora.py tells to download
PAIRS = ROOT / "tools" / "lexicon" / "spin_pairs.tsv"  # what spinners were seen to write
PAGES = SHARED / "spin" / "spin_pages.tsv"  # on which pages, and which of these tell the same story
WEIGHTS = ROOT / "forensics" / "spin" / "data" / "weights.json"
MODELS = ROOT / "forensics" / "trace" / "data" / "models.json"
