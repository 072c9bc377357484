"""Snapshots of all sessions: taken before a job of many, and a plan that brings sessions back to what they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from joip_desktop.domain.changes import Change, diff, way_back
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import Problem, check
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.session import UNKNOWN, Session
from joip_desktop.engine.library import Library
from joip_desktop.engine.plan import GONE, Plan, Refusal
from joip_desktop.engine.ports import Snapshot, SnapshotStore
from joip_desktop.engine.slices import Work

MANY: Final = 20
"""A job of more sessions than this is preceded by a snapshot."""


class Backups:
    """Keeps the sessions as views show them, in a store; without one, nothing is kept."""

    def __init__(self, library: Library, store: SnapshotStore | None = None) -> None:
        self._library = library
        self._store = store

    async def before(self, action: str, sessions: int) -> None:
        """Take a snapshot of all sessions, where an action changes many of them.

        Raises:
            StorageError: it can't be kept; the action should not be done then.
        """
        if self._store is not None and sessions > MANY:
            await self._store.keep(list(self._library), before=action)

    async def all(self) -> Sequence[Snapshot]:
        """What there is to go back to, the latest first."""
        return () if self._store is None else await self._store.all()

    async def load(self, snapshot: Snapshot) -> Sequence[Session]:
        """The sessions of a snapshot.

        Raises:
            StorageError: it can't be read.
        """
        return () if self._store is None else await self._store.load(snapshot.key)


def planning_restore(kept: Iterable[Session], shown: Mapping[int, Session]) -> Work[Plan]:
    """Bring the sessions back to what they were; others are left alone.

    Fields that can't be brought back (locked by now, refused by the server) stay as they are, with a note. Of those
    that were not known then nothing can be said.
    """
    changes: list[Change] = []
    unchanged: list[int] = []
    refused: list[Refusal] = []
    notes: dict[int, str] = {}
    for session in kept:
        yield
        if (now := shown.get(session.id)) is None:
            refused.append(Refusal(session.id, (Problem("id", say(GONE)),)))
        elif (since := diff(session, now, _known(session))) is None:
            unchanged.append(session.id)
        else:
            back, losses = _back(since, now)
            if back is None:
                refused.append(Refusal(session.id, tuple(losses)))
            else:
                changes.append(back)
                if losses:
                    notes[session.id] = " ".join(one.sentence for one in losses)
    return Plan(
        title=say_count("Restore {n} session", "Restore {n} sessions", len(changes)),
        changes=changes,
        unchanged=unchanged,
        refused=refused,
        notes=notes,
        left_alone=_left_alone(len(unchanged)),
    )


def _known(session: Session) -> Iterable[str]:
    return (name for name in FIELDS if session.value(name) is not UNKNOWN)


def _back(since: Change, now: Session) -> tuple[Change | None, list[Problem]]:
    """The way back from what has changed since, as far as rules allow it."""
    back, losses = way_back(since)
    while back is not None and (problems := check(now, back.patch)):
        losses += problems
        wrong = {one.field for one in problems}
        patch = {name: value for name, value in back.patch.items() if name not in wrong}
        before = {name: back.before[name] for name in patch}
        back = Change(session_id=now.id, patch=patch, before=before) if patch else None
    return back, losses


def _left_alone(count: int) -> str:
    if not count:
        return ""
    return say_count(
        "{n} session is as it was then; it is left alone, without a request.",
        "{n} sessions are as they were then; they are left alone, without a request.",
        count,
    )
