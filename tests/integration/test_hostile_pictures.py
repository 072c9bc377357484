"""Hosts that mean ill, over real sockets, against everything between an address and a pixmap."""

from __future__ import annotations

import asyncio
import gc
import gzip
import tracemalloc
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import QSize

from joip_desktop.api.pictures import PictureClient, PictureLimits
from joip_desktop.domain.pictures import MOST_BYTES
from joip_desktop.engine.thumbnails import Thumbnails
from joip_desktop.storage.pictures import PictureFolder
from joip_desktop.ui.pictures import Decoder, Pictures, image_bytes
from tests.helpers.hostile_host import (
    Answer,
    HostileHost,
    answer,
    closing,
    dripping,
    endless,
    endless_head,
    hostile_host,
    redirect,
)
from tests.helpers.made_pictures import drawn, gif, grey_png, moving_webp, png, png_chunk

BOX = QSize(64, 36)
PNG = drawn(200, 100, "png")
JPEG = drawn(200, 100, "jpeg")
SHORT = PictureLimits(everything=0.4)
"""For hosts that would take for ever."""

SVG = b"""<?xml version="1.0"?>
<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><text>&secret;</text></svg>"""


@pytest.fixture(autouse=True)
def collected_in_the_main_thread() -> Iterator[None]:
    """As in the app (`ui/garbage.py`): what Qt left behind in other tests must not be destroyed in a worker."""
    gc.disable()
    yield
    gc.enable()


class Counted(httpx.AsyncBaseTransport):
    """The network, with a count of what is read from it."""

    def __init__(self) -> None:
        self._inner = httpx.AsyncHTTPTransport()
        self.read = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._inner.handle_async_request(request)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _CountedBody(response.stream, self)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _CountedBody(httpx.AsyncByteStream):
    def __init__(self, inner: httpx.AsyncByteStream, counted: Counted) -> None:
        self._inner = inner
        self._counted = counted

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._inner:
            self._counted.read += len(part)
            yield part

    async def aclose(self) -> None:
        await self._inner.aclose()


@dataclass
class Window:
    """What a window has of pictures."""

    host: HostileHost
    pictures: Pictures
    thumbnails: Thumbnails[object]
    folder: Path
    networks: list[Counted]

    async def show(self, *urls: str) -> None:
        """Want these, and wait until each has come or failed."""
        missing = set(urls)
        over = asyncio.Event()

        def hear(news: frozenset[str]) -> None:
            missing.difference_update(news)
            if not missing:
                over.set()

        self.pictures.changed.connect(hear)
        self.pictures.want(urls)
        await over.wait()
        self.pictures.changed.disconnect(hear)

    def has(self, url: str) -> bool:
        return self.pictures.pixmap(url, BOX, 1.0) is not None

    @property
    def read(self) -> int:
        """Bytes of bodies that were read."""
        return sum(network.read for network in self.networks)


@asynccontextmanager
async def window(tmp_path: Path, limits: PictureLimits | None = None) -> AsyncIterator[Window]:
    networks: list[Counted] = []

    def connect(_proxy: str | None) -> Counted:
        networks.append(Counted())
        return networks[-1]

    async def resolve(_host: str, _port: int) -> Sequence[str]:
        return ["127.0.0.1"]  # as a name may be made to lead here at any time

    async with hostile_host() as host:
        client = PictureClient(host.origin, resolver=resolve, connect=connect, proxy_for=lambda _: None, limits=limits)
        folder = PictureFolder(tmp_path / "pictures")
        thumbnails = Thumbnails(source=client, store=folder, decode=Decoder(), size_of=image_bytes)
        pictures = Pictures(thumbnails)
        running = asyncio.create_task(thumbnails.run())
        try:
            yield Window(host, pictures, thumbnails, tmp_path / "pictures", networks)  # type: ignore[arg-type]
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await client.aclose()
            await folder.close()
            pictures.close_listening()


