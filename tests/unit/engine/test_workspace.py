from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from joip_desktop.domain.conflicts import Side
from joip_desktop.domain.errors import (
    InvalidRequestError,
    RateLimitedError,
    SignInNeededError,
    StorageError,
    TimedOutError,
    UnreachableError,
)
from joip_desktop.domain.job import Job, JobHead, Outcome
from joip_desktop.domain.ledger import Line
from joip_desktop.domain.session import Session, Values
from joip_desktop.engine.plan import plan_favourite, plan_values
from joip_desktop.engine.ports import Ticket
from joip_desktop.engine.sender import Mood
from joip_desktop.engine.workspace import Workspace
from tests.helpers.disk import Disk
from tests.helpers.fakes import FakeApi, FakeBudget, settle, until

REFUSED = InvalidRequestError("The value is wrong.", status=400)
EXPIRED = SignInNeededError("The cookie has expired.", status=401)
BROKEN = UnreachableError("The server can't be reached.")


class Rig:
    """A workspace over a server in memory, its list read."""

    def __init__(self, count: int = 4, *, favourites: int = 0) -> None:
        self.api: FakeApi = FakeApi.holding(
            Session(id=one, title="old", is_favorite=one <= favourites) for one in range(1, count + 1)
        )
        self.budget = FakeBudget()
        self.workspace = Workspace(api=self.api, budget=self.budget)
        self.changes = 0
        self.workspace.changed.add(self._on_change)

    def _on_change(self, _: None) -> None:
        self.changes += 1

    @property
    def all(self) -> list[Session]:
        return list(self.workspace.library)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.workspace.run())
        try:
            yield
        finally:
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert asyncio.all_tasks() == {asyncio.current_task()}

    def assert_numbers_add_up(self) -> None:
        for job in self.workspace.jobs.jobs.values():
            assert job.requests == job.settled + job.counts[Outcome.WAITING]
        waiting = {
            (job.id, session_id)
            for job in self.workspace.jobs.jobs.values()
            for session_id in job.sessions(Outcome.WAITING)
        }
        entries = [entry for one in self.api.sessions for entry in self.workspace.outbox.entries(one)]
        assert waiting == {(job, one.session_id) for one in entries if one.error is None for job in one.jobs}


def run(scenario: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scenario())


def test_forty_favourites_of_which_ten_already_are_take_thirty_requests() -> None:
    async def scenario() -> None:
        rig = Rig(40, favourites=10)
        await rig.workspace.refresh()
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            assert job.requests == 30
            await until(lambda: job.is_over)
        assert len(rig.api.requests) == 30
        assert {one for one, _ in rig.api.requests} == set(range(11, 41))
        assert job.summary() == "30 done, 10 unchanged"
        assert all(session.is_favorite is True for session in rig.api.sessions.values())
        assert rig.budget.taken - rig.budget.given_back == 31

    run(scenario)


def test_a_list_that_could_not_be_reached_is_read_again_by_itself() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.workspace = Workspace(api=rig.api, budget=rig.budget, read_again_after=0.0)
        rig.api.list_errors.append(BROKEN)
        async with rig.running():
            await rig.workspace.refresh()
            assert rig.workspace.trouble is BROKEN
            await until(lambda: rig.workspace.refreshed_at is not None)
            assert rig.workspace.trouble is None

    run(scenario)


@pytest.mark.logs_errors
def test_a_fault_of_our_own_while_reading_again_does_not_end_sending() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        rig.workspace = Workspace(api=rig.api, budget=rig.budget, read_again_after=0.0)
        await rig.workspace.refresh()
        rig.api.list_errors += [BROKEN, RuntimeError("our own fault")]
        async with rig.running():
            await rig.workspace.refresh()
            await until(lambda: not rig.api.list_errors)
            await settle()
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await until(lambda: job.is_over)
            assert job.summary() == "2 done"

    run(scenario)


# --- refreshing -------------------------------------------------------------------------------------------------------


def test_a_refresh_fills_the_library() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.api.unreadable = 2
        await rig.workspace.refresh()
        assert len(rig.workspace.library) == 4
        assert rig.workspace.unreadable == 2
        assert rig.workspace.refreshed_at is not None
        assert not rig.workspace.is_refreshing
        assert rig.changes >= 2

    run(scenario)


