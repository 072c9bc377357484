"""The pace of many changes in simulated time: pacer, client and budget, with the mock's own limiter as the judge.

Before each run the list is read and a minute passes, so that the bucket is known and full. The optimum of a run is the
larger of what the bucket asks for and what six in flight need for the latency, see `optimum`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest

from joip_desktop.domain.errors import (
    ConnectionBrokenError,
    JoipError,
    MalformedAnswerError,
    NotJoipError,
    ServerFaultError,
    SignInNeededError,
)
from tests.helpers.simulated_sending import Latency, optimum, send
from tests.helpers.simulated_server import (
    Fault,
    SimulatedServer,
    Visits,
    bursts,
    constant,
    faults,
    plain_rows,
    poisson,
    regular,
    uniform,
)
from tests.helpers.simulation import StandstillError, run_simulated

LATENCIES: dict[str, Latency] = {
    "20 ms": lambda: (constant(0.01), constant(0.01)),
    "100 ms": lambda: (constant(0.05), constant(0.05)),
    "200 ms": lambda: (constant(0.1), constant(0.1)),
    "up to 0.5 s": lambda: (uniform(0, 0.25, seed=1), uniform(0, 0.25, seed=2)),
    "up to 0.5 s, all on the way there": lambda: (uniform(0, 0.5, seed=3), constant(0)),
}
OTHERS: dict[str, Callable[[], Visits]] = {
    "regular": regular,
    "at any moment": lambda: poisson(seed=3),
    "at other moments": lambda: poisson(seed=4),
    "in bursts": lambda: bursts(seed=4),
    "in other bursts": lambda: bursts(seed=5),
}


# --- alone ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("latency", LATENCIES)
@pytest.mark.parametrize("count", [100, 300])
def test_alone_nobody_is_refused_and_hardly_any_time_is_lost(count: int, latency: str) -> None:
    up, down = LATENCIES[latency]()
    run = send(count, up=up, down=down)
    assert run.refused == 0
    assert run.requests == count + 1
    assert run.seconds <= 1.02 * optimum(count, LATENCIES[latency])


@pytest.mark.parametrize("latency", ["200 ms", "up to 0.5 s"])
def test_the_same_for_two_thousand_changes(latency: str) -> None:
    up, down = LATENCIES[latency]()
    run = send(2000, up=up, down=down)
    assert run.refused == 0
    assert run.seconds <= 1.02 * optimum(2000, LATENCIES[latency])


def test_a_round_trip_of_two_seconds_costs_more_time_and_no_refusal() -> None:
    latency: Latency = lambda: (constant(1.0), constant(1.0))  # noqa: E731
    run = send(300, up=constant(1.0), down=constant(1.0))
    assert run.refused == 0
    assert run.seconds <= 1.10 * optimum(300, latency)


# --- beside another client that takes a third of the tokens -----------------------------------------------------------


@pytest.mark.parametrize("latency", ["20 ms", "200 ms", "up to 0.5 s"])
@pytest.mark.parametrize("other", OTHERS)
def test_beside_another_client_everything_arrives_with_few_refusals(other: str, latency: str) -> None:
    up, down = LATENCIES[latency]()
    run = send(300, up=up, down=down, other=OTHERS[other]())
    assert run.refused_share < 0.05
    # The moments at which the other one comes cut fractions of a token off the refill, half a token each on average.
    assert run.seconds <= 1.2 * (300 + run.others - 100) * 9


@pytest.mark.parametrize("other", ["regular", "at any moment", "in bursts"])
def test_in_the_long_run_refusals_are_rare(other: str) -> None:
    run = send(2000, up=constant(0.1), down=constant(0.1), other=OTHERS[other]())
    assert 0.3 < run.others / (run.others + 2000 - 100) < 0.42  # it does get its third
    assert run.refused_share < 0.02
    assert run.seconds <= 1.2 * (2000 + run.others - 100) * 9


# --- the simulation itself --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "error", "applied"),
    [
        (Fault.DROP_BEFORE, ConnectionBrokenError, False),
        (Fault.DROP_AFTER, ConnectionBrokenError, True),
        (Fault.SERVER_FAULT, ServerFaultError, False),
        (Fault.PAGE, NotJoipError, False),
        (Fault.CUT_SHORT, MalformedAnswerError, True),
        (Fault.SIGNED_OUT, SignInNeededError, False),
    ],
)
def test_each_fault_is_what_it_says(fault: Fault, error: type[JoipError], applied: bool) -> None:
    async def work() -> bool:
        server = SimulatedServer(plain_rows(1), fault=faults({fault: 1.0}, seed=1))
        client = server.client(server.budget())
        with pytest.raises(error):
            await client.update_session(1, {"is_favorite": True})
        await client.aclose()
        return bool(server.rows[1]["isFavorite"])

    assert run_simulated(work()) is applied


def test_a_request_that_was_given_up_arrives_all_the_same() -> None:
    async def work() -> int:
        server = SimulatedServer(plain_rows(1), up=constant(500.0))
        client = server.client(server.budget())
        with pytest.raises(JoipError):
            await client.update_session(1, {"is_favorite": True})
        assert server.applied == []
        await asyncio.sleep(1000)
        await client.aclose()
        return len(server.applied)

    assert run_simulated(work()) == 1


def test_the_answers_have_the_limits_headers_and_the_time() -> None:
    async def work() -> httpx.Response:
        server = SimulatedServer(plain_rows(1))
        await asyncio.sleep(10)
        return await server.handle_async_request(httpx.Request("GET", "http://127.0.0.1/api/sessions"))

    headers = run_simulated(work()).headers
    assert (headers["x-ratelimit-limit"], headers["x-ratelimit-remaining"]) == ("100", "99")
    assert headers["x-ratelimit-reset"] == "2026-01-02T03:04:24.001Z"
    assert headers["date"] == "Fri, 02 Jan 2026 03:04:15 GMT"


def test_a_standstill_is_an_error_and_no_hang() -> None:
    with pytest.raises(StandstillError, match="no timer"):
        run_simulated(_forever(asyncio.Event()))
    with pytest.raises(StandstillError, match="not over"):
        run_simulated(asyncio.sleep(3601), longest=3600)


async def _forever(event: asyncio.Event) -> None:
    await event.wait()
