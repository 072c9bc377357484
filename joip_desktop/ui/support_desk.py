"""What helps when something goes wrong: the folder of the log, and what to tell others."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from joip_desktop.domain.say import say
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Settings
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.diagnostics import diagnostics


class SupportDesk:
    """Says what it has done, as none of it is seen."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        settings: Settings,
        connection: Connection,
        notify: Callable[[str], object],
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        self._workspace = workspace
        self._settings = settings
        self._connection = connection
        self._notify = notify
        self._open_url = open_url

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about finding what is wrong."""
        return {ActionId.OPEN_LOGS: self.open_logs, ActionId.COPY_DIAGNOSTICS: self.copy_diagnostics}

    def open_logs(self) -> None:
        """Show the folder in the system's file manager; where there is none, tell its name."""
        folder = self._connection.logs
        if folder is None or not folder.is_dir():
            self._notify(say("No log is kept in this run."))
        elif not self._open_url(QUrl.fromLocalFile(str(folder))):
            self._notify(say("The folder can't be opened from here. The log is in {folder}.", folder=folder))

    def copy_diagnostics(self) -> None:
        """Put a text on the clipboard that can be given to anybody."""
        QGuiApplication.clipboard().setText(diagnostics(self._workspace, self._settings, self._connection))
        self._notify(say("Versions, settings and counts are on the clipboard. No titles, names or secrets are in it."))
