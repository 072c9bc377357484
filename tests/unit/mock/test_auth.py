"""Cookies and sign-ins."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import unquote

import pytest

from joip_desktop.mock.auth import Cookies, LoginGuard, cookie_in, new_cookie, set_cookie_header


class Notes:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read_meta(self, key: str) -> str | None:
        return self.kept.get(key)

    def write_meta(self, key: str, value: str) -> None:
        self.kept[key] = value

    def erase_meta(self, key: str) -> None:
        self.kept.pop(key, None)


def test_a_cookie_looks_like_expresss() -> None:
    cookies = Cookies(Notes())
    value = cookies.current
    assert value.startswith("s%3A")
    assert unquote(value).startswith("s:")
    assert cookies.accepts(value)
    assert cookies.accepts(unquote(value))
    assert not cookies.accepts(None)
    assert not cookies.accepts("s%3Anobody")
    assert not cookies.accepts("ünicode")


def test_after_a_restart_there_is_a_new_cookie_and_the_former_ones_are_good() -> None:
    notes = Notes()
    before = Cookies(notes)
    former = [before.current, before.issue()]
    after = Cookies(notes)
    assert after.current not in former
    assert all(after.accepts(value) for value in (*former, after.current))
    after.expire()
    assert not any(Cookies(notes).accepts(value) for value in former)


def test_only_hashes_are_kept() -> None:
    notes = Notes()
    cookies = Cookies(notes)
    values = [cookies.current, cookies.issue()]
    cookies.rotate()
    values.append(cookies.rotated(values[0]) or "")
    kept = json.loads(notes.kept["cookie_hashes"])
    assert kept == [hashlib.sha256(unquote(value).encode()).hexdigest() for value in values]
    assert not any(part in json.dumps(notes.kept) for value in values for part in (value, unquote(value)[2:20]))
    assert not any(cookies.accepts(value) for value in kept), "a hash is no cookie"


def test_cookies_kept_in_clear_by_earlier_versions_stay_good_and_become_hashes() -> None:
    notes = Notes()
    clear = [new_cookie(), new_cookie()]
    notes.kept["cookies"] = json.dumps(clear)
    cookies = Cookies(notes)
    assert cookies.current not in clear
    assert set(notes.kept) == {"cookie_hashes"}
    assert all(Cookies(notes).accepts(value) for value in clear)


def test_hashing_that_was_broken_off_doubles_no_cookie() -> None:
    notes = Notes()
    clear = [new_cookie()]
    notes.kept["cookies"] = json.dumps(clear)
    Cookies(notes)
    notes.kept["cookies"] = json.dumps(clear)  # as when the process ends before it is erased
    cookies = Cookies(notes)
    cookies.rotate()
    fresh = cookies.rotated(clear[0])
    assert cookies.accepts(fresh)
    assert not cookies.accepts(clear[0])


@pytest.mark.parametrize("key", ["cookies", "cookie_hashes"])
@pytest.mark.parametrize("damage", ["{", "{}", "[1]", "", '["\u00fc"]'])
def test_damaged_notes_are_replaced(key: str, damage: str) -> None:
    notes = Notes()
    notes.kept[key] = damage
    cookies = Cookies(notes)
    assert cookies.accepts(cookies.current)
    assert not cookies.accepts("s%3Anobody")


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
