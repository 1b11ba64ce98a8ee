"""What a text shares with a task text or a form is neither's own: set aside, shown, and counted nowhere."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forensics.documents.model import Document
from forensics.errors import UsageError
from forensics.settings import TraceSettings
from forensics.text.annotate import AnnotatedText
from forensics.trace.extract.given_template import find_template, template_of, without_template
from forensics.trace.extract.prepare import prepare
from forensics.trace.run import trace
from tests.trace.strangers import FAIRS, LIGHTS

TASK = (
    "Question 3. Describe one harbour of your county before 1850, say who paid for it and who gained, and discuss what "
    "the parish books can show."
)


def shared(text, *templates):
    return [one.text for one in find_template(AnnotatedText(text), template_of(templates))]


def test_strangers_who_answer_one_task_are_strangers():
    texts = [Document("a", f"{TASK}\n\n{FAIRS}"), Document("b", f"{TASK}\n\n{LIGHTS}")]
    with_it = trace(texts, [], TraceSettings(), templates=[Document("task", TASK)])
    (verdict,) = with_it.verdicts
    assert (verdict.relation, verdict.coverage_a, verdict.coverage_b) == ("unrelated", 0.0, 0.0)
    assert [(r.kind, r.text) for r in with_it.documents[0].residue] == [("template", TASK)]
    (verdict,) = trace(texts, [], TraceSettings()).verdicts
    assert verdict.coverage_a > 0.3


def test_an_answer_within_a_line_of_the_form_is_its_writers():
    form = "Describe what you did in the harbour office last year:"
    text = f"{form} I counted ropes, and wrote down the names of all ferries."
    held = prepare(Document("a", text), template=template_of([form]))
    assert [text[s.start : s.end].strip() for s in held.sentences] == [
        "I counted ropes, and wrote down the names of all ferries."
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Name:\nJane Doe\nHarbour:\nSkerry", ["Name:", "Harbour:"]),
        ("NAME:\nJane Doe", ["NAME:"]),
        ("She said that at the end of the pier stood a light.", []),
        (
            "In short: describe one harbour of your county, they said.",
            ["describe one harbour of your county,"],
        ),
        ("They describe one harbour of your choice.", ["describe one harbour of your"]),
        ("They describe one harbour of theirs.", []),
    ],
)
def test_lines_and_runs_of_a_template_are_found(text, found):
    form = "Name:\nHarbour:\nDescribe one harbour of your county before 1850.\nWrite at the end of the sheet."
    assert shared(text, form) == found


def test_a_text_that_is_its_template_holds_nothing():
    held = prepare(Document("a", TASK), template=template_of([TASK]))
    assert held.sentences == ()


def test_retrieval_does_not_look_for_the_task():
    document = Document("a", f"{TASK}\n\n{FAIRS}")
    blank = without_template(document, template_of([TASK])).text
    assert (len(blank), blank.strip()) == (len(document.text), FAIRS)


def test_a_template_without_a_word_is_refused():
    with pytest.raises(UsageError, match="holds no word"):
        trace([Document("a", FAIRS)], [], TraceSettings(), templates=[Document("task", "—\n***")])


@settings(deadline=None)
@given(st.lists(st.sampled_from([*TASK.split(), "\n", ".", "ferry", "rope"]), max_size=60).map(" ".join))
def test_what_is_found_slices_back_in_order(text):
    found = find_template(AnnotatedText(text), template_of([TASK]))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
