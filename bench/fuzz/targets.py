"""All that can be fuzzed, by name."""

from __future__ import annotations

from collections.abc import Mapping

from bench.fuzz.laws import analyses, faces, growth, kernels, reading, texts
from bench.fuzz.target import Target

TARGETS: Mapping[str, Target] = {
    target.name: target
    for module in (texts, kernels, reading, analyses, faces, growth)
    for target in module.TARGETS
}
