"""Unsaved edits on disk: one row for each session that has any, in SQLite."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from joip_desktop.domain.draft import Edits, edits_from_json, edits_to_json
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.storage.database import Purpose, Worker, open_database, readable_rows, reason, transaction

_PURPOSE: Final = Purpose(
    what=later("The unsaved edits"),
    durable=True,
    steps=(("CREATE TABLE drafts (seq INTEGER PRIMARY KEY, session NOT NULL UNIQUE, edits TEXT NOT NULL)",),),
)
_PUT: Final = (
    "INSERT INTO drafts (session, edits) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET edits = excluded.edits"
)
_DROP: Final = "DELETE FROM drafts WHERE session = ?"
_ALL: Final = "SELECT session, edits FROM drafts ORDER BY seq"
_NONSENSE: Final = (ValueError, TypeError, RecursionError)
_LARGEST: Final = 2**63 - 1

_Row: TypeAlias = Sequence[Any]

_log = logging.getLogger(__name__)


class SqliteDrafts:
    """A `DraftStore` in a SQLite file of its own, which it holds alone from its first use until it is closed.

    The file is opened when it is needed and, where that fails, at the next need: a disk that is full keeps nobody from
    working. `notice` is a sentence to show where a damaged file was set aside, or edits could not be read.
    """

    def __init__(self, path: Path) -> None:
        self.notice = ""
        self._path = path
        self._worker = Worker("drafts")
        self._connection: sqlite3.Connection | None = None

    def load(self) -> Mapping[int, Edits]:
        """All that is kept. Rows that make no sense are passed over, and stay.

        Raises:
            StorageError: the file can't be opened or read; what a newer version wrote is left as it is.
        """
        return self._worker.call(self._load)

    async def update(self, drafts: Mapping[int, Edits]) -> None:
        """Keep these sessions' edits as they are now, all or none; see `DraftStore`.

        Raises:
            StorageError: they can't be written.
        """
        await self._worker.run(self._update, dict(drafts))

    async def close(self) -> None:
        """Let go of the file after what was asked for is written. Idempotent."""
        await self._worker.stop(self._close)

    # --- in the worker's thread ---------------------------------------------------------------------------------------

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            salvage = _Salvage()
            opened = open_database(self._path, _PURPOSE, salvage)
            self._connection = opened.connection
            if opened.aside is not None:
                self.notice = salvage.notice(opened.aside)
        return self._connection

    def _load(self) -> Mapping[int, Edits]:
        connection = self._opened()
        try:
            rows = connection.execute(_ALL).fetchall()
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                say("The unsaved edits in {path} can't be read ({reason}).", path=self._path, reason=reason(error))
            ) from error
        found = dict(_sensible(rows))
        if len(found) < len(rows):
            lost = len(rows) - len(found)
            _log.warning("%d rows of %s make no sense and are passed over", lost, self._path)
            self.notice = self.notice or say_count(
                "Unsaved edits of {n} session could not be read.",
                "Unsaved edits of {n} sessions could not be read.",
                lost,
            )
        return found

    def _update(self, drafts: Mapping[int, Edits]) -> None:
        connection = self._opened()
        try:
            with transaction(connection):
                _write(connection, drafts)
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                say("Unsaved edits can't be written to {path} ({reason}).", path=self._path, reason=reason(error)),
                next_step=say("Make room on the disk, or see that the folder can be written, and try again."),
            ) from error

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()


class _Salvage:
    """Brings over what can be read of a damaged file, and counts it."""

    def __init__(self) -> None:
        self._sessions = 0

    def __call__(self, old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        """Copy what makes sense."""
        found = dict(_sensible(readable_rows(old, "drafts", "session, edits")))
        _write(new, found)
        self._sessions = len(found)

    def notice(self, aside: Path) -> str:
        """What happened, as a sentence for the person."""
        return say_count(
            "The file of the unsaved edits was damaged; those of {n} session could be read from it."
            " It was set aside as {path}.",
            "The file of the unsaved edits was damaged; those of {n} sessions could be read from it."
            " It was set aside as {path}.",
            self._sessions,
            path=aside,
        )


# --- rows -------------------------------------------------------------------------------------------------------------


def _write(connection: sqlite3.Connection, drafts: Mapping[int, Edits]) -> None:
    for session_id, edits in drafts.items():
        key = session_id if abs(session_id) <= _LARGEST else str(session_id)
        if edits:
            connection.execute(_PUT, (key, json.dumps(edits_to_json(edits))))
        else:
            connection.execute(_DROP, (key,))


def _sensible(rows: Iterable[_Row]) -> Iterator[tuple[int, Edits]]:
    """What the rows say, those left out that make no sense: damaged ones, or a newer version's."""
    for key, text in rows:
        try:
            session_id, edits = _number(key), edits_from_json(_read_json(text))
        except _NONSENSE:
            continue
        if edits:
            yield session_id, edits


def _number(value: object) -> int:
    """An integer; SQLite has those beyond 64 bits as text."""
    if isinstance(value, int | str):
        return int(value)
    raise TypeError


def _read_json(value: object) -> object:
    """JSON as we write it; what is not ASCII came with damage."""
    if isinstance(value, str) and value.isascii():
        return json.loads(value)
    raise ValueError
