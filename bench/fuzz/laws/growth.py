"""The law of growth: four times a text takes four times the time, whatever is repeated in it."""

from __future__ import annotations

import time
from collections.abc import Callable

from bench.fuzz.target import Law, Target
from bench.fuzz.text import all_bytes_of, text_of

_SMALL, _TIMES = 3_000, 4
# A cost that grows with the square grows sixteenfold here; what is quick is not looked at, since the clock wavers.
_MOST, _LEAST_SECONDS = 9.0, 0.15


def growth() -> Law:
    """Return the law of growth for all that reads one text."""
    from forensics.documents.model import Document
    from forensics.text.annotate import AnnotatedText
    from forensics.text.disguise.unmask import unmask
    from forensics.text.fold import fold
    from forensics.trace.extract.prepare import prepare

    readings: tuple[Callable[[str], object], ...] = (
        unmask,
        fold,
        lambda text: AnnotatedText(text).whole_sentences,
        lambda text: prepare(Document("a", text)),
    )

    def cost(reading: Callable[[str], object], text: str) -> float:
        begun = time.process_time()
        reading(text)
        return time.process_time() - begun

    def law(data: bytes) -> None:
        around = data[0] if data else 0
        part = text_of(data[1:])
        if not part:
            return
        ends = ("", "The bridge", "“", "(")[around % 4], ("", ".\n", "”", "a")[around // 4 % 4]
        texts = [ends[0] + part * (size // len(part) + 1) + ends[1] for size in (_SMALL, _TIMES * _SMALL)]
        for reading in readings:
            small, large = (cost(reading, text) for text in texts)
            if large > _LEAST_SECONDS and large > _MOST * small:
                small, large = (min(cost(reading, text) for _ in range(3)) for text in texts)
                assert large <= _MOST * small, (
                    f"{part!r}: {small:.3f} s and {large:.3f} s for {_TIMES} times it"
                )

    return law


_SLOW = (
    "a ",
    "a",
    "\n",
    ". ",
    "“a ",
    "'a",
    "1 ",
    "Jane ",
    "http://",
    "said ",
    "(a ",
    "[1] ",
    "a\n",
    "I. ",
    "a:\n",
    "“a” said Jane. ",
)
TARGETS = (
    Target(
        "growth",
        "time in proportion to the text",
        growth,
        lambda: [b"\0" + one for one in all_bytes_of(_SLOW)],
        12,
    ),
)
