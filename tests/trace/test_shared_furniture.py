"""What all may share makes nobody the child of anybody: reference lists and declarations."""

import pytest

from forensics.documents.model import Document
from forensics.settings import TraceSettings
from forensics.trace.run import trace
from tests.trace.strangers import FAIRS, LIGHTS

REFERENCES = "\n".join(
    [
        "References",
        "Aldous, M. (2011). On the keeping of harbours in northern towns. Journal of Coastal Studies, 12(3), 101-115.",
        "Brandt, K. L. (2014). Tolls, piers and parish accounts after the war. Shore, 15(1), 22-36.",
        "Carey, J. (2009). A short history of winter fairs on the shore. Shore, 10(2), 88-102.",
        "Dunmore, P. (2017). Ferries and their timetables in small ports. Shore, 18(4), 301-315.",
    ]
)
DECLARATION = (
    "I declare that this essay is my own work and that I have read the rules of the college on the use of sources. No "
    "part of it has been handed in for any other course. I understand that a false statement may cost all marks."
)


@pytest.mark.parametrize("shared", [REFERENCES, DECLARATION])
def test_two_texts_that_share_nothing_else_are_unrelated(shared):
    texts = [Document("a", f"{FAIRS}\n\n{shared}\n"), Document("b", f"{LIGHTS}\n\n{shared}\n")]
    result = trace(texts, [], TraceSettings())
    assert {pair.relation for pair in result.verdicts} <= {"unrelated"}
