"""Connections for pictures: to IP addresses that were looked at, since a name may mean another one a moment later."""

from __future__ import annotations

import asyncio
import ipaddress
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Final, TypeAlias, cast

import httpx

from joip_desktop.api.network import ProxyFor, pinned, system_proxy, trusted
from joip_desktop.api.public_hosts import Resolver, addresses_of, is_public, private_sentence, public_addresses
from joip_desktop.domain.errors import PictureError, UnreachableError
from joip_desktop.domain.say import say

INSIDE: Final = "joip.inside"
"""The request extension that lets a request go to this computer or its network: for the server's own pictures."""

Connect: TypeAlias = Callable[[str | None], httpx.AsyncBaseTransport]
"""Makes a pool of connections, by way of a proxy where one is named."""

_MOST_ROUTES: Final = 12
_MOST_TRIES: Final = 4
_KNOWN_FOR: Final = 300.0
_IMPATIENT: Final = 2.0
"""Seconds to connect to an address as long as there is another one to try."""


@dataclass(slots=True)
class _Route:
    """The way to one host. Each has its own pool, because a pool tells hosts apart by their IP addresses alone."""

    pool: httpx.AsyncBaseTransport
    addresses: Sequence[str] = ()
    good_until: float = 0.0
    busy: int = 0
    lookup: asyncio.Lock = field(default_factory=asyncio.Lock)


class PictureTransport(httpx.AsyncBaseTransport):
    """Finds out where a host is, refuses what is not public, and connects to just that address.

    The certificate is checked for the name all the same. By way of a proxy, it is the proxy that finds the host; then
    only what is plainly this computer or a private address is refused.

    Raises (from sending):
        JoipError: the host is refused, or can't be found.
        httpx.HTTPError: any other trouble.
    """

    def __init__(
        self, *, resolver: Resolver, connect: Connect | None = None, proxy_for: ProxyFor | None = None
    ) -> None:
        self._resolver = resolver
        self._connect = connect or _connector()
        self._proxy_for = proxy_for or system_proxy
        self._routes: OrderedDict[str, _Route] = OrderedDict()
        self._liked = 0
        """The version of IP that worked last: where IPv6 is broken, that costs time only once."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send it; the answer's body is still to be read, and the answer to be closed."""
        host = host_of(request.url)
        inside = bool(request.extensions.get(INSIDE))
        proxy = None if inside and _is_this_computer(host) else self._proxy_for(host)
        if proxy is not None and not inside and _is_plainly_private(host):
            raise PictureError(private_sentence(host))
        # What was found out for the server's own pictures is not for a stranger's link to the same host.
        route = self._route(proxy or f"{host}:{request.url.port}:{inside}", proxy)
        route.busy += 1
        try:
            await self._make_room()
            if proxy is not None:
                response = await route.pool.handle_async_request(request)
            else:
                response = await self._direct(route, request, await self._addresses(route, request, inside=inside))
        except BaseException:
            route.busy -= 1
            raise
        response.stream = _Watched(cast("httpx.AsyncByteStream", response.stream), route)
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        for route in self._routes.values():
            await route.pool.aclose()
        self._routes.clear()

    def _route(self, name: str, proxy: str | None) -> _Route:
        if name not in self._routes:
            try:
                self._routes[name] = _Route(self._connect(proxy))
            except (ImportError, httpx.InvalidURL, ValueError):  # a SOCKS proxy, or an address that is none
                raise UnreachableError(say("The proxy settings of this computer can't be used.")) from None
        self._routes.move_to_end(name)
        return self._routes[name]

    async def _make_room(self) -> None:
        """Close the routes that were not used for longest, but for those in use."""
        idle = [name for name, route in self._routes.items() if not route.busy]
        for route in [self._routes.pop(name) for name in idle[: max(0, len(self._routes) - _MOST_ROUTES)]]:
            await route.pool.aclose()

    async def _addresses(self, route: _Route, request: httpx.Request, *, inside: bool) -> Sequence[str]:
        """Where the host is; asked for anew every five minutes, so that connections are used again until then."""
        async with route.lookup:
            if time.monotonic() >= route.good_until:
                find = addresses_of if inside else public_addresses
                port = request.url.port or 443
                route.addresses = await find(host_of(request.url), port, self._resolver)
                route.good_until = time.monotonic() + _KNOWN_FOR
            return self._in_turn(route.addresses)

    def _in_turn(self, addresses: Sequence[str]) -> Sequence[str]:
        """IPv4 and IPv6 by turns, in the system's order but for the one that worked last, which is first."""
        versions = sorted(dict.fromkeys(map(_version, addresses)), key=lambda version: version != self._liked)
        families = [[one for one in addresses if _version(one) == version] for version in versions]
        turns = chain.from_iterable(zip_longest(*families))
        return [address for address in turns if address is not None][:_MOST_TRIES]

    async def _direct(self, route: _Route, request: httpx.Request, addresses: Sequence[str]) -> httpx.Response:
        for address in addresses[:-1]:
            with suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await self._to(address, route, request, impatient=True)
        try:
            return await self._to(addresses[-1], route, request, impatient=False)
        except (httpx.ConnectError, httpx.ConnectTimeout):
            route.good_until = 0.0
            raise

    async def _to(self, address: str, route: _Route, request: httpx.Request, *, impatient: bool) -> httpx.Response:
        response = await route.pool.handle_async_request(_pinned(request, address, impatient=impatient))
        self._liked = _version(address)
        return response


class _Watched(httpx.AsyncByteStream):
    """A body that tells its route when it is closed."""

    def __init__(self, stream: httpx.AsyncByteStream, route: _Route) -> None:
        self._stream = stream
        self._route: _Route | None = route

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            yield part

    async def aclose(self) -> None:
        try:
            await self._stream.aclose()
        finally:
            if self._route is not None:
                self._route.busy -= 1
                self._route = None


def host_of(url: httpx.URL) -> str:
    """The host as it travels: ASCII, so that no look-alike letters are shown, and IPv6 without brackets."""
    return url.raw_host.decode("ascii").strip("[]").lower()


def _connector() -> Connect:
    """Pools that trust what the system trusts."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=6, keepalive_expiry=30.0)

    def connect(proxy: str | None) -> httpx.AsyncBaseTransport:
        return httpx.AsyncHTTPTransport(verify=trusted(), trust_env=False, limits=limits, proxy=proxy)

    return connect


def _pinned(request: httpx.Request, address: str, *, impatient: bool) -> httpx.Request:
    """The request to this IP address, as `pinned` makes it."""
    there = pinned(request, address)
    if _version(host_of(request.url)):
        del there.extensions["sni_hostname"]  # an IP address is none
    if impatient:
        there.extensions["timeout"] = {**there.extensions.get("timeout", {}), "connect": _IMPATIENT}
    return there


def _is_this_computer(host: str) -> bool:
    return host == "localhost" or (_version(host) != 0 and ipaddress.ip_address(host).is_loopback)


def _is_plainly_private(host: str) -> bool:
    if _version(host):
        return not is_public(host)
    return f".{host.rstrip('.')}".endswith((".localhost", ".local", ".internal"))


def _version(host: str) -> int:
    """4 or 6 for an IP address, 0 for a name."""
    try:
        return ipaddress.ip_address(host).version
    except ValueError:
        return 0
