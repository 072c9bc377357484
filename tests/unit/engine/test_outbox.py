from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joip_desktop.domain.changes import Change
from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.entry import Entry, Priority, State
from joip_desktop.domain.errors import (
    ConnectionBrokenError,
    InvalidRequestError,
    JoipError,
    MalformedAnswerError,
    ServerFaultError,
    StorageError,
)
from joip_desktop.domain.job import JobHead, Outcome
from joip_desktop.domain.ledger import Ledger, Line
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.outbox import Outbox, OutboxEvent
from tests.helpers.queueing import head, queue, waiting

HAND, BULK = Priority.HAND, Priority.BULK
REFUSED = InvalidRequestError("The value is wrong.", status=400)
FAULT = ServerFaultError("The server failed.", status=500)


def change(session_id: int, /, **fields: tuple[FieldValue, FieldValue]) -> Change:
    """`change(1, title=("A", "B"))`: from A to B."""
    before = {name: pair[0] for name, pair in fields.items()}
    return Change(session_id=session_id, before=before, patch={name: pair[1] for name, pair in fields.items()})


def title(session_id: int, before: FieldValue, after: FieldValue) -> Change:
    return change(session_id, title=(before, after))


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scenario())


def take(outbox: Outbox) -> Entry:
    entry = outbox.take()
    assert entry is not None
    return entry


@dataclass
class Told:
    """What an outbox tells."""

    events: list[OutboxEvent] = field(default_factory=list)

    @classmethod
    def by(cls, outbox: Outbox) -> Told:
        told = cls()
        outbox.changed.add(told.events.append)
        return told

    @property
    def cancelled_out(self) -> list[tuple[int, int]]:
        return [pair for event in self.events for pair in unchanged(event)]


def unchanged(event: OutboxEvent) -> list[tuple[int, int]]:
    """The (job, session) pairs that need no request any more."""
    return [(line.job, line.session_id) for line in event.lines if line.result.outcome is Outcome.UNCHANGED]


@dataclass
class RecordingJournal:
    """Keeps lines as a disk would, as fast as its gate lets it; refuses to write while it is full."""

    kept: dict[tuple[int, int], Line] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    at_once: int = 0
    full: bool = False

    def __post_init__(self) -> None:
        self.gate = asyncio.Event()
        self.gate.set()

    async def open(self, job: JobHead, lines: Sequence[Line]) -> None:
        await self._slow()
        self._keep(lines)
        self.log.append(f"open {job.id}")

    async def update(self, lines: Sequence[Line]) -> None:
        await self._slow()
        assert len({(line.job, line.session_id) for line in lines}) == len(lines)
        self._keep(lines)
        self.log.append("write")

    async def pause(self, *, paused: bool) -> None:
        self.log.append(f"paused {paused}")

    def _keep(self, lines: Sequence[Line]) -> None:
        self.kept.update({(line.job, line.session_id): line for line in lines})

    @property
    def outcomes(self) -> dict[tuple[int, int], Outcome]:
        return {key: line.result.outcome for key, line in self.kept.items()}

    async def _slow(self) -> None:
        self.at_once += 1
        await asyncio.sleep(0)
        await self.gate.wait()
        self.at_once -= 1
        if self.full:
            raise StorageError("The disk is full.")


# --- the journal ------------------------------------------------------------------------------------------------------


def test_nothing_is_told_before_the_journal_has_written() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        outbox.changed.add(lambda event: journal.log.append(f"told {sorted(event.sessions)}"))
        await queue(outbox, [title(1, "A", "B"), title(2, "A", "B")], priority=BULK, job=1)
        assert journal.log == ["open 1", "told []", "told [1, 2]"]
        assert [line.result.change for line in journal.kept.values()] == [title(1, "A", "B"), title(2, "A", "B")]
        journal.log.clear()
        await outbox.done(take(outbox))
        await outbox.fail(take(outbox), REFUSED)
        await outbox.retry(outbox.failed)
        await outbox.release(take(outbox))
        await queue(outbox, [title(2, "B", "A")], priority=HAND, job=2)
        assert journal.log == [
            *("write", "told [1]"),
            *("write", "told [2]"),
            *("write", "told [2]"),
            *("write", "told [2]"),
            *("open 2", "told []", "write", "told [2]"),
        ]
        assert journal.outcomes == {
            (1, 1): Outcome.DONE,
            (1, 2): Outcome.UNCHANGED,
            (2, 2): Outcome.UNCHANGED,
        }

    run(scenario)


