from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from joip_desktop.api.budget import TokenBudget
from joip_desktop.domain.changes import change_to
from joip_desktop.domain.entry import Priority, State
from joip_desktop.domain.errors import (
    AnswerError,
    ForbiddenError,
    InvalidRequestError,
    JoipError,
    MalformedAnswerError,
    NotFoundError,
    RateLimitedError,
    ServerFaultError,
    SignInNeededError,
    TransportError,
    UnreachableError,
)
from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.session import Session, Values
from joip_desktop.engine.library import Library
from joip_desktop.engine.outbox import Outbox, OutboxEvent
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.plan import Plan
from joip_desktop.engine.ports import Budget
from joip_desktop.engine.report import JobBook
from joip_desktop.engine.sender import ATTEMPTS, IN_FLIGHT, LONGEST_PAUSE, Mood, Sender
from tests.helpers.fakes import FakeApi, FakeBudget, settle, until
from tests.helpers.queueing import waiting

BROKEN = UnreachableError("The server can't be reached.")
FAULT = ServerFaultError("The server failed.", status=500)
ODD = MalformedAnswerError("The server's answer is broken.")
EXPIRED = SignInNeededError("The cookie has expired.", status=401)
LIMITED = RateLimitedError("Too many requests.", retry_after=1)


class Rig:
    """A sender and everything around it."""

    def __init__(self, count: int, *, budget: Budget | None = None, first_pause: float = 0.001) -> None:
        self.api = FakeApi.holding(
            Session(id=one, title="old", is_favorite=False, is_public=False) for one in range(1, count + 1)
        )
        self.budget = budget or FakeBudget()
        self.outbox = Outbox()
        self.library = Library(self.outbox)
        self.library.load(self.api.sessions.values())
        self.jobs = JobBook(self.outbox)
        self.now = 0.0
        self.sender = Sender(
            outbox=self.outbox,
            library=self.library,
            api=self.api,
            budget=self.budget,
            pacer=Pacer(self.budget),
            first_pause=first_pause,
        )
        self.moods: list[Mood] = []
        self.sender.changed.add(lambda state: self.moods.append(state.mood))

    async def want(self, values: Values, *session_ids: int, priority: Priority = Priority.BULK) -> Job:
        """Submit a job that gives sessions these values."""
        sessions = self.library.pick(session_ids or self.api.sessions)
        changes = [change for session in sessions if (change := change_to(session, values)) is not None]
        head = replace(self.jobs.head_for(Plan(title="Test", changes=changes)), priority=priority)
        await self.outbox.add(head, [waiting(head.id, change) for change in changes])
        return self.jobs.jobs[head.id]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[None]]:
        """Run the sender meanwhile."""
        task = asyncio.create_task(self.sender.run())
        try:
            yield task
        finally:
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    async def over(self, job: Job) -> None:
        await until(lambda: job.is_over)


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scenario())


def test_requests_hold_only_what_changes() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        job = await rig.want({"title": "old", "is_favorite": True})
        async with rig.running():
            await rig.over(job)
        assert sorted(rig.api.requests) == [(1, {"is_favorite": True}), (2, {"is_favorite": True})]
        assert job.counts[Outcome.DONE] == 2
        assert len(rig.outbox) == 0
        assert all(session.is_favorite is True for session in rig.library)

    run(scenario)


def test_so_many_at_once_and_no_more() -> None:
    async def scenario() -> None:
        rig = Rig(3 * IN_FLIGHT)
        rig.api.gate.clear()
        job = await rig.want({"title": "new"})
        async with rig.running():
            await settle()
            assert rig.api.in_flight == rig.outbox.sending == IN_FLIGHT
            rig.api.gate.set()
            await rig.over(job)
        assert rig.api.most_in_flight == IN_FLIGHT
        assert len(rig.api.requests) == 3 * IN_FLIGHT

    run(scenario)


