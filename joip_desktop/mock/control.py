"""`/__mock__/…`: what whoever started the server can ask of it, with the token that it printed.

| method and path | what it does |
| --- | --- |
| `GET /__mock__/state` | how the server is set up: `{"sessions", "rateLimit", "latency", "requests"}` |
| `PATCH /__mock__/state` | set `rateLimit` ("100/15m", "off") and `latency` (seconds) |
| `GET /__mock__/faults` | the plan, each rule with how many requests it has `seen` and `met` |
| `PUT /__mock__/faults` | another plan: `{"seed", "faults": [rule, …]}` |
| `POST /__mock__/faults` | add the rules of such a plan; the counts start anew |
| `DELETE /__mock__/faults` | no faults |
| `GET /__mock__/requests?after=N` | the requests after number N, without their bodies |
| `POST /__mock__/reset` | make the data anew: `{"sessions", "seed"}`, both optional |
| `POST /__mock__/edits` | change a session as another device would: `{"id", "fields"}`; without `fields`, its title |
| `GET /__mock__/snapshot` | the whole state as a file |
| `PUT /__mock__/snapshot` | such a file in the place of the state there is |
"""

from __future__ import annotations

import asyncio
import hmac
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final, Protocol, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from joip_desktop.mock.elsewhere import another_value
from joip_desktop.mock.errors import FaultError, MockServerError, Refused
from joip_desktop.mock.exchange import CONTROL
from joip_desktop.mock.fault_rules import plan_of
from joip_desktop.mock.faults import Faults
from joip_desktop.mock.limiter import Limiter, RateLimit
from joip_desktop.mock.recording import RecordedRequest, RequestLog
from joip_desktop.mock.routes import http_error, refused
from joip_desktop.mock.store import Store
from joip_desktop.mock.validation import read_object

T = TypeVar("T")

MOST_SESSIONS: Final = 1_000_000
_MOST_SECONDS: Final = 3600.0
_LARGEST_SEED: Final = 2**63 - 1
_SNAPSHOT_TYPE: Final = "application/vnd.sqlite3"


class Settable(Protocol):
    """What of a server can be set while it runs."""

    latency: float


