"""SQLite files of ours: opening one alone, bringing it to this version, and what becomes of a damaged one."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeAlias, TypeVar, TypeVarTuple

from joip_desktop.domain.errors import InUseError, StorageError
from joip_desktop.domain.say import later, say

_T = TypeVar("_T")
_Ts = TypeVarTuple("_Ts")

Salvage: TypeAlias = Callable[[sqlite3.Connection, sqlite3.Connection], None]
"""Brings over what can be read: from the damaged file (read only) to the fresh one (in a transaction)."""

LONGEST_GAP: Final = 50_000
"""The number of rows between two damaged places that are tried one by one: a second at most."""

_DAMAGED: Final = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT)
_LOCKED: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_UNREADABLE: Final = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises; Python can't read a message of SQLite that quotes damage."""

_BESIDE: Final = ("-wal", "-shm", "")
_REASONS: Final = {
    sqlite3.SQLITE_FULL: later("the disk is full"),
    sqlite3.SQLITE_READONLY: later("it is write-protected"),
    sqlite3.SQLITE_CANTOPEN: later("it can't be opened"),
    sqlite3.SQLITE_IOERR: later("the disk reports a fault"),
    sqlite3.SQLITE_IOERR_LOCK: later("it can't be locked for writing"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What a file is for.

    `what` begins the sentences about it, in English: "The waiting changes". `steps` are SQL statements: the first of
    them make version 1 of an empty file, the next ones version 2 of that, and so on. In a `durable` file a commit is on
    the disk before it returns, and a damaged one is set aside; another is a cache: it may lose its last commits with
    the power, and is thrown away when damaged.
    """

    what: str
    steps: tuple[tuple[str, ...], ...]
    durable: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that holds its file alone, in autocommit mode; `aside` is where a damaged file is now."""

    connection: sqlite3.Connection
    aside: Path | None = None


def open_database(path: Path, purpose: Purpose, salvage: Salvage | None = None) -> Opened:
    """Open or make a file for this thread and this process alone; the lock is held until the connection is closed.

    Without that lock nothing is looked at, so a file in use is never taken for a damaged one.

    Raises:
        InUseError: another connection has it open.
        StorageError: the folder or the file can't be made, read or written, or a newer version wrote it, which leaves
            it as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        identity = _identity(path)
        try:
            return Opened(_connect(path, purpose))
        except _DamagedError:
            aside = _start_again(path, purpose, salvage, identity)
        return Opened(_connect(path, purpose), aside)
    except (sqlite3.Error, OSError) as error:
        place = getattr(error, "filename", None) or path
        raise StorageError(
            say(
                "{what} can't be kept: {place} can't be used ({reason}).",
                what=say(purpose.what),
                place=place,
                reason=reason(error),
            ),
            next_step=say("Make room there or choose another folder with --profile-dir."),
        ) from error


class _DamagedError(sqlite3.DatabaseError):
    """The file is locked for us, and is no sound database."""


def _connect(path: Path, purpose: Purpose) -> sqlite3.Connection:
    """Lock, check, set up and migrate; on any trouble the connection is closed again.

    Raises:
        InUseError, StorageError: as for `open_database`.
        sqlite3.Error: any other trouble; `_DamagedError` is one of its kinds.
    """
    connection = _plain(str(path))
    try:
        with suppress(OSError):  # it may be another's file that we may write
            path.chmod(0o600)  # titles are nobody else's business; -wal follows its mode
        _lock(connection)
        _check(connection, path, purpose)
        _set_up(connection, purpose)
    except sqlite3.Error as error:
        connection.close()
        if _code(error) in _LOCKED:
            raise InUseError(
                say("This account is open in another window of JOIP Desktop, which sends its changes.")
            ) from error
        if isinstance(error, _DamagedError) or _code(error) in _DAMAGED:
            raise _DamagedError(str(error)) from error
        raise
    except UnicodeDecodeError as error:  # a damaged name in a message of SQLite
        connection.close()
        raise _DamagedError(str(error)) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _plain(database: str) -> sqlite3.Connection:
    """A connection in autocommit mode that waits for no lock."""
    connection = sqlite3.connect(database, timeout=0, isolation_level=None, uri=database.startswith("file:"))
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")  # one bad byte must not end a whole query
    return connection


def _lock(connection: sqlite3.Connection) -> None:
    """Take the file's lock at once. In this mode it stays, and there is no -shm."""
    connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _check(connection: sqlite3.Connection, path: Path, purpose: Purpose) -> None:
    version = _version(connection)
    if not 0 <= version <= len(purpose.steps):
        raise StorageError(
            say(
                "{what} in {path} were written by a newer version of JOIP Desktop, so this one leaves them alone.",
                what=say(purpose.what),
                path=path,
            ),
            next_step=say("Update JOIP Desktop, or choose another folder with --profile-dir."),
        )
    if (found := connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise _DamagedError(found)


def _set_up(connection: sqlite3.Connection, purpose: Purpose) -> None:
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute(f"PRAGMA synchronous = {'FULL' if purpose.durable else 'NORMAL'}")
    connection.execute(f"PRAGMA fullfsync = {int(purpose.durable)}")  # macOS: past the disk's own cache, too
    for version in range(_version(connection), len(purpose.steps)):
        with transaction(connection):
            for statement in (*purpose.steps[version], f"PRAGMA user_version = {version + 1}"):
                connection.execute(statement)


def _start_again(
    path: Path, purpose: Purpose, salvage: Salvage | None, identity: tuple[int, int] | None
) -> Path | None:
    """Put a fresh file, with what can be saved, in the place of a damaged one; where that is now, if it is kept."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    fresh, aside = (path.with_name(f"{path.name}.{word}-{stamp}") for word in ("fresh", "corrupt"))
    try:
        _make_fresh(fresh, path, purpose, salvage)  # if that fails, all is as it was for the next start
        if _identity(path) != identity:
            raise InUseError(say("Another window of JOIP Desktop has just repaired what this account keeps."))
        for suffix in _BESIDE:  # the file last: a -wal that is left behind would be taken for the fresh file's
            with suppress(FileNotFoundError):
                if purpose.durable:
                    _beside(path, suffix).rename(_beside(aside, suffix))
                else:
                    _beside(path, suffix).unlink()
        fresh.rename(path)
    finally:
        for suffix in _BESIDE:
            with suppress(OSError):
                _beside(fresh, suffix).unlink(missing_ok=True)
    return aside if purpose.durable else None


def _make_fresh(fresh: Path, damaged: Path, purpose: Purpose, salvage: Salvage | None) -> None:
    log = _beside(damaged, "-wal")
    mode = "mode=ro" if log.exists() else "immutable=1"  # either leaves file and -wal as they are, the second alone
    with closing(_connect(fresh, purpose)) as connection:
        if salvage is not None:
            with closing(_plain(f"{damaged.absolute().as_uri()}?{mode}")) as old, transaction(connection):
                old.execute("PRAGMA writable_schema = ON")  # else a file that was cut short is not read at all
                salvage(old, connection)


def readable_rows(connection: sqlite3.Connection, table: str, columns: str) -> list[tuple[object, ...]]:
    """The rows of a table that may be damaged, as far as they can be read, by rowid.

    From either end up to the first damage, then one by one what is between (`LONGEST_GAP` rows at most).
    """
    query = f"SELECT rowid, {columns} FROM {table} NOT INDEXED"  # noqa: S608 - constants of ours
    rows: dict[int, tuple[object, ...]] = {}
    try:
        connection.execute(f"{query} LIMIT 0")  # where the list of tables is damaged, no row can be found
    except _UNREADABLE:
        return []
    ends: list[int | None] = []
    for order in ("ASC", "DESC"):
        last = None
        try:
            for last, *row in connection.execute(f"{query} ORDER BY rowid {order}"):
                rows[last] = tuple(row)
        except _UNREADABLE:
            ends.append(last)
        else:
            break
    else:
        for rowid in _between(*ends):
            with suppress(*_UNREADABLE):
                for _, *row in connection.execute(f"{query} WHERE rowid = ?", (rowid,)):
                    rows[rowid] = tuple(row)
    return [rows[rowid] for rowid in sorted(rows)]


def _between(low: int | None, high: int | None) -> range:
    """The rows to try between the last one read from the low end and the last from the high end."""
    if low is None:
        low = 0 if high is None else max(0, high - LONGEST_GAP - 1)
    return range(low + 1, low + 1 + LONGEST_GAP if high is None else min(high, low + 1 + LONGEST_GAP))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is written in it, or none."""
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            with suppress(sqlite3.Error):  # the first error is the one to tell
                connection.execute("ROLLBACK")
        raise


def reason(error: Exception) -> str:
    """Why a file can't be used, in words to put in brackets: "the disk is full"."""
    if isinstance(error, sqlite3.Error):
        known = _REASONS.get(getattr(error, "sqlite_errorcode", 0)) or _REASONS.get(_code(error))
        return str(error) if known is None else say(known)
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__


class Worker:
    """A thread for one connection: what it is asked to do, it does there in order, whoever stops waiting for it."""

    def __init__(self, name: str) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._stopped = False

    def call(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T:
        """Do it and wait here; for the start, before a loop runs."""
        return self._executor.submit(function, *arguments).result()

    async def run(self, function: Callable[[*_Ts], _T], *arguments: *_Ts) -> _T:
        """Do it. Cancelling this ends the waiting alone.

        Raises:
            StorageError: the worker was stopped.
        """
        if self._stopped:
            raise StorageError(say("The file was closed before."))
        return await asyncio.shield(asyncio.get_running_loop().run_in_executor(self._executor, function, *arguments))

    async def stop(self, last: Callable[[], None]) -> None:
        """Do what was asked for, then `last`, and end the thread. Idempotent."""
        if not self._stopped:
            ending = asyncio.get_running_loop().run_in_executor(self._executor, last)
            self.give_up()
            await asyncio.shield(ending)

    def give_up(self) -> None:
        """Take on nothing more; the thread ends after what it was asked for."""
        self._stopped = True
        self._executor.shutdown(wait=False)


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is that has this name; None if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where the error comes from Python's side."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
