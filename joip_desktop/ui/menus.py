"""Menus and toolbar of the main window, built from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from joip_desktop.storage.settings import Appearance
from joip_desktop.ui.actions import ActionId

_MENUS: Final[Mapping[str, tuple[ActionId | None, ...]]] = {
    "&File": (ActionId.CONNECT, ActionId.REFRESH, None, ActionId.PAUSE, ActionId.RESOLVE, None, ActionId.QUIT),
    "&Edit": (
        *(ActionId.UNDO, ActionId.REDO, None),
        *(ActionId.FAVOURITE, None, ActionId.SAVE, ActionId.REVERT, None, ActionId.SELECT_ALL, ActionId.FIND),
    ),
    "&View": (ActionId.JOBS, ActionId.REPORT, None),
    "&Help": (ActionId.ABOUT,),
}
"""Title to entries; None is a separator."""

_TOOLBAR: Final = (
    *(ActionId.REFRESH, ActionId.FAVOURITE, ActionId.SAVE, ActionId.REVERT),
    *(ActionId.UNDO, ActionId.REDO, ActionId.JOBS),
)
_APPEARANCES: Final = {
    Appearance.SYSTEM: "As the &System",
    Appearance.LIGHT: "&Light",
    Appearance.DARK: "&Dark",
}


def add_menus(
    window: QMainWindow,
    actions: Mapping[ActionId, QAction],
    *,
    appearance: Appearance,
    choose: Callable[[Appearance], None],
) -> None:
    """Give the window its menus; `choose` is called when another appearance is chosen."""
    for title, entries in _MENUS.items():
        menu = window.menuBar().addMenu(title)
        for entry in entries:
            menu.addSeparator() if entry is None else menu.addAction(actions[entry])
        if title == "&View":
            _add_appearances(menu.addMenu("&Appearance"), appearance, choose)


def add_toolbar(window: QMainWindow, actions: Mapping[ActionId, QAction]) -> None:
    """Give the window its toolbar."""
    bar = QToolBar("Main toolbar")
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for action_id in _TOOLBAR:
        bar.addAction(actions[action_id])
    window.addToolBar(bar)


def _add_appearances(menu: QMenu, chosen: Appearance, choose: Callable[[Appearance], None]) -> None:
    group = QActionGroup(menu)
    for appearance, text in _APPEARANCES.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(appearance is chosen)
        action.triggered.connect(lambda _checked, appearance=appearance: choose(appearance))
        group.addAction(action)
