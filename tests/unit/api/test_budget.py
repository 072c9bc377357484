"""The budget against a simulated server: in simulated time, so that nothing here waits."""

from __future__ import annotations

import heapq
import itertools
import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from joip_desktop.api.budget import Ticket, TokenBudget
from tests.helpers import strategies

IN_FLIGHT = 6
WINDOW = 900.0
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def new_budget(clock: Callable[[], float]) -> TokenBudget:
    return TokenBudget(clock=clock, wall_clock=lambda: NOW, window=WINDOW)


def told(remaining: object, limit: object = 100) -> dict[str, str]:
    return {"X-RateLimit-Limit": str(limit), "X-RateLimit-Remaining": str(remaining)}


# --- a server and its clients, in simulated time ----------------------------------------------------------------------


@dataclass
class Bucket:
    """The bucket as the contract documents it; `by_whole_tokens` is the other reading of "the refill clock moves"."""

    limit: int
    tokens: int
    refilled_at: float
    by_whole_tokens: bool

    def take(self, now: float) -> bool:
        gained = math.floor((now - self.refilled_at) / WINDOW * self.limit)
        if gained >= 1:
            self.tokens = min(self.limit, self.tokens + gained)
            self.refilled_at = self.refilled_at + gained * WINDOW / self.limit if self.by_whole_tokens else now
        if self.tokens < 1:
            return False
        self.tokens -= 1
        return True

    def retry_after(self, now: float) -> int:
        return max(1, math.ceil(self.refilled_at + WINDOW / self.limit - now))


@dataclass(frozen=True)
class Trip:
    """How one request travels: seconds there and back; None there is "never arrives", None back "never answered"."""

    there: float | None
    back: float | None
    given_up_after: float = 30.0


@dataclass
class World:
    """One client that sends as soon as its budget lets it, and the server; `thief` is a second client."""

    bucket: Bucket
    trip: Callable[[], Trip]
    pause: Callable[[], float] = lambda: 0.0
    thief: Callable[[], float] | None = None
    wanted: int = 1
    clock: Clock = field(default_factory=Clock)
    refused: int = 0
    answered: int = 0
    most_in_flight: int = 0

    def __post_init__(self) -> None:
        self.budget = new_budget(self.clock)
        self._events: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = itertools.count()
        self._in_flight = 0

    def _at(self, seconds: float, action: Callable[[], None]) -> None:
        heapq.heappush(self._events, (self.clock.now + seconds, next(self._numbers), action))

    def run(self, requests: int) -> float:
        """Send until so many were answered with success; returns the seconds it took."""
        start = self.clock.now
        if self.thief:
            self._at(self.thief(), self._steal)
        sendable_at = start
        for _ in range(100 * requests):
            if self.answered >= requests:
                return self.clock.now - start
            due = max(sendable_at, self.clock.now + self.budget.delay(self.wanted))
            if self._in_flight >= IN_FLIGHT:
                due = math.inf
            if due <= self.clock.now:
                self._send()
                sendable_at = self.clock.now + self.pause()
            elif self._events and self._events[0][0] <= due:
                self.clock.now, _, action = heapq.heappop(self._events)
                action()
            else:
                assert due < math.inf, "frozen: nothing is on its way, and the budget waits for an answer"
                self.clock.now = due
        raise AssertionError("never ready")

    def _send(self) -> None:
        ticket = self.budget.take()
        self._in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self._in_flight)
        trip = self.trip()
        if trip.there is not None:
            self._at(trip.there, lambda: self._arrive(ticket, trip))
        if trip.there is None or trip.back is None:
            self._at(trip.given_up_after, lambda: self._give_up(ticket))

    def _arrive(self, ticket: Ticket, trip: Trip) -> None:
        passed = self.bucket.take(self.clock.now)
        self.refused += not passed
        headers = told(self.bucket.tokens, self.bucket.limit)
        wait = None if passed else float(self.bucket.retry_after(self.clock.now))
        if trip.back is not None:
            self._at(trip.back, lambda: self._land(ticket, headers, wait))

    def _land(self, ticket: Ticket, headers: Mapping[str, str], wait: float | None) -> None:
        self._in_flight -= 1
        if wait is None:
            self.answered += 1
            self.budget.answered(ticket, headers)
        else:
            assert self.budget.refused(ticket, headers, wait) == wait
            assert self.budget.delay() >= wait - 1e-6

    def _give_up(self, ticket: Ticket) -> None:
        self._in_flight -= 1
        self.budget.lost(ticket)

    def _steal(self) -> None:
        assert self.thief
        self.bucket.take(self.clock.now)
        self._at(self.thief(), self._steal)