async def fails(
    tmp_path: Path, what: bytes | Answer, sentence: str, *, limits: PictureLimits | None = None, most: int = 2000
) -> None:
    """It fails with this sentence after `most` bytes of body, is asked for once, not kept, and harms nothing else."""
    async with window(tmp_path, limits) as shown:
        bad, good = shown.host.at("/bad.png", what), shown.host.at("/good.png", answer(PNG))
        await shown.show(bad)
        assert (shown.pictures.failure(bad), shown.has(bad)) == (sentence, False)
        assert shown.read <= most
        asked = list(shown.host.paths)
        for _ in range(5):
            await shown.show(good) if not shown.has(good) else shown.pictures.want([bad, good])
            shown.pictures.want([bad])
            await asyncio.sleep(0)
        assert shown.has(good)
        assert shown.host.paths == [*asked, "/good.png"], "what failed is not asked for again"
        assert asked.count("/bad.png") == 1
        assert shown.host.connections <= 2
        assert len(list(shown.folder.iterdir())) == 1, "only the good one is kept"


# --- what comes -------------------------------------------------------------------------------------------------------

TOO_LARGE = "The picture is larger than 5 MB."
NO_PICTURE = "This is no picture that can be shown: only PNG, JPEG, GIF and WebP are."
SVG_REFUSED = "This is an SVG drawing, which is not shown for safety."
PAGE = "This is no picture but a web page."
PACKED = "127.0.0.1 sends the picture packed, which is not unpacked for safety."
BROKE_OFF = "The connection to 127.0.0.1 broke before the answer was complete."

ANSWERS: dict[str, tuple[Callable[[], bytes | Answer], str]] = {
    "a png bomb": (lambda: answer(grey_png(30_000, 30_000)), "The picture has 900.0 megapixels, too many to be shown."),
    "a png just beyond": (
        lambda: answer(png(8_000, 5_100, rows=0)),
        "The picture has 40.8 megapixels, too many to be shown.",
    ),
    "a gif bomb": (lambda: answer(gif(65_535, 65_535)), "The picture has 4,294.8 megapixels, too many to be shown."),
    "a webp bomb": (
        lambda: answer(moving_webp(drawn(9, 9, "webp"), 2**24, 2**24)),
        "The picture has 281,474,976.7 megapixels, too many to be shown.",
    ),
    "a line": (lambda: answer(png(30_000, 2)), "The picture is 30,000 x 2 pixels, too long to be shown."),
    "an svg": (lambda: answer(SVG, "Content-Type: image/svg+xml"), SVG_REFUSED),
    "an svg by another name": (lambda: answer(SVG, "Content-Type: image/png"), NO_PICTURE),
    "an svg without its prologue": (lambda: answer(b"<svg/>", "Content-Type: image/png"), SVG_REFUSED),
    "a page": (lambda: answer(b"<!doctype html><script>", "Content-Type: image/png"), PAGE),
    "a page that says so": (lambda: answer(b"\r\n\r\nPlease sign in", "Content-Type: text/html"), PAGE),
    "text": (lambda: answer(b"not found", "Content-Type: image/jpeg"), NO_PICTURE),
    "nothing": (answer, "The picture is empty."),
    "an icon": (lambda: answer(b"\0\0\x01\0\x01\0" + bytes(40)), NO_PICTURE),
    "a png without pixels": (lambda: answer(PNG[:60]), "The picture is broken."),
    "a jpeg without pixels": (lambda: answer(JPEG[:100]), "The picture is broken."),
    "a packed png": (lambda: answer(gzip.compress(PNG), "Content-Encoding: gzip"), PACKED),
    "a packed bomb": (lambda: endless(gzip.compress(bytes(1_000_000)), "Content-Encoding: gzip"), PACKED),
    "a length beyond": (lambda: answer(PNG, length=MOST_BYTES + 1), TOO_LARGE),
    "not found": (lambda: answer(PNG, status=404), "127.0.0.1 has no such picture (status 404)."),
    "forbidden": (lambda: answer(PNG, status=403), "127.0.0.1 does not give the picture (status 403)."),
    "a part": (lambda: answer(PNG, status=206), "127.0.0.1 does not give the picture (status 206)."),
    "a fault": (lambda: answer(PNG, status=500), "127.0.0.1 can't send the picture now (status 500)."),
    "a length that is too long": (lambda: closing(answer(PNG, length=len(PNG) + 9)), BROKE_OFF),
    "no http": (lambda: b"SSH-2.0-OpenSSH_9.2\r\n\r\n", BROKE_OFF),
    "another http": (lambda: closing(b"HTTP/9.9 200 OK\r\n\r\n<html>"), PAGE),
    "a jpeg that breaks off": (lambda: closing(answer(JPEG[:400], length=len(JPEG))), BROKE_OFF),
    "an odd header": (lambda: b"HTTP/1.1 200 OK\r\nBad Header\r\n\r\n", BROKE_OFF),
    "an endless head": (lambda: endless_head(b"X-More: and more\r\n"), BROKE_OFF),
    "an endless line": (lambda: endless_head(b"x" * 1000), BROKE_OFF),
}


