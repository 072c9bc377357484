"""The client over httpx's mock transport, and over small raw servers where the network itself misbehaves."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import logging
import socket
import threading
import traceback
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TypeVar

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joip_desktop.api.budget import Ticket, TokenBudget
from joip_desktop.api.client import JoipClient, Timeouts
from joip_desktop.api.origin import Origin
from joip_desktop.domain import errors
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import (
    ConnectionBrokenError,
    JoipError,
    MalformedAnswerError,
    RateLimitedError,
    RedirectRefusedError,
    SignInNeededError,
    TimedOutError,
    UnreachableError,
)
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session, Values
from tests.helpers import strategies

T = TypeVar("T")
Handler = Callable[[httpx.Request], httpx.Response]

SECRET = "s%3AverySecret.signature"
FRESH = "s%3AfreshSecret.signature"
ORIGIN = Origin.parse("https://joip.example")
ROW = {"id": 7, "title": "Listed"}
LIMIT = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "42"}


class CountingBudget(TokenBudget):
    """Counts how tickets end."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Ticket] = []
        self.ends: list[tuple[str, Ticket]] = []

    @property
    def how(self) -> list[str]:
        return [how for how, _ in self.ends]

    def take(self) -> Ticket:
        self.taken.append(super().take())
        return self.taken[-1]

    def give_back(self, ticket: Ticket) -> None:
        self.ends.append(("give_back", ticket))
        super().give_back(ticket)

    def lost(self, ticket: Ticket) -> None:
        self.ends.append(("lost", ticket))
        super().lost(ticket)

    def answered(self, ticket: Ticket, headers: Mapping[str, str]) -> None:
        self.ends.append(("answered", ticket))
        super().answered(ticket, headers)

    def refused(self, ticket: Ticket, headers: Mapping[str, str], retry_after: float | None) -> float:
        self.ends.append(("refused", ticket))
        return super().refused(ticket, headers, retry_after)


@pytest.fixture
def budget() -> Iterator[CountingBudget]:
    counting = CountingBudget()
    yield counting
    assert sorted(t.number for _, t in counting.ends) == [t.number for t in counting.taken], "a ticket ends once"


@contextmanager
def logged() -> Iterator[io.StringIO]:
    """All that any library writes down meanwhile, to the last detail."""
    root, text = logging.getLogger(), io.StringIO()
    handler, level = logging.StreamHandler(text), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield text
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


def run(
    budget: TokenBudget,
    action: Callable[[JoipClient], Awaitable[T]],
    *,
    handler: Handler | None = None,
    origin: Origin = ORIGIN,
    cookie: str | None = SECRET,
    on_cookie: Callable[[SecretCookie], None] | None = None,
    timeouts: Timeouts | None = None,
) -> T:
    """One action of a client; every error it ends with is looked over for the cookie."""

    async def main() -> T:
        client = JoipClient(
            origin,
            budget=budget,
            cookie=None if cookie is None else SecretCookie(cookie),
            transport=httpx.MockTransport(handler) if handler else None,
            on_cookie=on_cookie,
            timeouts=timeouts,
        )
        try:
            return await action(client)
        finally:
            await client.aclose()

    with logged() as text:
        try:
            return asyncio.run(main())
        except JoipError as error:
            check_hidden(error)
            raise
        finally:
            assert "Secret" not in text.getvalue(), "a cookie in the log"


def check_hidden(error: JoipError) -> None:
    assert error.sentence
    assert "Secret" not in repr(error)
    assert "Secret" not in "".join(traceback.format_exception(error))


def update(client: JoipClient) -> Awaitable[Session]:
    return client.update_session(7, {"title": "New"})


async def listed(client: JoipClient) -> list[Session]:
    return (await client.list_sessions()).sessions


# --- requests ---------------------------------------------------------------------------------------------------------


