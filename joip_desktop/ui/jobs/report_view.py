"""The report of a job: what became of each session, and why."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.domain.say import say, say_count
from joip_desktop.engine.history import History
from joip_desktop.engine.library import Library
from joip_desktop.engine.report import JobBook
from joip_desktop.engine.report_csv import ENCODING, report_csv, report_name
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.files import save
from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.messages import tell
from joip_desktop.ui.theme import without_icons
from joip_desktop.ui.wording import plain_tooltip, shown_text

_ORDER = (
    Outcome.FAILED,
    Outcome.CONFLICT,
    Outcome.REFUSED,
    Outcome.WAITING,
    Outcome.CANCELLED,
    Outcome.DONE,
    Outcome.UNCHANGED,
)
"""What needs attention first."""


class ReportDialog(QDialog):
    """Follows the job while it runs."""

    retry_wanted = Signal(object)
    """The ids of the sessions whose change failed."""

    discard_wanted = Signal(object)
    """The ids of the sessions whose held change is to be given up."""

    resolve_wanted = Signal()
    """The conflicts are to be decided."""

    undo_wanted = Signal(object)
    """The `Job` to undo; it is the next in turn."""

    def __init__(
        self,
        job: Job,
        *,
        jobs: JobBook,
        library: Library,
        history: History | None = None,
        discretion: Discretion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion or Discretion(self)
        self._job = job
        self._library = library
        self._history = history
        self._order: list[int] = []
        self._shown: list[tuple[int, Result]] = []
        self.setWindowTitle(say("Report"))
        self.resize(700, 440)
        self._summary = text_label()
        self._table = self._make_table()
        self.export_button = QPushButton(say("&Export…"))
        self.retry_button = QPushButton(say("Retry &failed"))
        self.discard_button = QPushButton(say("&Give up failed"))
        self.discard_button.setToolTip(say("Forget the changes that failed; the sessions show what the server has"))
        self.resolve_button = QPushButton(say("&Resolve…"))
        self.undo_button = QPushButton(say("&Undo"))
        self._lay_out()
        self.export_button.clicked.connect(self._ask_where)
        self.retry_button.clicked.connect(lambda: self.retry_wanted.emit(self._job.sessions(Outcome.FAILED)))
        self.discard_button.clicked.connect(lambda: self.discard_wanted.emit(self._job.sessions(Outcome.FAILED)))
        self.resolve_button.clicked.connect(self.resolve_wanted)
        self.undo_button.clicked.connect(lambda: self.undo_wanted.emit(self._job))
        self._stop_listening = [jobs.changed.add(self._on_job)]
        if history is not None:
            self._stop_listening.append(history.changed.add(lambda _: self._show_turn()))
        self._discretion.changed.connect(self._show_anew)
        self.finished.connect(self._close_listening)
        self._show()
        self._show_turn()

    def _close_listening(self) -> None:
        for stop in self._stop_listening:
            stop()

    def _on_job(self, job: Job) -> None:
        if job is self._job:
            self._show()

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show what is different; rows change places only when the job is over, not under the reader's eyes."""
        self._summary.setText(f"{self._job.title}: {self._job.summary()}")
        for button in (self.retry_button, self.discard_button):
            button.setEnabled(self._job.counts[Outcome.FAILED] > 0)
        self.resolve_button.setVisible(self._job.counts[Outcome.CONFLICT] > 0)
        results = self._job.results
        if self._job.is_over or len(self._order) != len(results):
            self._order = sorted(results, key=lambda session_id: _ORDER.index(results[session_id].outcome))
            self._table.setRowCount(len(self._order))
        shown = [(session_id, results[session_id]) for session_id in self._order]
        for row, (now, before) in enumerate(zip_longest(shown, self._shown)):
            if now != before:
                self._set_row(row, *now)
        self._shown = shown

    def _show_anew(self) -> None:
        """The same results are told in other words."""
        self._shown = []
        self._show()

    def _show_turn(self) -> None:
        """Actions are undone in order, the latest first."""
        action = None if self._history is None else self._history.to_undo
        in_turn = action is not None and action.job is self._job
        self.undo_button.setEnabled(in_turn)
        why_not = say("Only the latest action can be undone; see the history.")
        self.undo_button.setToolTip("" if in_turn else why_not)

    def _set_row(self, row: int, session_id: int, result: Result) -> None:
        # Of all sentences, those of failures alone repeat what the server said.
        failed, sentence = result.outcome is Outcome.FAILED, say(result.sentence)
        why = self._discretion.error_text(sentence) if failed else sentence
        name = self._discretion.session_name(self._library.last_known(session_id), session_id)
        outcome = say(result.outcome.value)
        texts = (name, f"{outcome[:1].upper()}{outcome[1:]}", why)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(shown_text(text))
            item.setToolTip(plain_tooltip(text))
            self._table.setItem(row, column, item)

    # --- the report as a file -----------------------------------------------------------------------------------------

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, say("Export the report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(say("Table (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.setDirectory(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        dialog.selectFile(report_name(self._job))
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def _export(self, path: str) -> None:
        """Write the whole file or none, and say which."""
        reason = save(Path(path), [report_csv(self._job, self._library).encode(ENCODING)])
        if not reason:
            told = say_count(
                "The results of {n} session are in {file}.",
                "The results of {n} sessions are in {file}.",
                len(self._job.results),
                file=Path(path).name,
            )
            tell(self, title=say("Exported"), text=told)
        else:
            told = say(
                "The file {file} can't be written ({why}). Choose another place.",
                file=Path(path).name,
                why=reason,
            )
            tell(self, title=say("Not exported"), text=told)

    # --- putting together ---------------------------------------------------------------------------------------------

    def _make_table(self) -> QTableWidget:
        table = _ResultTable(0, 3)
        table.setAccessibleName(say("Result of each session"))
        table.setHorizontalHeaderLabels([say("Session"), say("Result"), say("Why")])
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)  # or the keyboard never gets to the buttons
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 240)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        ways_on = (self.retry_button, self.discard_button, self.resolve_button)
        for button in (self.export_button, self.undo_button, *ways_on):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        without_icons(buttons)
        buttons.rejected.connect(self.reject)
        self.undo_button.setVisible(self._history is not None)
        layout = QVBoxLayout(self)
        for widget in (self._summary, self._table, buttons):
            layout.addWidget(widget)


class _ResultTable(QTableWidget):
    """Framed while it has the keyboard."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        frame_focus(self)