@pytest.mark.parametrize("name", ANSWERS)
async def test_what_is_no_fit_picture_is_told_and_not_asked_for_again(name: str, tmp_path: Path) -> None:
    make, sentence = ANSWERS[name]
    what = make()
    await fails(tmp_path, what, sentence, most=len(what) if isinstance(what, bytes) else 1000)


@pytest.mark.parametrize("first", [PNG, JPEG, gif()])
async def test_an_endless_body_ends_at_five_megabytes(first: bytes, tmp_path: Path) -> None:
    part = bytes(32 * 1024)
    tracemalloc.start()
    try:
        await fails(tmp_path, endless(part, first=first), TOO_LARGE, most=MOST_BYTES + 512 * 1024)
        assert tracemalloc.get_traced_memory()[1] < 4 * MOST_BYTES
    finally:
        tracemalloc.stop()


SLOW: dict[str, Answer] = {
    "a drip": dripping(answer(PNG)),
    "a drip of a body": dripping(answer(PNG * 1000)),
    "a drip of comments": dripping(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000),
    "interim answers without end": endless_head(b"HTTP/1.1 103 Early Hints\r\n\r\n", first=b""),
}


@pytest.mark.parametrize("name", SLOW)
async def test_what_takes_too_long_ends_by_the_limit(name: str, tmp_path: Path) -> None:
    await fails(tmp_path, SLOW[name], "The picture did not come within 0.4 seconds.", limits=SHORT)


async def test_a_host_that_says_nothing_at_all_ends_by_the_limit(tmp_path: Path) -> None:
    async def silent(_writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    await fails(tmp_path, silent, "The picture did not come within 0.4 seconds.", limits=SHORT)


async def test_a_length_that_is_too_short_shows_what_came(tmp_path: Path) -> None:
    async with window(tmp_path) as shown:
        url = shown.host.at("/p.png", answer(PNG + b"more", "Connection: close", length=len(PNG)))
        await shown.show(url)
        assert shown.has(url)
        assert shown.read == len(PNG)


@pytest.mark.parametrize("data", [PNG, JPEG, gif(), drawn(20, 10, "webp")])
async def test_a_wrong_type_does_no_harm_to_a_right_picture(data: bytes, tmp_path: Path) -> None:
    async with window(tmp_path) as shown:
        url = shown.host.at("/p", answer(data, "Content-Type: text/html"))
        await shown.show(url)
        assert shown.has(url)


async def test_a_png_full_of_comments_is_shown_without_them(tmp_path: Path) -> None:
    comments = png_chunk(b"zTXt", b"Comment\0\0" + b"x\x9cno zlib at all") * 2_000
    async with window(tmp_path) as shown:
        url = shown.host.at("/p.png", answer(png(40, 30, extra=comments)))
        await shown.show(url)
        assert shown.has(url)


# --- where it leads ---------------------------------------------------------------------------------------------------

HTTPS_ONLY = "Pictures are loaded over https only."
INSIDE = "Pictures are not loaded from {}, which is inside a private network."
NO_ADDRESS = "The picture's address is no web address."


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("http://cdn.example/p.png", HTTPS_ONLY),
        ("http://localhost:{port}/inside", HTTPS_ONLY),
        ("http://127.0.0.1:1/inside", HTTPS_ONLY),
        ("http://0.0.0.0:{port}/inside", HTTPS_ONLY),
        ("http://[::ffff:127.0.0.1]:{port}/inside", HTTPS_ONLY),
        ("https://127.0.0.1:{port}/inside", INSIDE.format("127.0.0.1")),
        ("https://rebind.example:{port}/", INSIDE.format("rebind.example")),
        ("file:///etc/hostname", NO_ADDRESS),
        ("data:image/png;base64,iVBORw0KGgo=", NO_ADDRESS),
        ("ftp://127.0.0.1:{port}/inside", NO_ADDRESS),
        ("javascript:alert(1)", NO_ADDRESS),
        ("http://[", HTTPS_ONLY),
        ("http://user:secret@127.0.0.1:{port}/inside", "The picture's address holds a user name or a password."),
    ],
)
async def test_redirects_lead_nowhere_they_should_not(target: str, sentence: str, tmp_path: Path) -> None:
    async with window(tmp_path) as shown:
        shown.host.at("/inside", answer(PNG))
        bad = shown.host.at("/bad.png", redirect(target.format(port=shown.host.port)))
        await shown.show(bad)
        assert shown.pictures.failure(bad) == sentence
        assert "/inside" not in shown.host.paths
        assert shown.host.connections == 1
        shown.pictures.want([bad])
        await asyncio.sleep(0)
        assert shown.host.paths.count("/bad.png") == 1


