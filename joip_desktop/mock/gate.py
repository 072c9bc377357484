"""What every request passes before its route: the log, the host check, the rate limit, the cookie, the faults."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from joip_desktop.mock.auth import Cookies, cookie_in, set_cookie_header
from joip_desktop.mock.errors import Refused
from joip_desktop.mock.faults import Answer, Drop, Faults
from joip_desktop.mock.limiter import LOCAL_CLIENT, Limiter, Verdict
from joip_desktop.mock.recording import RecordedRequest, RequestLog

LARGEST_BODY: Final = 1 << 20
"""In bytes; more than any session's fields need."""

_SESSIONS: Final = "/api/sessions"
_READING: Final = ("GET", "HEAD", "OPTIONS")
_LOG = logging.getLogger(__name__)


class Gate:
    """An ASGI application around the routes; `latency` gives the seconds that each API answer waits."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        port: int,
        limiter: Limiter,
        cookies: Cookies,
        faults: Faults,
        log: RequestLog,
        latency: Callable[[], float],
    ) -> None:
        self._app = app
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
        self._limiter = limiter
        self._cookies = cookies
        self._faults = faults
        self._log = log
        self._latency = latency

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        exchange = _Exchange(scope, receive, send, self._log, self._latency)
        try:
            await self._answer(exchange)
        except asyncio.CancelledError:  # the server stops: a dropped connection is the truth, a 500 is not
            exchange.drop()
            raise
        except Exception:  # noqa: BLE001 - the outermost place: logged and answered
            await self._fail(exchange)

    async def _fail(self, exchange: _Exchange) -> None:
        if exchange.complete:  # `routes` has logged and answered it; starlette raises it again all the same
            return
        _LOG.exception("%s %s failed", exchange.method, exchange.path)
        if exchange.answered:  # in part: only a dropped connection says so
            exchange.drop()
        else:
            await exchange.refuse(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong on the server.")

    async def _answer(self, exchange: _Exchange) -> None:
        if not await exchange.read_body():
            return
        if not self._is_meant(exchange):
            await exchange.refuse(HTTPStatus.BAD_REQUEST, "This server answers to its own address only.")
            return
        if exchange.method not in _READING and _is_foreign(exchange.request_headers):
            await exchange.refuse(HTTPStatus.FORBIDDEN, "This server takes changes from its own pages only.")
            return
        if exchange.is_limited and not await self._admit(exchange):
            return
        fault = self._faults.next_for(exchange.method, exchange.path) if exchange.is_api else None
        match fault:
            case Answer(status, body, headers):
                exchange.overrides = dict(headers)
                await exchange.respond(Response(body, status))
            case Drop(applied):
                if applied:
                    await self._app(exchange.scope, exchange.replay, exchange.swallow)
                await exchange.wait()
                exchange.drop()
                await exchange.until_gone()
            case None:
                await self._app(exchange.scope, exchange.replay, exchange.send)

    def _is_meant(self, exchange: _Exchange) -> bool:
        """Whether the request names this server, once and exactly.

        A page of the web whose name was made to lead here must not reach the API (DNS rebinding). A request target with
        an address in it, as proxies get, would overrule the header (RFC 9112, 3.2.2), so only paths are taken.
        """
        hosts = exchange.request_headers.getlist("host")
        return len(hosts) == 1 and hosts[0].lower() in self._hosts and exchange.path.startswith("/")

    async def _admit(self, exchange: _Exchange) -> bool:
        """The rate limit, then the cookie (contract: the limit's headers are on every response, 401 included)."""
        verdict = self._limiter.check(exchange.client)
        if verdict is not None:
            exchange.extra.update(_limit_headers(verdict))
            if not verdict.allowed:
                error = Refused(HTTPStatus.TOO_MANY_REQUESTS, "Too many requests, please try again later.").body()
                await exchange.respond(JSONResponse({**error, "retryAfter": verdict.retry_after}, 429))
                return False
        presented = cookie_in(exchange.request_headers.get("cookie", ""))
        if presented is None or not self._cookies.accepts(presented):
            await exchange.respond(JSONResponse({"message": "Unauthorized"}, HTTPStatus.UNAUTHORIZED))
            return False
        if fresh := self._cookies.rotated(presented):
            exchange.extra["set-cookie"] = set_cookie_header(fresh)
        return True


class _Exchange:
    """One request and its answer: body read ahead, headers added, recorded as soon as its status is known."""

    def __init__(
        self, scope: Scope, receive: Receive, send: Send, log: RequestLog, latency: Callable[[], float]
    ) -> None:
        self.scope = scope
        self.request_headers = Headers(scope=scope)
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.client: str = scope["client"][0] if scope.get("client") else LOCAL_CLIENT
        self.is_api = self.path.startswith("/api/")
        self.is_limited = self.path == _SESSIONS or self.path.startswith(_SESSIONS + "/")
        self.extra: dict[str, str] = {}
        self.overrides: dict[str, str | None] = {}
        self.answered = False
        self.complete = False
        self._receive = receive
        self._send = send
        self._log = log
        self._latency = latency
        self._body = b""
        self._replayed = False

    async def read_body(self) -> bool:
        """Read the body ahead; False if the client went away, or the body is too large, which has been answered."""
        parts, size = [], 0
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                self._record(0)
                return False
            parts.append(message.get("body", b""))
            size += len(parts[-1])
            if size > LARGEST_BODY:
                self.extra["connection"] = "close"
                await self.refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The request is too large.")
                return False
            if not message.get("more_body", False):
                self._body = b"".join(parts)
                return True

    async def replay(self) -> Message:
        """The body for the route, then whatever the client does."""
        if self._replayed:
            return await self._receive()
        self._replayed = True
        return {"type": "http.request", "body": self._body, "more_body": False}

    async def send(self, message: Message) -> None:
        """Pass on an answer; before its first byte the headers, the waiting and the log."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {**self.extra, **self.overrides}.items():
                if value is None:
                    del headers[name]
                else:
                    headers[name] = value
            await self.wait()
            self.answered = True
            self._record(message["status"])
        elif not message.get("more_body", False):
            self.complete = True
        await self._send(message)

    async def swallow(self, message: Message) -> None:
        """Where an answer goes whose connection is about to be dropped."""

    async def respond(self, response: Response) -> None:
        """Answer without a route."""
        await response(self.scope, self.replay, self.send)

    async def refuse(self, status: HTTPStatus, message: str) -> None:
        """Answer with an error object."""
        await self.respond(JSONResponse(Refused(status, message).body(), status))

    async def wait(self) -> None:
        """Let the latency pass, if this is an API request; others go on meanwhile."""
        if self.is_api and (seconds := self._latency()) > 0:
            await asyncio.sleep(seconds)

    def drop(self) -> None:
        """Close the connection at once, without another byte."""
        if not self.answered:
            self._record(0)
        abort = self.scope.get("state", {}).get("abort")
        if abort is None:  # not behind our own server, as in a test without sockets
            raise ConnectionResetError("The connection was dropped.")
        abort()

    async def until_gone(self) -> None:
        """Wait for the connection's end, so that uvicorn does not answer in the route's place."""
        while (await self._receive())["type"] != "http.disconnect":
            pass

    def _record(self, status: int) -> None:
        query = self.scope["query_string"].decode("latin-1")
        self._log.add(RecordedRequest(self.method, self.path, query, self._body, status))


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser says that another site's page, or one of another port here, sends this request.

    A rule of our own: the contract tells nothing of cross-origin requests. Programs send neither header; pages can't
    read answers anyway, because there is no `Access-Control-Allow-Origin`.
    """
    own = f"http://{headers.get('host', '').lower()}"
    origins = headers.getlist("origin")
    sites = headers.getlist("sec-fetch-site")
    return any(origin.lower() != own for origin in origins) or any(
        site not in ("same-origin", "none") for site in sites
    )


def _limit_headers(verdict: Verdict) -> dict[str, str]:
    """The contract's three headers; the reset is rounded up to a millisecond, so that nobody comes too soon."""
    reset = datetime.now(UTC) + timedelta(milliseconds=math.ceil(verdict.full_in * 1000) + 1)
    return {
        "x-ratelimit-limit": str(verdict.limit),
        "x-ratelimit-remaining": str(verdict.remaining),
        "x-ratelimit-reset": reset.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }
