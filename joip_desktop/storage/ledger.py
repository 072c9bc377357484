"""The ledger on disk: jobs and their lines in SQLite, each change there before anybody is told of it."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from joip_desktop.domain.changes import Change
from joip_desktop.domain.entry import Priority
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.history import Timeline
from joip_desktop.domain.job import IN_OUTBOX, JobHead, Kind, Outcome, Result
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.domain.session import UNKNOWN, FieldValue, Values
from joip_desktop.storage.database import Purpose, Worker, open_database, readable_rows, reason, transaction

_PURPOSE: Final = Purpose(
    what=later("The waiting changes"),
    durable=True,
    steps=(
        (
            """CREATE TABLE jobs (id INTEGER PRIMARY KEY, title TEXT NOT NULL, priority TEXT NOT NULL,
            kind TEXT NOT NULL, of_job INTEGER, begun_at TEXT NOT NULL)""",
            """CREATE TABLE lines (seq INTEGER PRIMARY KEY, job INTEGER NOT NULL, session NOT NULL,
            outcome TEXT NOT NULL, sentence TEXT NOT NULL, patch TEXT, before TEXT, unsure INTEGER NOT NULL,
            UNIQUE (job, session))""",
            "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
        ),
    ),
)
_JOB_COLUMNS: Final = "id, title, priority, kind, of_job, begun_at"
_LINE_COLUMNS: Final = "job, session, outcome, sentence, patch, before, unsure"
_ALL_JOBS: Final = f"SELECT {_JOB_COLUMNS} FROM jobs ORDER BY id"  # noqa: S608 - constants
_ALL_LINES: Final = f"SELECT {_LINE_COLUMNS} FROM lines ORDER BY job, seq"  # noqa: S608 - constants
_OPEN_JOB: Final = f"INSERT INTO jobs ({_JOB_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants
_PUT_LINE: Final = (
    f"INSERT INTO lines ({_LINE_COLUMNS}) SELECT ?, ?, ?, ?, ?, ?, ?"  # noqa: S608 - constants
    " WHERE EXISTS (SELECT 1 FROM jobs WHERE id = ?)"
    " ON CONFLICT (job, session) DO UPDATE SET outcome = excluded.outcome, sentence = excluded.sentence,"
    " patch = excluded.patch, before = excluded.before, unsure = excluded.unsure"
)
_SET_META: Final = "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)"
_SETTLED: Final = ", ".join(f"'{outcome.name}'" for outcome in Outcome if outcome not in IN_OUTBOX)
_ACTIONS: Final = (  # a job that wanted nothing is no action
    f"SELECT {_JOB_COLUMNS} FROM jobs WHERE kind <> 'DO'"  # noqa: S608 - constants
    " OR EXISTS (SELECT 1 FROM lines WHERE job = jobs.id AND patch IS NOT NULL) ORDER BY id"
)
_FORGOTTEN: Final = (  # a line that makes no sense may be a waiting one, and keeps its job
    "SELECT id FROM jobs WHERE id < ?"  # noqa: S608 - constants
    f" AND NOT EXISTS (SELECT 1 FROM lines WHERE job = jobs.id AND outcome NOT IN ({_SETTLED}))"
)
_NONSENSE: Final = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
_LARGEST: Final = 2**63 - 1

_T = TypeVar("_T")
_Row: TypeAlias = Sequence[Any]

_log = logging.getLogger(__name__)


class SqliteLedger:
    """A `Journal` in a SQLite file of its own, which it holds alone until it is closed.

    `notice` is a sentence to show where a damaged file was set aside; `unreadable` counts the rows that the last
    `load` passed over because they made no sense.
    """

    def __init__(self, worker: Worker, connection: sqlite3.Connection, path: Path, notice: str) -> None:
        self.notice = notice
        self.unreadable = 0
        self._worker = worker
        self._connection = connection
        self._path = path
        self._senseless_jobs: set[int] = set()

    @classmethod
    def at(cls, path: Path) -> SqliteLedger:
        """Open or make the file.

        Raises:
            InUseError: another window, or another process, has it open.
            StorageError: it can't be made, read or written, or a newer version wrote it.
        """
        worker, salvage = Worker("ledger"), _Salvage()
        try:
            opened = worker.call(open_database, path, _PURPOSE, salvage)
        except BaseException:
            worker.give_up()
            raise
        notice = "" if opened.aside is None else salvage.notice(opened.aside)
        return cls(worker, opened.connection, path, notice)

    def load(self) -> Ledger:
        """Read everything, and let go of what is too old to be undone and waits for nothing.

        Raises:
            StorageError: it can't be read.
        """
        return self._worker.call(self._load)

    async def open(self, job: JobHead, lines: Sequence[Line]) -> None:
        """Keep a new job with its lines, whole or not at all; see `Journal`.

        Raises:
            StorageError: it can't be written.
        """
        await self._worker.run(self._write, self._put, job, tuple(lines))

    async def update(self, lines: Sequence[Line]) -> None:
        """Keep these lines as they are now, all or none, those of unknown jobs left out; see `Journal`.

        Raises:
            StorageError: they can't be written.
        """
        if lines:
            await self._worker.run(self._write, self._put, None, tuple(lines))

    async def pause(self, *, paused: bool) -> None:
        """Keep whether sending is paused.

        Raises:
            StorageError: it can't be written.
        """
        await self._worker.run(self._write, self._connection.execute, _SET_META, ("paused", str(int(paused))))

    async def close(self) -> None:
        """Let go of the file after what was asked for is written. Idempotent."""
        await self._worker.stop(self._connection.close)

    # --- in the worker's thread ---------------------------------------------------------------------------------------

    def _write(self, write: Callable[..., object], *arguments: object) -> None:
        try:
            write(*arguments)
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                say("{path} can't be written ({reason}).", path=self._path, reason=reason(error)),
                next_step=say("Make room on the disk, or see that the folder can be written, and try again."),
            ) from error

    def _put(self, job: JobHead | None, lines: Sequence[Line]) -> None:
        rows = [_to_row(line) for line in lines]
        with transaction(self._connection):
            if job is not None:
                if job.id in self._senseless_jobs:  # nobody could know that its number is taken
                    self._forget([job.id])
                self._connection.execute(_OPEN_JOB, _to_job_row(job))
            self._connection.executemany(_PUT_LINE, ((*row, row[0]) for row in rows))

    def _load(self) -> Ledger:
        try:
            self._write(self._prune)
        except StorageError as error:
            _log.warning("old jobs stay for now: %s", error)
        try:
            job_rows = self._all(_ALL_JOBS)
            line_rows = self._all(_ALL_LINES)
            paused = ("paused", "1") in self._all("SELECT key, value FROM meta")
        except (sqlite3.Error, OSError) as error:
            raise StorageError(
                say("{path} can't be read ({reason}).", path=self._path, reason=reason(error))
            ) from error
        jobs = {job.id: job for job in _sensible(_from_job_row, job_rows)}
        lines = [line for line in _sensible(_from_row, line_rows) if line.job in jobs]
        self._senseless_jobs = {row[0] for row in (*job_rows, *line_rows)}.difference(jobs)
        self.unreadable = len(job_rows) - len(jobs) + len(line_rows) - len(lines)
        if self.unreadable:
            _log.warning("%d rows of %s make no sense and are passed over", self.unreadable, self._path)
        return Ledger(jobs=tuple(jobs.values()), lines=tuple(lines), paused=paused)

    def _prune(self) -> None:
        timeline: Timeline[None] = Timeline()
        for head in _sensible(_from_job_row, self._all(_ACTIONS)):
            timeline.follow(head, None)
        oldest = min((action.oldest_job for action in timeline.actions), default=_LARGEST)
        if forgotten := [row[0] for row in self._all(_FORGOTTEN, (oldest,))]:
            with transaction(self._connection):
                self._forget(forgotten)

    def _forget(self, jobs: Iterable[int]) -> None:
        numbers = [(job,) for job in jobs]
        self._connection.executemany("DELETE FROM lines WHERE job = ?", numbers)
        self._connection.executemany("DELETE FROM jobs WHERE id = ?", numbers)

    def _all(self, query: str, values: Sequence[object] = ()) -> list[_Row]:
        return self._connection.execute(query, values).fetchall()


class _Salvage:
    """Brings over what can be read of a damaged ledger, and counts the changes that wait."""

    def __init__(self) -> None:
        self._waiting = 0

    def __call__(self, old: sqlite3.Connection, new: sqlite3.Connection) -> None:
        """Copy what makes sense; a line whose job is lost gets a substitute for it."""
        jobs = {job.id: job for job in _sensible(_from_job_row, readable_rows(old, "jobs", _JOB_COLUMNS))}
        lines = list(_sensible(_from_row, readable_rows(old, "lines", _LINE_COLUMNS)))
        for job in {line.job for line in lines}.difference(jobs):
            title = say("Recovered changes")
            jobs[job] = JobHead(id=job, title=title, priority=Priority.BULK, begun_at=datetime.now(UTC))
        new.executemany(_OPEN_JOB, map(_to_job_row, jobs.values()))
        new.executemany(_PUT_LINE, ((*row, row[0]) for row in map(_to_row, lines)))
        new.executemany(_SET_META, (row for row in readable_rows(old, "meta", "key, value") if None not in row))
        self._waiting = sum(line.result.change is not None and line.result.outcome in IN_OUTBOX for line in lines)

    def notice(self, aside: Path) -> str:
        """What happened, as a sentence for the person."""
        return say_count(
            "The file of the waiting changes was damaged; {n} waiting change could be read from it."
            " It was set aside as {path}.",
            "The file of the waiting changes was damaged; {n} waiting changes could be read from it."
            " It was set aside as {path}.",
            self._waiting,
            path=aside,
        )


# --- rows -------------------------------------------------------------------------------------------------------------


def _sensible(read: Callable[[_Row], _T], rows: Iterable[_Row]) -> Iterator[_T]:
    """What the rows say, those left out that make no sense: damaged ones, or a newer version's."""
    for row in rows:
        with suppress(*_NONSENSE):
            yield read(row)


