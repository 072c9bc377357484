"""The veil: lies over a widget whose text is hidden in discreet mode, and lifts under the pointer and the keyboard."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from joip_desktop.ui.discretion import Discretion, paint_smudge

_MARGIN: Final = 5
"""Between the frame of a field and its text."""
_FOLLOWED: Final = frozenset(
    {
        QEvent.Type.Enter,
        QEvent.Type.Leave,
        QEvent.Type.FocusIn,
        QEvent.Type.FocusOut,
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.ShowToParent,
        QEvent.Type.HideToParent,
    }
)


class Veil(QWidget):
    """Lies beside the widget that it covers, above all that is in it. What it paints depends on the seed alone.

    It covers while discreet mode is on and neither the pointer nor the keyboard is in the widget. `lines` are those of
    the smudge; several stand at the top, as text does. `framed` is for fields, not for labels.
    """

    def __init__(self, covered: QWidget, discretion: Discretion, *, lines: int = 1, framed: bool = True) -> None:
        super().__init__(covered.parentWidget() or covered)
        self._covered = covered
        self._discretion = discretion
        self._lines = lines
        self._framed = framed
        self._seed: int | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the pointer is the widget's
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        covered.installEventFilter(self)
        discretion.changed.connect(self._follow)

    def set_seed(self, seed: int | None) -> None:
        """Paint another smudge: the seed is made of a session's id. None is nothing to hide."""
        self._seed = seed
        self._follow()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go along with the widget."""
        if event.type() in _FOLLOWED:
            self._follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty field, or nothing but the window, with a smudge."""
        del event
        painter = QPainter(self)
        painter.setFont(self._covered.font())
        palette = self._covered.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Window))
        inside = self.rect()
        if self._framed:
            self._paint_field(painter, palette)
            inside = inside.adjusted(_MARGIN, 0, -_MARGIN, 0)
        if self._lines > 1:
            inside = QRect(
                inside.left(), _MARGIN - 2, inside.width(), self._lines * painter.fontMetrics().lineSpacing()
            )
        role = QPalette.ColorRole.Text if self._framed else QPalette.ColorRole.WindowText
        paint_smudge(painter, inside, self._seed or 0, palette.color(role), self._lines)
        painter.end()

    def _paint_field(self, painter: QPainter, palette: QPalette) -> None:
        option = QStyleOptionFrame()
        option.initFrom(self._covered)
        option.rect = self.rect()
        option.palette = palette
        option.lineWidth = self.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth)
        option.state |= QStyle.StateFlag.State_Sunken
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)

    def _follow(self) -> None:
        """Cover or not, by what is true now; a menu of the widget does not take the keyboard from it."""
        covered = self._covered
        parent = covered.parentWidget()
        if parent is not None and self.parentWidget() is not parent:
            self.setParent(parent)  # not the widget itself, which puts its scroll bars above all else
        hides = self._discretion.on and self._seed is not None and not covered.isHidden()
        covers = hides and parent is not None and not (covered.underMouse() or covered.hasFocus())
        if covers:
            self.setGeometry(covered.geometry())
            self.raise_()
        self.setVisible(covers)