@settings(max_examples=120, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    by_whole_tokens=st.booleans(),
    limit=st.sampled_from([100, 100, 20, 7, 1]),
    latency=st.sampled_from([0.01, 0.2, 2.0, 12.0]),
    loss=st.sampled_from([0.0, 0.0, 0.03, 0.3]),
    idle=st.sampled_from([0.0, 0.02, 0.2]),
    wanted=st.sampled_from([1, 2, 1000]),
)
def test_alone_on_its_address_nobody_is_refused(
    *, seed: int, by_whole_tokens: bool, limit: int, latency: float, loss: float, idle: float, wanted: int
) -> None:
    dice = random.Random(seed)

    def trip() -> Trip:
        there, back = dice.uniform(0, latency), dice.uniform(0, latency)
        if dice.random() >= loss or limit < 20:
            return Trip(there, back)
        fate = dice.choice(["never arrived", "never answered", "arrived after it was given up"])
        if fate == "never arrived":
            return Trip(None, None, dice.uniform(0, 40))
        if fate == "never answered":
            return Trip(there, None, there + dice.uniform(0, 40))
        given_up = dice.uniform(0, 10)
        return Trip(given_up + dice.uniform(0, 59), None, given_up)

    def pause() -> float:
        return dice.choice([1.0, 8.9, 13.4, 100.0, 1500.0]) * dice.random() if dice.random() < idle else 0.0

    clock = Clock()
    refilled_at = clock.now - dice.uniform(0, WINDOW / limit)
    bucket = Bucket(limit, dice.randint(1, limit), refilled_at, by_whole_tokens)
    world = World(bucket, trip, pause, wanted=wanted, clock=clock)
    world.run(200 if limit > 1 else 40)
    assert world.refused == 0
    assert not world.budget.shared


@pytest.mark.parametrize("by_whole_tokens", [True, False])
def test_three_hundred_changes_take_hardly_longer_than_the_limit_asks(by_whole_tokens: bool) -> None:
    clock = Clock()
    world = World(Bucket(100, 100, clock.now, by_whole_tokens), lambda: Trip(0.1, 0.1), clock=clock)
    seconds = world.run(300)
    assert world.refused == 0
    assert 200 * 9.0 - 60 < seconds <= 200 * 9.0 * 1.03
    assert world.most_in_flight == IN_FLIGHT


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32), by_whole_tokens=st.booleans(), start=st.integers(0, 100))
def test_beside_another_client_it_waits_as_told_and_gets_there(seed: int, by_whole_tokens: bool, start: int) -> None:
    dice = random.Random(seed)
    clock = Clock()
    world = World(
        Bucket(100, start, clock.now, by_whole_tokens),
        lambda: Trip(dice.uniform(0, 0.5), dice.uniform(0, 0.5)),
        thief=lambda: dice.choice([0.5, 20.0]),
        clock=clock,
    )
    world.run(150)
    assert world.refused <= 150


def test_another_client_that_takes_all_it_can_is_met_with_refusals() -> None:
    clock = Clock()
    world = World(Bucket(100, 50, clock.now, False), lambda: Trip(0.1, 0.1), thief=lambda: 14.0, clock=clock)
    world.run(100)
    assert world.refused > 0


# --- before and without a limit ---------------------------------------------------------------------------------------


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def budget(clock: Clock) -> TokenBudget:
    return new_budget(clock)


def answer(budget: TokenBudget, remaining: object, limit: object = 100) -> None:
    budget.answered(budget.take(), told(remaining, limit))


def test_the_first_request_goes_alone(budget: TokenBudget) -> None:
    assert budget.delay() == 0
    probe = budget.take()
    assert budget.delay() == math.inf
    assert budget.quota().next_in is None
    budget.answered(probe, told(99))
    assert budget.delay() == 0
    assert budget.quota().remaining == 99


