from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from joip_desktop.engine import slices
from joip_desktop.engine.slices import Work, at_once, in_slices


def counting(most: int, seen: list[int]) -> Work[int]:
    for number in range(most):
        seen.append(number)
        yield
    return most


def test_work_is_done_in_one_go_or_in_slices_with_the_same_result() -> None:
    first: list[int] = []
    second: list[int] = []
    assert at_once(counting(100, first)) == asyncio.run(in_slices(counting(100, second))) == 100
    assert first == second == list(range(100))


def test_others_get_their_turn_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        seen: list[int] = []
        at: list[int] = []

        async def other() -> None:
            for _ in range(3):
                at.append(len(seen))
                await asyncio.sleep(0)

        task = asyncio.create_task(other())
        await in_slices(counting(100, seen))
        await task
        assert at[1] < 100, "the other did not have to wait for the end"

    asyncio.run(scenario())


def test_each_step_may_be_the_last_of_its_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps may be coarse: a few of them may use up a slice."""
    monkeypatch.setattr(slices, "SLICE", 0.0)

    async def scenario() -> None:
        seen: list[int] = []
        at: list[int] = []

        async def other() -> None:
            while len(seen) < 9:
                at.append(len(seen))
                await asyncio.sleep(0)

        await asyncio.gather(in_slices(counting(10, seen)), other())
        assert at == list(range(1, 9))

    asyncio.run(scenario())


def test_work_that_is_cancelled_is_closed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 0.0)
    told: list[str] = []

    def work() -> Work[None]:
        try:
            while True:
                yield
        finally:
            told.append("closed")

    async def scenario() -> None:
        task = asyncio.create_task(in_slices(work()))
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            told.append("cancelled")

    asyncio.run(scenario())
    assert told == ["closed", "cancelled"]


@pytest.mark.parametrize("do", [at_once, lambda work: asyncio.run(in_slices(work))])
def test_what_goes_wrong_in_the_work_is_raised(do: Callable[[Work[None]], None]) -> None:
    def work() -> Work[None]:
        yield
        raise InterruptedError

    with pytest.raises(InterruptedError):
        do(work())


def test_what_is_short_is_not_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 1000.0)
    work = in_slices(counting(10, []))
    with pytest.raises(StopIteration):
        work.send(None)
