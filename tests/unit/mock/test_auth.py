"""Cookies and sign-ins."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from joip_desktop.mock.auth import Cookies, LoginGuard, cookie_in, set_cookie_header


class Notes:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read_meta(self, key: str) -> str | None:
        return self.kept.get(key)

    def write_meta(self, key: str, value: str) -> None:
        self.kept[key] = value


def test_a_cookie_looks_like_expresss_and_survives() -> None:
    notes = Notes()
    cookies = Cookies(notes)
    value = cookies.current
    assert value.startswith("s%3A")
    assert unquote(value).startswith("s:")
    assert Cookies(notes).current == value
    assert cookies.accepts(value)
    assert cookies.accepts(unquote(value))
    assert not cookies.accepts(None)
    assert not cookies.accepts("s%3Anobody")
    assert not cookies.accepts("ünicode")


@pytest.mark.parametrize("damage", ["{", "{}", "[1]", ""])
def test_damaged_notes_are_replaced(damage: str) -> None:
    notes = Notes()
    notes.kept["cookies"] = damage
    assert Cookies(notes).current.startswith("s%3A")


def test_a_sign_in_leaves_other_devices_signed_in() -> None:
    cookies = Cookies(Notes())
    first = cookies.current
    second = cookies.issue()
    assert cookies.current == second != first
    assert cookies.accepts(first)
    assert cookies.accepts(second)


def test_a_rotated_cookie_replaces_the_old_one_when_it_is_seen() -> None:
    cookies = Cookies(Notes())
    old = cookies.current
    assert cookies.rotated(old) is None
    cookies.rotate()
    assert cookies.rotated("s%3Anobody") is None
    fresh = cookies.rotated(old)
    assert fresh is not None
    assert cookies.current == fresh
    assert cookies.rotated(old) is None
    assert cookies.accepts(old)
    assert cookies.accepts(fresh)
    assert not cookies.accepts(old)
    assert cookies.accepts(fresh)


def test_expiry_ends_all() -> None:
    cookies = Cookies(Notes())
    old = [cookies.current, cookies.issue()]
    cookies.expire()
    assert not any(cookies.accepts(value) for value in old)
    assert cookies.accepts(cookies.current)


def test_headers() -> None:
    assert cookie_in("a=b; connect.sid=s%3Ax; c=d") == "s%3Ax"
    assert cookie_in('connect.sid="s%3Ax"') == "s%3Ax"
    assert cookie_in("connect.sid2=x") is None
    assert cookie_in("") is None
    assert set_cookie_header("s%3Ax").startswith("connect.sid=s%3Ax; Path=/;")


def test_five_failures_in_fifteen_minutes() -> None:
    now = 0.0
    guard = LoginGuard(lambda: now)
    for _ in range(5):
        assert guard.wait("a") == 0
        assert not guard.admits("a", "demo@example.org", "wrong")
    assert 899 <= guard.wait("a") <= 901
    assert guard.wait("b") == 0
    assert guard.admits("b", " Demo@example.org ", "demo")
    assert not guard.admits("b", 5, None)
    now = 900.0
    assert guard.wait("a") == 0