def test_a_shut_journal_holds_the_news_back() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        journal.gate.clear()
        outbox = Outbox(journal)
        told = Told.by(outbox)
        adding = asyncio.create_task(queue(outbox, [title(1, "A", "B")], priority=HAND, job=1))
        await asyncio.sleep(0.005)
        assert not adding.done()
        assert told.events == []
        assert outbox.take() is None, "nothing is sent that is not on disk"
        journal.gate.set()
        await adding
        assert [event.sessions for event in told.events] == [frozenset(), {1}]

    run(scenario)


def test_steps_reach_a_slow_journal_in_order_and_together() -> None:
    """A write that overtook an earlier one would leave the disk with an older state."""

    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(one, "A", "B") for one in (1, 2, 3)], priority=HAND, job=1)
        journal.gate.clear()
        finishing = [asyncio.create_task(outbox.done(take(outbox)))]
        await asyncio.sleep(0.005)
        finishing += [asyncio.create_task(outbox.done(take(outbox))) for _ in range(2)]
        await asyncio.sleep(0.005)
        assert journal.at_once == 1
        journal.log.clear()
        journal.gate.set()
        await asyncio.gather(*finishing)
        assert set(journal.outcomes.values()) == {Outcome.DONE}
        assert journal.log == ["write", "write"], "what gathers during one write goes into the next"

    run(scenario)


def test_a_step_reaches_the_disk_even_if_the_one_who_waits_goes_away() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        journal.gate.clear()
        finishing = asyncio.create_task(outbox.done(take(outbox)))
        await asyncio.sleep(0.005)
        finishing.cancel()
        await asyncio.gather(finishing, return_exceptions=True)
        journal.gate.set()
        await outbox.flush()
        assert journal.outcomes == {(1, 1): Outcome.DONE}

    run(scenario)


def test_what_goes_out_is_noted_before_and_cleared_when_it_certainly_was_not_done() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        entry = take(outbox)
        await outbox.begin(entry)
        assert journal.kept[1, 1].unsure
        await outbox.release(entry)
        assert not journal.kept[1, 1].unsure

    run(scenario)


def test_a_full_disk_refuses_a_new_change_and_leaves_nothing_behind() -> None:
    async def scenario() -> None:
        journal = RecordingJournal(full=True)
        outbox = Outbox(journal)
        told = Told.by(outbox)
        with pytest.raises(StorageError):
            await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        assert (len(outbox), told.events) == (0, [])

    run(scenario)


def test_steps_that_a_full_disk_refused_are_written_when_it_has_room_again() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(1, "A", "B"), title(2, "A", "B")], priority=HAND, job=1)
        journal.full = True
        await outbox.done(take(outbox))
        assert str(outbox.problem) == "The disk is full."
        assert journal.outcomes[1, 1] is Outcome.WAITING
        entry = take(outbox)
        with pytest.raises(StorageError):
            await outbox.begin(entry)
        journal.full = False
        await outbox.release(entry)
        assert outbox.problem is None
        assert journal.outcomes == {(1, 1): Outcome.DONE, (1, 2): Outcome.WAITING}

    run(scenario)


# --- what earlier runs left -------------------------------------------------------------------------------------------


def reopened(journal: RecordingJournal, *heads: JobHead) -> Outbox:
    outbox = Outbox(journal)
    outbox.restore(Ledger(heads, list(journal.kept.values())))
    return outbox


def test_what_was_left_waits_again_in_order_and_with_its_priority() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(one, "A", "B") for one in (3, 1, 2)], priority=BULK, job=1)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=2)
        again = reopened(journal, head(1, BULK), head(2, HAND))
        assert [take(again).change for _ in range(3)] == [title(1, "A", "C"), title(3, "A", "B"), title(2, "A", "B")]

    run(scenario)


def test_what_was_on_its_way_is_unsure_and_can_be_set_back_by_a_request() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        await outbox.begin(take(outbox))
        again = reopened(journal, head(1, HAND))
        await queue(again, [title(1, "B", "A")], priority=HAND, job=2)
        assert take(again).change == title(1, "A", "A")

    run(scenario)


def test_what_failed_is_still_failed_with_its_reason() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(1, "A", "B"), title(2, "A", "B")], priority=HAND, job=1)
        await outbox.fail(take(outbox), REFUSED)
        again = reopened(journal, head(1, HAND))
        (entry,) = again.failed
        assert str(entry.error) == str(REFUSED)
        assert take(again).session_id == 2
        await again.retry(again.failed)
        assert take(again).session_id == 1

    run(scenario)


def test_a_crash_between_opening_a_job_and_joining_its_changes_joins_them_at_the_next_start() -> None:
    """The newer job was on disk, but what it means for the older one had not been written yet."""

    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(1, "A", "B"), title(2, "A", "B")], priority=HAND, job=1)
        await outbox.fail(take(outbox), REFUSED)
        await journal.open(head(2, HAND), [waiting(2, title(1, "B", "C")), waiting(2, title(2, "B", "A"))])
        again = reopened(journal, head(1, HAND), head(2, HAND))
        assert take(again).change == title(1, "A", "C")
        assert again.take() is None
        assert not again.failed
        await again.flush()
        assert journal.outcomes == {
            (1, 1): Outcome.CANCELLED,
            (2, 1): Outcome.WAITING,
            (1, 2): Outcome.UNCHANGED,
            (2, 2): Outcome.UNCHANGED,
        }

    run(scenario)


# --- changed elsewhere, too -------------------------------------------------------------------------------------------


def test_the_same_field_changed_elsewhere_is_held_until_somebody_chooses() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [change(1, title=("A", "B"), is_public=(False, True))], priority=HAND, job=1)
        (entry,) = outbox.entries(1)
        theirs = Session(id=1, title="X", is_public=False)
        await outbox.reconcile([(entry, theirs)])
        assert (outbox.take(), outbox.waiting, list(outbox.conflicts)) == (None, 0, [entry])
        assert str(entry.error) == "Changed elsewhere, too: Title. Choose which value to keep."
        await outbox.resolve([(entry, theirs, {"title": Side.MINE})])
        assert take(outbox).change == change(1, title=("X", "B"), is_public=(False, True))

    run(scenario)


def test_taking_theirs_leaves_the_other_fields() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [change(1, title=("A", "B"), is_public=(False, True))], priority=HAND, job=1)
        await queue(outbox, [title(2, "A", "B")], priority=HAND, job=2)
        first, second = outbox.entries(1)[0], outbox.entries(2)[0]
        theirs = [Session(id=1, title="X", is_public=False), Session(id=2, title="X")]
        await outbox.reconcile(zip((first, second), theirs, strict=True))
        await outbox.resolve([(first, theirs[0], {"title": Side.THEIRS})])
        await outbox.resolve([(second, theirs[1], {"title": Side.THEIRS})])
        assert take(outbox).change == change(1, is_public=(False, True))
        assert len(outbox) == 1
        assert told.events[-1].lines[0].result.outcome is Outcome.CANCELLED

    run(scenario)


def test_what_the_server_has_already_needs_no_request() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [change(1, title=("A", "B"), is_public=(False, True))], priority=HAND, job=1)
        (entry,) = outbox.entries(1)
        await outbox.reconcile([(entry, Session(id=1, title="B"))])
        assert entry.change == change(1, is_public=(False, True))
        await outbox.reconcile([(entry, Session(id=1, is_public=True))])
        assert len(outbox) == 0
        assert told.events[-1].lines[0].result.outcome is Outcome.DONE

    run(scenario)


