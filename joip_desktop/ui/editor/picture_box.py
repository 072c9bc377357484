"""The box in which the form shows a picture, or says why there is none. Its size does not depend on what is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QRadialGradient,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from joip_desktop.ui.icons import icon
from joip_desktop.ui.theme import RADIUS, SPACE

_LINES: Final = 12
"""The width, in lines of text; the height is that of about six."""

_LEAST: Final = 96
"""Of the width, in device-independent pixels."""

_SIGN: Final = 28
PictureSource: TypeAlias = Callable[[], QPixmap | None]
"""Gives the picture in the size of the box and for the pixels of its screen."""

_SPOTS: Final = ((0.2, 0.3), (0.75, 0.2), (0.35, 0.8), (0.85, 0.75), (0.5, 0.45), (0.15, 0.65), (0.6, 0.85))


class PictureBox(QWidget):
    """A box of 16:9 with a picture, or with a sign and a sentence; with neither, where the content is hidden.

    It shows what it is told. While hidden, what it paints depends on the `seed` alone.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: PictureSource | None = None
        self._sentence = ""
        self._sign = ""
        self._hides = False
        self._lit = False
        self._seed = 0
        self._icons: dict[tuple[str, str], QIcon] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_picture(self, picture: PictureSource) -> None:
        """Show a picture, which is asked for whenever it is painted; None then is an empty box."""
        self._picture = picture
        self._hides = False
        self.update()

    def show_sentence(self, sign: str, sentence: str) -> None:
        """Show the icon of that name, and a sentence, as much of it as there is room for."""
        self._picture = None
        self._sign, self._sentence = sign, sentence
        self._hides = False
        self.update()

    def show_nothing(self) -> None:
        """Show what stands for a hidden picture."""
        self._picture = None
        self._hides = True
        self.update()

    def set_seed(self, seed: int) -> None:
        """What stands for a hidden picture is to be that of another session."""
        self._seed = seed
        self.update()

    def light(self, lit: bool) -> None:
        """Show that something can be dropped here."""
        self._lit = lit
        self.update()

    # --- size -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as a sentence needs."""
        return QSize(self._widest(), self.heightForWidth(self._widest()))

    def minimumSizeHint(self) -> QSize:
        """Narrow forms have narrow boxes."""
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """16:9, of what it takes of the width."""
        return round(min(width, self._widest()) * 9 / 16)

    def _widest(self) -> int:
        return _LINES * self.fontMetrics().lineSpacing()

    def changeEvent(self, event: QEvent) -> None:
        """Another font is another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint whichever there is, in a frame with round corners."""
        del event
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Window))
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setClipPath(frame)
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        if self._hides:
            self._paint_hidden(painter)
        elif self._picture is not None:
            if (pixmap := self._picture()) is not None:
                painter.drawPixmap(QRectF(self.rect()), pixmap, QRectF(pixmap.rect()))
        else:
            self._paint_sentence(painter)
        painter.setClipping(False)
        role = QPalette.ColorRole.Highlight if self._lit else QPalette.ColorRole.Mid
        painter.setPen(QPen(palette.color(role), 2 if self._lit else 1))
        painter.drawPath(frame)
        painter.end()

    def _paint_sentence(self, painter: QPainter) -> None:
        room = self.rect().adjusted(SPACE, SPACE // 2, -SPACE, -SPACE // 2)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        text = fitting(self._sentence, room.size(), painter.fontMetrics())
        height = painter.fontMetrics().boundingRect(room, flags, text).height() if text else 0
        gap = SPACE if text else 0
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        if height + gap + _SIGN <= room.height():
            top = room.top() + (room.height() - height - gap - _SIGN) // 2
            self._paint_sign(painter, QRect(room.center().x() - _SIGN // 2, top, _SIGN, _SIGN), colour)
            room.setTop(top + _SIGN + gap)
            room.setHeight(height)
        painter.setPen(colour)
        painter.drawText(room, flags, text)

    def _paint_sign(self, painter: QPainter, place: QRect, colour: QColor) -> None:
        key = ("eye-off" if self._hides else self._sign, colour.name())
        if key not in self._icons:
            self._icons[key] = icon(*key)
        self._icons[key].paint(painter, place)

    def _paint_hidden(self, painter: QPainter) -> None:
        """Something like a picture that is out of focus."""
        size = QRectF(self.rect())
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(Qt.PenStyle.NoPen)
        for one in range(3):
            x, y = _SPOTS[(self._seed + 2 * one) % len(_SPOTS)]
            centre = QPointF(size.width() * x, size.height() * y)
            blur = QRadialGradient(centre, size.height() * 0.55)
            for part, opacity in ((0.0, 0.34), (0.5, 0.2), (1.0, 0.0)):
                shade = QColor(colour)
                shade.setAlphaF(opacity)
                blur.setColorAt(part, shade)
            painter.setBrush(blur)
            painter.drawRect(size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place = QRect(0, 0, _SIGN, _SIGN)
        place.moveCenter(self.rect().center())
        self._paint_sign(painter, place, self.palette().color(QPalette.ColorRole.Text))


def fitting(text: str, room: QSize, metrics: QFontMetrics) -> str:
    """As many words of a text as have room there, in several lines; the tail is told by an ellipsis."""
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap

    def fits(shown: str) -> bool:
        needed = metrics.boundingRect(QRect(0, 0, room.width(), 100_000), flags, shown)
        return needed.height() <= room.height() and needed.width() <= room.width()

    words = text.split()
    for count in range(len(words), 0, -1):
        shown = " ".join(words[:count]) + ("" if count == len(words) else "…")
        if fits(shown):
            return shown
    first = words[0] if words else ""
    return metrics.elidedText(first, Qt.TextElideMode.ElideRight, room.width())
