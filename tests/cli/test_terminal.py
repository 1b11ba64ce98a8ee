"""The installed command on a real terminal: bars while it works, a table at the end, and nothing that acts there."""

import json
import os
import subprocess

import pytest

from tests.cli.conftest import COMMAND, ROOT

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")


def on_a_terminal(*arguments, cwd=ROOT):
    """Return the exit status of a command and all that its terminal was sent."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "40"}
    with subprocess.Popen(
        [COMMAND, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=environment
    ) as process:
        os.close(theirs)
        sent = b""
        while True:
            try:
                more = os.read(ours, 1 << 16)
            except OSError:  # what Linux says once nobody writes any more
                break
            if not more:
                break
            sent += more
    os.close(ours)
    return process.returncode, sent.decode()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("terminal") / "corpus.jsonl"
    texts = (
        f"word{n} said that the river rose by {n} feet on the {n}th of May, and no more" for n in range(4000)
    )
    path.write_text(
        "".join(json.dumps({"id": n % 3000, "text": text}) + "\n" for n, text in enumerate(texts)) * 2
    )
    return path


def test_dedupe_shows_how_far_it_has_come(corpus):
    status, sent = on_a_terminal("dedupe", corpus)
    assert status == 0, sent
    assert "reading and signing" in sent
    assert "comparing copies" in sent
    assert "joining bands" in sent
    assert "verifying pairs" in sent
    assert "near-duplicate" in sent


@pytest.mark.parametrize(
    ("arguments", "stage"),
    [
        (["spin", "samples"], "reading for spinning"),
        (["trace", "samples/001.txt", "--against", "samples"], "comparing"),
    ],
)
def test_every_analysis_shows_how_far_it_has_come(arguments, stage):
    status, sent = on_a_terminal(*arguments)
    assert status == 0, sent
    assert stage in sent


def test_quiet_shows_nothing_but_the_result(corpus):
    status, sent = on_a_terminal("dedupe", corpus, "--quiet")
    assert status == 0, sent
    assert "reading" not in sent


def test_a_hostile_text_does_nothing_to_the_terminal(tmp_path):
    text = "\x1b]0;owned\x07\x1b[2J\x9b31m [red]never[/red] one two three four five six seven eight nine"
    for name in ("a\x1b[31m.txt", "b.txt"):
        (tmp_path / name).write_text(text)
    status, sent = on_a_terminal("dedupe", ".", cwd=tmp_path)
    assert status == 0, sent
    assert "\x1b]0;" not in sent
    assert "\x1b[2J" not in sent
    assert "a\x1b[31m.txt" not in sent