def _to_job_row(job: JobHead) -> _Row:
    begun_at = job.begun_at.astimezone(UTC).isoformat()
    return job.id, json.dumps(job.title), job.priority.name, job.kind.name, job.of, begun_at


def _from_job_row(row: _Row) -> JobHead:
    number, title, priority, kind, of, begun_at = row
    return JobHead(
        id=_number(number),
        title=_text(title),
        priority=Priority[priority],
        kind=Kind[kind],
        of=None if of is None else _number(of),
        begun_at=datetime.fromisoformat(begun_at).astimezone(UTC),
    )


def _to_row(line: Line) -> _Row:
    result = line.result
    patch, before = (
        (None, None) if (change := result.change) is None else map(_values_text, (change.patch, change.before))
    )
    session = line.session_id if abs(line.session_id) <= _LARGEST else str(line.session_id)
    return line.job, session, result.outcome.name, json.dumps(result.sentence), patch, before, int(line.unsure)


def _from_row(row: _Row) -> Line:
    job, session, outcome, sentence, patch, before, unsure = row
    session_id = _number(session)
    change = None
    if patch is not None:
        values, former = _values(patch), _values(before)
        told = {name: former.get(name, UNKNOWN) for name in values}
        change = Change(session_id=session_id, patch=values, before=told)
    result = Result(Outcome[outcome], _text(sentence), change)
    return Line(job=_number(job), session_id=session_id, result=result, unsure=bool(unsure))


def _number(value: object) -> int:
    """An integer; SQLite has those beyond 64 bits as text."""
    if isinstance(value, int | str):
        return int(value)
    raise TypeError


def _text(value: str) -> str:
    found = _read_json(value)
    if isinstance(found, str):
        return found
    raise TypeError


def _values_text(values: Values) -> str:
    """Without the unknown ones: JSON has no word for them."""
    return json.dumps({name: value for name, value in values.items() if value is not UNKNOWN})


def _values(value: str) -> dict[str, FieldValue]:
    found = _read_json(value)
    if isinstance(found, dict) and found.keys() <= FIELDS.keys():
        return {name: _field_value(one) for name, one in found.items()}
    raise ValueError


def _field_value(value: object) -> FieldValue:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, list) and all(isinstance(name, str) for name in value):
        return tuple(value)
    raise TypeError


def _read_json(value: str) -> object:
    """JSON as we write it; what is not ASCII came with damage."""
    if value.isascii():
        return json.loads(value)
    raise ValueError
