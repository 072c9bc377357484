from __future__ import annotations

from contextlib import suppress

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.api.origin import Origin
from joip_desktop.domain.errors import OriginRefusedError
from tests.helpers import strategies

PRODUCTION = Origin("https", "app.joip.io", 443)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("https://app.joip.io", PRODUCTION),
        ("app.joip.io", PRODUCTION),
        ("  HTTPS://App.Joip.IO:443/\n", PRODUCTION),
        ("app.joip.io:8443", Origin("https", "app.joip.io", 8443)),
        ("https://app.joip.io:", PRODUCTION),
        ("http://127.0.0.1:8123", Origin("http", "127.0.0.1", 8123)),
        ("127.0.0.1:8123", Origin("http", "127.0.0.1", 8123)),
        ("127.0.0.2", Origin("http", "127.0.0.2", 80)),
        ("localhost", Origin("http", "localhost", 80)),
        ("LocalHost:3000", Origin("http", "localhost", 3000)),
        ("https://localhost", Origin("https", "localhost", 443)),
        ("[::1]:3000", Origin("http", "::1", 3000)),
        ("http://[::1]", Origin("http", "::1", 80)),
        ("[2001:DB8::1]", Origin("https", "2001:db8::1", 443)),
        ("192.168.1.2", Origin("https", "192.168.1.2", 443)),
        ("my_server", Origin("https", "my_server", 443)),
        ("https://MÜNCHEN.de", Origin("https", "xn--mnchen-3ya.de", 443)),
        ("127.0.0.1.evil.example", Origin("https", "127.0.0.1.evil.example", 443)),
        ("localhost.evil.example", Origin("https", "localhost.evil.example", 443)),
    ],
)
def test_addresses_are_read_as_people_type_them(typed: str, read: Origin) -> None:
    assert Origin.parse(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "http://app.joip.io",
        "http://192.168.1.2",
        "http://127.1",
        "http://0",
        "http://0x7f000001",
        "http://2130706433",
        "http://0.0.0.0",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://evil-localhost",
        "http://[2001:db8::1]",
    ],
)
def test_plain_http_goes_to_this_computer_only(typed: str) -> None:
    with pytest.raises(OriginRefusedError, match="to this computer only") as caught:
        Origin.parse(typed)
    assert "https://" in caught.value.next_step


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "is empty"),
        (" \t\n", "is empty"),
        ("https://user@app.joip.io", "user name"),
        ("https://user:word@app.joip.io", "user name"),
        ("https://@app.joip.io", "user name"),
        ("user@localhost", "user name"),
        (r"https://app.joip.io\@evil.example", "user name"),
        ("https://app.joip.io/api", "must end after host and port"),
        ("https://app.joip.io//", "must end after host and port"),
        ("https://app.joip.io?", "must end after host and port"),
        ("https://app.joip.io/?a=b", "must end after host and port"),
        ("https://app.joip.io#", "must end after host and port"),
        ("https://app.joip.io/#top", "must end after host and port"),
        ("https://app.joip.io:0", "0 is no port"),
        ("https://app.joip.io:65536", "65536 is no port"),
        ("https://app.joip.io:-1", "no address"),
        ("https://app.joip.io:+80", "no address"),
        ("https://app.joip.io: 80", "no address"),
        ("https://app.joip.io:8_0", "no address"),
        ("https://app.joip.io:\u0663", "no address"),
        ("localhost:abc", "no address"),
        ("javascript:alert(1)", "no address"),
        ("javascript://app.joip.io", "no address"),
        ("ftp://app.joip.io", "no address"),
        ("file:///etc/passwd", "no address"),
        ("https://", "no address"),
        ("//app.joip.io", "no address"),
        ("https://app joip io", "no address"),
        ("app\njoip", "no address"),
        ("https://app%2ejoip.io", "no address"),
        ("https://%6cocalhost", "no address"),
        (r"https://app.joip.io\evil.example", "no address"),
        ("https://app..io", "no address"),
        ("https://.", "no address"),
        ("https://*.joip.io", "no address"),
        ("https://app,joip", "no address"),
        ("https://[::1", "no address"),
        ("https://[::1]x", "no address"),
        ("https://[fe80::1%25eth0]", "no address"),
        ("::1", "no address"),
        ("https://\ud800", "no address"),
        ("https://\u2603.net", "no address"),
        ("a" * 64 + ".io", "no address"),
        ("a." * 127 + "io", "no address"),
        ("a" * 100_000, "no address"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(OriginRefusedError, match=sentence) as caught:
        Origin.parse(typed)
    assert len(str(caught.value)) < 200
    assert caught.value.sentence.endswith(".")


def test_a_cookie_in_the_wrong_field_is_not_repeated() -> None:
    with pytest.raises(OriginRefusedError) as caught:
        Origin.parse("connect.sid=s%3Asecret")
    assert "secret" not in str(caught.value)
    assert caught.value.__cause__ is None


_ODD = st.text(st.sampled_from("aZ0.:/?#@[]\\% \t\n-_ä\u202e\ud800*") | st.characters(), max_size=20)


@given(st.sampled_from(["", "http://", "https://", "ftp://", "http://localhost", "https://a.b:", "["]), _ODD)
def test_whatever_is_typed_gives_a_safe_origin_or_a_refusal(start: str, rest: str) -> None:
    try:
        origin = Origin.parse(start + rest)
    except OriginRefusedError:
        pass
    else:
        assert origin.scheme == "https" or origin.is_loopback
        assert 1 <= origin.port <= 65535
        assert Origin.parse(str(origin)) == origin
        assert origin.same(origin.url("/api/sessions"))
        assert httpx.URL(str(origin)).host.lower() in (origin.host, httpx.URL(f"https://{origin.host_label}").host)


@given(strategies.any_text)
def test_any_text_at_all_gives_an_origin_or_a_refusal(typed: str) -> None:
    with suppress(OriginRefusedError):
        assert Origin.parse(typed).scheme in ("http", "https")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("app.joip.io:443", "app.joip.io"),
        ("app.joip.io:80", "app.joip.io:80"),
        ("http://127.0.0.1:8123", "127.0.0.1:8123"),
        ("http://localhost:80", "localhost"),
        ("[::1]:3000", "[::1]:3000"),
        ("[::1]", "[::1]"),
    ],
)
def test_only_an_unusual_port_is_shown(typed: str, shown: str) -> None:
    assert Origin.parse(typed).host_label == shown


def test_a_url_is_origin_and_path() -> None:
    assert Origin.parse("[::1]:3000").url("/api/sessions") == "http://[::1]:3000/api/sessions"
    assert str(PRODUCTION) == "https://app.joip.io"


@pytest.mark.parametrize(
    "url",
    [
        "https://app.joip.io",
        "https://app.joip.io:443/a?b#c",
        "HTTPS://APP.JOIP.IO/",
        httpx.URL("https://app.joip.io/x"),
    ],
)
def test_the_same_origin_may_be_written_in_other_ways(url: httpx.URL | str) -> None:
    assert PRODUCTION.same(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://app.joip.io",
        "http://app.joip.io:443",
        "https://app.joip.io:8443",
        "https://app.joip.io.",
        "https://joip.io",
        "https://www.app.joip.io",
        "https://app.joip.io.evil.example",
        "https://app.joip.io@evil.example",
        "https://evil.example/app.joip.io",
        r"https://app.joip.io\.evil.example",
        "ftp://app.joip.io:443",
        "//app.joip.io",
        "/api/sessions",
        "",
    ],
)
def test_another_scheme_host_or_port_is_another_origin(url: str) -> None:
    assert not PRODUCTION.same(url)
