from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Appearance
from joip_desktop.ui.actions import ACTIONS, ActionId
from joip_desktop.ui.menus import add_menus


@pytest.fixture
def chosen() -> list[Appearance]:
    return []


@pytest.fixture
def window(qtbot: QtBot, chosen: list[Appearance]) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = {action_id: QAction(spec.text, window) for action_id, spec in ACTIONS.items()}
    add_menus(window, actions, appearance=Appearance.LIGHT, choose=chosen.append)
    return window


def test_every_action_stands_in_a_menu(window: QMainWindow) -> None:
    texts = {action.text() for menu in window.findChildren(QMenu) for action in menu.actions()}
    assert texts >= {ACTIONS[action_id].text for action_id in ActionId}


def test_choosing_an_appearance_says_which_and_ticks_it(window: QMainWindow, chosen: list[Appearance]) -> None:
    menu = next(menu for menu in window.findChildren(QMenu) if menu.title() == "&Appearance")
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["&Light"]
    next(action for action in menu.actions() if action.text() == "&Dark").trigger()
    assert chosen == [Appearance.DARK]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["&Dark"]