async def test_redirects_in_circles_end(tmp_path: Path) -> None:
    async with window(tmp_path) as shown:
        shown.host.at("/1", redirect("/2"))
        shown.host.at("/2", redirect("/1"))
        await shown.show(f"{shown.host.origin}/1")
        assert shown.host.paths == ["/1", "/2", "/1", "/2"]


async def test_an_address_of_a_stranger_in_this_network_is_not_connected_to(tmp_path: Path) -> None:
    async with window(tmp_path) as shown:
        urls = [
            f"https://{name}:{shown.host.port}/p.png" for name in ("cdn.example", "127.0.0.1", "localhost", "[::1]")
        ]
        await shown.show(*urls)
        assert all("inside a private network" in (shown.pictures.failure(url) or "") for url in urls)
        assert shown.host.connections == 0


# --- what is told to the host -----------------------------------------------------------------------------------------


async def test_nothing_identifies_the_account_whatever_the_host_sets(tmp_path: Path) -> None:
    cookies = ("Set-Cookie: connect.sid=evil; Path=/", "Set-Cookie: track=1", "WWW-Authenticate: Basic realm=x")
    async with window(tmp_path) as shown:
        first = shown.host.at("/1.png", answer(PNG, *cookies))
        second = shown.host.at("/2.png", answer(PNG, *cookies))
        denied = shown.host.at("/3.png", answer(b"", *cookies, status=401))
        moved = shown.host.at("/4.png", answer(b"", *cookies, "Location: /1.png?moved", status=302))
        for url in (first, second, denied, moved):
            await shown.show(url)
            assert shown.host.connections == 1 or url in (denied, moved), "connections are used again"
        assert len(shown.host.requests) == 5
        for headers in shown.host.headers():
            assert headers == {
                "host": f"127.0.0.1:{shown.host.port}",
                "accept": "image/png,image/jpeg,image/webp,image/gif",
                "accept-encoding": "identity",
                "user-agent": "Mozilla/5.0 (compatible; picture loader)",
            }


# --- the next start ---------------------------------------------------------------------------------------------------


async def test_what_was_loaded_is_on_disk_for_the_next_time(tmp_path: Path) -> None:
    async with window(tmp_path) as shown:
        url = shown.host.at("/p.png", answer(PNG))
        await shown.show(url)
        [kept] = shown.folder.iterdir()
        assert kept.read_bytes() == PNG
        shown.thumbnails.close()
        await shown.show(url)
        assert shown.host.paths == ["/p.png"]
        kept.write_bytes(PNG[:50])  # the power failed, say
        shown.thumbnails.close()
        await shown.show(url)
        assert shown.host.paths == ["/p.png", "/p.png"]
        assert kept.read_bytes() == PNG