def test_a_conflict_that_the_other_side_took_back_goes_on_by_itself() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        (entry,) = outbox.entries(1)
        await outbox.reconcile([(entry, Session(id=1, title="X"))])
        await outbox.reconcile([(entry, Session(id=1, title="A"))])
        assert take(outbox) is entry

    run(scenario)


def test_our_own_value_after_a_broken_connection_is_no_conflict() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        entry = take(outbox)
        await outbox.release(entry, unsure=True)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=2)
        await outbox.reconcile([(entry, Session(id=1, title="B"))])
        assert take(outbox).change == title(1, "A", "C")

    run(scenario)


def test_younger_changes_start_from_what_the_server_made_of_the_older_ones() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        entry = take(outbox)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=2)
        answer = Session(id=1, title="B, cleaned")
        await outbox.done(entry, answer)
        (younger,) = outbox.entries(1)
        assert not outbox.compare(younger, answer).conflicts
        assert younger.change == title(1, "B, cleaned", "C")

    run(scenario)


# --- coalescing -------------------------------------------------------------------------------------------------------


def test_unsent_changes_of_a_session_are_one_entry() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        await queue(outbox, [change(1, title=("B", "C"), is_public=(False, True))], priority=BULK, job=2)
        (entry,) = outbox.entries(1)
        assert entry.change == change(1, title=("A", "C"), is_public=(False, True))
        assert entry.jobs == (1, 2)
        assert outbox.overlay(1) == {"title": "C", "is_public": True}
        assert (len(outbox), outbox.waiting, outbox.sending) == (1, 1, 0)

    run(scenario)


def test_changes_that_cancel_out_leave_at_once_and_both_jobs_hear() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [title(1, "A", "B"), title(2, "A", "B")], priority=BULK, job=1)
        await queue(outbox, [title(1, "B", "A")], priority=HAND, job=2)
        assert outbox.entries(1) == ()
        assert outbox.overlay(1) == {}
        assert told.cancelled_out == [(1, 1), (2, 1)]
        assert take(outbox).session_id == 2
        assert outbox.take() is None
        assert not outbox.can_take()

    run(scenario)


def test_what_is_already_there_is_never_sent() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [title(1, "A", "A")], priority=HAND, job=1)
        assert outbox.take() is None
        assert told.cancelled_out == [(1, 1)]

    run(scenario)


def test_a_value_that_nobody_knew_does_not_cancel_out() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [change(1, is_public=(UNKNOWN, True))], priority=HAND, job=1)
        await queue(outbox, [change(1, is_public=(True, False))], priority=HAND, job=2)
        assert take(outbox).change.patch == {"is_public": False}

    run(scenario)


# --- order ------------------------------------------------------------------------------------------------------------


def test_hand_edits_overtake_bulk_and_age_counts_within() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(one, "A", "B") for one in (1, 2, 3)], priority=BULK, job=1)
        await queue(outbox, [title(4, "A", "B")], priority=HAND, job=2)
        await queue(outbox, [title(3, "B", "C")], priority=HAND, job=3)
        await queue(outbox, [title(1, "B", "C")], priority=BULK, job=4)
        assert [take(outbox).session_id for _ in range(4)] == [4, 3, 1, 2]

    run(scenario)


def test_never_two_entries_of_a_session_on_their_way() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B"), title(2, "A", "B")], priority=BULK, job=1)
        first = take(outbox)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=2)
        assert [entry.state for entry in outbox.entries(1)] == [State.SENDING, State.QUEUED]
        assert take(outbox).session_id == 2
        assert outbox.take() is None
        assert not outbox.can_take()
        assert (outbox.sending, outbox.waiting) == (2, 3)
        await outbox.done(first)
        assert outbox.can_take()
        second = take(outbox)
        assert second.change == title(1, "B", "C")
        assert outbox.is_sending(second)
        assert not outbox.is_sending(first)

    run(scenario)


