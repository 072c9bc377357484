"""Names that are suggested while somebody types one, in a list below the line, or above it where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.theme import SPACE

_AWAY: Final = 2
"""Pixels between the line and the list."""

_MOVES: Final = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class NameHints(QListWidget):
    """Lies over whatever is there and never takes the focus; the line hands on the keys.

    It is a part of the line's window rather than a window of its own, so nothing grabs mouse or keyboard for it.
    """

    picked = Signal(str)
    """The name that was clicked."""

    def __init__(self, line: QWidget) -> None:
        self._line = line
        self._followed: list[QWidget] = []
        super().__init__(line)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._place)
        self.setAccessibleName(say("Suggested subreddits"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)  # the frame's line
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.itemClicked.connect(lambda item: self.picked.emit(item.text()))
        self.hide()
        line.destroyed.connect(self._settling.stop)
        line.destroyed.connect(self.deleteLater)  # when the window outlives the line

    @property
    def names(self) -> list[str]:
        """What is suggested now."""
        return [self.item(row).text() for row in range(self.count())]

    @property
    def current(self) -> str:
        """The name that was gone to with the keyboard; "" while none was."""
        row = self.currentRow()
        return self.item(row).text() if row >= 0 else ""

    def offer(self, names: Sequence[str]) -> None:
        """Suggest names, of which none is chosen yet; with none, show nothing."""
        if list(names) == self.names and self.isVisible():
            self.setCurrentRow(-1)
            return
        self.clear()
        self.addItems(list(names))
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, self.fontMetrics().height() + SPACE))
        self._stop_following()
        self.hide()
        if names:
            self._follow()
            self._place()

    def step(self, by: int) -> None:
        """Go to the next name or the one before; before the first and after the last there is none chosen."""
        rows = self.count() + 1
        self.setCurrentRow((self.currentRow() + 1 + by) % rows - 1)
        if self.current:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, self.current))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go along with the line, whichever part of the window moves it, also out of sight and back."""
        if event.type() in _MOVES and self._followed:
            self._settling.start()  # layouts come to rest in several steps
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        widget: QWidget | None = self._line
        while widget is not None:
            widget.installEventFilter(self)
            self._followed.append(widget)
            widget = None if widget is window else widget.parentWidget()

    def _stop_following(self) -> None:
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed.clear()
        self._settling.stop()

    def _place(self) -> None:
        if self._line.visibleRegion().isEmpty():
            self.hide()
            return
        window = self._line.window()
        frame = 2 * self.frameWidth()
        height = self.count() * self.sizeHintForRow(0) + frame
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in self.names), default=0)
        width = min(max(widest + frame + 2 * SPACE, self._line.width()), window.width() - 2 * _AWAY)
        start = self._line.mapTo(window, QPoint(0, 0))
        below = start.y() + self._line.height() + _AWAY
        above = start.y() - _AWAY - height
        has_room = below + height <= window.height() or above < 0
        height = min(height, window.height() - below) if has_room else height
        mirrored = self._line.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = start.x() + self._line.width() - width if mirrored else start.x()
        left = max(_AWAY, min(left, window.width() - width - _AWAY))
        self.setGeometry(left, below if has_room else above, width, max(height, 0))
        self.show()
        self.raise_()
