"""The report of a job: what became of each session, and why."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.job import Job, Outcome, Result
from joip_desktop.engine.library import Library
from joip_desktop.engine.report import JobBook
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

    def __init__(self, job: Job, *, jobs: JobBook, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._library = library
        self._order: list[int] = []
        self._shown: list[tuple[int, Result]] = []
        self.setWindowTitle("Report")
        self.resize(620, 420)
        self._summary = QLabel()
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self._table = QTableWidget(0, 3)
        self._table.setAccessibleName("Result of each session")
        self._table.setHorizontalHeaderLabels(["Session", "Result", "Why"])
        self._table.verticalHeader().hide()
        self._table.setTabKeyNavigation(False)  # or the keyboard never gets to the buttons
        self._table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 240)
        header.setStretchLastSection(True)
        self.retry_button = QPushButton("Retry failed")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.retry_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.retry_button.clicked.connect(lambda: self.retry_wanted.emit(self._job.sessions(Outcome.FAILED)))
        layout = QVBoxLayout(self)
        for widget in (self._summary, self._table, buttons):
            layout.addWidget(widget)
        stop = jobs.changed.add(self._on_job)
        self.finished.connect(lambda _: stop())
        self._show()

    def _on_job(self, job: Job) -> None:
        if job is self._job:
            self._show()

    def _show(self) -> None:
        """Show what is different; rows change places only when the job is over, not under the reader's eyes."""
        self._summary.setText(f"{self._job.title}: {self._job.summary()}")
        self.retry_button.setEnabled(self._job.counts[Outcome.FAILED] > 0)
        results = self._job.results
        if self._job.is_over or len(self._order) != len(results):
            self._order = sorted(results, key=lambda session_id: _ORDER.index(results[session_id].outcome))
            self._table.setRowCount(len(self._order))
        shown = [(session_id, results[session_id]) for session_id in self._order]
        for row, (now, before) in enumerate(zip_longest(shown, self._shown)):
            if now != before:
                self._set_row(row, *now)
        self._shown = shown

    def _set_row(self, row: int, session_id: int, result: Result) -> None:
        for column, text in enumerate((self._title(session_id), result.outcome.value.capitalize(), result.sentence)):
            item = QTableWidgetItem(shown_text(text))
            item.setToolTip(plain_tooltip(text))
            self._table.setItem(row, column, item)

    def _title(self, session_id: int) -> str:
        session = self._library.get(session_id)
        title = session.title if session is not None else None
        return title if isinstance(title, str) and title else f"Session {session_id}"
