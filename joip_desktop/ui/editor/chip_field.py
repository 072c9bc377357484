"""The frame around chips and the line to type in: as high as they need, up to a few rows, and then it scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from joip_desktop.ui.flow_layout import FlowLayout

_ROWS: Final = 4
_GAP: Final = 4
_MARGIN: Final = 3
_LEAST_CHARACTERS: Final = 4
"""That have room in the line before it goes to the next row."""

_LEAST_WIDTH: Final = 16
"""The field's, in characters."""

_PADDING: Final = 10
"""What a frameless line needs beside its text: its margins and the cursor."""

_AIR: Final = 2
"""Above and below the text, as in a chip."""


class NameLine(QLineEdit):
    """A line without a frame, as wide as its text. Keys go through `key_pressed` first, which may accept them."""

    key_pressed = Signal(object)
    """A `QKeyEvent`; whoever accepts it has dealt with it."""

    override_asked = Signal(object)
    """A `QKeyEvent` that the window would take for a shortcut, unless it is accepted."""

    tab_pressed = Signal(object)
    """A `QKeyEvent` of a plain Tab; whoever accepts it has dealt with it."""

    focus_changed = Signal(bool)
    """The keyboard is here now, or has gone to another place; a menu or another window is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_typing = True
        """Whether a change now comes from keys one by one; not while text is composed, brought back or put in."""
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the text, or for a short one; what can't be typed into needs none of its own."""
        metrics = self.fontMetrics()
        least = 0 if self.isReadOnly() else metrics.averageCharWidth() * _LEAST_CHARACTERS
        width = metrics.horizontalAdvance(self.text() or self.placeholderText())
        return QSize(max(width, least) + _PADDING, metrics.height() + 2 * _AIR)

    def minimumSizeHint(self) -> QSize:
        """Room for the cursor."""
        return QSize(_PADDING, self.fontMetrics().height() + 2 * _AIR)

    def event(self, event: QEvent) -> bool:
        """Keys that never reach `keyPressEvent`: Tab, and what would be a shortcut."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.ignore()
                self.override_asked.emit(event)
                if event.isAccepted():
                    return True
            elif event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab and not event.modifiers():
                event.ignore()
                self.tab_pressed.emit(event)
                if event.isAccepted():
                    return True
                event.accept()  # or the field would go on to the next one as well
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask first, then as in any line."""
        event.ignore()
        self.key_pressed.emit(event)
        if event.isAccepted():
            return
        event.accept()
        keys = QKeySequence.StandardKey
        self.is_typing = not (event.matches(keys.Undo) or event.matches(keys.Redo))
        super().keyPressEvent(event)
        self.is_typing = True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed of several keys may come as several characters, and is typed nevertheless."""
        self.is_typing = False
        super().inputMethodEvent(event)
        self.is_typing = True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that typing begins."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that what is typed is complete, unless the person comes back at once."""
        super().focusOutEvent(event)
        reasons = Qt.FocusReason
        if event.reason() not in (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason):
            self.focus_changed.emit(False)


class ChipField(QWidget):
    """Looks like the frame of a line; its height follows from its width and from what is in it."""

    def __init__(self, line: NameLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._widgets: list[QWidget] = []
        self.canvas = QWidget()
        self._flow = FlowLayout(self.canvas, gap=_GAP)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea(self)  # placed by hand: Qt would ask a layout, and not the field, for its height
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.canvas)
        self._scroll.viewport().setAutoFillBackground(False)
        self.canvas.setAutoFillBackground(False)
        self._scroll.verticalScrollBar().rangeChanged.connect(self.keep_in_sight)
        self._scroll.verticalScrollBar().setCursor(Qt.CursorShape.ArrowCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        line.textChanged.connect(self.updateGeometry)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets, in this order, and those no longer that were shown before."""
        self._flow.setEnabled(False)  # or everything is placed anew with each of them
        for gone in set(self._widgets) - set(widgets):
            gone.hide()
        self._widgets = list(widgets)
        self._flow.set_widgets(widgets)
        for widget in widgets:
            widget.show()
        self._flow.setEnabled(True)
        self._flow.invalidate()
        self.updateGeometry()
        self.update()

    def keep_in_sight(self) -> None:
        """Scroll to where the keyboard is."""
        focused = QApplication.focusWidget()
        if focused is not None and self.canvas.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, _GAP)

    # --- what Qt asks ---------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Fewer rows in a wider field."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As many rows as there are, up to a few."""
        row = self._line.sizeHint().height()
        most = _ROWS * row + (_ROWS - 1) * _GAP
        return min(max(row, self._flow.heightForWidth(width - 2 * _MARGIN)), most) + 2 * _MARGIN

    def sizeHint(self) -> QSize:
        """One row."""
        least = self.minimumSizeHint()
        return QSize(2 * least.width(), least.height())

    def minimumSizeHint(self) -> QSize:
        """One row, and room for a name."""
        width = self.fontMetrics().averageCharWidth() * _LEAST_WIDTH
        return QSize(width + 2 * _MARGIN, self._line.sizeHint().height() + 2 * _MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything stays within the frame."""
        super().resizeEvent(event)
        self._scroll.setGeometry(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of a line, which shows where the keyboard is."""
        del event
        option = QStyleOptionFrame()
        option.initFrom(self)
        option.lineWidth = self.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth, option, self)
        option.state |= QStyle.StateFlag.State_Sunken
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            option.state |= QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_KeyboardFocusChange
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the chips, the line is meant."""
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()
