"""Visible focus for what the style draws the same with and without the keyboard: item views, tabs, buttons, texts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPlainTextEdit, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

_WIDTH = 2
_RADIUS = 3


def frame_focus(view: QAbstractScrollArea) -> None:
    """Draw a frame around what a view shows while it has the keyboard; to be called at the end of its paintEvent."""
    if not view.hasFocus():
        return
    painter = QPainter(view.viewport())
    painter.setPen(QPen(view.palette().color(QPalette.ColorRole.Link), _WIDTH))
    painter.drawRect(view.viewport().rect().adjusted(1, 1, -1, -1))
    painter.end()


def ring(widget: QWidget, rect: QRect) -> None:
    """Draw a frame with round corners inside of a place in a widget; to be called in its paintEvent."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Link), _WIDTH))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
    painter.end()


def came_by_key(widget: QWidget) -> bool:
    """Whether the keyboard is what moves the focus at the moment, so that its place is to be seen."""
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


class FocusRing(QObject):
    """Lays a frame on the button or the text that has the keyboard, whichever it is in the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._app = app
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._follow)

    def close(self) -> None:
        """Follow the focus no longer."""
        self._app.focusChanged.disconnect(self._follow)
        self._take_away()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._take_away()
        is_button = isinstance(now, QPushButton | QToolButton)
        if now is not None and ((is_button and came_by_key(now)) or isinstance(now, QPlainTextEdit)):
            self._ring = _Ring(now)

    def _take_away(self) -> None:
        ring, self._ring = self._ring, None
        if ring is not None and isValid(ring):  # it goes with the widget that it lies on
            ring.hide()
            ring.deleteLater()


class _Ring(QWidget):
    """Lies on a widget, and has its size."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.setObjectName("qt_focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(widget.rect())
        widget.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The widget has another size."""
        if event.type() is QEvent.Type.Resize and isinstance(widget, QWidget):
            self.setGeometry(widget.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame."""
        del event
        ring(self, self.rect())