def test_a_second_refresh_joins_the_first() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.api.gate.clear()
        both = asyncio.gather(rig.workspace.refresh(), rig.workspace.refresh())
        await settle()
        assert rig.workspace.is_refreshing
        rig.api.gate.set()
        await both
        assert rig.api.lists == 1
        await rig.workspace.refresh()
        assert rig.api.lists == 2

    run(scenario)


def test_a_failed_refresh_is_kept_until_one_succeeds_or_somebody_goes_on() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.api.list_errors.extend([BROKEN, BROKEN])
        await rig.workspace.refresh()
        troubles = [rig.workspace.refresher.error, rig.workspace.trouble]
        rig.workspace.resume()
        troubles.append(rig.workspace.trouble)
        await rig.workspace.refresh()
        troubles.append(rig.workspace.trouble)
        await rig.workspace.refresh()
        troubles.append(rig.workspace.trouble)
        assert troubles == [BROKEN, BROKEN, None, BROKEN, None]
        assert len(rig.workspace.library) == 4

    run(scenario)


def test_a_429_does_not_fail_a_refresh() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.api.list_errors.append(RateLimitedError("Too many requests.", retry_after=1))
        await rig.workspace.refresh()
        assert rig.workspace.trouble is None
        assert len(rig.workspace.library) == 4
        assert rig.api.lists == 2

    run(scenario)


def test_a_cancelled_refresh_leaves_no_task() -> None:
    async def scenario() -> None:
        rig = Rig()
        rig.api.gate.clear()
        task = asyncio.create_task(rig.workspace.refresh())
        await settle()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert asyncio.all_tasks() == {asyncio.current_task()}
        assert not rig.workspace.is_refreshing

    run(scenario)


def test_a_401_of_the_list_stops_the_sender_and_a_good_list_starts_it() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        rig.api.list_errors.append(EXPIRED)
        await rig.workspace.refresh()
        assert rig.workspace.sender.state.mood is Mood.SIGNED_OUT
        assert rig.workspace.trouble is EXPIRED
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await settle()
            assert rig.api.requests == []
            await rig.workspace.refresh()
            await until(lambda: job.is_over)
        assert job.summary() == "4 done"
        assert rig.workspace.trouble is None

    run(scenario)


# --- jobs -------------------------------------------------------------------------------------------------------------


def test_cancelling_takes_back_what_was_not_sent() -> None:
    async def scenario() -> None:
        rig = Rig(10)
        await rig.workspace.refresh()
        rig.api.gate.clear()
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await settle()
            assert rig.workspace.seconds_left(job) == 4
            assert rig.workspace.seconds_for(2) == 6
            await rig.workspace.cancel(job)
            rig.assert_numbers_add_up()
            assert job.counts[Outcome.CANCELLED] == 4
            rig.api.gate.set()
            await until(lambda: job.is_over)
        assert job.summary() == "6 done, 4 cancelled"
        assert sum(session.is_favorite is True for session in rig.all) == 6
        assert len(rig.api.requests) == 6
        assert len(rig.workspace.outbox) == 0

    run(scenario)


def test_cancelling_one_job_leaves_the_other() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        first = await rig.workspace.submit(plan_favourite(rig.all))
        second = await rig.workspace.submit(plan_values(rig.all, {"title": "new"}, action="Rename"))
        await rig.workspace.cancel(first)
        rig.assert_numbers_add_up()
        async with rig.running():
            await until(lambda: second.is_over)
        assert (first.summary(), second.summary()) == ("4 cancelled", "4 done")
        assert all(values == {"title": "new"} for _, values in rig.api.requests)

    run(scenario)


def test_failed_changes_can_be_tried_again() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        rig.api.fail(1, REFUSED)
        rig.api.fail(2, REFUSED)
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await until(lambda: job.is_over)
            assert job.summary() == "2 failed, 2 done"
            await rig.workspace.retry([1, 3])
            rig.assert_numbers_add_up()
            await until(lambda: job.is_over)
            assert job.summary() == "1 failed, 3 done"
            assert job.sessions(Outcome.FAILED) == [2]

    run(scenario)


def test_a_retry_does_not_wait_for_what_has_come_already() -> None:
    """While a slow disk writes that the entry is queued again, it is sent; "done" must not become "waiting"."""

    async def scenario() -> None:
        rig = Rig(1)
        await rig.workspace.refresh()
        rig.api.fail(1, REFUSED)
        job = await rig.workspace.submit(plan_favourite(rig.all))
        told: list[Outcome] = []
        rig.workspace.outbox.changed.add(lambda _: told.append(job.results[1].outcome))
        async with rig.running():
            await until(lambda: job.is_over)
            await rig.workspace.retry([1])
            assert told[-1] is Outcome.WAITING
            await until(lambda: job.is_over)
        assert job.summary() == "1 done"

    run(scenario)


