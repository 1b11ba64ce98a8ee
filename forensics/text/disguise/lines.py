"""What line breaks do to words: numbers before every line, lines cut anywhere, words divided at their ends."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from forensics.text.disguise.step import Seen

_NUMBER = re.compile(r"^[ \t]*+([0-9]{1,5})[ \t]++(?=\S)", re.M)
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++-[^\W\d_]++")
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u2010\u00ac]\r?\n[ \t]*+(?=[^\W\d_])")

_ENDS = ".;:!?,"  # what the items of a list may end with

# Lines numbered one after another, and the share of them that go on in a small letter. Chosen: lists begin anew.
NUMBERED_FROM, GOING_ON = 5, 0.33
# Equal lines before lines count as cut, their least width, and the share that begins or ends in a space: lines that
# are filled to a width never do, lines cut anywhere do so one time in three.
CUT_FROM, CUT_WIDTH, CUT_SPACES = 4, 20, 0.1
# Words divided that are told: so many, at the ends of lines whose lengths lie so far apart (median deviation from the
# median, as a share of it). Chosen: a printer divides what does not fit, at the ends of full lines.
DIVIDED_FROM, LENGTHS_APART = 3, 0.2


def line_numbers(text: str) -> list[Seen]:
    """Take away numbers that run from line to line through sentences."""
    found = [(m.start(), m.end(), int(m.group(1))) for m in _NUMBER.finditer(text)]
    if len(found) < NUMBERED_FROM:
        return []
    ends = [text.find("\n", start) for _, start, _ in found]
    runs: list[list[int]] = [[0]] if found else []
    for k, (one, other) in enumerate(pairwise(found), 1):
        if other[2] == one[2] + 1 and ends[k - 1] + 1 == other[0]:
            runs[-1].append(k)
        else:
            runs.append([k])
    seen = Seen("line_number")
    for run in runs:
        going_on = sum(_goes_on(text, *found[k][:2]) for k in run)
        if len(run) >= NUMBERED_FROM and going_on >= GOING_ON * len(run):
            seen.changes += [(found[k][0], found[k][1], "") for k in run]
            seen.told += [found[k][:2] for k in run]
    return [seen] if seen.changes else []


def _goes_on(text: str, start: int, begins: int) -> bool:
    """Tell whether the sentence before a line's number (from `start` on) goes on behind it, where the line `begins`."""
    return text[begins].islower() and text[max(0, start - 3) : start].rstrip()[-1:] not in _ENDS


def line_cuts(text: str) -> list[Seen]:
    """Put together lines that were cut after the same number of characters, in the middle of words."""
    lines = text.split("\n")
    while lines and not lines[-1]:
        lines.pop()
    cut = lines[:-1]
    if len(cut) < CUT_FROM or len(cut[0]) < CUT_WIDTH or len(set(map(len, cut))) > 1:
        return []
    ascii_lines = [line.isascii() for line in cut]
    if not any(map(all, zip(ascii_lines, ascii_lines[1:], ascii_lines[2:], strict=False))):
        return []  # there the lengths mean the same to every kernel that looks for them (sketch/_folding.h)
    if sum(line[0] == " " or line[-1] == " " for line in cut) < CUT_SPACES * len(cut):
        return []
    width = len(cut[0]) + 1
    ends = [(k * width + width - 1, k * width + width) for k in range(len(cut))]
    return [Seen("line_cut", [(start, end, "") for start, end in ends], ends)]


def line_hyphens(text: str) -> list[Seen]:
    """Put together words that are divided at line ends; compounds that stand elsewhere keep their hyphen."""
    found = list(_DIVIDED.finditer(text))
    if not found:
        return []
    compounds = {m.group().lower() for m in _COMPOUND.finditer(text)}
    seen = Seen("line_hyphen")
    lengths: list[int] = []
    for m in found:
        left = _letters(text, m.start(), -1)
        right = _letters(text, m.end(), 1)
        if not text[m.end()].islower():
            continue  # a name, or a line of a list
        kept = "-" if f"{left}-{right}".lower() in compounds else ""
        seen.changes.append((m.start(), m.end(), kept))
        if not kept:
            seen.told.append(m.span())
            lengths.append(m.start() - text.rfind("\n", 0, m.start()))
    if len(lengths) < DIVIDED_FROM or _spread(lengths) < LENGTHS_APART:
        seen.told = []
    return [seen] if seen.changes else []


def _spread(lengths: list[int]) -> float:
    middle = median(lengths)
    return median(abs(length - middle) for length in lengths) / middle


def _letters(text: str, at: int, step: int) -> str:
    """Return up to 40 letters before `at` (step -1) or from `at` on (step 1)."""
    part = text[max(0, at - 40) : at] if step < 0 else text[at : at + 40]
    found = re.search(r"[^\W\d_]+$", part) if step < 0 else re.match(r"[^\W\d_]+", part)
    return found.group() if found else ""