@pytest.mark.parametrize("end", ["lost", "give_back"])
def test_a_first_request_without_an_answer_is_followed_by_another_one(budget: TokenBudget, end: str) -> None:
    getattr(budget, end)(budget.take())
    assert budget.delay() == 0
    budget.take()
    assert budget.delay() == math.inf


def test_without_the_headers_there_is_no_limit(budget: TokenBudget) -> None:
    budget.answered(budget.take(), {})
    for _ in range(1000):
        budget.take()
    assert budget.delay() == 0
    assert budget.time_for(10**6) == 0
    assert (budget.quota().limit, budget.quota().remaining, budget.quota().next_in) == (None, None, 0)


def test_an_answer_without_the_headers_does_not_forget_the_limit(budget: TokenBudget) -> None:
    answer(budget, 2)
    budget.answered(budget.take(), {"Content-Type": "text/html"})
    assert (budget.quota().limit, budget.quota().remaining) == (100, 1)


def test_a_limit_that_turns_up_late_counts_what_is_on_its_way(budget: TokenBudget) -> None:
    budget.answered(budget.take(), {})
    first, *_others = [budget.take() for _ in range(4)]
    budget.answered(first, told(10))
    assert budget.quota().remaining == 7


def test_after_a_refusal_without_headers_one_request_goes_ahead_alone(budget: TokenBudget, clock: Clock) -> None:
    budget.answered(budget.take(), {})
    assert budget.refused(budget.take(), {}, None) == 9
    clock.now += 9
    assert budget.delay() == 0
    budget.take()
    assert budget.delay() == math.inf


def test_header_names_have_no_case(budget: TokenBudget) -> None:
    budget.answered(budget.take(), {"x-ratelimit-LIMIT": "100", "X-RATELIMIT-remaining": " 5 "})
    assert budget.quota().remaining == 5


# --- counting ---------------------------------------------------------------------------------------------------------


def test_answers_out_of_order_do_not_raise_the_bound(budget: TokenBudget) -> None:
    answer(budget, 10)
    first, second, third = (budget.take() for _ in range(3))
    budget.answered(third, told(7))
    assert budget.quota().remaining == 7
    budget.answered(first, told(9))
    assert budget.quota().remaining == 7
    budget.answered(second, told(8))
    assert budget.quota().remaining == 7


def test_another_client_shows_at_once(budget: TokenBudget) -> None:
    answer(budget, 90)
    answer(budget, 3)
    assert budget.quota().remaining == 3


def test_an_answer_on_its_own_corrects_a_bound_that_is_too_low(budget: TokenBudget) -> None:
    answer(budget, 10)
    answer(budget, 100)
    assert budget.quota().remaining == 100


def test_a_request_given_up_costs_two_tokens_until_it_can_not_arrive_any_more(
    budget: TokenBudget, clock: Clock
) -> None:
    answer(budget, 10)
    budget.lost(budget.take())
    assert budget.quota().remaining == 8
    answer(budget, 9)  # the server had not seen it by then
    assert budget.quota().remaining == 7
    clock.now += 61
    answer(budget, 14)
    assert budget.quota().remaining == 14


def test_a_token_comes_back_only_for_a_request_that_was_not_sent(budget: TokenBudget) -> None:
    answer(budget, 10)
    budget.give_back(budget.take())
    assert budget.quota().remaining == 10


def test_a_debt_larger_than_the_limit_is_paid_off_in_time(budget: TokenBudget, clock: Clock) -> None:
    budget.answered(budget.take(), {})
    first, *others = [budget.take() for _ in range(30)]
    budget.answered(first, told(0, 5))
    for ticket in others:
        budget.lost(ticket)
    clock.now += budget.delay()
    assert budget.delay() == 0


def test_nothing_refills_while_a_request_is_on_its_way(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 1)
    ticket = budget.take()
    clock.now += 500
    assert budget.delay() == math.inf
    budget.lost(ticket)
    assert 9 < budget.delay() < 18.1


def test_the_bucket_never_holds_more_than_the_limit(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 90)
    clock.now += 10_000
    assert budget.quota().remaining == 100
    for _ in range(100):
        budget.take()
    assert budget.delay() == math.inf


