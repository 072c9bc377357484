"""What the mouse does alike in the table and in the gallery."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

PRESSES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
"""The second of two quick clicks comes as a press of its own kind."""


class StarClicks:
    """Clicks on stars: they toggle that session's star and are no clicks on its row, so the selection stays."""

    def __init__(self, star_at: Callable[[QPoint], int | None], clicked: Callable[[int], None]) -> None:
        """`star_at` gives the row whose star is at a point of the viewport, `clicked` is told of each click on one."""
        self._star_at = star_at
        self._clicked = clicked
        self._holds = False

    def takes(self, event: QMouseEvent) -> bool:
        """Whether the event is part of a click on a star, which is none of the view's business; for `viewportEvent`."""
        if event.type() in PRESSES:
            row = self._star_at(event.position().toPoint())
            self._holds = row is not None and event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
            if row is not None and self._holds:
                self._clicked(row)
            return self._holds
        holds = self._holds
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._holds = False
        return holds


def menu_place(view: QAbstractItemView, event: QContextMenuEvent) -> QPoint:
    """Where on the screen a context menu belongs: at the mouse or, when a key asks, at the current item."""
    current = view.currentIndex()
    if event.reason() is not QContextMenuEvent.Reason.Keyboard or not current.isValid():
        return event.globalPos()
    view.scrollTo(current)
    return view.viewport().mapToGlobal(view.visualRect(current).bottomLeft())
