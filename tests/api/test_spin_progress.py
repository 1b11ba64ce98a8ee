"""How far a corpus has been read is told with how much there is, where somebody listens."""

import json

from forensics.api.spin import spin
from forensics.documents.model import Document
from forensics.progress import Progress


class Noted(Progress):
    def __init__(self):
        self.totals, self.steps = [], 0

    def start(self, label, total=None):
        self.totals.append((label, total))

    def advance(self, steps=1):
        self.steps += steps


def test_files_and_records_are_counted_before_they_are_read(tmp_path):
    (tmp_path / "a.txt").write_text("One text.")
    (tmp_path / "b.jsonl").write_text("".join(json.dumps({"text": f"Text {i}."}) + "\n" for i in range(3)))
    noted = Noted()
    spin([str(tmp_path)], progress=noted)
    assert (noted.totals, noted.steps) == ([("reading for spinning", 4)], 4)


def test_documents_that_were_handed_in_are_counted():
    noted = Noted()
    spin([Document("a", "One text."), Document("b", "Another.")], progress=noted)
    assert (noted.totals, noted.steps) == ([("reading for spinning", 2)], 2)