def test_changes_of_a_session_go_one_after_another_in_order() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        rig.api.gate.clear()
        async with rig.running():
            await rig.want({"title": "first"}, 1)
            await rig.api.arrived.wait()
            job = await rig.want({"title": "second"}, 1, priority=Priority.HAND)
            await settle()
            assert rig.api.sent(1) == [{"title": "first"}]
            rig.api.gate.set()
            await rig.over(job)
        assert rig.api.sent(1) == [{"title": "first"}, {"title": "second"}]
        assert not rig.api.overlapping

    run(scenario)


def test_a_hand_edit_overtakes_a_bulk_job() -> None:
    async def scenario() -> None:
        budget = FakeBudget(0)
        rig = Rig(9, budget=budget)
        async with rig.running():
            await rig.want({"title": "bulk"})
            await settle()
            await rig.want({"is_public": True}, 9, priority=Priority.HAND)
            budget.allow(1)
            await until(lambda: bool(rig.api.requests))
            assert rig.api.requests == [(9, {"title": "bulk", "is_public": True})]

    run(scenario)


def test_what_is_set_back_in_time_is_not_sent() -> None:
    async def scenario() -> None:
        budget = FakeBudget(0)
        rig = Rig(1, budget=budget)
        async with rig.running():
            first = await rig.want({"title": "new"})
            await settle()
            second = await rig.want({"title": "old"})
            budget.allow(5)
            await settle()
        assert rig.api.requests == []
        assert [job.results[1].outcome for job in (first, second)] == [Outcome.UNCHANGED] * 2
        assert budget.tokens == 5

    run(scenario)


# --- answers that say no ----------------------------------------------------------------------------------------------


def test_a_429_fails_nothing() -> None:
    async def scenario() -> None:
        rig = Rig(4)
        rig.api.fail(1, *[LIMITED] * (ATTEMPTS + 2), FAULT)
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 4
        assert len(rig.api.sent(1)) == ATTEMPTS + 4

    run(scenario)


def test_a_401_stops_everything_and_resume_sends_the_rest() -> None:
    async def scenario() -> None:
        rig = Rig(20)
        rig.api.always = EXPIRED
        job = await rig.want({"title": "new"})
        async with rig.running():
            await until(lambda: rig.sender.state.mood is Mood.SIGNED_OUT)
            await until(lambda: not rig.outbox.sending)
            refused = len(rig.api.requests)
            await settle()
            assert len(rig.api.requests) == refused <= IN_FLIGHT
            assert rig.sender.state.error is EXPIRED
            assert (job.counts[Outcome.WAITING], rig.outbox.waiting) == (20, 20)
            rig.api.always = None
            rig.sender.resume()
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 20
        assert len(rig.api.requests) == refused + 20

    run(scenario)


@pytest.mark.parametrize("error", [BROKEN, FAULT, ODD])
def test_trouble_on_the_way_rests_and_goes_on_by_itself(error: JoipError) -> None:
    async def scenario() -> None:
        rig = Rig(10)
        for one in (1, 2, 3):
            rig.api.fail(one, error)
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 10
        assert Mood.RESTING in rig.moods
        assert rig.sender.state.mood is Mood.READY

    run(scenario)


def test_no_number_of_broken_connections_fails_a_change() -> None:
    async def scenario() -> None:
        rig = Rig(1, first_pause=1e-9)
        rig.api.fail(1, *[BROKEN] * 20, FAULT, FAULT)
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 1
        assert len(rig.api.requests) == 23

    run(scenario)


def test_while_it_rests_nothing_is_sent_and_then_one_at_a_time() -> None:
    async def scenario() -> None:
        rig = Rig(20, first_pause=1000.0)
        rig.api.always = BROKEN
        job = await rig.want({"title": "new"})
        async with rig.running():
            await until(lambda: rig.sender.state.mood is Mood.RESTING and not rig.outbox.sending)
            sent = len(rig.api.requests)
            await settle()
            assert len(rig.api.requests) == sent <= IN_FLIGHT
            assert rig.outbox.waiting == 20
            assert rig.moods.count(Mood.RESTING) == 1
            rig.api.always = None
            rig.sender.resume()
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 20

    run(scenario)


