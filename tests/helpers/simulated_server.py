"""A JOIP server in simulated time: a transport for the real client, with the mock's own rate limiter as the judge."""

from __future__ import annotations

import asyncio
import itertools
import json
import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from enum import Enum, auto
from typing import Any, TypeAlias

import httpx

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.domain.account import SecretCookie
from joip_desktop.mock.limiter import Limiter, RateLimit, Verdict

Row: TypeAlias = dict[str, Any]
"""A session as JSON has it, by wire name."""

Seconds: TypeAlias = Callable[[], float]
"""How long the next request, or the next answer, is under way."""

EPOCH = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
"""The wall clock at the loop's time 0."""

SITE = RateLimit(100, 900.0)
_ORIGIN = "http://127.0.0.1:49152"
_NOT_LISTED = ("shareToCommunity",)  # contract: the shapes differ
_NOT_IN_UPDATE = ("aiPrompt", "importSource")


class Fault(Enum):
    """What goes wrong with one request."""

    DROP_BEFORE = auto()
    """The connection breaks on the way there: the server never sees the request."""
    DROP_AFTER = auto()
    """The server does as told, and the connection breaks on the way back."""
    SERVER_FAULT = auto()
    """500, and nothing was done."""
    PAGE = auto()
    """A proxy answers 200 with a web page: nothing was done and nothing counted."""
    CUT_SHORT = auto()
    """The server does as told, and its JSON is truncated."""
    SIGNED_OUT = auto()
    """401: the cookie is not accepted; counted, as every request is."""


FaultFor: TypeAlias = Callable[[httpx.Request], Fault | None]


@dataclass(frozen=True, slots=True)
class Served:
    """One request: when it was at the server (loop time), and the status; 0 where the server never saw it."""

    at: float
    method: str
    path: str
    status: int


@dataclass(frozen=True, slots=True)
class Applied:
    """One change that the server has made: when (loop time), to which session, and the values as they were sent."""

    at: float
    session_id: int
    values: Mapping[str, Any]


