"""Where the cookie goes, against live servers: to one scheme, host and port, and to nobody else (invariant 7)."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import trustme

from joip_desktop.api import network
from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient, Timeouts
from joip_desktop.api.origin import Origin
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import (
    CertificateError,
    JoipError,
    OriginRefusedError,
    RedirectRefusedError,
    UnreachableError,
)
from tests.helpers.wire_server import http, wire_server

MARK = "s%3Amade-up-mark.signature"
SENT = f"Cookie: connect.sid={MARK}".encode()


class Asked:
    """One client that asks for the list, and for a change, with the cookie."""

    def __init__(self, origin: str, **more: Any) -> None:
        budget = TokenBudget()
        timeouts = Timeouts(connect=2.0, read=2.0, one=5.0, everything=5.0)
        cookie = SecretCookie(MARK)
        self.client = JoipClient(Origin.parse(origin), budget=budget, cookie=cookie, timeouts=timeouts, **more)

    async def __aenter__(self) -> JoipClient:
        return self.client

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()


async def refused(origin: str, **more: Any) -> JoipError:
    async with Asked(origin, **more) as client:
        with pytest.raises(JoipError) as caught:
            await client.list_sessions()
    assert MARK not in str(caught.value)
    return caught.value


async def test_it_is_sent_to_its_origin() -> None:
    """Without this, the silence of all the others would mean nothing."""
    async with wire_server(http(b"[]")) as own, Asked(f"http://127.0.0.1:{own.port}") as client:
        assert (await client.list_sessions()).sessions == []
        assert SENT.lower() in own.everything.lower()


# --- redirects --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("there", ["http://127.0.0.1:{other}/", "http://localhost:{own}/", "//127.0.0.1:{other}/api/x"])
async def test_no_redirect_takes_it_elsewhere(status: int, there: str) -> None:
    """Another port, or another name of the same address: each is another origin."""
    async with wire_server(http(b"[]")) as other:
        location = ""

        async def answer(writer: Any) -> None:
            writer.write(http(b"", f"Location: {location}", status=f"{status} Go"))

        async with wire_server(answer) as own:
            location = there.format(other=other.port, own=own.port)
            error = await refused(f"http://127.0.0.1:{own.port}")
            assert isinstance(error, RedirectRefusedError)
            assert "your cookie must not go" in str(error)
            assert len(own.received) == 1
        assert other.received == []


async def test_a_redirect_with_a_name_and_a_password_is_refused() -> None:
    async def answer(writer: Any) -> None:
        writer.write(http(b"", f"Location: http://me:secret@127.0.0.1:{own.port}/api/sessions", status="302 Found"))

    async with wire_server(answer) as own:
        assert isinstance(await refused(f"http://127.0.0.1:{own.port}"), RedirectRefusedError)
        assert len(own.received) == 1


# --- the wrong host ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "http://joip.example",
        "http://192.0.2.2:8080",
        "http://127.0.0.1.joip.example",
        "http://[fd00::2]",
        "ftp://127.0.0.1",
        "https://me:secret@joip.example",
    ],
)
def test_an_address_that_it_must_not_go_to_is_refused_before_there_is_a_client(address: str) -> None:
    with pytest.raises(OriginRefusedError):
        Origin.parse(address)


@pytest.mark.parametrize("header", ["Set-Cookie: connect.sid=s%3Aother.one; Domain=.example", "Set-Cookie: a=b"])
async def test_cookies_that_a_server_sets_are_never_sent_beside_it(header: str) -> None:
    async with wire_server(http(b"[]", header)) as own, Asked(f"http://127.0.0.1:{own.port}") as client:
        await client.list_sessions()
        await client.list_sessions()
        for request in own.received:
            assert request.lower().count(b"cookie:") == 1
        assert b"a=b" not in own.everything


async def test_the_password_of_a_netrc_file_is_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("default login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    async with wire_server(http(b"[]")) as own, Asked(f"http://127.0.0.1:{own.port}") as client:
        await client.list_sessions()
        assert b"authorization" not in own.everything.lower()


# --- DNS rebinding ----------------------------------------------------------------------------------------------------


async def test_localhost_is_this_computer_whatever_a_resolver_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """An attacker's name server may say that localhost is at 127.0.0.9; here that stands for any other computer."""
    real = socket.getaddrinfo

    def lying(host: Any, *arguments: Any, **named: Any) -> Any:
        return real("127.0.0.9" if host in ("localhost", b"localhost") else host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lying)
    async with (
        wire_server(http(b"[]")) as own,
        wire_server(http(b"[]"), host="127.0.0.9", port=own.port) as attacker,
        Asked(f"http://localhost:{own.port}") as client,
    ):
        assert (await client.list_sessions()).sessions == []
        assert SENT.lower() in own.everything.lower()
        assert f"host: localhost:{own.port}".encode() in own.everything.lower()
        assert attacker.received == []


async def test_where_only_the_liar_listens_nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    real = socket.getaddrinfo

    def lying(host: Any, *arguments: Any, **named: Any) -> Any:
        return real("127.0.0.9" if host in ("localhost", b"localhost") else host, *arguments, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lying)
    async with wire_server(http(b"[]"), host="127.0.0.9") as attacker:
        error = await refused(f"http://localhost:{attacker.port}")
        assert isinstance(error, UnreachableError)
        assert attacker.received == []


