"""What the three commands find in samples/, out of the box."""


def substitutions(output, id):
    document = next(one for one in output["result"]["documents"] if one["id"] == id)
    return {(one["observed"], one["original"]) for one in document["substitutions"]}


def verdict(output, a, b):
    return next(one for one in output["result"]["verdicts"] if {one["a"], one["b"]} == {a, b})


def test_no_two_samples_are_near_duplicates(dedupe_samples):
    result = dedupe_samples["result"]
    assert (result["documents"], result["unique"]) == (5, 5)
    assert result["pairs"] == []
    assert result["clusters"] == []


def test_an_empty_result_says_what_it_means_and_which_command_looks_further(forensics):
    out = " ".join(forensics("dedupe", "samples").out.split())
    assert "70% or more" in out
    assert "forensics trace" in out


def test_001_is_spun_and_the_others_are_not(spin_samples):
    verdicts = {one["id"]: one["verdict"] for one in spin_samples["result"]["documents"]}
    assert verdicts.pop("samples/001.txt") == "spun"
    assert len(verdicts) == 4
    assert "spun" not in verdicts.values()


def test_the_substitutions_of_001_are_named(spin_samples):
    assert substitutions(spin_samples, "samples/001.txt") >= {
        ("Final", "Last"),
        ("preventing", "fighting"),
        ("instructed", "told"),
        ("particular", "special"),
        ("Occasions", "Times"),
    }


def test_the_restored_text_reads_as_news_again(forensics):
    restored = forensics("spin", "samples/001.txt", "--restore").out
    for phrase in ("Last week", "front line", "New York Times", "Source link"):
        assert phrase in restored


def test_the_table_names_each_substitution_with_its_evidence(forensics):
    out = forensics("spin", "samples/001.txt").out
    assert "spun" in out
    assert "preventing" in out
    assert "fighting" in out
    assert "per 1,000" in out


def test_001_cites_the_bbc_and_a_newspaper_whose_name_was_spun(trace_samples):
    document = next(d for d in trace_samples["result"]["documents"] if d["id"] == "samples/001.txt")
    outlets = {(one["outlet"], one["spun_from"]) for one in document["claims"]}
    assert ("BBC", None) in outlets
    assert ("New York Times", "New York Occasions") in outlets


def test_001_carries_a_spun_source_link_and_a_comment_form(trace_samples):
    document = next(d for d in trace_samples["result"]["documents"] if d["id"] == "samples/001.txt")
    residue = {(one["text"], one["kind"]) for one in document["residue"]}
    assert ("Supply hyperlink", "source_link") in residue
    assert ("Leave a Comment", "comment_form") in residue


def test_000_and_001_are_siblings(trace_samples):
    found = verdict(trace_samples, "samples/000.txt", "samples/001.txt")
    assert found["relation"] == "sibling"
    assert found["probability"] >= 0.8
    assert found["limits"]


def test_001_is_not_derived_from_reports_of_the_same_events(trace_samples):
    for other in ("samples/002.txt", "samples/003.txt", "samples/004.txt"):
        relation = verdict(trace_samples, "samples/001.txt", other)["relation"]
        assert relation in ("same_event", "unrelated", "undetermined")


def test_000_and_001_point_to_one_unseen_bbc_article(trace_samples):
    graph = trace_samples["result"]["graph"]
    missing = [node for node in graph["nodes"] if node["kind"] == "missing_source"]
    assert any("BBC" in node["label"] for node in missing)
    pointing = {edge["from"] for edge in graph["edges"] if edge["to"] == missing[0]["id"]}
    assert pointing == {"samples/000.txt", "samples/001.txt"}


def test_the_table_tells_the_story_of_001(forensics):
    out = forensics("trace", "samples/001.txt", "--against", "samples").out
    for telling in (
        "BBC",
        "New York Occasions",
        "Supply hyperlink",
        "sibling",
        "[preventing]fighting",
        "unseen BBC text",
    ):
        assert telling in out
