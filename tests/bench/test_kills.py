"""A handful of the runs that are killed, filled up and cut off in python -m bench.evidence.kills, and its faults."""

import hashlib

import pytest

from bench.evidence import kills

pytest.importorskip("resource", reason="no limits on this system")
WHOLE = kills.Whole(hashlib.sha256(b"whole").hexdigest(), 5, 1.0)


def test_a_run_of_each_harm_leaves_nothing_partial():
    done = kills.trials(len(kills.HARMS), seed=0, jobs=2)
    assert {one.harm for one in done} == set(kills.HARMS)
    assert [fault for one in done for fault in one.faults] == []


@pytest.mark.parametrize(
    ("harm", "status", "there", "said", "fault"),
    [
        ("SIGKILL", -9, b"who", "", "half an output"),
        ("SIGTERM", 0, None, "", "status 0, and the output is not the whole one"),
        ("SIGINT", 1, None, "", "status 1 after SIGINT"),
        ("full disk", 2, b"whole", "", "status 2, and the output is whole"),
        ("full disk", 2, None, "Traceback (most recent call last)", "a traceback"),
        ("SIGINT", 130, None, "", ""),
        ("SIGKILL", -9, b"whole", "", ""),
    ],
)
def test_what_is_left_says_whether_a_run_was_at_fault(harm, status, there, said, fault, tmp_path):
    if there is not None:
        (tmp_path / "out").write_bytes(there)
    faults = kills._faults(harm, status, said, tmp_path / "out", WHOLE, old=False)
    assert len(faults) == bool(fault)
    assert fault in "".join(faults)


def test_what_stood_there_before_must_stay_or_make_room(tmp_path):
    out = tmp_path / "out"
    assert "half an output" in kills._faults("SIGKILL", -9, "", out, WHOLE, old=True)[0]
    out.write_bytes(b"what stood here before\n")
    assert kills._faults("SIGKILL", -9, "", out, WHOLE, old=True) == []
