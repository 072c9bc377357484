"""What the person sees of each fault that the panel offers, in a change and in the list, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pytest

from joip_desktop.domain.account import SecretCookie
from joip_desktop.mock import MockServer, RateLimit
from joip_desktop.mock.fault_rules import plan_of
from joip_desktop.ui.server.fault_choices import FAULTS
from tests.helpers.window import Person, opened, settle, until

NOTHING: Final = ""
BROKE: Final = "broke before the answer was complete."
BROKEN_JSON: Final = "The server's answer is broken or incomplete."
SIGNED_OUT: Final = "The server does not accept your sign-in: the cookie is wrong or has expired."

SEEN: Final[Mapping[str, str]] = {
    "Error 503: the server is busy": "The server failed (status 503): Service Unavailable.",
    "Error 500, although the change was made": "The server failed (status 500): Internal Server Error.",
    "Requests wait for 3 seconds": NOTHING,
    "Answers come drop by drop": NOTHING,
    "The connection breaks before the answer": BROKE,
    "The connection breaks within the answer": BROKE,
    "The connection ends after the answer": NOTHING,
    "Answers are cut off": BROKEN_JSON,
    "Answers are broken JSON": BROKEN_JSON,
    "A web page comes instead of an answer": "The server answered with a web page, not with sessions.",
    "The sign-in expires": SIGNED_OUT,
    "The server renews the cookie": NOTHING,
    "Another program uses up the requests": NOTHING,
    "Another device edits a session": NOTHING,
    "Answers lack the title": NOTHING,
    "Answers have an unknown transition": NOTHING,
}
"""The banner, by the fault's title; where there is none, the person need not do anything."""

QUICK: Final[Mapping[str, Mapping[str, Any]]] = {"delay": {"seconds": 0.3}, "drip": {"seconds": 0.01, "size": 4096}}
"""As the panel has them, but not as slow."""


class Eyes:
    """Remembers every banner that was there."""

    def __init__(self, person: Person) -> None:
        self._person = person
        self.banners: list[str] = []

    def look(self) -> bool:
        banner = self._person.window.banner
        text = banner.label.text() if banner.isVisible() else NOTHING
        if text and text not in self.banners:
            self.banners.append(text)
        return False


def meet_once(server: MockServer, title: str, method: str) -> None:
    choice = next(choice for choice in FAULTS if choice.title == title)
    rule = {"kind": choice.kind, **choice.rule, **QUICK.get(choice.kind, {}), "method": method, "once": True}
    server.faults.plan = plan_of({"faults": [rule]})


def has_met(server: MockServer) -> bool:
    return [met for _, _, met in server.faults.counts()] == [1]


async def help_it_on(person: Person, server: MockServer) -> None:
    """What the person, or time, does about it: sign in again, try again, wait for the limit."""
    server.limiter.rate = RateLimit(100, 900.0)
    if SIGNED_OUT in person.window.banner.label.text():
        person.client.use_cookie(SecretCookie(server.cookie))
    person.window.refresh()


def test_every_fault_of_the_panel_is_looked_at() -> None:
    assert set(SEEN) == {choice.title for choice in FAULTS}


@pytest.mark.parametrize("title", SEEN)
async def test_a_change_meets_it_and_arrives(server: MockServer, title: str) -> None:
    async with opened(server) as person:
        eyes = Eyes(person)
        session = next(one for one in map(person.session, range(50)) if one.is_favorite is False)
        meet_once(server, title, "PATCH")
        await person.favourite([session.id])
        await until(lambda: eyes.look() or has_met(server))
        await until(lambda: eyes.look() or eyes.banners or not SEEN[title])
        await settle()
        await help_it_on(person, server)
        await until(lambda: eyes.look() or not person.workspace.outbox.waiting)
        await until(lambda: not person.workspace.is_refreshing)
        await settle()
        assert all(SEEN[title] in banner for banner in eyes.banners)
        assert bool(eyes.banners) is bool(SEEN[title])
        assert server.store.row(session.id)["isFavorite"] is True
        [shown] = person.workspace.library.pick([session.id])
        assert shown.is_favorite is True
        assert shown.transition == session.transition
        assert not person.workspace.outbox.failed
        assert not person.window.banner.isVisible()


@pytest.mark.parametrize("title", SEEN)
async def test_the_list_meets_it_and_is_kept(server: MockServer, title: str) -> None:
    async with opened(server) as person:
        eyes = Eyes(person)
        count, read_at = person.window.panel.model.rowCount(), person.workspace.refreshed_at
        titles = [person.session(row).title for row in range(count)]
        meet_once(server, title, "GET")
        person.window.refresh()
        await until(lambda: eyes.look() or (has_met(server) and (eyes.banners or not SEEN[title])))
        await settle()
        eyes.look()
        assert person.window.panel.model.rowCount() == count
        assert all(person.session(row).title for row in range(count))
        assert all(SEEN[title] in banner for banner in eyes.banners)
        assert bool(eyes.banners) is bool(SEEN[title])
        await help_it_on(person, server)
        await until(lambda: person.workspace.refreshed_at != read_at and not person.workspace.is_refreshing)
        await settle()
        assert not person.window.banner.isVisible()
        now = [person.session(row).title for row in range(count)]
        changed = sum(one != other for one, other in zip(sorted(map(str, titles)), sorted(map(str, now)), strict=True))
        assert (changed > 0) == (title == "Another device edits a session")


async def test_a_used_up_limit_is_told_where_the_limit_stands(server: MockServer) -> None:
    async with opened(server) as person:
        server.faults.plan = plan_of({"faults": [{"kind": "tokens-taken"}]})
        session = next(one for one in map(person.session, range(50)) if one.is_favorite is False)
        await person.favourite([session.id])
        await until(lambda: "No requests left · next" in person.window.strip._quota.text())
        assert person.workspace.outbox.waiting == 1
