"""The rate limit, against the documented formula."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from joip_desktop.mock.limiter import Limiter, RateLimit, TokenBucket, Verdict


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("100/15m", RateLimit(100, 900.0)),
        (" 5 / 10S ", RateLimit(5, 10.0)),
        ("1000/1h", RateLimit(1000, 3600.0)),
        ("off", None),
        ("OFF", None),
    ],
)
def test_parse(text: str, expected: RateLimit | None) -> None:
    assert RateLimit.parse(text) == expected


@pytest.mark.parametrize("text", ["", "100", "100/", "0/10s", "5/0s", "-5/10s", "5/10d", "5/10s and more", "1.5/10s"])
def test_parse_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="write one like 100/15m"):
        RateLimit.parse(text)


@pytest.mark.parametrize(("limit", "window"), [(0, 1.0), (1, 0.0), (1, math.inf), (1, math.nan)])
def test_a_rate_needs_sense(limit: int, window: float) -> None:
    with pytest.raises(ValueError, match="at least one request"):
        RateLimit(limit, window)


def test_the_site_gives_a_hundred_at_once_and_then_one_every_nine_seconds() -> None:
    clock = Clock()
    bucket = TokenBucket(RateLimit(100, 900.0), clock)
    assert [bucket.take().remaining for _ in range(100)] == list(range(99, -1, -1))

    refused = bucket.take()
    assert (refused.allowed, refused.remaining, refused.retry_after) == (False, 0, 9)
    assert refused.full_in == pytest.approx(900)

    clock.now += 8.99
    assert bucket.take().retry_after == 1
    clock.now += 0.02
    assert bucket.take().allowed
    assert not bucket.take().allowed


def test_the_refill_clock_moves_only_with_a_token_and_then_to_now() -> None:
    clock = Clock()
    bucket = TokenBucket(RateLimit(10, 100.0), clock)
    bucket.use(10)
    seen = []
    for _ in range(3):  # looking at it does not push the next token away
        clock.now += 4
        seen.append(bucket.take().allowed)
    assert seen == [False, False, True]
    clock.now += 9  # the two seconds beyond the token were lost: 9 are not enough
    assert not bucket.take().allowed


rates = st.builds(RateLimit, st.integers(1, 500), st.floats(0.5, 5000, allow_nan=False))


@given(rate=rates, waits=st.lists(st.floats(0, 3000, allow_nan=False), max_size=60))
def test_the_bucket_is_the_formula(rate: RateLimit, waits: list[float]) -> None:
    clock = Clock()
    bucket = TokenBucket(rate, clock)
    tokens, refilled = rate.limit, clock.now
    for wait in waits:
        clock.now += wait
        gained = math.floor((clock.now - refilled) / rate.window * rate.limit)
        if gained >= 1:
            tokens, refilled = min(rate.limit, tokens + gained), clock.now
        allowed = tokens >= 1
        tokens -= allowed
        verdict = bucket.take()
        assert (verdict.allowed, verdict.remaining, verdict.limit) == (allowed, tokens, rate.limit)
        assert verdict.full_in >= 0


@given(rate=rates, elapsed=st.floats(0, 1))
def test_who_waits_as_told_gets_a_token(rate: RateLimit, elapsed: float) -> None:
    clock = Clock()
    bucket = TokenBucket(rate, clock)
    bucket.use(rate.limit)
    clock.now += elapsed
    verdict = bucket.take()
    if not verdict.allowed:
        assert verdict.retry_after >= 1
        clock.now += verdict.retry_after
        assert bucket.take().allowed


def test_clients_have_buckets_of_their_own() -> None:
    limiter = Limiter(RateLimit(2, 60.0), Clock())
    assert limiter.take(5, "10.0.0.1") == 2
    other = limiter.check("10.0.0.2")
    assert other is not None
    assert other.remaining == 1
    assert limiter.take(-3, "10.0.0.2") == 0
    assert [limiter.remaining(client) for client in ("10.0.0.1", "10.0.0.2", "10.0.0.3")] == [0, 1, 2]


def test_no_rate_no_limit() -> None:
    limiter = Limiter(None)
    assert limiter.check() is None
    assert limiter.take(5) == 0
    assert limiter.remaining() == 0


def test_a_new_rate_starts_full() -> None:
    limiter = Limiter(RateLimit(1, 60.0), Clock())
    limiter.take(1)
    limiter.rate = RateLimit(3, 60.0)
    verdict = limiter.check()
    assert verdict is not None
    assert (limiter.rate, verdict.remaining) == (RateLimit(3, 60.0), 2)


# --- the documented bucket on random schedules ------------------------------------------------------------------------


@dataclass
class Documented:
    """The contract's "The rate limit", word for word, in doubles and in its order, as the site's JavaScript works."""

    limit: int
    window: int
    tokens: int
    clock: float

    def request(self, now: float) -> bool:
        added = math.floor((now - self.clock) / self.window * self.limit)
        if added >= 1:  # "added when that is at least 1, and only then does the refill clock move"
            self.tokens = min(self.limit, self.tokens + added)
            self.clock = now
        passes = self.tokens >= 1
        self.tokens -= passes
        return passes

    def full_at(self) -> float:
        return self.clock + (self.limit - self.tokens) * self.window / self.limit


SITE = (100, 900)
LIMITS = st.one_of(st.just(SITE), st.tuples(st.integers(1, 12), st.sampled_from((1, 2, 4, 8, 16, 60, 900))))
CLIENTS = ("10.0.0.1", "10.0.0.2", "10.0.0.3")


@st.composite
def schedules(draw: st.DrawFn) -> tuple[tuple[int, int], list[tuple[int, int, str]]]:
    """A limit and its window in seconds; then visits: eighths of a second since the last, how many at once, and who."""
    limit, window = draw(LIMITS)
    token = max(1, 8 * window // limit)
    gaps = st.one_of(
        st.just(0),
        st.integers(0, 2 * token),  # around one token
        st.sampled_from((token - 1, token, token + 1)),
        st.integers(0, 8 * 4 * window),  # up to several windows
    )
    bursts = st.one_of(st.just(1), st.integers(1, limit + 2))
    visits = st.lists(st.tuples(gaps, bursts, st.sampled_from(CLIENTS)), min_size=1, max_size=25)
    return (limit, window), draw(visits)


def agrees(verdict: Verdict | None, documented: Documented, now: float) -> None:
    """One request: what the limiter says of it is what the contract's bucket says."""
    passes = documented.request(now)
    assert verdict is not None
    assert (verdict.allowed, verdict.remaining, verdict.limit) == (passes, documented.tokens, documented.limit)
    assert verdict.full_in == pytest.approx(max(0.0, documented.full_at() - now), abs=1e-6)


