"""Results at home in a notebook: short to look at, and easy to take along."""

import pandas
import pytest

from forensics import DedupeSettings, Document, Envelope, UsageError, dedupe, documents_of, spin, spin_text

NEWS = (
    "The harbour board met on Tuesday and agreed to widen the eastern quay before the winter storms. "
    "Two members voted against the plan, saying that the cost had not been made public."
)
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def found() -> Envelope:
    return dedupe([Document("a", NEWS), Document(HOSTILE, NEWS), Document("c", "Something else. " * 30)])


def test_a_result_says_in_a_line_what_it_holds(found):
    assert repr(found).startswith("<dedupe: documents: 3, unique: 2, pairs: 1, clusters: 1, ")
    assert len(repr(found)) < 200


def test_a_result_is_a_table_in_which_nothing_acts(found):
    shown = found._repr_html_()
    assert "<td>1.000</td>" in shown
    assert "&lt;script&gt;" in shown
    assert HOSTILE not in shown


def test_findings_are_dicts_and_frames_by_the_name_of_their_list(found):
    assert found.to_dicts()[0]["relation"] == "exact"
    assert list(found.to_pandas("clusters").kept) == [found.result.clusters[0].kept]
    with pytest.raises(UsageError, match="no list 'papers'") as told:
        found.to_dicts("papers")
    assert "pairs, clusters" in told.value.hint


def test_a_frame_is_read_row_by_row_with_its_other_columns():
    frame = pandas.DataFrame({"url": ["a", "b"], "body": [NEWS, NEWS], "outlet": ["X", "Y"]})
    read = list(documents_of(frame, text="body", id="url"))
    assert [(one.id, one.metadata) for one in read] == [("a", {"outlet": "X"}), ("b", {"outlet": "Y"})]
    assert [one.id for one in documents_of(frame, text="body")] == ["0", "1"]


def test_a_frame_without_the_column_or_the_text_is_refused_by_name():
    with pytest.raises(UsageError, match="no column 'text'"):
        documents_of(pandas.DataFrame({"body": [NEWS]}))
    with pytest.raises(UsageError, match="row 1"):
        list(documents_of(pandas.DataFrame({"text": [NEWS, None]})))


def test_a_text_given_for_a_path_is_told_apart():
    with pytest.raises(UsageError, match="reads as a text") as told:
        spin(NEWS + "\n\n" + NEWS)
    assert "spin_text" in told.value.hint


def test_a_text_alone_is_read_for_spinning():
    assert spin_text(NEWS) == spin(Document("text", NEWS)).result.documents[0]


@pytest.mark.parametrize(
    ("name", "value"), [("keep", "newest"), ("unit", "page"), ("fold", "all"), ("input_format", "doc")]
)
def test_a_setting_that_cannot_be_is_refused_by_its_name(name, value):
    with pytest.raises(UsageError, match=f"^{name} is one of .*, not '{value}'$"):
        DedupeSettings(**{name: value})
