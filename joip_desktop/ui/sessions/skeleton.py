"""What stands in the place of sessions while they are being read: calm bars where their text will be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from joip_desktop.ui.theme import SPACE, Colours

_WIDTHS: Final = (0.62, 0.48, 0.71, 0.55, 0.66, 0.41, 0.58)
"""Of one bar after another, as a part of the room for it."""

_COLUMNS: Final = ((0.06, 0.34), (0.42, 0.22), (0.68, 0.1), (0.82, 0.14))
"""Where bars begin and the room for them, as parts of the width."""

_BAR: Final = 8


def paint_rows(painter: QPainter, area: QRect, row_height: int, colours: Colours) -> None:
    """Fill `area` with rows of bars."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faint(colours))
    for row in range(area.height() // row_height + 1):
        top = area.top() + row * row_height + (row_height - _BAR) / 2
        for number, (begins, room) in enumerate(_COLUMNS):
            part = _WIDTHS[(row + 3 * number) % len(_WIDTHS)]
            bar = QRectF(area.left() + begins * area.width() + SPACE, top, part * room * area.width(), _BAR)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    painter.restore()


def faint(colours: Colours) -> QColor:
    """The colour of what is not there yet."""
    return QColor(colours.border)
