from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.engine.tally import Place
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.sidebar import LABELS, Sidebar
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.still_workspace import fail_next, now, submit, workspace_of


@pytest.fixture
def workspace() -> Workspace:
    return workspace_of(*[Session(id=number, title="A", is_favorite=number < 3) for number in range(1200)])


@pytest.fixture
def sidebar(qtbot: QtBot, workspace: Workspace) -> Iterator[Sidebar]:
    made = Sidebar(workspace.tally)
    qtbot.addWidget(made)
    yield made
    made.close_listening()


def _texts(sidebar: Sidebar) -> list[str]:
    return [sidebar.item(row).text() for row in range(sidebar.count())]


def test_every_place_has_a_row_with_its_count(sidebar: Sidebar, workspace: Workspace) -> None:
    assert set(LABELS) == set(Place)
    workspace.library.load(list(workspace.library))
    assert _texts(sidebar) == ["All sessions  (1,200)", "Favourites  (3)", "Unsaved", "Failed", "Conflicts"]


def test_counts_follow_what_happens(sidebar: Sidebar, workspace: Workspace) -> None:
    workspace.library.load(list(workspace.library))
    workspace.drafts.edit(7, "title", "B")
    submit(workspace, 9, is_favorite=True)
    assert _texts(sidebar)[1:] == ["Favourites  (4)", "Unsaved  (1)", "Failed", "Conflicts"]
    fail_next(workspace)
    submit(workspace, 10, title="B")
    theirs = Session(id=10, title="X", is_favorite=False)
    now(workspace.outbox.reconcile([(workspace.outbox.entries(10)[0], theirs)]))
    assert _texts(sidebar)[3:] == ["Failed  (1)", "Conflicts  (1)"]
    workspace.library.load([])
    assert _texts(sidebar)[:3] == ["All sessions", "Favourites", "Unsaved"]


def test_choosing_a_place_by_keyboard_says_which(sidebar: Sidebar) -> None:
    chosen: list[Place] = []
    sidebar.place_chosen.connect(chosen.append)
    for _ in range(5):
        QTest.keyClick(sidebar, Qt.Key.Key_Down)
    QTest.keyClick(sidebar, Qt.Key.Key_Home)
    assert chosen == [Place.FAVOURITES, Place.UNSAVED, Place.FAILED, Place.CONFLICTS, Place.ALL]


def test_the_chosen_place_stays_chosen_while_counts_change(sidebar: Sidebar, workspace: Workspace) -> None:
    sidebar.setCurrentRow(2)
    chosen: list[Place] = []
    sidebar.place_chosen.connect(chosen.append)
    workspace.drafts.edit(7, "title", "B")
    workspace.drafts.revert(7)
    assert sidebar.currentRow() == 2
    assert chosen == []


def test_icons_follow_the_appearance(sidebar: Sidebar) -> None:
    sidebar.set_colours(LIGHT)
    light = sidebar.item(1).icon().pixmap(18).toImage()
    sidebar.set_colours(DARK)
    assert sidebar.item(1).icon().pixmap(18).toImage() != light


def test_a_closed_sidebar_hears_nothing(sidebar: Sidebar, workspace: Workspace) -> None:
    sidebar.close_listening()
    before = _texts(sidebar)
    workspace.drafts.edit(7, "title", "B")
    assert _texts(sidebar) == before


def test_ctrl_and_a_click_do_not_take_the_choice_away(sidebar: Sidebar) -> None:
    place = sidebar.visualItemRect(sidebar.item(0)).center()
    QTest.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert sidebar.item(0).isSelected()
