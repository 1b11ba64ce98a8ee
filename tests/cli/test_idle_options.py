"""Every option acts, or the run ends at once in one clear line that names it: none is overruled in silence."""

import json

import pytest

from tests.cli.test_commands import ORIGINAL, SPUN

RECORDS = [{"id": "a", "text": ORIGINAL}, {"id": "b", "text": ORIGINAL + " And more."}]
OVERRULED = {
    "two formats": (["spin", "spun.txt", "--format", "html", "--json"], "--format"),
    "two formats, one the default": (["dedupe", "two.jsonl", "--format", "table", "--json"], "--format"),
    "two formats of a trace": (["trace", "spun.txt", "--format", "jsonl", "--json"], "--format"),
    "restore as JSON": (["spin", "spun.txt", "--restore", "--json"], "--json"),
    "restore in a format": (["spin", "spun.txt", "--restore", "--format", "table"], "--format"),
    "restore and harvest": (["spin", "spun.txt", "--restore", "--harvest", "original.txt"], "--restore"),
    "harvest as JSON": (["spin", "spun.txt", "--harvest", "original.txt", "--json"], "--json"),
    "harvest in a format": (["spin", "spun.txt", "--harvest", "original.txt", "--format", "html"], "--format"),
    "harvest against": (["spin", "spun.txt", "--harvest", "original.txt", "--against", "x"], "--against"),
    "harvest with a model": (["spin", "spun.txt", "--harvest", "original.txt", "--lm", "smollm2"], "--lm"),
    "harvest with a lexicon": (["spin", "spun.txt", "--harvest", "original.txt", "--lexicon", "x"], "--lexicon"),
    "harvest by score": (["spin", "spun.txt", "--harvest", "original.txt", "--min-score", "0"], "--min-score"),
    "harvest that fails": (["spin", "spun.txt", "--harvest", "original.txt", "--fail-on", "spun"], "--fail-on"),
    "a model beside a reference": (
        ["spin", "spun.txt", "--against", "original.txt", "--lm", "smollm2"], "--lm"
    ),
    "a model in processes": (["spin", "spun.txt", "--lm", "smollm2", "--jobs", "2"], "--jobs"),
    "harvest in processes": (["spin", "spun.txt", "--harvest", "original.txt", "--jobs", "2"], "--jobs"),
    "a date without earliest": (["dedupe", "two.jsonl", "--date-field", "date"], "--date-field"),
    "permutations that none draws": (["dedupe", "two.jsonl", "--certify", "--num-perm", "128"], "--num-perm"),
    "documents of paragraphs": (
        ["dedupe", "two.jsonl", "--unit", "paragraph", "--write-unique", "o"], "--write-unique"
    ),
    "adding to no store": (["dedupe", "two.jsonl", "--add-to-store"], "--add-to-store"),
    "leaders of nothing": (["trace", "spun.txt", "--leaders", "5"], "--leaders"),
    "a graph without percentages": (
        ["trace", "spun.txt", "--against", "original.txt", "--graph", "dot", "--exclude-quotes"],
        "--exclude-quotes",
    ),
    "a graph in a format": (
        ["trace", "spun.txt", "--against", "original.txt", "--graph", "dot", "--format", "table"], "--format"
    ),
    "quiet and verbose": (["dedupe", "two.jsonl", "--quiet", "--verbose"], "--verbose"),
    "a field of plain text": (["spin", "spun.txt", "--input-format", "text", "--text-field", "t"], "--text-field"),
    "an id in a page": (["spin", "spun.txt", "--input-format", "html", "--id-field", "i"], "--id-field"),
    "an encoding of a PDF": (["spin", "spun.txt", "--input-format", "pdf", "--encoding", "cp1252"], "--encoding"),
}  # fmt: skip
OF_A_SAVED_RESULT = {
    "--shingle": "4", "--num-perm": "64", "--unit": "paragraph", "--fold": "spin", "--keep": "longest",
    "--date-field": "day", "--certify": None, "--text-field": "t", "--id-field": "i", "--encoding": "latin-1",
    "--input-format": "text", "--max-memory": "1G", "--seed": "2", "--jobs": "1", "--write-unique": "out.jsonl",
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory, forensics):
    folder = tmp_path_factory.mktemp("options")
    (folder / "original.txt").write_text(ORIGINAL)
    (folder / "spun.txt").write_text(SPUN)
    (folder / "two.jsonl").write_text("".join(json.dumps(record) + "\n" for record in RECORDS))
    forensics("dedupe", "two.jsonl", "--json", "-o", "saved.json", cwd=folder)
    return folder