def test_the_list_is_one_get(budget: CountingBudget) -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=[ROW, 5], headers=LIMIT)

    decoded = run(budget, lambda client: client.list_sessions(), handler=handler)
    assert ([session.id for session in decoded.sessions], decoded.unreadable) == ([7], 1)
    [request] = seen
    assert (request.method, str(request.url), request.content) == ("GET", "https://joip.example/api/sessions", b"")
    assert request.headers["cookie"] == f"connect.sid={SECRET}"
    assert request.headers["accept"] == "application/json"
    assert "content-type" not in request.headers
    assert budget.how == ["answered"]
    assert budget.quota().remaining == 42


def test_one_session_is_one_get(budget: CountingBudget) -> None:
    answer = httpx.Response(200, json={"session": ROW, "media": [{"id": 1}]})
    detail = run(budget, lambda client: client.get_session(7), handler=lambda _request: answer)
    assert (detail.session.id, detail.media) == (7, ({"id": 1},))
    assert answer.request.url.path == "/api/sessions/7"


@given(strategies.patches())
@settings(max_examples=30, deadline=None)
def test_a_patch_holds_the_changed_fields_alone(values: dict[str, FieldValue]) -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=ROW)

    run(TokenBudget(), lambda client: client.update_session(7, {**values, "user_id": UNKNOWN}), handler=handler)
    [request] = seen
    assert (request.method, request.url.path) == ("PATCH", "/api/sessions/7")
    assert request.headers["content-type"] == "application/json"
    sent = json.loads(request.content)
    assert len(sent) == len(values)
    for name, value in values.items():
        wire = name.split("_")[0] + "".join(part.title() for part in name.split("_")[1:])
        assert sent[wire] == (",".join(value) if isinstance(value, tuple) else value)


def test_the_wire_of_a_patch_byte_for_byte(budget: CountingBudget) -> None:
    body = json.dumps(ROW).encode()
    with raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)) as server:
        run(
            budget,
            lambda client: client.update_session(7, {"title": "Neu \ud800ä", "subreddits": ("a1", "b2")}),
            origin=server.origin,
        )
    [request] = server.requests
    head, _, content = request.partition(b"\r\n\r\n")
    assert head.startswith(b"PATCH /api/sessions/7 HTTP/1.1\r\n")
    assert content == b'{"title": "Neu \\ud800\\u00e4", "subreddits": "a1,b2"}'
    assert head.lower().count(b"cookie:") == 1


def test_without_a_cookie_none_is_sent(budget: CountingBudget) -> None:
    answer = httpx.Response(401, json={"message": "Unauthorized"})
    with pytest.raises(SignInNeededError):
        run(budget, listed, handler=lambda _request: answer, cookie=None)
    assert "cookie" not in answer.request.headers


def test_a_ticket_that_is_handed_in_is_used(budget: CountingBudget) -> None:
    ticket = budget.take()
    run(budget, lambda client: client.list_sessions(ticket), handler=lambda _request: httpx.Response(200, json=[]))
    assert budget.ends == [("answered", ticket)]


def test_a_large_list_is_read_too(budget: CountingBudget) -> None:
    rows = [{"id": number, "title": "x" * 400} for number in range(1000)]
    assert len(run(budget, listed, handler=lambda _request: httpx.Response(200, json=rows))) == 1000


def test_how_far_a_list_has_come_is_told_on_the_way(budget: CountingBudget) -> None:
    body = json.dumps([{"id": number, "title": "x" * 400} for number in range(1200)]).encode()
    told: list[ReadingProgress] = []
    answer = _OK + b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    with raw_server(answer) as server:
        run(budget, lambda client: client.list_sessions(progress=told.append), origin=server.origin)
    received = [one for one in told if one.phase == "receiving"]
    assert len(received) > 1, "piece by piece"
    assert [one.done for one in received] == sorted(one.done for one in received)
    assert received[-1] == ReadingProgress("receiving", len(body), len(body))
    assert told[len(received) :] == [ReadingProgress("reading", 500), ReadingProgress("reading", 1000)]


def test_of_an_answer_that_is_no_list_nothing_is_told(budget: CountingBudget) -> None:
    told: list[ReadingProgress] = []
    with raw_server(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}") as server, pytest.raises(JoipError):
        run(budget, lambda client: client.list_sessions(progress=told.append), origin=server.origin)
    assert told == []


