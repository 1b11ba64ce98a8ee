"""Labels that a news archive sets before and behind a text: section, length, edition."""

from __future__ import annotations

import re

LONGEST = 120
"""Characters of such a line."""
_LABELLED = re.compile(
    r"(?:LENGTH|SECTION|LOAD-DATE|PUBLICATION-TYPE|JOURNAL-CODE|LANGUAGE|EDITION|ISSN|DOCUMENT-TYPE)\s?:\s\S.*$"
    r"|\d{1,4}\s+of\s+\d{1,4}\s+DOCUMENTS?$|Edition\s+\d{1,2};$"
)


def is_archive_label(line: str) -> bool:
    """Say whether a whole line is such a label, in capitals as archives set them."""
    return len(line) <= LONGEST and _LABELLED.match(line) is not None
