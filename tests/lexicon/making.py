"""The scripts that write the data, as modules."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools" / "lexicon"))

import pairs_build
import stems_build
import strings_build

__all__ = ["pairs_build", "stems_build", "strings_build"]
