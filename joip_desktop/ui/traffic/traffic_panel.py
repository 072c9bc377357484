"""The panel of what went over the wire: a table of requests, and what the chosen one sent and got."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.say import say
from joip_desktop.domain.traffic import Body, Exchange, hidden, no_curl, readable
from joip_desktop.engine.traffic import TrafficLog
from joip_desktop.ui.discretion import HIDDEN_VALUE, Discretion
from joip_desktop.ui.docks import ClosableDock
from joip_desktop.ui.jobs.views import ReadingTable, TallTabBar
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.traffic.traffic_model import WIDTHS, TrafficModel

_PATH: Final = 2
"""The column that takes the room that the others leave."""

_NARROWEST: Final = 60


class TrafficPanel(ClosableDock):
    """Reads the log while it is seen. In discreet mode it shows nothing of titles, prompts and pictures."""

    copy_wanted = Signal(object)
    """The `Exchange` whose request is wanted as a cURL command."""

    save_wanted = Signal(object)
    """The exchanges that are shown, the oldest first, as they may be seen."""

    def __init__(self, log: TrafficLog, *, discretion: Discretion, parent: QWidget | None = None) -> None:
        super().__init__("traffic", say("Traffic"), close=say("Close the traffic"), parent=parent)
        self._log = log
        self._discretion = discretion
        self._number = 0
        """Of the exchange that was chosen last."""

        self.model = TrafficModel(log, self)
        self.table = ReadingTable(
            self.model, name=say("Requests"), empty=say("No request passes the filter, or none has been sent yet.")
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(say("Filter, such as PATCH, 429 or 5xx"))
        self.search.setAccessibleName(say("Filter requests"))
        self.search.setClearButtonEnabled(True)
        self.failures = QCheckBox(say("Only failures"))
        self.told = text_label()
        self.request, self.answer = QPlainTextEdit(), QPlainTextEdit()
        self.tabs = QTabWidget()
        self.copy_button = QPushButton(say("Copy as cURL"))
        self.save_button = QPushButton(say("Save as HAR…"))
        self.clear_button = QPushButton(say("Clear"))
        self._lay_out()
        self._connect()
        self._show_chosen()

    @property
    def chosen(self) -> Exchange | None:
        """The exchange that the details and the buttons are about, as it may be seen."""
        index = self.table.currentIndex()
        return self._seen(self.model.exchange(index.row())) if index.isValid() else None

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self.model.stop()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        super().set_colours(colours)
        self.model.set_colours(colours)
        self.table.viewport().update()

    def _seen(self, exchange: Exchange | None) -> Exchange | None:
        if exchange is None or not self._discretion.on:
            return exchange
        return hidden(exchange, say(HIDDEN_VALUE))

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        exchange = self.chosen
        bodies = (None, None) if exchange is None else (exchange.request, exchange.answer)
        for view, body in zip((self.request, self.answer), bodies, strict=True):
            view.setPlainText("" if body is None else _told(body))
        self.told.setText("" if exchange is None else exchange.error)
        self.told.setVisible(bool(self.told.text()))
        why_not = "" if exchange is None else no_curl(exchange)
        self.copy_button.setEnabled(exchange is not None and not why_not)
        self.copy_button.setToolTip(why_not or say("With $JOIP_COOKIE in place of the cookie"))

    def _on_row(self) -> None:
        exchange = self.model.exchange(self.table.currentIndex().row())
        if exchange is not None:
            self._number = exchange.number
        self._show_chosen()

    def _choose_again(self) -> None:
        """What was chosen before the rows were read anew, if it is still among them."""
        if (row := self.model.row_of(self._number)) >= 0:
            self.table.selectRow(row)
        self._show_chosen()

    def _show_counts(self) -> None:
        self.save_button.setEnabled(self.model.rowCount() > 0)
        self.clear_button.setEnabled(bool(self._log.exchanges))

    def _on_visible(self, visible: bool) -> None:
        if visible:
            self.model.begin()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
        else:
            self.model.stop()

    def _filter(self) -> None:
        self.model.filter(self.search.text(), failures_only=self.failures.isChecked())

    def _save(self) -> None:
        self.save_wanted.emit([self._seen(one) for one in self.model.shown()])

    # --- putting together ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.failures.toggled.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        for changed in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            changed.connect(self._show_counts)
        self.model.modelReset.connect(self._choose_again)
        self._discretion.changed.connect(self._show_chosen)
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(self.chosen))
        self.save_button.clicked.connect(self._save)
        self.clear_button.clicked.connect(self._log.clear)
        self.visibilityChanged.connect(self._on_visible)
        self._show_counts()

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        for column, width in enumerate(WIDTHS):
            header.resizeSection(column, max(width, header.sectionSizeHint(column)))
        header.setSectionResizeMode(_PATH, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(_NARROWEST)
        bar = TallTabBar()
        bar.setAccessibleName(say("Request and answer"))
        self.tabs.setTabBar(bar)
        self.tabs.setDocumentMode(True)
        for view, name in ((self.request, say("Request")), (self.answer, say("Answer"))):
            view.setReadOnly(True)
            view.setTabChangesFocus(True)
            view.setUndoRedoEnabled(False)
            view.setAccessibleName(name)
            view.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            self.tabs.addTab(view, name)
        self.tabs.setCurrentWidget(self.answer)
        self.save_button.setToolTip(say("The requests that are shown, for other programs, without secrets"))
        self.clear_button.setToolTip(say("Forget all requests so far"))
        line = QHBoxLayout()
        for widget in (self.search, self.failures, self.copy_button, self.save_button, self.clear_button):
            line.addWidget(widget, int(widget is self.search))
        line.setContentsMargins(SPACE, SPACE // 2, SPACE, 0)
        details = QWidget()
        layout = QVBoxLayout(details)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.told)
        layout.addWidget(self.tabs, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.table)
        splitter.addWidget(details)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(splitter, 1)
        self.setWidget(inside)


def _told(body: Body) -> str:
    """A body to be read, and why it is not whole where it is not."""
    return "\n\n".join(filter(None, (readable(body), body.remark)))
