"""What failed, why, and when it may be tried again: some never in this run, others after a rest that doubles."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from joip_desktop.domain.errors import JoipError, RateLimitedError, ServerFaultError, TransportError

FIRST_REST: Final = 60.0
LONGEST_REST: Final = 1800.0
"""Seconds before something is tried again after its first failure, and after many."""

_TRANSIENT: Final = (TransportError, ServerFaultError, RateLimitedError)


@dataclass(frozen=True, slots=True)
class _Failure:
    sentence: str
    until: float
    """On the clock; infinity for never."""
    rest: float = 0.0
    """Seconds of the rest that came last."""


class Failures:
    """The failures of things that have a name, the `most` that were looked at last."""

    def __init__(self, *, clock: Callable[[], float], most: int = 10_000) -> None:
        self._clock = clock
        self._most = most
        self._failures: OrderedDict[str, _Failure] = OrderedDict()

    def __len__(self) -> int:
        return len(self._failures)

    def sentence(self, name: str) -> str | None:
        """Why it failed last; None where it did not, or has succeeded since."""
        failure = self._failures.get(name)
        return None if failure is None else failure.sentence

    def holds(self, name: str) -> bool:
        """Whether it is not to be tried now."""
        if (failure := self._failures.get(name)) is None:
            return False
        self._failures.move_to_end(name)
        return self._clock() < failure.until

    def add(self, name: str, error: JoipError) -> None:
        """It failed. What fails while it rests, having begun before, does not make the rest longer."""
        if self.holds(name):
            return
        former = self._failures.get(name)
        rest = math.inf
        if isinstance(error, _TRANSIENT):
            rest = FIRST_REST if former is None else min(2 * former.rest, LONGEST_REST)
            if isinstance(error, RateLimitedError):
                rest = min(max(rest, error.retry_after or 0.0), LONGEST_REST)
        self._put(name, _Failure(error.sentence, self._clock() + rest, rest))

    def share(self, name: str, other: Failures, owner: str) -> None:
        """It is not tried because `owner`, which failed, rests; so it rests as long, for the same reason."""
        failure = other._failures[owner]
        former = self._failures.get(name)
        self._put(name, _Failure(failure.sentence, failure.until, FIRST_REST if former is None else former.rest))

    def forget(self, name: str) -> None:
        """It succeeded."""
        self._failures.pop(name, None)

    def forget_passing(self) -> None:
        """Let everything be tried again that may be different by now."""
        for name in [name for name, failure in self._failures.items() if failure.until < math.inf]:
            del self._failures[name]

    def _put(self, name: str, failure: _Failure) -> None:
        self._failures[name] = failure
        self._failures.move_to_end(name)
        while len(self._failures) > self._most:
            self._failures.popitem(last=False)
