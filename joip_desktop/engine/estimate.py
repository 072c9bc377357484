"""How long it still takes: the budget's schedule, corrected by what the network and the server have shown so far."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Final

from joip_desktop.engine.ports import Budget

_SHORTEST_LOOK, _LONGEST_LOOK = 600.0, 3600.0
"""Seconds of paced sending that are looked back on: as many as are still to come, within these limits."""

_RECENT: Final = 300.0
"""Seconds that the rate for display looks back: several rounds of the paced phase."""

_ROUNDS: Final = 400
"""More than the longest look back holds; the shortest round is a token."""

_TRIPS: Final = 60
"""Round trips that the usual one is measured over."""


@dataclass(frozen=True, slots=True)
class _Round:
    """What came from one dry moment to the next."""

    seconds: float
    confirmed: float


class Pace:
    """Fed with every request that leaves and ends; times are of one monotonic clock, in seconds.

    While tokens last, `lanes` requests are on their way at once, and the round trip decides. Once the bucket is dry,
    the refill does, and it may be another one than the budget assumes: other clients take their share, and a server
    may have another window. It is measured in rounds, from one dry moment to the next, because the refills of a round
    go out together. The first round does not count: what refilled during the burst is sent in it.
    """

    def __init__(self, *, lanes: int) -> None:
        self._lanes = lanes
        self._flying: dict[int, float] = {}
        self._trips: deque[float] = deque(maxlen=_TRIPS)
        self._rounds: deque[_Round] = deque(maxlen=_ROUNDS)
        self._dry: deque[float] = deque(maxlen=2)
        self._since_dry = 0
        self._since: float | None = None
        self._confirmed: deque[float] = deque()
        self._limit: int | None = None

    # --- telling ----------------------------------------------------------------------------------------------------

    def sent(self, what: int, at: float) -> None:
        """A request leaves; `what` is any number of its own, such as the session's."""
        self._flying[what] = at
        if self._since is None:
            self._since = at

    def confirmed(self, what: int, at: float, budget: Budget) -> None:
        """The server has confirmed it, and the budget knows of the answer."""
        self._trips.append(at - self._flying.pop(what, at))
        self._confirmed.append(at)
        self._forget(at)
        self._since_dry += 1
        quota = budget.quota()
        if quota.limit != self._limit:  # another server, or another limit: its rounds are others, too
            self._limit = quota.limit
            self._rounds.clear()
            self._dry.clear()
        if not self._flying and quota.remaining == 0:
            self._ran_dry(at)

    def failed(self, what: int) -> None:
        """It ended in any other way."""
        self._flying.pop(what, None)

    def interrupted(self) -> None:
        """Nothing waits any more, or sending rests: the time until the next request tells nothing about the pace."""
        self._dry.clear()
        self._since = None
        self._confirmed.clear()

    def _ran_dry(self, at: float) -> None:
        if not self._dry:
            self._since = at  # the burst before it would make the rate look better for minutes
            self._confirmed.clear()
        elif len(self._dry) > 1:
            self._rounds.append(_Round(at - self._dry[-1], self._since_dry))
        self._dry.append(at)
        self._since_dry = 0

    # --- asking -----------------------------------------------------------------------------------------------------

    def seconds_for(self, waiting: int, now: float, budget: Budget) -> float:
        """Seconds until everything in flight and `waiting` more requests are confirmed."""
        at_once = min(waiting, waiting if (left := budget.quota().remaining) is None else left)
        network = self._through(at_once, now)
        paced = waiting - at_once
        schedule = budget.time_for(waiting)
        if not paced:
            return schedule + network
        interval = budget.time_for(waiting + 1) - schedule
        return network + max(0.0, schedule + self._paced(paced, interval) - paced * interval)

    def rate(self, now: float) -> float | None:
        """Changes confirmed per minute over the last minutes; None while there is nothing to tell."""
        self._forget(now)
        if self._since is None or not self._confirmed:
            return None
        seconds = now - max(self._since, now - _RECENT)
        return len(self._confirmed) * 60.0 / seconds if seconds > 0 else None

    def _forget(self, now: float) -> None:
        while self._confirmed and now - self._confirmed[0] > _RECENT:
            self._confirmed.popleft()

    def _paced(self, requests: int, interval: float) -> float:
        """Seconds from a dry moment until so many more requests are confirmed; `interval` is the budget's schedule."""
        usual = self._usual_round(requests * interval)
        if usual is None:
            return requests * interval
        rounds, rest = divmod(requests, usual.confirmed)
        # A last round is shorter, but not where more refills come than the budget assumes, for it waits for those.
        spacing = max(usual.seconds / usual.confirmed, interval)
        return rounds * usual.seconds + min(rest * spacing, usual.seconds)

    def _usual_round(self, ahead: float) -> _Round | None:
        """The mean of the latest rounds, looking back about as far as ahead; None where there is none yet."""
        seconds, confirmed, rounds = 0.0, 0.0, 0
        for one in reversed(self._rounds):
            seconds, confirmed, rounds = seconds + one.seconds, confirmed + one.confirmed, rounds + 1
            if seconds >= min(max(ahead, _SHORTEST_LOOK), _LONGEST_LOOK):
                break
        return _Round(seconds / rounds, confirmed / rounds) if rounds else None

    def _through(self, requests: int, now: float) -> float:
        """Seconds until what is in flight and so many more are through, with a token for each of them."""
        if not requests and not self._flying:
            return 0.0
        trip = sum(self._trips) / len(self._trips) if self._trips else 0.0
        ends = sorted(max(0.0, trip - (now - at)) for at in self._flying.values())
        ends = [0.0] * (self._lanes - len(ends)) + ends
        rounds, rest = divmod(requests, len(ends))
        return max(end + trip * (rounds + (lane < rest)) for lane, end in enumerate(ends))
