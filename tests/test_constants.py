"""Constants that decide have one name, say where they come from, and are held by a test that notices their moves."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACES = ("spin", "trace/provenance", "index", "lexicon/relations.py", "text/disguise")
# What no result depends on, and why.
DECIDES_NOTHING = {
    "forensics.index.shared.connection._SECONDS": "how long a shared store is waited for",
    "forensics.index.chunks._TYPES_KEPT": "word types that are remembered",
    "forensics.index.chunks._LONGEST_KEPT": "length of word types that are remembered",
    "forensics.index.spans._RUN": "words of a run: text.fingerprints hashes so many",
    "forensics.index.sorted_file._DIGEST": "how a file is laid out",
    "forensics.index.sorted_file._FOLD": "how many files there are",
    "forensics.index.sorted_file._SMALL_FILE": "how many files there are",
    "forensics.index.sorted_file._WORD": "how a file is laid out",
    "forensics.index.disk.database._BUSY": "how long SQLite's own locks are waited for",
    "forensics.index.disk.database._PAGES_OF_LOG": "how often SQLite empties its log",
    "forensics.index.disk.database.SCHEMA_VERSION": "a version",
    "forensics.index.disk.disk.WAIT": "how long another writer is waited for",
    "forensics.index.disk.lock._PAUSE": "how soon a writer that waits goes on",
    "forensics.index.disk.publish._IN_MEMORY": "where tantivy works",
    "forensics.index.disk.publish.NO_DOCUMENT": "a range that holds nothing",
    "forensics.index.disk.segments._STAGE": "memory of tantivy while it writes",
    "forensics.index.disk.segments._SMALL_STAGE": "memory of tantivy while it writes",
    "forensics.index.disk.segments._MERGED_AT_ONCE": "how many files there are",
    "forensics.index.disk.segments._ONE_SIZE": "how many files there are",
    "forensics.index.disk.segments._SMALLEST": "how many files there are",
    "forensics.index.disk.snapshot._TRIES": "how often a list is read again that files went from",
    "forensics.index.disk.texts._LEAST_TO_LEARN": "bytes that texts take",
    "forensics.index.disk.texts._MOST_TO_LEARN": "bytes that texts take",
    "forensics.index.disk.texts._SAMPLE": "bytes that texts take",
    "forensics.index.disk.texts._ZSTANDARD_LEVEL": "bytes that texts take",
    "forensics.index.disk.verifying._ADVANCE": "how often progress is told",
    "forensics.index.disk.changes._CHARS_AT_ONCE": "memory of a writer",
    "forensics.index.disk.writer._DOCUMENTS_AT_ONCE": "memory of a writer",
    "forensics.index.temporary._HEAP": "memory of the index while it is written",
    "forensics.spin.channel.candidates._KEY_BITS": "of a hash that sorts, and is told apart by the whole of it",
    "forensics.spin.channel.candidates._SPANS_A_PLACE": "numbers of spans, in their order",
    "forensics.spin.channel.evidence_terms._CONSONANT": "which article, as a number",
    "forensics.spin.channel.evidence_terms._VOWEL": "which article, as a number",
    "forensics.spin.channel.known_words._SPREAD": "of a table that may be wrong about phrases, and costs time if so",
    "forensics.spin.channel.word_row._PAD": "words before a trigram's last",
    "forensics.spin.channel.word_runs._SHORT": "what is kept of what stands between words",
    "forensics.spin.neural.gguf._ARRAY": "a type's number in the format",
    "forensics.spin.neural.gguf._MOST_KEYS": "of a head that is no model's",
    "forensics.spin.neural.gguf._SIZES": "sizes of types in the format",
    "forensics.spin.neural.gguf._TEXT": "a type's number in the format",
    "forensics.spin.neural.language_model._BATCH": "tokens handed to the runtime at once",
    "forensics.spin.neural.language_model._SEQUENCES": "continuations that the runtime holds side by side",
    "forensics.text.disguise.marks._MARKS_READ": "time that a flood of marks takes: far fewer bury a letter",
    "forensics.text.disguise.vowels._LONGEST_SYLLABLE": "time that a word without end takes",
}


def modules():
    for place in PLACES:
        path = ROOT / "forensics" / place
        for file in [path] if path.suffix else sorted(path.rglob("*.py")):
            name = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            yield name.removesuffix(".__init__"), file.read_text("utf-8")


def holds_numbers(value):
    """Tell whether an expression is a number, or a tuple or mapping of some."""
    match value:
        case ast.Constant():
            return isinstance(value.value, int | float)
        case ast.UnaryOp():
            return holds_numbers(value.operand)
        case ast.Tuple() | ast.List():
            return bool(value.elts) and all(map(holds_numbers, value.elts))
        case ast.Dict():
            return bool(value.values) and all(map(holds_numbers, value.values))
        case _:
            return False


def constants(source):
    """Yield (name, line) of the numbers that a module names."""
    for node in ast.parse(source).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Name) and holds_numbers(node.value):
                yield target.id, node.lineno
            elif isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for name, value in zip(target.elts, node.value.elts, strict=True):
                    if holds_numbers(value):
                        yield name.id, node.lineno


NAMED = [
    (f"{module}.{name}", line, source) for module, source in modules() for name, line in constants(source)
]


def claimed():
    """Return the constants that tests say they notice."""
    found = set()
    for file in sorted((ROOT / "tests").rglob("test_*.py")):
        source = file.read_text("utf-8")
        prefix = re.search(r'^HERE = "([\w.]+)"$', source, re.M)
        for here, name in re.findall(r'decides\(\s*(HERE \+ )?"([\w.\[\]]+)"', source):
            found.add(((prefix[1] if here and prefix else "") + name).split("[")[0])
    return found


def test_every_number_that_decides_is_held_by_a_test_that_says_which_moves_it_notices():
    named = {name for name, _, _ in NAMED}
    assert len(named) > 100
    assert named - claimed() == DECIDES_NOTHING.keys()
    held = tuple("forensics." + place.removesuffix(".py").replace("/", ".") for place in PLACES)
    assert {name for name in claimed() if name.startswith(held)} <= named


def test_no_two_constants_have_one_name():
    assert [
        n for n, times in Counter(name.rpartition(".")[2] for name, _, _ in NAMED).items() if times > 1
    ] == []


@pytest.mark.parametrize(("name", "line", "source"), NAMED, ids=[name for name, _, _ in NAMED])
def test_what_a_number_means_and_where_it_comes_from_stands_beside_it(name, line, source):
    lines = source.splitlines()
    above = line - 2
    while above >= 0 and re.match(r"_?[A-Z][A-Z_, ]*(: .*)?= ", lines[above]):
        above -= 1  # a remark may stand above several that belong together
    said = "#" in lines[line - 1] or lines[above].startswith("#") or lines[line].startswith('"""')
    assert said, name


def test_no_fraction_stands_bare_where_something_is_decided():
    bare = [
        (module, node.lineno, node.value)
        for module, source in modules()
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Constant) and type(node.value) is float and node.value not in (0.0, 1.0)
    ]
    assert bare == []
