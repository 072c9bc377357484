"""How long to rest after failures in a row: longer each time, and never the same for two clients."""

from __future__ import annotations

from tenacity import RetryCallState, wait_exponential, wait_random_exponential


class Backoff:
    """Doubles from `first` to `longest` seconds; half of each rest is drawn by lot, so that clients get out of step."""

    def __init__(self, *, first: float, longest: float) -> None:
        half = {"multiplier": first / 2, "max": longest / 2}
        self._wait = wait_exponential(**half) + wait_random_exponential(**half)

    def after(self, failures: int) -> float:
        """Seconds to rest after that many failures in a row (1 or more)."""
        state = RetryCallState(retry_object=None, fn=None, args=(), kwargs={})  # type: ignore[arg-type]  # none needed
        state.attempt_number = max(1, failures)
        return float(self._wait(state))