def test_pauses_double_up_to_a_limit_however_long_it_lasts() -> None:
    async def scenario() -> None:
        rig = Rig(1)
        pauses: list[float] = []
        sender = Sender(
            outbox=rig.outbox,
            library=rig.library,
            api=rig.api,
            budget=rig.budget,
            pacer=Pacer(rig.budget),
            clock=lambda: rig.now,
        )

        def wait(_state: object) -> None:
            if sender.state.until is not None:
                pauses.append(sender.state.until - rig.now)
                rig.now = sender.state.until

        sender.changed.add(wait)
        rig.api.fail(1, *[BROKEN] * 1100)
        job = await rig.want({"title": "new"})
        task = asyncio.create_task(sender.run())
        await until(lambda: job.is_over)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        for pause, most in zip(pauses, [2, 4, 8, 16, 32, *[LONGEST_PAUSE] * 1095], strict=True):
            assert most / 2 <= pause <= most
        assert len(set(pauses[5:])) > 100, "two clients must not march in step"

    run(scenario)


@pytest.mark.parametrize("error", [FAULT, ODD, AnswerError("It is a web page.")])
def test_a_server_that_always_fails_is_asked_so_often_and_no_more(error: JoipError) -> None:
    async def scenario() -> None:
        rig = Rig(1)
        rig.api.always = error
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert len(rig.api.requests) == ATTEMPTS
        assert job.results[1].outcome is Outcome.FAILED
        assert job.results[1].sentence == str(error)
        assert [entry.error for entry in rig.outbox.failed] == [error]

    run(scenario)


@pytest.mark.parametrize(
    "error",
    [
        InvalidRequestError("The value is wrong.", status=400),
        ForbiddenError("It is not yours.", status=403),
        NotFoundError("It is gone.", status=404),
    ],
)
def test_a_refusal_fails_one_change_and_the_rest_goes_on(error: JoipError) -> None:
    async def scenario() -> None:
        rig = Rig(8)
        rig.api.fail(3, error)
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert job.sessions(Outcome.FAILED) == [3]
        assert job.counts[Outcome.DONE] == 7
        assert rig.api.sent(3) == [{"title": "new"}]
        assert Mood.RESTING not in rig.moods
        shown = rig.library.get(3)
        assert shown is not None
        assert shown.title == "new"

    run(scenario)


@pytest.mark.logs_errors
def test_an_exception_of_our_own_fails_one_change_and_gives_the_ticket_back() -> None:
    async def scenario() -> None:
        budget = FakeBudget(100)
        rig = Rig(4, budget=budget)
        rig.api.fail(2, ZeroDivisionError("division by zero"))
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert job.sessions(Outcome.FAILED) == [2]
        assert "ZeroDivisionError" in job.results[2].sentence
        assert budget.given_back == 1
        later = await rig.want({"is_public": True}, 1)
        async with rig.running():
            await rig.over(later)
        assert later.counts[Outcome.DONE] == 1

    run(scenario)


@pytest.mark.logs_errors
def test_a_view_that_breaks_stops_nothing() -> None:
    async def scenario() -> None:
        rig = Rig(8)
        job = await rig.want({"title": "new"})

        def broken(_event: object) -> None:
            raise ZeroDivisionError

        rig.library.changed.add(broken)
        async with rig.running():
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 8
        assert len(rig.outbox) == 0

    run(scenario)


# --- stopping ---------------------------------------------------------------------------------------------------------


def test_stopping_leaves_what_is_on_its_way_in_the_outbox_and_no_tasks() -> None:
    async def scenario() -> None:
        rig = Rig(10)
        rig.api.gate.clear()
        job = await rig.want({"title": "new"})
        async with rig.running():
            await settle()
            assert rig.api.in_flight == IN_FLIGHT
        assert asyncio.all_tasks() == {asyncio.current_task()}
        assert (len(rig.outbox), rig.outbox.sending) == (10, 0)
        assert all(rig.outbox.entries(one)[0].state is State.QUEUED for one in range(1, 11))
        assert job.counts[Outcome.WAITING] == 10
        rig.api.gate.set()
        async with rig.running():
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 10

    run(scenario)


