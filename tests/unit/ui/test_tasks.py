from __future__ import annotations

import asyncio

from joip_desktop.ui.tasks import Tasks


async def test_what_goes_wrong_is_reported_once() -> None:
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    problem = ValueError("no")

    async def work() -> None:
        raise problem

    tasks.spawn(work(), name="work")
    await asyncio.sleep(0.005)
    assert errors == [problem]
    await tasks.close()
    assert errors == [problem]


async def test_close_cancels_and_waits_for_what_still_cleans_up() -> None:
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    steps: list[str] = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            steps.append("cancelled")
            await asyncio.sleep(0.005)
            steps.append("cleaned up")

    tasks.spawn(work(), name="work")
    await asyncio.sleep(0)
    await tasks.close()
    assert steps == ["cancelled", "cleaned up"]
    assert errors == []


async def test_an_error_while_closing_is_reported_too() -> None:
    errors: list[BaseException] = []
    tasks = Tasks(errors.append)
    problem = ValueError("while cleaning up")

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            raise problem

    tasks.spawn(work(), name="work")
    await asyncio.sleep(0)
    await tasks.close()
    await asyncio.sleep(0)
    assert errors == [problem]


async def test_after_close_nothing_starts() -> None:
    tasks = Tasks(print)
    await tasks.close()
    ran: list[str] = []

    async def work() -> None:
        ran.append("work")

    before = asyncio.all_tasks()
    tasks.spawn(work(), name="too late")  # and no warning of a coroutine that nobody awaited
    assert asyncio.all_tasks() == before
    await asyncio.sleep(0.005)
    assert ran == []


async def test_a_task_is_held_until_it_is_done_and_named() -> None:
    tasks = Tasks(print)
    finished = asyncio.Event()

    async def work() -> None:
        await asyncio.sleep(0.005)
        finished.set()

    tasks.spawn(work(), name="to be found in a debugger")
    assert "to be found in a debugger" in {task.get_name() for task in asyncio.all_tasks()}
    async with asyncio.timeout(5):
        await finished.wait()
    await tasks.close()


async def test_close_waits_for_what_has_to_come_to_its_end() -> None:
    tasks = Tasks(lambda _: None)
    steps: list[str] = []

    async def work() -> None:
        await asyncio.sleep(0.01)
        steps.append("written")

    tasks.spawn(work(), name="write", to_the_end=True)
    await tasks.close()
    assert steps == ["written"]
