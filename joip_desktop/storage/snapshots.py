"""Dated snapshots of all sessions, each a file of its own: what an account was like before a job of many."""

from __future__ import annotations

import gzip
import json
import logging
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from joip_desktop.domain.errors import JoipError, StorageError
from joip_desktop.domain.naps import Naps
from joip_desktop.domain.say import say
from joip_desktop.domain.session import Session, from_wire, to_wire
from joip_desktop.storage.database import Worker, reason

KEPT_FOR: Final = timedelta(days=30)

ALWAYS_KEPT: Final = 5
"""Snapshots that stay, however old they are."""

_UNFINISHED: Final = ".snapshot-"
_FORMAT: Final = 1
_ENDING: Final = ".jsonl.gz"
_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_QUICK: Final = 1
"""How hard gzip tries: a job of many waits for it."""

_ODD: Final = (OSError, EOFError, ValueError, TypeError, LookupError, RecursionError, JoipError)
"""What a file that is damaged, or none of ours, raises when it is read; gzip has errors of the first three kinds."""

_to_json: Final = json.JSONEncoder(separators=(",", ":")).encode

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class StoredSnapshot:
    """A `Snapshot`: `key` is the name of its file."""

    key: str
    taken_at: datetime
    before: str
    count: int


class SnapshotFolder:
    """A `SnapshotStore` in a folder of gzipped files: a line about the snapshot, then a line for each session.

    A file is written whole or not at all. Files that are older than 30 days are deleted when the next one is written,
    and when they are listed; but never the newest few, as a clock may be wrong.
    """

    def __init__(self, folder: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder = folder
        self._now = now
        self._worker = Worker("snapshots")

    async def keep(self, sessions: Sequence[Session], *, before: str) -> None:
        """Keep these sessions as they are; on disk when this returns.

        Raises:
            StorageError: the file can't be written.
        """
        await self._worker.run(self._keep, tuple(sessions), before)

    async def all(self) -> Sequence[StoredSnapshot]:
        """The snapshots, the latest first. Files that make no sense are left out, and logged."""
        return await self._worker.run(self._all)

    async def load(self, key: str) -> Sequence[Session]:
        """The sessions of a snapshot.

        Raises:
            StorageError: it can't be read, or not in full.
        """
        return await self._worker.run(self._load, key)

    async def close(self) -> None:
        """Let go of the folder, when what is being written has been. Idempotent."""
        await self._worker.stop(lambda: None)

    # --- in the worker's thread ---------------------------------------------------------------------------------------

    def _keep(self, sessions: Sequence[Session], before: str) -> None:
        now = self._now()
        head = {"snapshot": _FORMAT, "takenAt": now.isoformat(), "before": before, "count": len(sessions)}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._write(self._free_name(now), head, sessions)
        except OSError as error:
            raise StorageError(
                say(
                    "The backup of your sessions can't be written to {folder} ({reason}).",
                    folder=self._folder,
                    reason=reason(error),
                ),
                next_step=say("Make room there and try again."),
            ) from error
        self._drop_old(now)

    def _free_name(self, now: datetime) -> Path:
        while (path := self._folder / (now.strftime(_STAMP) + _ENDING)).exists():
            now += timedelta(microseconds=1)
        return path

    def _write(self, path: Path, head: object, sessions: Sequence[Session]) -> None:
        handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=self._folder)  # for this user's eyes alone
        temporary = Path(name)
        naps = Naps()
        try:
            with os.fdopen(handle, "wb") as file:
                with gzip.GzipFile(filename="", mode="wb", fileobj=file, compresslevel=_QUICK) as packed:
                    packed.write(_line(head))
                    for session in sessions:
                        packed.write(_line(to_wire(session)))
                        naps.nap_if_due()
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    def _all(self) -> Sequence[StoredSnapshot]:
        self._drop_old(self._now())
        return sorted(filter(None, map(_head_of, self._files())), key=lambda one: one.taken_at, reverse=True)

    def _load(self, key: str) -> Sequence[Session]:
        path = self._folder / Path(key).name
        naps = Naps()
        try:
            with gzip.open(path, "rt", encoding="ascii") as lines:
                head = json.loads(next(lines))
                sessions: list[Session] = []
                for line in lines:
                    sessions.append(from_wire(json.loads(line)))
                    naps.nap_if_due()
            missing = len(sessions) != head["count"]
        except (*_ODD, StopIteration) as error:
            raise self._unreadable(reason(error) if type(error) is OSError else "") from error
        if missing:
            raise self._unreadable("")
        return sessions

    def _unreadable(self, why: str) -> StorageError:
        return StorageError(
            say("This snapshot can't be read ({reason}).", reason=why or say("the file is damaged")),
            next_step=say("Choose another one."),
        )

    def _drop_old(self, now: datetime) -> None:
        dated = sorted((taken_at, path) for path in self._files() if (taken_at := _stamp_of(path)) is not None)
        old = [path for taken_at, path in dated[:-ALWAYS_KEPT] if now - taken_at > KEPT_FOR]
        # What a process left that was killed while it wrote; nobody else has the account open now.
        for path in (*old, *self._folder.glob(f"{_UNFINISHED}*")):
            with suppress(OSError):
                path.unlink()

    def _files(self) -> Iterator[Path]:
        return self._folder.glob(f"*{_ENDING}")


def _line(value: object) -> bytes:
    return _to_json(value).encode("ascii") + b"\n"


def _stamp_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name.removesuffix(_ENDING), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


def _head_of(path: Path) -> StoredSnapshot | None:
    try:
        with gzip.open(path, "rt", encoding="ascii") as lines:
            head = json.loads(next(lines))
        if head["snapshot"] != _FORMAT:
            return None
        taken_at = datetime.fromisoformat(head["takenAt"]).astimezone(UTC)
        return StoredSnapshot(path.name, taken_at, str(head["before"]), int(head["count"]))
    except (*_ODD, StopIteration) as error:
        _log.warning("the snapshot %s can't be read (%s)", path.name, type(error).__name__)
        return None
