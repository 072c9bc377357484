"""Waiting for the budget: requests go out one by one as it allows, urgent ones first."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from contextlib import suppress

from joip_desktop.engine.ports import Budget, Ticket


class Pacer:
    """Hands out the budget's tickets; a change of the budget wakes whoever waits."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._urgent_waiting = 0
        self._changed = asyncio.Event()
        self._unsubscribe = budget.subscribe(self.look_again)

    def close(self) -> None:
        """Listen to the budget no longer."""
        self._unsubscribe()

    async def ticket(self, *, urgent: bool = False, wanted: Callable[[], int] = lambda: 1) -> Ticket:
        """Wait until a request may be sent, and take its ticket. Urgent callers go before all others.

        `wanted` tells how many requests wait that can as well go together a little later: 1 as soon as one of them can
        not wait, such as a hand edit. It is asked again after each wait and each `look_again`.
        """
        self._urgent_waiting += urgent
        try:
            while True:
                yields_to_urgent = self._urgent_waiting > 0 and not urgent
                delay = math.inf if yields_to_urgent else self._budget.delay(wanted())
                if delay <= 0:
                    return self._budget.take()
                # Qt's timers are coarse and may wake too early, so the budget is asked again after each wait.
                await self._wait(delay)
        finally:
            self._urgent_waiting -= urgent
            self.look_again()

    def look_again(self) -> None:
        """Who waits asks again: the budget has changed, or what is wanted, by a hand edit for example."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def _wait(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(None if math.isinf(seconds) else seconds):
                await self._changed.wait()