def test_failed_changes_can_be_given_up() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        rig.api.fail(1, REFUSED)
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await until(lambda: job.is_over)
            await rig.workspace.discard([1, 2])
        rig.assert_numbers_add_up()
        assert job.summary() == "3 done, 1 cancelled"
        shown = rig.workspace.library.get(1)
        assert shown is not None
        assert shown.is_favorite is False
        assert len(rig.workspace.outbox) == 0

    run(scenario)


def test_set_back_in_time_both_jobs_say_so() -> None:
    async def scenario() -> None:
        rig = Rig()
        await rig.workspace.refresh()
        first = await rig.workspace.submit(plan_favourite(rig.all))
        second = await rig.workspace.submit(plan_favourite(rig.all))
        rig.assert_numbers_add_up()
        assert (first.summary(), second.summary()) == ("4 unchanged", "4 unchanged")
        assert len(rig.workspace.outbox) == 0

    run(scenario)


def test_after_a_run_nobody_listens_to_the_budget() -> None:
    async def scenario() -> None:
        rig = Rig()
        async with rig.running():
            await settle()
        assert rig.budget.callbacks == []
        assert rig.workspace.quota.limit is None

    run(scenario)


# --- undo and redo ----------------------------------------------------------------------------------------------------


def test_undo_of_what_was_sent_sends_the_former_values() -> None:
    async def scenario() -> None:
        rig = Rig(4, favourites=1)
        await rig.workspace.refresh()
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await until(lambda: job.is_over)
            undone = await rig.workspace.undo()
            assert undone is not None
            await until(lambda: undone.is_over)
            assert (undone.title, undone.summary()) == ("Undo: Favourite 3 sessions", "3 done")
            assert [session.is_favorite for session in rig.api.sessions.values()] == [True, False, False, False]
            again = await rig.workspace.redo()
            assert again is not None
            await until(lambda: again.is_over)
        assert all(session.is_favorite is True for session in rig.api.sessions.values())
        assert rig.workspace.history.position == 1
        assert (await rig.workspace.redo()) is None

    run(scenario)


def test_undo_of_what_waits_takes_it_out_and_sends_nothing() -> None:
    async def scenario() -> None:
        rig = Rig(4)
        await rig.workspace.refresh()
        job = await rig.workspace.submit(plan_favourite(rig.all))
        undone = await rig.workspace.undo()
        assert undone is not None
        assert (job.summary(), undone.summary()) == ("4 cancelled", "4 done")
        assert len(rig.workspace.outbox) == 0
        again = await rig.workspace.redo()
        assert again is not None
        assert again.summary() == "4 waiting"

    run(scenario)


def test_undo_in_the_middle_of_a_job_takes_out_what_waits_and_follows_what_is_on_its_way() -> None:
    async def scenario() -> None:
        rig = Rig(10)
        await rig.workspace.refresh()
        rig.api.gate.clear()
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await settle()
            assert rig.workspace.outbox.sending == 6
            undone = await rig.workspace.undo()
            assert undone is not None
            rig.api.gate.set()
            await until(lambda: job.is_over and undone.is_over)
        assert all(session.is_favorite is False for session in rig.api.sessions.values())
        assert len(rig.api.requests) == 12
        assert (job.summary(), undone.summary()) == ("6 done, 4 cancelled", "10 done")

    run(scenario)


def test_undo_does_not_overwrite_what_was_changed_elsewhere_since() -> None:
    async def scenario() -> None:
        rig = Rig(1)
        await rig.workspace.refresh()
        async with rig.running():
            job = await rig.workspace.submit(plan_values(rig.all, {"title": "mine"}, action="Name"))
            await until(lambda: job.is_over)
            rig.api.sessions[1] = rig.api.sessions[1].with_values({"title": "theirs"})
            await rig.workspace.refresh()
            undone = await rig.workspace.undo()
            assert undone is not None
            await until(lambda: undone.is_over)
        assert undone.summary() == "1 in conflict"
        assert rig.api.sessions[1].title == "theirs"

    run(scenario)


