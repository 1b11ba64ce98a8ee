"""The compiled parts: optional, because plain Python gives the same bytes where no compiler is at hand."""

from pathlib import Path

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            name,
            [name.replace(".", "/") + ".c"],
            depends=[path.as_posix() for path in Path("forensics").rglob("_*.h")],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            extra_compile_args=["-O3", "-ffp-contract=off"],  # fused sums round otherwise than numpy's
            py_limited_api=True,
            optional=True,
        )
        for name in (
            "forensics.sketch._kernel",
            "forensics.documents._jsonl",
            "forensics.lexicon._ngrams",
            "forensics.spin.channel._search",
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