def test_a_large_session_is_read_too(budget: CountingBudget) -> None:
    media = [{"id": number, "x": "y" * 300} for number in range(1000)]
    answer = httpx.Response(200, json={"session": ROW, "media": media})
    detail = run(budget, lambda client: client.get_session(7), handler=lambda _request: answer)
    assert len(detail.media) == 1000


def test_a_body_that_can_not_be_made_gives_its_ticket_back(budget: CountingBudget) -> None:
    bad: Values = {"no_such_field": 1}
    with pytest.raises(KeyError):
        run(budget, lambda client: client.update_session(7, bad), handler=lambda _request: httpx.Response(200))
    assert budget.how == ["give_back"]


# --- answers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", [listed, update, lambda client: client.get_session(7)])
@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.InvalidRequestError),
        (401, errors.SignInNeededError),
        (402, errors.PaymentNeededError),
        (403, errors.ForbiddenError),
        (404, errors.NotFoundError),
        (418, errors.UnexpectedStatusError),
        (429, errors.RateLimitedError),
        (500, errors.ServerFaultError),
        (503, errors.ServerFaultError),
    ],
)
def test_every_status_of_the_contract_has_its_error(
    budget: CountingBudget, action: Callable[[JoipClient], Awaitable[object]], status: int, kind: type[JoipError]
) -> None:
    with pytest.raises(kind) as caught:
        run(
            budget,
            action,
            handler=lambda _request: httpx.Response(status, json={"message": "Told"}, headers=LIMIT),
        )
    assert type(caught.value) is kind
    assert budget.how == ["refused" if status == 429 else "answered"]


def test_a_429_makes_the_budget_wait_as_told(budget: CountingBudget) -> None:
    answer = httpx.Response(429, json={"message": "Slow", "retryAfter": 33}, headers={"Retry-After": "44"})
    with pytest.raises(RateLimitedError) as caught:
        run(budget, update, handler=lambda _request: answer)
    assert caught.value.retry_after == 33
    assert 32 < budget.delay() <= 33


def test_a_429_of_a_proxy_is_obeyed_too(budget: CountingBudget) -> None:
    answer = httpx.Response(429, html="<h1>Slow down</h1>", headers={"Retry-After": "44"})
    with pytest.raises(RateLimitedError):
        run(budget, update, handler=lambda _request: answer)
    assert 43 < budget.delay() <= 44


@pytest.mark.parametrize("body", [b"", b"<html>", b"[", b"[]", b'{"id": 8}'])
def test_a_success_with_an_odd_body_is_an_answer_error(budget: CountingBudget, body: bytes) -> None:
    with pytest.raises(errors.AnswerError):
        run(budget, update, handler=lambda _request: httpx.Response(200, content=body))
    assert budget.how == ["answered"]


_statuses = st.sampled_from([200, 201, 204, 302, 307, 400, 401, 404, 429, 500]) | st.integers(200, 599)
_headers = st.dictionaries(
    st.sampled_from(["Location", "Set-Cookie", "X-RateLimit-Limit", "X-RateLimit-Remaining", "Retry-After", "Date"]),
    st.sampled_from(["/", "//evil.example", "http://[", "connect.sid=x; Max-Age=--1; Expires=x", "nan", "5", "\x80"])
    | st.text(st.characters(max_codepoint=255), max_size=20),
)


