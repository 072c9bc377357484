"""Long work on files in a thread of its own, which leaves the interpreter to the window."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Final, TypeVar

from joip_desktop.domain.naps import Naps

T = TypeVar("T")

_TELL_EVERY: Final = 0.1
"""Seconds from one word about the progress to the next: as often as anybody can read it."""


async def in_thread(
    work: Generator[int, None, T], *, progress: Callable[[int], object] = lambda _: None, name: str = "work"
) -> T:
    """Do work in a thread that naps; what it yields is how far it is, of which `progress` hears on the loop.

    Cancelling this ends the work at its next step, closes it, and waits for that; work that was at its end gives its
    result all the same. What the work raises, this raises.
    """
    loop = asyncio.get_running_loop()
    stopped = threading.Event()
    executor = ThreadPoolExecutor(1, thread_name_prefix=name)
    future = loop.run_in_executor(executor, _do, work, stopped, lambda far: loop.call_soon_threadsafe(progress, far))
    executor.shutdown(wait=False)
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        stopped.set()
        while not future.done():
            with suppress(asyncio.CancelledError):  # once is enough
                await asyncio.wait([future])
        if future.exception() is None:  # it was at its end
            return future.result()
        raise


def _do(work: Generator[int, None, T], stopped: threading.Event, tell: Callable[[int], object]) -> T:
    naps, told_at = Naps(), time.monotonic()
    try:
        while not stopped.is_set():
            try:
                far = next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            naps.nap_if_due()
            if (now := time.monotonic()) - told_at >= _TELL_EVERY:
                told_at = now
                tell(far)
    finally:
        work.close()
    raise _StoppedError


class _StoppedError(Exception):
    """The work was given up."""
