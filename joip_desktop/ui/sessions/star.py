"""The star of a favourite, as the table and the gallery draw it."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_RADIUS: Final = 8.0
_INNER: Final = 0.45
"""The inner corners' distance from the centre, as a part of the outer ones'."""

_LINE: Final = 1.2
_PENDING_SCALE: Final = 0.75
"""The size of a star that the server has not confirmed."""


def _corners() -> list[QPointF]:
    """A five-pointed star around (0, 0)."""
    found = []
    for corner in range(10):
        radius = _RADIUS * (1.0 if corner % 2 == 0 else _INNER)
        angle = math.pi * (corner / 5 - 0.5)
        found.append(QPointF(radius * math.cos(angle), radius * math.sin(angle)))
    return found


_SHAPE: Final = QPolygonF(_corners())


def paint_star(painter: QPainter, favourite: bool | None, *, fill: QColor, outline: QColor, pending: bool) -> None:
    """Paint a star around (0, 0): filled for a favourite, an outline for none, a dotted one where it is not known.

    A `pending` one, which the server has not confirmed, is smaller. Changes the painter's pen, brush and scale.
    """
    if pending:
        painter.scale(_PENDING_SCALE, _PENDING_SCALE)
    if favourite:
        painter.setPen(QPen(fill, _LINE))
        painter.setBrush(fill)
    else:
        painter.setPen(QPen(outline, _LINE, Qt.PenStyle.SolidLine if favourite is False else Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_SHAPE)