_ENDS: list[Callable[[TokenBudget, Ticket], object]] = [
    lambda budget, ticket: budget.answered(ticket, told(50)),
    lambda budget, ticket: budget.answered(ticket, {}),
    lambda budget, ticket: budget.refused(ticket, told(0), 300.0),
    lambda budget, ticket: budget.lost(ticket),
    lambda budget, ticket: budget.give_back(ticket),
]


@pytest.mark.parametrize("again", _ENDS)
@pytest.mark.parametrize("end", _ENDS)
def test_a_ticket_ends_once(
    budget: TokenBudget,
    clock: Clock,
    end: Callable[[TokenBudget, Ticket], object],
    again: Callable[[TokenBudget, Ticket], object],
) -> None:
    answer(budget, 60)
    ticket = budget.take()
    end(budget, ticket)
    clock.now += 5
    before = budget.quota(), budget.delay(), budget.time_for(200)
    again(budget, ticket)
    assert (budget.quota(), budget.delay(), budget.time_for(200)) == before


# --- refills that are only assumed ------------------------------------------------------------------------------------


def test_bulk_work_waits_until_some_refills_can_go_together_and_a_hand_edit_does_not(
    budget: TokenBudget, clock: Clock
) -> None:
    answer(budget, 0)
    assert 9 < budget.delay() < 9.1
    assert 18 < budget.delay(2) < 18.1
    assert 45 < budget.delay(1000) < 45.1
    clock.now += budget.delay()
    assert budget.delay() == 0
    assert budget.delay(1000) == pytest.approx(36)


def test_one_request_goes_ahead_and_its_answer_vouches_for_the_others(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 0)
    clock.now += budget.delay(1000)
    assert budget.quota().remaining == 5
    probe = budget.take()
    assert budget.delay() == math.inf
    assert budget.quota().remaining == 0
    budget.answered(probe, told(3))
    assert budget.delay(1000) == 0
    assert budget.quota().remaining == 3


def test_of_many_assumed_refills_every_fifth_may_go_ahead(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 0)
    clock.now += 10_000
    for _ in range(20):
        assert budget.delay(1000) == 0
        budget.take()
    assert budget.delay(1000) == math.inf


@pytest.mark.parametrize("end", ["lost", "give_back"])
def test_a_request_that_went_ahead_in_vain_is_followed_by_another_one(
    budget: TokenBudget, clock: Clock, end: str
) -> None:
    answer(budget, 0)
    clock.now += budget.delay(1000)
    getattr(budget, end)(budget.take())
    assert budget.delay() == 0
    assert (budget.delay(1000) > 0) == (end == "lost")


def test_tokens_that_an_answer_has_told_of_are_not_waited_for(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 2)
    clock.now += 5
    assert budget.delay(1000) == 0
    budget.take()
    assert budget.delay(1000) == 0


def test_after_many_losses_the_little_that_is_sure_is_not_waited_for_in_vain(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 9, 10)
    for ticket in [budget.take() for _ in range(4)]:
        budget.lost(ticket)
    clock.now += 50  # the losses still count, so no more than two tokens are sure
    assert budget.delay(2) <= budget.delay(1000) <= 90


def test_another_client_is_noticed_by_tokens_that_went_and_forgotten_after_a_window(
    budget: TokenBudget, clock: Clock
) -> None:
    shared = []
    for remaining in (50, 49, 47, 46):
        answer(budget, remaining)
        shared.append(budget.shared)
    clock.now += WINDOW
    shared.append(budget.shared)
    assert shared == [False, False, True, True, False]


def test_another_client_is_noticed_by_a_refusal(budget: TokenBudget) -> None:
    answer(budget, 50)
    budget.refused(budget.take(), told(0), 9.0)
    assert budget.shared


def test_beside_others_more_refills_are_waited_for_and_a_hand_edit_still_goes_on_the_first(
    budget: TokenBudget, clock: Clock
) -> None:
    answer(budget, 50)
    answer(budget, 0)
    assert 108 < budget.delay(1000) < 108.1
    assert 9 < budget.delay() < 9.1
    clock.now += WINDOW
    answer(budget, 0)
    assert budget.shared  # a hundred refills had been assumed, and there were none


