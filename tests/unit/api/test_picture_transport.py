from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import httpx
import pytest

from joip_desktop.api.network import system_proxy
from joip_desktop.api.picture_transport import INSIDE, PictureTransport
from joip_desktop.domain.errors import JoipError, PictureError, UnreachableError

V4, OTHER_V4, V6, OTHER_V6 = "93.184.216.34", "93.184.216.35", "2606:4700::1111", "2606:4700::2222"


class Body(httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        yield b"body"


@dataclass(eq=False)
class Pool(httpx.AsyncBaseTransport):
    """Connections that a test can look at."""

    net: Net
    proxy: str | None
    closed: bool = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert not self.closed
        self.net.asked.append((self, request))
        if (trouble := self.net.troubles.get(request.url.host)) is not None:
            raise trouble
        return httpx.Response(200, stream=Body())

    async def aclose(self) -> None:
        self.closed = True


@dataclass
class Net:
    """Names, and what happens at addresses."""

    names: dict[str, Sequence[str]] = field(default_factory=dict)
    troubles: dict[str, Exception] = field(default_factory=dict)
    proxy: str | None = None
    lookups: list[tuple[str, int]] = field(default_factory=list)
    pools: list[Pool] = field(default_factory=list)
    asked: list[tuple[Pool, httpx.Request]] = field(default_factory=list)

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        self.lookups.append((host, port))
        await asyncio.sleep(0)
        if host not in self.names:
            raise socket.gaierror(-2, "Name or service not known")
        return self.names[host]

    def connect(self, proxy: str | None) -> Pool:
        if proxy is not None and proxy.startswith("socks"):
            raise ImportError("no socks")
        self.pools.append(Pool(self, proxy))
        return self.pools[-1]

    @property
    def tried(self) -> list[str]:
        """The addresses that were connected to."""
        return [request.url.host for _, request in self.asked]

    def run(self, use: Callable[[PictureTransport], Awaitable[None]]) -> None:
        async def main() -> None:
            transport = PictureTransport(
                resolver=self.resolve, connect=self.connect, proxy_for=lambda _host: self.proxy
            )
            await use(transport)
            await transport.aclose()
            assert all(pool.closed for pool in self.pools)

        asyncio.run(main())

    def get(self, *urls: str, inside: bool = False) -> None:
        """Ask for these one after another, and read the answers."""

        async def use(transport: PictureTransport) -> None:
            for url in urls:
                response = await transport.handle_async_request(request_for(url, inside=inside))
                assert await response.aread() == b"body"
                await response.aclose()

        self.run(use)


def request_for(url: str, *, inside: bool = False) -> httpx.Request:
    return httpx.Request("GET", url, extensions={INSIDE: inside, "timeout": {"connect": 5.0, "read": 10.0}})


# --- where it connects to ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", [V4, V6])
def test_it_connects_to_the_address_that_was_looked_at(address: str) -> None:
    net = Net({"a.example": [address]})
    net.get("https://a.example/p.png?x=1")
    [(_, request)] = net.asked
    assert request.url.host == address
    assert (request.url.scheme, request.url.port, request.url.raw_path) == ("https", None, b"/p.png?x=1")
    assert request.headers["host"] == "a.example"
    assert request.extensions["sni_hostname"] == "a.example"
    assert net.lookups == [("a.example", 443)]


def test_a_port_of_its_own_is_kept() -> None:
    net = Net({"a.example": [V4]})
    net.get("https://a.example:8443/p.png")
    [(_, request)] = net.asked
    assert (request.url.port, request.headers["host"]) == (8443, "a.example:8443")
    assert net.lookups == [("a.example", 8443)]


def test_a_name_that_changes_its_meaning_is_not_asked_about_again() -> None:
    """DNS rebinding: between the look at the address and the connection there is no second look-up."""
    net = Net({"a.example": [V4]})

    async def use(transport: PictureTransport) -> None:
        for _ in range(3):
            response = await transport.handle_async_request(request_for("https://a.example/p.png"))
            await response.aclose()
            net.names["a.example"] = ["127.0.0.1"]

    net.run(use)
    assert net.tried == [V4] * 3
    assert len(net.lookups) == 1


@pytest.mark.parametrize("address", ["127.0.0.1", "192.168.1.1", "::1", "169.254.169.254", "::ffff:10.0.0.1"])
def test_what_is_not_public_is_refused_before_any_connection(address: str) -> None:
    net = Net({"a.example": [V4, address]})
    with pytest.raises(PictureError):
        net.get("https://a.example/p.png")
    assert net.tried == []


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "10.0.0.1"])
def test_an_address_in_the_link_is_looked_at_too(host: str) -> None:
    net = Net({host.strip("[]"): [host.strip("[]")]})
    with pytest.raises(PictureError):
        net.get(f"https://{host}/p.png")
    assert net.tried == []


