"""How a thread with much to do leaves the interpreter to the window's thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

BETWEEN_NAPS: Final = 0.001
"""Seconds of work at a stretch."""

NAP: Final = 0.000_05
"""Seconds of a nap: long enough for a thread that waits to wake up and take over, which then goes on undisturbed."""


class Naps:
    """Short sleeps in the middle of a thread's loop: call `nap_if_due` at every turn.

    One thread at a time runs Python. By itself the interpreter is handed over after 5 ms only, and a thread that lets
    go of it just for a moment (as SQLite does at every row) mostly has it back before a waiting one has woken up. So a
    busy thread would hold the window up whenever that wants to do something. With naps it waits for a millisecond.
    """

    def __init__(
        self, *, clock: Callable[[], float] = time.perf_counter, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._since = clock()

    def nap_if_due(self) -> None:
        """Sleep for a moment, where the last nap is long enough ago."""
        if self._clock() - self._since >= BETWEEN_NAPS:
            self._sleep(NAP)
            self._since = self._clock()
