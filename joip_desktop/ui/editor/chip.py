"""One name as a chip: readable, removable, with a place for the keyboard; and what it says of a name that is none."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from joip_desktop.domain.say import say
from joip_desktop.domain.subreddits import why_refused
from joip_desktop.ui.theme import SMALL_RADIUS, SPACE
from joip_desktop.ui.wording import plain_tooltip, shortened, shown_text

_LONGEST: Final = 40
"""Characters of a name that are drawn; no valid name has as many."""

_LONGEST_TOLD: Final = 120
"""Characters of a name in a tooltip, or for a screen reader."""

_LEAST_CHARACTERS: Final = 3
_AIR: Final = 2
"""Above and below the text."""

_WALKS: Final = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End})
_CHANGES: Final = frozenset(
    {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter}
)
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class Chip(QLabel):
    """Shows one name, whatever is in it, and emits what the person wants with it.

    It is reached with the arrow keys or a click, not with Tab, so that the field is one stop on the way through a form.
    """

    remove_wanted = Signal()
    edit_wanted = Signal()
    copy_wanted = Signal()
    pressed = Signal(object)
    """A `Qt.Key` that walks, removes or edits."""

    typed = Signal(object)
    """A `QKeyEvent` that is meant for the line."""

    tabbed = Signal(bool)
    """Tab (True) or Shift+Tab."""

    focus_changed = Signal(bool)
    """The keyboard is here now, or here no longer."""

    def __init__(self, line: QWidget, parent: QWidget | None = None) -> None:
        self.name = ""
        self.why = ""
        """Why the name is none; empty where it is one."""
        self._locked = False
        self._shown = ""
        self._sizes: tuple[QSize, QSize] | None = None
        """The least and the right one, as far as they are known."""
        super().__init__(parent)
        self.button = RemoveButton(self, line)
        self.button.clicked.connect(self.remove_wanted)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_name(self, name: str, *, locked: bool) -> None:
        """Show a name; one that is locked without a way to remove it."""
        if name != self.name or not self.accessibleName():
            self.name = name
            self.why = why_refused(name)
            self._shown = shortened(shown_text(name[: _LONGEST + 1]), _LONGEST)
            told = shortened(shown_text(name[: _LONGEST_TOLD + 1]), _LONGEST_TOLD)
            self.setAccessibleName(say("{name}, subreddit", name=told))
            self.setAccessibleDescription(self.why)
            self.button.setAccessibleName(say("Remove {name}", name=told))
            self.button.setToolTip(plain_tooltip(say("Remove {name}", name=told)))
            whole = told if self._shown != told or self.why else ""
            self.setToolTip(plain_tooltip("\n".join(filter(None, (whole, self.why)))).replace("\n", "<br>"))
        self._locked = locked
        self.button.setHidden(locked)
        self._forget_sizes()
        self.update()

    @property
    def shown(self) -> str:
        """What is drawn, where there is room for it."""
        return self._shown

    @property
    def is_wrong(self) -> bool:
        """Whether it is drawn as a mistake to put right; there is nothing to put right in what is locked."""
        return bool(self.why) and not self._locked

    # --- size -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Room for the name and the button."""
        return self._measured()[1]

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of the name."""
        return self._measured()[0]

    def _measured(self) -> tuple[QSize, QSize]:
        """Qt asks a dozen times for every change around it."""
        if self._sizes is None:
            metrics = self.fontMetrics()
            height = metrics.height() + 2 * _AIR
            around = SPACE + (SPACE if self._locked else height)
            least = metrics.averageCharWidth() * _LEAST_CHARACTERS
            right = max(least, metrics.horizontalAdvance(self._shown) + 1)
            self._sizes = QSize(least + around, height), QSize(right + around, height)
        return self._sizes

    def _forget_sizes(self) -> None:
        self._sizes = None
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        self._place_button()

    def changeEvent(self, event: QEvent) -> None:
        """Another font has another size, another direction another end."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._forget_sizes()
            self._place_button()

    def _place_button(self) -> None:
        side = self.height()
        left = 0 if self._is_mirrored else self.width() - side
        self.button.setGeometry(left, 0, side, side)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    # --- looks ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """A rounded box with the name; in the colour of errors where it is none, filled where the keyboard is."""
        del event
        roles = QPalette.ColorRole
        focused, wrong = self.hasFocus(), self.is_wrong
        back = roles.Highlight if focused else roles.Base if wrong or self._locked else roles.Button
        edge = roles.BrightText if wrong else roles.Highlight if focused else roles.Mid
        text = roles.HighlightedText if focused else roles.BrightText if wrong else roles.Text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.DashLine if wrong else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self.palette().color(edge), 1, style))
        painter.setBrush(self.palette().color(back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), SMALL_RADIUS, SMALL_RADIUS)
        painter.setPen(self.palette().color(text))
        start, end = SPACE, SPACE if self._locked else self.height()
        inside = self.rect().adjusted(end if self._is_mirrored else start, 0, -(start if self._is_mirrored else end), 0)
        told = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, told)
        painter.end()

    # --- hands ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keys that the window must not have while they mean something here."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and self._is_for_here(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, remove, edit, copy; what is text goes to the line."""
        if not self._is_for_here(event):
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in _WALKS | _CHANGES:
            self.pressed.emit(Qt.Key(event.key()))
        else:
            self.typed.emit(event)

    def _is_for_here(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            return not self._locked
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | _KEYPAD):
            return False
        if event.key() in _WALKS:
            return True
        text = event.text()
        types = len(text) == 1 and text.isprintable() and not text.isspace()
        return (types or event.key() in _CHANGES) and not self._locked

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the name."""
        if event.button() is Qt.MouseButton.LeftButton and not self._locked:
            self.edit_wanted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt gives it the focus; the field below must not take that."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into sight."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Look as the others do."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Leave the whole field."""
        self.tabbed.emit(forward)
        return True


class RemoveButton(QToolButton):
    """A small cross in the colour of the chip's text. A click on it leaves the keyboard to the line.

    As a focus proxy, the line would be where Tab leads from the end of the window, once for each chip.
    """

    def __init__(self, chip: Chip, line: QWidget) -> None:
        super().__init__(chip)
        self._chip = chip
        self._line = line
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # or the chip would take the focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the focus away at once."""
        super().focusInEvent(event)
        self._line.setFocus(event.reason())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bolder under the pointer."""
        del event
        roles = QPalette.ColorRole
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = (
            roles.HighlightedText if self._chip.hasFocus() else roles.BrightText if self._chip.is_wrong else roles.Text
        )
        width = 2.0 if self.underMouse() or self.isDown() else 1.2
        painter.setPen(QPen(self.palette().color(role), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        reach = self.height() / 6
        centre = QRectF(self.rect()).center()
        box = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        painter.drawLine(box.topLeft(), box.bottomRight())
        painter.drawLine(box.topRight(), box.bottomLeft())
        painter.end()
