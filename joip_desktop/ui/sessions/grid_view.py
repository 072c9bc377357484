"""An item view whose items lie in a `Grid`: everything about places, and nothing about what is painted there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from joip_desktop.ui.sessions.grid import Box, Grid
from joip_desktop.ui.theme import SPACE

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_STEPS: Final = 3
"""A turn of the wheel by one notch goes three single steps, as Qt has it, and is to go one line."""

_Action = QAbstractItemView.CursorAction
_Flag = QItemSelectionModel.SelectionFlag
_Hint = QAbstractItemView.ScrollHint
_Policy = Qt.ScrollBarPolicy


class GridView(QAbstractItemView):
    """Shows the rows of a table model as tiles; nothing here takes longer with more rows.

    Every cell of a row lies where the row's tile does, because the current cell may be any column's. Indexes that the
    view itself gives are those of one `column`.
    """

    visible_rows_changed = Signal(int, int)
    """Other rows may be in sight, or other things in them: the first and the last row, (0, -1) for none.

    Told when the loop comes round, however much has happened until then.
    """

    def __init__(self, model: QAbstractItemModel, column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column
        self._band: QRect | None = None
        self._laid_out: tuple[Grid, int] | None = None
        self._lays_out = False
        self._anchor: tuple[int, int] | None = None
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._telling.timeout.connect(self._tell)
        self.setModel(model)  # before the rest, which makes Qt ask for places already
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(_Policy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(_Policy.ScrollBarAlwaysOff)
        for told in (model.modelReset, model.layoutChanged, model.rowsInserted, model.rowsRemoved):
            told.connect(self._on_rows)

    def tile_for(self, width: int) -> tuple[int, int]:
        """Width and height of a tile in a view of this width; for the class that paints them."""
        raise NotImplementedError

    def sees(self, rows: range) -> None:
        """Called whenever other rows may be in sight, before they are painted; for the class that paints them."""

    def forget(self) -> None:
        """Called when something in the model is different, before it is painted; for the class that paints."""

    def grid(self) -> Grid:
        """Where the tiles lie now."""
        width = self.viewport().width()
        return Grid.fitting(self.model().rowCount(), width, self.tile_for(width), SPACE)

    def visible_rows(self) -> range:
        """The rows that have a part of their tile in sight."""
        top = self.verticalOffset()
        return self.grid().rows_between(top, top + self.viewport().height() - 1)

    def place(self, row: int) -> QRect:
        """The place of a row's tile in the viewport, which it need not be inside of."""
        return QRect(*self.grid().box(row)).translated(0, -self.verticalOffset())

    def row_at(self, point: QPoint) -> int | None:
        """The row whose tile holds a point of the viewport."""
        return self.grid().row_at(point.x(), point.y() + self.verticalOffset())

    # --- Qt's questions ---------------------------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:  # noqa: N802, D102 - Qt's name
        return self.place(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802, D102 - Qt's name
        row = self.row_at(point)
        return QModelIndex() if row is None else self.model().index(row, self._column)

    def horizontalOffset(self) -> int:  # noqa: N802, D102 - Qt's name
        return 0

    def verticalOffset(self) -> int:  # noqa: N802, D102 - Qt's name
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:  # noqa: N802, D102 - Qt's name
        return False

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:  # noqa: N802 - Qt's name
        """The tiles of a selection, as far as they are in sight."""
        region = QRegion()
        for row in self.visible_rows():
            if selection.contains(self.model().index(row, self._column)):
                region = region.united(self.place(row))
        return region

    def moveCursor(self, action: QAbstractItemView.CursorAction, _keys: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802, D102 - Qt's name
        grid, current = self.grid(), self.currentIndex().row()
        if grid.count == 0:
            return QModelIndex()
        if current < 0:
            return self.model().index(0, self._column)
        page = grid.page(self.viewport().height())
        lines = {_Action.MoveUp: -1, _Action.MoveDown: 1, _Action.MovePageUp: -page, _Action.MovePageDown: page}
        match action:
            case _Action.MoveHome:
                row = 0
            case _Action.MoveEnd:
                row = grid.count - 1
            case _Action.MoveLeft | _Action.MovePrevious:
                row = max(0, current - 1)
            case _Action.MoveRight | _Action.MoveNext:
                row = min(grid.count - 1, current + 1)
            case _:
                row = grid.moved(current, lines[action])
        return self.model().index(row, self._column)

    # --- selecting --------------------------------------------------------------------------------------------------

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802 - Qt's name
        """While the mouse drags, what the rectangle touches; else all rows from one corner's tile to the other's."""
        grid, top = self.grid(), self.verticalOffset()
        one, other = rect.topLeft(), rect.bottomRight()  # which are not always those
        if self.state() is QAbstractItemView.State.DragSelectingState:
            box = Box.between(one.x(), one.y() + top, other.x(), other.y() + top)
            self._band = QRect(*box)
            self.viewport().update()
            runs = grid.runs_in(box)
        else:
            ends = [row for point in (one, other) if (row := self.row_at(point)) is not None]
            runs = [range(min(ends), max(ends) + 1)] if ends else []
        selection = QItemSelection()
        for run in runs:
            first, last = (self.model().index(row, self._column) for row in (run[0], run[-1]))
            selection.select(first, last)
        self.selectionModel().select(selection, command)

    def selectionChanged(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:  # noqa: N802
        """Paint what is in sight; finding out which of it is different would take longer (Qt's own name)."""
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag."""
        super().mouseReleaseEvent(event)
        if self._band is not None:
            self._band = None
            self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Qt brings it into sight; from now on it is what has to stay there."""
        self._anchor = None
        super().currentChanged(current, previous)

    # --- scrolling --------------------------------------------------------------------------------------------------

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:  # noqa: N802
        """Bring a tile into sight, with a gap around it (Qt's own name)."""
        if not index.isValid():
            return
        bar = self.verticalScrollBar()
        lowest, highest = self.grid().scroll_span(index.row(), self.viewport().height())
        match hint:
            case _Hint.PositionAtTop:
                bar.setValue(highest)
            case _Hint.PositionAtBottom:
                bar.setValue(lowest)
            case _Hint.PositionAtCenter:
                bar.setValue((lowest + highest) // 2)
            case _:
                bar.setValue(min(max(bar.value(), lowest), highest))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        """Other tiles are in sight."""
        if not self._lays_out:
            self._anchor = None
        self._look()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Lay out; where that moves tiles, the current one stays in sight if it was, or else the first one did.

        Many steps of resizing keep to one and the same tile, until somebody scrolls.
        """
        before = self._laid_out
        self._show_bar()
        grid, height = self.grid(), self.viewport().height()
        if before is not None and self._moves(*before, grid, height):
            self._anchor = self._anchor or self._in_sight(*before)
        self._laid_out = (grid, height)
        self._lays_out = True
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, height - SPACE))
        bar.setSingleStep(max(1, grid.pitch_y // _STEPS))
        bar.setRange(0, max(0, grid.height - height))
        if self._anchor is not None:
            row, y = self._anchor
            lowest, _ = grid.scroll_span(row, height)
            bar.setValue(min(max(grid.box(row).y - y, lowest), grid.box(row).y + grid.tile_height // 2))
        self._lays_out = False
        super().updateGeometries()
        self._look()

    def event(self, event: QEvent) -> bool:  # noqa: D102 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self._show_bar()  # before Qt lays out its parts, for in the middle of that it heeds no decision
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """A view that is not seen decides nothing and tells nothing, so that is due now."""
        super().showEvent(event)
        self.updateGeometries()

    def _show_bar(self) -> None:
        """Decide on the scroll bar by the room with none; by the room that there is, it could come and go for ever."""
        if not self.isVisible():
            return
        room = self.contentsRect()
        grid = Grid.fitting(self.model().rowCount(), room.width(), self.tile_for(room.width()), SPACE)
        wanted = _Policy.ScrollBarAlwaysOn if grid.height > room.height() else _Policy.ScrollBarAlwaysOff
        if wanted is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(wanted)

    @staticmethod
    def _moves(before: Grid, height_before: int, grid: Grid, height: int) -> bool:
        """Whether the same rows are laid out in a way that changes which of them are in sight."""
        was, now = ((one.count, one.columns, one.pitch_y) for one in (before, grid))
        return before.count == grid.count and (was, height_before) != (now, height)

    def _in_sight(self, grid: Grid, height: int) -> tuple[int, int] | None:
        """A row to keep in sight, and where its tile was in the viewport."""
        top, current = self.verticalOffset(), self.currentIndex().row()
        rows = grid.rows_between(top, top + height - 1)
        if not rows:
            return None
        row = current if current in rows else grid.rows_between(top + grid.tile_height // 2, top + height - 1).start
        row = min(row, rows[-1])
        return row, grid.box(row).y - top

    # --- news -------------------------------------------------------------------------------------------------------

    def dataChanged(self, first: Index, last: Index, _roles: Sequence[int] = ()) -> None:  # noqa: N802 - Qt's name
        """Paint the rows that are in sight; Qt would ask for the place of each cell."""
        self.forget()
        rows = self.visible_rows()
        changed = range(max(rows.start, first.row()), min(rows.stop, last.row() + 1))
        for row in changed:
            self.viewport().update(self.place(row))
        if changed:
            self._telling.start()

    def _on_rows(self) -> None:
        self.forget()
        self._anchor = None
        self.updateGeometries()

    def _look(self) -> None:
        self.viewport().update()
        self._telling.start()
        if self.isVisible():
            self.sees(self.visible_rows())

    def _tell(self) -> None:
        if self.isVisible():
            rows = self.visible_rows()
            self.visible_rows_changed.emit(*((rows[0], rows[-1]) if rows else (0, -1)))
