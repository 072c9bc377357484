"""Changes sent in simulated time, by a plain driver or by the whole engine: what that takes, and what it should."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from joip_desktop.api.client import JoipClient
from joip_desktop.domain.errors import RateLimitedError
from joip_desktop.domain.job import Job
from joip_desktop.engine.estimate import Pace
from joip_desktop.engine.pacing import Pacer
from joip_desktop.engine.plan import plan_favourite
from joip_desktop.engine.ports import Journal, Ticket
from joip_desktop.engine.workspace import Workspace
from joip_desktop.mock.limiter import RateLimit
from tests.helpers.disk import Disk
from tests.helpers.simulated_server import (
    SITE,
    OtherClient,
    Seconds,
    SimulatedServer,
    Visits,
    plain_rows,
)
from tests.helpers.simulation import run_simulated

IN_FLIGHT = 6
_CHOOSING = 60.0
"""Seconds between reading the list and the first change: the bucket is full again by then."""


@dataclass
class Run:
    """What sending so many changes took."""

    count: int
    seconds: float
    requests: int
    refused: int
    others: int
    """Tokens that the other client has had."""
    confirmed: list[float]
    """The time of each confirmation, in seconds from the start."""
    guesses: list[float]
    """The time left that was foretold at each confirmation, in seconds."""
    rates: list[float | None]
    """The changes per minute that were told at each confirmation."""

    def untrue(self, *, since: int, until: int = 0, within: float = 0.1) -> list[tuple[int, float, float]]:
        """The guesses that are off by more than `within` of the truth and by more than a second besides.

        Looks from the confirmation number `since` on, as long as more than `until` are missing; gives the number, the
        guess and the truth.
        """
        moments = zip(range(1, self.count + 1), self.guesses, self.confirmed, strict=True)
        told = [(number, guess, self.seconds - at) for number, guess, at in moments]
        return [
            (number, guess, truth)
            for number, guess, truth in told
            if since <= number < self.count - until and abs(guess - truth) > within * truth + 1.0
        ]

    @property
    def refused_share(self) -> float:
        """429s by all requests, 0 to 1."""
        return self.refused / self.requests


class Sending:
    """A loop as plain as can be: a ticket, then a change in a task of its own; after a 429 the change waits again."""

    def __init__(self, server: SimulatedServer) -> None:
        self.waiting: deque[int] = deque()
        self.confirmed: list[float] = []
        self.guesses: list[float] = []
        self.rates: list[float | None] = []
        self.start = 0.0
        self._server = server
        self._now = server.clock
        self._budget = server.budget()
        self._pacer = Pacer(self._budget)
        self._pace = Pace(lanes=IN_FLIGHT)
        self._flights: set[asyncio.Task[None]] = set()
        self._landed = asyncio.Event()

    async def run(self, count: int) -> None:
        """Read the list, choose for a minute, and send until every change is confirmed."""
        client = self._server.client(self._budget)
        await client.list_sessions(await self._pacer.ticket(urgent=True))
        await asyncio.sleep(_CHOOSING)
        self.start = self._now()
        self.waiting.extend(range(1, count + 1))
        while self.waiting or self._flights:
            self._landed.clear()
            if self.waiting and len(self._flights) < IN_FLIGHT:
                ticket = await self._pacer.ticket(wanted=lambda: len(self.waiting))
                flight = asyncio.create_task(self._send(client, self.waiting.popleft(), ticket))
                self._flights.add(flight)
                flight.add_done_callback(self._land)
            else:
                await self._landed.wait()
        await client.aclose()

    async def _send(self, client: JoipClient, session_id: int, ticket: Ticket) -> None:
        self._pace.sent(session_id, self._now())
        try:
            await client.update_session(session_id, {"is_favorite": True}, ticket)
        except RateLimitedError:
            self._pace.failed(session_id)
            self.waiting.appendleft(session_id)
        else:
            self._pace.confirmed(session_id, self._now(), self._budget)
            self.confirmed.append(self._now() - self.start)
            self.rates.append(self._pace.rate(self._now()))
            self.guesses.append(self._pace.seconds_for(len(self.waiting), self._now(), self._budget))

    def _land(self, flight: asyncio.Task[None]) -> None:
        self._flights.discard(flight)
        self._landed.set()


def send(
    count: int,
    *,
    rate: RateLimit | None = SITE,
    up: Seconds,
    down: Seconds,
    other: Visits | None = None,
) -> Run:
    """Send so many changes in simulated time, `other` being what another client of the same address does."""

    async def work() -> Run:
        server = SimulatedServer(plain_rows(count), rate=rate, up=up, down=down)
        sending = Sending(server)
        thief = OtherClient(server.limiter, other or iter(()))
        stealing = asyncio.create_task(thief.run())
        await sending.run(count)
        stealing.cancel()
        assert all(row["isFavorite"] for row in server.rows.values()), "a change has not arrived"
        return Run(
            count=count,
            seconds=sending.confirmed[-1],
            requests=len(server.log),
            refused=server.count(429),
            others=thief.got,
            confirmed=sending.confirmed,
            guesses=sending.guesses,
            rates=sending.rates,
        )

    return run_simulated(work())


Latency = Callable[[], tuple[Seconds, Seconds]]
"""Makes the ways up and down anew, so that two runs meet the same chances."""


def optimum(count: int, latency: Latency) -> float:
    """The larger of what the bucket asks for (100 at once, then one every 9 s), and what the network does.

    The latter is what the same loop, six in flight, takes at a server without a limit.
    """
    up, down = latency()
    bucket = max(0, count - SITE.limit) * SITE.window / SITE.limit
    return max(bucket, send(count, rate=None, up=up, down=down).seconds)


# --- the whole engine -------------------------------------------------------------------------------------------------


class SimulatedAccount:
    """A workspace with the real client and budget at a simulated server, on its clocks; runs inside `async with`.

    `disk` is its journal unless another one is given. What the engine leaves to chance comes from `seed`.
    """

    def __init__(self, server: SimulatedServer, *, journal: Journal | None = None, seed: int = 0) -> None:
        random.seed(seed)  # the rests after failures are drawn from the generator that everybody shares
        self.server = server
        self.slept = 0.0
        """Seconds by which the wall clock is ahead of the loop's, as after a laptop's sleep."""
        self.disk = Disk()
        budget = server.budget()
        self.client = server.client(budget)
        self.workspace = Workspace(
            api=self.client,
            budget=budget,
            journal=journal or self.disk,
            clock=server.clock,
            wall_clock=lambda: server.now().timestamp() + self.slept,
        )
        self._running: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Start, read the list, and take a minute to choose, so that the bucket is known and full."""
        self._running = asyncio.create_task(self.workspace.run())
        await self.workspace.refresh()
        await asyncio.sleep(_CHOOSING)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
        await self.client.aclose()

    async def favourite(self, session_ids: Iterable[int]) -> Job:
        """Make these sessions favourites in one job."""
        return await self.workspace.submit(plan_favourite(self.workspace.library.pick(session_ids), favourite=True))

    async def over(self, job: Job) -> None:
        """Wait until nothing of the job waits any more."""
        await self.until(lambda: job.is_over)

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until the engine has told of something after which it is true."""
        told = asyncio.Event()
        ends = [
            self.workspace.changed.add(lambda _: told.set()),
            self.workspace.jobs.changed.add(lambda _: told.set()),
        ]
        while not true():
            told.clear()
            await told.wait()
        for end in ends:
            end()


def send_all(
    count: int,
    *,
    rate: RateLimit | None = SITE,
    up: Seconds,
    down: Seconds,
    other: Visits | None = None,
) -> Run:
    """As `send`, but by the whole engine: every change of one job, from the moment in which it is submitted."""

    async def work() -> Run:
        server = SimulatedServer(plain_rows(count), rate=rate, up=up, down=down)
        thief = OtherClient(server.limiter, other or iter(()))
        stealing = asyncio.create_task(thief.run())
        async with SimulatedAccount(server) as account:
            workspace, start = account.workspace, server.clock()
            confirmed: list[float] = []
            guesses: list[float] = []
            rates: list[float | None] = []

            def note(job: Job) -> None:
                """Answers that come at the same moment are told one after another, too."""
                while len(confirmed) < job.settled:
                    confirmed.append(server.clock() - start)
                    guesses.append(workspace.seconds_left(job))
                    rates.append(workspace.rate())

            workspace.jobs.changed.add(note)
            job = await account.favourite(range(1, count + 1))
            await account.over(job)
        stealing.cancel()
        assert all(row["isFavorite"] for row in server.rows.values()), "a change has not arrived"
        return Run(
            count=count,
            seconds=confirmed[-1],
            requests=len(server.log),
            refused=server.count(429),
            others=thief.got,
            confirmed=confirmed,
            guesses=guesses,
            rates=rates,
        )

    return run_simulated(work())
