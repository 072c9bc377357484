"""Pictures from wherever an address leads: asked for without a trace of the account, and believed in nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import httpx

from joip_desktop.api.decode import retry_after
from joip_desktop.api.failures import failure_for
from joip_desktop.api.network import ProxyFor
from joip_desktop.api.origin import Origin
from joip_desktop.api.picture_transport import INSIDE, Connect, PictureTransport, host_of
from joip_desktop.api.public_hosts import Resolver, SystemResolver
from joip_desktop.domain.errors import (
    JoipError,
    PictureError,
    RateLimitedError,
    RedirectRefusedError,
    ServerFaultError,
    TimedOutError,
)
from joip_desktop.domain.pictures import MOST_BYTES, format_of
from joip_desktop.domain.say import say

_HEADERS: Final = {
    "Accept": "image/png,image/jpeg,image/webp,image/gif",
    "Accept-Encoding": "identity",
    # Some hosts refuse to answer without one; it does not tell them which app their visitor uses.
    "User-Agent": "Mozilla/5.0 (compatible; picture loader)",
}
_REDIRECTS: Final = 3
_LONGEST_ADDRESS: Final = 8_000
_HIGHEST_PORT: Final = 65_535
_TELLING: Final = 16
"""The bytes that tell what kind of file it is."""

_TROUBLE: Final = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError, OSError, RuntimeError)
_NOT_NOW: Final = (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY)
_GONE: Final = (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """Bytes of a picture; seconds to connect, between two bytes, and for everything together, redirects too."""

    size: int = MOST_BYTES
    connect: float = 5.0
    read: float = 10.0
    everything: float = 20.0


class PictureClient:
    """A `PictureSource` over https; plain http from the connected server alone, where that is this computer.

    No cookie, no Referer, nothing of the account goes out, and nothing that comes in is kept. Only the connected
    server may be inside a private network, and only as long as no other host has redirected to it.
    """

    def __init__(
        self,
        own: Origin,
        *,
        resolver: Resolver | None = None,
        connect: Connect | None = None,
        proxy_for: ProxyFor | None = None,
        limits: PictureLimits | None = None,
    ) -> None:
        self._own = own
        self._limits = limits or PictureLimits()
        self._system = SystemResolver()
        # A bare transport: a client of httpx would keep cookies, read .netrc and add headers.
        self._transport = PictureTransport(resolver=resolver or self._system, connect=connect, proxy_for=proxy_for)

    async def fetch(self, url: str) -> bytes:
        """The file at this address, which is a PNG, JPEG, GIF or WebP by its first bytes.

        Raises:
            PictureError: there is none, or none that is shown.
            TransportError, ServerFaultError, RateLimitedError: it did not come; it may another time.
        """
        try:
            async with asyncio.timeout(self._limits.everything):
                return await self._follow(self._target(str(self._own), url.strip()))
        except TimeoutError as error:
            raise TimedOutError(
                say("The picture did not come within {seconds} seconds.", seconds=f"{self._limits.everything:g}")
            ) from error

    async def aclose(self) -> None:
        """Close all connections."""
        await self._transport.aclose()
        self._system.close()

    async def _follow(self, target: httpx.URL) -> bytes:
        inside = True
        for _ in range(_REDIRECTS + 1):
            inside = inside and self._own.same(target)
            self._check(target, inside=inside)
            answer = await self._ask(target, inside=inside)
            if isinstance(answer, bytes):
                return answer
            target = answer
        raise PictureError(say("The picture's address leads on and on to others."))

    def _target(self, base: str, url: str) -> httpx.URL:
        """The address to go to next; a path alone is one of the same server."""
        try:
            if not 0 < len(url) <= _LONGEST_ADDRESS:
                raise ValueError  # noqa: TRY301 - as any other that is none
            return httpx.URL(base).join(url)
        except (httpx.InvalidURL, ValueError) as error:
            raise PictureError(say("The picture's address is no web address.")) from error

    def _check(self, url: httpx.URL, *, inside: bool) -> None:
        if (
            url.scheme not in ("http", "https")
            or not url.host
            or not 1 <= (1 if url.port is None else url.port) <= _HIGHEST_PORT
        ):
            raise PictureError(say("The picture's address is no web address."))
        if url.scheme != "https" and not (inside and self._own.is_loopback):
            raise PictureError(say("Pictures are loaded over https only."))
        if url.userinfo:
            raise PictureError(say("The picture's address holds a user name or a password."))

    async def _ask(self, url: httpx.URL, *, inside: bool) -> bytes | httpx.URL:
        """The file, or where the answer redirects to."""
        timeout = {"connect": self._limits.connect, "read": self._limits.read, "write": self._limits.read}
        request = httpx.Request("GET", url, headers=_HEADERS, extensions={"timeout": timeout, INSIDE: inside})
        try:
            response = await self._transport.handle_async_request(request)
            try:
                if response.has_redirect_location:
                    return self._target(str(url), response.headers["location"])
                return await self._read(response, host_of(url))
            finally:
                await response.aclose()
        except _TROUBLE as error:
            failure = failure_for(error, host_of(url))
            raise PictureError(failure.sentence) if isinstance(failure, RedirectRefusedError) else failure from error

    async def _read(self, response: httpx.Response, host: str) -> bytes:
        if response.status_code != HTTPStatus.OK:
            raise _refusal(response, host)
        if response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            raise PictureError(say("{host} sends the picture packed, which is not unpacked for safety.", host=host))
        told = response.headers.get("content-length", "")
        if told.isdecimal() and int(told) > self._limits.size:
            raise self._too_large()
        data = bytearray()
        refusal: PictureError | None = None
        try:
            async for part in response.aiter_raw():
                if refusal is None and (refusal := self._take(data, part, response)) is not None:
                    # httpx's generators do not bear being left in the middle: on Qt's loop nobody would end them. With
                    # the connection closed, the next step ends them all.
                    await response.aclose()
        except _TROUBLE:
            if refusal is None:
                raise
        if refusal is None and len(data) < _TELLING:
            refusal = _no_picture(data, response)
        if refusal is not None:
            raise refusal
        return bytes(data)

    def _take(self, data: bytearray, part: bytes, response: httpx.Response) -> PictureError | None:
        """Add a part of the file; what is wrong with it, if that can be told by now."""
        if len(data) + len(part) > self._limits.size:
            return self._too_large()
        was_told = len(data) >= _TELLING
        data += part
        return None if was_told or len(data) < _TELLING else _no_picture(data, response)

    def _too_large(self) -> PictureError:
        return PictureError(say("The picture is larger than {size} MB.", size=f"{self._limits.size / 2**20:g}"))


def _no_picture(start: bytearray, response: httpx.Response) -> PictureError | None:
    """What is wrong with a file that begins so; None if it begins as a picture does."""
    if format_of(start) is not None:
        return None
    if not start:
        return PictureError(say("The picture is empty."))
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    text = start.lstrip().lower()
    if kind == "image/svg+xml" or text.startswith(b"<svg"):
        return PictureError(say("This is an SVG drawing, which is not shown for safety."))
    if kind in ("text/html", "application/xhtml+xml") or text.startswith((b"<!doctype html", b"<html")):
        return PictureError(say("This is no picture but a web page."))
    return PictureError(say("This is no picture that can be shown: only PNG, JPEG, GIF and WebP are."))


def _refusal(response: httpx.Response, host: str) -> JoipError:
    """What a status other than 200 means for a picture."""
    status = response.status_code
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        wait = retry_after({"retryAfter": response.headers.get("retry-after")})
        return RateLimitedError(say("{host} wants fewer requests.", host=host), retry_after=wait)
    if httpx.codes.is_server_error(status) or status in _NOT_NOW:
        return ServerFaultError(
            say("{host} can't send the picture now (status {status}).", host=host, status=str(status)), status=status
        )
    if status in _GONE:
        return PictureError(say("{host} has no such picture (status {status}).", host=host, status=str(status)))
    return PictureError(say("{host} does not give the picture (status {status}).", host=host, status=str(status)))
