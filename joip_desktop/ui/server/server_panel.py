"""The panel of the demo's server: what it is and does, what goes wrong on purpose, and what it was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.say import later, number, say, say_count
from joip_desktop.ui.docks import ClosableDock
from joip_desktop.ui.jobs.views import ReadingTable
from joip_desktop.ui.labels import name_box, text_label
from joip_desktop.ui.server.demo_server import DemoServer, Limit
from joip_desktop.ui.server.fault_choices import FAULTS, Often, rules
from joip_desktop.ui.server.requests_model import PATH, WIDTHS, RequestsModel
from joip_desktop.ui.theme import SPACE, Colours, palette_of_boxes

MANY: Final = 10_000
"""So many sessions are made by the button."""

_LOOK_MS: Final = 400
_LONGEST_DELAY: Final = 60.0
_NARROWEST: Final = 60
_LIMITS: Final[Mapping[Limit, str]] = {
    Limit.SITE: later("100 requests in 15 minutes, as the site"),
    Limit.FASTER: later("100 requests in 15 seconds"),
    Limit.OFF: later("No limit"),
}


class ServerPanel(ClosableDock):
    """Looks at the server while it is seen; what is chosen here counts at once."""

    start_wanted = Signal()
    stop_wanted = Signal()
    reset_wanted = Signal()
    many_wanted = Signal()
    edit_wanted = Signal()
    address_wanted = Signal()
    cookie_wanted = Signal()

    def __init__(self, server: DemoServer, *, parent: QWidget | None = None) -> None:
        super().__init__("server", say("Demo server"), close=say("Close the demo server's panel"), parent=parent)
        self._server = server
        self._busy = 0
        self._has_one = False
        self.told = text_label()
        self.start_button = QPushButton()
        self.address_button = QPushButton(say("Copy Address"))
        self.cookie_button = QPushButton(say("Copy Cookie"))
        self.limit = QComboBox()
        self.delay = QDoubleSpinBox()
        self.reset_button = QPushButton(say("Reset Data…"))
        self.many_button = QPushButton(say("Make {n} Sessions…", n=number(MANY)))
        self.edit_button = QPushButton(say("Pretend Another Device Edited This Session"))
        self.faults = QListWidget()
        self.often = QComboBox()
        self.model = RequestsModel()
        self.table = ReadingTable(self.model, name=say("Requests that the server saw"), empty=say("No request yet."))
        self.clear_button = QPushButton(say("Clear"))
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._fill()
        self._lay_out()
        self._connect()
        self.look()

    @property
    def chosen(self) -> set[int]:
        """The places of the faults that are ticked."""
        items = [self.faults.item(row) for row in range(self.faults.count())]
        return {row for row, item in enumerate(items) if item.checkState() is Qt.CheckState.Checked}

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        super().set_colours(colours)
        # Boxes in a list have its own ground, on which they can't be seen in the dark; so it has that of other boxes.
        self.faults.setPalette(palette_of_boxes(colours))

    def show_selection(self, selected: Sequence[int]) -> None:
        """After other sessions were selected."""
        self._has_one = len(selected) == 1
        self._show_buttons()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """While the server starts, stops or makes data, nothing else can be asked of it.

        The keyboard, which Qt takes from a button that can't be used, is back on it afterwards.
        """
        pressed = QApplication.focusWidget()
        self._busy += 1
        self._show_buttons()
        moved = QApplication.focusWidget()
        try:
            yield
        finally:
            self._busy -= 1
            self.look()
            if pressed is not None and pressed is not moved is QApplication.focusWidget():
                pressed.setFocus()

    # --- what is shown ------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Show what has happened since the last look."""
        self.model.add(self._server.requests_after(self.model.latest))
        self._show_state()
        self._show_buttons()
        self._show_met()

    def _show_state(self) -> None:
        server = self._server
        if not server.is_running:
            self.told.setText(say("Stopped. It answered at {address}.", address=server.address))
            return
        told = say("Running at {address}", address=server.address)
        if self.limit.currentData() is not Limit.OFF:
            told += "\n" + say_count("{n} request is left", "{n} requests are left", server.tokens)
        self.told.setText(told)

    def _show_buttons(self) -> None:
        running, free = self._server.is_running, not self._busy
        self.start_button.setText(say("Stop") if running else say("Start"))
        self.start_button.setEnabled(free)
        for button in (self.reset_button, self.many_button):
            button.setEnabled(running and free)
        self.edit_button.setEnabled(running and free and self._has_one)
        why_not = "" if self._has_one else say("Select one session first.")
        self.edit_button.setToolTip(why_not or say("Change its title on the server, as if from somewhere else"))
        self.cookie_button.setEnabled(running)
        self.clear_button.setEnabled(self.model.rowCount() > 0)

    def _show_met(self) -> None:
        """Beside each fault that is ticked, how many requests have met it."""
        met = dict(zip(sorted(self.chosen), self._server.faults_met(), strict=False))
        for row, choice in enumerate(FAULTS):
            title, count = say(choice.title), met.get(row, 0)
            text = say("{fault} ({n} so far)", fault=title, n=number(count)) if count else title
            if (item := self.faults.item(row)).text() != text:
                with QSignalBlocker(self.faults):
                    item.setText(text)

    # --- what is chosen -----------------------------------------------------------------------------------------------

    def _choose_faults(self) -> None:
        self._server.set_faults(rules(self.chosen, self.often.currentData()))
        self._show_met()

    def _choose_limit(self) -> None:
        self._server.set_limit(self.limit.currentData())
        self._show_state()

    def _start_or_stop(self) -> None:
        (self.stop_wanted if self._server.is_running else self.start_wanted).emit()

    def _on_visible(self, visible: bool) -> None:
        if visible:
            self.look()
            self._timer.start()
        else:
            self._timer.stop()

    # --- putting together ---------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        for limit, text in _LIMITS.items():
            self.limit.addItem(say(text), limit)
        self.delay.setRange(0, _LONGEST_DELAY)
        self.delay.setDecimals(1)
        self.delay.setSingleStep(0.5)
        self.delay.setSuffix(" " + say("s"))
        self.delay.setAccessibleName(say("Delay of each answer"))
        for often in Often:
            self.often.addItem(say(often.value), often)
        self.often.setCurrentIndex(list(Often).index(Often.THIRD))
        self.faults.setAccessibleName(say("Faults"))
        self.faults.setSpacing(1)
        self.faults.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        for choice in FAULTS:
            item = QListWidgetItem(say(choice.title), self.faults)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)

    def _connect(self) -> None:
        self.start_button.clicked.connect(self._start_or_stop)
        for button, wanted in (
            (self.address_button, self.address_wanted),
            (self.cookie_button, self.cookie_wanted),
            (self.reset_button, self.reset_wanted),
            (self.many_button, self.many_wanted),
            (self.edit_button, self.edit_wanted),
        ):
            button.clicked.connect(wanted)
        self.clear_button.clicked.connect(self.model.clear)
        self.clear_button.clicked.connect(self._show_buttons)
        self.limit.currentIndexChanged.connect(self._choose_limit)
        self.delay.valueChanged.connect(self._server.set_delay)
        self.faults.itemChanged.connect(self._choose_faults)
        self.often.currentIndexChanged.connect(self._choose_faults)
        self._timer.timeout.connect(self.look)
        self.visibilityChanged.connect(self._on_visible)

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        for part, stretch in ((self._server_part(), 3), (self._faults_part(), 3), (self._requests_part(), 5)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setChildrenCollapsible(False)
        self.setWidget(splitter)

    def _server_part(self) -> QWidget:
        """What it is, and how it is set; scrolls where the panel is low."""
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE)
        layout.addWidget(self.told)
        line = QHBoxLayout()
        for button in (self.start_button, self.address_button, self.cookie_button):
            line.addWidget(button)
        line.addStretch(1)
        layout.addLayout(line)
        form = QFormLayout()
        form.addRow(say("Limit"), self.limit)
        form.addRow(say("Delay"), self.delay)
        name_box(self.limit, say("Limit of requests"))
        layout.addLayout(form)
        data = QGridLayout()
        data.addWidget(self.reset_button, 0, 0)
        data.addWidget(self.many_button, 0, 1)
        data.addWidget(self.edit_button, 1, 0, 1, 2)
        layout.addLayout(data)
        layout.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMinimumWidth(inside.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        return area

    def _faults_part(self) -> QWidget:
        line = QHBoxLayout()
        line.addWidget(QLabel(say("Met by")))
        line.addWidget(self.often, 1)
        bar = self.faults.verticalScrollBar().sizeHint().width()
        self.faults.setMinimumWidth(self.faults.sizeHintForColumn(0) + bar + SPACE)
        part = _column(line, self.faults)
        name_box(self.often, say("Which requests meet the faults"))
        return part

    def _requests_part(self) -> QWidget:
        header = self.table.horizontalHeader()
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        header.setSectionResizeMode(PATH, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(_NARROWEST)
        line = QHBoxLayout()
        line.addWidget(QLabel(say("Requests, without pictures")), 1)
        line.addWidget(self.clear_button)
        return _column(line, self.table)


def _column(line: QHBoxLayout, below: QWidget) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(SPACE // 2, SPACE // 2, SPACE // 2, 0)
    layout.addLayout(line)
    layout.addWidget(below, 1)
    return part