@settings(deadline=None)
@given(_statuses, _headers, st.binary(max_size=30) | st.sampled_from([b"[]", b"{}", json.dumps(ROW).encode()]))
def test_whatever_comes_is_a_result_or_a_joip_error(status: int, headers: dict[str, str], body: bytes) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]

    def handler(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers=raw, content=body)

    for action in (update, listed):
        counting = CountingBudget()
        with suppress(JoipError):
            run(counting, action, handler=handler)
        assert len(counting.ends) == len(counting.taken) > 0


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (httpx.ConnectError("no"), UnreachableError),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate"), UnreachableError),
        (httpx.ProxyError("no"), UnreachableError),
        (httpx.ConnectTimeout("no"), TimedOutError),
        (httpx.ReadTimeout("no"), TimedOutError),
        (httpx.ReadError("no"), ConnectionBrokenError),
        (httpx.LocalProtocolError("Illegal header value b'connect.sid=Secret'"), ConnectionBrokenError),
        (httpx.RemoteProtocolError("illegal header line: b'Set-Cookie: Secret'"), ConnectionBrokenError),
        (httpx.DecodingError("no"), MalformedAnswerError),
        (UnicodeEncodeError("ascii", "Secret", 0, 1, "Secret"), ConnectionBrokenError),
        (OSError("no"), ConnectionBrokenError),
        (RuntimeError("no"), ConnectionBrokenError),
    ],
)
def test_every_failure_on_the_way_is_a_transport_error(
    budget: CountingBudget, raised: Exception, kind: type[JoipError]
) -> None:
    def handler(_request: httpx.Request) -> httpx.Response:
        raise raised

    with pytest.raises(kind, match=r"joip\.example"):
        run(budget, update, handler=handler)
    assert budget.how == ["give_back" if kind is UnreachableError else "lost"]


def test_a_closed_client_says_so_with_a_joip_error(budget: CountingBudget) -> None:
    async def late(client: JoipClient) -> object:
        await client.aclose()
        return await client.list_sessions()

    with pytest.raises(ConnectionBrokenError):
        run(budget, late, handler=lambda _request: httpx.Response(200, json=[]))


# --- the cookie -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [200, 401, 403, 429, 500])
def test_a_rotated_cookie_replaces_the_former_one(budget: CountingBudget, status: int) -> None:
    sent: list[str] = []
    told: list[SecretCookie] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append(request.headers["cookie"])
        headers = {"Set-Cookie": f"connect.sid={FRESH}; Path=/; HttpOnly"}
        return httpx.Response(status, json=[], headers=headers)

    async def twice(client: JoipClient) -> None:
        for _ in range(2):
            with suppress(JoipError):
                await client.list_sessions()

    run(budget, twice, handler=handler, on_cookie=told.append)
    assert sent == [f"connect.sid={SECRET}", f"connect.sid={FRESH}"]
    assert told == [SecretCookie(FRESH)]


def test_foreign_and_expired_cookies_are_neither_kept_nor_sent(budget: CountingBudget) -> None:
    sent: list[str] = []
    told: list[SecretCookie] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.extend(request.headers.get_list("cookie"))
        cookies = ["other=x; Path=/", "connect.sid=; Max-Age=0", "connect.sid=Secret; Max-Age=-1"]
        return httpx.Response(200, json=[], headers=[("Set-Cookie", one) for one in cookies])

    async def twice(client: JoipClient) -> None:
        await client.list_sessions()
        await client.list_sessions()
        assert list(client._http.cookies.jar) == []

    run(budget, twice, handler=handler, on_cookie=told.append)
    assert sent == [f"connect.sid={SECRET}"] * 2
    assert told == []


def test_a_client_without_a_cookie_takes_none_from_an_answer(budget: CountingBudget) -> None:
    async def twice(client: JoipClient) -> bool:
        await client.list_sessions()
        return client.has_cookie

    answer = httpx.Response(200, json=[], headers={"Set-Cookie": f"connect.sid={FRESH}"})
    assert not run(budget, twice, handler=lambda _request: answer, cookie=None)


def test_an_answer_to_the_former_sign_in_does_not_replace_the_new_cookie(budget: CountingBudget) -> None:
    told: list[SecretCookie] = []

    async def swap(client: JoipClient) -> bool:
        pending.append(client)
        await client.list_sessions()
        return client._cookie == SecretCookie("s%3ApastedSecret")

    pending: list[JoipClient] = []

    def handler(_request: httpx.Request) -> httpx.Response:
        pending[0].use_cookie(SecretCookie("s%3ApastedSecret"))  # pasted while the answer is on its way
        return httpx.Response(200, json=[], headers={"Set-Cookie": f"connect.sid={FRESH}"})

    assert run(budget, swap, handler=handler, on_cookie=told.append)
    assert told == []


