"""What every request passes before its route: the log, the host check, the rate limit, the cookie, the faults."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from joip_desktop.mock.auth import Cookies, cookie_in, set_cookie_header
from joip_desktop.mock.elsewhere import Elsewhere
from joip_desktop.mock.errors import Refused
from joip_desktop.mock.exchange import LARGEST_BODY, LARGEST_SNAPSHOT, Exchange
from joip_desktop.mock.fault_delivery import deliver
from joip_desktop.mock.faults import Faults
from joip_desktop.mock.limiter import Limiter, Verdict
from joip_desktop.mock.recording import RequestLog

_READING: Final = ("GET", "HEAD", "OPTIONS")
_LOG = logging.getLogger(__name__)


class Gate:
    """An ASGI application around the routes; `latency` gives the seconds that each API answer waits."""

    def __init__(
        self,
        app: ASGIApp,
        control: ASGIApp,
        *,
        is_controller: Callable[[str], bool],
        port: int,
        limiter: Limiter,
        cookies: Cookies,
        faults: Faults,
        elsewhere: Elsewhere,
        log: RequestLog,
        latency: Callable[[], float],
    ) -> None:
        self._app = app
        self._control = control
        self._is_controller = is_controller
        self._hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))
        self._limiter = limiter
        self._cookies = cookies
        self._faults = faults
        self._elsewhere = elsewhere
        self._log = log
        self._latency = latency

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        exchange = Exchange(scope, receive, send, self._log, self._latency)
        try:
            await self._answer(exchange)
        except asyncio.CancelledError:  # the server stops: a dropped connection is the truth, a 500 is not
            exchange.drop()
            raise
        except Exception:  # noqa: BLE001 - the outermost place: logged and answered
            await self._fail(exchange)

    async def _fail(self, exchange: Exchange) -> None:
        if exchange.complete:  # `routes` has logged and answered it; starlette raises it again all the same
            return
        _LOG.exception("%s %s failed", exchange.method, exchange.path)
        if exchange.answered:  # in part: only a dropped connection says so
            exchange.drop()
        else:
            await exchange.refuse(HTTPStatus.INTERNAL_SERVER_ERROR, "Something went wrong on the server.")

    async def _answer(self, exchange: Exchange) -> None:
        # Nobody else may have this process keep a large body.
        controls = exchange.is_control and self._is_controller(exchange.request_headers.get("authorization", ""))
        if not await exchange.read_body(LARGEST_SNAPSHOT if controls else LARGEST_BODY):
            return
        if not self._is_meant(exchange):
            await exchange.refuse(HTTPStatus.BAD_REQUEST, "This server answers to its own address only.")
            return
        if exchange.method not in _READING and _is_foreign(exchange.request_headers):
            await exchange.refuse(HTTPStatus.FORBIDDEN, "This server takes changes from its own pages only.")
            return
        if exchange.is_control:
            await self._let_control(exchange, is_allowed=controls)
            return
        if exchange.is_api:
            for each in self._faults.on_arrival(exchange.method, exchange.path):
                exchange.meets(each.effect.kind, is_answer=False)
                await self._elsewhere.happen(each, exchange.path, exchange.client)
        if exchange.is_limited and not await self._admit(exchange):
            return
        met = self._faults.for_answer(exchange.method, exchange.path) if exchange.is_api else ()
        if met:
            await deliver(exchange, self._app, [each.effect for each in met])
        else:
            await self._app(exchange.scope, exchange.replay, exchange.send)

    async def _let_control(self, exchange: Exchange, *, is_allowed: bool) -> None:
        """The control endpoints, for whoever has the server's own token, and nobody else."""
        if is_allowed:
            await self._control(exchange.scope, exchange.replay, exchange.send)
        else:
            exchange.extra["www-authenticate"] = "Bearer"
            await exchange.refuse(
                HTTPStatus.UNAUTHORIZED, "The token that this server printed when it started is needed."
            )

    def _is_meant(self, exchange: Exchange) -> bool:
        """Whether the request names this server, once and exactly.

        A page of the web whose name was made to lead here must not reach the API (DNS rebinding). A request target with
        an address in it, as proxies get, would overrule the header (RFC 9112, 3.2.2), so only paths are taken.
        """
        hosts = exchange.request_headers.getlist("host")
        return len(hosts) == 1 and hosts[0].lower() in self._hosts and exchange.path.startswith("/")

    async def _admit(self, exchange: Exchange) -> bool:
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
