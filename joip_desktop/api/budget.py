"""The token budget: headers and a clock in, "when may I send" out."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from joip_desktop.domain.quota import Quota

WINDOW: Final = 900.0
"""Seconds in which an empty bucket fills up (contract: 100 tokens over 15 minutes); no header tells it."""

_LATE: Final = 60.0
"""Seconds in which a request that was given up, after a time-out for example, may still reach the server."""

_GATHER, _GATHER_SHARED = 5, 12
"""Refills that bulk work waits for before it uses them together: alone, and for a window after another client showed.

Each round costs its round trips once, so five keep a trip of half a second below 2 % of the time. Where others take
tokens, the more refills are assumed, the less likely is it that not one of them is left.
"""

_MARGIN: Final = 0.02
"""Seconds on top of a wait, for clocks that count in milliseconds or run a little apart."""

_HAIR: Final = 1e-9
_SHORTEST_HOLD, _LONGEST_HOLD, _USUAL_HOLD = 1.0, 3600.0, 9.0
_LARGEST_LIMIT: Final = 10**9


class Ticket:
    """Leave to send one request; ends by exactly one of answered, refused, lost or given back."""

    __slots__ = ("number", "overlapping")

    def __init__(self, number: int, overlapping: int) -> None:
        self.number = number
        self.overlapping = overlapping


class TokenBudget:
    """Keeps a lower bound on the tokens in the server's bucket, so that alone on its address nobody is refused.

    The server adds `floor(elapsed / window * limit)` tokens when that is at least one, and only then moves its refill
    clock (contract); whether the clock moves to now or by whole tokens is not said, so the bound holds for both:

    - A request takes one token from the bound when it leaves. An answer's `remaining` less the requests whose flight
      overlapped it is a bound too; the greater one counts, but never more than `remaining`, which shows other clients.
    - Refills are counted from the arrival of the latest answer, when the server's clock can't be later, and only while
      nothing is on its way: a request in flight may move the server's clock at any moment.
    - A request that was given up may be counted later, and move the clock then, which cuts off less than a token. So
      it costs a second token, and an answer soon after it does not show what it costs.

    Who shares the address makes the bound wrong, and that shows only in an answer. So tokens that an answer has vouched
    for are used at once, but of refills that are only assumed a few in `_gather` go ahead, one as a rule, and their
    answers vouch for the others. Both only delay what the bound would allow, so alone it still holds.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        window: float = WINDOW,
    ) -> None:
        self._clock = clock
        self._wall_clock = wall_clock
        self._window = window
        self._limit: int | None = None
        self._unlimited = False
        self._tokens = 0
        self._vouched = 0
        """How many of the tokens are more than assumed; below 1, none."""
        self._others_seen = -math.inf
        self._anchor = clock()
        self._hold_until = -math.inf
        self._holding = False
        self._flying: set[Ticket] = set()
        self._taken = 0
        self._given_up: list[float] = []
        self._callbacks: list[Callable[[], None]] = []

    # --- asking -----------------------------------------------------------------------------------------------------

    def delay(self, wanted: int = 1) -> float:
        """Seconds until a request may be sent: 0.0 is now, infinity is "when an answer that is out has come".

        `wanted` is how many requests wait that can as well go together a little later; with 1, a token is enough.
        """
        now = self._clock()
        if now < self._hold_until:
            return self._hold_until - now
        if self._limit is None:
            return 0.0 if self._unlimited or not self._flying else math.inf
        bound = self._available(now)
        if min(self._vouched, bound) > 0:
            return 0.0
        if self._flying:
            return math.inf
        needed = max(1, min(wanted, self._gather(), self._most(now)))
        return 0.0 if bound >= needed else self._wait_for(needed, now)

    @property
    def shared(self) -> bool:
        """Whether another client of the same address has shown within the last window: tokens went without us."""
        return self._clock() - self._others_seen < self._window

    def quota(self) -> Quota:
        """What is known of the limit now."""
        if self._limit is None:
            return Quota(limit=None, remaining=None, next_in=self._finite(self.delay()))
        remaining = 0 if self.delay() else self._available(self._clock())
        return Quota(limit=self._limit, remaining=remaining, next_in=0.0 if remaining else self._finite(self.delay()))

    def time_for(self, requests: int) -> float:
        """Seconds until that many more requests may have been sent, at the least."""
        if requests <= 0:
            return 0.0
        now = self._clock()
        start = max(now, self._hold_until)
        if self._limit is None:
            return start - now
        at_once = max(0, self._available(start))
        if requests <= at_once:
            return start - now
        interval = self._window / self._limit
        first = interval
        if not self._flying and self._tokens + self._refilled(start) <= at_once:  # no token was lost to a full bucket
            wait = self._wait_for(at_once + 1, start)
            first = min(wait, interval) if at_once else wait
        return start - now + first + (requests - at_once - 1) * interval

    # --- telling ----------------------------------------------------------------------------------------------------

    def take(self) -> Ticket:
        """A request goes out now; the caller has seen that `delay` is 0."""
        now = self._clock()
        if self._limit is not None:
            refilled, bound = self._refilled(now), self._available(now)
            if not self._flying:
                self._vouched = max(self._vouched, bound // self._gather())
            self._tokens = bound - 1
            self._vouched -= 1
            self._anchor += refilled * self._window / self._limit
        self._holding = self._holding and now < self._hold_until
        self._taken += 1
        ticket = Ticket(self._taken, len(self._flying))
        self._flying.add(ticket)
        self._tell()
        return ticket

    def give_back(self, ticket: Ticket) -> None:
        """The request was not sent after all."""
        if ticket in self._flying:
            self._flying.discard(ticket)
            self._tokens += 1
            self._vouched += 1
            self._tell()

    def lost(self, ticket: Ticket) -> None:
        """No answer came; whether the server counted the request is not known, so it did."""
        if ticket in self._flying:
            self._flying.discard(ticket)
            self._anchor = self._clock()
            self._given_up = [moment for moment in self._given_up if self._anchor - moment < _LATE]
            self._given_up.append(self._anchor)
            self._tokens -= 1
            self._vouched -= 1
            self._tell()

    def answered(self, ticket: Ticket, headers: Mapping[str, str]) -> None:
        """An answer came, whatever it says."""
        if ticket not in self._flying:
            return
        self._flying.discard(ticket)
        self._read(ticket, headers)
        self._tell()

    def refused(self, ticket: Ticket, headers: Mapping[str, str], retry_after: float | None) -> float:
        """A 429: nothing is sent for as long as told. Returns the seconds.

        The body's `retryAfter` counts first, then the `Retry-After` header, then the reset header.
        """
        waits = (_sane(retry_after), *self._told(headers))
        told = next((one for one in waits if one is not None), _USUAL_HOLD)
        seconds = min(max(told, _SHORTEST_HOLD), _LONGEST_HOLD)
        if ticket not in self._flying:
            return seconds
        self._flying.discard(ticket)
        self._read(ticket, headers)
        self._hold_until = max(self._hold_until, self._clock() + seconds)
        self._holding = True
        self._others_seen = self._clock()
        self._tokens = min(self._tokens, 0)
        self._vouched = min(self._vouched, 0)
        self._unlimited = False  # so that one request alone finds out whether the limit still stands
        self._tell()
        return seconds

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` after each change; the function returned ends that."""
        self._callbacks.append(callback)

        def unsubscribe() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return unsubscribe

    # --- the bound --------------------------------------------------------------------------------------------------

    def _available(self, now: float) -> int:
        if self._limit is None:
            return 0
        tokens = min(self._most(now), self._tokens + self._refilled(now))
        # After a hold one request is due, whatever the books say: the server told so.
        return max(tokens, 1) if self._holding else tokens

    def _gather(self) -> int:
        """How many refills bulk work waits for; no more than half of the bucket, or it might run over."""
        return max(1, min(_GATHER_SHARED if self.shared else _GATHER, (self._limit or 0) // 2))

    def _most(self, now: float) -> int:
        """What a full bucket is sure to hold."""
        return max(1, (self._limit or 0) - 2 * self._late(now))

    def _wait_for(self, tokens: int, now: float) -> float:
        """Seconds until the bound is that high, if a limit is known and nothing is on its way."""
        interval = self._window / (self._limit or 1)
        return max(self._anchor + _MARGIN + (tokens - self._tokens) * interval - now, _MARGIN)

    def _refilled(self, now: float) -> int:
        """Whole tokens since the latest answer; none while a request on its way may move the server's clock."""
        if self._limit is None or self._flying:
            return 0
        elapsed = max(0.0, now - self._anchor - _MARGIN)
        # A hair more, or rounding would miss a token at the moment that `delay` had named; the margin covers it.
        return math.floor(elapsed * self._limit / self._window + _HAIR)

    def _late(self, now: float) -> int:
        """How many requests that were given up may still reach the server."""
        return sum(now - moment < _LATE for moment in self._given_up)

    def _read(self, ticket: Ticket, headers: Mapping[str, str]) -> None:
        told = {name.lower(): value for name, value in headers.items()}
        limit = _count(told.get("x-ratelimit-limit")) or self._limit
        remaining = _count(told.get("x-ratelimit-remaining"))
        if limit is not None and remaining is not None:
            known = self._limit is not None
            if known and remaining < self._tokens:
                self._others_seen = self._clock()
            overlapping = ticket.overlapping + self._taken - ticket.number
            least = min(remaining, limit) - overlapping - 2 * self._late(self._clock())
            self._tokens = min(max(self._tokens, least), remaining) if known else least
            self._vouched = min(max(self._vouched, least), self._tokens) if known else least
            self._limit, self._unlimited = limit, False
        elif self._limit is None:
            self._unlimited = True
        self._anchor = self._clock()

    def _told(self, headers: Mapping[str, str]) -> tuple[float | None, float | None]:
        """The seconds to wait by `Retry-After` and by the reset header; a header that makes no sense tells nothing."""
        told = {name.lower(): value for name, value in headers.items()}
        # The server's own clock where it shows it: the person's may be minutes off.
        now = _moment(told.get("date")) or self._wall_clock()
        return _wait(told.get("retry-after"), now), _wait(told.get("x-ratelimit-reset"), now)

    def _tell(self) -> None:
        for callback in tuple(self._callbacks):
            callback()

    @staticmethod
    def _finite(seconds: float) -> float | None:
        return seconds if math.isfinite(seconds) else None


def _count(text: str | None) -> int | None:
    """A whole number from 0 up; None for anything else."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return int(number) if 0 <= number <= _LARGEST_LIMIT else None


def _moment(text: str | None) -> datetime | None:
    """An HTTP date or an ISO timestamp."""
    if not text:
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = read(text)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None


def _wait(text: str | None, now: datetime) -> float | None:
    """Seconds, given as a number or as a moment."""
    try:
        seconds = float(text or "")
    except ValueError:
        moment = _moment(text)
        return None if moment is None else (moment - now).total_seconds()
    return _sane(seconds)


def _sane(seconds: float | None) -> float | None:
    return seconds if seconds is not None and math.isfinite(seconds) and seconds >= 0 else None
