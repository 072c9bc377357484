"""Menus and toolbar of the main window, built from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from joip_desktop.domain.say import later, say
from joip_desktop.ui.actions import ActionId

_MENUS: Final[Mapping[str, tuple[ActionId | None, ...]]] = {
    later("&File"): (
        *(ActionId.REFRESH, None, ActionId.EXPORT, ActionId.IMPORT, ActionId.RESTORE, None),
        *(ActionId.PAUSE, ActionId.RESOLVE, None, ActionId.QUIT),
    ),
    later("&Edit"): (
        *(ActionId.UNDO, ActionId.REDO, None),
        *(ActionId.FAVOURITE, None, ActionId.SAVE, ActionId.REVIEW, ActionId.REVERT, ActionId.EDIT_CELL, None),
        *(ActionId.COPY_CSV, ActionId.COPY_JSON, None, ActionId.SELECT_ALL, ActionId.FIND, None, ActionId.SETTINGS),
    ),
    later("&View"): (
        *(ActionId.TABLE, ActionId.GALLERY, ActionId.OVERVIEW, None),
        *(ActionId.DISCREET, ActionId.DISCREET_WHILE_SHARING, None),
        *(ActionId.JOBS, ActionId.REPORT, ActionId.TRAFFIC, ActionId.SERVER, None),
    ),
    later("&Account"): (ActionId.SIGN_IN, ActionId.ADD_ACCOUNT, None, ActionId.SIGN_OUT),
    later("&Help"): (
        *(ActionId.HELP, ActionId.PALETTE, ActionId.SHORTCUTS, None),
        *(ActionId.OPEN_LOGS, ActionId.COPY_DIAGNOSTICS, None, ActionId.ABOUT),
    ),
}
"""Title to entries; None is a separator."""

_MANY: Final = (
    *(ActionId.ADD_SUBREDDITS, ActionId.REMOVE_SUBREDDITS, None),
    *(ActionId.SHIFT_INTERVALS, ActionId.SCALE_INTERVALS, None),
    ActionId.REPLACE_IN_TITLES,
)
"""What can be done to many sessions, each by what it has; a menu in the menu *Edit*."""

_TOOLBAR: Final = (
    *(ActionId.REFRESH, ActionId.FAVOURITE, ActionId.SAVE, ActionId.REVERT),
    *(ActionId.UNDO, ActionId.REDO, ActionId.JOBS, None),
    *(ActionId.TABLE, ActionId.GALLERY, ActionId.OVERVIEW, ActionId.DISCREET),
)
_WITHOUT_TEXT: Final = frozenset({ActionId.TABLE, ActionId.GALLERY, ActionId.OVERVIEW, ActionId.DISCREET})
"""In the toolbar, where their icons say enough."""


def add_menus(
    window: QMainWindow,
    actions: Mapping[ActionId, QAction],
    *,
    view_menus: Sequence[QMenu] = (),
    accounts: Callable[[QMenu], object] = lambda _: None,
) -> None:
    """Give the window its menus; `view_menus` stand among what can be chosen of the view.

    `accounts` puts the accounts into their menu.
    """
    for title, entries in _MENUS.items():
        menu = window.menuBar().addMenu(say(title))
        menu.setToolTipsVisible(True)  # where an entry that can't be chosen says why
        for entry in entries:
            menu.addSeparator() if entry is None else menu.addAction(actions[entry])
        if title == "&Edit":
            many = menu.addMenu(say("Change &Many"))
            many.setToolTipsVisible(True)
            for entry in _MANY:
                many.addSeparator() if entry is None else many.addAction(actions[entry])
        if title == "&View":
            for more in view_menus:
                menu.addMenu(more)
        if title == "&Account":
            accounts(menu)


def add_toolbar(window: QMainWindow, actions: Mapping[ActionId, QAction]) -> None:
    """Give the window its toolbar."""
    bar = QToolBar(say("Main toolbar"))
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(20, 20))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    for action_id in _TOOLBAR:
        if action_id is None:
            bar.addSeparator()
            continue
        bar.addAction(actions[action_id])
        button = bar.widgetForAction(actions[action_id])
        if action_id in _WITHOUT_TEXT and isinstance(button, QToolButton):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    window.addToolBar(bar)
