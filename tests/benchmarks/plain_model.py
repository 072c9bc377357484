"""The baseline of sorting and filtering: what a Qt program has without an index of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from joip_desktop.domain.query import haystack
from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.columns import COLUMNS

_Index = QModelIndex | QPersistentModelIndex
_HAYSTACK_ROLE = Qt.ItemDataRole.UserRole


class PlainModel(QAbstractTableModel):
    """The texts of all cells, made beforehand, and of each row the text that a search looks at."""

    def __init__(self, sessions: Sequence[Session]) -> None:
        super().__init__()
        self._texts = [tuple(column.text(session) for column in COLUMNS) for session in sessions]
        self._haystacks = [haystack(session) for session in sessions]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()][index.column()]
        if role == _HAYSTACK_ROLE:
            return self._haystacks[index.row()]
        return None


def proxy_over(model: PlainModel) -> QSortFilterProxyModel:
    """A proxy that sorts by text and filters by one look at each row, both without case."""
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    proxy.setFilterRole(_HAYSTACK_ROLE)
    proxy.setFilterKeyColumn(0)
    return proxy


def plain_view(proxy: QSortFilterProxyModel, *, row_height: int) -> QTableView:
    """A QTableView over it that is set as SessionTable is, where that bears on speed."""
    view = QTableView()
    view.setModel(proxy)
    same_looks(view, row_height=row_height)
    for position, column in enumerate(COLUMNS):
        view.horizontalHeader().resizeSection(position, column.width)
        view.horizontalHeader().setSectionHidden(position, not column.visible)
    return view


def same_looks(view: QTableView, *, row_height: int) -> None:
    """Set a view as SessionTable is."""
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(row_height)
