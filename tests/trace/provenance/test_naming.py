"""What a missing source is called, from texts of our own."""

import pytest

from forensics.documents.model import Document
from forensics.trace.extract.prepare import prepare
from forensics.trace.provenance.naming import naming

BODY = "The dam at Orrin holds twice the water that it was built for, and cracks were found in March."


def named(*texts: str, outlets=()):
    records = [{"outlet": outlet} for outlet in outlets] or [{} for _ in texts]
    children = [
        prepare(Document(f"{n}.txt", text, metadata=record))
        for n, (text, record) in enumerate(zip(texts, records, strict=True))
    ]
    found = naming(children)
    by_id = {child.id: child.text for child in children}
    return found.name, found.named_by, [by_id[s.id][s.start : s.end] for s in found.named_in]


def test_an_agency_that_signs_two_children_has_the_text():
    signed = f"LONDON (Reuters) - {BODY}", f"{BODY}\n\n(Reuters)"
    assert named(*signed)[:2] == ("Reuters", "credit")
    assert named(signed[0], BODY)[0] is None


def test_an_outlet_that_two_children_cite_has_the_text():
    cites = f"{BODY} An engineer told the BBC so.", f"It is full. The mayor told the BBC. {BODY}"
    assert named(*cites) == ("BBC", "cited", ["BBC", "BBC"])
    assert named(*cites, outlets=("BBC", "BBC"))[0] is None


def test_an_organisation_that_two_children_tell_of_names_the_text_however_they_put_it():
    texts = f"{BODY} The University of Orrin measured.", f"At Orrin University they measured. {BODY}"
    assert named(*texts) == (
        "University of Orrin", "organisation", ["University of Orrin", "Orrin University"]
    )  # fmt: skip
    assert named(texts[0], f"{BODY} The University of Lunde measured.")[0] is None


def test_somebody_whom_two_children_quote_names_the_text_where_nobody_else_does():
    texts = f"{BODY} “It will hold,” said Ines Valtor.", f"“It must hold,” Ines Valtor said. {BODY}"
    assert named(*texts)[:2] == ("Ines Valtor", "speaker")


def test_children_that_name_nobody_leave_it_unnamed():
    assert named(BODY, BODY) == (None, None, [])


@pytest.mark.parametrize("who", ["researchers", "experts", "the study"])
def test_nobody_in_particular_names_no_text(who):
    assert named(f"“It will hold,” said {who}. {BODY}", f"“It will hold,” said {who}. {BODY}")[0] is None


def test_nobody_is_said_to_have_published_what_only_tells_of_them():
    told = f"{BODY} The University of Orrin measured.", f"At Orrin University they measured. {BODY}"
    label = naming([prepare(Document(str(n), text)) for n, text in enumerate(told)]).label
    assert label == "unseen text that tells of University of Orrin"
