"""Redis, as users name it: an address that is shown without its password, and errors in one clear line."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit

from forensics.errors import InputError, MissingExtraError, UsageError

PASSWORD = (
    "FORENSICS_REDIS_PASSWORD"  # the variable, so that no password stands on a command line or in a result
)
_SECONDS = 10.0  # an answer is waited for


def without_password(address: str) -> str:
    """Return an address as it may be shown and saved."""
    parts = urlsplit(address)
    _, mark, place = parts.netloc.rpartition("@")
    user = parts.username or ""
    return urlunsplit(parts._replace(netloc=f"{user}@{place}" if mark and user else place))


def parameters(address: str) -> dict[str, Any]:
    """Return what redis.Redis takes for redis://[user@]host:port[/database].

    Raises UsageError for another address, MissingExtraError where the extra is not installed.
    """
    try:
        import redis  # noqa: F401 - datasketch finds it missing only when it is used
    except ImportError as error:
        raise MissingExtraError("--store", "redis") from error
    hint = "it is written redis://host:port, with /1 behind for another database"
    try:
        parts = urlsplit(address)
        database, port = int(parts.path.strip("/") or 0), parts.port or 6379
    except ValueError as error:
        raise UsageError(f"no address of a store: {without_password(address)}", hint) from error
    if parts.scheme not in ("redis", "rediss") or not parts.hostname:
        raise UsageError(f"no address of a store: {without_password(address)}", hint)
    given: dict[str, Any] = {
        "host": parts.hostname,
        "port": port,
        "db": database,
        "username": parts.username and unquote(parts.username),
        "password": unquote(parts.password) if parts.password else os.environ.get(PASSWORD),
        "ssl": parts.scheme == "rediss",
        "socket_timeout": _SECONDS,
        "socket_connect_timeout": _SECONDS,
    }
    return {name: value for name, value in given.items() if value is not None}


@contextmanager
def clearly(address: str) -> Iterator[None]:
    """Turn what Redis raises into an InputError that names the store."""
    from redis import exceptions

    shown = without_password(address)
    try:
        yield
    except exceptions.AuthenticationError as error:
        raise InputError(
            f"the store {shown} refuses the password", f"set the variable {PASSWORD} to the right one"
        ) from error
    except (exceptions.ConnectionError, exceptions.TimeoutError) as error:
        raise InputError(
            f"the store {shown} cannot be reached: {error}", "is redis-server running there, on that port?"
        ) from error
    except exceptions.RedisError as error:
        raise InputError(
            f"the store {shown} does not do as asked: {error}", "what runs there is Redis?"
        ) from error
