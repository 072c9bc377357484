"""The part about the rate limit, the whole engine in simulated time: how much longer than necessary, and 429s."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.helpers.simulated_sending import Run, optimum, send_all
from tests.helpers.simulated_server import SITE, Seconds, Visits, bursts, constant, poisson, regular

from .measure import Result, Sample

_COUNTS: Final = (100, 300, 2000)
_TRIP: Final = 0.2
_OTHERS: Final[dict[str, Callable[[], Visits]]] = {
    "every 27 s": regular,
    "at random": lambda: poisson(seed=3),
    "in bursts of 10": lambda: bursts(seed=4),
}
_OPTIMUM: Final = "what the bucket or six in flight need"
_LEFT_OVER: Final = "one every 9 s, less what the other took"


def pace() -> list[Result]:
    """100, 300 and 2,000 changes with 0.2 s there and back: alone, and beside a client that takes a third."""
    return [*(one for count in _COUNTS for one in _alone(count)), *(one for name in _OTHERS for one in _beside(name))]


def _latency() -> tuple[Seconds, Seconds]:
    return constant(_TRIP / 2), constant(_TRIP / 2)


def _alone(count: int) -> list[Result]:
    up, down = _latency()
    run = send_all(count, up=up, down=down)
    what = f"{count:,} changes alone"
    return [_row(what, "s simulated", run.seconds, optimum(count, _latency), _OPTIMUM), _refusals(what, run)]


def _beside(other: str) -> list[Result]:
    found = []
    for count in _COUNTS[1:]:  # a hundred are through before the other one comes
        up, down = _latency()
        run = send_all(count, up=up, down=down, other=_OTHERS[other]())
        left_over = (count + run.others - SITE.limit) * SITE.window / SITE.limit
        what = f"{count:,}, another takes {other}"
        found += [_row(what, "s simulated", run.seconds, left_over, _LEFT_OVER), _refusals(what, run)]
    return found


def _refusals(what: str, run: Run) -> Result:
    return _row(f"{what}: 429s", "requests", run.refused, run.requests, "all requests")


def _row(what: str, unit: str, ours: float, baseline: float, against: str) -> Result:
    return Result(what, unit, Sample((ours,)), Sample((baseline,)), against)
