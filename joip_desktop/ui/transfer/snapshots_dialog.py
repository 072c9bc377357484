"""The snapshots that there are to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from joip_desktop.domain.say import later, number, say
from joip_desktop.engine.backups import MANY
from joip_desktop.engine.ports import Snapshot
from joip_desktop.ui.jobs.views import ReadingTable
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, without_icons
from joip_desktop.ui.wording import local_time, shown_text

_WIDTH: Final = 620
_HEIGHT: Final = 380
_HEADERS: Final = (later("Taken"), later("Before"), later("Sessions"))


class SnapshotsDialog(QDialog):
    """Lets the person choose one; the plan that goes back to it is for the window to make."""

    chosen = Signal(object)
    """The `Snapshot`."""

    def __init__(self, snapshots: Sequence[Snapshot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshots = snapshots
        self.setWindowTitle(say("Restore from a snapshot"))
        told = text_label(
            say(
                "Before every action on more than {n} sessions, all sessions are kept as they are, for 30 days. "
                "Going back to one shows a plan first; you agree to it before anything is sent.",
                n=MANY,
            )
        )
        model = QStandardItemModel(0, len(_HEADERS), self)
        model.setHorizontalHeaderLabels([say(header) for header in _HEADERS])
        for one in snapshots:
            texts = (local_time(one.taken_at.isoformat()), shown_text(one.before), number(one.count))
            model.appendRow([QStandardItem(text) for text in texts])
        self.table = ReadingTable(model, name=say("Snapshots"), empty=say("There is no snapshot yet."))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(say("&Plan the restore…"), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        self.go.setDefault(True)
        self.go.setEnabled(bool(snapshots))
        if snapshots:
            self.table.selectRow(0)
            self.table.setFocus()
        self.table.activated.connect(self._on_activated)
        self.buttons.accepted.connect(self._on_go)
        self.buttons.rejected.connect(self.reject)
        self.resize(_WIDTH, _HEIGHT)

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self._on_go()

    def _on_go(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if self.isVisible() and rows:
            self.accept()
            self.chosen.emit(self._snapshots[rows[0].row()])
