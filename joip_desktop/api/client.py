"""The client: one coroutine for each endpoint of the API, a typed result or a `JoipError`, nothing else."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Final

import httpx

from joip_desktop.api import identity
from joip_desktop.api.auth import COOKIE_NAME, cookie_from_response
from joip_desktop.api.budget import Ticket, TokenBudget
from joip_desktop.api.decode import (
    DecodedList,
    SessionDetail,
    decode_detail,
    decode_list,
    decode_session,
    error_for,
)
from joip_desktop.api.failures import NO_TARGET, failure_for
from joip_desktop.api.network import ProxyFor, system_proxy, transport_to
from joip_desktop.api.origin import Origin
from joip_desktop.api.receiving import MOST_OF_LIST, MOST_OF_SESSION, Tell, read_aside, received, used_up
from joip_desktop.api.recording import OnExchange, Recording, recorded
from joip_desktop.api.unpacking import ACCEPTED, CantUnpackError
from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.errors import (
    AnswerError,
    NotJoipError,
    RateLimitedError,
    RedirectRefusedError,
    SignInNeededError,
    StatusError,
    TimedOutError,
    UnexpectedShapeError,
    UnreachableError,
)
from joip_desktop.domain.patch import to_body
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import Session, Values

log = logging.getLogger(__name__)

# At DEBUG it writes down the headers of answers, the new cookie among them.
logging.getLogger("httpcore").setLevel(logging.INFO)
logging.getLogger("httpx").setLevel(logging.WARNING)  # its INFO lines hold whole addresses

_REDIRECTS: Final = 3
_FAILURES: Final = (
    *(httpx.HTTPError, httpx.InvalidURL, httpx.StreamError),
    *(CantUnpackError, ValueError, OSError, RuntimeError),  # RuntimeError: the client is closed
)
_INLINE: Final = 256 * 1024
"""Bodies up to this many bytes are decoded on the spot; larger ones in a thread, so that the window stays alive."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds: to connect, between two bytes, and for one whole request of a session or of the list."""

    connect: float = 10.0
    read: float = 30.0
    one: float = 60.0
    everything: float = 300.0


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: httpx.Headers
    pieces: deque[bytes] = field(repr=False)
    """The body as it came, which reading a list uses up."""
    sent: SecretCookie | None
    """The cookie of the request; the server may have replaced it since."""

    @property
    def body(self) -> bytes:
        """The whole body."""
        return b"".join(self.pieces)

    @property
    def is_large(self) -> bool:
        """Whether it takes too long to be read on the loop."""
        return sum(map(len, self.pieces)) > _INLINE

    @property
    def content_type(self) -> str:
        return str(self.headers.get("content-type", ""))

    def error(self, *, what: str) -> StatusError | AnswerError:
        """The error that this answer means, with the cookie nowhere in it."""
        if self.sent is None and self.status == HTTPStatus.UNAUTHORIZED:
            return SignInNeededError(
                say("You are not signed in."),
                status=self.status,
                next_step=say("Sign in to go on."),
            )
        secret = "" if self.sent is None else self.sent.reveal()
        return error_for(self.status, self.body, content_type=self.content_type, what=what, secret=secret)


