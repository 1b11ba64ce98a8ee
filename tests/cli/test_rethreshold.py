"""A saved result of dedupe can be asked again at a higher threshold from the command line."""

import json
import subprocess
import sys

WORDS = [f"word{i}" for i in range(100)]


def forensics(*arguments):
    return subprocess.run([sys.executable, "-m", "forensics", *arguments], capture_output=True, text=True)


def saved(tmp_path):
    for name, words in {"a": WORDS, "b": WORDS, "c": [*WORDS[:50], "other", *WORDS[50:]]}.items():
        (tmp_path / f"{name}.txt").write_text(" ".join(words))
    files = [str(tmp_path / f"{name}.txt") for name in "abc"]
    path = tmp_path / "result.json"
    assert forensics("dedupe", *files, "--json", "-o", str(path)).returncode == 0
    return path


def test_a_higher_threshold_leaves_the_closer_copies(tmp_path):
    done = forensics("dedupe", "--from", str(saved(tmp_path)), "--threshold", "0.99", "--json")
    again = json.loads(done.stdout)
    assert again["settings"]["threshold"] == 0.99
    assert [len(cluster["members"]) for cluster in again["result"]["clusters"]] == [2]
    assert again["result"]["unique"] == 2


def test_a_lower_one_is_refused_with_what_to_do(tmp_path):
    done = forensics("dedupe", "--from", str(saved(tmp_path)), "--threshold", "0.5")
    assert done.returncode == 2
    assert "only upward" in done.stderr
    assert "--threshold 0.5" in done.stderr


def test_texts_and_a_result_do_not_mix(tmp_path):
    done = forensics("dedupe", "--from", str(saved(tmp_path)), str(tmp_path))
    assert done.returncode == 2
    assert "no texts" in done.stderr
