"""Delegates of the table; they paint and do nothing else."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from joip_desktop.ui.sessions.model import FAVOURITE_ROLE
from joip_desktop.ui.theme import LIGHT, Colours

_RADIUS = 8.0
_INNER = 0.45
"""The inner corners' distance from the centre, as a part of the outer ones'."""

_PENDING_SCALE = 0.75
"""The size of a star that the server has not confirmed."""


def _star() -> QPolygonF:
    """A five-pointed star around (0, 0)."""
    corners = []
    for corner in range(10):
        radius = _RADIUS * (1.0 if corner % 2 == 0 else _INNER)
        angle = math.pi * (corner / 5 - 0.5)
        corners.append(QPointF(radius * math.cos(angle), radius * math.sin(angle)))
    return QPolygonF(corners)


class StarDelegate(QStyledItemDelegate):
    """Paints a star: filled for a favourite, an outline for none, a dotted outline where it is not known.

    One that the server has not confirmed is smaller, and in the colour of its mark.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours: Colours = LIGHT
        self._shape = _star()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: D102
        return QSize(34, 28)

    def paint(  # noqa: D102 - Qt's name
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        favourite = index.data(FAVOURITE_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        mark = index.data(Qt.ItemDataRole.ForegroundRole)  # waiting to be sent, or failed
        outline = palette.highlightedText().color() if selected else mark or QColor(self.colours.muted)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(option.rect.center()) + QPointF(0.5, 0.5))
        if mark is not None:
            painter.scale(_PENDING_SCALE, _PENDING_SCALE)  # on a selected row the colour does not tell
        if favourite:
            fill = outline if selected else mark or QColor(self.colours.star)
            painter.setPen(QPen(fill, 1.2))
            painter.setBrush(fill)
        else:
            dots = Qt.PenStyle.SolidLine if favourite is False else Qt.PenStyle.DotLine
            painter.setPen(QPen(outline, 1.2, dots))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(self._shape)
        painter.restore()
