"""Signing in against live servers: one request, the account's name, and a sentence of its own for each failure."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
import trustme

from joip_desktop.api import network
from joip_desktop.api.client import JoipClient, Timeouts
from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.errors import JoipError, RateLimitedError
from joip_desktop.mock import MockServer
from joip_desktop.mock.auth import EMAIL, PASSWORD
from joip_desktop.sign_in import ServerSignIn
from joip_desktop.ui.dialogs.sign_in_words import failure_text
from tests.helpers.wire_server import Answer, Wire, http, wire_server

COOKIE = "s%3Amade-up.one"


@pytest.fixture
def server() -> Iterator[MockServer]:
    with MockServer(sessions=3) as running:
        yield running


def sign_in() -> ServerSignIn:
    timeouts = Timeouts(connect=2.0, read=2.0, one=2.0, everything=2.0)
    return ServerSignIn(partial(JoipClient, timeouts=timeouts))


async def refused(server: str, pasted: str = COOKIE) -> str:
    with pytest.raises(JoipError) as caught:
        await sign_in().with_cookie(server, pasted)
    return failure_text(caught.value)


# --- that works -------------------------------------------------------------------------------------------------------


async def test_a_pasted_cookie_is_checked_with_one_request_that_costs_no_token(server: MockServer) -> None:
    found = await sign_in().with_cookie(server.origin, server.cookie)
    assert (found.server, found.name, found.cookie) == (
        server.origin,
        AccountName(user=found.name.user, name=EMAIL),
        SecretCookie(server.cookie),
    )
    assert found.name.user
    assert [(one.method, one.path) for one in server.requests] == [("GET", "/api/auth/user")]
    assert server.cookie not in repr(found)


async def test_a_pasted_command_tells_the_server(server: MockServer) -> None:
    command = f"curl '{server.origin}/api/sessions' -H 'Cookie: connect.sid={server.cookie}'"
    assert sign_in().server_in(command) == server.origin
    assert (await sign_in().with_cookie("", command)).server == server.origin


async def test_a_cookie_that_the_server_renews_meanwhile_is_the_one_that_counts(server: MockServer) -> None:
    server.faults.rotate_cookie()
    before = server.cookie
    found = await sign_in().with_cookie(server.origin, before)
    assert found.cookie == SecretCookie(server.cookie) != SecretCookie(before)


async def test_e_mail_and_password(server: MockServer) -> None:
    found = await sign_in().with_password(server.origin, EMAIL, PASSWORD)
    assert found.name.name == EMAIL
    assert [one.path for one in server.requests] == ["/api/login", "/api/auth/user"]


async def test_a_server_without_the_profile_is_asked_for_the_list(server: MockServer) -> None:
    server.faults.answer_next(404, body={"message": "Cannot GET /api/auth/user"}, method="GET")
    found = await sign_in().with_cookie(server.origin, server.cookie)
    assert (bool(found.name.user), found.name.name) == (True, "")
    assert [one.path for one in server.requests] == ["/api/auth/user", "/api/sessions"]


# --- that does not ----------------------------------------------------------------------------------------------------


async def test_wrong_pastes_are_said_before_anything_is_sent(server: MockServer) -> None:
    assert await refused(server.origin, "") == "No cookie was pasted. Paste the value of “connect.sid”."
    assert "is for https://app.joip.io, not for" in await refused(
        server.origin, f"curl https://app.joip.io/api -b connect.sid={COOKIE}"
    )
    assert await refused("", COOKIE) == "The server's address is empty."
    assert "starts with https://" in await refused("http://joip.example")
    assert list(server.requests) == []


async def test_an_expired_cookie(server: MockServer) -> None:
    assert await refused(server.origin) == (
        "The server does not accept this cookie: the sign-in has expired, or it was copied in part. "
        "Sign in again in the browser, and copy the new cookie."
    )


async def test_a_wrong_password_and_too_many(server: MockServer) -> None:
    for _ in range(5):
        with pytest.raises(JoipError) as caught:
            await sign_in().with_password(server.origin, EMAIL, "wrong")
        assert failure_text(caught.value) == (
            "The server does not accept this e-mail and password. Check both and try again."
        )
    with pytest.raises(RateLimitedError) as limited:
        await sign_in().with_password(server.origin, EMAIL, PASSWORD)
    assert failure_text(limited.value).startswith("There were too many attempts to sign in. Try again in ")


@asynccontextmanager
async def answering(answer: Answer) -> AsyncIterator[tuple[str, Wire]]:
    async with wire_server(answer) as wire:
        yield f"http://127.0.0.1:{wire.port}", wire


PAGE = b"<!doctype html><title>Hello</title>"
MOMENT = b"<!DOCTYPE html><title>Just a moment...</title>"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (http(PAGE, kind="text/html"), "{host} does not look like a JOIP server. Check the server's address."),
        (http(PAGE, kind="text/html", status="404 Not Found"), "{host} does not look like a JOIP server."),
        (http(b'{"hello": 1}'), "{host} does not look like a JOIP server."),
        (http(b"null"), "The server does not accept this cookie"),
        (http(b"{", status="200 OK"), "The server's answer is broken or incomplete."),
        (http(MOMENT, kind="text/html", status="403 Forbidden"), "Something in front of {host} blocks programs"),
        (http(MOMENT, "cf-mitigated: challenge", kind="text/html", status="503 No"), "Something in front of {host}"),
        (http(b"{}", status="500 Oops"), "The server failed"),
        (http(b"", "Location: https://evil.example/", status="302 Found"), "The server redirects to another server"),
        (b"", "The connection to {host} broke before the answer was complete. Check the address"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "The connection to {host} broke"),
        (
            http(b'{"message": "Too many requests", "retryAfter": 60}', status="429 Too Many"),
            "Too many requests. Try again in 1 min.",
        ),
    ],
)
async def test_each_odd_answer_has_its_sentence(answer: Answer, told: str) -> None:
    async with answering(answer) as (origin, wire):
        sentence = await refused(origin)
        assert sentence.startswith(told.format(host=origin.removeprefix("http://"))), sentence
        assert "made-up" not in sentence
        assert len(wire.received) == 1, "one request"


async def test_nobody_there_and_nobody_who_answers() -> None:
    assert await refused("http://127.0.0.1:9") == (
        "127.0.0.1:9 can't be reached. Check the address and the connection, then try again."
    )


async def test_a_server_that_offers_no_sign_in_by_password() -> None:
    async with answering(http(PAGE, kind="text/html")) as (origin, _):
        with pytest.raises(JoipError) as caught:
            await sign_in().with_password(origin, "me@joip.example", "hidden-word")
        assert failure_text(caught.value) == (
            "This server offers no sign-in with e-mail and password. Paste a cookie instead."
        )


async def test_a_certificate_and_a_proxy_are_explained_in_the_dialog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trustme.CA().cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    network.trusted.cache_clear()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    async with wire_server(http(b"[]"), tls=context) as own:
        assert "is from an authority that is not trusted here" in await refused(f"https://localhost:{own.port}")
    network.trusted.cache_clear()
    async with wire_server(http(b"", status="407 Who are you")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        told = await refused("https://joip.example")
        assert told.startswith("The proxy on the way to joip.example asks for a name and a password")
