"""The page of figures: charts in as many columns as fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from joip_desktop.domain.say import say
from joip_desktop.engine.overview import Overview, Topic, surveying
from joip_desktop.engine.slices import in_slices
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.overview.bars import ChartFrame
from joip_desktop.ui.overview.words import TITLES, heading, label_of, left_out_text, spoken
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours

_SETTLE_MS: Final = 200
"""From a piece of news to counting, in case more comes."""

_CHART_CHARACTERS: Final = 46
"""The least width of a chart, in characters."""

_MOST_COLUMNS: Final = 3


class OverviewPage(QScrollArea):
    """Counts when it is seen, and again when the list changes."""

    search_wanted = Signal(str)
    """A bar was chosen: what it is a search for."""

    left = Signal()
    """The Escape key was pressed."""

    def __init__(
        self, workspace: Workspace, *, tasks: Tasks, category_name: Callable[[int], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._category_name = category_name
        self._is_counting = False
        self._is_stale = True
        self._columns = 0
        self.overview: Overview | None = None
        """What is shown; None before the first count."""
        self.heading = text_label(heading(0, is_counting=True))
        font = self.heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.heading.setFont(font)
        self._hint = text_label(say("Choose a bar to see its sessions in the list."))
        self.charts = {topic: ChartFrame(say(title)) for topic, title in TITLES.items()}
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE)
        for widget in (self.heading, self._hint):
            layout.addWidget(widget)
        layout.addLayout(self._grid)
        layout.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(say("Overview"))
        for chart in self.charts.values():
            chart.search_wanted.connect(self.search_wanted)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._count)
        self.close_listening = workspace.library.changed.add(lambda _: self.look_again())
        """Call it to listen to the engine no longer."""
        self._arrange()

    def look_again(self) -> None:
        """Something is different; it is counted when the page is seen."""
        self._is_stale = True
        if self.isVisible() and not self._settle.isActive():
            self._settle.start()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._hint.setStyleSheet(f"color: {colours.muted}")
        for chart in self.charts.values():
            chart.set_colours(colours)

    def first_bar(self) -> QWidget:
        """Where the keyboard begins."""
        bars = [bar for chart in self.charts.values() for bar in chart.bars if bar.isEnabled()]
        return bars[0] if bars else self

    def _count(self) -> None:
        """In slices. What changes meanwhile is counted afterwards: steady news would let no count end."""
        if self._is_counting:
            return
        self._is_stale, self._is_counting = False, True
        self._tasks.spawn(self._count_and_show(), name="count for the overview")

    async def _count_and_show(self) -> None:
        try:
            self._show(await in_slices(surveying(list(self._workspace.library))))
        finally:
            self._is_counting = False
        if self._is_stale and self.isVisible():
            self._settle.start()

    def _show(self, overview: Overview) -> None:
        self.overview = overview
        self.heading.setText(heading(overview.sessions, is_counting=False))
        for part in (self._hint, *self.charts.values()):
            part.setVisible(overview.sessions > 0)
        for chart in overview.charts:
            labels = [label_of(chart.topic, bar, self._category_name) for bar in chart.bars]
            told = [
                (label, spoken(label, bar, overview.sessions)) for label, bar in zip(labels, chart.bars, strict=True)
            ]
            self.charts[chart.topic].show_bars(chart, told, left_out_text(chart))

    # --- Qt's own -----------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Count what has become out of date while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._settle.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer charts stand beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        least = self.fontMetrics().averageCharWidth() * _CHART_CHARACTERS
        columns = max(1, min(_MOST_COLUMNS, self.viewport().width() // least))
        if columns == self._columns:
            return
        self._columns = columns
        for place, topic in enumerate(Topic):
            self._grid.addWidget(self.charts[topic], place // columns, place % columns)
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))
