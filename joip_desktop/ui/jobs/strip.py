"""The strip at the bottom: connection, requests left, what is being sent, and the brake."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from joip_desktop.domain.errors import SignInNeededError, TransportError
from joip_desktop.domain.job import Job
from joip_desktop.domain.say import say, say_count
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.elided_label import ElidedLabel
from joip_desktop.ui.theme import SPACE
from joip_desktop.ui.wording import about, quota_text, waiting_text

_TICK_MS = 1000
_SLOW_TICK_MS = 5000
"""While nothing is sent, and the requests that are left only grow."""


class StatusStrip(QWidget):
    """Reads the workspace; every number in it is the engine's."""

    cancel_wanted = Signal(object)
    """The `Job` to cancel."""

    report_wanted = Signal(object)
    """The `Job` whose report is wanted."""

    pause_wanted = Signal(bool)
    """Stop sending, or go on."""

    def __init__(self, workspace: Workspace, *, connection: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._job: Job | None = None
        self._where = connection
        self._connection = QLabel(connection)
        self._connection.setTextFormat(Qt.TextFormat.PlainText)
        self._quota = QLabel()
        self._text = ElidedLabel()
        self._progress = QProgressBar()
        self._progress.setFixedWidth(140)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(say("Progress of the latest action"))
        self.pause_button = QPushButton(say("Pause"))
        self.cancel_button = QPushButton(say("Cancel"))
        self.report_button = QPushButton(say("Report"))
        self._lay_out()
        self.pause_button.clicked.connect(lambda: self.pause_wanted.emit(not self._workspace.sender.paused))
        self.cancel_button.clicked.connect(lambda: self.cancel_wanted.emit(self._job))
        self.report_button.clicked.connect(lambda: self.report_wanted.emit(self._job))
        # Runs only while something waits for time to pass, so that an idle window stays idle.
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show)
        self._stop_listening = [
            workspace.changed.add(lambda _: self._show()),
            workspace.outbox.changed.add(lambda _: self._show()),  # a job is told of before its changes wait
            workspace.jobs.changed.add(self._on_job),
        ]
        if running := workspace.jobs.running():  # what an earlier run has left
            self._on_job(running[-1])
        self._show()

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self._clock.stop()
        for stop in self._stop_listening:
            stop()

    @property
    def job(self) -> Job | None:
        """The job that is shown: of those that run, the one that is being sent; when none runs, the latest."""
        return self._job

    def _on_job(self, job: Job) -> None:
        """A long job stays in sight while short ones come and go; when nothing runs, the latest is shown."""
        running = self._workspace.jobs.running()
        self._job = min(running, key=lambda one: (one.requests <= 1, one.id)) if running else job
        self._show()

    def _show(self) -> None:
        quota, state = self._workspace.quota, self._state()
        self._connection.setText(f"{self._where} · {state}" if state else self._where)
        self._quota.setText("" if state else quota_text(quota, self._workspace.next_change_in))
        self._show_job()
        waits = bool(self._workspace.outbox.waiting) or (quota.remaining == 0 and quota.limit is not None)
        fills = quota.limit is not None and quota.remaining != quota.limit
        if not waits and not fills:
            self._clock.stop()
        elif not self._clock.isActive() or self._clock.interval() != (_TICK_MS if waits else _SLOW_TICK_MS):
            self._clock.start(_TICK_MS if waits else _SLOW_TICK_MS)

    def _state(self) -> str:
        match self._workspace.trouble:
            case TransportError():
                return say("offline")
            case SignInNeededError():
                return say("signed out")
            case _:
                return ""

    def _show_job(self) -> None:
        job, paused = self._job, self._workspace.sender.paused
        running = job is not None and not job.is_over
        self._progress.setVisible(running)
        self.pause_button.setText(say("Resume") if paused else say("Pause"))
        self.pause_button.setVisible(running or paused)
        self.cancel_button.setVisible(running)
        self.report_button.setVisible(job is not None)
        if running and job is not None:
            self._progress.setRange(0, job.requests)
            self._progress.setValue(job.settled)
        self._text.setText(self._words(job))

    def _words(self, job: Job | None) -> str:
        workspace = self._workspace
        if job is not None and not job.is_over:
            return self._progress_words(job)
        if workspace.sender.paused:
            return " ".join(filter(None, (say("Paused."), waiting_text(workspace.outbox.waiting))))
        if workspace.is_refreshing:
            return say("Refreshing…")
        return "" if job is None else f"{job.title}: {job.summary()}"

    def _progress_words(self, job: Job) -> str:
        title, others = job.title, len(self._workspace.jobs.running()) - 1
        if others > 0:
            title = say_count("{title} (and {n} more)", "{title} (and {n} more)", others, title=title)
        done = say("{title}: {done} of {all}", title=title, done=job.settled, all=job.requests)
        if self._workspace.sender.paused:
            return say("{progress}, paused", progress=done)
        if self._workspace.trouble is not None:
            return say("{progress}, waiting", progress=done)
        left = self._workspace.seconds_left(job)
        return say("{progress}, {time} left", progress=done, time=about(left)) if left >= 1 else done

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._connection)
        layout.addWidget(self._quota)
        layout.addStretch(1)
        for widget in (self._text, self._progress, self.pause_button, self.cancel_button, self.report_button):
            layout.addWidget(widget)
        # The strip keeps its height when buttons come and go.
        self.setMinimumHeight(self.cancel_button.sizeHint().height() + SPACE)