def waits_as_long_as_needed(
    rate: RateLimit, before: Sequence[tuple[float, str]], client: str, now: float, told: int
) -> None:
    """The same requests again, and one more: after the time told it passes, and a second earlier it does not."""
    for wait, passes in ((told, True), (told - 1, False)):
        clock = Clock()
        limiter = Limiter(rate, clock)
        for moment, who in before:
            clock.now = moment
            limiter.check(who)
        clock.now = now + wait
        later = limiter.check(client)
        assert later is not None
        assert later.allowed is passes


@given(schedule=schedules())
@example(schedule=(SITE, [(0, 102, "one"), (71, 1, "one"), (1, 2, "one"), (8 * 900 * 3, 102, "one")]))
@example(schedule=((3, 60), [(0, 3, "one"), (100, 1, "one"), (59, 1, "one"), (1, 2, "one")]))
@example(schedule=((49, 49), [(0, 50, "one")]))  # 1 / 49 * 49 is below 1: the first token comes a second later
def test_the_limiter_is_the_documented_bucket_on_random_schedules(
    schedule: tuple[tuple[int, int], list[tuple[int, int, str]]],
) -> None:
    (limit, window), visits = schedule
    rate, clock = RateLimit(limit, float(window)), Clock()
    limiter = Limiter(rate, clock)
    documented: dict[str, Documented] = {}
    before: list[tuple[float, str]] = []
    refused: dict[str, tuple[int, float, int]] = {}
    for gap, burst, client in visits:
        clock.now += gap / 8
        own = documented.setdefault(client, Documented(limit, window, limit, clock.now))
        for _ in range(burst):
            verdict = limiter.check(client)
            agrees(verdict, own, clock.now)
            before.append((clock.now, client))
            assert verdict is not None
            if verdict.allowed:
                assert verdict.retry_after == 0
            else:
                refused[client] = (len(before), clock.now, verdict.retry_after)
    for client, (count, moment, told) in refused.items():
        assert told >= 1
        waits_as_long_as_needed(rate, before[:count], client, moment, told)
