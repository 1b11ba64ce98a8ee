"""Laws of what is shown: nothing that a text says acts on a terminal, a page or a program that reads lines."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from bench.fuzz.laws.analyses import NEWS
from bench.fuzz.target import Law, Target
from bench.fuzz.text import all_bytes_of, text_of

# What a text tries to bring in: were any of it to act, a page would have an element or attribute of this name.
MARK = "zqxj"
ATTACKS = (
    f"<{MARK} {MARK}=1>",
    f"\"{MARK}=1 '{MARK}=2 ><{MARK}>",
    f"</script><{MARK}>",
    f"</style></title></textarea>--><{MARK}>",
    f"]]><!--<{MARK}>-->",
    f"&lt;{MARK}&gt;&#60;{MARK}&#62;",
    f"javascript:{MARK}",
    "\x1b]8;;http://a\x07b\x1b[2J",
    "\u202eevil\u2066",
    "[red]rich[/red][link=http://a.example]",
)
_CONTROLS = {
    *map(chr, range(32)),
    *map(chr, range(0x7F, 0xA0)),
    *"\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
}


class _Page(HTMLParser):
    """Finds what a page consists of, as a browser would take it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name in (tag, *(name for name, _ in attrs)):
            if MARK in name:
                self.bad.append(name)
        for name, value in attrs:
            if name.startswith("on") or (
                name in ("href", "src", "action")
                and (value or "").strip().lower().startswith(("javascript:", "data:text", "http"))
            ):
                self.bad.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.bad.append(f"a comment: {data}")


def inert(page: str) -> list[str]:
    """Return what of a page could act: control codes, code in attributes, and whatever a text brought in."""
    parsed = _Page()
    parsed.feed(page)
    parsed.close()
    return parsed.bad + sorted(map(ascii, (set(page) & _CONTROLS) - {"\n", "\t"}))


def no_control(said: str, where: str) -> None:
    """Check that nothing in `said` drives a terminal or turns a line around."""
    found = (set(said) & _CONTROLS) - {"\n"}
    assert not found, f"{where} holds {sorted(map(ascii, found))}"


def checked(envelope: Any, texts: dict[str, str]) -> None:
    """Check every face of a result."""
    from forensics.cli.tables import written
    from forensics.report.interface import RenderOptions, renderer
    from forensics.report.json import document
    from forensics.report.load import decode

    command = envelope.command
    for verbose in (False, True):
        no_control(written(renderer(command, "table")(envelope, RenderOptions(verbose=verbose))), "the table")
    page = b"".join(renderer(command, "html")(envelope, RenderOptions(texts=texts))).decode()
    bad = inert(page)
    assert not bad, f"the page holds {bad}"
    lines = b"".join(renderer(command, "jsonl")(envelope, RenderOptions())).decode()
    no_control(lines, "JSON Lines")
    assert lines.endswith("\n")
    assert [json.loads(line)["type"] for line in lines[:-1].split("\n")][-1] == "summary"
    saved = document(envelope)
    no_control(saved.decode(), "JSON")
    assert document(envelope) == saved, "the same result is written otherwise a second time"
    assert document(decode(saved, "saved")) == saved, "a result is another one once it was saved"


def faces() -> Law:
    """Return the law of tables, pages, JSON and JSON Lines of all three analyses."""
    from forensics.api.dedupe import dedupe
    from forensics.api.spin import spin
    from forensics.api.trace import trace
    from forensics.documents.model import Document

    def law(data: bytes) -> None:
        which = data[0] if data else 0
        attack = ATTACKS[which // 3 % len(ATTACKS)]
        head, _, rest = data[1:].partition(b"\xfe")
        first, name = text_of(head) + attack, text_of(rest)[:40] + attack
        documents = [Document(f"a{name}", first), Document(f"b{name}", f"{attack} {first} {name}")]
        texts = {one.id: one.text for one in documents}
        if which % 3 == 0:
            checked(dedupe([*documents, Document(f"c{name}", first)]), texts | {f"c{name}": first})
        elif which % 3 == 1:
            checked(spin(documents[:1]), texts)
        else:
            checked(trace(documents[:1], against=documents[1:]), texts)

    return law


def saved_results() -> Law:
    """Return the law of reading saved results, changed at will, and of showing what could be read."""
    from forensics.api.dedupe import dedupe
    from forensics.api.spin import spin
    from forensics.api.trace import trace
    from forensics.cli.tables import written
    from forensics.documents.model import Document
    from forensics.errors import ForensicsError
    from forensics.report.interface import RenderOptions, renderer
    from forensics.report.json import document
    from forensics.report.load import decode

    one, other = (Document(id, 3 * text) for id, text in zip("ab", NEWS[::-1], strict=False))
    made: list[Any] = [dedupe([one, other, one]), spin([one]), trace([one], against=[other])]
    results = [json.loads(document(envelope)) for envelope in made]
    values = (
        None,
        True,
        -1,
        0,
        1,
        10**6,
        2**63,
        -(2**70),
        0.5,
        -1e308,
        "",
        "a",
        "b",
        "zqxj",
        "<",
        [],
        {},
        "missing:1",
    )

    def places(value: Any) -> list[tuple[Any, Any]]:
        keys = (
            list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
        )
        return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]

    def law(data: bytes) -> None:
        result = json.loads(json.dumps(results[(data[0] if data else 0) % 3]))
        for at in range(1, len(data) - 3, 4):
            every = places(result["result"]) if data[at] % 8 else places(result)
            holder, key = (
                every[int.from_bytes(data[at + 1 : at + 3], "big") % len(every)]
                if every
                else (result, "result")
            )
            which = data[at + 3]
            if which == 255 and isinstance(holder, dict):
                del holder[key]
            elif which == 254 and isinstance(holder, list):
                holder.append(holder[key])
            else:
                holder[key] = values[which % len(values)]
        try:
            envelope = decode(json.dumps(result).encode(), "saved")
            table = written(renderer(envelope.command, "table")(envelope, RenderOptions(verbose=True)))
            no_control(table, "the table")
            for format in ("html", "jsonl", "json"):
                b"".join(renderer(envelope.command, format)(envelope, RenderOptions()))  # type: ignore[arg-type]
        except ForensicsError:
            return

    return law


TARGETS = (
    Target(
        "faces",
        "tables, pages and JSON of hostile texts",
        faces,
        lambda: [bytes([n]) + one for n, one in enumerate(all_bytes_of(NEWS * 4))],
        300,
    ),
    Target(
        "results",
        "saved results that somebody changed",
        saved_results,
        lambda: [bytes([n, 1, n, 40 * n, n]) for n in range(6)],
        41,
    ),
)
