"""What the options of the commands do, on the installed command."""

import gzip
import json

ORIGINAL = (
    "The city council decided on Tuesday to close the old swimming pool at the end of the month, despite a petition "
    "signed by more than 4,000 residents. Officials said the building, which opened in 1931, needed repairs costing "
    "at least 2m pounds and that there was no money in the budget to pay for them."
)
SPUN = (
    "The metropolis council determined on Tuesday to shut the outdated swimming pool on the finish of the month, "
    "regardless of a petition signed by greater than 4,000 residents. Officers stated the constructing, which opened "
    "in 1931, wanted repairs costing a minimum of 3m kilos and that there was no cash within the price range to pay "
    "for them."
)


def test_a_graph_is_printed_for_other_tools(forensics):
    arguments = ["trace", "samples/001.txt", "--against", "samples", "--graph"]
    assert forensics(*arguments, "dot").out.startswith("digraph")
    assert forensics(*arguments, "mermaid").out.startswith("flowchart")
    both = forensics(*arguments, "dot", "--json", status=2)
    assert both.out == ""
    assert "leave out --json" in both.err
    assert "@graph" in json.loads(forensics(*arguments, "prov").out)


def test_a_text_is_not_its_own_source_by_another_path(forensics, tmp_path):
    (tmp_path / "a.txt").write_text(ORIGINAL)
    (tmp_path / "b.txt").write_text(ORIGINAL.replace("Tuesday", "Wednesday"))
    for against in (".", tmp_path, "./a.txt"):
        ran = forensics("trace", "a.txt", "--against", against, "--against", "b.txt", "--json", cwd=tmp_path)
        compared = {pair for one in ran.json["result"]["verdicts"] for pair in (one["a"], one["b"])}
        assert {name.rpartition("/")[2] for name in compared} == {"a.txt", "b.txt"}
        assert sum(name.endswith("a.txt") for name in compared) == 1


def test_a_text_alone_tells_what_it_says_of_itself(forensics):
    result = forensics("trace", "samples/001.txt", "--json").json["result"]
    assert result["verdicts"] == []
    assert {one["kind"] for one in result["documents"][0]["residue"]} >= {"source_link", "comment_form"}
    assert any(node["kind"] == "missing_source" for node in result["graph"]["nodes"])


def test_exclusions_are_counted_beside_the_whole(forensics, tmp_path):
    (tmp_path / "a.txt").write_text(ORIGINAL)
    (tmp_path / "b.txt").write_text(ORIGINAL + " Nobody from the club could be reached.")
    arguments = ["trace", "a.txt", "--against", "b.txt", "--json"]
    whole = forensics(*arguments, cwd=tmp_path).json["result"]["verdicts"][0]
    less = forensics(*arguments, "--exclude-source", "b.txt", cwd=tmp_path).json["result"]["verdicts"][0]
    assert whole["coverage_a"] == less["coverage_a"] > 0.9
    assert less["counted_a"] == 0.0 < whole["counted_a"]


def test_a_spun_text_beside_its_original_names_what_changed(forensics, tmp_path):
    (tmp_path / "original.txt").write_text(ORIGINAL)
    (tmp_path / "spun.txt").write_text(SPUN)
    ran = forensics("spin", "spun.txt", "--against", "original.txt", "--json", cwd=tmp_path)
    document = ran.json["result"]["documents"][0]
    pairs = {(one["observed"], one["original"]) for one in document["substitutions"]}
    assert {("metropolis", "city"), ("stated", "said")} <= pairs
    changed = {(one["observed"], one["original"]) for one in document["comparison"]["facts_changed"]}
    assert any("3" in observed and "2" in original for observed, original in changed)
    assert {one["id"] for one in ran.json["inputs"]} == {"spun.txt", "original.txt"}


def test_harvested_pairs_are_a_lexicon(forensics, tmp_path):
    (tmp_path / "original.txt").write_text(ORIGINAL)
    (tmp_path / "spun.txt").write_text(SPUN)
    harvested = forensics("spin", "spun.txt", "--harvest", "original.txt", cwd=tmp_path)
    assert "metropolis\tcity" in harvested.out
    (tmp_path / "mine.tsv").write_bytes(harvested.raw)
    ran = forensics("spin", "spun.txt", "--lexicon", "mine.tsv", "--json", cwd=tmp_path)
    found = {
        (one["observed"], one["original"]) for one in ran.json["result"]["documents"][0]["substitutions"]
    }
    assert ("metropolis", "city") in found


def test_restore_prints_a_clean_text_as_it_is(forensics, tmp_path):
    (tmp_path / "a.txt").write_bytes(ORIGINAL.encode() + b"\r\n")
    assert forensics("spin", "a.txt", "--restore", cwd=tmp_path).raw == ORIGINAL.encode() + b"\r\n"


def test_restore_takes_one_text(forensics):
    assert "one text" in forensics("spin", "samples", "--restore", status=2).err


def test_a_corpus_is_screened_a_line_a_document(forensics, tmp_path):
    records = [{"id": str(n), "text": ORIGINAL} for n in range(20)] + [{"id": "spun", "text": SPUN * 2}]
    (tmp_path / "corpus.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, records)).encode()))
    ran = forensics("spin", "corpus.jsonl.gz", "--format", "jsonl", "--min-score", "0.5", cwd=tmp_path)
    assert [line.get("id") for line in ran.lines] == ["spun", None]
    assert ran.lines[-1]["inputs"][0]["documents"] == 21
    counts = {"spun": 0, "suspect": 1, "clean": 0, "not_assessed": 0}  # a text twice says no more than once
    assert ran.lines[-1]["result"] == {"documents": 1, **counts}


def test_kept_documents_are_written_with_all_their_fields(forensics, tmp_path):
    records = [{"id": "a", "text": ORIGINAL, "by": "x"}, {"id": "b", "text": ORIGINAL.upper(), "by": "y"}]
    records.append({"id": "c", "text": SPUN, "by": "z"})
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    forensics(
        "dedupe", "in.jsonl", "--write-unique", "out.jsonl", "--write-clusters", "clusters.tsv", cwd=tmp_path
    )
    kept = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert kept == [records[0], records[2]]
    assert (tmp_path / "clusters.tsv").read_text().splitlines()[1].split("\t") == ["a", "0", "a", "1.0"]


def test_paths_come_from_a_list_ended_by_nuls(forensics):
    listed = b"samples/000.txt\0samples/001.txt\0"
    ran = forensics("dedupe", "--files0-from", "-", "--json", stdin=listed)
    assert [one["id"] for one in ran.json["inputs"]] == ["samples/000.txt", "samples/001.txt"]


def test_quiet_says_nothing(forensics, tmp_path):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "good.txt").write_text(ORIGINAL)
    assert forensics("dedupe", ".", "-q", cwd=tmp_path).err == ""


def test_an_amount_of_memory_is_written_as_people_write_it(forensics):
    whole = forensics("dedupe", "samples", "--json").raw
    assert forensics("dedupe", "samples", "--json", "--max-memory", "64M").raw == whole
    assert "not an amount of memory" in forensics("dedupe", "samples", "--max-memory", "lots", status=2).err


def test_a_page_that_no_pair_was_seen_on_is_told(forensics):
    ran = forensics("spin", "samples/001.txt", "--without-pages", "001,zzz", "--json")
    assert "page zzz" in ran.err
    assert "001" not in ran.err


def test_a_text_traced_against_itself_alone_says_so(forensics):
    ran = forensics("trace", "samples/001.txt", "--against", "samples/001.txt", "--json")
    assert ran.json["result"]["verdicts"] == []
    assert "no text other than" in ran.err
