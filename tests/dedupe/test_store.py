"""A store that a team shares: a real Redis server, started here; where there is none these tests are skipped."""

import os
import shutil
import socket
import subprocess
import sys
import time

import pytest

from forensics.api.dedupe import dedupe
from forensics.documents.model import Document
from forensics.errors import InputError, MissingExtraError, UsageError
from forensics.settings import DedupeSettings
from tests.dedupe.making import documents, planted
from tests.dedupe.test_known import listed, split

SERVER = shutil.which("redis-server")
if os.environ.get("REDIS_REQUIRED"):
    import redis
else:
    redis = pytest.importorskip("redis", reason="the extra redis is not installed")
pytestmark = pytest.mark.skipif(
    SERVER is None and not os.environ.get("REDIS_REQUIRED"), reason="there is no redis-server on this machine"
)
TEXT = " ".join(f"w{n}" for n in range(90))


@pytest.fixture(scope="module")
def start(tmp_path_factory):
    """Start servers on free ports, and end them afterwards."""
    running = []

    def server(*options: str) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        folder = tmp_path_factory.mktemp("redis")
        command = [
            SERVER,
            "--port",
            str(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--dir",
            str(folder),
            *options,
        ]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
        for _ in range(600):
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    return f"redis://127.0.0.1:{port}"
            time.sleep(0.1)
        raise AssertionError("redis-server did not begin to listen")

    yield server
    for one in running:
        one.terminate()
        one.wait()


@pytest.fixture(scope="module")
def address(start):
    return start()


@pytest.fixture
def store(address):
    """An empty database of its own."""
    redis.Redis.from_url(address).flushdb()
    return address


def given(store: str, **others) -> DedupeSettings:
    return DedupeSettings(store=store, **others)


def test_a_store_gives_the_pairs_of_the_documents_that_were_put_there(store):
    known, new = split(documents(planted(31, sources=60)), 5)
    for half in (known[::2], known[1::2]):
        dedupe(half, settings=given(store), add_to_store=True)
    result = dedupe(new, settings=given(store)).result
    expected = dedupe(new, against=known).result
    assert set(listed(result)) == set(listed(expected))
    assert len(expected.pairs) > 20
    assert result.known_documents == len(known)
    assert result.unique == expected.unique


def test_what_was_added_is_known_to_the_next_and_added_once(store):
    first = dedupe([Document("a", TEXT, {"date": "2024-01-01"})], settings=given(store), add_to_store=True)
    assert (list(first.result.known), first.result.known_documents) == ([], 0)
    second = dedupe([Document("b", TEXT + " more")], settings=given(store), add_to_store=True).result
    assert [(pair.a, pair.b, pair.relation) for pair in second.known] == [("a", "b", "near")]
    dedupe([Document("a", TEXT)], settings=given(store), add_to_store=True)
    assert dedupe([Document("c", "other words")], settings=given(store)).result.known_documents == 2


def test_a_part_is_found_by_its_samples(store):
    whole = " ".join(f"w{n}" for n in range(2000))
    dedupe([Document("whole", whole)], settings=given(store), add_to_store=True)
    result = dedupe([Document("part", " ".join(whole.split()[:600]))], settings=given(store)).result
    assert [(pair.a, pair.relation) for pair in result.known] == [("whole", "contains")]


def test_half_a_document_is_none_and_is_made_whole_by_adding_it_again(store):
    dedupe([Document("a", TEXT)], settings=given(store), add_to_store=True)
    redis.Redis.from_url(store).delete("forensics:complete")
    assert dedupe([Document("b", TEXT)], settings=given(store)).result.known_documents == 0
    dedupe([Document("a", TEXT)], settings=given(store), add_to_store=True)
    assert len(dedupe([Document("b", TEXT)], settings=given(store)).result.known) == 1


def test_the_bands_are_datasketchs_own(store):
    from datasketch import MinHashLSH

    from forensics.sketch.bands import choose
    from forensics.sketch.interop import minhash

    dedupe([Document("a", TEXT)], settings=given(store), add_to_store=True)
    host, port = store.removeprefix("redis://").split(":")
    banding = choose(0.7, 128)
    lsh = MinHashLSH(
        num_perm=128,
        params=(banding.bands, banding.rows),
        storage_config={
            "type": "redis",
            "basename": b"forensics:bands",
            "redis": {"host": host, "port": int(port)},
        },
        prepickle=False,
    )
    assert len(lsh.query(minhash(TEXT, 5))) == 1


def refused(error, said, call):
    with pytest.raises(error, match=said) as raised:
        call()
    assert raised.value.hint
    assert "\n" not in raised.value.message
    return raised.value


def test_a_server_that_is_gone_is_one_clear_line():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        gone = f"redis://:secret@127.0.0.1:{free.getsockname()[1]}"
        error = refused(
            InputError, "cannot be reached", lambda: dedupe([Document("a", TEXT)], settings=given(gone))
        )
    assert "secret" not in error.message


def test_a_wrong_password_is_one_clear_line_and_the_right_one_is_saved_nowhere(start, monkeypatch):
    locked = start("--requirepass", "open sesame")
    new = [Document("a", TEXT)]
    for wrong in ("", "else"):
        monkeypatch.setenv("FORENSICS_REDIS_PASSWORD", wrong)
        refused(
            InputError, "refuses the password", lambda: dedupe(new, settings=given(locked), add_to_store=True)
        )
    monkeypatch.setenv("FORENSICS_REDIS_PASSWORD", "open sesame")
    dedupe(new, settings=given(locked), add_to_store=True)
    monkeypatch.delenv("FORENSICS_REDIS_PASSWORD")
    envelope = dedupe(new, settings=given(locked.replace("//", "//:open%20sesame@")))
    assert envelope.settings.store == locked
    assert len(envelope.result.known) == 1


def test_a_database_that_holds_something_else_is_not_touched(store):
    client = redis.Redis.from_url(store)
    client.set("ours", "1")
    refused(
        InputError,
        "holds something else",
        lambda: dedupe([Document("a", TEXT)], settings=given(store), add_to_store=True),
    )
    assert client.keys() == [b"ours"]


def test_an_empty_database_knows_nothing_and_says_so(store):
    refused(InputError, "is empty", lambda: dedupe([Document("a", TEXT)], settings=given(store)))


@pytest.mark.parametrize(
    "other", [{"threshold": 0.8}, {"shingle": 4}, {"num_perm": 64}, {"seed": 2}], ids=str
)
def test_other_settings_than_the_stores_are_refused_by_name(store, other):
    dedupe([Document("a", TEXT)], settings=given(store), add_to_store=True)
    error = refused(
        UsageError, "was made with", lambda: dedupe([Document("b", TEXT)], settings=given(store, **other))
    )
    assert f"--{next(iter(other)).replace('_', '-')}" in error.hint


def test_a_document_that_was_changed_in_the_store_is_told(store):
    dedupe([Document("a", TEXT)], settings=given(store), add_to_store=True)
    client = redis.Redis.from_url(store)
    (key,) = client.hkeys("forensics:documents")
    client.hset("forensics:documents", key, client.hget("forensics:documents", key).replace(b"w1 ", b"w2 "))
    refused(InputError, "damaged", lambda: dedupe([Document("b", TEXT)], settings=given(store)))


def test_without_the_extra_it_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(MissingExtraError) as raised:
        dedupe([Document("a", TEXT)], settings=given("redis://127.0.0.1:1"))
    assert raised.value.hint == "pip install 'forensics[redis]'"


@pytest.mark.parametrize("wrong", ["redis://", "http://127.0.0.1:1", "redis://host:port", "redis://host:1/x"])
def test_what_is_no_address_is_refused(wrong):
    refused(UsageError, "no address of a store", lambda: dedupe([Document("a", TEXT)], settings=given(wrong)))
