"""The time left as it is foretold at every confirmation, against what it then really took: the simulation judges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from joip_desktop.domain.quota import Quota
from joip_desktop.engine.estimate import Pace
from joip_desktop.mock.limiter import RateLimit
from tests.helpers.fakes import FakeBudget
from tests.helpers.simulated_sending import send
from tests.helpers.simulated_server import Visits, bursts, constant, poisson, regular, uniform

TENTH = 10
_NO_BURST = 130
"""By this confirmation two rounds of the paced phase have been seen, the fewest that tell anything."""


# --- in simulated time ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("trip", [0.02, 0.1, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("count", [100, 300])
def test_alone_the_time_left_is_true_from_the_tenth_confirmation_on(count: int, trip: float) -> None:
    run = send(count, up=constant(trip / 2), down=constant(trip / 2))
    assert run.untrue(since=TENTH) == []


@pytest.mark.parametrize("trip", [0.1, 2.0])
def test_the_same_for_two_thousand_changes(trip: float) -> None:
    run = send(2000, up=constant(trip / 2), down=constant(trip / 2))
    assert run.untrue(since=TENTH) == []


@pytest.mark.parametrize("longest", [0.5, 1.0])
@pytest.mark.parametrize("count", [100, 300])
def test_trips_of_any_length_average_out(count: int, longest: float) -> None:
    run = send(count, up=uniform(0, longest / 2, seed=1), down=uniform(0, longest / 2, seed=2))
    assert run.untrue(since=TENTH) == []


def test_trips_up_to_two_seconds_need_some_more_of_them() -> None:
    """Ten trips that differ so much don't tell their mean to a tenth: those that came first are the short ones."""
    run = send(100, up=uniform(0, 1, seed=1), down=uniform(0, 1, seed=2))
    assert run.untrue(since=40) == []
    assert run.untrue(since=TENTH, within=0.25) == []


@pytest.mark.parametrize("trip", [0.02, 0.2, 2.0])
@pytest.mark.parametrize("count", [300, 2000])
def test_a_server_with_a_shorter_window_is_seen_after_two_rounds(count: int, trip: float) -> None:
    """100 per 5 minutes. Before the bucket is dry, nothing that a server tells shows its window."""
    run = send(count, rate=RateLimit(100, 300.0), up=constant(trip / 2), down=constant(trip / 2))
    assert run.untrue(since=150) == []


def test_a_server_with_a_longer_window_is_seen_too() -> None:
    """100 per 30 minutes; in the last round fractions of a token decide."""
    run = send(300, rate=RateLimit(100, 1800.0), up=constant(0.1), down=constant(0.1))
    assert run.untrue(since=_NO_BURST, until=6) == []


@pytest.mark.parametrize("count", [300, 2000])
def test_another_client_is_in_it_after_two_rounds(count: int) -> None:
    """It takes one every 27 s; in the last two rounds it decides by a token whether there is one round more."""
    run = send(count, up=constant(0.1), down=constant(0.1), other=regular())
    assert run.untrue(since=_NO_BURST, until=16) == []


@pytest.mark.parametrize("other", [lambda: poisson(seed=3), lambda: bursts(seed=4)], ids=["any moment", "bursts"])
def test_another_client_at_random_blurs_it(other: Callable[[], Visits]) -> None:
    """Nobody knows what it will take: its last hour is 10 % off its next one. So most guesses are true, not all."""
    run = send(2000, up=constant(0.1), down=constant(0.1), other=other())
    looked_at = 2000 - 100 - 200
    assert len(run.untrue(since=200, until=100)) < 0.45 * looked_at
    assert len(run.untrue(since=200, until=100, within=0.2)) < 0.1 * looked_at


def test_the_rate_is_that_of_the_burst_and_then_that_of_the_refill() -> None:
    run = send(300, up=constant(0.25), down=constant(0.25))
    burst, paced = run.rates[89], run.rates[-1]
    assert burst == pytest.approx(60 * 6 / 0.5, rel=0.05)
    assert paced == pytest.approx(60 / 9, rel=0.2)


