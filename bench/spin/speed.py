"""Words a second of CPU, and peak memory: loading, screening, and full detection on clean and on spun news.

Run: python -m bench.spin.speed
Needs the extra bench.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bench.arguments import parser

if TYPE_CHECKING:
    from forensics.documents.model import Document


def main() -> None:
    """Print the figures."""
    parser(__doc__).parse_args()
    start = time.process_time()
    from forensics import lexicon as lexicons
    from forensics.spin.channel.screen import screen
    from forensics.spin.detect import detect

    lexicon = lexicons.load()
    print(f"loaded in {time.process_time() - start:.2f} s of CPU, imports included; {_peak()} MB")

    from bench.spin.training import spun
    from bench.texts.corpora import bbc

    clean = [t for _, t in bbc("fit")][:150]
    made = [d.text for d in spun("bbc", "fit", ("autoblog",), 40)]
    print(f"screen  clean {rate(lambda d: screen(d, lexicon), clean):.0f} words a second")
    print(f"detect  clean {rate(lambda d: detect(d, lexicon), clean):.0f}")
    print(f"detect  spun  {rate(lambda d: detect(d, lexicon), made):.0f}")
    print(f"peak {_peak()} MB")


def rate(look: Callable[[Document], object], texts: Sequence[str]) -> float:
    """Return words a second of CPU."""
    from forensics.documents.model import Document

    start = time.process_time()
    for text in texts:
        look(Document("", text))
    return sum(len(t.split()) for t in texts) / (time.process_time() - start)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
