"""Painting one tile of the gallery: the picture or what stands for it, title, details, star and marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from joip_desktop.domain.say import say
from joip_desktop.ui.discretion import paint_smudge
from joip_desktop.ui.sessions.tile_content import UNTITLED, Tile
from joip_desktop.ui.sessions.tile_sprites import Sprites
from joip_desktop.ui.sessions.tile_text import TitleTexts
from joip_desktop.ui.theme import LIGHT, RADIUS, SPACE, Colours

_STAR: Final = 32
"""Width and height of the area in which a click is for the star."""

_TITLE_LINES: Final = 2
_DETAIL_SCALE: Final = 0.9
_SEPARATOR: Final = " · "


class Pictures(Protocol):
    """Whoever has the pictures."""

    def pixmap(self, url: str, size: QSize, ratio: float) -> QPixmap | None:
        """The picture to fill `size` (device-independent) with, at this device pixel ratio; None: not there yet."""

    def failure(self, url: str) -> str | None:
        """Why there is no picture; None where there is one, or may be one soon."""


Hidden: TypeAlias = Callable[[int, bool], bool]
"""Whether a session's title and picture are to be hidden, given its id and whether the mouse is over the tile."""


@dataclass(frozen=True, slots=True)
class Look:
    """The state of a tile, as far as it is seen."""

    selected: bool = False
    hovered: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class TileShape:
    """The measures of all tiles, in device-independent pixels; places count from the tile's top left corner."""

    width: int
    height: int
    picture: QRect
    star: QRect
    text_top: int

    @classmethod
    def of(cls, width: int, title: QFontMetrics, details: QFontMetrics) -> TileShape:
        """The shape of tiles of this width, with a picture of 16:9 and texts in these fonts."""
        picture = QRect(SPACE, SPACE, width - 2 * SPACE, round((width - 2 * SPACE) * 9 / 16))
        text_top = picture.bottom() + 1 + SPACE * 3 // 4
        height = text_top + _TITLE_LINES * title.lineSpacing() + SPACE // 4 + details.lineSpacing() + SPACE
        star = QRect(picture.right() + 1 - _STAR, picture.top(), _STAR, _STAR)
        return cls(width, height, picture, star, text_top)