def test_what_was_set_back_before_it_was_sent_can_be_undone_too() -> None:
    """On, and off again while nothing has been sent: undo means on, as anybody would expect."""

    async def scenario() -> None:
        rig = Rig(1)
        await rig.workspace.refresh()
        await rig.workspace.submit(plan_favourite(rig.all))
        await rig.workspace.submit(plan_favourite(rig.all))
        await rig.workspace.undo()
        assert [session.is_favorite for session in rig.all] == [True]
        await rig.workspace.undo()
        assert [session.is_favorite for session in rig.all] == [False]
        assert len(rig.workspace.outbox) == 0

    run(scenario)


def test_what_undo_could_not_bring_back_is_in_the_report() -> None:
    async def scenario() -> None:
        rig = Rig(1)
        rig.api.sessions[1] = rig.api.sessions[1].with_values({"share_to_community": True})
        await rig.workspace.refresh()
        async with rig.running():
            job = await rig.workspace.submit(plan_values(rig.all, {"share_to_community": False}, action="Unshare"))
            await until(lambda: job.is_over)
            undone = await rig.workspace.undo()
            assert undone is not None
            await until(lambda: undone.is_over)
        assert "the deleted one does not come back" in undone.results[1].sentence
        assert undone.summary() == "1 done"

    run(scenario)


def test_undo_of_a_session_that_is_gone_says_so() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        await rig.workspace.refresh()
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await until(lambda: job.is_over)
            del rig.api.sessions[2]
            await rig.workspace.refresh()
            undone = await rig.workspace.undo()
            assert undone is not None
            await until(lambda: undone.is_over)
        assert undone.summary() == "1 done, 1 skipped"
        assert undone.results[2].sentence == "The session is not in the list any more."

    run(scenario)


# --- a plan that has been looked at for a while -----------------------------------------------------------------------


def test_a_plan_goes_over_what_waits_by_now_and_over_nothing_unseen() -> None:
    async def scenario() -> None:
        rig = Rig(3)
        await rig.workspace.refresh()
        plan = plan_values(rig.all, {"title": "planned"}, action="Name")
        waits = [session for session in rig.all if session.id == 1]
        await rig.workspace.submit(plan_values(waits, {"title": "typed meanwhile"}, action="Name"))
        already = [session for session in rig.all if session.id == 2]
        await rig.workspace.submit(plan_values(already, {"title": "planned"}, action="Name"))
        rig.api.sessions[3] = rig.api.sessions[3].with_values({"title": "theirs"})
        await rig.workspace.refresh()
        job = await rig.workspace.submit(plan)
        async with rig.running():
            await until(lambda: not rig.workspace.outbox.waiting)
        assert rig.api.sent(1) == [{"title": "planned"}]
        assert job.results[2].outcome is Outcome.UNCHANGED
        assert job.results[3].outcome is Outcome.CONFLICT
        assert rig.api.sessions[3].title == "theirs"

    run(scenario)


def test_conflicts_are_resolved_session_by_session_and_field_by_field() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        await rig.workspace.refresh()
        await rig.workspace.submit(plan_values(rig.all, {"title": "mine"}, action="Name"))
        for one in (1, 2):
            rig.api.sessions[one] = rig.api.sessions[one].with_values({"title": "theirs"})
        await rig.workspace.refresh()
        assert len(rig.workspace.outbox.conflicts) == 2
        await rig.workspace.resolve({1: {"title": Side.MINE}, 2: {"title": Side.THEIRS}})
        async with rig.running():
            await until(lambda: not len(rig.workspace.outbox))
        assert [session.title for session in rig.api.sessions.values()] == ["mine", "theirs"]

    run(scenario)


# --- the next run -----------------------------------------------------------------------------------------------------


def test_a_new_run_goes_on_where_the_last_one_ended() -> None:
    async def scenario() -> None:
        rig, disk = Rig(8), Disk()
        first = Workspace(api=rig.api, budget=rig.budget, journal=disk)
        await first.refresh()
        await first.submit(plan_values(list(first.library)[:4], {"title": "new"}, action="Name"))
        await first.pause(paused=True)
        second = Workspace(api=rig.api, budget=rig.budget, journal=disk)
        second.restore(disk.ledger())
        assert (second.outbox.waiting, second.sender.paused) == (4, True)
        assert [job.title for job in second.jobs.running()] == ["Name 4 sessions"]
        running = asyncio.create_task(second.run())
        await settle()
        assert rig.api.requests == []
        await second.pause(paused=False)
        await until(lambda: not len(second.outbox))
        assert rig.api.lists == 2, "the list is read before the first change goes out"
        assert second.history.to_undo is not None
        undone = await second.undo()
        assert undone is not None
        await until(lambda: undone.is_over)
        assert all(session.title == "old" for session in rig.api.sessions.values())
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    run(scenario)


