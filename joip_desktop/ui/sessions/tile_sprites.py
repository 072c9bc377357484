"""Small pictures on tiles, drawn once and kept: the star on its disc, badges, corners and signs."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from joip_desktop.ui.icons import icon
from joip_desktop.ui.sessions.star import paint_star
from joip_desktop.ui.sessions.tile_content import Mark
from joip_desktop.ui.theme import RADIUS, Colours

_STAR: Final = 26
"""Of the disc, in device-independent pixels."""

_LARGEST_SIGN: Final = 36
_BADGE: Final = 20
_CLEAR: Final = 225
"""How opaque the star's disc is, of 255: its colours are meant for the base colour."""


class Sprites:
    """Pixmaps in the colours of one appearance, by what they say and the device pixel ratio."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._kept: dict[tuple[object, ...], QPixmap] = {}
        self._signs: dict[tuple[str, str], QIcon] = {}

    def star(self, favourite: bool | None, colour: QColor | None, ratio: float) -> QPixmap:
        """Filled for a favourite, an outline for none, a dotted one where it is not known.

        `colour` is that of the change which waits, if one does.
        """
        key = ("star", favourite, None if colour is None else colour.rgba(), ratio)
        return self._sprite(key, _STAR, ratio, lambda painter: self._paint_star(painter, favourite, colour))

    def badge(self, mark: Mark, ratio: float) -> QPixmap:
        """A disc in the colour of the mark, with a sign in it for those who can't tell the colours apart."""
        return self._sprite(("badge", mark, ratio), _BADGE, ratio, lambda painter: self._paint_badge(painter, mark))

    def round_off(self, painter: QPainter, place: QRect, ground: QColor, ratio: float) -> None:
        """Round the corners of what fills a place, on a ground of one colour.

        That takes a tenth of the time of painting it with round corners, which Qt does pixel by pixel.
        """
        left, right = place.left(), place.right() + 1 - RADIUS
        top, bottom = place.top(), place.bottom() + 1 - RADIUS
        for quarter, (x, y) in enumerate(((left, top), (right, top), (right, bottom), (left, bottom))):
            painter.drawPixmap(x, y, self._corner(quarter, ground, ratio))

    def paint_sign(self, painter: QPainter, place: QRect, name: str, colour: QColor) -> None:
        """Paint an icon in the middle of a place."""
        key = (name, colour.name())
        sign = self._signs.get(key)
        if sign is None:
            sign = self._signs[key] = icon(*key)
        side = min(_LARGEST_SIGN, place.height() // 2)
        left, top = place.left() + (place.width() - side) // 2, place.top() + (place.height() - side) // 2
        sign.paint(painter, QRect(left, top, side, side))

    def _corner(self, quarter: int, ground: QColor, ratio: float) -> QPixmap:
        """What lies outside of a round corner: 0 is the one at the top left, and clockwise from there."""

        def paint(painter: QPainter) -> None:
            half = RADIUS / 2
            outside, circle = QPainterPath(), QPainterPath()
            outside.addRect(-half, -half, RADIUS, RADIUS)
            circle.addEllipse(QPointF(half, half), RADIUS, RADIUS)
            painter.rotate(90 * quarter)
            painter.fillPath(outside.subtracted(circle), ground)

        return self._sprite(("corner", quarter, ground.rgb(), ratio), RADIUS, ratio, paint)

    def _sprite(self, key: tuple[object, ...], side: int, ratio: float, paint: Callable[[QPainter], None]) -> QPixmap:
        found = self._kept.get(key)
        if found is None:
            found = QPixmap(QSize(math.ceil(side * ratio), math.ceil(side * ratio)))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(side / 2, side / 2)
            paint(painter)
            painter.end()
            self._kept[key] = found
        return found

    def _paint_star(self, painter: QPainter, favourite: bool | None, colour: QColor | None) -> None:
        disc = QColor(self._colours.base)
        disc.setAlpha(_CLEAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(disc)
        painter.drawEllipse(QPointF(0, 0), _STAR / 2, _STAR / 2)
        fill, outline = colour or QColor(self._colours.star), colour or QColor(self._colours.muted)
        paint_star(painter, favourite, fill=fill, outline=outline, pending=colour is not None)

    def _paint_badge(self, painter: QPainter, mark: Mark) -> None:
        colours = self._colours
        ground = {Mark.FAILED: colours.error, Mark.CONFLICT: colours.conflict}.get(mark, colours.pending)
        painter.setPen(QPen(QColor(colours.base), 2))
        painter.setBrush(QColor(ground))
        painter.drawEllipse(QPointF(0, 0), _BADGE / 2 - 1, _BADGE / 2 - 1)
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(QColor(colours.base), 1.8, Qt.PenStyle.SolidLine, round_cap, round_join))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_sign(mark))


def _sign(mark: Mark) -> QPainterPath:
    """The lines of a badge's sign: an arrow up, two arrows that meet, an exclamation mark."""
    strokes: dict[Mark, list[list[tuple[float, float]]]] = {
        Mark.PENDING: [[(0, 4), (0, -4)], [(-3.2, -0.8), (0, -4), (3.2, -0.8)]],
        Mark.CONFLICT: [[(-4.5, -2), (4, -2), (1.6, -4.4)], [(4.5, 2), (-4, 2), (-1.6, 4.4)]],
        Mark.FAILED: [[(0, -4.4), (0, 0.8)], [(0, 4), (0, 4.1)]],
    }
    path = QPainterPath()
    for stroke in strokes[mark]:
        path.moveTo(*stroke[0])
        for point in stroke[1:]:
            path.lineTo(*point)
    return path
