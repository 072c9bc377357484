"""Which server may see the cookie: one origin, https anywhere, plain http on this computer alone."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final

import httpx

from joip_desktop.domain.errors import OriginRefusedError
from joip_desktop.domain.say import later, say

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"(?:\[[^\]]*\]|[^:]*)(?::[0-9]*)?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_LONGEST_HOST: Final = 253
_HIGHEST_PORT: Final = 65535


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host (lower case, ASCII) and port of a server; compares by value."""

    scheme: str
    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Origin:
        """Read a server's address as people type it; without a scheme, https, but http on this computer.

        Raises:
            OriginRefusedError: it is no address of a server, or not one that a cookie may be sent to.
        """
        typed = text.strip()
        if not typed:
            raise OriginRefusedError(say("The server's address is empty."))
        url = _url(typed if _SCHEME.match(typed) else f"https://{typed}")
        if not _SCHEME.match(typed) and _is_loopback(_host(url)):
            url = _url(f"http://{typed}")
        if url.scheme not in _DEFAULT_PORTS or not url.host:
            raise _no_address()
        if "@" in _authority(typed):
            raise OriginRefusedError(
                say("The server's address must not hold a user name or a password."), next_step=say(_EXAMPLE)
            )
        if url.raw_path not in (b"", b"/") or "?" in typed or "#" in typed:
            raise OriginRefusedError(say("The server's address must end after host and port."), next_step=say(_EXAMPLE))
        if not _is_host(_host(url)) or not _HOST_AND_PORT.fullmatch(_authority(typed)):
            raise _no_address()
        port = _DEFAULT_PORTS[url.scheme] if url.port is None else url.port
        origin = cls(url.scheme, _host(url), port)
        if not 1 <= port <= _HIGHEST_PORT:
            raise OriginRefusedError(
                say("{port} is no port; ports are 1 to {highest}.", port=str(port), highest=str(_HIGHEST_PORT))
            )
        if url.scheme == "http" and not origin.is_loopback:
            raise OriginRefusedError(
                say("Over plain http anybody on the way could read your cookie, so it is sent to this computer only."),
                next_step=say("Use an address that starts with https://."),
            )
        return origin

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host_label}"

    @property
    def host_label(self) -> str:
        """Host and, where it is an unusual one, port: "app.joip.io", "127.0.0.1:8123"."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        """Whether it is this computer."""
        return _is_loopback(self.host)

    def same(self, url: httpx.URL | str) -> bool:
        """Whether a URL has this origin exactly."""
        found = httpx.URL(url)
        port = _DEFAULT_PORTS.get(found.scheme) if found.port is None else found.port
        return (found.scheme, _host(found), port) == (self.scheme, self.host, self.port)

    def url(self, path: str) -> str:
        """The URL of a path, which starts with "/"."""
        return f"{self}{path}"


_EXAMPLE: Final = later("An address looks like https://app.joip.io.")


def _no_address() -> OriginRefusedError:
    """What was typed is not repeated: it may be a cookie, pasted into the wrong field."""
    return OriginRefusedError(say("This is no address of a server."), next_step=say(_EXAMPLE))


def _url(text: str) -> httpx.URL:
    try:
        return httpx.URL(text)
    except (httpx.InvalidURL, ValueError):
        raise _no_address() from None  # httpx's own text repeats what was typed


def _authority(typed: str) -> str:
    """Host and port as they were typed: httpx is generous with both."""
    return re.split(r"[/?#]", _SCHEME.sub("", typed), maxsplit=1)[0]


def _is_host(host: str) -> bool:
    """Whether it is an IP address or can be a name: httpx lets blanks, backslashes and much else pass."""
    if ":" in host:
        try:
            return ipaddress.ip_address(host).version == 6 and "%" not in host  # noqa: PLR2004 - IPv6
        except ValueError:
            return False
    labels = host.removesuffix(".").split(".")
    return len(host) <= _LONGEST_HOST and all(map(_LABEL.fullmatch, labels))


def _host(url: httpx.URL) -> str:
    return url.raw_host.decode("ascii").strip("[]").lower()


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