def refused(ran, *named):
    """Check that a run ended in one clear line with a hint, which names the options, and printed nothing."""
    assert ran.out == ""
    said, hint = ran.err.splitlines()
    assert said.startswith("forensics: ")
    assert hint.startswith("  hint: ")
    assert "internal error" not in said
    for option in named:
        assert option in said
    return ran.err


@pytest.mark.parametrize("case", OVERRULED)
def test_an_option_that_another_overrules_is_refused(forensics, folder, case):
    arguments, option = OVERRULED[case]
    refused(forensics(*arguments, cwd=folder, status=2), option)


@pytest.mark.parametrize("option", OF_A_SAVED_RESULT)
def test_a_saved_result_takes_no_option_of_a_new_run(forensics, folder, option):
    value = OF_A_SAVED_RESULT[option]
    given = [option] if value is None else [option, value]
    ran = forensics("dedupe", "--from", "saved.json", "--threshold", "0.9", *given, cwd=folder, status=2)
    refused(ran, "--from", option)


def test_all_options_that_would_do_nothing_are_named_at_once(forensics, folder):
    arguments = ["spin", "spun.txt", "--harvest", "original.txt", "--json", "--lm", "smollm2"]
    said = refused(forensics(*arguments, cwd=folder, status=2), "--harvest", "--json", "--lm")
    assert "leave out --lm and --json" in said


def test_json_may_be_asked_for_twice(forensics, folder):
    ran = forensics("dedupe", "two.jsonl", "--format", "json", "--json", cwd=folder)
    assert ran.json["command"] == "dedupe"


@pytest.mark.parametrize(
    "arguments",
    [
        ["--exclude-quotes"],
        ["--exclude-small", "3"],
        ["--count-boilerplate"],
        ["--exclude-source", "spun.txt"],
        ["--fail-on", "copy"],
    ],
)
def test_one_text_alone_has_no_matches_to_count(forensics, folder, arguments):
    refused(forensics("trace", "spun.txt", *arguments, cwd=folder, status=2), arguments[0], "--against")


def test_texts_that_are_compared_with_each_other_have_matches_to_count(forensics, folder):
    ran = forensics("trace", "two.jsonl", "--exclude-small", "500", "--json", cwd=folder)
    (verdict,) = ran.json["result"]["verdicts"]
    assert verdict["counted_a"] == 0.0 < verdict["coverage_a"]
    forensics("trace", "two.jsonl", "--fail-on", "copy", cwd=folder, status=1)


@pytest.mark.parametrize(
    "exclusion", [["--exclude-small", "500"], ["--exclude-source", "b"], ["--exclude-quotes"]]
)
def test_the_table_of_a_trace_shows_what_is_counted_once_something_is_left_out(forensics, folder, exclusion):
    whole = forensics("trace", "two.jsonl", cwd=folder).out
    less = forensics("trace", "two.jsonl", *exclusion, cwd=folder).out
    assert "counted" not in whole
    assert "counted" in less
    assert (" 0%" in less) is (exclusion != ["--exclude-quotes"])


def test_restoring_a_spun_text_can_fail_a_build(forensics):
    ran = forensics("spin", "samples/001.txt", "--restore", "--fail-on", "spun", status=1)
    assert "Last week" in ran.out


