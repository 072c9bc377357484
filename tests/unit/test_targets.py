from __future__ import annotations

import pytest

from joip_desktop.cli import WindowOptions
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import CookieRefusedError, OriginRefusedError
from joip_desktop.storage.settings import SavedAccount, Settings
from joip_desktop.targets import Target, first_target

A = SavedAccount(key="https://a.example", server="https://a.example")
B = SavedAccount(key="https://b.example", server="https://b.example")


@pytest.fixture(autouse=True)
def without_cookie(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JOIP_COOKIE", raising=False)


def test_the_last_account_is_opened_and_without_one_the_person_chooses() -> None:
    assert first_target(WindowOptions(), Settings(accounts=[A, B], account=B.key)) == Target(account=B)
    assert first_target(WindowOptions(), Settings()) == Target()
    assert Target().is_undecided
    assert not Target(demo=True).is_undecided


def test_options_come_first() -> None:
    settings = Settings(accounts=[A, B], account=B.key)
    assert first_target(WindowOptions(demo=True), settings) == Target(demo=True)
    assert first_target(WindowOptions(server=" A.example "), settings) == Target(account=A)
    new = SavedAccount(key="https://c.example", server="https://c.example")
    assert first_target(WindowOptions(server="c.example"), settings) == Target(account=new)


def test_a_scripts_cookie_is_for_this_run_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOIP_COOKIE", "connect.sid=s%3Amade-up.one")
    target = first_target(WindowOptions(), Settings(accounts=[A]))
    assert target == Target(account=A, cookie=SecretCookie("s%3Amade-up.one"))
    assert "made-up" not in repr(target)
    monkeypatch.setenv("JOIP_COOKIE", "no cookie; at all")
    with pytest.raises(CookieRefusedError):
        first_target(WindowOptions(), Settings(accounts=[A]))


@pytest.mark.parametrize("server", ["ftp://joip.example", "http://joip.example"])
def test_an_address_that_can_not_be_used_is_said_before_there_is_a_window(server: str) -> None:
    with pytest.raises(OriginRefusedError):
        first_target(WindowOptions(server=server), Settings())
    with pytest.raises(OriginRefusedError):
        first_target(WindowOptions(), Settings(accounts=[SavedAccount(key="x", server=server)]))