def test_a_small_bucket_does_not_run_over_while_refills_gather(budget: TokenBudget) -> None:
    answer(budget, 0, 4)
    assert budget.delay(1000) == pytest.approx(450, abs=1)


# --- odd headers ------------------------------------------------------------------------------------------------------

_ODD_NUMBERS = ["", "-1", "0", "abc", "nan", "inf", "-inf", "1e400", "1e9", "9" * 5000, "1.5", "٣", "\ud800", "0x10"]
_odd_text = st.sampled_from(_ODD_NUMBERS) | strategies.any_text | st.integers(0, 200).map(str)
_NAMES = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After", "Date"]
_odd_headers = st.dictionaries(st.sampled_from(_NAMES), _odd_text, max_size=5)


@pytest.mark.parametrize("limit", _ODD_NUMBERS)
@pytest.mark.parametrize("remaining", _ODD_NUMBERS)
def test_odd_numbers_neither_crash_nor_freeze(limit: str, remaining: str) -> None:
    clock = Clock()
    budget = new_budget(clock)
    answer(budget, remaining, limit)
    assert budget.delay() <= WINDOW + 1
    clock.now += budget.delay()
    assert budget.delay() == 0
    budget.take()


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["take", "answered", "refused", "lost", "give_back", "wait"]),
            _odd_headers,
            st.none() | st.floats() | st.floats(0, 5000),
        ),
        max_size=25,
    )
)
@example([("take", {}, None), ("refused", {"X-RateLimit-Reset": "9999-12-31T23:59:59-23:59"}, None)])
def test_whatever_happens_the_numbers_are_sane_and_time_helps(
    steps: list[tuple[str, dict[str, str], float | None]],
) -> None:
    clock = Clock()
    budget = new_budget(clock)
    flying: list[Ticket] = []
    for step, headers, number in steps:
        if step == "take":
            flying.append(budget.take())
        elif step == "wait":
            clock.now += number if number is not None and 0 <= number < 1e6 else 1.0
        elif flying:
            end(budget, flying.pop(len(flying) // 2), step, headers, number)
        check_sanity(budget)
    for ticket in flying:
        budget.lost(ticket)
    check_sanity(budget)
    for _ in range(1000):
        if (delay := budget.delay()) == 0:
            break
        assert delay < math.inf
        clock.now += delay
    assert budget.delay() == 0


def end(budget: TokenBudget, ticket: Ticket, how: str, headers: Mapping[str, str], number: float | None) -> None:
    match how:
        case "answered":
            budget.answered(ticket, headers)
        case "refused":
            assert 1 <= budget.refused(ticket, headers, number) <= 3600
        case "lost":
            budget.lost(ticket)
        case _:
            budget.give_back(ticket)


def check_sanity(budget: TokenBudget) -> None:
    delay, quota = budget.delay(), budget.quota()
    assert delay >= 0
    assert quota.next_in == (None if delay == math.inf else delay)
    assert (quota.limit is None) == (quota.remaining is None)
    if quota.limit is not None and quota.remaining is not None:
        assert 0 <= quota.remaining <= quota.limit
        assert (quota.remaining > 0) == (delay == 0)
        assert budget.time_for(quota.remaining) == 0
    times = [budget.time_for(number) for number in (-1, 0, 1, 2, 3, 50, 100, 101, 10_000)]
    assert times[:2] == [0, 0]
    assert times == sorted(times)
    assert all(0 <= one < math.inf for one in times)
    if delay < math.inf:
        assert times[2] == pytest.approx(delay)


def test_the_estimate_for_many_requests_counts_one_interval_each(budget: TokenBudget) -> None:
    answer(budget, 99)
    assert budget.time_for(99) == 0
    assert budget.time_for(299) == pytest.approx(1800)


def test_the_estimate_during_a_long_hold_counts_what_refills_meanwhile(budget: TokenBudget) -> None:
    answer(budget, 1)
    budget.refused(budget.take(), told(0), 905.0)
    assert budget.time_for(1) == pytest.approx(905)
    assert budget.time_for(100) == pytest.approx(905)
    assert budget.time_for(101) > 905


# --- refusals ---------------------------------------------------------------------------------------------------------

_IN_20 = (NOW + timedelta(seconds=20)).isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize(
    ("headers", "body", "seconds"),
    [
        ({"Retry-After": "30", "X-RateLimit-Reset": _IN_20}, 40.0, 40),
        ({"Retry-After": "30", "X-RateLimit-Reset": _IN_20}, None, 30),
        ({"retry-after": "2.5"}, None, 2.5),
        ({"Retry-After": format_datetime(NOW + timedelta(seconds=50), usegmt=True)}, None, 50),
        ({"X-RateLimit-Reset": _IN_20}, None, 20),
        ({"X-RateLimit-Reset": _IN_20[:-1]}, None, 20),
        (
            {"X-RateLimit-Reset": _IN_20, "Date": format_datetime(NOW - timedelta(seconds=40), usegmt=True)},
            None,
            60,
        ),
        ({"X-RateLimit-Reset": _IN_20, "Date": "yesterday"}, None, 20),
        ({}, None, 9),
        ({"Retry-After": "soon", "X-RateLimit-Reset": "later"}, None, 9),
        ({"Retry-After": "-5", "X-RateLimit-Reset": _IN_20}, None, 20),
        ({"Retry-After": "nan"}, None, 9),
        ({"Retry-After": "7"}, math.nan, 7),
        ({"Retry-After": "7"}, math.inf, 7),
        ({"Retry-After": "7"}, -1.0, 7),
        ({"Retry-After": "0"}, None, 1),
        ({}, 0.0, 1),
        ({}, 1e9, 3600),
        ({"Retry-After": "999999"}, None, 3600),
        ({"Retry-After": format_datetime(NOW - timedelta(days=9), usegmt=True)}, None, 1),
        ({"X-RateLimit-Reset": "9999-12-31T23:59:59Z"}, None, 3600),
    ],
)
def test_a_refusal_is_obeyed_as_told(
    budget: TokenBudget, clock: Clock, headers: dict[str, str], body: float | None, seconds: float
) -> None:
    answer(budget, 50)
    assert budget.refused(budget.take(), {**told(0), **headers}, body) == pytest.approx(seconds)
    assert budget.delay() == pytest.approx(seconds)
    assert budget.quota().remaining == 0
    clock.now += seconds - 0.01
    assert budget.delay() > 0
    clock.now += 0.01
    assert budget.delay() == pytest.approx(0, abs=1e-6)


def test_after_a_hold_one_request_goes_whatever_the_books_say(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 0)
    budget.refused(budget.take(), told(0), 2.0)
    clock.now += 2
    assert budget.delay() == 0
    budget.take()
    assert budget.delay() == math.inf


def test_a_long_hold_gives_no_token_on_top_of_what_refilled(budget: TokenBudget, clock: Clock) -> None:
    answer(budget, 0)
    budget.refused(budget.take(), told(0), 90.5)
    clock.now += 90.5
    assert budget.quota().remaining == 10


def test_a_second_refusal_does_not_shorten_the_hold(budget: TokenBudget) -> None:
    answer(budget, 50)
    first, second = budget.take(), budget.take()
    budget.refused(first, told(0), 60.0)
    budget.refused(second, told(0), 5.0)
    assert budget.delay() == 60


def test_an_answer_that_arrives_during_a_hold_does_not_end_it(budget: TokenBudget) -> None:
    answer(budget, 50)
    first, second = budget.take(), budget.take()
    budget.refused(first, told(0), 60.0)
    budget.answered(second, told(40))
    assert budget.delay() == 60


# --- telling ----------------------------------------------------------------------------------------------------------


def test_every_change_is_told_until_unsubscribed(budget: TokenBudget) -> None:
    told_of: list[float] = []
    unsubscribe = budget.subscribe(lambda: told_of.append(budget.delay()))
    for end in _ENDS:
        end(budget, budget.take())
    assert len(told_of) == 2 * len(_ENDS)
    unsubscribe()
    unsubscribe()
    budget.take()
    assert len(told_of) == 2 * len(_ENDS)


def test_a_listener_may_leave_while_it_is_told(budget: TokenBudget) -> None:
    calls: list[str] = []

    def once() -> None:
        calls.append("first")
        leave()

    leave = budget.subscribe(once)
    budget.subscribe(lambda: calls.append("second"))
    budget.take()
    budget.take()
    assert calls == ["first", "second", "second"]