def test_a_released_entry_goes_in_front_and_younger_changes_join_it() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(one, "A", "B") for one in (1, 2, 3)], priority=BULK, job=1)
        first = take(outbox)
        await queue(outbox, [title(1, "B", "C")], priority=BULK, job=2)
        await outbox.release(first)
        (entry,) = outbox.entries(1)
        assert entry.change == title(1, "A", "C")
        assert entry.jobs == (1, 2)
        assert [take(outbox).session_id for _ in range(3)] == [1, 2, 3]

    run(scenario)


def test_a_hand_edit_that_joins_a_released_entry_gives_it_its_priority() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        entry = take(outbox)
        await queue(outbox, [title(2, "A", "B")], priority=HAND, job=2)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=3)
        await outbox.release(entry)
        assert [take(outbox).session_id for _ in range(2)] == [1, 2]

    run(scenario)


def test_what_was_certainly_not_done_can_cancel_out_after_a_release() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        entry = take(outbox)
        await queue(outbox, [title(1, "B", "A")], priority=HAND, job=2)
        await outbox.release(entry)
        assert len(outbox) == 0
        assert told.cancelled_out == [(1, 1), (2, 1)]

    run(scenario)


@pytest.mark.parametrize("before_the_release", [True, False])
def test_what_the_server_may_have_done_is_set_back_by_a_request(*, before_the_release: bool) -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        entry = take(outbox)
        if before_the_release:
            await queue(outbox, [title(1, "B", "A")], priority=HAND, job=2)
        await outbox.release(entry, unsure=True)
        if not before_the_release:
            await queue(outbox, [title(1, "B", "A")], priority=HAND, job=2)
        assert take(outbox).change.patch == {"title": "A"}

    run(scenario)


# --- failing, retrying ------------------------------------------------------------------------------------------------


def test_a_failed_entry_stays_and_can_be_sent_again() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B"), title(2, "A", "B")], priority=BULK, job=1)
        entry = take(outbox)
        entry.attempts = 3
        await outbox.fail(entry, REFUSED)
        assert outbox.failed == (entry,)
        assert (entry.state, entry.error) == (State.FAILED, REFUSED)
        assert (len(outbox), outbox.waiting) == (2, 1)
        assert outbox.overlay(1) == {"title": "B"}
        await outbox.retry([entry])
        assert (entry.state, entry.error, entry.attempts) == (State.QUEUED, None, 0)
        assert not len(outbox.failed)
        await outbox.retry([entry])
        assert len(outbox) == 2
        assert [take(outbox).session_id for _ in range(2)] == [1, 2]

    run(scenario)


def test_a_newer_value_takes_the_place_of_a_failed_one_and_of_no_other() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [change(1, title=("A", "B"), is_public=(False, True))], priority=HAND, job=1)
        await outbox.fail(take(outbox), REFUSED)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=2)
        failed, queued = outbox.entries(1)
        assert failed.change == change(1, is_public=(False, True))
        assert queued.change == title(1, "A", "C")
        await queue(outbox, [change(1, is_public=(True, False))], priority=HAND, job=3)
        assert outbox.failed == ()
        assert take(outbox).change == title(1, "A", "C")

    run(scenario)


def test_coming_back_to_a_value_that_was_refused_sends_it() -> None:
    """A to B was refused, B to C and back to B: B was never on the server, so this is no cancelling out."""

    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        await outbox.fail(take(outbox), REFUSED)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=2)
        await queue(outbox, [title(1, "C", "B")], priority=HAND, job=3)
        assert take(outbox).change == title(1, "A", "B")

    run(scenario)


def test_setting_a_refused_value_back_sends_nothing() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        await outbox.fail(take(outbox), REFUSED)
        await queue(outbox, [title(1, "B", "A")], priority=HAND, job=2)
        assert len(outbox) == 0
        assert told.cancelled_out == [(2, 1)]

    run(scenario)


@pytest.mark.parametrize(
    "error", [FAULT, ConnectionBrokenError("Broken."), MalformedAnswerError("Odd."), JoipError("?")]
)
def test_setting_back_what_failed_without_a_clear_answer_sends_it(error: JoipError) -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        await outbox.fail(take(outbox), error)
        await queue(outbox, [title(1, "B", "A")], priority=HAND, job=2)
        assert outbox.failed == ()
        assert take(outbox).change.patch == {"title": "A"}

    run(scenario)


