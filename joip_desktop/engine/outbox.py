"""The outbox: every change that the server has not confirmed, in order, coalesced, with its state."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from joip_desktop.domain.changes import Change
from joip_desktop.domain.errors import JoipError, ServerFaultError, StatusError
from joip_desktop.domain.session import FieldValue, Values
from joip_desktop.domain.entry import Entry, Part, Priority, State, among, doubt, fold, former, less, rebased, without
from joip_desktop.engine.events import Listeners


class Journal(Protocol):
    """Where entries are kept so that they outlive the process; every method returns when it is on disk."""

    async def write(self, entries: Sequence[Entry]) -> None:
        """Keep these entries as they are now, in place of what was kept under their ids."""

    async def erase(self, entry_ids: Sequence[int]) -> None:
        """Keep these entries no longer."""


class NoJournal:
    """Keeps nothing: changes live as long as the process."""

    async def write(self, entries: Sequence[Entry]) -> None:
        """Nothing to do."""

    async def erase(self, entry_ids: Sequence[int]) -> None:
        """Nothing to do."""


@dataclass(frozen=True, slots=True)
class OutboxEvent:
    """What a step did: the sessions it touched, and the (job, session) pairs that need no request any more."""

    sessions: frozenset[int]
    cancelled_out: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Step:
    """A step's consequences, gathered before anything is told."""

    touched: set[int] = field(default_factory=set)
    written: list[Entry] = field(default_factory=list)
    erased: list[int] = field(default_factory=list)
    cancelled_out: list[tuple[int, int]] = field(default_factory=list)


