"""Whether the parts in C are in use: where they were built, unless somebody asks for numpy."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec

_PARTS = ("forensics.lexicon._ngrams", "forensics.spin.channel._search")


@cache
def compiled() -> bool:
    """Tell whether to use the parts in C; FORENSICS_KERNEL=numpy leaves them alone."""
    wanted = os.environ.get("FORENSICS_KERNEL", "").lower()
    return wanted != "numpy" and all(find_spec(name) for name in _PARTS)
