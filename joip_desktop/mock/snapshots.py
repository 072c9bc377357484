"""The whole state of a server as one file: a SQLite database with the sessions and without any sign-in."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any, Final

from joip_desktop.mock.errors import MockServerError
from joip_desktop.mock.schema import SELECTED, check

KEPT_META: Final = ("sessions", "seed")
"""How the demo data are made anew. The hashes of the cookies belong to the server, not to its state."""

CONTENTS: Final[Mapping[str, str]] = {
    "sessions": SELECTED,
    "snapshots": "session_id, created_at, media",
    "meta": "key, value",
}
"""Tables and their columns."""

_SQLITE: Final = b"SQLite format 3\x00"
_JOURNAL: Final = slice(18, 20)
"""In SQLite's header, how a file is written: 2 is with a write-ahead log, which memory does not have."""


def pack(connection: sqlite3.Connection) -> bytes:
    """The state as a file; the caller holds the lock of `connection`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA secure_delete = ON")
        copy.execute(f"DELETE FROM meta WHERE key NOT IN {KEPT_META}")  # noqa: S608 - constants
        copy.execute("VACUUM")
        return _rolling_back(bytes(copy.serialize()))


def unpack(data: bytes) -> Mapping[str, Sequence[Any]]:
    """The rows of each table in a state that was packed.

    Raises:
        MockServerError: it is none, or one of another version.
    """
    try:
        if not data.startswith(_SQLITE):
            raise sqlite3.DatabaseError("not a database")
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as kept:
            kept.deserialize(_rolling_back(data))
            check(kept)
            rows = {
                table: kept.execute(f"SELECT {columns} FROM {table}").fetchall()  # noqa: S608 - constants
                for table, columns in CONTENTS.items()
            }
    except sqlite3.Error as error:
        raise MockServerError("This is no snapshot of the demo server ({reason}).", reason=str(error)) from error
    return {**rows, "meta": [row for row in rows["meta"] if row[0] in KEPT_META]}


def _rolling_back(data: bytes) -> bytes:
    return data[: _JOURNAL.start] + b"\x01\x01" + data[_JOURNAL.stop :]
