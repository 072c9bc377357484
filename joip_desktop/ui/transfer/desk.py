"""Taking sessions out, bringing changes in, going back: asks, reads and writes files, and hands plans on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from joip_desktop.domain.changes import Change
from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.session import Session
from joip_desktop.engine.backups import planning_restore
from joip_desktop.engine.ports import Snapshot
from joip_desktop.engine.threads import in_thread
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.engine.transfer.importing import planning_import
from joip_desktop.engine.transfer.writing import writing
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.files import saving
from joip_desktop.ui.jobs.desk import ChangeDesk
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme
from joip_desktop.ui.transfer.export_dialog import ExportDialog, Scope
from joip_desktop.ui.transfer.import_dialog import ImportDialog
from joip_desktop.ui.transfer.snapshots_dialog import SnapshotsDialog
from joip_desktop.ui.transfer.words import FILTERS, exported_text

_SHOWN_AFTER_MS: Final = 500
"""A file that is written sooner needs no window that tells how far it is."""

_READABLE: Final = "*.csv *.tsv *.txt *.json *.jsonl *.ndjson"


class TransferDesk:
    """What can be done with files of sessions."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        window: QWidget,
        panel: SessionsPanel,
        desk: ChangeDesk,
        tasks: Tasks,
        theme: Theme,
        discretion: Discretion,
        notify: Callable[[str], object],
    ) -> None:
        self._workspace = workspace
        self._window = window
        self._panel = panel
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._discretion = discretion
        self._notify = notify

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about files."""
        return {
            ActionId.EXPORT: self.ask_what_to_export,
            ActionId.IMPORT: self.ask_what_to_import,
            ActionId.RESTORE: self.ask_where_to_go_back,
        }

    # --- out ----------------------------------------------------------------------------------------------------------

    def ask_what_to_export(self) -> None:
        """Let the person choose sessions and a form, and then a file."""
        counts = {
            Scope.SELECTED: self._panel.selection.count(),
            Scope.SHOWN: self._panel.model.rowCount(),
            Scope.ALL: len(self._workspace.library),
        }
        dialog = ExportDialog(counts, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._ask_where)
        dialog.open()

    def _ask_where(self, scope: Scope, form: Form, mark: bool) -> None:
        dialog = QFileDialog(self._window, say("Export sessions"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(say(FILTERS[form]))
        dialog.setDefaultSuffix(form.value)
        dialog.setDirectory(_documents())
        dialog.selectFile(f"sessions.{form.value}")
        dialog.fileSelected.connect(lambda chosen: self.export(scope, form, Path(chosen), byte_order_mark=mark))
        dialog.open()

    def export(self, scope: Scope, form: Form, path: Path, *, byte_order_mark: bool = False) -> None:
        """Write sessions as they are shown now into a file; the window goes on meanwhile."""
        sessions = self._sessions(scope)
        self._tasks.spawn(self._export(sessions, form, path, byte_order_mark=byte_order_mark), name="export")

    def _sessions(self, scope: Scope) -> Sequence[Session]:
        match scope:
            case Scope.SELECTED:
                return self._workspace.library.pick(self._panel.selection.ids())
            case Scope.SHOWN:
                return self._panel.model.sessions()
            case Scope.ALL:
                return list(self._workspace.library)

    async def _export(self, sessions: Sequence[Session], form: Form, path: Path, *, byte_order_mark: bool) -> None:
        pieces = (piece.encode("utf-8") for piece in writing(sessions, form, byte_order_mark=byte_order_mark))
        progress = self._progress(len(sessions))
        try:
            reason = await in_thread(saving(path, pieces), progress=progress.setValue, name="export")
        except asyncio.CancelledError:
            self._notify(say("The export was cancelled; no file was written."))
            raise
        finally:
            progress.reset()
            progress.deleteLater()
        if reason:
            told = say("The file {file} can't be written ({why}). Choose another place.", file=path.name, why=reason)
            self._notify(told)
        else:
            self._notify(exported_text(len(sessions), path.name))

    def _progress(self, sessions: int) -> QProgressDialog:
        """Shown where it takes longer; cancelling ends the task that waits for the file."""
        told = say_count("Writing {n} session…", "Writing {n} sessions…", sessions)
        progress = QProgressDialog(told, say("Cancel"), 0, sessions, self._window)
        progress.setWindowTitle(say("Export sessions"))
        progress.setMinimumDuration(_SHOWN_AFTER_MS)
        progress.setAutoReset(False)
        task = asyncio.current_task()
        if task is not None:
            progress.canceled.connect(task.cancel)
        return progress

    # --- in -----------------------------------------------------------------------------------------------------------

    def ask_what_to_import(self) -> None:
        """Let the person choose a file."""
        dialog = QFileDialog(self._window, say("Import changes from a file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([say("Tables and JSON ({endings})", endings=_READABLE), say("All files (*)")])
        dialog.setDirectory(_documents())
        dialog.fileSelected.connect(lambda chosen: self.open_import(Path(chosen)))
        dialog.open()

    def open_import(self, path: Path) -> ImportDialog:
        """Show what a file would change; what the person agrees to is planned as everything else."""
        dialog = ImportDialog(
            path,
            workspace=self._workspace,
            tasks=self._tasks,
            colours=self._theme.colours,
            discretion=self._discretion,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(self._plan_import)
        dialog.open()
        return dialog

    def _plan_import(self, changes: Sequence[Change]) -> None:
        self._desk.propose(planning_import(changes, self._workspace.library.shown), is_always_shown=True)

    # --- back ---------------------------------------------------------------------------------------------------------

    def ask_where_to_go_back(self) -> None:
        """Show the snapshots that there are."""
        self._tasks.spawn(self._show_snapshots(), name="list the snapshots")

    async def _show_snapshots(self) -> None:
        try:
            snapshots = await self._workspace.backups.all()
        except JoipError as error:
            self._notify(str(error))
            return
        dialog = SnapshotsDialog(snapshots, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(lambda snapshot: self._tasks.spawn(self._go_back(snapshot), name="read a snapshot"))
        dialog.open()

    async def _go_back(self, snapshot: Snapshot) -> None:
        try:
            sessions = await self._workspace.backups.load(snapshot)
        except JoipError as error:
            self._notify(str(error))
            return
        self._desk.propose(planning_restore(sessions, self._workspace.library.shown), is_always_shown=True)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
