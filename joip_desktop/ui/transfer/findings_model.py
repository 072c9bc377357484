"""The table of a dry run: a row for each row of the file that is to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from joip_desktop.domain.say import later, number, say
from joip_desktop.engine.library import Library
from joip_desktop.engine.transfer.dry_run import DryRun, Finding
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.transfer.words import details, verdict_text
from joip_desktop.ui.wording import plain_tooltip, shortened, shown_text

Index = QModelIndex | QPersistentModelIndex

HEADERS: Final = (
    later("Line"),
    later("Session"),
    later("Result"),
    later("Column"),
    later("Change, or problem"),
)
LINE, SESSION, RESULT, COLUMN, DETAILS = range(len(HEADERS))

_CELL_LENGTH: Final = 300
_TIP_LENGTH: Final = 2000
_Role = Qt.ItemDataRole


class FindingsModel(QAbstractTableModel):
    """Shows some of the rows of a dry run, in the file's order."""

    def __init__(self, library: Library, discretion: Discretion, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._discretion = discretion
        self._found = DryRun()
        self._places: Sequence[int] = ()
        discretion.changed.connect(self._show_anew)

    def show(self, found: DryRun, places: Sequence[int]) -> None:
        """Show the rows of a dry run at these places."""
        self.beginResetModel()
        self._found, self._places = found, places
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        """What is shown in a row."""
        return self._found.findings[self._places[row]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's names
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:  # noqa: D102
        shown = orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return say(HEADERS[section]) if shown else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, D102 - as Qt has it
        if role not in (_Role.DisplayRole, _Role.ToolTipRole) or not index.isValid():
            return None
        lines = self._lines(self.finding(index.row()), index.column())
        text = "; ".join(lines)
        if role == _Role.DisplayRole:
            return shortened(shown_text(text), _CELL_LENGTH)
        return plain_tooltip(shortened(text, _TIP_LENGTH))

    def _lines(self, finding: Finding, column: int) -> Sequence[str]:
        match column:
            case 0:
                return [number(finding.line)]
            case 1:
                return ["" if finding.session_id is None else self._name(finding.session_id)]
            case 2:
                return [verdict_text(finding)]
            case 3:
                return [finding.column]
            case _:
                return details(finding, self._discretion.hides)

    def _name(self, session_id: int) -> str:
        return self._discretion.session_name(self._library.last_known(session_id), session_id)

    def _show_anew(self) -> None:
        if self._places:
            self.dataChanged.emit(self.index(0, SESSION), self.index(len(self._places) - 1, DETAILS))
