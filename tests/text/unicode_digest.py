"""Print a digest of how every code point is read, alone and in words: the same by any Python. Needs no package."""

import hashlib
import sys
import unicodedata

from forensics.documents.model import one_line
from forensics.text.disguise.unmask import unmask
from forensics.text.fold import fold
from forensics.text.words import words

STEP = 512
PLANES = (
    range(0x20000),
    range(0x2E800, 0x30000),
    range(0x31200, 0x33600),
    range(0xE0000, 0xE0200),
    range(0x10FE00, 0x110000),
)


def main() -> None:
    made = hashlib.sha256()
    for plane in PLANES:
        for first in range(plane.start, plane.stop, STEP):
            chars = [chr(code) for code in range(first, first + STEP) if not 0xD800 <= code < 0xE000]
            for text in (" ".join(f"{c} ab{c}cd" for c in chars), "".join(f"Ж{c}\u0301ж {c}" for c in chars)):
                plain = unmask(text)
                read = [plain.text, repr(plain.findings), fold(text), one_line(text)]
                read += [f"{word.text}/{word.key}" for word in words(plain.text)]
                made.update("\n".join(read).encode())
    print(f"{made.hexdigest()} {unicodedata.unidata_version} {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
