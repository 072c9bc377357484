"""Visible focus for item views, which look the same with and without the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView

_WIDTH = 2


def frame_focus(view: QAbstractItemView) -> None:
    """Draw a frame around what a view shows while it has the keyboard; to be called at the end of its paintEvent."""
    if not view.hasFocus():
        return
    painter = QPainter(view.viewport())
    painter.setPen(QPen(view.palette().color(QPalette.ColorRole.Link), _WIDTH))
    painter.drawRect(view.viewport().rect().adjusted(1, 1, -1, -1))
    painter.end()
