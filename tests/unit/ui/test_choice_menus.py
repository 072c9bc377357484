from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.ui.choice_menus import appearance_menu, language_menu
from joip_desktop.ui.theme import DARK, LIGHT, Theme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def ticked(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if action.isChecked()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().replace("&", "") == text).trigger()


def test_another_appearance_is_seen_at_once_and_kept(parent: QWidget, qapp: QApplication) -> None:
    settings = Settings(appearance=Appearance.LIGHT)
    theme = Theme(qapp, settings.appearance)
    menu = appearance_menu(theme, settings, parent)
    assert (ticked(menu), theme.colours) == (["Light"], LIGHT)
    choose(menu, "Dark")
    assert (ticked(menu), theme.colours, settings.appearance) == (["Dark"], DARK, Appearance.DARK)
    theme.choose(Appearance.LIGHT)
    theme.close()


def test_another_language_is_kept_for_the_next_start_and_that_is_said(parent: QWidget) -> None:
    settings, said = Settings(), list[str]()
    menu = language_menu(settings, said.append, parent)
    assert (ticked(menu), said) == (["As the System"], [])
    choose(menu, "Deutsch")
    assert (ticked(menu), settings.language) == (["Deutsch"], "de")
    assert said == ["The language changes when the app starts the next time."]
    assert ticked(language_menu(settings, said.append, parent)) == ["Deutsch"]
