"""Unsaved edits on disk, in SQLite: a row for each session that has any, and for each group that has some for all."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

from joip_desktop.domain.draft import (
    Edits,
    Group,
    SharedEdits,
    edits_from_json,
    edits_to_json,
    shared_from_json,
    shared_to_json,
)
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.storage.database import Purpose, Worker, open_database, readable_rows, reason, transaction

_PURPOSE: Final = Purpose(
    what=later("The unsaved edits"),
    durable=True,
    steps=(
        ("CREATE TABLE drafts (seq INTEGER PRIMARY KEY, session NOT NULL UNIQUE, edits TEXT NOT NULL)",),
        (
            "CREATE TABLE groups (number INTEGER PRIMARY KEY, size NOT NULL, edits TEXT NOT NULL)",
            "CREATE TABLE members (seq INTEGER PRIMARY KEY, number NOT NULL, sessions TEXT NOT NULL)",
        ),
    ),
)
_PUT: Final = (
    "INSERT INTO drafts (session, edits) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET edits = excluded.edits"
)
_DROP: Final = "DELETE FROM drafts WHERE session = ?"
_ALL: Final = "SELECT session, edits FROM drafts ORDER BY seq"
_PUT_GROUP: Final = (
    "INSERT INTO groups (number, size, edits) VALUES (?, ?, ?)"
    " ON CONFLICT (number) DO UPDATE SET size = excluded.size, edits = excluded.edits"
)
_DROP_GROUP: Final = "DELETE FROM groups WHERE number = ?"
_PUT_MEMBERS: Final = "INSERT INTO members (number, sessions) VALUES (?, ?)"
_DROP_MEMBERS: Final = "DELETE FROM members WHERE number = ?"
_GROUPS: Final = "SELECT number, size, edits FROM groups ORDER BY number"
_MEMBERS: Final = "SELECT number, sessions FROM members ORDER BY seq"
_PART: Final = 1000
"""Session ids in a row of `members`: Python's lock is let go between two rows."""

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
        self._written: dict[int, Sequence[int]] = {}
        """By group, the very session ids that are on disk."""

    def load(self) -> Mapping[int, Edits]:
        """All that is kept. Rows that make no sense are passed over, and stay.

        Raises:
            StorageError: the file can't be opened or read; what a newer version wrote is left as it is.
        """
        return self._worker.call(self._load)

    def load_groups(self) -> Mapping[int, Group | None]:
        """The edits for several sessions; see `DraftStore`. Those that make no sense are passed over, and stay.

        Raises:
            StorageError: as for `load`.
        """
        return self._worker.call(self._load_groups)

    async def update(self, drafts: Mapping[int, Edits]) -> None:
        """Keep these sessions' edits as they are now, all or none; see `DraftStore`.

        Raises:
            StorageError: they can't be written.
        """
        await self._worker.run(self._update, dict(drafts))

    async def update_groups(self, groups: Mapping[int, Group | None]) -> None:
        """Keep the edits of these groups as they are now, all or none; see `DraftStore`.

        Raises:
            StorageError: they can't be written.
        """
        await self._worker.run(self._update_groups, dict(groups))

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
        rows = self._read(_ALL)
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

    def _load_groups(self) -> Mapping[int, Group | None]:
        rows, parts = self._read(_GROUPS), self._read(_MEMBERS)
        groups, whole = _sensible_groups(rows, parts)
        if not whole:
            _log.warning("groups of %s make no sense in part, which is passed over", self._path)
            told = say("Unsaved edits for several sessions could not be read, or not for all of them.")
            self.notice = f"{self.notice} {told}".strip()
        self._written.update((number, group.session_ids) for number, group in groups.items() if group is not None)
        return groups

    def _read(self, query: str) -> Sequence[_Row]:
        connection = self._opened()
        try:
            return connection.execute(query).fetchall()
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                say("The unsaved edits in {path} can't be read ({reason}).", path=self._path, reason=reason(error))
            ) from error

    def _update(self, drafts: Mapping[int, Edits]) -> None:
        self._change(lambda connection: _write(connection, drafts))

    def _update_groups(self, groups: Mapping[int, Group | None]) -> None:
        self._change(lambda connection: _write_groups(connection, groups, self._written))
        for number, group in groups.items():
            if group is None:
                self._written.pop(number, None)
            else:
                self._written[number] = group.session_ids

    def _change(self, change: Callable[[sqlite3.Connection], None]) -> None:
        connection = self._opened()
        try:
            with transaction(connection):
                change(connection)
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
        rows = readable_rows(old, "groups", "number, size, edits")
        groups, _ = _sensible_groups(rows, readable_rows(old, "members", "number, sessions"))
        _write_groups(new, {number: group for number, group in groups.items() if group is not None}, {})
        self._sessions = len(set(found).union(*(group.session_ids for group in groups.values() if group is not None)))

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


def _write_groups(
    connection: sqlite3.Connection, groups: Mapping[int, Group | None], written: Mapping[int, Sequence[int]]
) -> None:
    """Write the edits of groups, and their session ids where those are other ones than what was written."""
    for number, group in groups.items():
        if group is None or written.get(number) is not group.session_ids:
            connection.execute(_DROP_MEMBERS, (number,))
            ids = () if group is None else group.session_ids
            for start in range(0, len(ids), _PART):
                connection.execute(_PUT_MEMBERS, (number, json.dumps(list(ids[start : start + _PART]))))
        if group is None:
            connection.execute(_DROP_GROUP, (number,))
        else:
            edits = json.dumps(shared_to_json(group.edits))
            connection.execute(_PUT_GROUP, (number, len(group.session_ids), edits))


def _sensible_groups(rows: Iterable[_Row], parts: Iterable[_Row]) -> tuple[dict[int, Group | None], bool]:
    """The groups that the rows tell of, and whether that is all of them and all of each.

    None stands for one that makes no sense. Of a group whose sessions can't all be read it is better to have the edits
    for the others than to have them for none: nothing is sent before the person has agreed to a plan.
    """
    members: dict[object, list[int]] = {}
    for number, text in parts:
        with suppress(*_NONSENSE):
            members.setdefault(number, []).extend(_ids(_read_json(text)))
    groups: dict[int, Group | None] = {}
    whole = True
    for number, size, text in rows:
        ids = tuple(dict.fromkeys(members.get(number, ())))
        edits = SharedEdits()
        with suppress(*_NONSENSE):
            edits = shared_from_json(_read_json(text))
        groups[number] = Group(ids, edits) if ids and edits else None
        whole = whole and groups[number] is not None and len(ids) == size
    return groups, whole


def _ids(told: object) -> list[int]:
    if isinstance(told, list) and all(type(one) is int for one in told):
        return told
    raise ValueError


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
