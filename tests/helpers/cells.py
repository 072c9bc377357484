"""A plain model of sessions for tests of delegates: what the table's own model tells of a cell, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.columns import COLUMNS
from joip_desktop.ui.sessions.roles import FAVOURITE_ROLE, SESSION_ROLE, URL_ROLE

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Cells(QAbstractTableModel):
    """Sessions as rows; `marks` colour single cells, by row and column. `asked` counts the calls of `data`."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        super().__init__()
        self.sessions = list(sessions)
        self.marks: dict[tuple[int, int], QColor] = {}
        self.asked = 0

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.sessions)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked += 1
        session = self.sessions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return COLUMNS[index.column()].text(session)
            case Qt.ItemDataRole.ForegroundRole:
                return self.marks.get((index.row(), index.column()))
            case int() if role == FAVOURITE_ROLE:
                return session.is_favorite if isinstance(session.is_favorite, bool) else None
            case int() if role == SESSION_ROLE:
                return session
            case int() if role == URL_ROLE:
                return session.thumbnail if isinstance(session.thumbnail, str) else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section].title if shown else None

    def replace(self, session: Session) -> None:
        """Show a newer state of one session."""
        row = next(row for row, one in enumerate(self.sessions) if one.id == session.id)
        self.sessions[row] = session
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