# --- certificates -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def trusting(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[trustme.CA]:
    """This computer trusts the authority, as its administrator would tell it to."""
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    network.trusted.cache_clear()
    yield authority
    network.trusted.cache_clear()


def of(authority: trustme.CA, *names: str, **more: Any) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names, **more).configure_cert(context)
    return context


async def test_what_the_system_trusts_is_trusted(trusting: trustme.CA) -> None:
    async with wire_server(http(b"[]"), tls=of(trusting, "localhost")) as own:
        async with Asked(f"https://localhost:{own.port}") as client:
            assert (await client.list_sessions()).sessions == []
        assert SENT.lower() in own.everything.lower()


@pytest.mark.usefixtures("trusting")
async def test_a_certificate_of_an_unknown_authority_is_explained_and_never_skipped() -> None:
    async with wire_server(http(b"[]"), tls=of(trustme.CA(), "localhost")) as own:
        error = await refused(f"https://localhost:{own.port}")
        assert isinstance(error, CertificateError)
        assert "is from an authority that is not trusted here, so nothing was sent." in error.sentence
        assert "have their certificate added" in error.next_step
        assert own.everything == b""


async def test_a_certificate_of_another_server_is_explained(trusting: trustme.CA) -> None:
    async with wire_server(http(b"[]"), tls=of(trusting, "joip.example")) as own:
        error = await refused(f"https://localhost:{own.port}")
        assert isinstance(error, CertificateError)
        assert "is for another server, so nothing was sent." in error.sentence
        assert own.everything == b""


async def test_a_certificate_that_has_expired_is_explained(trusting: trustme.CA) -> None:
    past = datetime(2020, 1, 1, tzinfo=UTC)
    async with wire_server(http(b"[]"), tls=of(trusting, "localhost", not_after=past)) as own:
        error = await refused(f"https://localhost:{own.port}")
        assert isinstance(error, CertificateError)
        assert "has expired, so nothing was sent." in error.sentence
        assert own.everything == b""


async def test_https_is_never_tried_without_it(trusting: trustme.CA) -> None:
    """A downgrade: the server speaks plain http where https is wanted, or redirects there."""
    async with wire_server(http(b"[]")) as plain:
        assert isinstance(await refused(f"https://localhost:{plain.port}"), JoipError)
        assert SENT.lower() not in plain.everything.lower()
        tls = of(trusting, "localhost")
        answer = http(b"", f"Location: http://localhost:{plain.port}/api/sessions", status="302 Found")
        async with wire_server(answer, tls=tls) as own:
            assert isinstance(await refused(f"https://localhost:{own.port}"), RedirectRefusedError)
        assert SENT.lower() not in plain.everything.lower()


# --- proxies ----------------------------------------------------------------------------------------------------------


async def test_a_proxy_is_asked_for_the_way_and_sees_no_cookie() -> None:
    async with wire_server(http(b"", status="502 No")) as proxy:
        address = f"http://127.0.0.1:{proxy.port}"
        error = await refused("https://joip.example", proxy_for=lambda _host: address)
        assert error.sentence == "The proxy on the way to joip.example refuses."
        assert proxy.everything.startswith(b"CONNECT joip.example:443 ")
        assert b"connect.sid" not in proxy.everything


async def test_a_proxy_that_asks_for_a_sign_in_is_explained_and_its_password_not_repeated() -> None:
    async with wire_server(http(b"", status="407 Proxy Authentication Required")) as proxy:
        address = f"http://me:hidden@127.0.0.1:{proxy.port}"
        error = await refused("https://joip.example", proxy_for=lambda _host: address)
        assert "asks for a name and a password" in error.sentence
        assert "hidden" not in str(error)
        assert b"Proxy-Authorization: Basic" in proxy.everything


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:9", "ftp://127.0.0.1", "nonsense", "http://me:hidden@[::"])
async def test_a_proxy_that_can_not_be_used_is_said(address: str) -> None:
    with pytest.raises(UnreachableError) as caught:
        await refused("https://joip.example", proxy_for=lambda _host: address)
    assert str(caught.value).startswith("The proxy on the way to joip.example can't be used.")
    assert "hidden" not in str(caught.value)


async def test_a_proxy_that_is_away_is_said() -> None:
    error = await refused("https://joip.example", proxy_for=lambda _host: "http://127.0.0.1:9")
    assert error.sentence == "joip.example can't be reached, or the proxy on the way can't."


async def test_no_proxy_is_on_the_way_to_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with wire_server(http(b"[]")) as own, wire_server(http(b"[]")) as proxy:
        address = f"http://127.0.0.1:{proxy.port}"
        for name in ("HTTP_PROXY", "ALL_PROXY", "http_proxy", "all_proxy"):
            monkeypatch.setenv(name, address)
        async with Asked(f"http://127.0.0.1:{own.port}", proxy_for=lambda _host: address) as client:
            await client.list_sessions()
        assert proxy.received == []
