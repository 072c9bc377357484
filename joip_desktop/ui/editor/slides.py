"""Slides for the preview: calm landscapes drawn in the palette's colours, and a picture cut to their shape."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPalette, QPixmap

_Draw = Callable[[QPainter, "_Paints"], None]


class _Paints:
    """Sky, light, and three depths of one hue, all made of the palette's accent and window colours."""

    def __init__(self, palette: QPalette, turn: int) -> None:
        accent = palette.color(QPalette.ColorRole.Highlight)
        base = palette.color(QPalette.ColorRole.Base)
        hue = (max(0, accent.hslHue()) + turn) % 360
        is_dark = base.lightness() < 128  # noqa: PLR2004 - half of 255
        levels = (104, 84, 62, 44) if is_dark else (226, 190, 152, 112)
        saturation = 66 if is_dark else 92
        self.sky, *self.depths = (QColor.fromHsl(hue, saturation, level) for level in levels)
        self.glow = QColor.fromHsl((hue + 24) % 360, saturation, 138 if is_dark else 242)
        self.light = QColor.fromHsl(44, 150, 184 if is_dark else 216)


def drawn_slides(size: QSize, ratio: float, palette: QPalette) -> Sequence[QPixmap]:
    """The slides at this size (in device-independent pixels), sharp at this many pixels per pixel."""
    return [_drawn(draw, size, ratio, _Paints(palette, turn)) for draw, turn in _SLIDES]


def cut_to(picture: QPixmap, size: QSize, ratio: float) -> QPixmap:
    """The middle of a picture, filling this size (in device-independent pixels) whatever its own shape is."""
    wanted = QSize(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    part = wanted.scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
    left, top = (picture.width() - part.width()) // 2, (picture.height() - part.height()) // 2
    middle = picture.copy(left, top, part.width(), part.height())
    cut = middle.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    cut.setDevicePixelRatio(ratio)
    return cut


def _drawn(draw: _Draw, size: QSize, ratio: float, paints: _Paints) -> QPixmap:
    pixmap = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    pixmap.fill(paints.sky)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(pixmap.width() / _WIDTH, pixmap.height() / _HEIGHT)
    sky = QLinearGradient(0, 0, 0, _HEIGHT)
    sky.setColorAt(0, paints.sky)
    sky.setColorAt(1, paints.glow)
    painter.fillRect(QRectF(0, 0, _WIDTH, _HEIGHT), sky)
    draw(painter, paints)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


# --- the landscapes, on a ground of 16 by 9 ---------------------------------------------------------------------------

_WIDTH: Final = 16.0
_HEIGHT: Final = 9.0
_STEPS: Final = 64


def _disc(painter: QPainter, colour: QColor, x: float, y: float, radius: float) -> None:
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def _land(painter: QPainter, colour: QColor, height: Callable[[float], float]) -> None:
    """Everything below a line; `height` is that of the line above the ground."""
    points = [(_WIDTH * step / _STEPS, _HEIGHT - height(_WIDTH * step / _STEPS)) for step in range(_STEPS + 1)]
    _fill(painter, colour, [(0, _HEIGHT), *points, (_WIDTH, _HEIGHT)])


def _waves(height: float, swell: float, length: float, offset: float = 0.0) -> Callable[[float], float]:
    return lambda x: height + swell * math.sin(x / length + offset)


def _fill(painter: QPainter, colour: QColor, points: Sequence[tuple[float, float]]) -> None:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    painter.setBrush(colour)
    painter.drawPath(path)


def _hills(painter: QPainter, paints: _Paints) -> None:
    _disc(painter, paints.light, 11.6, 2.9, 1.1)
    for depth, colour in enumerate(paints.depths):
        _land(painter, colour, _waves(4.1 - 1.2 * depth, 0.9 - 0.1 * depth, 2.4 - 0.3 * depth, 2.0 * depth))


def _sea(painter: QPainter, paints: _Paints) -> None:
    _disc(painter, paints.light, 5.2, 4.6, 1.5)
    for depth, colour in enumerate(paints.depths):
        _land(painter, colour, _waves(4 - 1.25 * depth, 0.09 * (depth + 1), 1 / (3.2 - 0.8 * depth), depth))


def _mountains(painter: QPainter, paints: _Paints) -> None:
    far, near, ground = paints.depths
    _disc(painter, paints.light, 3.0, 2.0, 0.7)
    _fill(painter, far, [(-1, 9), (3.4, 3.6), (6.2, 7), (10.6, 1.6), (17, 9)])
    _fill(painter, paints.glow, [(10.6, 1.6), (9.5, 2.95), (10.3, 2.7), (10.8, 3.2), (11.9, 3.1)])
    _fill(painter, near, [(-1, 9), (1, 6.4), (3.4, 8), (6.8, 4.4), (10, 8.2), (13.6, 5), (17, 8)])
    _land(painter, ground, _waves(1.2, 0.25, 2))


def _trees(painter: QPainter, paints: _Paints) -> None:
    far, near, ground = paints.depths
    _disc(painter, paints.light, 13.2, 2.2, 0.9)
    _land(painter, far, _waves(3.2, 0.6, 3, 1))
    for x, foot, size in ((2.2, 7.0, 1.5), (5.4, 7.3, 1.1), (8.2, 7.1, 1.9), (11.6, 7.3, 1.3), (14.3, 7.1, 1.6)):
        painter.setBrush(ground)
        painter.drawRect(QRectF(x - 0.11, foot - size, 0.22, size + 0.6))
        painter.setBrush(near)
        painter.drawEllipse(QPointF(x, foot - size * 1.35), size * 0.62, size * 0.95)
    _land(painter, ground, _waves(1.9, 0.2, 2.2))


_SLIDES: Final[Sequence[tuple[_Draw, int]]] = ((_hills, 290), (_sea, 0), (_mountains, 40), (_trees, 250))
"""Each with the turn of its hue away from the accent's."""
