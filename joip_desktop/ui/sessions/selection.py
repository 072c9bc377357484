"""Which rows are selected: a byte for each row, of which Qt is only shown the part around what is in sight."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress
from typing import Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
)

from joip_desktop.ui.sessions.columns import TITLE
from joip_desktop.ui.sessions.model import SessionTableModel, runs

_Flag = QItemSelectionModel.SelectionFlag
_MARGIN: Final = 100
"""Rows above and below what is in sight that Qt is shown as well."""

_TOGGLED: Final = bytes([1, 0])
_ACTS: Final = _Flag.Select | _Flag.Deselect | _Flag.Toggle


class SessionSelection(QItemSelectionModel):
    """The selected sessions, by whole rows; they stay selected when rows move, as long as they are shown.

    Qt keeps a selection as ranges of rows and looks through all of them for every cell that it paints: with 50,000
    single rows selected, a frame takes 0.1 s. Here the truth is `_selected` (and `_extended`, while a drag or Shift
    changes it to and fro); the base class holds the ranges around the rows in sight alone. So ask this class what is
    selected, never `selectedRows` or `selection`.
    """

    changed = Signal()
    """Other sessions are selected than before."""

    def __init__(self, model: SessionTableModel, parent: QObject | None = None) -> None:
        super().__init__(model, parent or model)
        self._sessions = model
        self._selected = bytearray(model.rowCount())
        self._extension: tuple[list[tuple[int, int]], QItemSelectionModel.SelectionFlag] | None = None
        self._in_sight = (0, -1)
        self._ids: tuple[int, ...] | None = None
        self._kept: set[int] = set()
        self._kept_current: int | None = None
        self._kept_column = TITLE
        model.about_to_arrange.connect(self._keep)
        model.arranged.connect(self._restore)

    # --- what is selected -------------------------------------------------------------------------------------------

    def ids(self) -> tuple[int, ...]:
        """The ids of the selected sessions, in the order of their rows."""
        if self._ids is None:
            now = self._now()
            self._ids = self._sessions.ids(compress(range(len(now)), now)) if 1 in now else ()
        return self._ids

    def count(self) -> int:
        """How many sessions are selected."""
        return self._now().count(1)

    def only(self) -> int | None:
        """The id of the one selected session; None where there is none, or there are several."""
        now = self._now()
        return self._sessions.session(now.index(1)).id if now.count(1) == 1 else None

    def holds(self, row: int) -> bool:
        """Whether a row is selected."""
        return self._now()[row] == 1

    def current_id(self) -> int | None:
        """The session of the current row."""
        index = self.currentIndex()
        return self._sessions.session(index.row()).id if index.isValid() else None

    # --- selecting --------------------------------------------------------------------------------------------------

    def select_sessions(self, session_ids: Iterable[int], *, current: int | None = None) -> None:
        """Select these sessions, as far as rows show them; `current` gets the focus frame, the first one by default."""
        rows = self._sessions.rows_of(session_ids)
        row = self._sessions.row_of(current) if current is not None else next(iter(rows), None)
        self._selected = bytearray(len(self._selected))
        for first, last in runs(sorted(rows)):
            self._selected[first : last + 1] = b"\1" * (last - first + 1)
        self._extension = None
        if row is not None:
            self.setCurrentIndex(self._sessions.index(row, TITLE), _Flag.NoUpdate)
        self._show()

    def select(
        self, what: QItemSelection | QModelIndex | QPersistentModelIndex, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """What a view wants selected (Qt's own name and meaning), for whole rows."""
        if command == _Flag.NoUpdate:
            return
        rows = _rows(what)
        if command & _Flag.Clear:
            self._selected = bytearray(self._sessions.rowCount())  # Qt clears in the middle of a reset, too
            self._extension = None
        if not command & _Flag.Current:
            self._selected = self._now()
            self._extension = None
        if command & _ACTS:
            self._extension = (rows, command)
        self._show()

    def clearSelection(self) -> None:  # noqa: N802 - Qt's name
        """Select nothing; the current row stays."""
        self.select(QItemSelection(), _Flag.Clear)

    def clear(self) -> None:
        """Select nothing, and have no current row."""
        self.clearSelection()
        self.clearCurrentIndex()

    def reset(self) -> None:
        """Let go of rows that are no more (Qt's own name); what was selected comes back with the new ones."""
        blocked = self.blockSignals(True)
        if self.hasSelection():
            super().select(QItemSelection(), _Flag.Clear)
        self.clearCurrentIndex()
        self.blockSignals(blocked)

    def see(self, first: int, last: int) -> None:
        """Tell which rows are in sight; to be called before they are painted."""
        if first < self._in_sight[0] or last > self._in_sight[1]:
            self._in_sight = (max(0, first - _MARGIN), last + _MARGIN)
            self._show_in_sight()

    # --- how --------------------------------------------------------------------------------------------------------

    def _now(self) -> bytearray:
        """A byte for each row: 1 where it is selected."""
        if self._extension is None:
            return self._selected
        ranges, command = self._extension
        now = bytearray(self._selected)
        for first, last in ranges:
            part = now[first : last + 1]
            if command & _Flag.Toggle:
                now[first : last + 1] = part.translate(_TOGGLED + bytes(254))
            else:
                now[first : last + 1] = (b"\1" if command & _Flag.Select else b"\0") * len(part)
        return now

    def _show(self) -> None:
        self._ids = None
        self._show_in_sight()
        self.changed.emit()

    def _show_in_sight(self) -> None:
        first, last = self._in_sight
        part = self._now()[first : last + 1]
        selection = QItemSelection()
        final = self._sessions.columnCount() - 1
        for start, end in runs(compress(range(first, first + len(part)), part)):
            top, bottom = self._sessions.index(start, 0), self._sessions.index(end, final)
            selection.append(QItemSelectionRange(top, bottom))
        super().select(selection, _Flag.ClearAndSelect)

    def _keep(self) -> None:
        self._kept = set(self.ids())
        self._kept_current = self.current_id()
        self._kept_column = self.currentIndex().column()

    def _restore(self) -> None:
        """The base class has forgotten everything by now; what was selected is, as far as rows show it."""
        count = self._sessions.rowCount()
        kept, self._kept = self._kept, set()
        self._extension = None
        self._selected = bytearray(count)
        for row in self._sessions.rows_of(kept):
            self._selected[row] = 1
        if self._kept_current is not None and (at := self._sessions.row_of(self._kept_current)) is not None:
            self.setCurrentIndex(self._sessions.index(at, self._kept_column), _Flag.NoUpdate)
        self._ids = None
        if kept:
            self._show_in_sight()
            if self.count() != len(kept):
                self.changed.emit()


def _rows(what: QItemSelection | QModelIndex | QPersistentModelIndex) -> list[tuple[int, int]]:
    """The rows that a selection touches, as ranges."""
    if not isinstance(what, QItemSelection):
        return [(what.row(), what.row())] if what.isValid() else []
    return [(one.top(), one.bottom()) for one in what if one.isValid()]  # type: ignore[attr-defined]
