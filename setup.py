"""The one compiled part: optional, because a numpy twin gives the same bytes where no compiler is at hand."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "forensics.sketch._kernel",
            ["forensics/sketch/_kernel.c"],
            define_macros=[("Py_LIMITED_API", "0x030B0000")],
            extra_compile_args=["-O3"],
            py_limited_api=True,
            optional=True,
        )
    ],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
