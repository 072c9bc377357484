"""The demo's sessions in SQLite: read, changed and reset by several threads, and by several servers, at once."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from joip_desktop.mock import demo_data
from joip_desktop.mock.errors import MockServerError
from joip_desktop.mock.limiter import Clock
from joip_desktop.mock.media import media_of
from joip_desktop.mock.rows import COLUMNS, NAMES, Record, Row, to_record, to_row
from joip_desktop.mock.schema import SELECTED, create_tables, open_database
from joip_desktop.mock.snapshots import CONTENTS, pack, unpack

OWNER: Final = demo_data.OWNER
_MARKS: Final = ", ".join("?" * (len(COLUMNS) + 1))
_INSERT: Final = f"INSERT INTO sessions ({SELECTED}) VALUES ({_MARKS})"  # noqa: S608 - constants
_UPDATE: Final = f"UPDATE sessions SET ({', '.join((*NAMES, 'extra'))}) = ({_MARKS}) WHERE id = ?"  # noqa: S608
_SELECT: Final = f"SELECT {SELECTED} FROM sessions"  # noqa: S608 - constants
_STAMPS: Final = "SELECT id, updated_at FROM sessions"
_LARGEST_ID: Final = 2**63 - 1


def timestamp(moment: datetime) -> str:
    """The API's way to write a time: ISO 8601 in UTC with milliseconds and `Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Store:
    """All sessions, those of the demo's owner and a few of somebody else; every method may be called by any thread.

    Rows come as the wire has them, with all fields; thumbnails of this server's own are paths, as ports change.
    """

    def __init__(
        self, database: Path | None, *, sessions: int, seed: int, clock: Clock = time.time, image: bytes = b""
    ) -> None:
        """Open or make the database; `sessions` and `seed` apply to a new one only. `clock` gives Unix seconds.

        `image` is of a database in memory that has been closed, to go on with.

        Raises:
            MockServerError: the database cannot be opened or written.
        """
        self._clock = clock
        self._lock = threading.RLock()
        self.closing = threading.Event()  # long work on rows that were read looks at it
        self._connection, self.notice = open_database(database)
        if image:
            self._connection.deserialize(image)
        try:
            with self._transaction():
                if create_tables(self._connection):
                    self._write_meta("sessions", str(sessions))
                    self._write_meta("seed", str(seed))
                    self._fill()
        except sqlite3.Error as error:
            self._connection.close()
            raise MockServerError(
                "The demo data cannot be written to “{path}” ({reason}). "
                "Free some space there or choose another folder.",
                path=str(database),
                reason=str(error),
            ) from error
        except BaseException:
            self._connection.close()
            raise

    def image(self) -> bytes:
        """Everything, sign-ins as well, for a store that goes on with it in memory."""
        with self._lock:
            return bytes(self._connection.serialize())

    def close(self) -> None:
        """Let go of the file; a reading in progress is broken off. Idempotent."""
        self.closing.set()
        with suppress(sqlite3.ProgrammingError):  # closed before
            self._connection.interrupt()
            with self._lock:
                # The interruption lasts until the next statement; without one it would also break off the closing
                # checkpoint, and leave the write-ahead log behind.
                self._connection.execute("SELECT 1").fetchall()
                self._connection.close()

    # --- for tests, and "another device" ------------------------------------------------------------------------------

    def rows(self) -> list[Row]:
        """The owner's sessions by id."""
        return [to_row(record) for record in self.owned_records()]

    def row(self, session_id: int) -> Row:
        """One session, anybody's.

        Raises:
            KeyError: there is none.
        """
        found = self.find(session_id)
        if found is None:
            raise KeyError(session_id)
        return found

    def set_row(self, session_id: int, **wire_fields: object) -> Row:
        """Change a session as another device would, with no check at all; `updatedAt` moves unless it is given.

        Raises:
            KeyError: there is no such session.
        """
        changed = self.change(session_id, lambda _row: wire_fields)
        if changed is None:
            raise KeyError(session_id)
        return changed

    def owned_ids(self) -> Sequence[int]:
        """The ids of the owner's sessions, the smallest first."""
        return [int(found[0]) for found in self._all("SELECT id FROM sessions WHERE user_id = ? ORDER BY id", (OWNER,))]

    def reset(self, *, sessions: int | None = None, seed: int | None = None, as_news: bool = False) -> None:
        """Make the demo data anew: as they were at first, or another number of them; the cookies stay.

        `as_news` gives each session whose `updatedAt` would go back a later one than it had, so that clients that go by
        it (contract: the only version) take it for a change.
        """
        with self._transaction():
            for key, value in (("sessions", sessions), ("seed", seed)):
                if value is not None:
                    self._write_meta(key, str(value))
            had = dict(self._all(_STAMPS, ())) if as_news else {}
            self._connection.execute("DELETE FROM sessions")
            self._connection.execute("DELETE FROM snapshots")
            self._fill()
            back = [
                (self._after(had[session_id]), session_id)
                for session_id, now in self._all(_STAMPS, ())
                if (before := had.get(session_id)) is not None and (now is None or now < before)
            ]
            self._connection.executemany("UPDATE sessions SET updated_at = ? WHERE id = ?", back)

    def snapshot(self) -> bytes:
        """The whole state, without sign-ins, as a file that `restore` takes."""
        with self._lock:
            return pack(self._connection)

    def restore(self, snapshot: bytes) -> None:
        """Put a snapshot in the place of the state there is; the cookies stay. All or nothing.

        Raises:
            MockServerError: it is no snapshot.
        """
        tables = unpack(snapshot)
        with self._transaction():
            self._connection.execute("DELETE FROM sessions")
            self._connection.execute("DELETE FROM snapshots")
            for table, columns in CONTENTS.items():
                marks = ", ".join("?" * (columns.count(",") + 1))
                statement = f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - constants
                self._connection.executemany(statement, tables[table])

    def count(self) -> int:
        """How many sessions the owner has."""
        found = self._all("SELECT count(*) FROM sessions WHERE user_id = ?", (OWNER,))
        return int(found[0][0])

    def shared_media(self, session_id: int) -> Row | None:
        """The community snapshot `{"sessionId", "createdAt", "media"}` of a session, if it is shared (seed, Notes)."""
        found = self._all("SELECT created_at, media FROM snapshots WHERE session_id = ?", (session_id,))
        if not found:
            return None
        return {"sessionId": session_id, "createdAt": found[0][0], "media": json.loads(found[0][1])}

    # --- for the routes -----------------------------------------------------------------------------------------------

    def owned_records(self, *, category_id: int | None = None, recent: bool = False) -> Sequence[Record]:
        """The owner's rows as the table has them, of one moment; by id, or the latest `updatedAt` first."""
        condition = "user_id = ?"
        values: list[object] = [OWNER]
        if category_id is not None:
            condition += " AND category_id = ?"
            values.append(category_id)
        order = "updated_at DESC, id DESC" if recent else "id"
        return self._all(f"{_SELECT} WHERE {condition} ORDER BY {order}", values)

    def find(self, session_id: int) -> Row | None:
        """One session, anybody's; None if there is none."""
        if abs(session_id) > _LARGEST_ID:
            return None
        found = self._all(f"{_SELECT} WHERE id = ?", (session_id,))
        return to_row(found[0]) if found else None

    def change(self, session_id: int, decide: Callable[[Row], Mapping[str, Any]]) -> Row | None:
        """Read a session, let `decide` name the fields to change, and write them, in one transaction.

        An exception of `decide` leaves everything as it was. With no field to change nothing is written, and
        `updatedAt` stays. None if there is no such session.
        """
        with self._transaction():
            row = self.find(session_id)
            if row is None:
                return None
            fields = decide(row)
            if not fields:
                return row
            changed = {**row, "updatedAt": self._after(row["updatedAt"]), **fields, "id": session_id}
            self._connection.execute(_UPDATE, (*to_record(changed), session_id))
            if "shareToCommunity" in fields:
                self._share(changed)
            return changed

    def read_meta(self, key: str) -> str | None:
        """A text kept beside the sessions."""
        found = self._all("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else None

    def write_meta(self, key: str, value: str) -> None:
        """Keep a text beside the sessions."""
        with self._transaction():
            self._write_meta(key, value)

    def erase_meta(self, key: str) -> None:
        """Take a text out, and out of the file's free pages and write-ahead log.

        While another server uses the file, or the disk is full, an empty text stays: the next call cleans the file.
        """
        with self._lock:
            if self.read_meta(key) is None:
                return
            self.write_meta(key, "")
            with suppress(sqlite3.OperationalError):
                self._connection.execute("VACUUM")
                busy, _, _ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                if not busy:
                    self._connection.execute("DELETE FROM meta WHERE key = ?", (key,))

    # --- inside -------------------------------------------------------------------------------------------------------

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Write alone: other threads wait at the lock, other servers at the file."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _all(self, query: str, values: Sequence[object]) -> list[Any]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def _write_meta(self, key: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def _fill(self) -> None:
        count, seed = int(self.read_meta("sessions") or 0), int(self.read_meta("seed") or 0)
        self._connection.executemany(_INSERT, map(to_record, demo_data.rows(count, seed)))
        shared = self._all(f"{_SELECT} WHERE share_to_community = 1", ())
        for record in shared:
            self._share(to_row(record))

    def _share(self, row: Row) -> None:
        """Keep a copy of the media while the session is shared; one that is there already stays (seed: persistent)."""
        if row["shareToCommunity"] is True:
            self._connection.execute(
                "INSERT OR IGNORE INTO snapshots VALUES (?, ?, ?)",
                (row["id"], row["updatedAt"] or self._after(None), json.dumps(media_of(row), ensure_ascii=False)),
            )
        else:
            self._connection.execute("DELETE FROM snapshots WHERE session_id = ?", (row["id"],))

    def _after(self, earlier: object) -> str:
        """Now, but at least a millisecond after `earlier`: `updatedAt` is the only version a client has (contract)."""
        now = datetime.fromtimestamp(self._clock(), UTC)
        try:
            before = datetime.fromisoformat(earlier) if isinstance(earlier, str) else now
            before = before if before.tzinfo else before.replace(tzinfo=UTC)
            least = before + timedelta(milliseconds=1) if isinstance(earlier, str) else now
        except (ValueError, OverflowError):  # a row may hold anything
            least = now
        return timestamp(max(now, least))