def test_a_full_disk_refuses_a_plan_and_nothing_is_shown_or_sent() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        full = StorageError("The disk is full.")

        class FullDisk(Disk):
            async def open(self, job: JobHead, lines: Sequence[Line]) -> None:
                del job, lines
                raise full

        workspace = Workspace(api=rig.api, budget=rig.budget, journal=FullDisk())
        await workspace.refresh()
        with pytest.raises(StorageError):
            await workspace.submit(plan_favourite(list(workspace.library)))
        assert (len(workspace.outbox), dict(workspace.jobs.jobs)) == (0, {})
        assert all(session.is_favorite is False for session in workspace.library)

    run(scenario)


# --- what may have arrived --------------------------------------------------------------------------------------------

LOST = TimedOutError("It does not answer in time.")


class Absentminded(FakeApi):
    """Does what it is told, and forgets to answer as often as `lost` says."""

    lost = 0

    async def update_session(self, session_id: int, values: Values, ticket: Ticket) -> Session:
        answer = await super().update_session(session_id, values, ticket)
        if self.lost:
            self.lost -= 1
            raise LOST
        return answer


def absentminded(count: int, *, lost: int) -> Rig:
    rig = Rig(count)
    rig.api = Absentminded(rig.api.sessions)
    rig.api.lost = lost
    rig.workspace = Workspace(api=rig.api, budget=rig.budget)
    return rig


async def sent_once_and_lost(rig: Rig) -> Job:
    """Submit a change, let its answer get lost, and pause before it is sent again."""
    job = await rig.workspace.submit(plan_values(rig.all, {"title": "new"}, action="Name"))
    await until(lambda: bool(rig.api.requests))
    await rig.workspace.pause(paused=True)
    await until(lambda: not rig.workspace.outbox.sending)
    return job


def test_undo_of_a_change_that_may_have_arrived_sends_the_way_back() -> None:
    async def scenario() -> None:
        rig = absentminded(1, lost=1)
        await rig.workspace.refresh()
        async with rig.running():
            await sent_once_and_lost(rig)
            assert [session.title for session in rig.api.sessions.values()] == ["new"]
            undone = await rig.workspace.undo()
            assert undone is not None
            await rig.workspace.pause(paused=False)
            rig.workspace.resume()
            await until(lambda: undone.is_over)
        assert rig.api.sessions[1].title == "old"
        assert [session.title for session in rig.all] == ["old"]

    run(scenario)


def test_cancelling_a_change_that_may_have_arrived_says_so_and_looks() -> None:
    async def scenario() -> None:
        rig = absentminded(1, lost=1)
        await rig.workspace.refresh()
        async with rig.running():
            job = await sent_once_and_lost(rig)
            await rig.workspace.cancel(job)
        assert job.summary() == "1 cancelled"
        assert "may have reached the server" in job.results[1].sentence
        assert rig.api.lists == 2
        assert [session.title for session in rig.all] == ["new"], "the truth, as the list told it"

    run(scenario)


def test_what_is_cancelled_on_its_way_is_not_sent_again_when_its_answer_gets_lost() -> None:
    async def scenario() -> None:
        rig = absentminded(1, lost=1)
        await rig.workspace.refresh()
        rig.api.gate.clear()
        async with rig.running():
            job = await rig.workspace.submit(plan_values(rig.all, {"title": "new"}, action="Name"))
            await until(lambda: bool(rig.workspace.outbox.sending))
            await rig.workspace.cancel(job)
            rig.api.gate.set()
            await until(lambda: job.is_over)
            rig.workspace.resume()
            await settle()
        assert len(rig.api.requests) == 1
        assert job.summary() == "1 cancelled"

    run(scenario)