def test_a_change_made_while_the_failing_one_was_on_its_way_takes_its_place_too() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        first = take(outbox)
        await queue(outbox, [title(1, "B", "C")], priority=HAND, job=2)
        await outbox.fail(first, REFUSED)
        assert outbox.failed == ()
        second = take(outbox)
        assert second.change == title(1, "A", "C")
        await outbox.done(second)
        assert outbox.overlay(1) == {}

    run(scenario)


def test_set_back_while_on_its_way_and_then_refused_needs_nothing_more() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [title(1, "A", "B")], priority=HAND, job=1)
        first = take(outbox)
        await queue(outbox, [title(1, "B", "A")], priority=HAND, job=2)
        await outbox.fail(first, REFUSED)
        assert len(outbox) == 0
        assert told.cancelled_out == [(2, 1)]

    run(scenario)


def test_two_failed_entries_of_a_session_become_one_when_they_are_retried() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        first = take(outbox)
        await queue(outbox, [change(1, is_public=(False, True))], priority=HAND, job=2)
        await outbox.fail(first, REFUSED)
        await outbox.fail(take(outbox), REFUSED)
        assert len(outbox.failed) == 2
        await outbox.retry(outbox.failed)
        entry = take(outbox)
        assert entry.change == change(1, title=("A", "B"), is_public=(False, True))
        assert entry.priority is HAND
        assert len(outbox) == 1

    run(scenario)


def test_an_entry_retried_behind_one_on_its_way_keeps_later_values_later() -> None:
    async def scenario() -> None:
        journal = RecordingJournal()
        outbox = Outbox(journal)
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        first = take(outbox)
        await queue(outbox, [change(1, is_public=(False, True))], priority=HAND, job=2)
        await outbox.fail(first, REFUSED)
        second = take(outbox)
        await outbox.retry([first])
        await queue(outbox, [change(1, is_public=(True, False), title=("B", "C"))], priority=HAND, job=3)
        assert outbox.entries(1) == (second, first)
        assert outbox.overlay(1) == {"title": "C", "is_public": False}
        assert set(journal.outcomes.values()) == {Outcome.WAITING}
        await outbox.release(second)
        (entry,) = outbox.entries(1)
        assert entry.change.patch == {"title": "C"}

    run(scenario)


# --- taking back ------------------------------------------------------------------------------------------------------


def test_taking_back_one_jobs_part_leaves_the_others() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [change(1, title=("A", "B"), is_public=(False, True))], priority=BULK, job=1)
        await queue(outbox, [change(1, is_favorite=(False, True))], priority=BULK, job=2)
        assert await outbox.withdraw(lambda part: part.job == 1) == [(1, 1)]
        assert take(outbox).change == change(1, is_favorite=(False, True))

    run(scenario)


def test_after_the_first_of_two_values_is_taken_back_the_second_is_not_forgotten() -> None:
    """A to B (job 1), B to C (job 2), job 1 taken back, C to B: the server has A, so B has to be sent."""

    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        await queue(outbox, [title(1, "B", "C")], priority=BULK, job=2)
        await outbox.withdraw(lambda part: part.job == 1)
        await queue(outbox, [title(1, "C", "B")], priority=HAND, job=3)
        assert take(outbox).change == title(1, "A", "B")

    run(scenario)


def test_what_cancels_out_without_the_part_taken_back_leaves_and_is_told() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        told = Told.by(outbox)
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        await queue(outbox, [change(1, is_public=(False, True))], priority=BULK, job=2)
        await queue(outbox, [title(1, "B", "A")], priority=BULK, job=3)
        assert await outbox.withdraw(lambda part: part.job == 2) == [(2, 1)]
        assert len(outbox) == 0
        assert told.cancelled_out == [(1, 1), (3, 1)]

    run(scenario)


