"""A `GridView` on a desk: tiles of a plain model, without anything painted on them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from joip_desktop.ui.sessions.grid_view import GridView

Index = QModelIndex | QPersistentModelIndex
COLUMNS, COLUMN = 3, 1
ROOT = QModelIndex()


class Rows(QAbstractTableModel):
    """So many rows."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, _index: Index, _role: int = 0) -> Any:
        return None

    def become(self, count: int) -> None:
        self.beginResetModel()
        self.count = count
        self.endResetModel()


class Tiles(GridView):
    """Tiles of 100 x 60, or whatever a test wants; `rows` are those that were painted last."""

    def __init__(self, model: Rows) -> None:
        self.tile = (100, 60)
        self.seen: list[range] = []
        super().__init__(model, COLUMN)
        self.rows: list[int] = []

    def tile_for(self, _width: int) -> tuple[int, int]:
        return self.tile

    def sees(self, rows: range) -> None:
        self.seen.append(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        area, top = event.rect(), self.verticalOffset()
        self.rows = [*self.grid().rows_between(area.top() + top, area.bottom() + top)]
        QPainter(self.viewport()).end()


class GridDesk:
    """The view is shown and has the keyboard."""

    def __init__(self, qtbot: QtBot, count: int) -> None:
        self.model = Rows(count)
        self.view = Tiles(self.model)
        qtbot.addWidget(self.view)
        self.view.resize(500, 300)
        self.view.show()
        assert QTest.qWaitForWindowActive(self.view)
        self.bar = self.view.verticalScrollBar()
        self.told: list[tuple[int, int]] = []
        self.view.visible_rows_changed.connect(lambda first, last: self.told.append((first, last)))

    @property
    def selected(self) -> list[int]:
        return sorted({index.row() for index in self.view.selectionModel().selectedRows()})

    @property
    def current(self) -> int:
        return self.view.currentIndex().row()

    def go(self, row: int, column: int = COLUMN) -> None:
        self.view.setCurrentIndex(self.model.index(row, column))

    def whole(self, row: int) -> bool:
        """Whether all of a tile is in sight."""
        return self.view.viewport().rect().contains(self.view.place(row))


def turn() -> None:
    """Let the loop come round."""
    QApplication.processEvents()
