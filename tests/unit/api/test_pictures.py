"""Pictures over httpx's mock transport: what is asked, where redirects may lead, and what passes for a picture."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.api.origin import Origin
from joip_desktop.api.pictures import PictureClient, PictureLimits
from joip_desktop.domain.errors import (
    CertificateError,
    ConnectionBrokenError,
    JoipError,
    PictureError,
    RateLimitedError,
    ServerFaultError,
    TimedOutError,
    UnreachableError,
)
from joip_desktop.domain.pictures import MOST_BYTES
from joip_desktop.engine.ports import PictureSource
from tests.helpers.made_pictures import drawn, gif, png
from tests.helpers.wording import assert_sentence

Handler = Callable[[httpx.Request], httpx.Response]

OWN = Origin.parse("https://joip.example")
MOCK = Origin.parse("http://127.0.0.1:8123")
PICTURE = png()
NAMES = {
    "cdn.example": ["93.184.216.34"],
    "joip.example": ["93.184.216.35"],
    "home.example": ["192.168.1.5"],
    "rebind.example": ["93.184.216.34", "127.0.0.1"],
    "127.0.0.1": ["127.0.0.1"],
    "localhost": ["127.0.0.1"],
    "::1": ["::1"],
}


async def resolve(host: str, _port: int) -> Sequence[str]:
    if host in NAMES:
        return NAMES[host]
    raise OSError("no such host")


class Stream(httpx.AsyncByteStream):
    """A body in parts that counts how many were read."""

    def __init__(self, parts: Sequence[bytes], *, then: Exception | None = None) -> None:
        self.parts = parts
        self.then = then
        self.read = 0
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self.parts:
            if self.closed:
                raise httpx.ReadError("closed")
            self.read += len(part)
            yield part
        if self.then is not None:
            raise self.then

    async def aclose(self) -> None:
        self.closed = True


@dataclass
class Fetched:
    data: bytes | None
    error: JoipError | None
    requests: list[httpx.Request]

    @property
    def asked(self) -> list[str]:
        """Where the requests went to, by the name of the host."""
        return [f"{one.url.scheme}://{one.headers['host']}{one.url.path}" for one in self.requests]

    @property
    def sentence(self) -> str:
        assert self.error is not None
        return self.error.sentence


def fetch(url: str, *answers: httpx.Response | Exception, own: Origin = OWN, size: int = MOST_BYTES) -> Fetched:
    """Ask for a picture; the answers come one after another, the last one again and again."""
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        answer = answers[min(len(requests), len(answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def main() -> Fetched:
        client: PictureClient = PictureClient(
            own,
            resolver=resolve,
            connect=lambda _proxy: httpx.MockTransport(handler),
            proxy_for=lambda _host: None,
            limits=PictureLimits(size=size),
        )
        source: PictureSource = client
        try:
            return Fetched(await source.fetch(url), None, requests)
        except JoipError as error:
            return Fetched(None, error, requests)
        finally:
            await client.aclose()

    return asyncio.run(main())


def picture(data: bytes = PICTURE, kind: str = "image/png", headers: Mapping[str, str] = {}) -> httpx.Response:
    return httpx.Response(200, stream=Stream([data]), headers={"Content-Type": kind, **headers})


def moved(to: str, status: int = 302) -> httpx.Response:
    return httpx.Response(status, headers={"Location": to})


# --- what is asked ----------------------------------------------------------------------------------------------------


def test_a_picture_is_one_get_without_a_trace_of_the_account() -> None:
    fetched = fetch("https://cdn.example/a/p.png?w=1#top", picture())
    assert fetched.data == PICTURE
    [request] = fetched.requests
    assert (request.method, request.url.raw_path, request.content) == ("GET", b"/a/p.png?w=1", b"")
    assert dict(request.headers) == {
        "host": "cdn.example",
        "accept": "image/png,image/jpeg,image/webp,image/gif",
        "accept-encoding": "identity",
        "user-agent": "Mozilla/5.0 (compatible; picture loader)",
    }


def test_cookies_are_neither_kept_nor_sent() -> None:
    cookie = {"Set-Cookie": "track=1; Path=/; Domain=cdn.example"}
    first = httpx.Response(302, headers={"Location": "/again.png", **cookie})
    fetched = fetch("https://cdn.example/p.png", first, picture(headers=cookie))
    assert fetched.data == PICTURE
    for request in fetched.requests:
        assert set(request.headers) == {"host", "accept", "accept-encoding", "user-agent"}


@pytest.mark.parametrize("data", [PICTURE, gif(), drawn(3, 3, "jpeg"), drawn(3, 3, "webp")])
def test_every_format_that_is_shown_comes_as_it_is(data: bytes) -> None:
    assert fetch("https://cdn.example/p", picture(data)).data == data


@pytest.mark.parametrize("kind", ["", "image/jpeg", "text/plain", "application/octet-stream", "text/html"])
def test_the_bytes_count_and_not_what_is_said_of_them(kind: str) -> None:
    assert fetch("https://cdn.example/p.png", picture(kind=kind)).data == PICTURE


@pytest.mark.parametrize("url", ["/media/p.png", "https://joip.example/media/p.png", "  /media/p.png\n"])
def test_a_path_alone_is_one_of_the_same_server(url: str) -> None:
    assert fetch(url, picture()).asked == ["https://joip.example/media/p.png"]


# --- addresses that are refused ---------------------------------------------------------------------------------------

NEVER = [
    "http://cdn.example/p.png",
    "//cdn.example/p.png",
    "http://127.0.0.1:9999/p.png",
    "http://localhost:8123/p.png",
    "http://user:secret@127.0.0.1:8123/p.png",
    "https://127.0.0.1/p.png",
    "https://127.0.0.1:8123/p.png",
    "https://[::1]/p.png",
    "https://localhost/p.png",
    "https://home.example/p.png",
    "https://rebind.example/p.png",
    "https://user:secret@cdn.example/p.png",
    "https://user@cdn.example/p.png",
    "ftp://cdn.example/p.png",
    "file:///etc/hostname",
    "file://localhost/etc/hostname",
    "data:image/png;base64,iVBORw0KGgo=",
    "javascript:alert(1)",
    "blob:https://cdn.example/1",
    "about:blank",
    "https://",
    "https:///p.png",
    "http://[",
    "https://cdn.example:99999/p.png",
    "https://cdn.example:0/p.png",
    "https://cdn.example/" + "a" * 9000,
    "",
    "   ",
]
RELATIVE = ["//cdn.example/p.png", "https://", "https:///p.png", "", "   "]
"""What is an address on a page that came over https."""


@pytest.mark.parametrize("url", NEVER)
def test_no_request_goes_out_for_an_odd_address(url: str) -> None:
    fetched = fetch(url, picture(), own=MOCK)
    assert isinstance(fetched.error, PictureError)
    assert fetched.requests == []
    assert_sentence(fetched.sentence)
    assert "secret" not in fetched.sentence


@pytest.mark.parametrize("url", [*(url for url in NEVER if url not in RELATIVE), "http://127.0.0.1:8123/p.png"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_leads_there_either(url: str, status: int) -> None:
    fetched = fetch("https://cdn.example/p.png", moved(url, status), picture(), own=MOCK)
    assert isinstance(fetched.error, PictureError)
    assert fetched.asked == ["https://cdn.example/p.png"]
    assert_sentence(fetched.sentence)


def test_plain_http_is_for_the_connected_server_on_this_computer() -> None:
    assert fetch("http://127.0.0.1:8123/p.png", picture(), own=MOCK).data == PICTURE
    refused = fetch("http://127.0.0.1:8123/p.png", picture(), own=OWN)
    assert (refused.sentence, refused.requests) == ("Pictures are loaded over https only.", [])


def test_the_connected_server_may_be_in_a_private_network() -> None:
    home = Origin.parse("https://home.example")
    assert fetch("https://home.example/p.png", picture(), own=home).data == PICTURE
    led = fetch("https://cdn.example/p.png", moved("https://home.example/p.png"), picture(), own=home)
    assert isinstance(led.error, PictureError)
    assert led.asked == ["https://cdn.example/p.png"]


def test_a_way_out_and_back_in_is_a_strangers() -> None:
    fetched = fetch(
        "http://127.0.0.1:8123/p.png",
        moved("https://cdn.example/p.png"),
        moved("http://127.0.0.1:8123/secret"),
        picture(),
        own=MOCK,
    )
    assert isinstance(fetched.error, PictureError)
    assert fetched.asked == ["http://127.0.0.1:8123/p.png", "https://cdn.example/p.png"]


# --- redirects --------------------------------------------------------------------------------------------------------


def test_redirects_are_followed() -> None:
    fetched = fetch(
        "https://cdn.example/a/1.png", moved("2.png"), moved("/3.png", 307), moved("https://joip.example/4"), picture()
    )
    assert fetched.data == PICTURE
    assert fetched.asked[1:] == ["https://cdn.example/a/2.png", "https://cdn.example/3.png", "https://joip.example/4"]


def test_but_not_without_end() -> None:
    fetched = fetch("https://cdn.example/1.png", moved("/2.png"))
    assert len(fetched.requests) == 4
    assert isinstance(fetched.error, PictureError)
    assert_sentence(fetched.sentence)


def test_a_redirects_body_is_not_read() -> None:
    body = Stream([bytes(1000)] * 1000)
    fetched = fetch(
        "https://cdn.example/p.png", httpx.Response(302, headers={"Location": "/2.png"}, stream=body), picture()
    )
    assert fetched.data == PICTURE
    assert body.read == 0
    assert body.closed


def test_a_redirect_without_a_target_is_no_picture() -> None:
    assert isinstance(fetch("https://cdn.example/p.png", httpx.Response(302)).error, PictureError)


# --- what comes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (picture(b""), "The picture is empty."),
        (picture(b"<!DOCTYPE html><p>No"), "This is no picture but a web page."),
        (picture(b"\n <HTML><p>No and so on"), "This is no picture but a web page."),
        (picture(b"Please wait a moment", kind="text/html; charset=utf-8"), "This is no picture but a web page."),
        (picture(b"<svg onload='alert(1)'/>"), "This is an SVG drawing, which is not shown for safety."),
        (
            picture(b'<?xml version="1.0"?><!DOCTYPE svg><svg/>', kind="image/svg+xml"),
            "This is an SVG drawing, which is not shown for safety.",
        ),
        (picture(b"BM" + bytes(60)), "This is no picture that can be shown: only PNG, JPEG, GIF and WebP are."),
        (picture(b"\0"), "This is no picture that can be shown: only PNG, JPEG, GIF and WebP are."),
        (picture(headers={"Content-Encoding": "identity"}), ""),
    ],
)
def test_only_pictures_pass(answer: httpx.Response, sentence: str) -> None:
    fetched = fetch("https://cdn.example/p.png", answer)
    assert ("" if fetched.error is None else fetched.sentence) == sentence
    assert fetched.error is None or isinstance(fetched.error, PictureError)


def test_what_is_no_picture_is_not_read_on() -> None:
    body = Stream([b"<html>", b"<title>Sign in</title>", *[bytes(1000)] * 1000])
    fetched = fetch("https://cdn.example/p.png", httpx.Response(200, stream=body))
    assert fetched.sentence == "This is no picture but a web page."
    assert body.read < 1000
    assert body.closed


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "identity, gzip", "x-odd"])
def test_a_packed_body_is_not_unpacked_and_not_read(coding: str) -> None:
    body = Stream([bytes(1000)] * 1000)
    answer = httpx.Response(200, headers={"Content-Encoding": coding}, stream=body)
    fetched = fetch("https://cdn.example/p.png", answer)
    assert isinstance(fetched.error, PictureError)
    assert body.read == 0


def test_a_length_beyond_the_limit_is_enough_to_say_no() -> None:
    body = Stream([PICTURE])
    answer = httpx.Response(200, headers={"Content-Length": str(MOST_BYTES + 1)}, stream=body)
    fetched = fetch("https://cdn.example/p.png", answer)
    assert fetched.sentence == "The picture is larger than 5 MB."
    assert body.read == 0


def test_bytes_are_counted_whatever_was_told() -> None:
    body = Stream([PICTURE, *[bytes(64 * 1024)] * 1000])
    answer = httpx.Response(200, headers={"Content-Length": "100"}, stream=body)
    fetched = fetch("https://cdn.example/p.png", answer)
    assert fetched.sentence == "The picture is larger than 5 MB."
    assert body.read <= MOST_BYTES + 64 * 1024
    assert body.closed


def test_the_limit_itself_is_within_it() -> None:
    assert fetch("https://cdn.example/p.png", picture(), size=len(PICTURE)).data == PICTURE
    beyond = fetch("https://cdn.example/p.png", httpx.Response(200, stream=Stream([PICTURE])), size=len(PICTURE) - 1)
    assert isinstance(beyond.error, PictureError)


@given(st.lists(st.integers(1, 40), max_size=12))
def test_the_parts_in_which_it_comes_make_no_difference(lengths: list[int]) -> None:
    parts, rest = [], PICTURE
    for length in lengths:
        parts.append(rest[:length])
        rest = rest[length:]
    fetched = fetch("https://cdn.example/p.png", httpx.Response(200, stream=Stream([*parts, rest])))
    assert fetched.data == PICTURE


# --- failures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (201, PictureError),
        (204, PictureError),
        (206, PictureError),
        (300, PictureError),
        (304, PictureError),
        (401, PictureError),
        (403, PictureError),
        (404, PictureError),
        (410, PictureError),
        (408, ServerFaultError),
        (425, ServerFaultError),
        (429, RateLimitedError),
        (500, ServerFaultError),
        (503, ServerFaultError),
    ],
)
def test_another_status_is_no_picture_whatever_comes_with_it(status: int, kind: type[JoipError]) -> None:
    fetched = fetch("https://cdn.example/p.png", httpx.Response(status, content=PICTURE))
    assert type(fetched.error) is kind
    assert "cdn.example" in fetched.sentence


@pytest.mark.parametrize(("told", "wait"), [("30", 30.0), ("Wed, 21 Oct 2026 07:28:00 GMT", None), ("-1", None)])
def test_a_host_that_wants_fewer_requests_may_say_for_how_long(told: str, wait: float | None) -> None:
    fetched = fetch("https://cdn.example/p.png", httpx.Response(429, headers={"Retry-After": told}))
    assert isinstance(fetched.error, RateLimitedError)
    assert fetched.error.retry_after == wait


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (httpx.ConnectError("no"), UnreachableError),
        (httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate"), CertificateError),
        (httpx.ConnectTimeout("no"), TimedOutError),
        (httpx.ReadTimeout("no"), TimedOutError),
        (httpx.ReadError("no"), ConnectionBrokenError),
        (httpx.RemoteProtocolError("no"), ConnectionBrokenError),
        (OSError("no"), ConnectionBrokenError),
        (RuntimeError("no"), ConnectionBrokenError),
    ],
)
def test_trouble_on_the_way_may_pass(raised: Exception, kind: type[JoipError]) -> None:
    fetched = fetch("https://cdn.example/p.png", raised)
    assert type(fetched.error) is kind
    body = Stream([PICTURE], then=raised)
    fetched = fetch("https://cdn.example/p.png", httpx.Response(200, stream=body))
    assert type(fetched.error) is kind
    assert body.closed


def test_a_host_that_is_not_found_may_be_found_later() -> None:
    assert isinstance(fetch("https://nowhere.example/p.png", picture()).error, UnreachableError)


_locations = st.sampled_from(
    ["/", "//evil.example", "http://[", "\x80", "https://cdn.example/x", "HTTPS://CDN.EXAMPLE"]
)
_codings = st.sampled_from(["gzip", "identity", "", "\x80"])


@given(
    st.sampled_from([200, 204, 301, 302, 404, 429, 500]) | st.integers(200, 599),
    st.dictionaries(
        st.sampled_from(["Location", "Content-Encoding", "Content-Length", "Content-Type", "Retry-After"]),
        _locations | _codings | st.text(st.characters(max_codepoint=255), max_size=20),
    ),
    st.binary(max_size=30) | st.sampled_from([PICTURE, gif(), b"<html>"]),
)
def test_whatever_comes_is_a_picture_or_a_joip_error(status: int, headers: dict[str, str], body: bytes) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    fetched = fetch("https://cdn.example/p.png", httpx.Response(status, headers=raw, stream=Stream([body])))
    assert (fetched.data is None) is (fetched.error is not None)
    assert len(fetched.requests) <= 4
