"""Tests run on the installed package; the repository comes last, for the helpers that tests share."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
