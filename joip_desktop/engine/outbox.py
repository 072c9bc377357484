"""The outbox: every change that the server has not confirmed; each step is on disk before anybody is told of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from joip_desktop.domain.changes import Change
from joip_desktop.domain.conflicts import Comparison, Side
from joip_desktop.domain.entry import Entry, Part, State, doubted, less, over
from joip_desktop.domain.errors import JoipError, ServerFaultError, StatusError, StorageError
from joip_desktop.domain.job import JobHead, Outcome
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.domain.say import later
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.ports import Journal
from joip_desktop.engine.refill import part_of, refill
from joip_desktop.engine.shelves import Shelves, Step, compared
from joip_desktop.engine.slices import Breather
from joip_desktop.engine.writer import StepWriter

KEPT_THEIRS = later("The server's value was kept.")
MAY_HAVE_ARRIVED = later("It may have reached the server before it was taken back.")


@dataclass(frozen=True, slots=True)
class OutboxEvent:
    """What a step did: the sessions it touched, how parts of jobs stand now, and the job it opened."""

    sessions: frozenset[int]
    lines: Sequence[Line] = ()
    opened: JobHead | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What adding changes does to the number of requests: `requests` more, `joined` go with one that waits already."""

    requests: int
    joined: int = 0


class Outbox:
    """Changes wait here until the server has confirmed them; nothing else leads to the network.

    Entries of one session are sent one after another, in order. Unsent ones of a session coalesce into one entry;
    those that cancel out leave at once. Without a journal, changes live as long as the process.
    """

    def __init__(self, journal: Journal | None = None) -> None:
        self.changed: Listeners[OutboxEvent] = Listeners()
        self.cancelled_jobs: set[int] = set()
        """Jobs that the person has cancelled: what comes back from its way unsent is not sent again."""
        self._journal = journal
        self._shelves = Shelves()
        self._writer = StepWriter(journal, self._tell)
        self._doubts = False

    # --- what is in it ----------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        """Entries that have not been confirmed, held ones included."""
        return self.waiting + self._shelves.held_count

    @property
    def waiting(self) -> int:
        """Entries that are queued or on their way."""
        return self._shelves.queued_count + self._shelves.sending_count

    @property
    def queued(self) -> int:
        """Entries that wait for their turn."""
        return self._shelves.queued_count

    @property
    def sending(self) -> int:
        """Entries on their way."""
        return self._shelves.sending_count

    @property
    def problem(self) -> StorageError | None:
        """Why steps can't be written now; they are written as soon as it works again."""
        return self._writer.problem

    @property
    def unwritten(self) -> int:
        """Lines that the disk would not take; they are lost if the process ends now."""
        return self._writer.refused

    @property
    def has_hand_work(self) -> bool:
        """Whether an edit by hand waits for its turn."""
        return self._shelves.has_hand_work

    @property
    def failed(self) -> Sequence[Entry]:
        """Entries that the server refused, oldest first."""
        return self._shelves.held(State.FAILED)

    @property
    def conflicts(self) -> Sequence[Entry]:
        """Entries with a field that was changed elsewhere, too, oldest first."""
        return self._shelves.held(State.CONFLICT)

    def entries(self, session_id: int) -> Sequence[Entry]:
        """The entries of one session, oldest first."""
        return self._shelves.of(session_id)

    def sessions(self) -> list[int]:
        """The sessions that have entries."""
        return list(self._shelves.sessions())

    def overlay(self, session_id: int) -> Values:
        """The values that the session is to get, the latest of each field."""
        values: dict[str, FieldValue] = {}
        for entry in self._shelves.of(session_id):
            values.update(entry.change.patch)
        return values

    def is_sending(self, entry: Entry) -> bool:
        """Whether the entry is on its way."""
        return self._shelves.on_its_way(entry.session_id) is entry

    def effect_of(self, changes: Iterable[Change]) -> Effect:
        """What adding changes would do to the number of requests; nothing is added."""
        effects = [self._shelves.effect_of(Part(0, change)) for change in changes]
        return Effect(sum(filter(None, effects)), effects.count(None))

    # --- putting in and taking out ----------------------------------------------------------------------------------

    def restore(self, ledger: Ledger) -> Sequence[Line]:
        """Take in what was left of earlier runs, before anybody listens.

        Returns the lines that are different now: a step may have been cut off by the end of the process, and changes
        that waited together with others may cancel out by themselves.
        """
        step = refill(self._shelves, ledger)
        self._writer.owe(step)
        return tuple(step.lines.values())

    async def add(self, head: JobHead, lines: Sequence[Line]) -> None:
        """Open a job and queue its waiting lines; they are on disk when anybody hears of it.

        Raises:
            StorageError: they can't be kept; nothing is queued then.
        """
        if self._journal is not None:
            await asyncio.shield(self._journal.open(head, lines))
        self.changed.emit(OutboxEvent(frozenset(), lines, opened=head))
        step, breather = Step(), Breather()
        for line in lines:
            if line.result.outcome is Outcome.WAITING and line.result.change is not None:
                self._shelves.add(part_of(line), head.priority, step)
                if breather.is_due():
                    await self._writer.finish(step)
                    step = Step()
                    await breather.breathe()
        await self._writer.finish(step)

    def peek(self) -> Entry | None:
        """The next entry to send, which stays where it is."""
        return self._shelves.next()

    def take(self) -> Entry | None:
        """The next entry to send, now SENDING: by priority, then by age, never two of a session at once."""
        entry = self._shelves.next()
        if entry is not None:
            self._shelves.start(entry)
        return entry

    def can_take(self) -> bool:
        """Whether `take` would give an entry."""
        return self._shelves.next() is not None

    async def begin(self, entry: Entry) -> None:
        """Note on disk that the entry goes out now, so that after a crash nobody takes it for unsent.

        Raises:
            StorageError: it can't be noted; the entry must not be sent then.
        """
        step = Step()
        for part in entry.parts:
            step.tell(part, Outcome.WAITING, part.note, unsure=True)
        step.touched.clear()  # nobody sees a difference
        await self._writer.finish(step)
        if self.problem is not None:
            raise self.problem

    async def done(self, entry: Entry, answer: Session | None = None, *, sentence: str = "") -> None:
        """The server confirmed the entry; what its `answer` says of the fields is what comes after it starts from."""
        values = {} if answer is None else _known(answer, entry.change.patch)
        step = Step()
        for part in _as_answered(entry.parts, values):
            step.tell(part, Outcome.DONE, " ".join(filter(None, (sentence, part.note))))
        self._shelves.remove(entry, step)
        for younger in self._shelves.of(entry.session_id):
            if younger.state is State.QUEUED and not values.keys().isdisjoint(younger.change.patch):
                self._shelves.reduce(younger, over(younger.parts, values), step)
        await self._writer.finish(step)

    async def fail(self, entry: Entry, error: JoipError) -> None:
        """The server refused the entry; it stays, shown and retryable."""
        if not self._shelves.has(entry):
            return
        if isinstance(error, ServerFaultError) or not isinstance(error, StatusError):
            entry.parts = doubted(entry.parts)
        step = Step()
        self._shelves.hold(entry, State.FAILED, error, step)
        await self._writer.finish(step)

    async def release(self, entry: Entry, *, unsure: bool = False) -> None:
        """The entry could not be sent now; it is queued again, with what came after it.

        It goes in front, but behind all others when it is `unsure` whether the server has done it: it may be the one
        that breaks every connection. What belongs to a cancelled job is taken back.
        """
        if unsure:
            entry.parts = doubted(entry.parts)
        step = Step()
        self._shelves.requeue(entry, step, behind=unsure)
        if self._shelves.has(entry):
            self._withdraw_from(entry, lambda part: part.job in self.cancelled_jobs, "", step)
        await self._writer.finish(step)

    async def retry(self, entries: Iterable[Entry]) -> None:
        """Queue failed entries again."""
        step, breather = Step(), Breather()
        for entry in entries:
            if entry.state is State.FAILED and self._shelves.has(entry):
                entry.attempts = 0
                self.cancelled_jobs.difference_update(entry.jobs)
                self._shelves.requeue(entry, step)
            if breather.is_due():
                await self._writer.finish(step)
                step = Step()
                await breather.breathe()
        await self._writer.finish(step)

    async def withdraw(self, wanted: Callable[[Part], bool], sentence: str = "") -> list[tuple[int, int]]:
        """Take back the parts that are `wanted` of entries not on their way; returns their (job, session) pairs."""
        withdrawn: list[tuple[int, int]] = []
        for goes_on_meanwhile in (True, False):  # an entry that came back from its way may have taken parts over
            step, breather = Step(), Breather()
            for entry in self._shelves.idle():
                if self._shelves.has(entry) and entry.state is not State.SENDING:
                    withdrawn += self._withdraw_from(entry, wanted, sentence, step)
                if goes_on_meanwhile and breather.is_due():
                    await self._writer.finish(step)
                    step = Step()
                    await breather.breathe()
            await self._writer.finish(step)
        return withdrawn

    # --- conflicts --------------------------------------------------------------------------------------------------

    def compare(self, entry: Entry, server: Session) -> Comparison:
        """The entry against what the server has now."""
        return compared(entry, server)

    async def reconcile(self, pairs: Iterable[tuple[Entry, Session]]) -> None:
        """Bring entries that are not on their way in line with what the server has of their sessions.

        What the server has already is dropped; an entry with a field in conflict is held, and one that has none any
        more goes on.
        """
        step, breather = Step(), Breather()
        for entry, server in pairs:
            if self._shelves.has(entry) and entry.state is not State.SENDING:
                self._shelves.settle(entry, server, step)
            if breather.is_due():
                await self._writer.finish(step)
                step = Step()
                await breather.breathe()
        await self._writer.finish(step)

    async def resolve(self, pairs: Iterable[tuple[Entry, Session, Mapping[str, Side]]]) -> None:
        """Decide fields in conflict: mine goes over what the server has now, theirs ends the wish to change it."""
        step, breather = Step(), Breather()
        for entry, server, choices in pairs:
            if entry.state is State.CONFLICT and self._shelves.has(entry):
                self._resolve(entry, server, choices, step)
            if breather.is_due():
                await self._writer.finish(step)
                step = Step()
                await breather.breathe()
        await self._writer.finish(step)

    def _resolve(self, entry: Entry, server: Session, choices: Mapping[str, Side], step: Step) -> None:
        conflicts = {one.field: one for one in compared(entry, server).conflicts}
        decided = {name: side for name, side in choices.items() if name in conflicts}
        mine = {name: conflicts[name].theirs for name, side in decided.items() if side is Side.MINE}
        if mine:
            self._shelves.reduce(entry, over(entry.parts, mine), step)
        theirs = [name for name, side in decided.items() if side is Side.THEIRS]
        if theirs and self._shelves.has(entry):
            self._shelves.drop(entry, theirs, Outcome.CANCELLED, KEPT_THEIRS, step)
        if self._shelves.has(entry):
            self._shelves.settle(entry, server, step)

    # --- the rest ---------------------------------------------------------------------------------------------------

    async def flush(self) -> None:
        """Wait until every step is on disk, or has found that the disk can't be written."""
        await self._writer.flush()

    def take_doubts(self) -> bool:
        """Whether something was taken back since the last call that may have reached the server."""
        doubts, self._doubts = self._doubts, False
        return doubts

    def _withdraw_from(
        self, entry: Entry, wanted: Callable[[Part], bool], sentence: str, step: Step
    ) -> list[tuple[int, int]]:
        taken = [part for part in entry.parts if wanted(part)]
        if not taken:
            return []
        if parts := less(entry.parts, taken):
            self._shelves.reduce(entry, parts, step)
        else:
            self._shelves.remove(entry, step)
        for part in taken:
            self._doubts = self._doubts or part.unsure
            step.tell(part, Outcome.CANCELLED, MAY_HAVE_ARRIVED if part.unsure else sentence)
        return [(part.job, entry.session_id) for part in taken]

    def _tell(self, step: Step) -> None:
        self.changed.emit(OutboxEvent(frozenset(step.touched), tuple(step.lines.values())))


def _known(session: Session, names: Iterable[str]) -> dict[str, FieldValue]:
    return {name: value for name in names if (value := session.value(name)) is not UNKNOWN}


def _as_answered(parts: Iterable[Part], values: Values) -> list[Part]:
    """The parts with what the server made of their wishes, where that differs; a way back starts from there."""
    left = dict(values)
    found: list[Part] = []
    for part in reversed([*parts]):
        made = {name: left.pop(name) for name in part.change.patch if name in left}
        change = replace(part.change, patch={**part.change.patch, **made})
        found.append(part if change == part.change else replace(part, change=change))
    return found[::-1]
