"""What the server says stays text, in every widget, tooltip, dialog, menu and notice that there is."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from joip_desktop.api.decode import error_for
from joip_desktop.domain.errors import StatusError
from joip_desktop.domain.session import Session
from tests.helpers import stage as stage_module
from tests.helpers.examples import SESSIONS
from tests.helpers.fakes import settle
from tests.helpers.hostile_text import HOSTILE, hostile, taken_for_more
from tests.helpers.opened_scenes import OPENED
from tests.helpers.scenes import WINDOWS
from tests.helpers.stage import others, perform, stage

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
    pytest.mark.usefixtures("server_says_it_too"),
]

HOSTILE_SESSIONS = [hostile(session) for session in SESSIONS]


@pytest.fixture
def server_says_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message of each error is as bad."""
    real = error_for

    def worse(status: int, _body: bytes, **named: Any) -> Any:
        return real(status, json.dumps({"message": f"zzno {HOSTILE}"}).encode(), **named)

    monkeypatch.setattr(stage_module, "error_for", worse)


def test_each_way_to_take_it_for_more_would_be_found(qapp: object) -> None:
    top = QWidget()
    layout = QVBoxLayout(top)
    label, button, fine = QLabel(HOSTILE), QPushButton(HOSTILE), QLabel("zz plain")
    fine.setToolTip(HOSTILE)
    for widget in (label, button, fine):
        layout.addWidget(widget)
    found = list(taken_for_more(top))
    assert found == ["QLabel: text", "QPushButton: letter to press", "QLabel: tooltip"], qapp
    top.deleteLater()


async def test_the_servers_words_are_really_in_it() -> None:
    """Or the silence of the others would mean nothing."""
    async with stage(*HOSTILE_SESSIONS) as on:
        await perform(WINDOWS["failed"], on)
        error = stage_module.refused()
        assert isinstance(error, StatusError)
        assert "<b>zzbold</b>" in error.server_message
        titles = [str(on.window.panel.model.session(row).title) for row in range(3)]
        assert [title for title in titles if "<b>zzbold</b>" in title]


@pytest.mark.parametrize("name", [name for name in WINDOWS if "in the row" not in name])
async def test_in_the_window_it_stays_text(name: str) -> None:
    async with asyncio.timeout(30), stage(*HOSTILE_SESSIONS) as on:
        await perform(WINDOWS[name], on)
        assert list(taken_for_more(on.window)) == []


@pytest.mark.parametrize("name", list(OPENED))
async def test_in_what_opens_beside_the_window_it_stays_text(name: str) -> None:
    async with asyncio.timeout(30), stage(*HOSTILE_SESSIONS) as on:
        await perform(OPENED[name], on)
        for other in others(on.window):
            assert list(taken_for_more(other)) == [], type(other)


@pytest.mark.parametrize("view", ["nothing selected", "session 1 selected", "all selected", "gallery"])
async def test_a_hundred_thousand_characters_take_no_longer(view: str) -> None:
    """Bounded by the guard: laid out whole in each row, they would take minutes."""
    long = "<b>zz " * 16_667
    sessions = [Session(id=number, title=long, ai_prompt=long, subreddits=(long,)) for number in range(1, 200)]
    async with asyncio.timeout(20), stage(*sessions) as on:
        await perform(WINDOWS[view], on)
        for _ in range(3):
            await settle()
        assert list(taken_for_more(on.window)) == []
