from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.errors import UnreachableError
from joip_desktop.domain.session import Session
from joip_desktop.engine.tally import Place
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.theme import LIGHT
from tests.helpers.fakes import FakeApi, FakeBudget

SESSIONS = [Session(id=number, title=f"Walk {number}", subreddits=("earth",)) for number in range(3)]


async def _read(workspace: Workspace) -> None:
    await workspace.refresh()


@pytest.fixture
def api() -> FakeApi:
    return FakeApi.holding(SESSIONS)


@pytest.fixture
def panel(qtbot: QtBot, api: FakeApi) -> Iterator[SessionsPanel]:
    workspace = Workspace(api=api, budget=FakeBudget())
    made = SessionsPanel(workspace)
    qtbot.addWidget(made)
    workspace.changed.add(lambda _: made.show_found())  # as the window does
    made.set_colours(LIGHT)
    made.show_found()
    made.show()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close_listening()
    made.close()


async def test_before_during_and_after_reading(panel: SessionsPanel) -> None:
    assert panel.table._empty_text == "Reading the sessions…"
    await _read(panel._workspace)
    assert panel.found.text() == "3 sessions"


async def test_a_failure_to_read_is_not_an_empty_account(panel: SessionsPanel, api: FakeApi) -> None:
    api.list_errors.append(UnreachableError("It can't be reached."))
    await _read(panel._workspace)
    assert panel.table._empty_text == "The sessions could not be read yet."
    assert panel.found.text() == ""


async def test_an_empty_account_is_said(panel: SessionsPanel, api: FakeApi) -> None:
    api.sessions.clear()
    await _read(panel._workspace)
    assert panel.found.text() == "0 sessions"
    assert panel.table._empty_text == "There are no sessions in this account yet."


@pytest.mark.parametrize(
    ("text", "found", "empty"),
    [
        ("", "3 sessions", "There are no sessions in this account yet."),
        ("  ", "3 sessions", "There are no sessions in this account yet."),
        ("WALK 1", "1 of 3", "No session here has all these words in its title or subreddits."),
        ("walk earth", "3 sessions", "No session here has all these words in its title or subreddits."),
        ("nowhere", "0 of 3", "No session here has all these words in its title or subreddits."),
    ],
)
async def test_searching_says_how_many_are_found(panel: SessionsPanel, text: str, found: str, empty: str) -> None:
    await _read(panel._workspace)
    panel.search.setText(text)
    assert panel.found.text() == found
    assert panel.table._empty_text == empty


@pytest.mark.parametrize(
    ("place", "empty"),
    [
        (Place.FAVOURITES, "No favourites yet.\nSelect sessions and press F, or click a star."),
        (Place.UNSAVED, "Nothing is unsaved."),
        (Place.FAILED, "Nothing has failed."),
    ],
)
async def test_an_empty_place_says_so(panel: SessionsPanel, place: Place, empty: str) -> None:
    await _read(panel._workspace)
    panel.show_place(place)
    assert panel.found.text() == "0 of 3"
    assert panel.table._empty_text == empty


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
async def test_from_the_search_box_to_the_table_by_keyboard(panel: SessionsPanel, key: Qt.Key) -> None:
    await _read(panel._workspace)
    panel.search.setText("walk")
    panel.go_to_search()
    assert panel.search.hasFocus()
    assert panel.search.selectedText() == "walk"
    QTest.keyClick(panel.search, key)
    assert panel.table.hasFocus()
    assert panel.search.text() == "walk"


async def test_escape_ends_the_search(panel: SessionsPanel) -> None:
    await _read(panel._workspace)
    panel.search.setText("nowhere")
    panel.go_to_search()
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    assert panel.found.text() == "3 sessions"
    assert panel.table.hasFocus()
