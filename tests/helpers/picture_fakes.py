"""Where pictures come from and are kept, without network or disk: with delays, failures, and a record of all of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from joip_desktop.domain.errors import JoipError, PictureError


def url(name: str | int, host: str = "cdn") -> str:
    return f"https://{host}.example/{name}"


@dataclass
class FakeSource:
    """Hosts that answer after `delay` simulated seconds with a file that says its own address, or with an error."""

    delay: float = 1.0
    errors: dict[str, JoipError] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    begun: list[tuple[str, float]] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    failed: dict[str, tuple[JoipError, float]] = field(default_factory=dict)
    """The last failure of each address, and when it was."""
    under_way: Counter[str] = field(default_factory=Counter)
    """By host."""
    most: int = 0
    most_of_a_host: int = 0
    watch: Callable[[str], None] = lambda _url: None

    @property
    def asked(self) -> list[str]:
        return [url for url, _ in self.begun]

    async def fetch(self, url: str) -> bytes:
        host = urlsplit(url).netloc
        self.begun.append((url, asyncio.get_running_loop().time()))
        self.watch(url)
        self.under_way[host] += 1
        self.most = max(self.most, self.under_way.total())
        self.most_of_a_host = max(self.most_of_a_host, self.under_way[host])
        try:
            await asyncio.sleep(self.delay)
        except asyncio.CancelledError:
            self.cancelled.append(url)
            raise
        finally:
            self.under_way[host] -= 1
        self.ended.append(url)
        if (error := self.errors.get(url) or self.errors.get(host)) is not None:
            self.failed[url] = error, asyncio.get_running_loop().time()
            raise error
        self.failed.pop(url, None)
        return self.files.get(url, url.encode())


@dataclass
class FakeStore:
    """A disk in memory; each look takes `delay` simulated seconds."""

    delay: float = 0.0
    kept: dict[str, bytes] = field(default_factory=dict)
    looked: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    async def get(self, url: str) -> bytes | None:
        self.looked.append(url)
        await asyncio.sleep(self.delay)
        return self.kept.get(url)

    async def put(self, url: str, data: bytes) -> None:
        await asyncio.sleep(0)
        self.kept[url] = data

    async def drop(self, url: str) -> None:
        self.dropped.append(url)
        self.kept.pop(url, None)


def decode(data: bytes) -> str:
    """The picture is the file's text."""
    if data.startswith(b"broken"):
        raise PictureError("The picture is broken.")
    return data.decode()
