"""Which kernel is in use: compiled where it was built, numpy everywhere."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from forensics.sketch.interface import Kernel


@cache
def kernel() -> Kernel:
    """Return the fastest kernel there is; FORENSICS_KERNEL names a slower one: 'numpy', 'c', 'c-avx2'."""
    wanted = os.environ.get("FORENSICS_KERNEL", "").lower()
    if wanted != "numpy":
        try:
            from forensics.sketch.native import INSTRUCTIONS, NativeKernel
        except ImportError:
            pass  # built without a compiler
        else:
            return NativeKernel(wanted) if wanted in INSTRUCTIONS else NativeKernel()
    from forensics.sketch.numpy_kernel import NumpyKernel

    return NumpyKernel()


def name() -> str:
    """Return which kernel is in use: 'c-avx512', 'c-avx2', 'c' or 'numpy'."""
    return kernel().name()
