"""What the client tells of its requests: each once, however it ends, and no cookie or password anywhere in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress

import httpx
import pytest

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient, Timeouts
from joip_desktop.api.origin import Origin
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.traffic import KEPT_BYTES, LONGEST_TARGET, Exchange, as_har, no_curl

Handler = Callable[[httpx.Request], httpx.Response] | Callable[[httpx.Request], Coroutine[None, None, httpx.Response]]
Action = Callable[[JoipClient], Awaitable[object]]

ORIGIN = Origin.parse("https://joip.example")
SENT = "s%3AqwErTyUiOp12.sigNature34%2Bx"
FRESH = "s%3AneWerOnE5678.sigFresh9012"
PIECES = ("qwErTyUiOp12", "sigNature34", "neWerOnE5678", "sigFresh9012", "pass-word-123")
ROW = {"id": 7, "title": "Listed"}


def told(handler: Handler, action: Action, *, timeouts: Timeouts | None = None) -> list[Exchange]:
    """What is recorded of an action, whether it fails or not; looked over for secrets."""
    exchanges: list[Exchange] = []

    async def main() -> None:
        client = JoipClient(
            ORIGIN,
            budget=TokenBudget(),
            cookie=SecretCookie(SENT),
            transport=httpx.MockTransport(handler),
            on_exchange=exchanges.append,
            timeouts=timeouts,
        )
        try:
            with suppress(JoipError):
                await action(client)
        finally:
            await client.aclose()

    asyncio.run(main())
    for shown in (repr(exchanges), as_har(exchanges, str(ORIGIN), "1")):
        assert not [piece for piece in PIECES if piece in shown]
    return exchanges


def update(client: JoipClient) -> Awaitable[object]:
    return client.update_session(7, {"title": "New"})


def read(client: JoipClient) -> Awaitable[object]:
    return client.get_session(7)


def test_a_change_is_told_with_its_bodies_and_the_tokens_left() -> None:
    headers = {"X-RateLimit-Remaining": "41", "Set-Cookie": f"connect.sid={FRESH}; Path=/", "X-Whatever": "1"}
    (one,) = told(lambda _request: httpx.Response(200, json=ROW, headers=headers), update)
    assert (one.method, one.path, one.query, one.status, one.error) == ("PATCH", "/api/sessions/7", "", 200, "")
    assert one.request is not None
    assert json.loads(one.request.text) == {"title": "New"}
    assert json.loads(one.answer.text) == ROW
    assert one.remaining == 41
    assert set(one.headers) == {"content-type", "content-length", "x-ratelimit-remaining"}
    assert one.started.utcoffset() is not None
    assert 0 <= one.waited <= one.seconds


def test_a_server_that_repeats_the_cookie_is_not_recorded_with_it() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        echo = {"error": request.headers["cookie"], "new": FRESH, "plain": "s:qwErTyUiOp12.sigNature34+x"}
        return httpx.Response(500, json=echo, headers={"Server": SENT, "Set-Cookie": f"connect.sid={FRESH}"})

    (one,) = told(handler, read)
    assert one.status == 500
    assert "•••" in one.answer.text
    assert one.headers["server"] == "•••"


def test_a_redirect_is_told_step_by_step_and_a_cookie_in_an_address_is_not() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if not request.url.query:
            return httpx.Response(307, headers={"Location": f"/api/sessions/7?sid={SENT}"})
        return httpx.Response(200, json=ROW)

    assert [(one.status, one.target) for one in told(handler, read)] == [
        (307, "/api/sessions/7"),
        (200, "/api/sessions/7?sid=•••"),
    ]


def test_of_a_long_address_the_beginning_is_kept_and_no_command_made() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        if not request.url.query:
            return httpx.Response(307, headers={"Location": f"/api/sessions/7?{'x' * 20_000}"})
        return httpx.Response(200, json=ROW)

    short, long = told(handler, read)
    assert no_curl(short) == ""
    assert len(long.target) == LONGEST_TARGET
    assert no_curl(long) == "There is no whole request to copy. Its address is too long to be kept."


def test_of_a_large_answer_the_beginning_is_kept() -> None:
    rows = [{"id": place, "title": "x" * 1000} for place in range(1, 500)]
    (one,) = told(lambda _request: httpx.Response(200, json=rows), lambda client: client.list_sessions())
    assert len(one.answer.text) == KEPT_BYTES
    assert one.answer.size > 499_000
    assert not one.answer.is_whole


@pytest.mark.parametrize("status", [429, 404, 503])
def test_a_refusal_is_a_status_and_no_error(status: int) -> None:
    answer = httpx.Response(status, json={"message": "No"}, headers={"Retry-After": "3"})
    (one,) = told(lambda _request: answer, update)
    assert (one.status, one.error, one.is_failure) == (status, "", True)
    assert one.headers["retry-after"] == "3"


def test_no_answer_is_told_in_a_sentence_that_quotes_nothing() -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError(f"refused, with {request.headers['cookie']}")

    (one,) = told(handler, update)
    assert (one.status, one.answer.size) == (0, 0)
    assert one.error.startswith("joip.example")


def test_a_request_that_takes_too_long_or_is_given_up_is_told_as_well() -> None:
    async def slow(_request: httpx.Request) -> httpx.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def given_up(client: JoipClient) -> None:
        task = asyncio.ensure_future(update(client))
        await asyncio.sleep(0)
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    (late,) = told(slow, update, timeouts=Timeouts(one=0.01))
    assert (late.status, late.error) == (0, "joip.example does not answer in time.")
    (left,) = told(slow, given_up)
    assert (left.status, left.error) == (0, "The request was given up before the answer was complete.")


def test_the_bodies_of_a_sign_in_are_not_recorded() -> None:
    answer = httpx.Response(200, json={"token": "pass-word-123"}, headers={"Set-Cookie": f"connect.sid={FRESH}"})
    (one,) = told(lambda _request: answer, lambda client: client.login("anna@joip.example", "pass-word-123"))
    assert (one.method, one.path, one.status) == ("POST", "/api/login", 200)
    assert one.request is not None
    assert (one.request.text, one.answer.text) == ("", "")
    assert one.answer.remark == "The bodies of a sign-in are never kept."


@pytest.mark.logs_errors
def test_a_request_does_not_fail_because_it_can_not_be_shown() -> None:
    async def main() -> object:
        def broken(_exchange: Exchange) -> None:
            raise RuntimeError("no room")

        client = JoipClient(
            ORIGIN,
            budget=TokenBudget(),
            transport=httpx.MockTransport(lambda _request: httpx.Response(200, json=ROW)),
            on_exchange=broken,
        )
        try:
            return (await client.update_session(7, {"title": "New"})).id
        finally:
            await client.aclose()

    assert asyncio.run(main()) == 7
