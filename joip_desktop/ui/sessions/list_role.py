"""The role of a view of our own: Qt tells screen readers that it is a list only of the views that it comes with."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget, QApplication

_IS_LIST: Final = "joip_is_list"
_IS_ASKED: Final = "joip_lists_are_asked_for"


def tell_as_list(view: QAbstractItemView) -> None:
    """Let screen readers know that this view is a list; to be called before any of them looks at it."""
    view.setProperty(_IS_LIST, True)
    app = QApplication.instance()
    if app is not None and not app.property(_IS_ASKED):
        app.setProperty(_IS_ASKED, True)
        QAccessible.installFactory(_interface_of)  # once for all: Qt has no way back from it


def _interface_of(_name: str, told: QObject) -> QAccessibleWidget | None:
    """Qt asks this for everything that a screen reader looks at; None leaves it to Qt."""
    if isinstance(told, QAbstractItemView) and told.property(_IS_LIST):
        return QAccessibleWidget(told, QAccessible.Role.List)
    return None
