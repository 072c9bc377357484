"""The table model: Qt's view of the row index over the library; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from joip_desktop.domain.entry import HELD, Entry, State
from joip_desktop.domain.query import Query
from joip_desktop.domain.session import Session
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.rows import RowIndex
from joip_desktop.engine.tally import Place
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, Column
from joip_desktop.ui.theme import LIGHT, Colours
from joip_desktop.ui.wording import plain_tooltip, shortened

Index = QModelIndex | QPersistentModelIndex

FAVOURITE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Of a star cell: True, False, or None where it is not known."""

_TOOLTIP_LENGTH: Final = 500

_Role = Qt.ItemDataRole
_ALIGN_NUMBER: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SessionTableModel(QAbstractTableModel):
    """Rows are sessions, columns are `COLUMNS`. `data` is split by role; roles that nobody set answer None at once."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows = RowIndex()
        self._place = Place.ALL
        self._query = Query()
        self._colours = LIGHT
        self._pending_font = QFont()
        self._pending_font.setItalic(True)
        self._draft_font = QFont()
        self._draft_font.setBold(True)
        self._by_role: Mapping[int, Callable[[Session, Column], Any]] = {
            _Role.DisplayRole: lambda session, column: column.text(session),
            _Role.FontRole: self._font,
            _Role.ForegroundRole: self._foreground,
            _Role.TextAlignmentRole: lambda _session, column: _ALIGN_NUMBER if column.number else None,
            _Role.ToolTipRole: self._tooltip,
            _Role.AccessibleTextRole: self._accessible,
            FAVOURITE_ROLE: lambda session, _column: (
                session.is_favorite if isinstance(session.is_favorite, bool) else None
            ),
        }
        self._rows.load(workspace.library)
        self._stop_listening = [
            workspace.library.changed.add(self._on_library),
            workspace.drafts.changed.add(self._on_drafts),
        ]

    def close(self) -> None:
        """Listen to the engine no longer."""
        for stop in self._stop_listening:
            stop()

    # --- for the view -----------------------------------------------------------------------------------------------

    def session(self, row: int) -> Session:
        """The session shown in a row."""
        return self._rows.session(row)

    def row_of(self, session_id: int) -> int | None:
        """The row that shows a session; None where none does."""
        return self._rows.row_of(session_id)

    def show(self, *, place: Place | None = None, query: Query | None = None) -> None:
        """Show another place, or what another query finds."""
        self._place = self._place if place is None else place
        self._query = self._query if query is None else query
        self.beginResetModel()
        self._show()
        self.endResetModel()

    def set_colours(self, colours: Colours) -> None:
        """Mark cells in the colours of another appearance."""
        self._colours = colours

    # --- Qt's questions ---------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, D102 - Qt's signature
        answer = self._by_role.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self._rows.session(index.row()), COLUMNS[index.column()])

    def headerData(  # noqa: D102 - Qt's signature
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        column = COLUMNS[section]
        if role == _Role.DisplayRole:
            return column.title
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return column.help or column.title
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the server's order."""
        key = COLUMNS[column].key if 0 <= column < len(COLUMNS) else None
        self.beginResetModel()
        self._rows.sort_by(key, descending=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    # --- roles ------------------------------------------------------------------------------------------------------

    def _marking(self, session: Session, column: Column) -> Entry | None:
        """The entry because of which the cell is marked: one that is held, or else one that waits to be sent."""
        marking: Entry | None = None
        for entry in self._workspace.outbox.entries(session.id):
            if any(name in entry.change.patch for name in column.fields):
                if entry.state in HELD:
                    return entry
                marking = marking or entry
        return marking

    def _font(self, session: Session, column: Column) -> QFont | None:
        if self._marking(session, column) is not None:
            return self._pending_font
        if column.name == "title" and self._workspace.drafts.is_dirty(session.id):
            return self._draft_font
        return None

    def _foreground(self, session: Session, column: Column) -> QColor | None:
        entry = self._marking(session, column)
        if entry is None:
            return None
        colours = self._colours
        named = {State.FAILED: colours.error, State.CONFLICT: colours.conflict}
        return QColor(named.get(entry.state, colours.pending))

    def _tooltip(self, session: Session, column: Column) -> str:
        lines = [shortened(column.said(session), _TOOLTIP_LENGTH)]
        if (entry := self._marking(session, column)) is not None:
            lines.append(f"Not saved: {entry.error}" if entry.error else "Waiting to be sent.")
            if (known := self._workspace.library.server(session.id)) is not None:
                lines.append(f"The server has: {shortened(column.said(known), _TOOLTIP_LENGTH) or 'nothing'}")
        if column.name == "title" and self._workspace.drafts.is_dirty(session.id):
            lines.append("Has unsaved edits.")
        return plain_tooltip("\n".join(filter(None, lines))).replace("\n", "<br>")

    def _accessible(self, session: Session, column: Column) -> str | None:
        return None if column.words is None else column.words(session)

    # --- the engine's news ------------------------------------------------------------------------------------------

    def _on_library(self, event: LibraryEvent) -> None:
        if event.reset:
            self.beginResetModel()
            self._rows.load(self._workspace.library)
            self._show()
            self.endResetModel()
        else:
            self._repaint(self._rows.replace(self._workspace.library.pick(event.changed)))

    def _on_drafts(self, session_ids: frozenset[int]) -> None:
        self._repaint(sorted(row for one in session_ids if (row := self._rows.row_of(one)) is not None))

    def _show(self) -> None:
        tally, place = self._workspace.tally, self._place
        condition = None if place is Place.ALL else lambda session: tally.holds(place, session)
        self._rows.show(condition=condition, query=self._query)

    def _repaint(self, rows: Iterable[int]) -> None:
        """Tell the view which rows are different, neighbours in one go."""
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first, STAR), self.index(last, len(COLUMNS) - 1))


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending numbers as (first, last) of each unbroken run."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
