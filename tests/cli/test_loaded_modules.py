"""No run pays for what it does not use: which modules a run of the installed command loads, and which never."""

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HEAVY = {"numpy", "scipy", "nltk", "datasketch", "sklearn", "tantivy", "rapidfuzz", "pyarrow", "zstandard"}
READERS = {"trafilatura", "lxml", "pypdf", "striprtf", "webencodings", "fastwarc", "cyllama"}
ANALYSES = {"forensics.dedupe", "forensics.spin", "forensics.trace", "forensics.lexicon", "forensics.index"}


def loaded(*arguments):
    """Return the modules that `forensics ARGUMENTS` imports, as the interpreter lists them."""
    run = [sys.executable, "-X", "importtime", "-m", "forensics", *map(str, arguments)]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stderr
    lines = (line for line in said.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


@pytest.mark.parametrize("command", [[], ["dedupe"], ["spin"], ["trace"], ["report"], ["schema"]])
def test_help_loads_no_analysis_and_nothing_heavy(command):
    modules = loaded(*command, "--help")
    assert "typer" in modules
    assert not modules & (HEAVY | READERS | ANALYSES | {"msgspec"})


def test_dedupe_loads_neither_stemmer_nor_lexicon_nor_the_index():
    modules = loaded("dedupe", SAMPLES)
    assert "forensics.dedupe" in modules
    assert not modules & ((HEAVY - {"numpy", "rapidfuzz"}) | READERS)
    assert not modules & {"forensics.lexicon", "forensics.lang.en.words", "forensics.spin", "forensics.trace"}


def test_dedupe_with_synonyms_folded_stems_without_nltk():
    modules = loaded("dedupe", SAMPLES, "--fold", "spin")
    assert "forensics.lang.en.stemmer" in modules
    assert not modules & {"nltk", "scipy"}


def test_spin_loads_neither_nltk_nor_scipy_nor_the_index():
    modules = loaded("spin", SAMPLES / "001.txt")
    assert "forensics.lexicon" in modules
    assert not modules & ((HEAVY - {"numpy"}) | READERS)
    assert not modules & {
        "forensics.trace",
        "forensics.index",
        "forensics.dedupe",
        "forensics.spin.reference",
    }


def test_trace_of_few_sources_loads_neither_nltk_nor_scipy_nor_the_index():
    modules = loaded("trace", SAMPLES / "001.txt", "--against", SAMPLES)
    assert "forensics.trace" in modules
    assert not modules & ((HEAVY - {"numpy", "rapidfuzz"}) | READERS)
