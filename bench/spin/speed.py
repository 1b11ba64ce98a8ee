"""Words a second of CPU, and peak memory: loading, screening, and full detection on clean and on spun news.

python bench/spin/speed.py
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

START = time.process_time()

from forensics import lexicon as lexicons  # noqa: E402
from forensics.documents.model import Document  # noqa: E402
from forensics.spin.channel.screen import screen  # noqa: E402
from forensics.spin.detect import detect  # noqa: E402

LEXICON = lexicons.load()
LOADED = time.process_time() - START
LOADED_MB = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def rate(look: Callable[[Document], object], texts: Sequence[str]) -> float:
    """Return words a second of CPU."""
    start = time.process_time()
    for text in texts:
        look(Document("", text))
    return sum(len(t.split()) for t in texts) / (time.process_time() - start)


def main() -> None:
    """Print the figures."""
    from corpora import bbc
    from training import spun

    print(f"loaded in {LOADED:.2f} s of CPU, imports included; {LOADED_MB} MB")
    clean = [t for _, t in bbc("fit")][:150]
    made = [d.text for d in spun("bbc", "fit", ("autoblog",), 40)]
    print(f"screen  clean {rate(lambda d: screen(d, LEXICON), clean):.0f} words a second")
    print(f"detect  clean {rate(lambda d: detect(d, LEXICON), clean):.0f}")
    print(f"detect  spun  {rate(lambda d: detect(d, LEXICON), made):.0f}")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
