"""Words of a language stand in its folder, each list once, and every list there is read."""

import ast
import re
from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

import forensics
from forensics.lang import base, groups

ROOT = Path(forensics.__file__).parent
MODULES = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in ROOT.rglob("*.py")
}
LISTS = {path: tree for path, tree in MODULES.items() if re.fullmatch(r"lang/[a-z]{2}/\w+\.py", path)}
FACES = ("cli/", "report/", "api/")  # they read results, not texts, and speak to readers in sentences
ELSEWHERE = {
    "documents/archive_records.py": "a reason, told to readers",
    "documents/page_nesting.py": "names of tags",
    "documents/single/hidden.py": "names of tags",
    "documents/single/style.py": "names of CSS",
    "documents/warc.py": "a reason, told to readers",
    "lexicon/families.py": "names of families",
    "documents/formats.py": "endings of files' names",
    "settings.py": "names of formats",
    "trace/extract/residue.py": "top-level domains",
    "trace/align/fact_values.py": "names of measures, the same in every language",
    "trace/extract/units.py": "the letters before a dollar sign, the same in every language",
}
LONG = 8
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_ALTERNATIVES = re.compile(r"(?:\b[a-z]{2,}\|){7,}[a-z]{2,}")


def sentences_for_people(tree):
    """Return the strings that are written to be read: docstrings, messages, arguments."""
    told = [node for node in ast.walk(tree) if isinstance(node, ast.Expr | ast.Raise | ast.JoinedStr)]
    parts = [part for node in told for part in ast.walk(node)]
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {id(part) for part in parts} | {id(part) for call in calls for part in call.args}


def word_lists(tree):
    """Yield every list of words in a module: written as one string, as alternatives of a pattern, or one by one."""
    told = sentences_for_people(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (found.split("|") for found in _ALTERNATIVES.findall(node.value))
            if id(node) not in told:
                yield node.value.split()
        elif isinstance(node, ast.Set | ast.Tuple | ast.List | ast.Dict):
            parts = node.keys if isinstance(node, ast.Dict) else node.elts
            yield [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]


def long_lists(tree):
    return [words for words in word_lists(tree) if len(words) >= LONG and all(map(_WORD.fullmatch, words))]


def test_no_module_outside_lang_holds_a_long_list_of_words():
    read = {p: t for p, t in MODULES.items() if not p.startswith(("lang/", *FACES))}
    assert {path for path, tree in read.items() if long_lists(tree)} == set(ELSEWHERE)


@pytest.mark.parametrize(
    "source",
    [
        'A = frozenset("one two three four five six seven eight".split())',
        'A = {"one", "two", "three", "four", "five", "six", "seven", "eight"}',
        'if x in ("one", "two", "three", "four", "five", "six", "seven", "don\'t"): pass',
        'A = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}',
        'A = re.compile(r"(?:one|two|three|four|five|six|seven|eight)$")',
    ],
)
def test_a_long_list_is_seen_however_it_is_written(source):
    assert long_lists(ast.parse(source))


@pytest.mark.parametrize("path", LISTS)
def test_no_list_holds_a_word_twice(path):
    again = [word for words in word_lists(LISTS[path]) for word, n in Counter(words).items() if n > 1]
    assert not again


def test_every_list_that_a_language_gives_is_read_somewhere():
    readers = [tree for path, tree in MODULES.items() if path not in LISTS]
    read = {n.attr for tree in readers for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    asked = [cls for cls in vars(groups).values() if hasattr(cls, "__dataclass_fields__")] + [base.Language]
    assert not {f"{cls.__name__}.{f.name}" for cls in asked for f in fields(cls) if f.name not in read}


def test_a_language_is_data_and_reads_no_texts():
    # Standard library, errors, and lang itself.
    for path, tree in MODULES.items():
        if path.startswith("lang/"):
            found = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
            ours = {module for module in found if module.startswith("forensics")}
            assert all(module.startswith(("forensics.lang", "forensics.errors")) for module in ours), path
