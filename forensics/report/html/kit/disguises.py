"""What disguises a text, as part of a page."""

from __future__ import annotations

from collections.abc import Sequence

from forensics.report.disguises import disguise_of
from forensics.report.html.kit.element import Html, joined, tag
from forensics.text.disguise.findings import Obfuscation


def disguises(found: Sequence[Obfuscation]) -> Html | None:
    """Return the disguises of one text, None where there are none."""
    if not found:
        return None
    return joined(
        tag("p", tag("strong", "This text is disguised."), " It was read without:"),
        tag("ul", (tag("li", f"{disguise_of(one)}.") for one in found)),
    )
