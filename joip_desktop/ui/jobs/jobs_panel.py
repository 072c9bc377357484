"""The panel of what is being done and has been done: jobs, the history to go back in, and notes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.say import later, say
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.docks import ClosableDock
from joip_desktop.ui.jobs.history_view import HistoryView
from joip_desktop.ui.jobs.jobs_model import JOB_COLUMNS, PROGRESS, JobsModel
from joip_desktop.ui.jobs.notes_model import NotesModel
from joip_desktop.ui.jobs.views import ProgressDelegate, ReadingTable, TallTabBar
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import quota_text

_TICK_MS: Final = 1000
_PAUSE, _RESUME = later("Pause sending"), later("Resume sending")
_HISTORY_HELP: Final = later(
    "Enter or a double click undoes or redoes everything up to a row. What has been undone is dimmed."
)


class JobsPanel(ClosableDock):
    """Reads the workspace; every number in it is the engine's. It belongs at the bottom."""

    cancel_wanted = Signal(object)
    """The `Job` to cancel."""

    report_wanted = Signal(object)
    """The `Job` whose report is wanted."""

    retry_wanted = Signal(object)
    """The ids of the sessions whose change failed."""

    pause_wanted = Signal(bool)
    """Stop sending, or go on."""

    def __init__(
        self,
        workspace: Workspace,
        undo_stack: QUndoStack,
        *,
        discretion: Discretion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("jobs", say("Jobs and History"), close=say("Close jobs and history"), parent=parent)
        self._workspace = workspace
        self._seen = False
        self._follows_latest = True
        self._jobs = JobsModel(workspace, self)
        self._notes = NotesModel(workspace.notes, workspace.library, self, discretion=discretion)
        self.table = ReadingTable(self._jobs, name=say("Jobs"), empty=say("Nothing has been sent yet."))
        self.history = HistoryView(undo_stack)
        self.notes = ReadingTable(
            self._notes,
            name=say("Notes"),
            empty=say("What changes without your doing is noted here, such as edits made elsewhere."),
        )
        self.quota = text_label()
        self.pause_button = QPushButton(say(_RESUME))
        self.cancel_button = QPushButton(say("Cancel job"))
        self.report_button = QPushButton(say("Report…"))
        self.retry_button = QPushButton(say("Retry failed"))
        self._tabs = QTabWidget()
        self._lay_out()
        # Runs only while somebody sees something that time changes, so that an idle window stays idle.
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._connect()
        self._choose_latest()
        self._show_buttons()
        self._show_state()

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self._clock.stop()
        for model in (self._jobs, self._notes):
            model.close_listening()
        self.history.close_listening()
        self._stop_listening()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        super().set_colours(colours)
        self._jobs.set_colours(colours)
        self.table.viewport().update()

    @property
    def job(self) -> Job | None:
        """The job that the buttons are about."""
        index = self.table.currentIndex()
        return self._jobs.job(index.row()) if index.isValid() else None

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        """Whether sending is paused, and what the limit leaves."""
        paused, quota = self._workspace.sender.paused, self._workspace.quota
        told = [say("Sending is paused")] * paused + [quota_text(quota, self._workspace.next_change_in)]
        self.quota.setText(" · ".join(filter(None, told)))
        self.pause_button.setText(say(_RESUME) if paused else say(_PAUSE))
        if self._seen:
            self._jobs.time_passed()
        self._mind_clock()

    def _mind_clock(self) -> None:
        quota = self._workspace.quota
        moves = bool(self._workspace.outbox.waiting) or quota.remaining != quota.limit
        if not self._seen or not moves:
            self._clock.stop()
        elif not self._clock.isActive():
            self._clock.start()

    def _show_buttons(self) -> None:
        job = self.job
        self.cancel_button.setEnabled(job is not None and not job.is_over)
        self.report_button.setEnabled(job is not None)
        self.retry_button.setEnabled(job is not None and job.counts[Outcome.FAILED] > 0)

    def _on_refreshed(self) -> None:
        self._show_buttons()
        self._mind_clock()

    def _show_note_count(self) -> None:
        count = self._notes.rowCount()
        told = say("Notes ({count})", count=count) if count else say("Notes")
        self._tabs.setTabText(self._tabs.indexOf(self.notes), told)

    def _on_visible(self, visible: bool) -> None:
        self._seen = visible
        self._show_state()

    # --- the job that is chosen ---------------------------------------------------------------------------------------

    def _before_new(self) -> None:
        """Whoever looks at the latest job wants to see the next one, too, unless they are at the keyboard in there."""
        self._follows_latest = self.table.currentIndex().row() <= 0 and not self.table.hasFocus()

    def _after_new(self) -> None:
        if self._follows_latest or self.job is None:
            self._choose_latest()
        self._show_buttons()

    def _choose_latest(self) -> None:
        if self._jobs.rowCount():
            self.table.selectRow(0)

    def _on_activated(self, index: QModelIndex) -> None:
        self.report_wanted.emit(self._jobs.job(index.row()))

    def _retry(self) -> None:
        if (job := self.job) is not None:
            self.retry_wanted.emit(job.sessions(Outcome.FAILED))

    # --- putting together ---------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._jobs.rowsAboutToBeInserted.connect(self._before_new)
        self._jobs.rowsInserted.connect(self._after_new)
        self._jobs.refreshed.connect(self._on_refreshed)
        self._notes.rowsInserted.connect(self._show_note_count)
        self._notes.rowsRemoved.connect(self._show_note_count)
        self._show_note_count()
        self.table.selectionModel().currentRowChanged.connect(self._show_buttons)
        self.table.activated.connect(self._on_activated)
        self.pause_button.clicked.connect(lambda: self.pause_wanted.emit(not self._workspace.sender.paused))
        self.cancel_button.clicked.connect(lambda: self.cancel_wanted.emit(self.job))
        self.report_button.clicked.connect(lambda: self.report_wanted.emit(self.job))
        self.retry_button.clicked.connect(self._retry)
        self._clock.timeout.connect(self._show_state)
        self.visibilityChanged.connect(self._on_visible)
        self._stop_listening = self._workspace.changed.add(lambda _: self._show_state())

    def _lay_out(self) -> None:
        self._size_columns()
        self.pause_button.setMinimumWidth(self.pause_button.sizeHint().width())  # of its longer text
        for button, told in (
            (self.pause_button, say("Of all jobs; what is on its way ends as it will")),
            (self.cancel_button, say("Take back what of the chosen job has not been sent")),
            (self.report_button, say("What became of each session of the chosen job")),
            (self.retry_button, say("Send the failed changes of the chosen job again")),
        ):
            button.setToolTip(told)
        buttons = QHBoxLayout()
        buttons.addWidget(self.quota, 1)
        for button in (self.pause_button, self.cancel_button, self.report_button, self.retry_button):
            buttons.addWidget(button)
        jobs, history = QWidget(), QWidget()
        layout = QVBoxLayout(jobs)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(buttons)
        buttons.setContentsMargins(SPACE, 0, SPACE, SPACE // 2)
        layout = QVBoxLayout(history)
        layout.setContentsMargins(0, SPACE // 2, 0, 0)
        help_label = text_label(say(_HISTORY_HELP))
        help_label.setContentsMargins(SPACE, 0, SPACE, 0)
        layout.addWidget(help_label)
        layout.addWidget(self.history, 1)
        bar = TallTabBar()
        bar.setAccessibleName(say("Jobs, history and notes"))
        self._tabs.setTabBar(bar)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(jobs, say("Jobs"))
        self._tabs.addTab(history, say("History"))
        self._tabs.addTab(self.notes, say("Notes"))
        self.setWidget(self._tabs)

    def _size_columns(self) -> None:
        header = self.table.horizontalHeader()
        for position, column in enumerate(JOB_COLUMNS):
            header.resizeSection(position, column.width)
        header.setStretchLastSection(True)
        self.table.setItemDelegateForColumn(PROGRESS, ProgressDelegate(self.table))
        notes = self.notes.horizontalHeader()
        notes.resizeSection(0, JOB_COLUMNS[-1].width)
        notes.resizeSection(1, JOB_COLUMNS[0].width)
        notes.setStretchLastSection(True)
