from __future__ import annotations

import asyncio

import pytest

from joip_desktop.api.budget import TokenBudget
from joip_desktop.engine.pacing import Pacer
from tests.helpers.fakes import FakeBudget, settle


def test_a_ticket_comes_at_once_while_the_budget_is_open() -> None:
    async def scenario() -> None:
        budget = FakeBudget()
        await Pacer(budget).ticket()
        assert budget.taken == 1

    asyncio.run(scenario())


def test_who_waits_is_woken_by_the_budget_and_urgent_ones_go_first() -> None:
    async def scenario() -> None:
        budget = FakeBudget(0)
        pacer = Pacer(budget)
        order: list[str] = []

        async def ask(name: str, *, urgent: bool) -> None:
            await pacer.ticket(urgent=urgent)
            order.append(name)

        async with asyncio.TaskGroup() as group:
            group.create_task(ask("bulk", urgent=False))
            await settle()
            group.create_task(ask("list", urgent=True))
            await settle()
            assert order == []
            budget.allow(1)
            await settle()
            assert order == ["list"]
            budget.allow(1)
        assert order == ["list", "bulk"]

    asyncio.run(scenario())


def test_a_wait_that_is_cancelled_in_the_turn_in_which_it_would_end_is_cancelled() -> None:
    """As when the window closes just as a token comes; a cancellation that is swallowed would keep the process."""

    async def scenario() -> None:
        budget = FakeBudget(0)
        pacer = Pacer(budget)
        task = asyncio.create_task(pacer.ticket())
        await settle()
        pacer.look_again()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, 1)
        assert budget.taken == 0

    asyncio.run(scenario())


def test_an_urgent_caller_that_gives_up_holds_up_nobody() -> None:
    async def scenario() -> None:
        budget = FakeBudget(0)
        pacer = Pacer(budget)
        urgent = asyncio.create_task(pacer.ticket(urgent=True))
        bulk = asyncio.create_task(pacer.ticket())
        await settle()
        urgent.cancel()
        with pytest.raises(asyncio.CancelledError):
            await urgent
        budget.allow(1)
        await asyncio.wait_for(bulk, 1)
        assert budget.taken == 1

    asyncio.run(scenario())


def test_what_is_wanted_is_asked_again_when_it_has_changed() -> None:
    """Bulk work would wait for more tokens; a hand edit that comes meanwhile goes at once."""

    class Gathering(FakeBudget):
        def delay(self, wanted: int = 1) -> float:
            return 0.0 if wanted == 1 else 1000.0

    async def scenario() -> None:
        wanted = 50
        pacer = Pacer(Gathering())
        waiting = asyncio.create_task(pacer.ticket(wanted=lambda: wanted))
        await settle()
        assert not waiting.done()
        wanted = 1
        pacer.look_again()
        await asyncio.wait_for(waiting, 1)

    asyncio.run(scenario())


def test_a_wait_that_ended_too_early_goes_on() -> None:
    """The clock has not moved although the wait is over: nothing may be taken."""

    async def scenario() -> None:
        now = 0.0
        budget = TokenBudget(clock=lambda: now, window=0.01)
        first = budget.take()
        budget.answered(first, {"X-RateLimit-Limit": "1", "X-RateLimit-Remaining": "0"})
        waiting = asyncio.create_task(Pacer(budget).ticket())
        await asyncio.sleep(0.045)
        assert not waiting.done()
        now = 1.0
        assert await asyncio.wait_for(waiting, 1)

    asyncio.run(scenario())


def test_a_closed_pacer_listens_no_longer() -> None:
    budget = FakeBudget()
    pacer = Pacer(budget)
    assert len(budget.callbacks) == 1
    pacer.close()
    assert budget.callbacks == []
