"""Known documents in a Redis database that many write to and ask: datasketch's MinHashLSH, samples and texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

import numpy as np

from forensics.documents.model import Document
from forensics.errors import InputError, UsageError
from forensics.index.shared.connection import clearly, parameters, without_password
from forensics.settings import DedupeSettings
from forensics.sketch.bands import choose
from forensics.sketch.interop import lean
from forensics.sketch.permutations import permutations
from forensics.sketch.select import kernel

_FORMAT = "forensics-store-1"
_SHAPE, _DOCUMENTS, _COMPLETE, _SAMPLE = (
    f"forensics:{name}" for name in ("shape", "documents", "complete", "sample:")
)
_BANDS = b"forensics:bands"


class SharedTexts:
    """Implements dedupe's KnownTexts over the store at `address`; `create` makes one in an empty database.

    Signatures are datasketch's own, cut as `settings` say, in its MinHashLSH over Redis, from where it can be read
    without this program; one shingle in 32 is kept beside, by which parts are found. A document is known once all
    of it is there. Nothing in the store is ever unpickled. Raises InputError where the server does not answer, refuses
    the password, or holds something else there; UsageError where it was made with other settings.
    """

    def __init__(self, address: str, settings: DedupeSettings, *, create: bool = False) -> None:
        given = parameters(address)
        import redis
        from datasketch import MinHashLSH

        self._address, self._shown = address, without_password(address)
        self._settings, self._banding = settings, choose(settings.threshold, settings.num_perm)
        with clearly(address):
            self._redis: Any = redis.Redis(**given)
            self._check(create=create)
            self._bands: Any = MinHashLSH(
                num_perm=settings.num_perm,
                params=(self._banding.bands, self._banding.rows),
                storage_config={"type": "redis", "basename": _BANDS, "redis": given},
                prepickle=False,
            )

    def __len__(self) -> int:
        with clearly(self._address):
            return int(self._redis.scard(_COMPLETE))

    def likely(self, texts: Sequence[str]) -> set[bytes]:
        """Return the keys of the documents that share a band or a sample with one of `texts`."""
        signatures, samples, _ = self._signed(texts)
        found: set[bytes] = set()
        with clearly(self._address):
            for one in signatures:
                found.update(self._bands.query(one))
            asked = self._redis.pipeline(transaction=False)
            for sample in np.unique(samples).tolist():
                asked.smembers(f"{_SAMPLE}{sample}")
            found.update(*asked.execute())
            keys = sorted(found)
            there = self._redis.smismember(_COMPLETE, keys) if keys else []
        return {key for key, complete in zip(keys, there, strict=True) if complete}

    def documents(self, keys: Iterable[bytes]) -> list[Document]:
        """Return the documents with these keys, sorted by their keys, which follow from ids and texts."""
        wanted = sorted(keys)
        with clearly(self._address):
            records = self._redis.hmget(_DOCUMENTS, wanted) if wanted else []
        return [self._document(key, record) for key, record in zip(wanted, records, strict=True)]

    def add(self, documents: Sequence[Document]) -> int:
        """Put documents into the store, and return how many were not there; cut short, it goes on when run again."""
        by_key = {_key(one): one for one in documents}
        with clearly(self._address):
            there = self._redis.smismember(_COMPLETE, list(by_key)) if by_key else []
            new = {key: one for (key, one), done in zip(by_key.items(), there, strict=True) if not done}
            if not new:
                return 0
            signatures, samples, ends = self._signed([one.text for one in new.values()])
            written = self._redis.pipeline()
            for at, (key, one) in enumerate(new.items()):
                written.hset(_DOCUMENTS, key, json.dumps([one.id, one.text, _plain(one)]))
                for sample in samples[ends[at] : ends[at + 1]].tolist():
                    written.sadd(f"{_SAMPLE}{sample}", key)
            written.execute()
            for key in new:
                if key in self._bands.keys:  # left by who was cut short
                    self._bands.remove(key)
            with self._bands.insertion_session() as session:
                for key, signature in zip(new, signatures, strict=True):
                    session.insert(key, signature, check_duplication=False)
            self._redis.sadd(_COMPLETE, *new)
        return len(new)

    def _signed(self, texts: Sequence[str]) -> tuple[list[Any], Any, Any]:
        """Return the texts' MinHashes, and the samples of their shingles with the places where each text's end."""
        settings, used = self._settings, kernel()
        drawn = permutations(settings.num_perm, settings.seed)
        folded, _ = used.fold(texts)
        values = used.signatures(folded, settings.shingle, drawn)
        sampled = used.sign(folded, settings.shingle, drawn, self._banding.bands, self._banding.rows)
        return lean(values, settings.seed), sampled.samples, sampled.ends

    def _document(self, key: bytes, record: bytes | None) -> Document:
        try:
            id, text, fields = json.loads(record or b"")
            one = Document(id, text, fields)
            if _key(one) == key:
                return one
        except (ValueError, TypeError, AttributeError):
            pass
        raise InputError(
            f"the store {self._shown} is damaged: a document is not what was put there",
            "make it again: empty that database, and add the documents",
        )

    def _check(self, *, create: bool) -> None:
        """Make an empty database a store where it may be; raise where it is none, or one with other settings."""
        shape = self._shape()
        made = self._redis.get(_SHAPE)
        if made is None and self._redis.dbsize():
            raise InputError(
                f"the store {self._shown} is none of forensics: that database holds something else",
                "name another database, with /1 behind the port",
            )
        if made is None and not create:
            raise InputError(f"the store {self._shown} is empty", "fill it with --add-to-store")
        if made is None:
            self._redis.set(_SHAPE, json.dumps(shape), nx=True)
            made = self._redis.get(_SHAPE)
        try:
            kept = dict(json.loads(made))
        except (ValueError, TypeError):
            kept = {}
        for name, value in shape.items():
            if name == "format" and kept.get(name) != value:
                raise InputError(
                    f"the store {self._shown} was made by another program or version",
                    "name another database, with /1 behind the port",
                )
            if kept.get(name) != value:
                option = f"--{name.replace('_', '-')}"
                raise UsageError(
                    f"the store {self._shown} was made with {option} {kept.get(name)}, not {value}",
                    f"give {option} {kept.get(name)}, or name another database, with /1 behind the port",
                )

    def _shape(self) -> dict[str, Any]:
        """Return what shapes a store: everything that another program would have to do alike."""
        names = ("threshold", "shingle", "num_perm", "seed")
        return {"format": _FORMAT, **{name: getattr(self._settings, name) for name in names}}


def _key(one: Document) -> bytes:
    encoded = (part.encode("utf-8", "surrogatepass") for part in (one.id, one.text))
    return sha256(b"".join(sha256(part).digest() for part in encoded)).digest()[:16]


def _plain(one: Document) -> dict[str, Any]:
    """Return those fields of a document that JSON knows."""
    return {
        name: value
        for name, value in one.metadata.items()
        if isinstance(value, str | int | float | bool | None)
    }
