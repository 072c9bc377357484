from __future__ import annotations

import asyncio
import threading
from collections.abc import Generator

import pytest

from joip_desktop.engine.threads import in_thread


async def test_work_is_done_in_a_thread_and_gives_its_result() -> None:
    def work() -> Generator[int, None, str]:
        yield 1
        return threading.current_thread().name

    assert (await in_thread(work(), name="export")).startswith("export")


async def test_progress_is_told_on_the_loop() -> None:
    told: list[tuple[int, str]] = []

    def work() -> Generator[int, None, None]:
        far = 0
        while not told:
            far += 1
            yield far

    await in_thread(work(), progress=lambda far: told.append((far, threading.current_thread().name)))
    assert told[0][0] > 0
    assert told[0][1] == threading.current_thread().name


async def test_what_the_work_raises_comes_out() -> None:
    def work() -> Generator[int, None, None]:
        yield 1
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        await in_thread(work())


async def test_cancelling_ends_the_work_and_lets_it_clear_up() -> None:
    loop, began, cleared = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def work() -> Generator[int, None, None]:
        loop.call_soon_threadsafe(began.set)
        try:
            while True:
                yield 1
        finally:
            cleared.set()

    task = asyncio.create_task(in_thread(work()))
    await began.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert cleared.is_set()


async def test_cancelling_twice_still_waits_for_the_end() -> None:
    began, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> Generator[int, None, None]:
        yield 1
        began.set()
        may_end.wait(10)
        ended.set()
        yield 2

    task = asyncio.create_task(in_thread(work()))
    await asyncio.to_thread(began.wait, 10)
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0)
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()


async def test_work_that_was_at_its_end_gives_its_result_all_the_same() -> None:
    began, may_end = threading.Event(), threading.Event()

    def work() -> Generator[int, None, str]:
        yield 1
        began.set()
        may_end.wait(10)
        return "written"

    task = asyncio.create_task(in_thread(work()))
    await asyncio.to_thread(began.wait, 10)
    task.cancel()
    await asyncio.sleep(0)
    may_end.set()
    assert await task == "written"
