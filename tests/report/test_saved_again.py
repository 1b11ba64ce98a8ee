"""A saved result that is read and written again is the same to the byte: what is to be verified is copied about."""

import pytest

from forensics import Document, trace
from forensics.report.json import document
from forensics.report.load import decode

TOLD = "The bridge was closed, Jane Smith told the BBC. She said that it was not safe."


@pytest.mark.parametrize("other", [TOLD, f"{TOLD} And no more.", "Nothing was said at all."])
def test_figures_are_written_as_they_are_read(other):
    saved = document(trace([Document("a", TOLD)], against=[Document("b", other)]))
    assert document(decode(saved, "saved")) == saved