class TilePainter:
    """Paints tiles of one size in the colours of one appearance."""

    def __init__(self, pictures: Pictures, hidden: Hidden = lambda _id, _hovered: False) -> None:
        self.pictures = pictures
        self.hidden = hidden
        self._titles = TitleTexts(_TITLE_LINES)
        self.set_colours(LIGHT)
        self.set_size(200, QFont())

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.colours = colours
        self._sprites = Sprites(colours)
        base, text, accent = QColor(colours.base), QColor(colours.text), QColor(colours.accent)
        is_dark = base.lightness() < text.lightness()
        self._is_dark = is_dark
        self._base, self._text, self._muted = base, text, QColor(colours.muted)
        self._frame = QColor(colours.pending) if is_dark else accent
        # Darker where texts are light, so that coloured ones can be read there, too.
        deep = QColor(colours.window) if is_dark else base
        self._selected = blend(deep, accent, 0.35 if is_dark else 0.14)
        self._hovered = blend(base, deep, 0.45) if is_dark else blend(base, text, 0.07)
        self._blank = QColor(text)
        self._blank.setAlphaF(0.1)  # to be seen on every ground of a tile
        self._faint = blend(base, text, 0.42)

    def set_size(self, width: int, font: QFont) -> None:
        """Paint tiles of this width, with titles in this font."""
        self._font = QFont(font)
        self._detail_font = QFont(font)
        if font.pointSizeF() > 0:
            self._detail_font.setPointSizeF(font.pointSizeF() * _DETAIL_SCALE)
        else:
            self._detail_font.setPixelSize(max(1, round(font.pixelSize() * _DETAIL_SCALE)))
        self._metrics, self._detail_metrics = QFontMetrics(self._font), QFontMetrics(self._detail_font)
        self.shape = TileShape.of(width, self._metrics, self._detail_metrics)
        self._titles.set_width(self.shape.picture.width(), self._font)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, at: QRect, tile: Tile, look: Look) -> None:
        """Paint a tile at a place of the shape's size. Sets pen, brush, font and hints of the painter at will."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        ground = self._paint_ground(painter, at, look)
        picture = self.shape.picture.translated(at.topLeft())
        hidden = self.hidden(tile.session_id, look.hovered)
        if hidden:
            self._paint_pattern(painter, picture, tile.session_id)
        else:
            self._paint_picture(painter, picture, tile)
        ratio = painter.device().devicePixelRatio()
        self._sprites.round_off(painter, picture, ground, ratio)
        self._paint_texts(painter, at, tile, hidden=hidden)
        star = self._sprites.star(tile.favourite, tile.star_colour, ratio)
        painter.drawPixmap(_centred(star, self.shape.star.translated(at.topLeft())), star)
        if tile.mark is not None:
            badge = self._sprites.badge(tile.mark, ratio)
            painter.drawPixmap(_centred(badge, QRect(picture.topLeft(), QSize(_STAR, _STAR))), badge)

    def paint_skeleton(self, painter: QPainter, at: QRect) -> None:
        """Paint what stands for a tile while nothing is known of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._blank)
        picture = self.shape.picture.translated(at.topLeft())
        painter.drawRoundedRect(picture, RADIUS, RADIUS)
        bar = self._metrics.xHeight()
        for line, part in enumerate((0.85, 0.45)):
            top = at.top() + self.shape.text_top + line * self._metrics.lineSpacing() + bar / 2
            width = picture.width() * part
            painter.drawRoundedRect(QRectF(picture.left(), top, width, bar), bar / 2, bar / 2)

    def _paint_ground(self, painter: QPainter, at: QRect, look: Look) -> QColor:
        """Returns the colour that the tile has now where nothing else is."""
        ground = self._selected if look.selected else self._hovered if look.hovered else self._base
        radius = RADIUS + SPACE / 2
        if look.selected or look.hovered:
            painter.setPen(QPen(self._frame, 2) if look.selected else Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(at).adjusted(1, 1, -1, -1), radius, radius)
        if look.current:
            painter.setPen(QPen(self._text, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(at).adjusted(3.5, 3.5, -3.5, -3.5), radius - 2, radius - 2)
        return ground

    # --- the picture, or what stands for it -------------------------------------------------------------------------

    def _paint_picture(self, painter: QPainter, place: QRect, tile: Tile) -> None:
        if tile.url is None:
            self._paint_letter(painter, place, tile)
            return
        pixmap = self.pictures.pixmap(tile.url, place.size(), painter.device().devicePixelRatio())
        if pixmap is not None and not pixmap.isNull():
            painter.drawPixmap(QRectF(place), pixmap, _shown_part(pixmap, place.size()))
            return
        painter.fillRect(place, self._blank)
        if self.pictures.failure(tile.url) is None:
            self._sprites.paint_sign(painter, place, "picture", self._faint)
        else:
            self._sprites.paint_sign(painter, place, "picture-off", self._muted)

    def _paint_letter(self, painter: QPainter, place: QRect, tile: Tile) -> None:
        """No picture, and none to come: the title's first letter on a colour of the session's own."""
        painter.fillRect(place, self._tint(tile.session_id))
        letter = next((one for one in tile.title if one.isalnum()), "")
        if not letter:
            self._sprites.paint_sign(painter, place, "picture", self._ink(tile.session_id))
            return
        font = QFont(self._font)
        font.setPixelSize(max(12, place.height() * 2 // 5))
        painter.setFont(font)
        painter.setPen(self._ink(tile.session_id))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, letter.upper())

    def _paint_pattern(self, painter: QPainter, place: QRect, session_id: int) -> None:
        """A picture that tells which session it is to nobody but those who remember it."""
        painter.fillRect(place, self._tint(session_id))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink(session_id))
        painter.setOpacity(0.13)
        size, steps, spots = place.height(), 5, _scattered(session_id)
        for one in range(2):
            spot = spots >> (8 * one) & 0xFF
            spot %= steps * steps
            x = place.left() + size * 0.25 + (place.width() - size * 0.5) * (spot % steps) / (steps - 1)
            y = place.top() + size * 0.25 + size * 0.5 * (spot // steps) / (steps - 1)
            painter.drawEllipse(QPointF(x, y), size * 0.25, size * 0.25)
        painter.setOpacity(1)

    def _tint(self, session_id: int) -> QColor:
        """A calm colour of the session's own."""
        hue = _scattered(session_id) * 360 >> 32
        return QColor.fromHsl(hue, 42 if self._is_dark else 90, 88 if self._is_dark else 218)

    def _ink(self, session_id: int) -> QColor:
        """What is drawn on that colour."""
        return QColor.fromHsl(_scattered(session_id) * 360 >> 32, 70, 190 if self._is_dark else 92)

    # --- texts ------------------------------------------------------------------------------------------------------

    def _paint_texts(self, painter: QPainter, at: QRect, tile: Tile, *, hidden: bool) -> None:
        left, top = at.left() + self.shape.picture.left(), at.top() + self.shape.text_top
        width, line = self.shape.picture.width(), self._metrics.lineSpacing()
        painter.setFont(self._font)
        if hidden:
            paint_smudge(painter, QRect(left, top, width, line), tile.session_id, self._text)
            top += line
        else:
            painter.setPen(tile.title_colour or (self._text if tile.title else self._muted))
            title = self._titles.of(tile.title or say(UNTITLED), bold=tile.bold, italic=tile.italic)
            title.draw(painter, QPointF(left, top))
            top += title.lineCount() * line
        if details := self._fitting(tile.details, width):
            painter.setFont(self._detail_font)
            painter.setPen(self._muted)
            painter.drawText(QPointF(left, top + SPACE // 4 + self._detail_metrics.ascent()), details)

    def _fitting(self, details: tuple[str, ...], width: int) -> str:
        """As many of the details as there is room for, whole; the first one, cut short, where not even that fits."""
        measure = self._detail_metrics.horizontalAdvance
        for number in range(len(details), 0, -1):
            text = _SEPARATOR.join(details[:number])
            if measure(text) <= width:
                return text
        return self._detail_metrics.elidedText(details[0], Qt.TextElideMode.ElideRight, width) if details else ""


def _scattered(session_id: int) -> int:
    """32 bits of an id of any size, such that those of neighbours lie far apart (Fibonacci hashing)."""
    return session_id % (2**61 - 1) * 0x9E3779B97F4A7C15 % 2**64 >> 32


def blend(ground: QColor, colour: QColor, part: float) -> QColor:
    """The ground with a `part` (0 to 1) of another colour in it."""
    pairs = zip(_parts(ground), _parts(colour), strict=True)
    return QColor(*(round(under + (over - under) * part) for under, over in pairs))


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def _shown_part(pixmap: QPixmap, place: QSize) -> QRectF:
    """The part of a picture, in its own pixels, that fills a place; what juts out is cut off at both ends alike."""
    scale = min(pixmap.width() / place.width(), pixmap.height() / place.height())
    width, height = place.width() * scale, place.height() * scale
    return QRectF((pixmap.width() - width) / 2, (pixmap.height() - height) / 2, width, height)


def _centred(sprite: QPixmap, place: QRect) -> QPointF:
    size = sprite.deviceIndependentSize()
    return QPointF(
        place.left() + (place.width() - size.width()) / 2, place.top() + (place.height() - size.height()) / 2
    )