@dataclass(frozen=True, slots=True)
class Control:
    """The handlers of the control endpoints."""

    token: str
    server: Settable
    store: Store
    limiter: Limiter
    faults: Faults
    log: RequestLog
    work: Callable[[Callable[[], Any]], asyncio.Future[Any]]

    def is_allowed(self, authorization: str) -> bool:
        """Whether a request with this header is of whoever started the server."""
        return hmac.compare_digest(authorization.encode(), f"Bearer {self.token}".encode())

    async def state(self, request: Request) -> Response:
        """GET and PATCH /__mock__/state."""
        if request.method == "PATCH":
            self._set(await _body(request, "rateLimit", "latency"))
        rate = self.limiter.rate
        return JSONResponse(
            {
                "sessions": await self.work(self.store.count),
                "rateLimit": "off" if rate is None else str(rate),
                "latency": self.server.latency,
                "requests": self.log.count,
            }
        )

    async def fault_plan(self, request: Request) -> Response:
        """GET, PUT, POST and DELETE /__mock__/faults."""
        if request.method == "DELETE":
            self.faults.clear()
        elif request.method in ("PUT", "POST"):
            try:
                plan = plan_of(await _body(request, "seed", "faults"))
            except FaultError as error:
                raise Refused(HTTPStatus.BAD_REQUEST, str(error)) from error
            self.faults.plan = self.faults.plan + plan if request.method == "POST" else plan
        rules = [{**rule.table(), "seen": seen, "met": met} for rule, seen, met in self.faults.counts()]
        return JSONResponse({"seed": self.faults.plan.seed, "faults": rules})

    async def requests(self, request: Request) -> Response:
        """GET /__mock__/requests."""
        after = request.query_params.get("after", "0")
        if not (after.isascii() and after.isdigit() and len(after) <= len(str(_LARGEST_SEED))):
            raise _invalid("“after” needs the number of a request.")
        return JSONResponse([_shown(each) for each in self.log.after(int(after))])

    async def reset(self, request: Request) -> Response:
        """POST /__mock__/reset."""
        body = await _body(request, "sessions", "seed")
        sessions = _whole(body, "sessions", 0, MOST_SESSIONS)
        seed = _whole(body, "seed", 0, _LARGEST_SEED)
        await self.work(lambda: self.store.reset(sessions=sessions, seed=seed))
        return JSONResponse({"sessions": await self.work(self.store.count)})

    async def edit(self, request: Request) -> Response:
        """POST /__mock__/edits."""
        body = await _body(request, "id", "fields")
        session_id = _whole(body, "id", 1, _LARGEST_SEED)
        fields = body.get("fields")
        if session_id is None or not isinstance(fields, dict | None):
            raise _invalid("“id” and, if you like, “fields”, an object, are needed.")

        def decide(row: Mapping[str, Any]) -> Mapping[str, Any]:
            return {"title": another_value(dict(row), "title")} if fields is None else fields

        row = await self.work(lambda: self.store.change(session_id, decide))
        if row is None:
            raise Refused(HTTPStatus.NOT_FOUND, "Session not found")
        return JSONResponse(row)

    async def snapshot(self, request: Request) -> Response:
        """GET and PUT /__mock__/snapshot."""
        if request.method == "PUT":
            data = await request.body()
            try:
                await self.work(lambda: self.store.restore(data))
            except MockServerError as error:
                raise _invalid(str(error)) from error
            return JSONResponse({"sessions": await self.work(self.store.count)})
        return Response(await self.work(self.store.snapshot), media_type=_SNAPSHOT_TYPE)

    def _set(self, body: Mapping[str, Any]) -> None:
        """Both or none of them."""
        rate, latency = self.limiter.rate, body.get("latency", self.server.latency)
        if "rateLimit" in body:
            try:
                rate = RateLimit.parse(str(body["rateLimit"]))
            except ValueError as error:
                raise _invalid(str(error)) from error
        is_number = isinstance(latency, int | float) and not isinstance(latency, bool)
        if not is_number or not math.isfinite(latency) or not 0 <= latency <= _MOST_SECONDS:
            raise _invalid(f"“latency” needs a number of seconds up to {_MOST_SECONDS:g}.")
        if "rateLimit" in body:
            self.limiter.rate = rate
        self.server.latency = float(latency)


def build_control(control: Control) -> Starlette:
    """The application of the control endpoints; who may use them is looked at before."""
    app = Starlette(
        routes=[
            Route(f"{CONTROL}state", control.state, methods=["GET", "PATCH"]),
            Route(f"{CONTROL}faults", control.fault_plan, methods=["GET", "PUT", "POST", "DELETE"]),
            Route(f"{CONTROL}requests", control.requests),
            Route(f"{CONTROL}reset", control.reset, methods=["POST"]),
            Route(f"{CONTROL}edits", control.edit, methods=["POST"]),
            Route(f"{CONTROL}snapshot", control.snapshot, methods=["GET", "PUT"]),
        ],
        exception_handlers={Refused: refused, HTTPException: http_error},
    )
    app.router.redirect_slashes = False
    return app


async def _body(request: Request, *known: str) -> dict[str, Any]:
    """The request's JSON object; an empty body is an empty one."""
    raw = await request.body()
    body = read_object(raw, request.headers.get("content-type", "")) if raw else {}
    if unknown := [key for key in body if key not in known]:
        raise _invalid(f"There is no “{unknown[0][:100]}” here, only {', '.join(known)}.")
    return body


def _whole(body: Mapping[str, Any], key: str, least: int, most: int) -> int | None:
    value = body.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise _invalid(f"“{key}” needs a whole number from {least} to {most}.")
    return value


def _invalid(message: str) -> Refused:
    return Refused(HTTPStatus.BAD_REQUEST, message)


def _shown(request: RecordedRequest) -> dict[str, Any]:
    """A request without its body, which may hold a password."""
    return {
        "number": request.number,
        "moment": request.moment,
        "method": request.method,
        "path": request.path,
        "query": request.query,
        "status": request.status,
        "seconds": round(request.seconds, 4),
        "faults": list(request.faults),
    }