def test_what_is_on_its_way_is_not_taken_back_and_what_failed_is() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(one, "A", "B") for one in (1, 2, 3)], priority=BULK, job=1)
        failing, sending = take(outbox), take(outbox)
        await outbox.fail(failing, REFUSED)
        assert sorted(await outbox.withdraw(lambda _: True)) == [(1, 1), (1, 3)]
        assert outbox.entries(2) == (sending,)
        assert len(outbox) == 1

    run(scenario)


def test_only_the_wanted_one_of_two_equal_parts_is_taken_back() -> None:
    async def scenario() -> None:
        outbox = Outbox()
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=1)
        await queue(outbox, [title(1, "A", "B")], priority=BULK, job=2)
        second = outbox.entries(1)[0].parts[1]
        assert await outbox.withdraw(lambda part: part is second) == [(2, 1)]
        assert take(outbox).change == title(1, "A", "B")

    run(scenario)


# --- any steps, against a simple model --------------------------------------------------------------------------------

FIELDS = ("title", "thumbnail")
SESSIONS = (1, 2)
values = st.dictionaries(st.sampled_from(FIELDS), st.sampled_from("ABC"), min_size=1)
steps = st.lists(
    st.tuples(st.just("add"), st.sampled_from(SESSIONS), values, st.sampled_from(Priority))
    | st.tuples(st.just("take"))
    | st.tuples(st.just("done"), st.sampled_from(SESSIONS))
    | st.tuples(st.sampled_from(["fail", "release"]), st.sampled_from(SESSIONS), st.booleans(), st.booleans())
    | st.tuples(st.just("retry"), st.sampled_from(SESSIONS))
    | st.tuples(st.just("withdraw"), st.integers(1, 9)),
    max_size=30,
)


@dataclass
class Intent:
    """What one job wants of a session, and how far it got."""

    job: int
    session_id: int
    values: dict[str, str]
    state: State = State.QUEUED


