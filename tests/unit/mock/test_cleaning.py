"""Subreddits and addresses as the server cleans them."""

from __future__ import annotations

import pytest

from joip_desktop.mock.cleaning import absolute, clean_subreddits, is_web_address, stored_thumbnail


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", []),
        (" , ,", []),
        ("cats,tea", ["cats", "tea"]),
        (" r/cats , /r/tea/, R/Space ", ["cats", "tea", "Space"]),
        ("Cats,cats,CATS", ["Cats"]),
        ("https://www.reddit.com/r/cats/top?t=all#x, old.reddit.com/r/tea", ["cats", "tea"]),
        ("https://example.org/r/cats, https://www.reddit.com/about/team", []),
        ("two words,a,ok,with-dash,ünicode,<b>,_lead", ["ok"]),
        ("x" * 22 + "," + "y" * 23, ["x" * 22]),
    ],
)
def test_subreddits(text: str, names: list[str]) -> None:
    assert clean_subreddits(text) == names


@pytest.mark.parametrize("address", ["https://i.redd.it/a.jpg", "http://[::1]:80/x", "HTTPS://example.org"])
def test_web_addresses(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "x",
        "/a.png",
        "ftp://a/b",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "http://a b",
        "http://[::1",
        "http://a\n",
    ],
)
def test_no_web_addresses(address: str) -> None:
    assert not is_web_address(address)


def test_own_thumbnails_are_kept_without_their_origin() -> None:
    own = "/media/thumbnails/tea-1.png"
    for origin in ("http://127.0.0.1:1", "http://localhost:9999", "http://[::1]:5"):
        assert stored_thumbnail(origin + own) == own
    for other in ("https://i.redd.it" + own, "http://127.0.0.1:9/other.png", ""):
        assert stored_thumbnail(other) == other
    assert absolute(own, "http://127.0.0.1:2") == "http://127.0.0.1:2" + own
    assert absolute("https://i.redd.it/a.jpg", "http://127.0.0.1:2") == "https://i.redd.it/a.jpg"
    assert absolute(None, "http://127.0.0.1:2") is None
