"""The table of the requests that the demo's server saw, the latest on top."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from joip_desktop.domain.say import later, number, say
from joip_desktop.ui.server.demo_server import Seen
from joip_desktop.ui.wording import plain_tooltip, shown_text

Index = QModelIndex | QPersistentModelIndex

HEADERS: Final = (
    *(later("Time"), later("Method"), later("Path"), later("Status")),
    *(later("Duration"), later("Faults")),
)
WIDTHS: Final = (70, 65, 150, 60, 75, 95)
PATH: Final = 2
"""The column that takes the room that the others leave."""

KEPT: Final = 1000
_DURATION: Final = 4
_Role = Qt.ItemDataRole


class RequestsModel(QAbstractTableModel):
    """Holds the last 1,000 of what it is given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: deque[Seen] = deque()
        self.latest = 0
        """The number of the latest request."""

    def add(self, seen: Sequence[Seen]) -> None:
        """Put these on top, the oldest first, and forget those beyond 1,000."""
        new = list(seen)[-KEPT:]
        if not new:
            return
        self.latest = new[-1].number
        self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
        self._rows.extendleft(new)
        self.endInsertRows()
        if (over := len(self._rows) - KEPT) > 0:
            self.beginRemoveRows(QModelIndex(), KEPT, len(self._rows) - 1)
            for _ in range(over):
                self._rows.pop()
            self.endRemoveRows()

    def clear(self) -> None:
        """Show none of those so far."""
        self.beginResetModel()
        self._rows.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's names
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:  # noqa: D102
        shown = orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return say(HEADERS[section]) if shown else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, D102 - as Qt has it
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        text = _text(self._rows[index.row()], index.column())
        if role == _Role.DisplayRole:
            return shown_text(text)
        if role == _Role.ToolTipRole:
            return plain_tooltip(text)
        if role == _Role.TextAlignmentRole and index.column() == _DURATION:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


def _text(seen: Seen, column: int) -> str:
    """What stands in a cell, in the order of `HEADERS`."""
    texts = (
        datetime.fromtimestamp(seen.moment).astimezone().strftime("%H:%M:%S"),
        seen.method,
        seen.path,
        str(seen.status) if seen.status else say("No answer"),
        say("{n} ms", n=number(round(seen.seconds * 1000))),
        ", ".join(seen.faults),
    )
    return texts[column]