# --- step by step -----------------------------------------------------------------------------------------------------


class ToldBudget(FakeBudget):
    """A bucket with `left` tokens that refills one every nine seconds; `left` None is no limit at all."""

    def __init__(self, left: int | None) -> None:
        super().__init__()
        self.left = left
        self.held = 0.0

    def quota(self) -> Quota:
        return Quota(limit=None if self.left is None else 100, remaining=self.left, next_in=0.0)

    def time_for(self, requests: int) -> float:
        return self.held + (0.0 if self.left is None else max(0, requests - self.left) * 9.0)


def confirm(pace: Pace, budget: ToldBudget, *moments: float, trip: float = 1.0) -> None:
    """Requests one at a time."""
    for number, at in enumerate(moments):
        pace.sent(number, at - trip)
        pace.confirmed(number, at, budget)


def test_before_anything_is_known_the_schedule_is_all_there_is() -> None:
    pace = Pace(lanes=6)
    assert pace.seconds_for(0, 0.0, ToldBudget(99)) == 0
    assert pace.seconds_for(99, 0.0, ToldBudget(99)) == 0
    assert pace.seconds_for(300, 0.0, ToldBudget(100)) == 1800
    assert pace.seconds_for(300, 0.0, ToldBudget(None)) == 0
    assert pace.rate(0.0) is None


def test_without_a_limit_the_trips_decide() -> None:
    pace, budget = Pace(lanes=6), ToldBudget(None)
    confirm(pace, budget, 1.0, 2.0, 3.0)
    assert pace.seconds_for(60, 3.0, budget) == 10
    assert pace.seconds_for(61, 3.0, budget) == 11


def test_what_is_under_way_is_counted_by_its_age() -> None:
    pace, budget = Pace(lanes=2), ToldBudget(None)
    confirm(pace, budget, 1.0, 3.0, trip=2.0)
    pace.sent(7, 3.0)
    assert pace.seconds_for(0, 3.0, budget) == 2
    assert pace.seconds_for(0, 4.5, budget) == 0.5
    assert pace.seconds_for(0, 9.0, budget) == 0
    assert pace.seconds_for(2, 4.5, budget) == 2.5
    pace.failed(7)
    assert pace.seconds_for(0, 3.0, budget) == 0


def test_a_hold_comes_on_top() -> None:
    pace, budget = Pace(lanes=6), ToldBudget(0)
    budget.held = 30.0
    assert pace.seconds_for(10, 0.0, budget) == 120


def test_the_first_round_does_not_count_and_the_later_ones_do() -> None:
    pace, budget = Pace(lanes=6), ToldBudget(0)
    confirm(pace, budget, 0.0)
    confirm(pace, budget, 1.0)
    assert pace.seconds_for(10, 1.0, budget) == 90
    confirm(pace, budget, 19.0)
    assert pace.seconds_for(10, 19.0, budget) == 180


def test_an_interruption_is_no_slow_round_and_what_was_known_stays() -> None:
    pace, budget = Pace(lanes=6), ToldBudget(0)
    confirm(pace, budget, 0.0, 18.0, 36.0)
    pace.interrupted()
    assert pace.rate(5000.0) is None
    confirm(pace, budget, 5000.0, 5018.0, 5036.0)
    assert pace.seconds_for(10, 5036.0, budget) == 180


def test_the_rate_looks_back_five_minutes() -> None:
    pace, budget = Pace(lanes=6), ToldBudget(50)
    confirm(pace, budget, *(float(at) for at in range(1, 1201)))
    assert pace.rate(1200.0) == pytest.approx(60, rel=0.02)
    assert pace.rate(1350.0) == pytest.approx(30, rel=0.02)
    assert pace.rate(2000.0) is None