class Outbox:
    """Changes wait here until the server has confirmed them; nothing else leads to the network.

    Entries of one session are sent one after another, in order. Unsent ones of a session coalesce into one entry;
    those that cancel out leave at once. A step is in the journal before anybody is told of it.
    """

    def __init__(self, journal: Journal | None = None) -> None:
        self.changed: Listeners[OutboxEvent] = Listeners()
        self._journal: Journal = journal or NoJournal()
        self._writing = asyncio.Lock()
        self._ids = itertools.count(1)
        self._by_session: dict[int, list[Entry]] = {}
        self._queues: dict[Priority, dict[int, Entry]] = {priority: {} for priority in Priority}
        self._sending: dict[int, Entry] = {}
        self._failed: dict[int, Entry] = {}

    # --- what is in it ----------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        """Entries that have not been confirmed, failed ones included."""
        return self.waiting + len(self._failed)

    @property
    def waiting(self) -> int:
        """Entries that are queued or on their way."""
        return len(self._sending) + sum(map(len, self._queues.values()))

    @property
    def sending(self) -> int:
        """Entries on their way."""
        return len(self._sending)

    @property
    def failed(self) -> Sequence[Entry]:
        """Entries that the server refused, oldest first."""
        return tuple(self._failed.values())

    def entries(self, session_id: int) -> Sequence[Entry]:
        """The entries of one session, oldest first."""
        return tuple(self._by_session.get(session_id, ()))

    def overlay(self, session_id: int) -> Values:
        """The values that the session is to get, the latest of each field."""
        values: dict[str, FieldValue] = {}
        for entry in self._by_session.get(session_id, ()):
            values.update(entry.change.patch)
        return values

    def is_sending(self, entry: Entry) -> bool:
        """Whether the entry is on its way."""
        return self._sending.get(entry.session_id) is entry

    # --- putting in and taking out ----------------------------------------------------------------------------------

    async def add(self, changes: Iterable[Change], *, priority: Priority, job: int) -> None:
        """Queue changes; they are on disk when this returns, and views hear of it only then."""
        step = _Step()
        for change in changes:
            self._add_one(Part(job, change), priority, step)
        await self._finish(step)

    def take(self) -> Entry | None:
        """The next entry to send, now SENDING: by priority, then by age, never two of a session at once."""
        for queue in self._queues.values():
            for entry in queue.values():
                if entry.session_id not in self._sending:
                    del queue[entry.id]
                    entry.state = State.SENDING
                    entry.attempts += 1
                    self._sending[entry.session_id] = entry
                    return entry
        return None

    def can_take(self) -> bool:
        """Whether `take` would give an entry."""
        return any(entry.session_id not in self._sending for queue in self._queues.values() for entry in queue.values())

    async def done(self, entry: Entry) -> None:
        """The server confirmed the entry."""
        step = _Step()
        self._remove(entry, step)
        await self._finish(step)

    async def fail(self, entry: Entry, error: JoipError) -> None:
        """The server refused the entry; it stays, shown and retryable."""
        del self._sending[entry.session_id]
        if isinstance(error, ServerFaultError) or not isinstance(error, StatusError):
            doubt(entry)
        entry.state, entry.error = State.FAILED, error
        self._failed[entry.id] = entry
        step = _Step(touched={entry.session_id}, written=[entry])
        for younger in self.entries(entry.session_id):
            if younger.state is State.QUEUED:
                self._reduce(younger, self._supersede_failed(younger.parts, step), step)
        await self._finish(step)

    async def release(self, entry: Entry, *, unsure: bool = False) -> None:
        """The entry could not be sent now; it is queued again, in front, with what came after it.

        `unsure` says that the server may have done it all the same, so that setting it back needs a request, too.
        """
        del self._sending[entry.session_id]
        if unsure:
            doubt(entry)
        step = _Step(touched={entry.session_id}, written=[entry])
        self._requeue(entry, step)
        await self._finish(step)

    async def retry(self, entries: Iterable[Entry]) -> None:
        """Queue failed entries again."""
        step = _Step()
        for entry in entries:
            if self._failed.pop(entry.id, None) is not None:
                entry.attempts = 0
                step.touched.add(entry.session_id)
                step.written.append(entry)
                self._requeue(entry, step)
        await self._finish(step)

    async def withdraw(self, wanted: Callable[[Part], bool]) -> list[tuple[int, int]]:
        """Take back the parts that are `wanted` of entries not on their way; returns their (job, session) pairs."""
        step = _Step()
        withdrawn: list[tuple[int, int]] = []
        waiting = [*itertools.chain.from_iterable(queue.values() for queue in self._queues.values())]
        for entry in [*waiting, *self._failed.values()]:
            taken = [part for part in entry.parts if wanted(part)]
            if taken:
                withdrawn += [(part.job, entry.session_id) for part in taken]
                self._reduce(entry, less(entry.parts, taken), step)
        await self._finish(step)
        return withdrawn

    # --- steps ------------------------------------------------------------------------------------------------------

    def _add_one(self, part: Part, priority: Priority, step: _Step) -> None:
        session_id = part.change.session_id
        step.touched.add(session_id)
        newer = self._supersede_failed((part,), step)
        last = next(iter(self._by_session.get(session_id, [])[-1:]), None)
        if last is not None and last.state is State.QUEUED:
            if priority < last.priority:
                self._unqueue(last)
                last.priority = priority
                self._queues[priority][last.id] = last
            self._reduce(last, (*last.parts, *newer), step)
            return
        entry = Entry(id=next(self._ids), parts=newer, change=part.change, priority=priority)
        self._by_session.setdefault(session_id, []).append(entry)
        self._queues[priority][entry.id] = entry
        self._reduce(entry, newer, step)

    def _supersede_failed(self, newer: tuple[Part, ...], step: _Step) -> tuple[Part, ...]:
        """Newer values for fields that failed take the failed ones' place.

        Returns the newer parts with `before` as it was before the failed change, which never came about.
        """
        names = {name for part in newer for name in part.change.patch}
        for entry in [one for one in self.entries(newer[0].change.session_id) if one.state is State.FAILED]:
            failed = among(former(entry.parts), names)
            if failed:
                newer = rebased(newer, failed)
                left = [(part.job, without(part.change, failed)) for part in entry.parts]
                self._reduce(entry, tuple(Part(job, change) for job, change in left if change is not None), step)
        return newer

    def _reduce(self, entry: Entry, parts: tuple[Part, ...], step: _Step) -> None:
        """Give the entry other parts; it leaves when nothing is left to send."""
        step.touched.add(entry.session_id)
        change = fold(parts)
        if change is None:
            step.cancelled_out += [(part.job, entry.session_id) for part in parts]
            self._remove(entry, step)
            return
        entry.parts, entry.change = parts, change
        step.written.append(entry)

    def _requeue(self, entry: Entry, step: _Step) -> None:
        """Back into the queue, at the front; a younger queued entry of the session joins it.

        A failed entry has no field in common with younger ones, so it may go behind one that is on its way; it gets
        a new number then, because numbers tell the order.
        """
        entry.state, entry.error = State.QUEUED, None
        siblings = self._by_session[entry.session_id]
        if entry.session_id in self._sending:
            siblings.remove(entry)
            siblings.append(entry)
            step.erased.append(entry.id)
            entry.id = next(self._ids)
        younger = next((one for one in siblings if one is not entry and one.state is State.QUEUED), None)
        if younger is not None:
            entry.priority = min(entry.priority, younger.priority)
            self._remove(younger, step)
        queue = self._queues[entry.priority]
        self._queues[entry.priority] = {entry.id: entry, **queue}
        if younger is not None:
            self._reduce(entry, (*entry.parts, *younger.parts), step)

    def _unqueue(self, entry: Entry) -> None:
        for queue in self._queues.values():
            queue.pop(entry.id, None)

    def _remove(self, entry: Entry, step: _Step) -> None:
        self._unqueue(entry)
        self._failed.pop(entry.id, None)
        if self._sending.get(entry.session_id) is entry:
            del self._sending[entry.session_id]
        siblings = self._by_session[entry.session_id]
        siblings.remove(entry)
        if not siblings:
            del self._by_session[entry.session_id]
        step.touched.add(entry.session_id)
        step.erased.append(entry.id)

    async def _finish(self, step: _Step) -> None:
        """On disk first, then told; one step after another, or the disk could end with an older state."""
        async with self._writing:
            gone = set(step.erased)
            if written := [entry for entry in dict.fromkeys(step.written) if entry.id not in gone]:
                await self._journal.write(written)
            if step.erased:
                await self._journal.erase(step.erased)
            if step.touched:
                self.changed.emit(OutboxEvent(frozenset(step.touched), tuple(step.cancelled_out)))
