"""The scripts that write the data, as modules."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools" / "lexicon"))

import strings_build
import tables

__all__ = ["strings_build", "tables"]
