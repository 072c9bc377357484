"""Work that grows with the number of sessions, cut into slices so that the event loop is never held up for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Generator
from typing import Final, TypeAlias, TypeVar

T = TypeVar("T")

Work: TypeAlias = Generator[None, None, T]
"""Work that yields wherever it may be interrupted, and returns its result."""

SLICE: Final = 0.004
"""Seconds of work at a stretch: a quarter of a frame, which leaves the rest of it to the window."""

_STEPS: Final = 16
"""Steps between two looks at the clock."""


class Breather:
    """Tells in the middle of a loop when it is time to give way: `if breather.is_due(): await breather.breathe()`."""

    def __init__(self) -> None:
        self._steps = 0
        self._since = time.perf_counter()

    def is_due(self) -> bool:
        """Whether the slice is used up; looks at the clock only now and then."""
        self._steps += 1
        return self._steps % _STEPS == 0 and time.perf_counter() - self._since >= SLICE

    async def breathe(self) -> None:
        """Let everything else that is ready run once."""
        await asyncio.sleep(0)
        self._since = time.perf_counter()


def at_once(work: Work[T]) -> T:
    """Do the work in one go."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result


async def in_slices(work: Work[T]) -> T:
    """Do the work in slices; everything else goes on in between."""
    breather = Breather()
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
        if breather.is_due():
            await breather.breathe()
