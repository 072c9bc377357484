"""How servers are reached: the system's certificates, proxies, and plain http to this computer alone."""

from __future__ import annotations

import ssl
import urllib.request
from collections.abc import Callable
from functools import cache
from typing import Final, TypeAlias

import httpx
import truststore

from joip_desktop.api.origin import Origin
from joip_desktop.domain.errors import UnreachableError
from joip_desktop.domain.say import say

ProxyFor: TypeAlias = Callable[[str], str | None]
"""The address of the proxy on the way to a host; None where there is none."""

_LOCALHOST: Final = "localhost"
_LOOPBACK: Final = ("127.0.0.1", "::1")


@cache
def trusted() -> ssl.SSLContext:
    """What is needed to check certificates by the system's trust store; one for all, as loading it takes long."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def system_proxy(host: str) -> str | None:
    """The proxy that this computer's settings name for https to a host (`HTTPS_PROXY`, `ALL_PROXY`, `NO_PROXY`)."""
    told = urllib.request.getproxies()
    for part in told.get("no", "").split(","):
        name = part.strip().lstrip(".").lower()
        if name == "*" or (name and f".{host}".endswith(f".{name}")):
            return None
    proxy = told.get("https") or told.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy or None


def transport_to(origin: Origin, *, proxy_for: ProxyFor, limits: httpx.Limits) -> httpx.AsyncBaseTransport:
    """Connections to one server. A proxy has no business with this computer's own servers.

    Nothing but `proxy_for` is asked for a way: no .netrc, whose password would go along, and no other variable.

    Raises:
        UnreachableError: the proxy can't be used.
    """
    if origin.is_loopback:
        return _OnThisComputer(httpx.AsyncHTTPTransport(verify=trusted(), trust_env=False, limits=limits))
    try:
        proxy = proxy_for(origin.host)
        return httpx.AsyncHTTPTransport(verify=trusted(), trust_env=False, limits=limits, proxy=proxy)
    except (ImportError, httpx.InvalidURL, ValueError):  # a SOCKS proxy, or no address; their texts may hold a password
        raise UnreachableError(
            say("The proxy on the way to {host} can't be used.", host=origin.host_label),
            next_step=say("Set a proxy whose address begins with http:// or https://, or none."),
        ) from None


class _OnThisComputer(httpx.AsyncBaseTransport):
    """Connects to loopback addresses, whatever a resolver says of the name "localhost" (DNS rebinding).

    Over plain http no certificate would tell that the name leads elsewhere.
    """

    def __init__(self, pool: httpx.AsyncBaseTransport) -> None:
        self._pool = pool
        self._addresses = _LOOPBACK

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send it; an address literal needs no resolver."""
        if request.url.host != _LOCALHOST:
            return await self._pool.handle_async_request(request)
        first, second = self._addresses
        try:
            return await self._pool.handle_async_request(pinned(request, first))
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            if certificate_refusal(error) is not None:  # there is a server, and it is not the right one
                raise
        response = await self._pool.handle_async_request(pinned(request, second))
        self._addresses = (second, first)
        return response

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pool.aclose()


def certificate_refusal(error: BaseException | None) -> ssl.SSLCertVerificationError | None:
    """What OpenSSL said of a certificate, however deep in the chain of causes; None where that was not the matter."""
    while error is not None and not isinstance(error, ssl.SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error


def pinned(request: httpx.Request, address: str) -> httpx.Request:
    """The request to this IP address; the `Host` header and the certificate stay those of its name."""
    host = request.url.raw_host.decode("ascii")
    extensions = {**request.extensions, "sni_hostname": host}
    url = request.url.copy_with(host=address)
    return httpx.Request(request.method, url, headers=request.headers, stream=request.stream, extensions=extensions)