def test_stopping_right_after_the_first_take_loses_nothing() -> None:
    async def scenario() -> None:
        for turns in range(8):
            rig = Rig(3)
            await rig.want({"title": "new"})
            async with rig.running():
                await settle(turns)
            assert rig.outbox.sending == 0
            done = {one for one in (1, 2, 3) if not rig.outbox.entries(one)}
            assert all(rig.api.sessions[one].title == "new" for one in done)

    run(scenario)


def test_stopping_in_the_turn_in_which_work_comes_stops() -> None:
    async def scenario() -> None:
        rig = Rig(1, budget=FakeBudget(0))
        async with rig.running():
            await settle()
            rig.outbox.changed.emit(OutboxEvent(frozenset()))
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(scenario)


def test_one_change_that_always_breaks_the_connection_does_not_stop_the_others() -> None:
    async def scenario() -> None:
        rig = Rig(12, first_pause=1e-9)
        rig.api.fail(1, *[BROKEN] * 200)
        job = await rig.want({"title": "new"})
        async with rig.running():
            await until(lambda: job.counts[Outcome.DONE] == 11)
        assert len(rig.api.sent(1)) < 100

    run(scenario)


@pytest.mark.logs_errors
def test_a_fault_of_our_own_while_choosing_does_not_end_sending() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        plain, faults = rig.library.server, [ZeroDivisionError("our own")]

        def faulty(session_id: int) -> Session | None:
            if faults:
                raise faults.pop()
            return plain(session_id)

        rig.library.server = faulty  # type: ignore[method-assign]  # fails once
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 2
        assert rig.budget.tokens == float("inf")  # type: ignore[attr-defined]  # the fake's

    run(scenario)


def test_a_401_to_an_earlier_cookie_does_not_sign_the_new_one_out() -> None:
    async def scenario() -> None:
        rig = Rig(1)
        rig.api.gate.clear()
        rig.api.fail(1, EXPIRED)
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.api.arrived.wait()
            rig.sender.resume()  # somebody has pasted a new cookie meanwhile
            rig.api.gate.set()
            await rig.over(job)
        assert Mood.SIGNED_OUT not in rig.moods
        assert job.counts[Outcome.DONE] == 1

    run(scenario)


def test_an_idle_sender_stops_too() -> None:
    async def scenario() -> None:
        rig = Rig(0)
        async with rig.running() as task:
            await settle()
            assert not task.done()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(scenario)


# --- answers ----------------------------------------------------------------------------------------------------------


def test_the_answer_is_merged_and_erases_nothing() -> None:
    async def scenario() -> None:
        rig = Rig(1)
        rig.library.load([Session(id=1, title="old", ai_prompt="Slow")])
        rig.api.answer = lambda session: Session(id=session.id, title="cleaned", share_to_community=False)
        job = await rig.want({"title": "new"})
        async with rig.running():
            await rig.over(job)
        assert rig.library.get(1) == Session(
            id=1, title="cleaned", ai_prompt="Slow", share_to_community=False, is_favorite=False, is_public=False
        )

    run(scenario)


def test_with_the_real_budget_the_pace_is_the_servers() -> None:
    async def scenario() -> None:
        now = 0.0
        budget = TokenBudget(clock=lambda: now)
        rig = Rig(5, budget=budget)
        plain = rig.api.update_session
        tokens = 3

        async def counted(session_id: int, values: Values, ticket: Any) -> Session:
            nonlocal tokens
            tokens -= 1
            assert tokens >= 0, "sent without a token"
            session = await plain(session_id, values, ticket)
            budget.answered(ticket, {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": str(tokens)})
            return session

        rig.api.update_session = counted  # type: ignore[method-assign]  # counts what the server would
        job = await rig.want({"title": "new"})
        async with rig.running():
            await until(lambda: job.settled == 3)
            await settle()
            assert len(rig.api.requests) == 3
            now, tokens = 1000.0, 100
            budget.give_back(budget.take())  # any news make whoever waits ask again
            await rig.over(job)
        assert job.counts[Outcome.DONE] == 5

    run(scenario)


def test_errors_are_what_the_tree_says() -> None:
    """The order of the cases in the sender counts on these."""
    assert isinstance(BROKEN, TransportError)
    assert isinstance(ODD, AnswerError)
    assert not isinstance(FAULT, AnswerError)
