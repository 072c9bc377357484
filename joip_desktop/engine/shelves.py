"""The outbox's entries in memory: who waits, who is on its way, who is held, and how changes of one session join."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from joip_desktop.domain.conflicts import Comparison, compare
from joip_desktop.domain.entry import (
    HELD,
    Entry,
    Part,
    Priority,
    State,
    among,
    fold,
    over,
    sent_values,
    without,
)
from joip_desktop.domain.errors import ChangedElsewhereError, JoipError
from joip_desktop.domain.job import Outcome, Result
from joip_desktop.domain.ledger import Line
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import Session
from joip_desktop.engine.notes import labels

_OUTCOMES: Final = {
    State.QUEUED: Outcome.WAITING,
    State.SENDING: Outcome.WAITING,
    State.FAILED: Outcome.FAILED,
    State.CONFLICT: Outcome.CONFLICT,
}
ALREADY_THERE: Final = later("The server has it already.")
SET_BACK: Final = later("Set back before it was sent.")
REPLACED: Final = later("Replaced by a newer value.")


@dataclass(slots=True)
class Step:
    """A step's consequences, gathered before anything is written or told: sessions to show anew, lines to keep."""

    touched: set[int] = field(default_factory=set)
    lines: dict[tuple[int, int], Line] = field(default_factory=dict)

    def tell(self, part: Part, outcome: Outcome, sentence: str = "", *, unsure: bool = False) -> None:
        """How a part stands now."""
        session_id = part.change.session_id
        self.touched.add(session_id)
        result = Result(outcome, sentence, part.change)
        self.lines[part.job, session_id] = Line(job=part.job, session_id=session_id, result=result, unsure=unsure)

    def write(self, entry: Entry, parts: Iterable[Part] | None = None) -> None:
        """How an entry's parts (or some of them) stand now."""
        for part in entry.parts if parts is None else parts:
            self.tell(part, _OUTCOMES[entry.state], str(entry.error or part.note), unsure=part.unsure)