def test_undo_starts_from_what_the_server_made_of_a_wish() -> None:
    async def scenario() -> None:
        rig = Rig(1)
        rig.api.answer = lambda session: session.with_values({"title": str(session.title).strip()})
        await rig.workspace.refresh()
        async with rig.running():
            job = await rig.workspace.submit(plan_values(rig.all, {"title": " new "}, action="Name"))
            await until(lambda: job.is_over)
            rig.api.sessions[1] = rig.api.sessions[1].with_values({"title": "new"})
            undone = await rig.workspace.undo()
            assert undone is not None
            await until(lambda: undone.is_over)
        assert undone.summary() == "1 done"
        assert rig.api.sessions[1].title == "old"

    run(scenario)


def test_undo_right_after_a_restart_does_not_need_the_list() -> None:
    async def scenario() -> None:
        rig, disk = Rig(1), Disk()
        first = Workspace(api=rig.api, budget=rig.budget, journal=disk)
        await first.refresh()
        running = asyncio.create_task(first.run())
        job = await first.submit(plan_values(list(first.library), {"title": "new"}, action="Name"))
        await until(lambda: job.is_over)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        second = Workspace(api=rig.api, budget=rig.budget, journal=disk)
        second.restore(disk.ledger())
        undone = await second.undo()
        assert undone is not None
        running = asyncio.create_task(second.run())
        await until(lambda: undone.is_over)
        assert rig.api.sessions[1].title == "old"
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    run(scenario)


def test_an_undo_that_was_cancelled_and_redone_can_be_undone_again() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        await rig.workspace.refresh()
        async with rig.running():
            job = await rig.workspace.submit(plan_favourite(rig.all))
            await until(lambda: job.is_over)
            await rig.workspace.pause(paused=True)
            undone = await rig.workspace.undo()
            assert undone is not None
            await rig.workspace.cancel(undone)
            again = await rig.workspace.redo()
            assert again is not None
            assert again.summary() == "2 unchanged"
            await rig.workspace.pause(paused=False)
            last = await rig.workspace.undo()
            assert last is not None
            await until(lambda: last.is_over)
        assert last.summary() == "2 done"
        assert all(session.is_favorite is False for session in rig.api.sessions.values())

    run(scenario)


def test_an_undo_that_a_full_disk_cut_off_can_be_tried_again() -> None:
    async def scenario() -> None:
        rig = Rig(2)

        class FullDisk(Disk):
            full = False

            async def open(self, job: JobHead, lines: Sequence[Line]) -> None:
                if self.full:
                    raise StorageError("The disk is full.")
                await super().open(job, lines)

        disk = FullDisk()
        workspace = Workspace(api=rig.api, budget=rig.budget, journal=disk)
        await workspace.refresh()
        await workspace.submit(plan_favourite(list(workspace.library)))
        disk.full = True
        with pytest.raises(StorageError):
            await workspace.undo()
        assert workspace.history.position == 1
        disk.full = False
        undone = await workspace.undo()
        assert undone is not None
        assert (undone.summary(), workspace.history.position) == ("2 done", 0)
        again = await workspace.redo()
        assert again is not None
        assert again.summary() == "2 waiting"

    run(scenario)


def test_a_choice_about_a_value_that_has_changed_since_is_asked_again() -> None:
    async def scenario() -> None:
        rig = Rig(1)
        await rig.workspace.refresh()
        await rig.workspace.submit(plan_values(rig.all, {"title": "mine"}, action="Name"))
        rig.api.sessions[1] = rig.api.sessions[1].with_values({"title": "theirs"})
        await rig.workspace.refresh()
        async with rig.workspace._turn:  # something else is being done
            resolving = asyncio.create_task(rig.workspace.resolve({1: {"title": Side.MINE}}))
            await settle()
            rig.api.sessions[1] = rig.api.sessions[1].with_values({"title": "theirs, later"})
            await rig.workspace.refresh()
        await resolving
        assert len(rig.workspace.outbox.conflicts) == 1

    run(scenario)


def test_rows_that_could_not_be_read_hide_no_conflict() -> None:
    async def scenario() -> None:
        rig = Rig(2)
        await rig.workspace.refresh()
        await rig.workspace.submit(plan_values(rig.all[:1], {"title": "mine"}, action="Name"))
        rig.api.sessions[1] = rig.api.sessions[1].with_values({"title": "theirs"})
        await rig.workspace.refresh()
        hidden = rig.api.sessions.pop(1)
        rig.api.unreadable = 1
        await rig.workspace.refresh()
        assert len(rig.workspace.outbox.conflicts) == 1
        rig.api.sessions[1] = hidden

    run(scenario)
