"""The pace of the whole engine in simulated time: workspace, client and budget, with the mock's limiter as the judge.

What the optimum is, and that the bucket is full at first: see `tests/helpers/simulated_sending.py`.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable

import httpx
import pytest

from joip_desktop.domain.job import Job, Outcome
from joip_desktop.engine.plan import plan_values
from tests.helpers.simulated_sending import Latency, SimulatedAccount, optimum, send_all
from tests.helpers.simulated_server import (
    SITE,
    OtherClient,
    SimulatedServer,
    Visits,
    bursts,
    constant,
    plain_rows,
    poisson,
    regular,
    uniform,
)
from tests.helpers.simulation import run_simulated

TENTH = 10
TOKEN = SITE.window / SITE.limit
TRIP = 0.2
A_DAY = 24 * 3600.0

LATENCIES: dict[str, Latency] = {
    "20 ms": lambda: (constant(0.01), constant(0.01)),
    "200 ms": lambda: (constant(0.1), constant(0.1)),
    "up to 0.5 s": lambda: (uniform(0, 0.25, seed=1), uniform(0, 0.25, seed=2)),
}
OTHERS: dict[str, Callable[[], Visits]] = {
    "regular": regular,
    "at any moment": lambda: poisson(seed=3),
    "in bursts": lambda: bursts(seed=4),
}


# --- alone ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("latency", LATENCIES)
@pytest.mark.parametrize("count", [100, 300, 2000])
def test_alone_nobody_is_refused_and_hardly_any_time_is_lost(count: int, latency: str) -> None:
    up, down = LATENCIES[latency]()
    run = send_all(count, up=up, down=down)
    assert run.refused == 0
    assert run.requests == count + 1
    assert run.seconds <= 1.02 * optimum(count, LATENCIES[latency])
    assert run.untrue(since=TENTH) == []


@pytest.mark.parametrize("count", [100, 300])
def test_the_time_left_is_true_with_a_round_trip_of_two_seconds_too(count: int) -> None:
    run = send_all(count, up=constant(1.0), down=constant(1.0))
    assert run.refused == 0
    assert run.untrue(since=TENTH) == []


@pytest.mark.parametrize("trip", [0.2, 1.0])
@pytest.mark.parametrize(("count", "every"), [(100, 0.1), (300, 4.0)])
def test_between_two_confirmations_the_time_left_is_true_as_well(count: int, every: float, trip: float) -> None:
    """Also while tokens gather."""

    async def work() -> None:
        server = SimulatedServer(plain_rows(count), up=constant(trip / 2), down=constant(trip / 2))
        looks: list[tuple[float, float]] = []

        async def look(job: Job) -> None:
            while not job.is_over:
                if job.settled >= TENTH:
                    looks.append((server.clock(), account.workspace.seconds_left(job)))
                await asyncio.sleep(every)

        async with SimulatedAccount(server) as account:
            job = await account.favourite(range(1, count + 1))
            looking = asyncio.create_task(look(job))
            await account.over(job)
            end = server.clock()
            await looking
        assert len(looks) > 10
        assert [one for one in looks if abs(one[1] - (end - one[0])) > 0.1 * (end - one[0]) + 1.0] == []

    run_simulated(work(), longest=A_DAY)


def test_the_rate_is_that_of_the_burst_and_then_that_of_the_refill() -> None:
    run = send_all(300, up=constant(0.25), down=constant(0.25))
    assert run.rates[89] == pytest.approx(60 * 6 / 0.5, rel=0.1)
    assert run.rates[-TENTH] == pytest.approx(60 / TOKEN, rel=0.2)
    assert run.rates[-1] is None  # nothing is sent any more


# --- beside another client that takes a third of the tokens -----------------------------------------------------------


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("count", [300, 2000])
def test_beside_another_client_everything_arrives_with_few_refusals(count: int, other: str) -> None:
    run = send_all(count, up=constant(TRIP / 2), down=constant(TRIP / 2), other=OTHERS[other]())
    assert len(run.confirmed) == count
    assert run.refused_share < 0.05
    # The moments at which the other one comes cut fractions of a token off the refill, half a token each on average.
    assert run.seconds <= 1.2 * (count + run.others - SITE.limit) * TOKEN
    if count == 2000:
        assert 0.3 < run.others / (run.others + count - SITE.limit) < 0.42  # it does get its third


class Strict(SimulatedServer):
    """Refuses one request besides for two minutes; notes when a 429 has told to be silent, from and until."""

    REFUSED, WAIT = 150, 120

    def __init__(self, rows: Iterable[dict[str, object]]) -> None:
        super().__init__(rows, up=constant(TRIP / 2), down=constant(TRIP / 2))
        self.left: list[float] = []
        self.silences: list[tuple[float, float]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.left.append(self.clock())
        number = len(self.left)
        response = await super().handle_async_request(request)
        if number == self.REFUSED:
            body = {"error": "Too Many Requests", "message": "Not now.", "retryAfter": self.WAIT}
            response = httpx.Response(429, json=body, headers=response.headers)
        if response.status_code == 429:
            wait = json.loads(await response.aread())["retryAfter"]
            self.silences.append((self.clock(), self.clock() + wait))
        return response


def test_a_429_is_waited_for_as_told_and_fails_nothing() -> None:
    async def work() -> None:
        server = Strict(plain_rows(300))
        thief = OtherClient(server.limiter, bursts(size=30, mean=450, seed=1))
        stealing = asyncio.create_task(thief.run())
        async with SimulatedAccount(server) as account:
            job = await account.favourite(range(1, 301))
            await account.over(job)
        stealing.cancel()
        assert job.counts[Outcome.DONE] == 300
        assert max(until - since for since, until in server.silences) >= server.WAIT
        assert len(server.silences) > 1
        broken = [at for at in server.left if any(since < at < until for since, until in server.silences)]
        assert broken == []

    run_simulated(work(), longest=A_DAY)


# --- edits by hand ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_in_the_job", [False, True], ids=["of another session", "of one that waits in the job"])
def test_a_hand_edit_overtakes_a_bulk_job_even_while_tokens_gather(*, is_in_the_job: bool) -> None:
    """One every 61 s meets each moment of a round, which takes 45 s."""
    bulk, every = 300, 61.0
    edited = [bulk - number if is_in_the_job else bulk + 1 + number for number in range(25)]

    async def work() -> None:
        server = SimulatedServer(plain_rows(bulk + 25), up=constant(TRIP / 2), down=constant(TRIP / 2))
        submitted: dict[int, float] = {}
        async with SimulatedAccount(server) as account:
            job = await account.favourite(range(1, bulk + 1))
            for session_id in edited:
                (session,) = account.workspace.library.pick([session_id])
                submitted[session_id] = server.clock()
                await account.workspace.submit(plan_values([session], {"title": "By hand"}, action="Rename"))
                await asyncio.sleep(every)
            assert not job.is_over
            await account.over(job)
        sent = {one.session_id: one.at for one in server.applied if "title" in one.values}
        late = {one: sent[one] - submitted[one] for one in edited if sent[one] - submitted[one] > TOKEN + 2 * TRIP}
        assert late == {}
        assert server.count(429) == 0
        assert len(server.applied) == (bulk if is_in_the_job else bulk + len(edited))

    run_simulated(work(), longest=A_DAY)