class JoipClient:
    """Talks to one origin. The cookie goes there and nowhere else; a rotated one replaces it.

    A `ticket` is the budget's leave to send; without one, the request takes its own. Every method raises a
    `JoipError` when it fails.

    Raises:
        UnreachableError: the proxy that `proxy_for` names can't be used.
    """

    def __init__(
        self,
        origin: Origin,
        *,
        budget: TokenBudget,
        cookie: SecretCookie | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        on_cookie: Callable[[SecretCookie], None] | None = None,
        timeouts: Timeouts | None = None,
        on_exchange: OnExchange | None = None,
        proxy_for: ProxyFor = system_proxy,
    ) -> None:
        self._origin = origin
        self._budget = budget
        self._cookie = cookie
        self._on_cookie = on_cookie
        self._on_exchange = on_exchange
        self._sign_in = 0
        self._timeouts = timeouts or Timeouts()
        limits = httpx.Limits(max_connections=10)
        self._http = httpx.AsyncClient(
            transport=transport or transport_to(origin, proxy_for=proxy_for, limits=limits),
            follow_redirects=False,
            # httpx keeps and sends cookies by rules of its own; here only `_headers` decides.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            trust_env=False,
            timeout=httpx.Timeout(self._timeouts.read, connect=self._timeouts.connect, pool=None),
            headers={"Accept": "application/json", "Accept-Encoding": ACCEPTED, "User-Agent": "joip-desktop"},
        )
        self._proxied = not origin.is_loopback and proxy_for(origin.host) is not None

    @property
    def has_cookie(self) -> bool:
        """Whether there is a cookie to send."""
        return self._cookie is not None

    def use_cookie(self, cookie: SecretCookie | None) -> None:
        """Send this cookie from now on, or none."""
        self._cookie = cookie
        self._sign_in += 1

    async def aclose(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    # --- endpoints --------------------------------------------------------------------------------------------------

    async def list_sessions(self, ticket: Ticket | None = None, *, progress: Tell | None = None) -> DecodedList:
        """`GET /api/sessions`: all sessions of the account, in one answer (contract: no pagination).

        `progress` hears of the bytes that have come, and of the rows that have been read where these are many.
        """
        seconds = self._timeouts.everything
        answer = await self._counted("GET", "/api/sessions", ticket, seconds=seconds, progress=progress)
        self._expect_success(answer, what=later("read the sessions"))
        if answer.is_large:
            return await read_aside(answer.pieces, content_type=answer.content_type, tell=progress)
        return decode_list(used_up(answer.pieces), content_type=answer.content_type)

    async def get_session(self, session_id: int, ticket: Ticket | None = None) -> SessionDetail:
        """`GET /api/sessions/:id`: one session with its media."""
        answer = await self._counted("GET", f"/api/sessions/{session_id}", ticket, seconds=self._timeouts.one)
        self._expect_success(answer, what=later("read the session"))

        def decode() -> SessionDetail:
            return decode_detail(answer.body, content_type=answer.content_type, expected_id=session_id)

        return await asyncio.to_thread(decode) if answer.is_large else decode()

    async def update_session(self, session_id: int, values: Values, ticket: Ticket | None = None) -> Session:
        """`PATCH /api/sessions/:id` with these fields alone; returns the session as the server has it now."""
        path = f"/api/sessions/{session_id}"
        answer = await self._counted("PATCH", path, ticket, values=values, seconds=self._timeouts.one)
        self._expect_success(answer, what=later("change the session"))
        return decode_session(answer.body, content_type=answer.content_type, expected_id=session_id)

    async def whoami(self) -> AccountName:
        """`GET /api/auth/user`: who is signed in; costs no token, as it is not among `/api/sessions`.

        A server without that page is asked for the list instead, whose rows tell the user's id.

        Raises:
            SignInNeededError: the server does not accept the cookie.
            NotJoipError: it is some other server.
        """
        answer = await self._uncounted("/api/auth/user")
        if not identity.lacks_page(answer.status, answer.body):
            self._expect_account(answer)
            return identity.decode_account(answer.body, content_type=answer.content_type, host=self._origin.host_label)
        answer = await self._counted("GET", "/api/sessions", None, seconds=self._timeouts.everything)
        self._expect_account(answer)
        if answer.is_large:
            return identity.owner_of(
                (await read_aside(answer.pieces, content_type=answer.content_type, tell=None)).sessions
            )
        try:
            listed = decode_list(used_up(answer.pieces), content_type=answer.content_type)
        except (NotJoipError, UnexpectedShapeError) as error:
            raise identity.no_joip(self._origin.host_label) from error
        return identity.owner_of(listed.sessions)

    async def login(self, email: str, password: str) -> SecretCookie:
        """`POST /api/login`, for servers that offer it; the answer's cookie is used from now on.

        Raises:
            SignInNeededError: the server does not accept e-mail and password.
            AnswerError: the server offers no such sign-in.
        """
        body = json.dumps({"email": email, "password": password}).encode("ascii")
        answer = await self._send("POST", self._origin.url("/api/login"), body=body, seconds=self._timeouts.one)
        cookie = cookie_from_response(answer.headers.get_list("set-cookie"))
        if answer.status in (302, 303) or httpx.codes.is_success(answer.status):  # contract: 302 to "/"
            if cookie is None or not self._stays(answer):
                raise identity.no_login()
            self.use_cookie(cookie)
            return cookie
        raise identity.login_error(
            answer.status, answer.headers, answer.body, host=self._origin.host_label, secret=self._secret_of(answer)
        )

    # --- sending ----------------------------------------------------------------------------------------------------

    async def _counted(
        self,
        method: str,
        path: str,
        ticket: Ticket | None,
        *,
        seconds: float,
        values: Values | None = None,
        progress: Tell | None = None,
    ) -> _Answer:
        """Send a request that costs a token, and follow redirects within the origin that keep the method."""
        used = self._budget.take() if ticket is None else ticket
        try:
            # ASCII, so that even half of a surrogate pair can be sent.
            body = None if values is None else json.dumps(to_body(values)).encode("ascii")
        except BaseException:
            self._budget.give_back(used)
            raise
        url = self._origin.url(path)
        for _ in range(_REDIRECTS + 1):
            answer = await self._counted_once(method, url, used, body=body, seconds=seconds, progress=progress)
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            url = self._redirect(method, url, answer)
            used = self._budget.take()  # the server counts each step
        self._budget.give_back(used)
        raise RedirectRefusedError(say("The server redirects in circles."))

    async def _uncounted(self, path: str) -> _Answer:
        """Send a GET that costs no token, and follow redirects within the origin."""
        url = self._origin.url(path)
        for _ in range(_REDIRECTS + 1):
            answer = await self._send("GET", url, body=None, seconds=self._timeouts.one)
            if answer.status not in (301, 302, 303, 307, 308):
                return answer
            url = self._redirect("GET", url, answer)
        raise RedirectRefusedError(say("The server redirects in circles."))

    async def _counted_once(
        self, method: str, url: str, ticket: Ticket, *, body: bytes | None, seconds: float, progress: Tell | None
    ) -> _Answer:
        """Send one request, and let the budget know how it ended."""
        try:
            answer = await self._send(method, url, body=body, seconds=seconds, progress=progress)
        except UnreachableError:  # there was no connection to send it over
            self._budget.give_back(ticket)
            raise
        except BaseException:
            self._budget.lost(ticket)
            raise
        if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            error = answer.error(what=later("go on"))
            wait = error.retry_after if isinstance(error, RateLimitedError) else None
            self._budget.refused(ticket, answer.headers, wait)
        else:
            self._budget.answered(ticket, answer.headers)
        return answer

    def _redirect(self, method: str, url: str, answer: _Answer) -> str:
        try:
            target = httpx.URL(url).join(answer.headers.get("location", ""))
            stays = self._origin.same(target) and not target.userinfo
        except (httpx.InvalidURL, ValueError) as error:
            raise RedirectRefusedError(say(NO_TARGET)) from error
        if not stays:
            raise RedirectRefusedError(say("The server redirects to another server, where your cookie must not go."))
        if method != "GET" and answer.status not in (307, 308):
            raise RedirectRefusedError(say("The server redirects a change, which would get lost on the way."))
        return str(target)

    def _stays(self, answer: _Answer) -> bool:
        """Whether an answer redirects nowhere else: to a sign-in at another server, say."""
        location = answer.headers.get("location", "")
        try:
            return self._origin.same(httpx.URL(self._origin.url("/")).join(location))
        except (httpx.InvalidURL, ValueError):
            return False

    async def _send(
        self, method: str, url: str, *, body: bytes | None, seconds: float, progress: Tell | None = None
    ) -> _Answer:
        with recorded(self._on_exchange, method, url, body, self._cookie) as recording:
            return await self._send_recorded(recording, method, url, body=body, seconds=seconds, progress=progress)

    async def _send_recorded(
        self, recording: Recording, method: str, url: str, *, body: bytes | None, seconds: float, progress: Tell | None
    ) -> _Answer:
        started = time.monotonic()
        status = 0
        most = MOST_OF_LIST if url.partition("?")[0].endswith("/sessions") else MOST_OF_SESSION
        sign_in, sent = self._sign_in, self._cookie
        try:
            async with asyncio.timeout(seconds):
                sending = self._http.stream(method, url, content=body, headers=self._headers(url, body))
                async with sending as response:
                    recording.head(response)
                    pieces = await received(response, progress if response.is_success else None, most=most)
                    recording.pieces = pieces
            status = response.status_code
        except TimeoutError as error:
            raise TimedOutError(say("{host} does not answer in time.", host=self._origin.host_label)) from error
        except (httpx.ProtocolError, UnicodeError) as error:  # their texts quote header lines, so they end here
            raise failure_for(error, self._origin.host_label) from None
        except _FAILURES as error:
            raise failure_for(error, self._origin.host_label, proxied=self._proxied) from error
        finally:
            path = httpx.URL(url).raw_path.partition(b"?")[0].decode("ascii")  # encoded: a redirect may hold a newline
            log.debug("%s %s: %s in %.3f s", method, path, status or "no answer", time.monotonic() - started)
        if sign_in == self._sign_in:  # an answer to a former sign-in must not replace the present one's cookie
            self._take_cookie(response)
        return _Answer(status, response.headers, pieces, sent)

    def _headers(self, url: str, body: bytes | None) -> dict[str, str]:
        headers = {} if body is None else {"Content-Type": "application/json"}
        if self._cookie is not None and self._origin.same(url):
            headers["Cookie"] = f"{COOKIE_NAME}={self._cookie.reveal()}"
        return headers

    def _take_cookie(self, response: httpx.Response) -> None:
        """Contract: the server may send the cookie again on any response, and the newest counts."""
        if self._cookie is None:
            return
        newer = cookie_from_response(response.headers.get_list("set-cookie"))
        if newer is not None and newer != self._cookie:
            self._cookie = newer
            if self._on_cookie is not None:
                self._on_cookie(newer)

    @staticmethod
    def _expect_success(answer: _Answer, *, what: str) -> None:
        if not httpx.codes.is_success(answer.status):
            raise answer.error(what=what)

    def _expect_account(self, answer: _Answer) -> None:
        if not httpx.codes.is_success(answer.status):
            raise identity.account_error(
                answer.status, answer.headers, answer.body, host=self._origin.host_label, secret=self._secret_of(answer)
            )

    @staticmethod
    def _secret_of(answer: _Answer) -> str:
        return "" if answer.sent is None else answer.sent.reveal()
