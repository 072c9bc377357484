"""Menus in which one of a few things is chosen: the appearance, the language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from joip_desktop.domain.languages import LANGUAGES
from joip_desktop.domain.say import say
from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.ui.theme import Theme

T = TypeVar("T")


def choice_menu(
    title: str, choices: Mapping[T, str], *, chosen: Callable[[], T], choose: Callable[[T], object], parent: QWidget
) -> QMenu:
    """A menu of values and their texts, of which one is ticked; `choose` is called when another one is chosen."""
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    actions = {value: menu.addAction(text) for value, text in choices.items()}
    for value, action in actions.items():
        action.setCheckable(True)
        action.triggered.connect(lambda _checked, value=value: choose(value))
        group.addAction(action)

    def tick() -> None:
        for value, action in actions.items():
            action.setChecked(value == chosen())

    tick()
    menu.aboutToShow.connect(tick)  # it may have been chosen among the settings
    return menu


def appearance_menu(theme: Theme, settings: Settings, parent: QWidget) -> QMenu:
    """Light, dark, or as the system; what is chosen is seen at once."""

    def choose(appearance: Appearance) -> None:
        settings.appearance = appearance
        theme.choose(appearance)

    texts = {
        Appearance.SYSTEM: say("As the &System"),
        Appearance.LIGHT: say("&Light"),
        Appearance.DARK: say("&Dark"),
    }
    return choice_menu(say("&Appearance"), texts, chosen=lambda: theme.appearance, choose=choose, parent=parent)


def language_menu(settings: Settings, notify: Callable[[str], object], parent: QWidget) -> QMenu:
    """The languages by their own names, or as the system; `notify` is told when it will be spoken."""

    def choose(language: str) -> None:
        settings.language = language
        notify(say("The language changes when the app starts the next time."))

    texts = {"": say("As the &System"), **{name: f"&{manner.name}" for name, manner in LANGUAGES.items()}}
    return choice_menu(say("Lang&uage"), texts, chosen=lambda: settings.language, choose=choose, parent=parent)
