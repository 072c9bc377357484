from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from joip_desktop.ui.actions import ACTIONS, ActionId
from joip_desktop.ui.menus import add_menus, add_toolbar


@pytest.fixture
def actions(window: QMainWindow) -> dict[ActionId, QAction]:
    return {action_id: QAction(spec.text, window) for action_id, spec in ACTIONS.items()}


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def more(window: QMainWindow) -> list[QMenu]:
    return [QMenu("&Columns", window), QMenu("Row &Height", window)]


@pytest.fixture(autouse=True)
def _made(window: QMainWindow, actions: dict[ActionId, QAction], more: list[QMenu]) -> None:
    add_menus(window, actions, view_menus=more)
    add_toolbar(window, actions)


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def menu_of(window: QMainWindow, title: str) -> QMenu:
    return next(menu for menu in window.findChildren(QMenu) if menu.title() == title)


def test_every_action_stands_in_one_menu(window: QMainWindow) -> None:
    found = [text for menu in window.menuBar().findChildren(QMenu) for text in texts(menu)]
    own = [spec.text for spec in ACTIONS.values()]
    assert sorted(text for text in found if text in own) == sorted(own)


def _menu(action: QAction) -> QMenu:
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


def test_menus_have_the_usual_names_and_order(window: QMainWindow) -> None:
    assert [action.text() for action in window.menuBar().actions()] == ["&File", "&Edit", "&View", "&Account", "&Help"]


def test_separators_stand_between_entries_only(window: QMainWindow) -> None:
    for menu in window.menuBar().findChildren(QMenu):
        kinds = [entry.isSeparator() for entry in menu.actions()]
        assert not kinds[0]
        assert not kinds[-1]
        assert (True, True) not in pairwise(kinds)


def test_other_menus_stand_among_what_can_be_chosen_of_the_view(window: QMainWindow) -> None:
    assert texts(menu_of(window, "&View"))[-2:] == ["&Columns", "Row &Height"]


def test_an_entry_that_can_not_be_chosen_may_say_why(window: QMainWindow) -> None:
    assert all(_menu(action).toolTipsVisible() for action in window.menuBar().actions())


def test_what_is_discreet_stands_together(window: QMainWindow) -> None:
    shown = texts(menu_of(window, "&View"))
    place = shown.index(ACTIONS[ActionId.DISCREET].text)
    assert shown[place + 1] == ACTIONS[ActionId.DISCREET_WHILE_SHARING].text


def test_the_toolbar_has_what_is_done_often(window: QMainWindow, actions: dict[ActionId, QAction]) -> None:
    (bar,) = window.findChildren(QToolBar)
    shown = [action for action in bar.actions() if not action.isSeparator()]
    names = {action: action_id for action_id, action in actions.items()}
    assert {names[action] for action in shown} >= {ActionId.FAVOURITE, ActionId.SAVE, ActionId.UNDO, ActionId.GALLERY}
    assert all(ACTIONS[names[action]].icon for action in shown), "each has a picture"
    assert not bar.isMovable()


def test_in_the_toolbar_views_are_icons_and_the_rest_have_words(
    window: QMainWindow, actions: dict[ActionId, QAction]
) -> None:
    (bar,) = window.findChildren(QToolBar)
    style = Qt.ToolButtonStyle
    for action_id, expected in (
        (ActionId.SAVE, style.ToolButtonTextBesideIcon),
        (ActionId.TABLE, style.ToolButtonIconOnly),
        (ActionId.GALLERY, style.ToolButtonIconOnly),
        (ActionId.DISCREET, style.ToolButtonIconOnly),
    ):
        button = bar.widgetForAction(actions[action_id])
        assert isinstance(button, QToolButton)
        assert button.toolButtonStyle() is expected
