"""The outbox: every change that the server has not confirmed; each step is on disk before anybody is told of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from joip_desktop.domain.changes import Change
from joip_desktop.domain.conflicts import Comparison, Side, compare
from joip_desktop.domain.entry import Entry, Part, State, doubted, less, over, sent_values
from joip_desktop.domain.errors import ChangedElsewhereError, JoipError, ServerFaultError, StatusError, StorageError
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.job import IN_OUTBOX, JobHead, Outcome, Result
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.ports import Journal
from joip_desktop.engine.shelves import Shelves, Step
from joip_desktop.engine.slices import Breather

log = logging.getLogger(__name__)

ALREADY_THERE = "The server has it already."
KEPT_THEIRS = "The server's value was kept."


_HELD_AS: Final[Mapping[Outcome, tuple[State, type[JoipError]]]] = {
    Outcome.FAILED: (State.FAILED, JoipError),
    Outcome.CONFLICT: (State.CONFLICT, ChangedElsewhereError),
}


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
        self.problem: StorageError | None = None
        """Why steps can't be written now; they are written as soon as it works again."""
        self._journal = journal
        self._shelves = Shelves()
        self._steps: list[tuple[Step, asyncio.Future[None]]] = []
        self._unwritten: dict[tuple[int, int], Line] = {}
        self._writer: asyncio.Task[None] | None = None

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
        priorities = {head.id: head.priority for head in ledger.jobs}
        lines = [line for line in ledger.lines if line.result.outcome in IN_OUTBOX and line.job in priorities]
        step = Step()
        held: dict[tuple[int, Result], list[Part]] = {}
        for line in lines:
            if line.result.outcome is not Outcome.WAITING and line.result.change is not None:
                alike = replace(line.result, change=None)  # what was held together has the same reason
                held.setdefault((line.session_id, alike), []).append(Part(line.job, line.result.change, line.unsure))
        for (_, why), parts in held.items():
            state, kind = _HELD_AS[why.outcome]
            priority = min(priorities[part.job] for part in parts)
            self._shelves.restore_held(tuple(parts), priority, state, kind(why.sentence, next_step=""), step)
        for line in lines:
            if line.result.outcome is Outcome.WAITING and line.result.change is not None:
                self._shelves.add(_part(line), priorities[line.job], step)
        self._unwritten.update(step.lines)
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
                self._shelves.add(_part(line), head.priority, step)
                if breather.is_due():
                    await self._finish(step)
                    step = Step()
                    await breather.breathe()
        await self._finish(step)

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
        await self._finish(step)
        if self.problem is not None:
            raise self.problem

    async def done(self, entry: Entry, answer: Session | None = None, *, sentence: str = "") -> None:
        """The server confirmed the entry; what its `answer` says of the fields is what younger changes start from."""
        step = Step()
        for part in entry.parts:
            step.tell(part, Outcome.DONE, " ".join(filter(None, (sentence, part.note))))
        self._shelves.remove(entry, step)
        if answer is not None:
            values = {name: value for name in entry.change.patch if (value := answer.value(name)) is not UNKNOWN}
            for younger in self._shelves.of(entry.session_id):
                if younger.state is State.QUEUED and any(name in younger.change.patch for name in values):
                    self._shelves.reduce(younger, over(younger.parts, values), step)
        await self._finish(step)

    async def fail(self, entry: Entry, error: JoipError) -> None:
        """The server refused the entry; it stays, shown and retryable."""
        if isinstance(error, ServerFaultError) or not isinstance(error, StatusError):
            entry.parts = doubted(entry.parts)
        step = Step()
        self._shelves.hold(entry, State.FAILED, error, step)
        await self._finish(step)

    async def release(self, entry: Entry, *, unsure: bool = False) -> None:
        """The entry could not be sent now; it is queued again, in front, with what came after it.

        `unsure` says that the server may have done it all the same, so that setting it back needs a request, too.
        """
        if unsure:
            entry.parts = doubted(entry.parts)
        step = Step()
        self._shelves.requeue(entry, step)
        await self._finish(step)

    async def retry(self, entries: Iterable[Entry]) -> None:
        """Queue failed entries again."""
        step = Step()
        for entry in entries:
            if entry.state is State.FAILED:
                entry.attempts = 0
                self._shelves.requeue(entry, step)
        await self._finish(step)

    async def withdraw(self, wanted: Callable[[Part], bool], sentence: str = "") -> list[tuple[int, int]]:
        """Take back the parts that are `wanted` of entries not on their way; returns their (job, session) pairs."""
        withdrawn: list[tuple[int, int]] = []
        for goes_on_meanwhile in (True, False):  # an entry that came back from its way may have taken parts over
            step, breather = Step(), Breather()
            for entry in self._shelves.idle():
                if self._has(entry) and entry.state is not State.SENDING:
                    withdrawn += self._withdraw_from(entry, wanted, sentence, step)
                if goes_on_meanwhile and breather.is_due():
                    await self._finish(step)
                    step = Step()
                    await breather.breathe()
            await self._finish(step)
        return withdrawn

    # --- conflicts --------------------------------------------------------------------------------------------------

    def compare(self, entry: Entry, server: Session) -> Comparison:
        """The entry against what the server has now."""
        return compare(entry.change, server, sent=sent_values(entry.parts))

    async def reconcile(self, pairs: Iterable[tuple[Entry, Session]]) -> None:
        """Bring entries that are not on their way in line with what the server has of their sessions.

        What the server has already is dropped; an entry with a field in conflict is held, and one that has none any
        more goes on.
        """
        step, breather = Step(), Breather()
        for entry, server in pairs:
            if self._has(entry) and entry.state is not State.SENDING:
                self._reconcile(entry, server, step)
            if breather.is_due():
                await self._finish(step)
                step = Step()
                await breather.breathe()
        await self._finish(step)

    def _reconcile(self, entry: Entry, server: Session, step: Step) -> None:
        found = self.compare(entry, server)
        if (ahead := self._shelves.on_its_way(entry.session_id)) is not None:
            # Its turn to be settled comes later; until then nobody may take what it started from for the present state.
            stale = {*found.settled, *(one.field for one in found.conflicts)} - ahead.change.patch.keys()
            if stale:
                self._shelves.distrust(entry, stale, step)
            return
        if found.settled:
            self._shelves.drop(entry, found.settled, Outcome.DONE, ALREADY_THERE, step)
        if not self._has(entry):
            return
        if found.conflicts:
            names = ", ".join(FIELDS[one.field].label for one in found.conflicts)
            error = ChangedElsewhereError(f"Changed elsewhere, too: {names}.")
            if entry.state is not State.CONFLICT or str(entry.error) != str(error):
                self._shelves.hold(entry, State.CONFLICT, error, step)
        elif entry.state is State.CONFLICT:
            self._shelves.requeue(entry, step)

    async def resolve(self, entry: Entry, server: Session, choices: Mapping[str, Side]) -> None:
        """Decide fields in conflict: mine goes over what the server has now, theirs ends the wish to change it."""
        if entry.state is not State.CONFLICT:
            return
        step = Step()
        conflicts = {one.field: one for one in self.compare(entry, server).conflicts}
        decided = {name: side for name, side in choices.items() if name in conflicts}
        mine = {name: conflicts[name].theirs for name, side in decided.items() if side is Side.MINE}
        if mine:
            self._shelves.reduce(entry, over(entry.parts, mine), step)
        theirs = [name for name, side in decided.items() if side is Side.THEIRS]
        if theirs and self._has(entry):
            self._shelves.drop(entry, theirs, Outcome.CANCELLED, KEPT_THEIRS, step)
        if self._has(entry):
            self._reconcile(entry, server, step)
        await self._finish(step)

    # --- writing ----------------------------------------------------------------------------------------------------

    async def flush(self) -> None:
        """Wait until every step is on disk, or has found that the disk can't be written."""
        if self._unwritten and self._journal is not None:
            await self._finish(Step())
        while (writer := self._writer) is not None:
            await asyncio.wait([writer])

    def _has(self, entry: Entry) -> bool:
        return entry in self._shelves.of(entry.session_id)

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
            step.tell(part, Outcome.CANCELLED, sentence)
        return [(part.job, entry.session_id) for part in taken]

    async def _finish(self, step: Step) -> None:
        """On disk first, then told, one step after another; a step goes on even if the one who waits is cancelled."""
        if not step.touched and not step.lines and not self._unwritten:
            return
        if self._journal is None:
            self._tell(step)
            return
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._steps.append((step, written))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write(self._journal), name="write the outbox")
        await asyncio.shield(written)

    async def _write(self, journal: Journal) -> None:
        """Write the steps that have gathered meanwhile as one, until there are none."""
        while self._steps:
            steps, self._steps = self._steps, []
            for step, _ in steps:
                self._unwritten.update(step.lines)
            if self._unwritten:
                await self._write_lines(journal)
            for step, written in steps:
                self._tell(step)
                if not written.done():
                    written.set_result(None)
        self._writer = None

    async def _write_lines(self, journal: Journal) -> None:
        try:
            await journal.update(list(self._unwritten.values()))
        except StorageError as error:
            self._failed_to_write(error)
        except Exception as error:
            log.exception("writing the outbox failed in our own code")
            self._failed_to_write(StorageError(f"Changes can't be kept on disk ({type(error).__name__})."))
        else:
            self._unwritten.clear()
            self.problem = None

    def _failed_to_write(self, error: StorageError) -> None:
        if self.problem is None:
            log.warning("the outbox can't be written: %s", error)
        self.problem = error

    def _tell(self, step: Step) -> None:
        if step.touched or step.lines:
            self.changed.emit(OutboxEvent(frozenset(step.touched), tuple(step.lines.values())))


def _part(line: Line) -> Part:
    """A waiting line as a part; until it is done, its sentence is what to tell then."""
    if (change := line.result.change) is None:
        raise ValueError("a line without a change waits for nothing")
    return Part(line.job, change, line.unsure, note=line.result.sentence)
