"""Work that grows with the number of sessions, cut into slices so that the event loop is never held up for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator
from typing import Final, TypeAlias, TypeVar

T = TypeVar("T")

Work: TypeAlias = Generator[None, None, T]
"""Work that yields wherever it may be interrupted, and returns its result."""

SLICE: Final = 0.004
"""Seconds of work at a stretch: a quarter of a frame, which leaves the rest of it to the window."""

AT_ONCE: Final = 2000
"""Up to so many sessions, work on all of them is done in one go, which takes a few milliseconds."""


class Breather:
    """Tells in the middle of a loop when it is time to give way: `if breather.is_due(): await breather.breathe()`."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    def is_due(self) -> bool:
        """Whether the slice is used up. Steps may be long or short, so the clock is looked at each time."""
        return time.perf_counter() - self._since >= SLICE

    async def breathe(self) -> None:
        """Let everything else that is ready run once."""
        await asyncio.sleep(0)
        self._since = time.perf_counter()


def at_once(work: Generator[object, None, T]) -> T:
    """Do the work in one go, whatever it tells on its way."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result


async def in_slices(work: Work[T]) -> T:
    """Do the work in slices; everything else goes on in between. Cancelling this closes the work where it is."""
    breather = Breather()
    try:
        while True:
            try:
                next(work)
            except StopIteration as end:
                result: T = end.value
                return result
            if breather.is_due():
                await breather.breathe()
    finally:
        work.close()


def first_slice(work: Work[T]) -> T | None:
    """Work for one slice; the result where that was enough, or else None, and `in_slices` can go on with the rest."""
    breather = Breather()
    while not breather.is_due():
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
    return None


def give_up_unless(work: Work[T], wanted: Callable[[], bool]) -> Work[T | None]:
    """The work as long as it is wanted; None when it was given up."""
    while wanted():
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        yield
    work.close()
    return None
