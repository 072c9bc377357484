"""Desktop notifications: a long job has ended while the person was doing something else."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from joip_desktop.domain.job import Job
from joip_desktop.engine.report import JobBook

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

log = logging.getLogger(__name__)

LONG: Final = timedelta(minutes=1)
"""Whoever started a job that takes longer has looked away."""

_SERVICE: Final = "org.freedesktop.Notifications"
_PATH: Final = "/org/freedesktop/Notifications"
_PATIENCE_MS: Final = 2000
_TRAY_MS: Final = 10_000


class Notifier(Protocol):
    """Shows something outside of the window."""

    def show(self, title: str, text: str) -> None:
        """Show a title and a sentence, neither of them words of a server."""


class JobWatcher:
    """Decides what is worth a notification; what it says is the job's title and the counts of its outcomes."""

    def __init__(
        self,
        jobs: JobBook,
        *,
        notifier: Notifier,
        is_in_front: Callable[[], bool],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._jobs = jobs
        self._notifier = notifier
        self._is_in_front = is_in_front
        self._now = now
        self._running_since = {job.id: job.head.begun_at for job in jobs.running()}
        self._stop_listening = [jobs.opened.add(self._on_opened), jobs.changed.add(self._on_changed)]

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        for stop in self._stop_listening:
            stop()

    def _on_opened(self, job: Job) -> None:
        if not job.is_over:
            self._running_since[job.id] = job.head.begun_at

    def _on_changed(self, job: Job) -> None:
        if not job.is_over:
            # One that had ended is at work again, because what failed is tried once more: only that counts.
            self._running_since.setdefault(job.id, self._now())
            return
        since, ended = self._running_since.pop(job.id, None), self._jobs.ended_at(job)
        if since is not None and ended is not None and ended - since > LONG and not self._is_in_front():
            self._notifier.show(job.title, job.summary())


def app_is_in_front() -> bool:
    """Whether the person works with one of our windows now, dialogs included."""
    return QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive


class Bus(Protocol):
    """Reaches the desktop's service for notifications, if there is one."""

    def send(self, title: str, text: str, *, otherwise: Callable[[], None]) -> None:
        """Have a notification shown, without waiting for it; `otherwise` is called where none can be."""


class DesktopNotifier:
    """Shows notifications the way the desktop has for them, and marks the window in the task bar."""

    def __init__(self, window: QWidget, *, bus: Bus | None, tray: Notifier) -> None:
        self._window = window
        self._bus = bus
        self._tray = tray

    @classmethod
    def of(cls, window: QWidget) -> DesktopNotifier:
        """What fits this system."""
        bus = SessionBus(window) if sys.platform.startswith("linux") else None
        return cls(window, bus=bus, tray=Tray(window))

    def show(self, title: str, text: str) -> None:
        """Show a title and a sentence; where the desktop shows none, the mark in the task bar is all."""
        QApplication.alert(self._window)
        if self._bus is None:
            self._tray.show(title, text)
        else:
            self._bus.send(title, text, otherwise=lambda: self._tray.show(title, text))


def _session_bus() -> QDBusConnection:
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - only Linux has it

    return QDBusConnection.sessionBus()


class SessionBus(QObject):
    """The notification service of Linux desktops, over the session bus (org.freedesktop.Notifications)."""

    def __init__(self, parent: QObject, *, connect: Callable[[], QDBusConnection] = _session_bus) -> None:
        super().__init__(parent)
        self._connect = connect

    def send(self, title: str, text: str, *, otherwise: Callable[[], None]) -> None:
        """Ask first whether the service answers: what comes then would block as long as one that does not."""
        try:
            from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415

            bus = self._connect()
        except ImportError:
            otherwise()
            return
        if not bus.isConnected():
            otherwise()
            return

        def on_answer(answered: QDBusPendingCallWatcher) -> None:
            answered.deleteLater()
            if answered.isError() or not _notify(bus, title, text):
                log.info("no notification service: %s", answered.error().message() or "it does not take ours")
                otherwise()

        question = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "GetServerInformation")
        watcher = QDBusPendingCallWatcher(bus.asyncCall(question, _PATIENCE_MS), self)
        watcher.finished.connect(on_answer)


def _notify(bus: QDBusConnection, title: str, text: str) -> bool:
    """Call `Notify`, whose second argument is unsigned; returns whether the service took it.

    A message made of Python's integers has the wrong signature and is refused. The typed method that Qt makes of the
    service's own description has the right one.
    """
    from PySide6.QtDBus import QDBusInterface  # noqa: PLC0415

    service = QDBusInterface(_SERVICE, _PATH, _SERVICE, bus)
    service.setTimeout(_PATIENCE_MS)
    name = QGuiApplication.desktopFileName()
    arguments = (
        Q_ARG("QString", QGuiApplication.applicationDisplayName()),
        Q_ARG("uint", 0),  # replaces no other one
        Q_ARG("QString", name),  # the icon's, too
        Q_ARG("QString", title),
        Q_ARG("QString", text),
        Q_ARG("QStringList", []),
        Q_ARG("QVariantMap", {"desktop-entry": name, "category": "transfer.complete"}),
        Q_ARG("int", -1),  # as long as the desktop finds right
    )
    called = QMetaObject.invokeMethod(service, "Notify", Qt.ConnectionType.DirectConnection, *arguments)
    return bool(called) and not service.lastError().isValid()


class Tray(QObject):
    """Messages from an icon in the system tray, which goes again when its message has gone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(_TRAY_MS)

    def show(self, title: str, text: str) -> None:
        """Show a message, where there is a tray."""
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._window.windowIcon(), self)
            self._icon.messageClicked.connect(self._window.raise_)
            self._icon.messageClicked.connect(self._window.activateWindow)
            self._hiding.timeout.connect(self._icon.hide)
        self._icon.show()
        self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Information, _TRAY_MS)
        self._hiding.start()
