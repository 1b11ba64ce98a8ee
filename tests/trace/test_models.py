"""Whoever fits models can have a trace weighed with them; without any it is weighed with those that ship."""

from pathlib import Path

import msgspec
import pytest

from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.trace.models import shipped_models
from forensics.trace.run import trace

REPORTS = Path(__file__).parent / "events" / "tank_fire"
FIRE = sorted(REPORTS.glob("*.txt"))[0].read_text("utf-8")
CUT = FIRE[: len(FIRE) // 2]


def traced(**options):
    """Return the trace of a text cut from another one."""
    return trace([Document("cut", CUT)], [Document("whole", FIRE)], TraceSettings(), **options)


def with_intercept(value, *names):
    shipped = shipped_models()
    return msgspec.structs.replace(
        shipped, **{name: msgspec.structs.replace(getattr(shipped, name), intercept=value) for name in names}
    )


def test_the_models_that_ship_weigh_where_none_are_given():
    assert traced() == traced(models=shipped_models())
    assert traced().verdicts[0].probability > 0.9


def test_a_model_of_passages_that_believes_nothing_leaves_no_match():
    assert traced().matches
    assert not traced(models=with_intercept(-1000.0, "passage")).matches


@pytest.mark.parametrize(("intercept", "relation"), [(-1000.0, "same_event"), (1000.0, "derived")])
def test_the_models_of_pairs_and_of_lone_passages_decide_whether_two_texts_depend(intercept, relation):
    assert traced(models=with_intercept(intercept, "pair", "inserted")).verdicts[0].relation == relation
