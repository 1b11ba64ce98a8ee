"""The formats that a result is shown in; a module of its own, because the help of every command lists them."""

from __future__ import annotations

from typing import Literal

Format = Literal["table", "json", "jsonl", "html"]
