"""One target in a process of its own, led by what of the code each input reaches.

(libFuzzer, through atheris)
"""

from __future__ import annotations

from pathlib import Path

from bench.fuzz.sanitized import use

try:
    import atheris
except ImportError:
    atheris = None

COMMAND = "import sys; from bench.fuzz.guided import fuzz; fuzz(sys.argv[1], sys.argv[2], sys.argv[3:])"
"""What such a process runs, behind python -c."""
INSTALL = "pip install -e '.[fuzz]'"


def fuzz(name: str, corpus: str, arguments: list[str]) -> None:
    """Look for inputs that break the law of target `name`; never returns. `arguments` are those of libFuzzer."""
    use()
    with atheris.instrument_imports(include=["forensics"]):
        from bench.fuzz.targets import TARGETS

        target = TARGETS[name]
        law = target.law()
        for number, seed in enumerate(target.seeds()):
            Path(corpus, f"seed-{number}").write_bytes(seed)
            law(seed)  # whatever is imported only when it is used is watched, too
    atheris.Setup(
        ["fuzz", f"-max_len={target.longest}", f"-timeout={target.seconds}", *arguments, corpus], law
    )
    atheris.Fuzz()
