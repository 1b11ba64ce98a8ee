"""`forensics read` prints the very texts that the analyses see, and tells what they do not see."""

import json

STORY = "The ferry did not sail.\r\nThe café at the pier was closed.\n"
MASKED = "The f\u200berry d\u200bid not s\u200bail f\u200brom the p\u200bier."


def test_one_text_is_printed_as_it_is_so_that_offsets_count_in_it(forensics, tmp_path):
    (tmp_path / "a.txt").write_bytes(STORY.encode())
    assert forensics("read", tmp_path / "a.txt").raw == STORY.encode()


def test_several_texts_are_headed_by_their_ids(forensics, tmp_path):
    (tmp_path / "b.txt").write_text("Second.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("First.\n", encoding="utf-8")
    out = forensics("read", "b.txt", "a.txt", cwd=tmp_path).out
    assert out == "==> b.txt <==\nSecond.\n==> a.txt <==\nFirst.\n"


def test_a_disguised_text_can_be_printed_as_it_is_analysed(forensics, tmp_path):
    (tmp_path / "a.txt").write_text(MASKED, encoding="utf-8")
    assert forensics("read", "a.txt", cwd=tmp_path).out == MASKED
    assert forensics("read", "--unmask", "a.txt", cwd=tmp_path).out == MASKED.replace("\u200b", "")


def test_lines_say_all_that_is_known_of_each_document(forensics, tmp_path):
    rows = [{"id": "one", "text": MASKED, "date": "2024-05-01"}, {"id": "two"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    document, skipped, summary = forensics("read", "a.jsonl", "--format", "jsonl", cwd=tmp_path).lines
    assert (document["type"], document["id"], document["text"]) == ("document", "one", MASKED)
    assert document["unmasked"] == MASKED.replace("\u200b", "")
    assert document["metadata"] == {"date": "2024-05-01"}
    (told,) = document["obfuscation"]
    assert (told["kind"], told["count"], told["places"][0]) == ("invisible", 5, 5)
    assert told["characters"] == ["U+200B ZERO WIDTH SPACE"]
    assert (skipped["type"], skipped["id"]) == ("skipped", "a.jsonl:2")
    assert (summary["type"], summary["documents"]) == ("summary", 1)
    assert summary["inputs"][0]["id"] == "a.jsonl"


def test_text_that_a_page_hides_is_told(forensics, tmp_path):
    shown = "<p>" + 20 * "The ferry did not sail because the wind had turned. " + "</p>"
    hidden = '<p style="display:none">words for machines</p>'
    (tmp_path / "a.html").write_text(f"<html><body><article>{shown}{hidden}</article></body></html>", "utf-8")
    ran = forensics("read", "a.html", cwd=tmp_path)
    assert "machines" not in ran.out
    assert "left out 18 characters of hidden text: words for machines" in ran.err


def test_nothing_read_ends_with_2(forensics, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff")
    assert "skipped" in forensics("read", "a.txt", cwd=tmp_path, status=2).err


def test_what_would_do_nothing_is_refused(forensics, tmp_path):
    (tmp_path / "a.txt").write_text("A.", encoding="utf-8")
    assert (
        "--unmask" in forensics("read", "a.txt", "--unmask", "--format", "jsonl", cwd=tmp_path, status=2).err
    )
