"""Delegates of the table for cells that are no plain text: stars, pictures, and titles while they are hidden."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QIcon, QPainter, QPalette, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from joip_desktop.domain.say import say
from joip_desktop.storage.settings import Density
from joip_desktop.ui.discretion import paint_smudge
from joip_desktop.ui.icons import icon
from joip_desktop.ui.sessions.cell_editing import CellDelegate
from joip_desktop.ui.sessions.roles import FAVOURITE_ROLE, SESSION_ROLE, URL_ROLE
from joip_desktop.ui.sessions.star import paint_star
from joip_desktop.ui.sessions.tiles import Hidden, Pictures
from joip_desktop.ui.theme import LIGHT, ROWS, SMALL_RADIUS, Colours
from joip_desktop.ui.wording import plain_tooltip

_Index = QModelIndex | QPersistentModelIndex

_CALM: Final = 0.1
"""How much of the text's colour is in the place of a picture that is not there."""

_SIGN: Final = 14
"""Width and height of the sign in a picture's place."""


class StarDelegate(QStyledItemDelegate):
    """Paints a star: filled for a favourite, an outline for none, a dotted outline where it is not known.

    One that the server has not confirmed is smaller, and in the colour of its mark.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours: Colours = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: D102
        return QSize(34, 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: D102
        _paint_ground(painter, option)
        favourite = index.data(FAVOURITE_ROLE)
        selected = _is_selected(option)
        mark = index.data(Qt.ItemDataRole.ForegroundRole)  # waiting to be sent, or failed
        outline = _text_colour(option) if selected else mark or QColor(self.colours.muted)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(option.rect.center()) + QPointF(0.5, 0.5))
        fill = outline if selected else mark or QColor(self.colours.star)
        # Smaller, too, where it is pending: on a selected row the colour does not tell.
        paint_star(painter, favourite, fill=fill, outline=outline, pending=mark is not None)
        painter.restore()


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints the session's picture, small; a calm blank while it is being fetched, and a sign where that failed.

    A session without a picture has the outline of a blank. An address that the server has not confirmed has a frame in
    the colour of its mark.
    """

    def __init__(
        self,
        pictures: Pictures,
        hidden: Hidden = lambda _id, _hovered: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.colours: Colours = LIGHT
        self._pictures = pictures
        self._hidden = hidden
        self._size = ROWS[Density.NORMAL].picture_size
        self._warnings: dict[str, QIcon] = {}

    def set_density(self, density: Density) -> None:
        """Paint pictures of the size that goes with the rows."""
        self._size = ROWS[density].picture_size

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: D102
        return self._size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: D102
        _paint_ground(painter, option)
        place = self._place(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        session_id = index.data(SESSION_ROLE).id
        if self._hidden(session_id, bool(option.state & QStyle.StateFlag.State_MouseOver)):
            self._paint_blank(painter, place, option)
            inside = place.adjusted(4, 0, -4, 0)
            paint_smudge(painter, inside, session_id, _text_colour(option))
        elif url := index.data(URL_ROLE):
            self._paint_picture(painter, place, url, option)
        else:
            self._paint_outline(painter, place, option)
        if (mark := index.data(Qt.ItemDataRole.ForegroundRole)) is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_text_colour(option) if _is_selected(option) else mark, 2))
            painter.drawRoundedRect(QRectF(place).adjusted(-1, -1, 1, 1), SMALL_RADIUS + 1, SMALL_RADIUS + 1)
        painter.restore()

    def helpEvent(  # noqa: D102 - Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        url = index.data(URL_ROLE) if event.type() is QEvent.Type.ToolTip and index.isValid() else None
        if url and not self._hidden(index.data(SESSION_ROLE).id, True) and (why := self._pictures.failure(url)):
            told = plain_tooltip(say("No picture: {why}", why=why))
            QToolTip.showText(event.globalPos(), told, view.viewport(), option.rect)
            return True
        return super().helpEvent(event, view, option, index)

    def _place(self, cell: QRect) -> QRect:
        """In the middle of the cell; in one that is too narrow, as much as fits."""
        room = cell.size().shrunkBy(QMargins(2, 1, 2, 1)).expandedTo(QSize(1, 1))
        place = QRect(QPoint(), self._size.boundedTo(room))
        place.moveCenter(cell.center())
        return place

    def _paint_picture(self, painter: QPainter, place: QRect, url: str, option: QStyleOptionViewItem) -> None:
        pixmap = self._pictures.pixmap(url, self._size, painter.device().devicePixelRatio())
        if pixmap is not None and not pixmap.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_covering(pixmap, place))
            painter.drawRoundedRect(place, SMALL_RADIUS, SMALL_RADIUS)
            return
        self._paint_blank(painter, place, option)
        if self._pictures.failure(url) is not None:
            at = QRect(0, 0, _SIGN, _SIGN)
            at.moveCenter(place.center())
            colour = _text_colour(option).name() if _is_selected(option) else self.colours.muted
            if colour not in self._warnings:
                self._warnings[colour] = icon("picture-off", colour)
            self._warnings[colour].paint(painter, at)

    def _paint_blank(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._calm_colour(option))
        painter.drawRoundedRect(place, SMALL_RADIUS, SMALL_RADIUS)

    def _paint_outline(self, painter: QPainter, place: QRect, option: QStyleOptionViewItem) -> None:
        painter.setPen(QPen(self._calm_colour(option, 2 * _CALM), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), SMALL_RADIUS, SMALL_RADIUS)

    def _calm_colour(self, option: QStyleOptionViewItem, opacity: float = _CALM) -> QColor:
        colour = _text_colour(option)
        colour.setAlphaF(2 * opacity if _is_selected(option) else opacity)
        return colour


class HiddenTextDelegate(CellDelegate):
    """Paints a smudge in place of a text that is hidden; other cells as ever. It opens editors as `CellDelegate` does.

    The mouse over a cell is only told to delegates of a view with mouse tracking.
    """

    def __init__(self, hidden: Hidden, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hidden = hidden

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: D102
        session_id = index.data(SESSION_ROLE).id
        if not self._hidden(session_id, bool(option.state & QStyle.StateFlag.State_MouseOver)):
            super().paint(painter, option, index)
            return
        _paint_ground(painter, option)
        margin = option.widget.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        mark = None if _is_selected(option) else index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setFont(option.font)
        place = option.rect.adjusted(margin, 0, -margin, 0)
        paint_smudge(painter, place, session_id, mark or _text_colour(option))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The cell as the style paints it, without `initStyleOption`, which asks the model for eight more roles."""
    style = option.widget.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def _text_colour(option: QStyleOptionViewItem) -> QColor:
    role = QPalette.ColorRole.HighlightedText if _is_selected(option) else QPalette.ColorRole.Text
    return QColor(option.palette.color(role))


def _covering(pixmap: QPixmap, place: QRect) -> QBrush:
    """A brush that fills a place with a picture; what juts out of it is cut off at both ends alike."""
    pixels = QPixmap(pixmap)
    pixels.setDevicePixelRatio(1)  # with another one, Qt shifts the brush by a part of what it is told
    scale = max(place.width() / pixels.width(), place.height() / pixels.height())
    left = place.left() + (place.width() - pixels.width() * scale) / 2
    top = place.top() + (place.height() - pixels.height() * scale) / 2
    brush = QBrush(pixels)
    brush.setTransform(QTransform(scale, 0, 0, scale, left, top))
    return brush
