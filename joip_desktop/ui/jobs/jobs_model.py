"""The table of jobs: Qt's view of the engine's book of jobs, the latest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor

from joip_desktop.domain.job import Job, Outcome
from joip_desktop.domain.say import later, number, say, tenths
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.theme import LIGHT, Colours
from joip_desktop.ui.wording import about, local_time, plain_tooltip

Index = QModelIndex | QPersistentModelIndex

PROGRESS_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Of a progress cell: the part that is settled, 0 to 1, while the job runs; else None."""

COALESCE_MS: Final = 250
"""A job of thousands of sessions tells of each of them; its row changes no more often than this."""

_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class JobColumn:
    """A column: its header, to be said where it is shown, its text of a job, its width in device-independent pixels."""

    header: str
    text: Callable[[Job, Workspace], str]
    width: int


def rate_text(rate: float | None) -> str:
    """Changes per minute: "6.7 per min"; "" where nobody can tell."""
    if rate is None:
        return ""
    told = tenths(rate) if rate < 10 else number(round(rate))  # noqa: PLR2004 - two digits tell enough
    return say("{rate} per min", rate=told)


def _progress(job: Job, _workspace: Workspace) -> str:
    return say("{done} of {all}", done=job.settled, all=job.requests) if job.requests else say("Nothing to send")


def _rate(job: Job, workspace: Workspace) -> str:
    still = job.is_over or workspace.sender.paused or workspace.trouble is not None
    return "" if still else rate_text(workspace.rate())


def _time_left(job: Job, workspace: Workspace) -> str:
    if job.is_over:
        return ""
    if workspace.sender.paused:
        return say("Paused")
    if workspace.trouble is not None:
        return say("Waiting")
    left = workspace.seconds_left(job)
    return about(left) if left >= 1 else ""


JOB_COLUMNS: Final[Sequence[JobColumn]] = (
    JobColumn(later("Action"), lambda job, _: job.title, 200),
    JobColumn(later("Progress"), _progress, 120),
    JobColumn(later("Result"), lambda job, _: job.summary(), 300),
    JobColumn(later("Rate"), _rate, 90),
    JobColumn(later("Time left"), _time_left, 110),
    JobColumn(later("Begun"), lambda job, _: local_time(job.head.begun_at.isoformat()), 140),
)
ACTION, PROGRESS, RESULT, RATE, TIME_LEFT, BEGUN = range(len(JOB_COLUMNS))


class JobsModel(QAbstractTableModel):
    """Rows are jobs, columns are `JOB_COLUMNS`; roles that nobody set answer None at once."""

    refreshed = Signal()
    """Rows have been brought up to date, all that were to be at once."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._colours = LIGHT
        self._jobs = list(workspace.jobs.jobs.values())
        self._places = {job.id: place for place, job in enumerate(self._jobs)}
        self._stale: set[int] = set()
        self._running_stale = False
        self._by_role: Mapping[int, Callable[[Job, int], Any]] = {
            _Role.DisplayRole: self._text,
            _Role.ToolTipRole: lambda job, column: plain_tooltip(self._text(job, column)),
            _Role.ForegroundRole: self._foreground,
            PROGRESS_ROLE: self._progress,
        }
        self.coalescing = QTimer(self)
        self.coalescing.setSingleShot(True)
        self.coalescing.setInterval(COALESCE_MS)
        self.coalescing.timeout.connect(self._refresh)
        self._stop_listening = [
            workspace.jobs.opened.add(self._on_opened),
            workspace.jobs.changed.add(self._on_changed),
        ]

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self.coalescing.stop()
        for stop in self._stop_listening:
            stop()

    def job(self, row: int) -> Job:
        """The job in a row."""
        return self._jobs[-1 - row]

    def set_colours(self, colours: Colours) -> None:
        """Paint in the colours of another appearance."""
        self._colours = colours

    def time_passed(self) -> None:
        """For jobs that run, rate and time left may be different, or sending goes on or not."""
        self._running_stale = True
        self._refresh_soon()

    # --- what Qt asks -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's names
        return 0 if parent.isValid() else len(self._jobs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(JOB_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:  # noqa: D102
        shown = orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return say(JOB_COLUMNS[section].header) if shown else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, D102 - as Qt has it
        answer = self._by_role.get(role)
        return None if answer is None or not index.isValid() else answer(self.job(index.row()), index.column())

    def _text(self, job: Job, column: int) -> str:
        return JOB_COLUMNS[column].text(job, self._workspace)

    def _foreground(self, job: Job, column: int) -> QColor | None:
        if column != RESULT:
            return None
        if job.counts[Outcome.FAILED]:
            return QColor(self._colours.error)
        return QColor(self._colours.conflict) if job.counts[Outcome.CONFLICT] else None

    def _progress(self, job: Job, column: int) -> float | None:
        return None if column != PROGRESS or job.is_over else job.settled / job.requests

    # --- what the engine tells ----------------------------------------------------------------------------------------

    def _on_opened(self, job: Job) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._places[job.id] = len(self._jobs)
        self._jobs.append(job)
        self.endInsertRows()

    def _on_changed(self, job: Job) -> None:
        self._stale.add(job.id)
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        if not self.coalescing.isActive():
            self.coalescing.start()

    def _refresh(self) -> None:
        stale, self._stale = self._stale, set()
        for job_id in stale:
            row = self._row(job_id)
            self._tell(row, row, ACTION, BEGUN)
        if self._running_stale:
            self._running_stale = False
            if rows := [self._row(job.id) for job in self._workspace.jobs.running()]:
                self._tell(min(rows), max(rows), RATE, TIME_LEFT)
        self.refreshed.emit()

    def _row(self, job_id: int) -> int:
        return len(self._jobs) - 1 - self._places[job_id]

    def _tell(self, top: int, bottom: int, left: int, right: int) -> None:
        self.dataChanged.emit(self.index(top, left), self.index(bottom, right))