def test_the_servers_own_pictures_may_be_inside() -> None:
    net = Net({"127.0.0.1": ["127.0.0.1"]}, proxy="http://proxy.example:3128")
    net.get("http://127.0.0.1:8123/p.png", inside=True)
    assert net.tried == ["127.0.0.1"]
    assert net.pools[0].proxy is None, "a proxy has no business with this computer's own servers"
    assert "sni_hostname" not in net.asked[0][1].extensions


def test_a_stranger_does_not_profit_from_the_servers_own_pictures() -> None:
    net = Net({"home.example": ["192.168.1.1"]})

    async def use(transport: PictureTransport) -> None:
        response = await transport.handle_async_request(request_for("https://home.example/p.png", inside=True))
        await response.aclose()
        with pytest.raises(PictureError):
            await transport.handle_async_request(request_for("https://home.example/p.png", inside=False))

    net.run(use)
    assert net.tried == ["192.168.1.1"]


def test_a_host_that_is_not_found_can_not_be_reached() -> None:
    with pytest.raises(UnreachableError):
        Net().get("https://nowhere.example/p.png")


# --- several addresses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("trouble", [httpx.ConnectError("no"), httpx.ConnectTimeout("no")])
def test_the_next_address_is_tried(trouble: Exception) -> None:
    net = Net({"a.example": [V6, OTHER_V6, V4]}, {V6: trouble})
    net.get("https://a.example/1.png", "https://a.example/2.png")
    assert net.tried == [V6, V4, V4]
    waited = [request.extensions["timeout"]["connect"] for _, request in net.asked]
    assert waited == [2.0, 2.0, 2.0], "as long as there is another one to try"


def test_both_kinds_of_addresses_are_tried_by_turns_and_not_without_end() -> None:
    addresses = [f"2606:4700::{number}" for number in range(1, 9)] + [V4, OTHER_V4, "93.184.216.36"]
    net = Net({"a.example": addresses}, dict.fromkeys(addresses, httpx.ConnectError("no")))
    with pytest.raises(httpx.ConnectError):
        net.get("https://a.example/p.png")
    assert net.tried == ["2606:4700::1", V4, "2606:4700::2", OTHER_V4]
    assert net.asked[-1][1].extensions["timeout"] == {"connect": 5.0, "read": 10.0}


def test_other_trouble_is_nothing_that_another_address_would_mend() -> None:
    net = Net({"a.example": [V4, OTHER_V4]}, {V4: httpx.ReadError("no")})
    with pytest.raises(httpx.ReadError):
        net.get("https://a.example/p.png")
    assert net.tried == [V4]


def test_a_broken_ipv6_costs_time_only_once() -> None:
    net = Net({"a.example": [V6, V4], "b.example": [OTHER_V6, OTHER_V4]}, {V6: httpx.ConnectTimeout("no")})
    net.get("https://a.example/p.png", "https://b.example/p.png")
    assert net.tried == [V6, V4, OTHER_V4]


def test_after_addresses_failed_the_name_is_asked_about_again() -> None:
    net = Net({"a.example": [V4]}, {V4: httpx.ConnectError("no")})

    async def use(transport: PictureTransport) -> None:
        with suppress(httpx.ConnectError):
            await transport.handle_async_request(request_for("https://a.example/p.png"))
        net.names["a.example"] = [OTHER_V4]
        response = await transport.handle_async_request(request_for("https://a.example/p.png"))
        await response.aclose()

    net.run(use)
    assert net.tried == [V4, OTHER_V4]


# --- pools ------------------------------------------------------------------------------------------------------------