class Shelves:
    """Every entry of the outbox; each operation notes in a `Step` what it did.

    Of one session at most one entry is on its way and at most one is queued; held ones have no field in common with
    younger ones.
    """

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._by_session: dict[int, list[Entry]] = {}
        self._queues: dict[Priority, OrderedDict[int, Entry]] = {priority: OrderedDict() for priority in Priority}
        self._sending: dict[int, Entry] = {}
        self._held: dict[int, Entry] = {}

    # --- what is there ----------------------------------------------------------------------------------------------

    @property
    def queued_count(self) -> int:
        """Entries that wait for their turn."""
        return sum(map(len, self._queues.values()))

    @property
    def sending_count(self) -> int:
        """Entries on their way."""
        return len(self._sending)

    @property
    def held_count(self) -> int:
        """Entries that wait for the person."""
        return len(self._held)

    @property
    def has_hand_work(self) -> bool:
        """Whether an edit by hand waits for its turn."""
        return bool(self._queues[Priority.HAND])

    def held(self, state: State) -> tuple[Entry, ...]:
        """Held entries of one state, oldest first."""
        return tuple(entry for entry in self._held.values() if entry.state is state)

    def idle(self) -> list[Entry]:
        """Entries that are not on their way: queued ones in the order of sending, then held ones."""
        return [*itertools.chain.from_iterable(queue.values() for queue in self._queues.values()), *self._held.values()]

    def of(self, session_id: int) -> Sequence[Entry]:
        """The entries of one session, oldest first."""
        return tuple(self._by_session.get(session_id, ()))

    def sessions(self) -> Iterable[int]:
        """The sessions that have entries."""
        return self._by_session.keys()

    def has(self, entry: Entry) -> bool:
        """Whether the entry has not left."""
        return entry in self._by_session.get(entry.session_id, ())

    def on_its_way(self, session_id: int) -> Entry | None:
        """The session's entry that is being sent."""
        return self._sending.get(session_id)

    def next(self) -> Entry | None:
        """The next entry to send: by priority, then by age, never two of a session at once."""
        return next(self._ready(), None)

    def _queued(self, session_id: int) -> Entry | None:
        """The session's entry that waits for its turn."""
        return next((entry for entry in self.of(session_id) if entry.state is State.QUEUED), None)

    def _ready(self) -> Iterator[Entry]:
        for queue in self._queues.values():
            for entry in queue.values():
                if entry.session_id not in self._sending:
                    yield entry

    def effect_of(self, part: Part) -> int | None:
        """How many requests more there would be with a part; None where it would go with one that waits already."""
        newer = self._over_held((part,))
        queued = self._queued(part.change.session_id)
        if queued is None:
            return 0 if fold(newer) is None else 1
        return None if fold((*queued.parts, *newer)) is not None else -1

    # --- operations -------------------------------------------------------------------------------------------------

    def add(self, part: Part, priority: Priority, step: Step) -> None:
        """Queue a part that is kept already; it joins the session's queued entry where there is one."""
        session_id = part.change.session_id
        step.touched.add(session_id)
        newer = self._supersede((part,), step)
        if (queued := self._queued(session_id)) is not None:
            self._raise(queued, priority)
            self.reduce(queued, (*queued.parts, *newer), step, kept=part)
            return
        entry = Entry(id=next(self._ids), parts=(), change=part.change, priority=priority)
        self._by_session.setdefault(session_id, []).append(entry)
        self._queues[priority][entry.id] = entry
        self.reduce(entry, newer, step, kept=part)

    def restore_held(
        self, parts: tuple[Part, ...], priority: Priority, state: State, error: JoipError, step: Step
    ) -> None:
        """Put back an entry that was held when the app ended."""
        first = parts[0].change
        entry = Entry(id=next(self._ids), parts=parts, change=first, priority=priority, state=state, error=error)
        self._by_session.setdefault(entry.session_id, []).append(entry)
        self._held[entry.id] = entry
        self.reduce(entry, parts, step)

    def start(self, entry: Entry) -> None:
        """A queued entry goes on its way."""
        self._unqueue(entry)
        entry.state = State.SENDING
        entry.attempts += 1
        self._sending[entry.session_id] = entry

    def hold(self, entry: Entry, state: State, error: JoipError, step: Step) -> None:
        """Put an entry aside until the person says what is to become of it."""
        self._unqueue(entry)
        if self._sending.get(entry.session_id) is entry:
            del self._sending[entry.session_id]
        entry.state, entry.error = state, error
        self._held[entry.id] = entry
        step.write(entry)
        for younger in self.of(entry.session_id):
            if younger.state is State.QUEUED:
                self.reduce(younger, self._supersede(younger.parts, step), step)

    def requeue(self, entry: Entry, step: Step, *, behind: bool = False) -> None:
        """Back into the queue, at the front or `behind` all others; a younger queued entry of the session joins it.

        A held entry has no field in common with younger ones, so it may go behind one that is on its way.
        """
        self._held.pop(entry.id, None)
        if self._sending.get(entry.session_id) is entry:
            del self._sending[entry.session_id]
        entry.state, entry.error = State.QUEUED, None
        siblings = self._by_session[entry.session_id]
        if entry.session_id in self._sending:
            siblings.remove(entry)
            siblings.append(entry)
        younger = next((one for one in siblings if one is not entry and one.state is State.QUEUED), None)
        if younger is not None:
            entry.priority = min(entry.priority, younger.priority)
            self.remove(younger, step)
        queue = self._queues[entry.priority]
        queue[entry.id] = entry
        if not behind:
            queue.move_to_end(entry.id, last=False)
        step.write(entry)
        if younger is not None:
            self.reduce(entry, (*entry.parts, *younger.parts), step)

    def reduce(self, entry: Entry, parts: tuple[Part, ...], step: Step, *, kept: Part | None = None) -> None:
        """Give the entry other parts; it leaves when nothing is left to send. `kept` is one that is written already."""
        step.touched.add(entry.session_id)
        change = fold(parts)
        if change is None:
            for part in parts:
                step.tell(part, Outcome.UNCHANGED, SET_BACK)
            self.remove(entry, step)
            return
        known = {id(part) for part in (*entry.parts, kept)}
        entry.parts, entry.change = parts, change
        step.write(entry, [part for part in parts if id(part) not in known])

    def drop(self, entry: Entry, names: Iterable[str], outcome: Outcome, sentence: str, step: Step) -> None:
        """Take fields out of an entry; parts that had nothing else end with the outcome."""
        gone = frozenset(names)
        left: list[Part] = []
        for part in entry.parts:
            change = without(part.change, gone)
            if change is None:
                step.tell(part, outcome, sentence)
            else:
                left.append(part if change == part.change else replace(part, change=change))
        if left:
            self.reduce(entry, tuple(left), step)
        else:
            self.remove(entry, step)

    def distrust(self, entry: Entry, names: Iterable[str], step: Step) -> None:
        """What the entry's fields had before is out of date, so setting them back is a change, too."""
        stale = frozenset(names)
        parts = tuple(
            part if stale.isdisjoint(part.change.patch) else replace(part, unsure=True) for part in entry.parts
        )
        self.reduce(entry, parts, step)

    def settle(self, entry: Entry, server: Session, step: Step) -> None:
        """Bring an entry that is not on its way in line with what the server has; it may have left afterwards.

        What the server has already is dropped; with a field in conflict the entry is held, and without any more it
        goes on. Behind one that is on its way its turn comes later; until then nobody may take what it started from
        for the present state.
        """
        found = compared(entry, server)
        if (ahead := self.on_its_way(entry.session_id)) is not None:
            stale = {*found.settled, *(one.field for one in found.conflicts)} - ahead.change.patch.keys()
            if stale:
                self.distrust(entry, stale, step)
            return
        if found.settled:
            self.drop(entry, found.settled, Outcome.DONE, ALREADY_THERE, step)
        if not self.has(entry):
            return
        if found.conflicts:
            names = labels(one.field for one in found.conflicts)
            error = ChangedElsewhereError(say("Changed elsewhere, too: {fields}.", fields=names))
            if entry.state is not State.CONFLICT or str(entry.error) != str(error):
                self.hold(entry, State.CONFLICT, error, step)
        elif entry.state is State.CONFLICT:
            self.requeue(entry, step)
            if self.has(entry):
                self.settle(entry, server, step)

    def remove(self, entry: Entry, step: Step) -> None:
        """The entry leaves; what became of its parts is told by whoever calls this."""
        self._unqueue(entry)
        self._held.pop(entry.id, None)
        if self._sending.get(entry.session_id) is entry:
            del self._sending[entry.session_id]
        siblings = self._by_session[entry.session_id]
        siblings.remove(entry)
        if not siblings:
            del self._by_session[entry.session_id]
        step.touched.add(entry.session_id)

    def _supersede(self, newer: tuple[Part, ...], step: Step) -> tuple[Part, ...]:
        """Newer values for fields of held entries take the held ones' place; returns the newer parts over them."""
        names = {name for part in newer for name in part.change.patch}
        over_held = self._over_held(newer)
        for entry in self._held_of(newer):
            everything = {name for part in entry.parts for name in part.change.patch}  # also what was set back
            if taken := names & everything:
                self.drop(entry, taken, Outcome.CANCELLED, REPLACED, step)
        return over_held

    def _over_held(self, newer: tuple[Part, ...]) -> tuple[Part, ...]:
        """The parts with `before` as it was before held changes of the same fields, which never came about.

        What was changed elsewhere, too, is a wish to keep even where it is what stood there at first.
        """
        names = {name for part in newer for name in part.change.patch}
        for entry in self._held_of(newer):
            if taken := among(entry.change.before, names):
                doubtful = taken.keys() if entry.state is State.CONFLICT else sent_values(entry.parts).keys()
                newer = over(newer, taken, doubtful=doubtful & taken.keys())
        return newer

    def _held_of(self, parts: tuple[Part, ...]) -> list[Entry]:
        return [one for one in self.of(parts[0].change.session_id) if one.state in HELD]

    def _raise(self, entry: Entry, priority: Priority) -> None:
        """Give a queued entry a higher priority."""
        if priority < entry.priority:
            self._unqueue(entry)
            entry.priority = priority
            self._queues[priority][entry.id] = entry

    def _unqueue(self, entry: Entry) -> None:
        for queue in self._queues.values():
            queue.pop(entry.id, None)


def compared(entry: Entry, server: Session) -> Comparison:
    """The entry against what the server has now; what was sent without a clear answer is ours."""
    return compare(entry.change, server, sent=sent_values(entry.parts))
