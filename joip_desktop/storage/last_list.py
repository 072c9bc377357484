"""The last known list on disk, for a window that shows its sessions before the server has answered."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeAlias, TypeVar, TypeVarTuple

from joip_desktop.domain.errors import JoipError, StorageError
from joip_desktop.domain.naps import Naps
from joip_desktop.domain.say import later
from joip_desktop.domain.session import Session, from_wire, to_wire
from joip_desktop.storage.database import Purpose, Worker, open_database, transaction

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")

_Key: TypeAlias = int | str

_PURPOSE: Final = Purpose(
    what=later("The last known sessions"),
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

    sessions: tuple[Session, ...] = field(repr=False)  # a line of a log must not spell out a hundred thousand of them
    read_at: datetime


class SqliteListMemory:
    """A `ListMemory` in a SQLite file of its own, opened at the first use. Where that fails it keeps nothing.

    Ids are the keys; the order of all is one value, so that a session in front does not touch those behind it.
    The work is done row by row in a thread that naps, so that a hundred thousand rows don't hold the window up.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._worker = Worker("last-list")
        self._connection: sqlite3.Connection | None = None
        self._given_up = False
        self._kept: dict[_Key, Session] | None = None
        """What is in the file, where that is known: a session that is still the same object needs no comparing."""

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
        naps = Naps()
        found: dict[_Key, Session] = {}
        unreadable = 0
        for key, body in connection.execute("SELECT id, body FROM sessions"):
            if (session := _session(key, body)) is None:
                unreadable += 1
            else:
                found[key] = session
            naps.nap_if_due()
        sessions: list[Session] = []
        order: list[_Key] = json.loads(meta["order"])
        for key in order:
            if (session := found.get(key)) is not None:
                sessions.append(session)
            naps.nap_if_due()
        if len(sessions) < len(order):
            _log.warning("%d sessions of the last known list can't be read", len(order) - len(sessions))
        self._kept = None if unreadable else found
        return LastList(tuple(sessions), datetime.fromisoformat(meta["read_at"]).astimezone(UTC))

    def _replace(self, connection: sqlite3.Connection, sessions: Iterable[Session], read_at: datetime) -> None:
        naps = Naps()
        listed: dict[_Key, Session] = {}
        for session in sessions:
            listed[_key(session.id)] = session
            naps.nap_if_due()
        kept, self._kept = self._kept, None
        if kept is None:
            different, gone = _compared_with_file(connection, listed)
        else:
            different, gone = _compared(kept, listed)
        with transaction(connection):
            for key in _put(connection, different):  # those that can't be said in JSON
                del listed[key]
                gone.append(key)
            connection.executemany("DELETE FROM sessions WHERE id = ?", ((key,) for key in gone))
            meta = {"order": _order(listed), "read_at": read_at.astimezone(UTC).isoformat()}
            known = dict(connection.execute("SELECT key, value FROM meta"))
            connection.executemany(_SET_META, meta.items() - known.items())
        self._kept = listed

    def _update(self, connection: sqlite3.Connection, sessions: Iterable[Session]) -> None:
        kept, self._kept = self._kept, None
        by_key = {_key(session.id): session for session in sessions}
        with transaction(connection):
            for key, body in _texts(by_key, unsaid=[]):
                if connection.execute(_UPDATE, (body, key)).rowcount and kept is not None:
                    kept[key] = by_key[key]
        self._kept = kept


def _compared_with_file(
    connection: sqlite3.Connection, listed: Mapping[_Key, Session]
) -> tuple[dict[_Key, Session], list[_Key]]:
    """The sessions that are not in the file, or otherwise; and the keys in the file that are not listed."""
    naps = Naps()
    different = dict(listed)
    gone: list[_Key] = []
    for key, stored in connection.execute("SELECT id, body FROM sessions"):
        if (session := listed.get(key)) is None:
            gone.append(key)
        elif _said(session) == stored:
            del different[key]
        naps.nap_if_due()
    return different, gone


def _compared(kept: dict[_Key, Session], listed: Mapping[_Key, Session]) -> tuple[dict[_Key, Session], list[_Key]]:
    """The same without the file, by what is known to be in it, which is used up."""
    naps = Naps()
    different: dict[_Key, Session] = {}
    for key, session in listed.items():
        before = kept.pop(key, None)
        if before is not session and (before is None or _said(before) != _said(session)):
            different[key] = session
        naps.nap_if_due()
    return different, list(kept)


def _put(connection: sqlite3.Connection, sessions: Mapping[_Key, Session]) -> list[_Key]:
    """Write these sessions; returns the keys of those that can't be said in JSON."""
    unsaid: list[_Key] = []
    connection.executemany(_PUT, _texts(sessions, unsaid))
    return unsaid


def _texts(sessions: Mapping[_Key, Session], unsaid: list[_Key]) -> Iterator[tuple[_Key, str]]:
    """The texts to keep, by key in order; what can't be said in JSON is `unsaid`."""
    naps = Naps()
    for key, session in sessions.items():
        if (body := _said(session)) is None:
            _log.warning("session %s can't be kept", session.id)
            unsaid.append(key)
        else:
            yield key, body
        naps.nap_if_due()


def _said(session: Session) -> str | None:
    """The session in JSON; None where that can't be said."""
    try:
        return _to_json(to_wire(session))
    except _ODD:
        return None


def _order(keys: Iterable[_Key]) -> str:
    """A JSON array of the keys, made bit by bit."""
    naps = Naps()
    texts: list[str] = []
    for key in keys:
        texts.append(_to_json(key))
        naps.nap_if_due()
    return f"[{','.join(texts)}]"


def _session(key: _Key, body: str) -> Session | None:
    try:
        session = from_wire(json.loads(body))
    except _ODD:
        return None
    return session if _key(session.id) == key else None


def _key(session_id: int) -> _Key:
    """The id as SQLite can keep it: beyond 64 bits as text."""
    return session_id if abs(session_id) <= _LARGEST else str(session_id)