class Machine:
    """An outbox and, in plain lists, what should be in it. Every change has a job of its own."""

    def __init__(self) -> None:
        self.outbox = Outbox()
        self.outbox.changed.add(self._on_change)
        self.server = {one: dict.fromkeys(FIELDS, "A") for one in SESSIONS}
        self.told = {one: dict.fromkeys(FIELDS, "A") for one in SESSIONS}
        self.sending: dict[int, Entry] = {}
        self.intents: list[Intent] = []
        self.cancelled_out: list[tuple[int, int]] = []
        self.excused: set[tuple[int, str]] = set()
        self.jobs = 0

    def _on_change(self, event: OutboxEvent) -> None:
        self.cancelled_out += unchanged(event)

    def of(self, session_id: int, *states: State) -> list[Intent]:
        return [one for one in self.intents if one.session_id == session_id and one.state in states]

    def shown(self, session_id: int) -> dict[str, FieldValue]:
        return {**self.told[session_id], **self.outbox.overlay(session_id)}

    def supersede(self, session_id: int, names: Iterable[str]) -> None:
        for intent in self.of(session_id, State.FAILED):
            intent.values = {name: value for name, value in intent.values.items() if name not in set(names)}
        self.intents = [one for one in self.intents if one.values]

    async def add(self, session_id: int, wanted: dict[str, str], priority: Priority) -> None:
        shown = self.shown(session_id)
        patch = {name: value for name, value in wanted.items() if value != shown[name]}
        if patch:
            self.jobs += 1
            self.supersede(session_id, patch)
            self.intents.append(Intent(self.jobs, session_id, patch))
            before = {name: shown[name] for name in patch}
            one = Change(session_id=session_id, patch=patch, before=before)
            await queue(self.outbox, [one], priority=priority, job=self.jobs)

    async def take(self) -> None:
        if (entry := self.outbox.take()) is not None:
            assert entry.session_id not in self.sending
            self.sending[entry.session_id] = entry
            intents = self.of(entry.session_id, State.QUEUED)
            assert sorted(entry.jobs) == sorted(one.job for one in intents)
            for intent in intents:
                intent.state = State.SENDING

    async def done(self, session_id: int) -> None:
        if (entry := self.sending.pop(session_id, None)) is not None:
            self.server[session_id].update(entry.change.body())  # type: ignore[arg-type]  # texts alone
            self.told[session_id] = dict(self.server[session_id])
            self.intents = [one for one in self.intents if one not in self.of(session_id, State.SENDING)]
            await self.outbox.done(entry)

    async def fail(self, session_id: int, unsure: bool, applied: bool) -> None:
        if (entry := self.sending.pop(session_id, None)) is not None:
            if unsure and applied:
                self.server[session_id].update(entry.change.body())  # type: ignore[arg-type]  # texts alone
            for intent in self.of(session_id, State.SENDING):
                intent.state = State.FAILED
            self.supersede(session_id, {name for one in self.of(session_id, State.QUEUED) for name in one.values})
            await self.outbox.fail(entry, FAULT if unsure else REFUSED)

    async def release(self, session_id: int, unsure: bool, applied: bool) -> None:
        if (entry := self.sending.pop(session_id, None)) is not None:
            if unsure and applied:
                self.server[session_id].update(entry.change.body())  # type: ignore[arg-type]  # texts alone
            for intent in self.of(session_id, State.SENDING):
                intent.state = State.QUEUED
            await self.outbox.release(entry, unsure=unsure)

    async def retry(self, session_id: int) -> None:
        failed = self.of(session_id, State.FAILED)
        self.intents = [one for one in self.intents if one not in failed] + failed
        for intent in failed:
            intent.state = State.QUEUED
        await self.outbox.retry([one for one in self.outbox.failed if one.session_id == session_id])

    async def withdraw(self, job: int) -> None:
        taken = [one for one in self.intents if one.job == job and one.state is not State.SENDING]
        self.intents = [one for one in self.intents if one not in taken]
        # The server may have done it already; a later list tells, the outbox can't.
        self.excused |= {(one.session_id, name) for one in taken for name in one.values}
        withdrawn = await self.outbox.withdraw(lambda part: part.job == job)
        assert withdrawn == [(one.job, one.session_id) for one in taken]

    def check(self) -> None:
        gone = set(self.cancelled_out)
        self.intents = [one for one in self.intents if (one.job, one.session_id) not in gone]
        entries = [entry for one in SESSIONS for entry in self.outbox.entries(one)]
        held = [(job, entry.session_id, entry.state) for entry in entries for job in entry.jobs]
        assert sorted(held, key=str) == sorted([(one.job, one.session_id, one.state) for one in self.intents], key=str)
        assert self.outbox.waiting == sum(entry.state is not State.FAILED for entry in entries)
        assert len(self.outbox) == len(entries)
        for one in SESSIONS:
            queued = [entry for entry in self.outbox.entries(one) if entry.state is State.QUEUED]
            assert len(queued) <= 1, "unsent changes of one session are one entry"
            wanted: dict[str, FieldValue] = dict(self.told[one])
            order = (State.FAILED, State.SENDING, State.QUEUED)  # failed ones share no field with the others
            for state in order:
                for intent in self.of(one, state):
                    wanted.update(intent.values)
            assert self.shown(one) == wanted

    async def drain(self) -> None:
        """Send everything; then the server has what was shown."""
        shown = {one: self.shown(one) for one in SESSIONS}
        for one in SESSIONS:
            await self.done(one)
            await self.retry(one)
        while self.outbox.can_take():
            await self.take()
            for one in SESSIONS:
                await self.done(one)
        assert len(self.outbox) == 0
        for one in SESSIONS:
            for name in FIELDS:
                assert (one, name) in self.excused or self.server[one][name] == shown[one][name], (one, name)


@settings(max_examples=300)
@given(steps)
def test_nothing_is_lost_whatever_happens(script: list[tuple[Any, ...]]) -> None:
    async def scenario() -> None:
        machine = Machine()
        for name, *arguments in script:
            await getattr(machine, name)(*arguments)
            machine.check()
        await machine.drain()

    run(scenario)