class SimulatedServer(httpx.AsyncBaseTransport):
    """Answers `GET /api/sessions` and `PATCH /api/sessions/:id`; made inside a running `SimulatedLoop`.

    A request that the client gives up arrives all the same, as on a real network.
    """

    def __init__(
        self,
        rows: Iterable[Row] = (),
        *,
        rate: RateLimit | None = SITE,
        up: Seconds = lambda: 0.0,
        down: Seconds = lambda: 0.0,
        fault: FaultFor = lambda _request: None,
    ) -> None:
        self.rows: dict[int, Row] = {row["id"]: row for row in rows}
        self.log: list[Served] = []
        self.applied: list[Applied] = []
        self.fault = fault
        self.clock = asyncio.get_running_loop().time
        self.limiter = Limiter(rate, clock=self.clock)
        self._up = up
        self._down = down
        self._under_way: set[asyncio.Task[httpx.Response]] = set()

    def now(self) -> datetime:
        """The wall clock (UTC), for the server and for clients alike."""
        return EPOCH + timedelta(seconds=self.clock())

    def client(self, budget: TokenBudget) -> JoipClient:
        """The real client over this transport, signed in."""
        return JoipClient(Origin.parse(_ORIGIN), budget=budget, cookie=SecretCookie("s%3Asimulated"), transport=self)

    def budget(self) -> TokenBudget:
        """A new budget that runs on the simulated clocks."""
        return TokenBudget(clock=self.clock, wall_clock=self.now)

    def count(self, status: int) -> int:
        """How many requests ended with this status."""
        return sum(one.status == status for one in self.log)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Carry one request there and its answer back."""
        exchange = asyncio.create_task(self._exchange(request))
        self._under_way.add(exchange)
        exchange.add_done_callback(self._under_way.discard)
        return await asyncio.shield(exchange)

    async def _exchange(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(self._up())
        fault = self.fault(request)
        if fault is Fault.DROP_BEFORE:
            self._note(request, 0)
            raise httpx.ReadError("The connection broke.", request=request)
        response = _page() if fault is Fault.PAGE else self._answer(request, fault)
        self._note(request, response.status_code)
        await asyncio.sleep(self._down())
        if fault is Fault.DROP_AFTER:
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.", request=request)
        return response

    def _note(self, request: httpx.Request, status: int) -> None:
        self.log.append(Served(self.clock(), request.method, request.url.path, status))

    def _answer(self, request: httpx.Request, fault: Fault | None) -> httpx.Response:
        """The rate limit, then the cookie, then the route, as in the mock's gate; headers on every answer."""
        verdict = self.limiter.check()
        if verdict is not None and not verdict.allowed:
            message = "Too many requests, please try again later."
            body = {"error": "Too Many Requests", "message": message, "retryAfter": verdict.retry_after}
            status: int = 429
        elif fault is Fault.SIGNED_OUT:
            status, body = 401, {"message": "Unauthorized"}
        elif fault is Fault.SERVER_FAULT:
            status, body = 500, {"message": "Something went wrong on the server."}
        else:
            status, body = self._route(request)
        content = json.dumps(body).encode()
        headers = {"date": format_datetime(self.now(), usegmt=True), "content-type": "application/json; charset=utf-8"}
        if verdict is not None:
            headers |= self._limit_headers(verdict)
        return httpx.Response(
            status, headers=headers, content=content[: len(content) // 2] if fault is Fault.CUT_SHORT else content
        )

    def _route(self, request: httpx.Request) -> tuple[int, Any]:
        """The status and the body."""
        if (request.method, request.url.path) == ("GET", "/api/sessions"):
            return 200, [_without(row, _NOT_LISTED) for row in self.rows.values()]
        row = self.rows.get(int(request.url.path.rpartition("/")[2]))
        if row is None:
            return 404, {"message": "Session not found"}
        values: Row = json.loads(request.content)
        self.applied.append(Applied(self.clock(), row["id"], values))
        row.update(values)
        if isinstance(row.get("subreddits"), str):
            row["subreddits"] = [name for name in row["subreddits"].split(",") if name]
        row["updatedAt"] = _iso(self.now())
        return 200, _without(row, _NOT_IN_UPDATE)

    def _limit_headers(self, verdict: Verdict) -> dict[str, str]:
        """The contract's three, as the mock's gate writes them."""
        reset = self.now() + timedelta(milliseconds=math.ceil(verdict.full_in * 1000) + 1)
        return {
            "x-ratelimit-limit": str(verdict.limit),
            "x-ratelimit-remaining": str(verdict.remaining),
            "x-ratelimit-reset": _iso(reset),
        }


def _page() -> httpx.Response:
    return httpx.Response(200, headers={"content-type": "text/html"}, content=b"<!doctype html><title>Proxy</title>")


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _without(row: Row, left_out: tuple[str, ...]) -> Row:
    return {name: value for name, value in row.items() if name not in left_out}


def plain_rows(count: int) -> list[Row]:
    """Sessions 1 to `count`, none of them a favourite."""
    made = _iso(EPOCH - timedelta(days=1))
    return [
        {"id": number, "title": f"Session {number}", "isFavorite": False, "isImported": False, "updatedAt": made}
        for number in range(1, count + 1)
    ]


# --- what is left to chance, from a seed ------------------------------------------------------------------------------


def constant(seconds: float) -> Seconds:
    """Always as long."""
    return lambda: seconds


def uniform(low: float, high: float, *, seed: int) -> Seconds:
    """Any time between the two."""
    dice = random.Random(seed)
    return lambda: dice.uniform(low, high)


def faults(chances: Mapping[Fault, float], *, seed: int) -> FaultFor:
    """Each fault with its own share of the requests (0 to 1), the rest without one."""
    dice = random.Random(seed)
    kinds: list[Fault | None] = [*chances, None]
    weights = [*chances.values(), 1.0 - sum(chances.values())]
    return lambda _request: dice.choices(kinds, weights)[0]


# --- other clients of the same address --------------------------------------------------------------------------------

_ASKS_AGAIN = 1.0

Visits: TypeAlias = Iterator[tuple[float, int]]
"""Seconds until the next visit, and how many tokens it wants."""


def regular(every: float = 27.0) -> Visits:
    """One token each time; 27 s is a third of what the site refills."""
    return itertools.repeat((every, 1))


def poisson(mean: float = 27.0, *, seed: int) -> Visits:
    """One token at any moment, as likely at one as at the other."""
    dice = random.Random(seed)
    while True:
        yield dice.expovariate(1 / mean), 1


def bursts(size: int = 10, mean: float = 270.0, *, seed: int) -> Visits:
    """Many tokens at once, after half the mean to one and a half."""
    dice = random.Random(seed)
    while True:
        yield dice.uniform(0.5, 1.5) * mean, size


@dataclass
class OtherClient:
    """Takes tokens without ever looking at a header; where there are too few, it asks again every second.

    `got` is how many it has had, `wanted` how many it has come for. Runs until cancelled.
    """

    limiter: Limiter
    visits: Visits
    got: int = field(default=0, init=False)
    wanted: int = field(default=0, init=False)

    async def run(self) -> None:
        """Come at the times of the visits, and take until there is nothing left to want."""
        loop = asyncio.get_running_loop()
        due = loop.time()
        for wait, tokens in self.visits:
            due += wait
            await asyncio.sleep(due - loop.time())
            self.wanted += tokens
            while True:
                self.got += self.limiter.take(self.wanted - self.got)
                if self.got == self.wanted:
                    break
                await asyncio.sleep(_ASKS_AGAIN)