# --- redirects --------------------------------------------------------------------------------------------------------


def redirecting(status: int, location: str, seen: list[httpx.Request]) -> Handler:
    """Redirects the API's paths, and answers everything else."""

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.url.path.startswith("/api/"):
            return httpx.Response(status, headers={"Location": location})
        return httpx.Response(200, json=[ROW] if request.method == "GET" else ROW)

    return handler


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", ["/new", "new", "https://joip.example/new", "https://JOIP.example:443/new?a=b"])
def test_a_get_follows_a_redirect_within_the_origin(budget: CountingBudget, status: int, location: str) -> None:
    seen: list[httpx.Request] = []
    location = f"/{location}" if location == "new" else location
    assert run(budget, listed, handler=redirecting(status, location, seen))[0].id == 7
    assert [request.method for request in seen] == ["GET", "GET"]
    assert all(request.headers["cookie"] == f"connect.sid={SECRET}" for request in seen)
    assert budget.how == ["answered", "answered"]


@pytest.mark.parametrize("status", [307, 308])
def test_a_patch_follows_a_redirect_that_keeps_it_whole(budget: CountingBudget, status: int) -> None:
    seen: list[httpx.Request] = []
    run(budget, update, handler=redirecting(status, "/new", seen))
    assert [(request.method, request.content) for request in seen] == [("PATCH", b'{"title": "New"}')] * 2


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_patch_does_not_follow_a_redirect_that_would_lose_it(budget: CountingBudget, status: int) -> None:
    seen: list[httpx.Request] = []
    with pytest.raises(RedirectRefusedError, match="get lost"):
        run(budget, update, handler=redirecting(status, "/new", seen))
    assert len(seen) == 1
    assert budget.how == ["answered"]


@pytest.mark.parametrize("status", [302, 307])
@pytest.mark.parametrize("action", [listed, update])
@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/api/sessions",
        "//evil.example/",
        "http://joip.example/",
        "https://joip.example:8443/",
        "https://joip.example.evil.example/",
        "https://joip.example@evil.example/",
        "https://user@joip.example/",
        "javascript:alert(1)",
        "http://[",
        "https://joip.example:99999999/",
    ],
)
def test_no_redirect_leads_out_of_the_origin(
    budget: CountingBudget, action: Callable[[JoipClient], Awaitable[object]], location: str, status: int
) -> None:
    seen: list[httpx.Request] = []
    with pytest.raises(RedirectRefusedError):
        run(budget, action, handler=redirecting(status, location, seen))
    assert len(seen) == 1
    assert len(budget.how) == 1


def test_redirects_in_circles_end(budget: CountingBudget) -> None:
    seen: list[httpx.Request] = []
    with pytest.raises(RedirectRefusedError, match="in circles"):
        run(budget, listed, handler=redirecting(302, "/api/again", seen))
    assert len(seen) == 4


def test_the_other_server_of_a_redirect_hears_nothing(budget: CountingBudget) -> None:
    with raw_server(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]") as other:
        head = f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {other.origin}/\r\nContent-Length: 0\r\n\r\n"
        with raw_server(head.encode()) as server, pytest.raises(RedirectRefusedError):
            run(budget, listed, origin=server.origin)
        assert len(server.requests) == 1
        assert other.requests == []


# --- the network ------------------------------------------------------------------------------------------------------


