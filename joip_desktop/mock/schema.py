"""Opening the database file: its schema, and what happens to a file that cannot be read."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from datetime import datetime
from pathlib import Path
from typing import Final

from joip_desktop.mock.errors import MockServerError, Sentence
from joip_desktop.mock.rows import COLUMNS, NAMES

APPLICATION_ID: Final = 0x4A4F4950
"""`JOIP` in ASCII; SQLite keeps it in the file's header, so that a foreign file is known as one."""

VERSION: Final = 1
"""`PRAGMA user_version`; a file of another version is set aside, as demo data is not worth a migration."""

BUSY_SECONDS: Final = 20.0
"""Longer than another server needs to fill a new file with 100,000 sessions."""

SELECTED: Final = ", ".join((*NAMES, "extra"))

_TABLES: Final = (
    "CREATE TABLE sessions ("
    + ", ".join(
        f"{column.name} {column.kind.value}" + (" PRIMARY KEY" if column.name == "id" else "") for column in COLUMNS
    )
    + ", extra TEXT)",
    "CREATE TABLE snapshots (session_id INTEGER PRIMARY KEY, created_at TEXT NOT NULL, media TEXT NOT NULL)",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
)
_UNREADABLE: Final = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT)


class _Unusable(Exception):  # noqa: N818 - never leaves this module
    """The file is damaged, or is another program's."""


def open_database(path: Path | None) -> tuple[sqlite3.Connection, Sentence | None]:
    """A connection for all threads (the caller locks), in autocommit mode, and a notice if a file was set aside.

    None is a database in memory. The tables may be missing still: `create_tables` in a transaction makes them.

    Raises:
        MockServerError: the folder or the file cannot be used.
    """
    if path is None:
        return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False), None
    _prepare_folder(path)
    try:
        identity = _identity(path)
        try:
            return _open_file(path), None
        except _Unusable:
            kept = _set_aside(path, identity)
        notice = (
            Sentence(
                "The demo data could not be read and was set aside as {file}. The demo starts with fresh data.",
                file=kept.name,
            )
            if kept
            else None
        )
        return _open_file(path), notice
    except (_Unusable, sqlite3.Error, OSError) as error:
        raise MockServerError(
            "The demo data in “{path}” cannot be opened ({reason}). "
            "Close other programs that use it, or choose another folder.",
            path=str(path),
            reason=_reason(error),
        ) from error


def create_tables(connection: sqlite3.Connection) -> bool:
    """Make the tables in the caller's transaction, unless they are there; True if they are new."""
    if _value(connection, "PRAGMA user_version") == VERSION:
        return False
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    return True


def check(connection: sqlite3.Connection) -> None:
    """Read enough to know the file is sound and ours; an empty file is, too.

    Raises:
        sqlite3.DatabaseError: it is not.
    """
    connection.execute("BEGIN")  # one state of the file, while another server may be making it
    try:
        version = _value(connection, "PRAGMA user_version")
        owner = _value(connection, "PRAGMA application_id")
        tables = _value(connection, "SELECT count(*) FROM sqlite_master")
        if (version, owner, tables) == (0, 0, 0):
            return
        if version != VERSION or owner != APPLICATION_ID:
            raise _SchemaError("another program's file, or another version's")
        if _value(connection, "PRAGMA quick_check(1)") != "ok":
            raise _SchemaError("damaged")
        try:
            for query in (
                f"{SELECTED} FROM sessions",
                "session_id, created_at, media FROM snapshots",
                "value FROM meta",
            ):
                connection.execute(f"SELECT {query} LIMIT 1").fetchall()
        except sqlite3.OperationalError as error:  # "no such table", "no such column"
            raise _SchemaError(str(error)) from error
    finally:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")


def _prepare_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MockServerError(
            "The demo data cannot be kept in the folder “{folder}” ({reason}). "
            "Make that folder writable or choose another one.",
            folder=str(path.parent),
            reason=_reason(error),
        ) from error


def _open_file(path: Path) -> sqlite3.Connection:
    """Connect and look; never open the file by other means: closing it would end SQLite's locks of this process."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        path.chmod(0o600)  # the sessions are one person's; -wal and -shm follow its mode
        check(connection)
        _set_up(connection)
    except sqlite3.DatabaseError as error:
        connection.close()
        if isinstance(error, _SchemaError) or _code(error) in _UNREADABLE:
            raise _Unusable from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


class _SchemaError(sqlite3.DatabaseError):
    """The tables are not those of this version."""


def _set_up(connection: sqlite3.Connection) -> None:
    """Choose write-ahead logging: readers and the writer do not wait for each other.

    SQLite does not wait for its busy timeout here, so another server that opens the file at this moment is waited for.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            break
        except sqlite3.OperationalError as error:
            if _code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
    connection.execute("PRAGMA synchronous = NORMAL")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is that has this name; None if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _set_aside(path: Path, identity: tuple[int, int] | None) -> Path | None:
    """Rename the file and its -wal and -shm, overwriting nothing; None if another server has just done so."""
    if identity is None or _identity(path) != identity:
        return None
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    base = path.with_name(f"{path.name}.corrupt-{stamp}")
    target, number = base, 1
    while any(_beside(target, suffix).exists() for suffix in ("", "-wal", "-shm")):
        number += 1
        target = base.with_name(f"{base.name}-{number}")
    for suffix in ("-wal", "-shm", ""):
        with contextlib.suppress(FileNotFoundError):
            _beside(path, suffix).rename(_beside(target, suffix))
    return target


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _value(connection: sqlite3.Connection, query: str) -> object:
    return connection.execute(query).fetchone()[0]


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where the error comes from Python's side."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _reason(error: BaseException) -> str:
    text = error.strerror if isinstance(error, OSError) else str(error)
    return (text or type(error).__name__).rstrip(".").lower()