def test_a_finding_to_fail_on_is_named(forensics, folder):
    for nothing in ("", ",", " , "):
        ran = forensics("spin", "spun.txt", "--fail-on", nothing, cwd=folder, status=2)
        assert "spun, suspect" in refused(ran, "--fail-on")


@pytest.mark.parametrize(
    "arguments",
    [
        ["dedupe", "-", "--files0-from", "-"],
        ["spin", "-", "--against", "-"],
        ["spin", "-", "--harvest", "-"],
        ["spin", "--files0-from", "-", "--harvest", "-"],
        ["trace", "-", "--against", "-"],
        ["trace", "--files0-from", "-", "--against", "spun.txt", "--against", "-"],
    ],
)
def test_standard_input_is_read_for_one_purpose(forensics, folder, arguments):
    said = refused(forensics(*arguments, cwd=folder, stdin=ORIGINAL.encode(), status=2), arguments[-2])
    assert "standard input" in said


@pytest.mark.parametrize("option", ["--write-unique", "--write-clusters"])
def test_two_outputs_are_two_files(forensics, folder, option):
    ran = forensics("dedupe", "two.jsonl", "-o", "out", option, "./out", cwd=folder, status=2)
    refused(ran, "--output", option)
    assert not (folder / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["spin", "spun.txt", "--against", "original.txt", "--json", "-o", "original.txt"],
        ["spin", "spun.txt", "--harvest", "original.txt", "-o", "original.txt"],
        ["spin", "spun.txt", "--harvest", "original.txt", "-o", "spun.txt"],
        ["dedupe", "--from", "saved.json", "--threshold", "0.9", "--json", "-o", "saved.json"],
        ["dedupe", "--from", "saved.json", "--threshold", "0.9", "--write-clusters", "saved.json"],
        ["report", "saved.json", "-o", "saved.json"],
        ["dedupe", "two.jsonl", "--files0-from", "list", "-o", "list"],
        ["spin", "spun.txt", "--lexicon", "pairs.tsv", "-o", "pairs.tsv"],
    ],
)
def test_nothing_that_is_read_is_written_over(forensics, folder, arguments):
    (folder / "list").write_bytes(b"spun.txt\0")
    (folder / "pairs.tsv").write_text("observed\toriginal\nstated\tsaid\n")
    target = folder / arguments[-1]
    before = target.read_bytes()
    refused(forensics(*arguments, cwd=folder, status=2), f"{arguments[-1]} is an input")
    assert target.read_bytes() == before


def test_texts_that_cannot_be_read_are_named_while_pairs_are_harvested(forensics, folder, tmp_path):
    (tmp_path / "empty.txt").touch()
    harvest = ["--harvest", folder / "original.txt"]
    ran = forensics("spin", "empty.txt", folder / "spun.txt", *harvest, cwd=tmp_path, status=2)
    assert "skipped empty.txt: empty" in ran.err
    assert "metropolis\tcity" in ran.out
    assert "empty" in forensics("spin", "empty.txt", *harvest, cwd=tmp_path, status=2).err


def test_spin_says_that_its_seed_draws_nothing(forensics, folder):
    told = " ".join(forensics("spin", "--help", COLUMNS="200").out.split())
    assert "spin draws nothing by chance" in told
    one, other = (forensics("spin", "spun.txt", "--json", "--seed", seed, cwd=folder).json for seed in "12")
    assert (one["settings"].pop("seed"), other["settings"].pop("seed")) == (1, 2)
    assert one.pop("digest") != other.pop("digest")
    assert one == other


def test_the_report_of_a_case_names_each_page_when_asked_to_say_more(forensics, folder, tmp_path):
    ran = forensics("report", folder / "saved.json", folder / "saved.json", "-o", tmp_path / "case", "-v")
    assert "01-dedupe-saved.html" in ran.err
    assert "02-dedupe-saved.html" in ran.err
