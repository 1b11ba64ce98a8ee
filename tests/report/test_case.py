"""A case file gathers what several results say of the same documents."""

import re

import pytest

from forensics.report.html.case import file_names, index
from forensics.report.load import Saved
from tests.report import results_by_hand as made


@pytest.fixture
def filed():
    results = (made.trace_envelope(), made.spin_envelope()[0], made.dedupe_envelope()[0])
    return [
        Saved(f"runs/{name}", f"{at:064x}", one)
        for at, (name, one) in enumerate(zip(("Trace It.json", "b.json", "<b>.json"), results, strict=True))
    ]


def test_reports_are_numbered_and_plainly_named(filed):
    assert file_names(filed) == ["01-trace-trace-it.html", "02-spin-b.html", "03-dedupe-b.html"]


def test_the_index_links_every_report_and_names_every_json(filed):
    page = index(filed)
    for name, one in zip(file_names(filed), filed, strict=True):
        assert f'href="{name}"' in page
        assert one.sha256 in page
    assert "&lt;b&gt;.json" in page


def test_a_document_has_one_line_with_what_each_report_says(filed):
    row = re.search(r'<tr><th scope="row"><span class="id">story\.txt</span></th>(.*?)</tr>', index(filed))
    assert "sibling" in row.group(1)
    assert "score 0.97" in row.group(1)
    assert "01-trace-trace-it.html" in row.group(1)
    assert "02-spin-b.html" in row.group(1)


def test_the_same_results_give_the_same_index(filed):
    assert index(filed) == index(list(filed))
