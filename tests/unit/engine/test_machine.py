"""The engine as a state machine: queue, join, send, fail, cancel, undo, crash, merge, in any order, against a model.

The server is a model of its own that other devices change, too. After every step the disk, the jobs, the outbox and
what is shown agree; at the end everything is sent, and the server has exactly what was shown.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.entry import Entry, State, sent_values
from joip_desktop.domain.errors import (
    ConnectionBrokenError,
    InvalidRequestError,
    JoipError,
    MalformedAnswerError,
    RateLimitedError,
    ServerFaultError,
    SignInNeededError,
)
from joip_desktop.domain.job import IN_OUTBOX, Outcome
from joip_desktop.domain.session import FieldValue, Session, same
from joip_desktop.engine.plan import plan_each
from joip_desktop.engine.workspace import Workspace
from tests.helpers.disk import Disk
from tests.helpers.fakes import FakeApi, FakeBudget

T = TypeVar("T")

SESSIONS = (1, 2, 3)
FIELDS = ("title", "transition", "is_favorite")
VALUES: dict[str, st.SearchStrategy[FieldValue]] = {
    "title": st.sampled_from("ABC"),
    "transition": st.sampled_from(["fade", "slide"]),
    "is_favorite": st.booleans(),
}
patches = st.fixed_dictionaries({}, optional=VALUES).filter(bool)
one_session = st.sampled_from(SESSIONS)
pick = st.integers(0, 5)

REFUSALS = [InvalidRequestError("No.", status=400), RateLimitedError("Slowly."), SignInNeededError("Who?", status=401)]
DOUBTS = [ConnectionBrokenError("Broken."), ServerFaultError("Oh.", status=500), MalformedAnswerError("What?")]

OUTCOMES = {
    State.QUEUED: Outcome.WAITING,
    State.SENDING: Outcome.WAITING,
    State.FAILED: Outcome.FAILED,
    State.CONFLICT: Outcome.CONFLICT,
}


class EngineMachine(RuleBasedStateMachine):
    """Drives a workspace by hand, in place of the sender's own loop."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        first = [Session(id=one, title="A", transition="fade", is_favorite=False) for one in SESSIONS]
        self.api = FakeApi.holding(first)
        self.disk = Disk()
        self.touched: set[tuple[int, str]] = set()
        self.start()

    def teardown(self) -> None:
        try:
            self.drain()
        finally:
            self.loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def start(self) -> None:
        self.flying: dict[int, Entry] = {}
        self.workspace = Workspace(api=self.api, budget=FakeBudget(), journal=self.disk)
        self.workspace.restore(self.disk.ledger())
        self.run(self.workspace.outbox.flush())
        self.run(self.workspace.refresh())

    @property
    def entries(self) -> list[Entry]:
        return [entry for one in SESSIONS for entry in self.workspace.outbox.entries(one)]

    # --- what people do ---------------------------------------------------------------------------------------------

    @rule(session_id=one_session, values=patches)
    def edit(self, session_id: int, values: dict[str, FieldValue]) -> None:
        self.want([session_id], values)

    @rule(values=patches)
    def edit_all(self, values: dict[str, FieldValue]) -> None:
        self.want(SESSIONS, values)

    def want(self, session_ids: tuple[int, ...] | list[int], values: dict[str, FieldValue]) -> None:
        self.touched |= {(session_id, name) for session_id in session_ids for name in values}
        sessions = self.workspace.library.pick(session_ids)
        plan = plan_each([(session, values) for session in sessions], action="Change")
        self.run(self.workspace.compare(session_ids))
        effect = self.workspace.effect_of(plan)
        before = self.workspace.outbox.queued
        clear = not self.workspace.outbox.conflicts and not any(
            part.unsure for one in self.entries for part in one.parts
        )
        self.run(self.workspace.submit(plan))
        if clear and not self.workspace.outbox.conflicts:
            queued = self.workspace.outbox.queued
            assert queued - before == effect.requests, "the plan's number of requests is the true one"
        for session_id in session_ids:
            shown = self.workspace.library.get(session_id)
            assert shown is not None
            assert all(same(shown.value(name), value) for name, value in values.items())

    @rule(which=pick)
    def cancel(self, which: int) -> None:
        jobs = self.workspace.jobs.running()
        if jobs:
            self.run(self.workspace.cancel(jobs[which % len(jobs)]))

    @rule()
    def undo(self) -> None:
        self.run(self.workspace.undo())

    @rule()
    def redo(self) -> None:
        self.run(self.workspace.redo())

    @rule(session_id=one_session)
    def retry(self, session_id: int) -> None:
        self.run(self.workspace.retry([session_id]))

    @rule(session_id=one_session)
    def give_up(self, session_id: int) -> None:
        self.run(self.workspace.discard([session_id]))
        assert all(
            entry.state not in (State.FAILED, State.CONFLICT) for entry in self.workspace.outbox.entries(session_id)
        )

    @precondition(lambda self: self.workspace.outbox.conflicts)
    @rule(side=st.sampled_from(Side))
    def resolve(self, side: Side) -> None:
        choices = {one: dict.fromkeys(FIELDS, side) for one in SESSIONS}
        for _ in SESSIONS:  # what joins a decided one may be in conflict, too
            self.run(self.workspace.resolve(choices))
        sending = {entry.session_id for entry in self.flying.values()}
        assert all(entry.session_id in sending for entry in self.workspace.outbox.conflicts)

    # --- what the network does --------------------------------------------------------------------------------------

    @rule()
    def send(self) -> None:
        entry = self.run(self.workspace.sender._next())
        if entry is None:
            return
        assert entry.session_id not in self.flying, "never two of a session at once"
        server = self.workspace.library.server(entry.session_id)
        assert server is not None
        assert not self.workspace.outbox.compare(entry, server).conflicts, "nothing is overwritten unseen"
        assert all((entry.session_id, name) in self.touched for name in entry.change.patch)
        self.run(self.workspace.outbox.begin(entry))
        self.flying[entry.session_id] = entry

    @precondition(lambda self: self.flying)
    @rule(which=pick)
    def arrive(self, which: int) -> None:
        entry = self.land(which)
        self.run(self.workspace.sender._arrived(entry, self.apply(entry)))

    @precondition(lambda self: self.flying)
    @rule(which=pick, error=st.sampled_from(REFUSALS))
    def refuse(self, which: int, error: JoipError) -> None:
        self.run(self.workspace.sender._went_wrong(self.land(which), error))

    @precondition(lambda self: self.flying)
    @rule(which=pick, error=st.sampled_from(DOUBTS), applied=st.booleans())
    def break_off(self, which: int, error: JoipError, applied: bool) -> None:
        entry = self.land(which)
        if applied:
            self.apply(entry)
        self.run(self.workspace.sender._went_wrong(entry, error))

    @rule(session_id=one_session, values=patches)
    def change_elsewhere(self, session_id: int, values: dict[str, FieldValue]) -> None:
        self.api.sessions[session_id] = self.api.sessions[session_id].with_values(values)

    @rule()
    def refresh(self) -> None:
        self.run(self.workspace.refresh())

    @rule(applied=st.booleans())
    def crash(self, applied: bool) -> None:
        if applied:
            for entry in self.flying.values():
                self.apply(entry)
        self.start()

    def land(self, which: int) -> Entry:
        session_id = list(self.flying)[which % len(self.flying)]
        return self.flying.pop(session_id)

    def apply(self, entry: Entry) -> Session:
        changed = self.api.sessions[entry.session_id].with_values(entry.change.patch)
        self.api.sessions[entry.session_id] = changed
        return changed

    # --- what is true at every moment -------------------------------------------------------------------------------

    @invariant()
    def the_disk_the_jobs_and_the_outbox_agree(self) -> None:
        workspace = self.workspace
        for (job, session_id), line in self.disk.lines.items():
            assert workspace.jobs.jobs[job].results[session_id] == line.result
        held = {
            (part.job, entry.session_id): (OUTCOMES[entry.state], part.change)
            for entry in self.entries
            for part in entry.parts
        }
        kept = {
            key: (line.result.outcome, line.result.change)
            for key, line in self.disk.lines.items()
            if line.result.outcome in IN_OUTBOX
        }
        assert held == kept

    @invariant()
    def what_went_out_is_known_to_the_disk(self) -> None:
        for entry in self.entries:
            for part in entry.parts:
                unsure = self.disk.lines[part.job, entry.session_id].unsure
                assert unsure == (part.unsure or entry.state is State.SENDING)

    @invariant()
    def one_on_its_way_and_one_queued_at_most(self) -> None:
        for one in SESSIONS:
            states = [entry.state for entry in self.workspace.outbox.entries(one)]
            assert states.count(State.SENDING) <= 1
            assert states.count(State.QUEUED) <= 1

    @invariant()
    def only_real_differences_wait(self) -> None:
        for entry in self.entries:
            sent = sent_values(entry.parts)
            for name, value in entry.change.patch.items():
                assert name in sent or not same(entry.change.before[name], value)

    @invariant()
    def what_is_shown_is_the_server_under_what_waits(self) -> None:
        for one in SESSIONS:
            server, shown = self.workspace.library.server(one), self.workspace.library.get(one)
            assert server is not None
            assert shown == server.with_values(self.workspace.outbox.overlay(one))

    @invariant()
    def numbers_add_up(self) -> None:
        outbox = self.workspace.outbox
        assert outbox.waiting == sum(entry.state in (State.QUEUED, State.SENDING) for entry in self.entries)
        assert len(outbox) == len(self.entries)
        for job in self.workspace.jobs.jobs.values():
            assert sum(job.counts.values()) == len(job.results)

    # --- the end ----------------------------------------------------------------------------------------------------

    def drain(self) -> None:
        """Everything lands, nothing is given up; then the server has what was shown."""
        while self.flying:
            self.arrive(0)
        self.run(self.workspace.refresh())
        for one in SESSIONS:
            self.run(self.workspace.retry([one]))
        while True:
            self.run(self.workspace.resolve({one: dict.fromkeys(FIELDS, Side.MINE) for one in SESSIONS}))
            shown = {session.id: session for session in self.workspace.library}
            if not self.workspace.outbox.can_take():
                break
            self.send()
            while self.flying:
                self.arrive(0)
        assert len(self.workspace.outbox) == 0
        assert self.api.sessions == shown


EngineMachine.TestCase.settings = settings(max_examples=200, stateful_step_count=40)
TestEngine = EngineMachine.TestCase
