"""The last known list on disk, for a window that shows its sessions before the server has answered."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar, TypeVarTuple

from joip_desktop.domain.errors import JoipError, StorageError
from joip_desktop.domain.session import Session, from_wire, to_wire
from joip_desktop.storage.database import Purpose, Worker, open_database, transaction

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")

_PURPOSE: Final = Purpose(
    what="The last known sessions",
    durable=False,
    steps=(
        (
            "CREATE TABLE sessions (id PRIMARY KEY NOT NULL, body TEXT NOT NULL)",
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        ),
    ),
)
_PUT: Final = "INSERT OR REPLACE INTO sessions (id, body) VALUES (?, ?)"
_UPDATE: Final = "UPDATE sessions SET body = ? WHERE id = ?"
_SET_META: Final = "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"
_ODD: Final = (ValueError, TypeError, LookupError, RecursionError, JoipError)
_TROUBLE: Final = (sqlite3.Error, OSError, *_ODD)
_LARGEST: Final = 2**63 - 1
_to_json: Final = json.JSONEncoder(separators=(",", ":")).encode

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LastList:
    """A `KeptList`: the sessions in the server's order, and when they were read (UTC)."""

    sessions: tuple[Session, ...]
    read_at: datetime


class SqliteListMemory:
    """A `ListMemory` in a SQLite file of its own, opened at the first use. Where that fails it keeps nothing.

    Ids are the keys; the order of all is one value, so that a session in front does not touch those behind it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._worker = Worker("last-list")
        self._connection: sqlite3.Connection | None = None
        self._given_up = False

    @classmethod
    def at(cls, path: Path) -> SqliteListMemory:
        """The memory in this file; nothing is touched yet."""
        return cls(path)

    async def load(self) -> LastList | None:
        """The list; None where there is none, or none that can be read. Rows that make no sense are left out."""
        return await self._try("read", self._load)

    async def replace(self, sessions: Sequence[Session], read_at: datetime) -> None:
        """Keep this list instead, writing only rows that are different."""
        await self._try("written", self._replace, tuple(sessions), read_at)

    async def update(self, sessions: Sequence[Session]) -> None:
        """Keep newer states of sessions that are in the list; others are passed over."""
        await self._try("written", self._update, tuple(sessions))

    async def close(self) -> None:
        """Let go of the file. Idempotent."""
        await self._worker.stop(self._close)

    async def _try(self, what: str, function: Callable[[sqlite3.Connection, *_Ts], _T], *arguments: *_Ts) -> _T | None:
        try:
            return await self._worker.run(self._attempt, what, function, *arguments)
        except StorageError as error:
            _log.warning("the last known list can't be %s: %s", what, error)
        return None

    # --- in the worker's thread ---------------------------------------------------------------------------------------

    def _attempt(self, what: str, function: Callable[[sqlite3.Connection, *_Ts], _T], *arguments: *_Ts) -> _T | None:
        """Do it, where the file can be opened; trouble goes to the log."""
        try:
            if self._connection is None and not self._given_up:
                self._given_up = True  # until it is open: trying at every use would only repeat the same trouble
                self._connection = open_database(self._path, _PURPOSE).connection
            return None if self._connection is None else function(self._connection, *arguments)
        except _TROUBLE as error:
            _log.warning("the last known list can't be %s: %s", what, error)
        return None

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _load(self, connection: sqlite3.Connection) -> LastList | None:
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        if not meta:
            return None
        bodies = dict(connection.execute("SELECT id, body FROM sessions"))
        order: list[int | str] = json.loads(meta["order"])
        read = (_session(key, bodies[key]) for key in order if key in bodies)
        sessions = tuple(session for session in read if session is not None)
        if len(sessions) < len(order):
            _log.warning("%d sessions of the last known list can't be read", len(order) - len(sessions))
        return LastList(sessions, datetime.fromisoformat(meta["read_at"]).astimezone(UTC))

    def _replace(self, connection: sqlite3.Connection, sessions: Iterable[Session], read_at: datetime) -> None:
        bodies = _bodies(sessions)
        order = _to_json(list(bodies))
        gone: list[tuple[int | str]] = []
        for key, stored in connection.execute("SELECT id, body FROM sessions"):
            if (body := bodies.get(key)) is None:
                gone.append((key,))
            elif body == stored:
                del bodies[key]
        meta = {"order": order, "read_at": read_at.astimezone(UTC).isoformat()}
        known = dict(connection.execute("SELECT key, value FROM meta"))
        with transaction(connection):
            connection.executemany("DELETE FROM sessions WHERE id = ?", gone)
            connection.executemany(_PUT, bodies.items())
            connection.executemany(_SET_META, meta.items() - known.items())

    def _update(self, connection: sqlite3.Connection, sessions: Iterable[Session]) -> None:
        bodies = _bodies(sessions)
        with transaction(connection):
            connection.executemany(_UPDATE, ((body, key) for key, body in bodies.items()))


def _bodies(sessions: Iterable[Session]) -> dict[int | str, str]:
    """The texts to keep, by key in order; what can't be said in JSON is left out."""
    found: dict[int | str, str] = {}
    for session in sessions:
        try:
            found[_key(session.id)] = _to_json(to_wire(session))
        except _ODD as error:
            _log.warning("session %s can't be kept: %s", session.id, error)
    return found


def _session(key: object, body: str) -> Session | None:
    try:
        session = from_wire(json.loads(body))
    except _ODD:
        return None
    return session if _key(session.id) == key else None


def _key(session_id: int) -> int | str:
    """The id as SQLite can keep it: beyond 64 bits as text."""
    return session_id if abs(session_id) <= _LARGEST else str(session_id)
