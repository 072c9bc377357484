"""The slider under the two boxes of the interval: one bar, an end to move on each side, and a scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import say
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.ui.editor.range_bar import LEAST, MOST, RING, Grip, RangeBar
from joip_desktop.ui.theme import SPACE
from joip_desktop.ui.wording import plain_tooltip

_ENDS: Final = ("interval_min", "interval_max")
_TICKS: Final = (LEAST, *range(15, MOST, 15), MOST)
_PAGE: Final = 5
"""Seconds that the Page keys move an end."""
_NOTCH: Final = 120
"""Of a mouse wheel, in Qt's units."""
_TICK_HEIGHT: Final = 4


def why_unusable(low: FieldValue, high: FieldValue) -> str:
    """Why the slider can't show these values; empty where it can."""
    if any(type(value) is not int or not LEAST <= value <= MOST for value in (low, high)):
        return say("The slider works once both intervals are from {least} to {most} s.", least=LEAST, most=MOST)
    if isinstance(low, int) and isinstance(high, int) and low > high:
        return say("The slider works once the shortest interval is not above the longest.")
    return ""


class _End(QAbstractSlider):
    """One end for the keyboard and for screen readers: a slider of its own that paints the frame of the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setPageStep(_PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame while it has the keyboard."""
        del event
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class _Scale(QWidget):
    """Ticks with their seconds, under the bar."""

    def __init__(self, bar: RangeBar) -> None:
        super().__init__()
        self._bar = bar
        bar.laid_out.connect(self.update)

    def sizeHint(self) -> QSize:
        """One line of text under the ticks."""
        return QSize(10 * SPACE, _TICK_HEIGHT + 1 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """As high: numbers cut in half help nobody."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The two ends, and in between those that have room."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        taken: list[QRectF] = []
        for seconds in sorted(_TICKS, key=lambda tick: tick not in (LEAST, MOST)):
            text = say("{seconds} s", seconds=seconds) if seconds == MOST else str(seconds)
            x = self._bar.middle(seconds).x()  # the bar is as wide
            width = self.fontMetrics().horizontalAdvance(text) + 1.0
            left = min(max(0.0, x - width / 2), self.width() - width)
            room = QRectF(left, _TICK_HEIGHT + 1, width, self.fontMetrics().height())
            if any(room.adjusted(-SPACE, 0, SPACE, 0).intersects(other) for other in taken):
                continue
            taken.append(room)
            painter.drawLine(QPointF(x, 0), QPointF(x, _TICK_HEIGHT - 1))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class IntervalSlider(QWidget):
    """Moves the two ends of the interval. It decides nothing: `edited` says what the person did, `show_values` shows.

    superqt's slider takes no keys, so each end is a tab stop of its own: arrow keys move it by a second, Page keys by
    five, Home and End as far as it goes, which is the other end on that side. The wheel moves the end that has the
    keyboard; without it, it scrolls what is around. Values that no slider can show are kept: it is then empty and
    disabled, and says why.
    """

    edited = Signal(str, object)
    """The field of an end that the person moved, and its new value; both ends, one after the other, with the bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked = False
        self._reason = ""
        self._is_putting = False
        self._scrolled = 0
        self._bar = RangeBar()
        self._bar.setAccessibleName(say("Interval"))
        self._bar.gripped.connect(self._on_gripped)
        self._bar.dragged.connect(self._edit)
        self._bar.laid_out.connect(self._place)
        self.ends: Sequence[QAbstractSlider] = tuple(_End(self._bar) for _ in _ENDS)
        """The parts that take the focus: shortest, longest."""
        for name, end in zip(_ENDS, self.ends, strict=True):
            end.setAccessibleName(FIELDS[name].label)
            end.valueChanged.connect(self._on_end)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(_Scale(self._bar))
        self.show_values(UNKNOWN, UNKNOWN)

    @property
    def values(self) -> tuple[int, int] | None:
        """The ends as they stand; None while there are none to show."""
        return None if self._bar.is_empty else (self.ends[0].value(), self.ends[1].value())

    @property
    def reason(self) -> str:
        """Why it can't be used with the values of now; empty where it can."""
        return self._reason

    def show_values(self, low: FieldValue, high: FieldValue) -> None:
        """Show the interval, whatever it is; nothing is emitted."""
        self._reason = why_unusable(low, high)
        self._bar.is_empty = bool(self._reason)
        if not self._reason and isinstance(low, int) and isinstance(high, int):
            self._put(low, high)
        self._follow()

    def let_go(self) -> None:
        """The mouse holds no end any more: another session comes next."""
        self._bar.let_go()

    def set_locked(self, locked: bool) -> None:
        """Let the interval be read but not changed."""
        self._locked = locked
        self._follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only an end that has the keyboard takes the wheel."""
        focused = next((end for end in self.ends if end.hasFocus()), None)
        if focused is None:
            event.ignore()
            return
        event.accept()
        self._scrolled += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._scrolled / _NOTCH)
        self._scrolled -= notches * _NOTCH
        focused.setValue(focused.value() + notches)

    def _put(self, low: int, high: int) -> None:
        self._is_putting = True
        for end, least, most, value in zip(self.ends, (LEAST, low), (high, MOST), (low, high), strict=True):
            end.setRange(least, most)
            end.setValue(value)
        self._is_putting = False
        self._bar.setValue((low, high))
        self._bar.setAccessibleDescription(say("{shortest} to {longest} s", shortest=low, longest=high))
        self._place()

    def _follow(self) -> None:
        """Be usable or not, and say why not."""
        self.setToolTip(plain_tooltip(self._reason))
        self.setAccessibleDescription(self._reason)
        if self._reason:
            self._bar.setAccessibleDescription(self._reason)
        usable = not self._reason and not self._locked
        if not usable:
            self._bar.let_go()
        self.setEnabled(usable)
        for end in self.ends:
            end.setVisible(not self._reason)
        self._bar.update()

    def _place(self) -> None:
        """Lay the frames of the focus around the handles."""
        for end in self.ends:
            rect = self._bar.handle_rect(end.value()).toAlignedRect()
            end.setGeometry(rect.adjusted(-RING, -RING, RING, RING))
        self._bar.update()

    def _on_gripped(self, grip: Grip) -> None:
        if grip is not Grip.BOTH:
            self.ends[grip is Grip.HIGH].setFocus(Qt.FocusReason.MouseFocusReason)
        elif not any(end.hasFocus() for end in self.ends):
            self.ends[0].setFocus(Qt.FocusReason.MouseFocusReason)

    def _on_end(self) -> None:
        if not self._is_putting:
            self._edit(self.ends[0].value(), self.ends[1].value())

    def _edit(self, low: int, high: int) -> None:
        """The person wants these ends: show them, and tell of those that are new."""
        before = self._bar.ends
        if (low, high) == before:
            return
        self._put(low, high)
        pairs = zip(_ENDS, (low, high), before, strict=True)
        told = [(name, value) for name, value, former in pairs if value != former]
        if high > before[1]:
            told.reverse()  # so that the shortest is not above the longest in between, which could not be shown
        for name, value in told:
            self.edited.emit(name, value)
