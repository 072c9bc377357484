"""The site's rate limit: a token bucket per client address, pure but for the lock around it."""

from __future__ import annotations

import math
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

Clock: TypeAlias = Callable[[], float]
"""Seconds since some moment; never set back."""

LOCAL_CLIENT: Final = "127.0.0.1"
"""The address all clients of a loopback server have, so that they share one bucket."""

_SECONDS: Final = {"s": 1, "m": 60, "h": 3600}
_TEXT = re.compile(r"\s*(\d{1,9})\s*/\s*(\d{1,9})\s*([smh])\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RateLimit:
    """`limit` requests in `window` seconds; the site has 100 in 900 (contract, "The rate limit")."""

    limit: int
    window: float

    def __post_init__(self) -> None:
        if self.limit < 1 or not 0 < self.window < math.inf:
            raise ValueError("A rate limit needs at least one request in a time above zero.")

    def __str__(self) -> str:
        """As `parse` reads it: "100/15m"."""
        size, unit = next(
            (size, unit) for unit, size in (("h", 3600), ("m", 60), ("s", 1)) if self.window % size == 0 or size == 1
        )
        return f"{self.limit}/{self.window / size:g}{unit}"

    @classmethod
    def parse(cls, text: str) -> RateLimit | None:
        """The limit written as "100/15m", "5/10s" or "1000/1h"; None for "off".

        Raises:
            ValueError: anything else, with a sentence that shows how to write one.
        """
        if text.strip().lower() == "off":
            return None
        found = _TEXT.fullmatch(text)
        if found is None or int(found[1]) < 1 or int(found[2]) < 1:
            raise ValueError(f"“{text}” is no rate limit; write one like 100/15m, 5/10s or 1000/1h, or off.")
        return cls(int(found[1]), float(int(found[2]) * _SECONDS[found[3].lower()]))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the limiter says to one request: whether it may pass, and the numbers for the headers.

    `full_in` is in seconds from now, until the bucket is full if nobody takes from it; `retry_after` in whole seconds,
    until at least one token is there (0 where the request passed).
    """

    allowed: bool
    limit: int
    remaining: int
    full_in: float
    retry_after: int


class TokenBucket:
    """The documented bucket of one client: it starts full, and `clock` tells the time.

    `floor(elapsed / window * limit)` tokens are added when that is at least 1, and only then does the refill clock
    move, to now (contract, "The rate limit"); the fraction that such a refill cuts off is lost, as it is on the site.
    """

    def __init__(self, rate: RateLimit, clock: Clock) -> None:
        self._rate = rate
        self._clock = clock
        self._tokens = rate.limit
        self._refilled = clock()

    def take(self) -> Verdict:
        """Let one request pass if a token is left; a refused request costs nothing."""
        now = self._refill()
        allowed = self._tokens >= 1
        if allowed:
            self._tokens -= 1
        missing = self._rate.limit - self._tokens
        full_at = self._refilled + missing * self._rate.window / self._rate.limit
        return Verdict(
            allowed=allowed,
            limit=self._rate.limit,
            remaining=self._tokens,
            full_in=max(0.0, full_at - now) if missing else 0.0,
            retry_after=0 if allowed else self._seconds_to_token(now),
        )

    def use(self, count: int) -> int:
        """Take up to `count` tokens at once and say how many there were."""
        self._refill()
        taken = max(0, min(count, self._tokens))
        self._tokens -= taken
        return taken

    def remaining(self) -> int:
        """The tokens there are now."""
        self._refill()
        return self._tokens

    def _refill(self) -> float:
        now = self._clock()
        gained = self._gain(now)
        if gained >= 1:
            self._tokens = min(self._rate.limit, self._tokens + gained)
            self._refilled = now
        return now

    def _gain(self, at: float) -> int:
        return math.floor((at - self._refilled) / self._rate.window * self._rate.limit)

    def _seconds_to_token(self, now: float) -> int:
        """The first whole second at which the formula itself gives a token: rounding may make it one more."""
        seconds = max(1, math.ceil(self._refilled + self._rate.window / self._rate.limit - now))
        while self._gain(now + seconds) < 1:
            seconds += 1
        return seconds


class Limiter:
    """A bucket for each client address; safe to use from several threads. Without a rate it lets everything pass."""

    def __init__(self, rate: RateLimit | None, clock: Clock = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: dict[str, TokenBucket] = {}

    @property
    def rate(self) -> RateLimit | None:
        """The limit in force; setting it gives every client a new, full bucket."""
        return self._rate

    @rate.setter
    def rate(self, rate: RateLimit | None) -> None:
        with self._lock:
            self._rate = rate
            self._buckets.clear()

    def check(self, client: str = LOCAL_CLIENT) -> Verdict | None:
        """Count one request of `client`; None when there is no limit."""
        with self._lock:
            bucket = self._bucket(client)
            return None if bucket is None else bucket.take()

    def take(self, count: int, client: str = LOCAL_CLIENT) -> int:
        """Use up to `count` tokens, as another program at the same address would; gives how many there were."""
        with self._lock:
            bucket = self._bucket(client)
            return 0 if bucket is None else bucket.use(count)

    def remaining(self, client: str = LOCAL_CLIENT) -> int:
        """How many requests of `client` would pass at once; looking costs nothing. 0 when there is no limit."""
        with self._lock:
            bucket = self._bucket(client)
            return 0 if bucket is None else bucket.remaining()

    def _bucket(self, client: str) -> TokenBucket | None:
        if self._rate is None:
            return None
        if client not in self._buckets:
            self._buckets[client] = TokenBucket(self._rate, self._clock)
        return self._buckets[client]