class RawServer:
    """Answers every connection's first request with the same bytes, then closes, or keeps silent; None is no answer."""

    def __init__(self, answer: bytes | None, *, then_silent: bool = False) -> None:
        self.requests: list[bytes] = []
        self._answer = answer
        self._then_silent = then_silent or answer is None
        self.asked = threading.Event()
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(5)
        self.origin = Origin("http", "127.0.0.1", self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        with suppress(OSError):  # wakes the thread up where nobody has connected
            socket.create_connection(("127.0.0.1", self.origin.port), 1).close()
        self._thread.join()
        self._listener.close()

    def _serve(self) -> None:
        while not self._over.is_set():
            connection, _ = self._listener.accept()
            with connection, suppress(OSError):
                connection.settimeout(5)
                request = connection.recv(65536)
                if not request:
                    continue
                while b"\r\n\r\n" not in request or (b"PATCH" in request and not request.endswith(b"}")):
                    request += connection.recv(65536)
                self.requests.append(request)
                self.asked.set()
                connection.sendall(self._answer or b"")
                if self._then_silent:
                    connection.recv(1)  # until the client gives up
                else:
                    connection.shutdown(socket.SHUT_WR)


@contextmanager
def raw_server(answer: bytes | None, *, then_silent: bool = False) -> Iterator[RawServer]:
    server = RawServer(answer, then_silent=then_silent)
    try:
        yield server
    finally:
        server.stop()


_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 OK\r\nContent-Le",
        _OK + b"Content-Length: 100\r\n\r\n[",
        _OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\n[{",
        _OK + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
        _OK + b"Content-Length: nonsense\r\n\r\n[]",
        _OK + b"Set-Cookie: connect.sid=Secret\x00\r\nContent-Length: 2\r\n\r\n[]",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x00\xff\x16\x03\x01garbage",
        b"<html>not http</html>\r\n\r\n",
    ],
)
def test_a_connection_that_breaks_or_is_no_http_is_broken(budget: CountingBudget, answer: bytes) -> None:
    with raw_server(answer) as server, pytest.raises(ConnectionBrokenError):
        run(budget, update, origin=server.origin)
    assert budget.how == ["lost"]


def test_a_body_that_is_not_packed_as_it_says_is_malformed(budget: CountingBudget) -> None:
    answer = _OK + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"
    with raw_server(answer) as server, pytest.raises(MalformedAnswerError):
        run(budget, update, origin=server.origin)
    assert budget.how == ["lost"]


def test_a_truncated_gzip_body_is_a_joip_error(budget: CountingBudget) -> None:
    body = gzip.compress(json.dumps([ROW] * 100).encode())[:-20]
    head = _OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body)
    with raw_server(head + body) as server, pytest.raises(JoipError):
        run(budget, listed, origin=server.origin)


def test_a_port_where_nobody_listens_can_not_be_reached(budget: CountingBudget) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        origin = Origin("http", "127.0.0.1", taken.getsockname()[1])
        with pytest.raises(UnreachableError, match="can't be reached"):
            run(budget, listed, origin=origin)
    assert budget.how == ["give_back"]


