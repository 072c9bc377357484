from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.domain.errors import (
    ConnectionBrokenError,
    JoipError,
    NotFoundError,
    PictureError,
    RateLimitedError,
    ServerFaultError,
    TimedOutError,
    UnreachableError,
)
from joip_desktop.engine.picture_failures import Failures

PASSING = [
    UnreachableError("A can't be reached."),
    TimedOutError("A is too slow."),
    ConnectionBrokenError("A broke off."),
    ServerFaultError("A fails.", status=503),
    RateLimitedError("A wants fewer."),
]
LASTING = [PictureError("A is no picture."), NotFoundError("A is not there.", status=404), JoipError("A is odd.")]


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def rest_of(failures: Failures, clock: Clock) -> float:
    """Seconds until "a" may be tried again, by trying the clock."""
    start = clock.now
    while failures.holds("a"):
        clock.now += 1
        assert clock.now < start + 10_000
    return clock.now - start


@pytest.mark.parametrize("error", PASSING)
def test_what_may_pass_rests_for_a_minute_then_twice_as_long(error: JoipError, clock: Clock) -> None:
    failures = Failures(clock=clock)
    assert not failures.holds("a")
    rests = []
    for _ in range(8):
        failures.add("a", error)
        assert failures.sentence("a") == error.sentence
        rests.append(rest_of(failures, clock))
    assert rests == [60, 120, 240, 480, 960, 1800, 1800, 1800]
    failures.forget("a")
    assert failures.sentence("a") is None
    failures.add("a", error)
    assert rest_of(failures, clock) == 60


@pytest.mark.parametrize("error", LASTING)
def test_what_lasts_is_not_tried_again(error: JoipError, clock: Clock) -> None:
    failures = Failures(clock=clock)
    failures.add("a", error)
    clock.now += 1e9
    assert failures.holds("a")
    failures.forget_passing()
    assert failures.holds("a")
    assert failures.sentence("a") == error.sentence
    assert failures.sentence("b") is None


@pytest.mark.parametrize(("told", "rest"), [(None, 60), (5.0, 60), (90.0, 90), (1e9, 1800), (0.0, 60)])
def test_a_host_may_say_how_long_it_wants_to_rest(told: float | None, rest: float, clock: Clock) -> None:
    failures = Failures(clock=clock)
    failures.add("a", RateLimitedError("A wants fewer.", retry_after=told))
    assert rest_of(failures, clock) == rest


def test_failures_that_began_together_count_as_one(clock: Clock) -> None:
    failures = Failures(clock=clock)
    for _ in range(6):
        failures.add("a", PASSING[0])
    assert rest_of(failures, clock) == 60


def test_a_rest_is_shared(clock: Clock) -> None:
    hosts, pictures = Failures(clock=clock), Failures(clock=clock)
    hosts.add("host", PASSING[0])
    clock.now += 20
    pictures.share("a", hosts, "host")
    assert pictures.sentence("a") == PASSING[0].sentence
    assert rest_of(pictures, clock) == 40
    pictures.add("a", PASSING[1])
    assert rest_of(pictures, clock) == 120


def test_passing_failures_can_be_forgotten_at_once(clock: Clock) -> None:
    failures = Failures(clock=clock)
    failures.add("a", PASSING[0])
    failures.add("b", LASTING[0])
    failures.forget_passing()
    assert (failures.holds("a"), failures.holds("b"), len(failures)) == (False, True, 1)


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from([*PASSING, *LASTING])), max_size=60))
def test_only_so_many_are_remembered(steps: list[tuple[int, JoipError]]) -> None:
    failures = Failures(clock=Clock(), most=5)
    for name, error in steps:
        failures.add(str(name), error)
        assert failures.holds(str(name))
        assert len(failures) <= 5


def test_those_that_are_asked_about_are_remembered_longest(clock: Clock) -> None:
    failures = Failures(clock=clock, most=2)
    failures.add("a", LASTING[0])
    failures.add("b", LASTING[0])
    assert failures.holds("a")
    failures.add("c", LASTING[0])
    assert (failures.holds("a"), failures.holds("b"), failures.holds("c")) == (True, False, True)
