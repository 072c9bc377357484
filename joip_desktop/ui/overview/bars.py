"""One chart: a title, and a button for each bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from joip_desktop.domain.say import number, say
from joip_desktop.engine.overview import Bar, Chart
from joip_desktop.ui.focus import ring
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import plain_tooltip

_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class BarButton(QAbstractButton):
    """A label, a bar in proportion, and the count; pressing it is the search. Without one it is only looked at."""

    stepped = Signal(int)
    """The arrow keys ask for the bar below (1) or above (-1)."""

    def __init__(self, bar: Bar, label: str, told: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = bar
        self._label = label
        self._colours: Colours | None = None
        self.longest = 1
        """The count of the chart's longest bar."""
        self.label_width = 0
        self.count_width = 0
        self.setAccessibleName(told)
        hint = say("Search for {search}", search=bar.search) if bar.search else ""
        self.setAccessibleDescription(hint)
        self.setToolTip(plain_tooltip("\n".join(filter(None, (told, hint)))).replace("\n", "<br>"))
        self.setEnabled(bool(bar.search))
        self.setCursor(Qt.CursorShape.PointingHandCursor if bar.search else Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @property
    def wanted_widths(self) -> tuple[int, int]:
        """Pixels that label and count need."""
        metrics = self.fontMetrics()
        texts = (self._label, number(self.bar.count))
        label, count = (metrics.horizontalAdvance(text) + metrics.averageCharWidth() // 2 for text in texts)
        return label, count

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        self.update()

    def sizeHint(self) -> QSize:
        """A line of text with some air, and a bar that can be told from others."""
        line = self.fontMetrics().lineSpacing()
        return QSize(self.label_width + self.count_width + 8 * line, line + SPACE)

    def minimumSizeHint(self) -> QSize:
        """The label gives way first."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from bar to bar, Enter is as good as Space."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts beside each other."""
        del event
        colours = self._colours
        if colours is None:
            return
        gap = SPACE
        room = self.rect().adjusted(gap // 2, 0, -gap // 2, 0)
        label = QRect(room)
        label.setWidth(min(self.label_width, room.width() // 2))
        count = QRect(room)
        count.setLeft(room.right() - self.count_width)
        track = QRect(room)
        track.setLeft(label.right() + gap)
        track.setRight(count.left() - gap)
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            painter.fillRect(self.rect(), QColor(colours.button))
        painter.setPen(QColor(colours.text if self.bar.count else colours.muted))
        text = self.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, label.width())
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.drawText(count, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number(self.bar.count))
        if self.bar.count:
            width = max(2, round(track.width() * self.bar.count / max(1, self.longest)))
            thickness = self.fontMetrics().ascent() - 2
            top = track.center().y() - thickness // 2
            painter.fillRect(QRect(track.left(), top, width, thickness), self.palette().color(QPalette.ColorRole.Link))
        painter.end()
        if self.hasFocus():
            ring(self, self.rect())

    def event(self, event: QEvent) -> bool:
        """What the mouse is over is drawn anew."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class ChartFrame(QFrame):
    """A chart. The Tab key enters it at one bar, from which the arrow keys go to the others."""

    search_wanted = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text_label(title)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._rest = text_label()
        self.bars: list[BarButton] = []
        self._colours: Colours | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._rest)
        self._layout.addStretch(1)
        self.setAccessibleName(title)

    def show_bars(self, chart: Chart, labels: list[tuple[str, str]], rest: str) -> None:
        """Show these bars; `labels` are what each is called, and what is said of it. The focus stays at its place."""
        at = next((place for place, bar in enumerate(self.bars) if bar.hasFocus()), None)
        for bar in self.bars:
            self._layout.removeWidget(bar)
            bar.setParent(None)
            bar.deleteLater()
        self.bars = [BarButton(bar, *told) for bar, told in zip(chart.bars, labels, strict=True)]
        for place, bar in enumerate(self.bars):
            self._layout.insertWidget(1 + place, bar)  # first, as it brings the font along
            bar.ensurePolished()
        for place, bar in enumerate(self.bars):
            bar.longest = max(one.bar.count for one in self.bars)
            bar.label_width = max(one.wanted_widths[0] for one in self.bars)
            bar.count_width = max(one.wanted_widths[1] for one in self.bars)
            bar.clicked.connect(lambda _=False, search=bar.bar.search: self.search_wanted.emit(search))
            bar.stepped.connect(lambda step, place=place: self._go(place, step))
            if self._colours is not None:
                bar.set_colours(self._colours)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._enter_at(0 if at is None else min(at, len(self.bars) - 1))
        if at is not None and self.bars:
            self.bars[min(at, len(self.bars) - 1)].setFocus()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        self.setStyleSheet(f"ChartFrame {{ background: {colours.base}; border: 1px solid {colours.border}; }}")
        self._rest.setStyleSheet(f"color: {colours.muted}")
        for bar in self.bars:
            bar.set_colours(colours)

    def _go(self, place: int, step: int) -> None:
        """To the next bar in this direction that can be pressed."""
        places = range(place + step, len(self.bars) if step > 0 else -1, step)
        target = next((one for one in places if self.bars[one].isEnabled()), None)
        if target is not None:
            self._enter_at(target)
            self.bars[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _enter_at(self, place: int) -> None:
        """Let the Tab key come in here."""
        for one, bar in enumerate(self.bars):
            bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == place else Qt.FocusPolicy.ClickFocus)
