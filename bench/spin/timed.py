"""The part of bench.spin.speed that runs in a process of its own, on the forensics that PYTHONPATH names.

It reads lines of JSON, each a group of texts and what to do with them, and writes for each the seconds of CPU and what
was found.
"""

from __future__ import annotations

import dataclasses
import json
import sys
import time

_DIGITS = 9


def main() -> None:
    """Answer each line of standard input with one of standard output."""
    from forensics import lexicon as lexicons
    from forensics.documents.model import Document
    from forensics.spin.channel.screen import screen
    from forensics.spin.detect import detect

    lexicon = lexicons.load()
    for line in sys.stdin:
        asked = json.loads(line)
        look = screen if asked["look"] == "screen" else detect
        documents = [Document(str(i), text) for i, text in enumerate(asked["texts"])]
        start = time.process_time()
        found = [look(document, lexicon) for document in documents]
        seconds = time.process_time() - start
        # A bare score is compared without its last bits: results are rounded too.
        told = [round(one, _DIGITS) if isinstance(one, float) else dataclasses.asdict(one) for one in found]
        print(json.dumps({"seconds": seconds, "found": told}), flush=True)
