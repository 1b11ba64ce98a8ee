"""The manifest's command is one that a shell takes, and that makes the same settings again."""

import shlex
from dataclasses import replace

from forensics.report.html.kit.command_line import command_line
from forensics.settings import DedupeSettings, SpinSettings
from tests.report import results_by_hand as made


def test_only_what_differs_from_a_default_is_said_and_always_the_seed():
    envelope = made.dedupe_envelope()[0]
    assert command_line(envelope, ("a.txt",)) == "forensics dedupe a.txt --seed 1"
    changed = replace(envelope, settings=DedupeSettings(threshold=0.5, keep="longest", certify=True, seed=7))
    assert command_line(changed, ("a.txt",)) == (
        "forensics dedupe a.txt --threshold 0.5 --keep longest --certify --seed 7"
    )


def test_hostile_names_are_quoted_for_the_shell():
    envelope = replace(made.spin_envelope()[0], settings=SpinSettings(without_pages=("a", "b")))
    name = "a b; rm -rf $HOME '`x`.txt"
    assert shlex.split(command_line(envelope, (name,))) == [
        "forensics", "spin", name, "--without-pages", "a,b", "--seed", "1",
    ]  # fmt: skip


def test_a_setting_with_several_values_repeats_its_option():
    line = command_line(made.trace_envelope(), ("story.txt",))
    assert line == "forensics trace story.txt --against source.txt --against other --seed 1"


def test_very_many_inputs_are_read_from_the_saved_result():
    line = command_line(made.dedupe_envelope()[0], tuple(f"{n}.txt" for n in range(1000)))
    assert "--files0-from" in line
    assert len(line) < 200