def test_hosts_at_one_address_share_no_connection() -> None:
    """A connection is made for one name, whose certificate it has shown."""
    net = Net({"a.example": [V4], "b.example": [V4]})
    net.get("https://a.example/1.png", "https://b.example/1.png", "https://a.example/2.png", "https://a.example:1/")
    assert [net.pools.index(pool) for pool, _ in net.asked] == [0, 1, 0, 2]


def test_only_so_many_hosts_are_kept_and_none_in_use_is_closed() -> None:
    names = [f"{number}.example" for number in range(40)]
    net = Net({name: [V4] for name in names})

    async def use(transport: PictureTransport) -> None:
        first = await transport.handle_async_request(request_for(f"https://{names[0]}/p.png"))
        for name in names[1:]:
            response = await transport.handle_async_request(request_for(f"https://{name}/p.png"))
            await response.aclose()
        assert not net.pools[0].closed
        assert sum(not pool.closed for pool in net.pools) <= 13
        assert await first.aread() == b"body"
        await first.aclose()
        await first.aclose()
        response = await transport.handle_async_request(request_for(f"https://{names[0]}/p.png"))
        await response.aclose()
        assert net.asked[-1][0] is net.pools[0]

    net.run(use)


def test_several_at_once_ask_about_the_name_once() -> None:
    net = Net({"a.example": [V4]})

    async def use(transport: PictureTransport) -> None:
        requests = (transport.handle_async_request(request_for(f"https://a.example/{n}")) for n in range(6))
        for response in await asyncio.gather(*requests):
            await response.aclose()

    net.run(use)
    assert (len(net.lookups), len(net.pools), len(net.asked)) == (1, 1, 6)


# --- proxies ----------------------------------------------------------------------------------------------------------


def test_a_proxy_finds_the_host_itself() -> None:
    net = Net(proxy="http://proxy.example:3128")
    net.get("https://a.example/p.png", "https://b.example/p.png")
    assert net.lookups == []
    assert net.tried == ["a.example", "b.example"]
    assert [pool.proxy for pool in net.pools] == ["http://proxy.example:3128"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "192.168.1.1", "localhost", "x.localhost", "nas.local", "metadata.internal."]
)
def test_what_is_plainly_inside_is_not_asked_of_a_proxy(host: str) -> None:
    net = Net(proxy="http://proxy.example:3128")
    with pytest.raises(PictureError):
        net.get(f"https://{host}/p.png")
    assert net.tried == []


def test_a_proxy_that_can_not_be_used_is_told() -> None:
    with pytest.raises(UnreachableError):
        Net(proxy="socks5://proxy.example").get("https://a.example/p.png")


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.mark.usefixtures("no_proxies")
def test_the_systems_proxy_is_the_one_for_https(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://plain.example")
    assert system_proxy("a.example") is None
    monkeypatch.setenv("ALL_PROXY", "http://all.example")
    assert system_proxy("a.example") == "http://all.example"
    monkeypatch.setenv("HTTPS_PROXY", "proxy.example:3128")
    assert system_proxy("a.example") == "http://proxy.example:3128"


@pytest.mark.usefixtures("no_proxies")
@pytest.mark.parametrize(
    ("told", "direct"),
    [
        ("", []),
        ("*", ["a.example", "b.a.example", "aa.example"]),
        ("other.example, a.example", ["a.example", "b.a.example"]),
        (".A.example", ["a.example", "b.a.example"]),
        (" , ,", []),
    ],
)
def test_some_hosts_are_gone_to_without_a_proxy(
    monkeypatch: pytest.MonkeyPatch, told: str, direct: Sequence[str]
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example")
    monkeypatch.setenv("NO_PROXY", told)
    hosts = ["a.example", "b.a.example", "aa.example"]
    assert [host for host in hosts if system_proxy(host) is None] == list(direct)


def test_without_an_answer_a_route_is_free_again() -> None:
    names = [f"{number}.example" for number in range(30)]
    net = Net({name: ["10.0.0.1"] for name in names})

    async def use(transport: PictureTransport) -> None:
        for name in names:
            with suppress(JoipError):
                await transport.handle_async_request(request_for(f"https://{name}/p.png"))
        assert sum(not pool.closed for pool in net.pools) <= 13

    net.run(use)
