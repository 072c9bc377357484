"""The bar of the interval slider: two handles, moved by the mouse, at whole seconds within the limits."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QStyle, QStyleOptionSlider, QStylePainter, QWidget
from superqt import QRangeSlider

from joip_desktop.domain.fields import FIELDS
from joip_desktop.ui.theme import SPACE

LEAST: Final = FIELDS["interval_min"].minimum or 0
MOST: Final = FIELDS["interval_max"].maximum or 0
"""The limits of both ends, in seconds."""

RING: Final = 2
"""Width of the frame around the end that has the keyboard."""


class Grip(Enum):
    """What of the slider moves."""

    LOW = auto()
    HIGH = auto()
    BOTH = auto()


def moved(low: int, high: int, grip: Grip, by: int) -> tuple[int, int]:
    """The ends after a move: within the limits, none past the other, and as far apart as before where both move."""
    match grip:
        case Grip.LOW:
            return min(max(low + by, LEAST), high), high
        case Grip.HIGH:
            return low, max(min(high + by, MOST), low)
        case Grip.BOTH:
            by = min(max(by, LEAST - low), MOST - high)
            return low + by, high + by


class RangeBar(QRangeSlider):
    """superqt's slider with two handles, painted in the palette's colours.

    superqt moves a handle that is pressed beside its middle, takes the lower of two handles that overlap, lets handles
    never meet, and scrolls both without the focus; so the mouse is dealt with here.
    """

    gripped = Signal(object)
    """The `Grip` that the mouse has taken."""

    dragged = Signal(int, int)
    """The ends that the mouse wants."""

    laid_out = Signal()
    """Handles have other places."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.is_empty = True
        """Whether there are no ends to show."""
        self._grip: Grip | None = None
        self._grabbed = (0.0, LEAST, LEAST)
        super().__init__(Qt.Orientation.Horizontal, parent)  # type: ignore[no-untyped-call]
        self.setRange(LEAST, MOST)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def ends(self) -> tuple[int, int]:
        """Where the handles stand."""
        low, high = cast("tuple[int, int]", self.value())
        return low, high

    def middle(self, seconds: int) -> QPointF:
        """The middle of a handle that stands at this value."""
        groove, handle, option = self._geometry()
        room = groove.width() - handle.width()
        along = room * (seconds - LEAST) / (MOST - LEAST)
        x = groove.left() + handle.width() / 2 + (room - along if option.upsideDown else along)
        return QPointF(x, handle.center().y())

    def handle_rect(self, seconds: int) -> QRectF:
        """A handle that stands at this value."""
        rect = self._geometry()[1]
        rect.moveCenter(self.middle(seconds))
        return rect

    def let_go(self) -> None:
        """The mouse holds nothing any more."""
        if self._grip is not None:
            self._grip = None
            self.setSliderDown(False)
            self.update()

    def grip_at(self, x: float) -> Grip:
        """What a press there takes: the nearer of two handles, of two at the limit the one that can go back."""
        low, high = self.ends
        towards = self._seconds_between(self.middle(low).x(), x)
        if low == high and low in (LEAST, MOST):
            return Grip.HIGH if low == LEAST else Grip.LOW
        beyond = self._seconds_between(self.middle(high).x(), x)
        reach = self.handle_rect(low).width() / 2
        is_on_handle = min(abs(x - self.middle(low).x()), abs(x - self.middle(high).x())) <= reach
        if not is_on_handle and towards > 0 > beyond:
            return Grip.BOTH
        return Grip.LOW if towards + beyond < 0 else Grip.HIGH

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what is there; a press beside the bar brings its nearer end."""
        if event.button() is not Qt.MouseButton.LeftButton or self.is_empty:
            event.ignore()
            return
        event.accept()
        x = event.position().x()
        grip = self._grip = self.grip_at(x)
        self.setSliderDown(True)
        self.gripped.emit(grip)
        low, high = self.ends
        end = high if grip is Grip.HIGH else low
        if grip is not Grip.BOTH and not self.handle_rect(end).contains(QPointF(x, self.middle(end).y())):
            low, high = moved(low, high, grip, round(self._seconds_between(self.middle(end).x(), x)))
            self.dragged.emit(low, high)
        self._grabbed = (x, low, high)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what was taken, as far as the mouse has moved."""
        if self._grip is None:
            event.ignore()
            return
        event.accept()
        start, low, high = self._grabbed
        by = round(self._seconds_between(start, event.position().x()))
        low, high = moved(low, high, self._grip, by)
        now_low, now_high = self.ends  # the end that is not held may have become another one meanwhile
        if self._grip is Grip.LOW:
            low, high = min(low, now_high), now_high
        elif self._grip is Grip.HIGH:
            low, high = now_low, max(high, now_low)
        self.dragged.emit(low, high)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        event.accept()
        self.let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The parent's, or that of what scrolls it."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the handles have moved."""
        super().resizeEvent(event)
        self.laid_out.emit()

    def sizeHint(self) -> QSize:
        """With room for the frame around a handle."""
        return super().sizeHint() + QSize(0, 2 * RING + 4)

    def minimumSizeHint(self) -> QSize:
        """As high, and narrow."""
        return QSize(10 * SPACE, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The groove; with values, the bar and its handles."""
        del event
        painter = QStylePainter(self)
        groove, _, option = self._geometry()
        option.subControls = QStyle.SubControl.SC_SliderGroove
        option.sliderPosition = option.maximum if option.upsideDown else option.minimum  # nothing of it is filled
        option.sliderValue = option.sliderPosition
        painter.drawComplexControl(QStyle.ComplexControl.CC_Slider, option)
        if not self.is_empty:
            low, high = self.ends
            bar = QRectF(self.middle(low), self.middle(high)).normalized()
            role = QPalette.ColorRole.Highlight if self.isEnabled() else QPalette.ColorRole.PlaceholderText
            painter.fillRect(QRectF(bar.left(), groove.center().y() - 2, bar.width(), 5), self.palette().color(role))
            self._paint_handles(painter, option)
        painter.end()

    def _paint_handles(self, painter: QStylePainter, option: QStyleOptionSlider) -> None:
        option.subControls = QStyle.SubControl.SC_SliderHandle
        for value, grip in zip(self.ends, (Grip.LOW, Grip.HIGH), strict=True):
            option.sliderPosition = round((value - LEAST) / (MOST - LEAST) * option.maximum)
            option.state &= ~QStyle.StateFlag.State_Sunken
            if self._grip in (grip, Grip.BOTH):
                option.state |= QStyle.StateFlag.State_Sunken
            painter.drawComplexControl(QStyle.ComplexControl.CC_Slider, option)

    def _geometry(self) -> tuple[QRectF, QRectF, QStyleOptionSlider]:
        """Groove and first handle, and the option that they were asked with."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        option.sliderPosition = option.minimum
        control, style = QStyle.ComplexControl.CC_Slider, self.style()
        groove = style.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = style.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        return QRectF(groove), QRectF(handle), option

    def _seconds_between(self, start: float, end: float) -> float:
        first, last = self.middle(LEAST).x(), self.middle(MOST).x()
        return (end - start) / ((last - first) or 1.0) * (MOST - LEAST)