@pytest.mark.parametrize("timeouts", [Timeouts(read=0.05), Timeouts(one=0.05, everything=0.05)])
@pytest.mark.parametrize("action", [listed, update])
@pytest.mark.parametrize("answer", [None, b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n["])
def test_a_silent_server_is_given_up(
    budget: CountingBudget,
    action: Callable[[JoipClient], Awaitable[object]],
    timeouts: Timeouts,
    answer: bytes | None,
) -> None:
    with raw_server(answer, then_silent=True) as server, pytest.raises(TimedOutError, match="in time"):
        run(budget, action, origin=server.origin, timeouts=timeouts)
    assert budget.how == ["lost"]


def test_a_cancelled_request_ends_its_ticket(budget: CountingBudget) -> None:
    async def cancelled(client: JoipClient) -> None:
        task = asyncio.create_task(client.update_session(7, {"title": "New"}))
        await asyncio.to_thread(server.asked.wait, 5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with raw_server(None) as server:
        run(budget, cancelled, origin=server.origin)
    assert budget.how == ["lost"]


@pytest.mark.parametrize("name", ["HTTP_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"])
def test_no_proxy_comes_between_this_computer_and_itself(
    budget: CountingBudget, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with raw_server(b"HTTP/1.1 500 Proxy\r\nContent-Length: 0\r\n\r\n") as proxy:
        monkeypatch.setenv(name, str(proxy.origin))
        with raw_server(_OK + b"Content-Length: 2\r\n\r\n[]") as server:
            assert run(budget, listed, origin=server.origin) == []
        assert proxy.requests == []


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1", "nonsense://127.0.0.1:1", "http://a:b:c"])
def test_a_proxy_that_can_not_be_used_is_said_in_a_sentence(
    budget: CountingBudget, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", address)
    with pytest.raises(UnreachableError, match="The proxy on the way to"):
        run(budget, listed)


# --- signing in -------------------------------------------------------------------------------------------------------


def login(client: JoipClient) -> Awaitable[SecretCookie]:
    return client.login("me@example.org", "pässword")


@pytest.mark.parametrize("status", [200, 302, 303])
def test_a_login_uses_the_cookie_from_then_on(budget: CountingBudget, status: int) -> None:
    seen: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.method == "GET":
            return httpx.Response(200, json=[])
        headers = {"Location": "/", "Set-Cookie": f"connect.sid={FRESH}; HttpOnly"}
        return httpx.Response(status, headers=headers)

    async def both(client: JoipClient) -> SecretCookie:
        cookie = await login(client)
        await client.list_sessions()
        return cookie

    assert run(budget, both, handler=handler, cookie=None) == SecretCookie(FRESH)
    assert [request.url.path for request in seen] == ["/api/login", "/api/sessions"]
    assert json.loads(seen[0].content) == {"email": "me@example.org", "password": "pässword"}
    assert "cookie" not in seen[0].headers
    assert seen[1].headers["cookie"] == f"connect.sid={FRESH}"
    assert budget.how == ["answered"], "a login costs no token"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.Response(401, json={"message": "Invalid credentials"}), SignInNeededError),
        (httpx.Response(302, headers={"Location": "/"}), errors.AnswerError),
        (httpx.Response(200, html="<html>"), errors.AnswerError),
        (httpx.Response(307, headers={"Location": "https://evil.example"}), errors.AnswerError),
        (httpx.Response(404, html="<html>"), errors.AnswerError),
        (httpx.Response(429, json={"message": "Too many"}), RateLimitedError),
        (httpx.Response(500), errors.ServerFaultError),
    ],
)
def test_a_login_that_fails_says_why(budget: CountingBudget, answer: httpx.Response, kind: type[JoipError]) -> None:
    with pytest.raises(kind) as caught:
        run(budget, login, handler=lambda _request: answer, cookie=None)
    assert "pässword" not in "".join(traceback.format_exception(caught.value))
    assert budget.taken == []


def test_a_new_cookie_on_the_wire_is_not_logged_by_the_libraries(budget: CountingBudget) -> None:
    answer = _OK + f"Set-Cookie: connect.sid={FRESH}\r\nContent-Length: 2\r\n\r\n[]".encode()
    with raw_server(answer) as server, logged() as text:
        assert run(budget, listed, origin=server.origin) == []
    assert "GET /api/sessions: 200" in text.getvalue()
    assert FRESH not in text.getvalue()


# --- what a server repeats --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 402, 403, 404, 418, 429, 500])
@pytest.mark.parametrize("shown", [SECRET, "s:verySecret.signature", f"connect.sid={SECRET}; Path=/"])
def test_a_server_that_repeats_the_cookie_is_not_quoted_with_it(
    budget: CountingBudget, status: int, shown: str
) -> None:
    def handler(_request: httpx.Request) -> httpx.Response:
        # The server rotates at once: what is hidden is the cookie that was sent, not the one that has come since.
        headers = {"Set-Cookie": f"connect.sid={FRESH}"}
        return httpx.Response(status, json={"message": f"No such session: {shown}"}, headers=headers)

    with pytest.raises(errors.StatusError) as caught:
        run(budget, listed, handler=handler)
    assert "(hidden)" in caught.value.server_message
    assert "Secret" not in caught.value.server_message


def test_a_redirect_can_not_forge_a_line_of_the_log(budget: CountingBudget) -> None:
    with logged() as text:
        run(budget, listed, handler=redirecting(307, "/new%0AFORGED%1B[31m?private=1", []))
    (line,) = [line for line in text.getvalue().splitlines() if "new" in line and "HTTP Request" not in line]
    assert line.lower().startswith("get /new%0aforged%1b[31m: 200 in ")
    assert "private" not in line
