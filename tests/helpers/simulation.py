"""Simulated time: an event loop whose clock jumps to the next timer, so that waiting takes no time at all."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_A_MONTH = 31 * 24 * 3600.0
_NANOSECOND = 1e-9


class StandstillError(AssertionError):
    """Nothing is ready and nothing ever will be; or the simulated time has gone on for longer than anything takes."""


class SimulatedLoop(asyncio.SelectorEventLoop):
    """A loop whose `time()` starts at 0 and moves only when there is nothing else to do.

    Work for threads is waited for on the spot, so it takes no simulated time, and nothing depends on how fast they are.
    """

    def __init__(self, *, longest: float = _A_MONTH) -> None:
        self._jumps = _Jumps(longest)
        super().__init__(self._jumps)

    def time(self) -> float:
        """Simulated seconds since the loop was made."""
        return self._jumps.now

    def run_in_executor(self, executor: Any, func: Callable[..., T], *args: Any) -> asyncio.Future[T]:  # type: ignore[override]  # its stub knows more kinds of arguments
        """Call the function now: here, or in the thread of the executor that is named, which may be bound to it."""
        future: asyncio.Future[T] = self.create_future()
        try:
            future.set_result(func(*args) if executor is None else executor.submit(func, *args).result())
        except Exception as error:  # noqa: BLE001 - it belongs to whoever awaits the future
            future.set_exception(error)
        return future


class _Jumps(selectors.DefaultSelector):
    """Where a real loop would sleep in `select`, the clock jumps."""

    def __init__(self, longest: float) -> None:
        super().__init__()
        self.now = 0.0
        self._longest = longest

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """What is ready now; where nothing is, the time of the next timer has come."""
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            raise StandstillError("every task waits for something that no timer will bring about")
        # A little beyond, or rounding would leave a timer a hair before its time, for ever.
        self.now += max(0.0, timeout) + _NANOSECOND
        if self.now > self._longest:
            raise StandstillError(f"after {self.now:,.0f} simulated seconds it is still not over")
        return ready


def run_simulated(work: Coroutine[Any, Any, T], *, longest: float = _A_MONTH) -> T:
    """Run a coroutine in simulated time of its own; what it leaves running is cancelled at the end.

    Raises:
        StandstillError: it waits for ever, or for more than `longest` simulated seconds.
    """
    with asyncio.Runner(loop_factory=lambda: SimulatedLoop(longest=longest)) as runner:
        return runner.run(work)
