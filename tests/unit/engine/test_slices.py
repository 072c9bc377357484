from __future__ import annotations

import asyncio

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


def test_what_is_short_is_not_interrupted() -> None:
    work = in_slices(counting(10, []))
    with pytest.raises(StopIteration):
        work.send(None)
