"""The same analyses from Python, with the same content as the command line's JSON."""

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import msgspec
import pytest

import forensics
from forensics import Document, Envelope, ForensicsError, SpinSettings, dedupe, spin, trace
from forensics.report import json as as_json
from forensics.spin.result import SpinResult

NEWS = (
    "The harbour board met on Tuesday and agreed to widen the eastern quay before the winter storms. "
    "Two members voted against the plan, saying that the cost had not been made public."
)


def test_the_functions_stay_functions_once_their_packages_are_imported():
    import forensics.dedupe.result
    import forensics.spin.result
    import forensics.trace.result

    assert callable(forensics.spin)
    assert callable(forensics.dedupe)
    assert callable(forensics.trace)


def test_importing_the_package_imports_nothing_heavy():
    code = "import sys, forensics; print(sorted({'numpy', 'nltk', 'rich', 'typer', 'msgspec'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="frobnicate"):
        forensics.frobnicate  # noqa: B018


def test_python_gives_the_same_content_as_json():
    samples = Path(__file__).resolve().parents[2] / "samples"
    envelope = spin(samples / "001.txt")
    printed = json.loads(as_json.document(envelope))
    assert msgspec.convert(printed, Envelope[SpinSettings, SpinResult]) == envelope


def test_documents_in_memory_are_analysed_like_files():
    a, b = Document("a", NEWS), Document("b", NEWS.upper())
    pair = dedupe([a, b]).result.pairs[0]
    assert (pair.a, pair.b, pair.jaccard) == ("a", "b", 1.0)


def test_a_text_is_compared_with_texts_in_memory():
    result = trace(Document("copy", NEWS), against=[Document("source", NEWS)]).result
    assert result.verdicts[0].relation == "copy"


def test_results_are_frozen():
    result = spin(Document("a", NEWS)).result
    with pytest.raises(FrozenInstanceError):
        result.documents[0].verdict = "spun"


def test_a_clean_text_is_clean():
    assert spin(Document("a", NEWS)).result.documents[0].verdict == "clean"


def test_paths_and_documents_do_not_mix():
    with pytest.raises(ForensicsError, match="do not mix"):
        dedupe([Document("a", NEWS), "samples"])


def test_nothing_to_read_is_said():
    with pytest.raises(ForensicsError, match="nothing to read"):
        spin([])


def test_a_score_below_the_least_is_left_out():
    assert spin(Document("a", NEWS), settings=SpinSettings(min_score=0.9)).result.documents == ()


def test_processes_that_share_the_work_of_spin_change_nothing():
    texts = [Document(str(n), f"The keeper said {n} ships had passed. " * 20) for n in range(12)]
    assert spin(texts, jobs=2) == spin(texts)
