"""The views of the jobs panel: a plain table, cells with a progress bar, and tall tabs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QWidget,
)

from joip_desktop.ui.focus import frame_focus, ring
from joip_desktop.ui.jobs.jobs_model import PROGRESS_ROLE

Index = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT: Final = 30
_ROW_AIR: Final = 10
_TAB_ROOM: Final = 4
_BAR_HEIGHT: Final = 4.0
_BAR_MARGIN: Final = 4.0


class ReadingTable(QTableView):
    """A table to read and to choose one row of; where there is none, a sentence stands for them."""

    def __init__(self, model: QAbstractItemModel, *, name: str, empty: str, parent: QWidget | None = None) -> None:
        self._row_height = _ROW_HEIGHT
        super().__init__(parent)
        self._empty = empty
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # or the keyboard never gets to the buttons
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_row_height(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def set_row_height(self, height: int) -> None:
        """Let rows be that high, or as high as their text needs."""
        self._row_height = height
        self.verticalHeader().setDefaultSectionSize(max(height, self.fontMetrics().height() + _ROW_AIR))

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.set_row_height(self._row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or the sentence that stands for none."""
        super().paintEvent(event)
        frame_focus(self)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(40, 0, -40, 0), flags, self._empty)
            painter.end()


class _RowDelegate(QStyledItemDelegate):
    """Draws no focus on one cell: rows are what is chosen, and the tint makes its text hard to read."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class ProgressDelegate(_RowDelegate):
    """Draws a bar under the text while there is progress; the text says the same."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102 - Qt's name
        super().paint(painter, option, index)
        part = index.data(PROGRESS_ROLE)
        if part is None:
            return
        palette: QPalette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = palette.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Link)
        track = QRectF(option.rect).adjusted(_BAR_MARGIN, 0, -_BAR_MARGIN, -2)
        track.setTop(track.bottom() - _BAR_HEIGHT)
        done = QRectF(track)
        done.setWidth(track.width() * part)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for bar, opacity in ((track, 0.25), (done, 1.0)):
            painter.setOpacity(opacity)
            painter.setBrush(ink)
            painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.restore()


class TallTabBar(QTabBar):
    """Tabs with room for letters that reach below the line, which Fusion cuts off in tabs that are behind."""

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802, D102 - Qt's name
        hint = super().tabSizeHint(index)
        return QSize(hint.width(), hint.height() + _TAB_ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tabs, the current one framed while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            ring(self, self.tabRect(self.currentIndex()).adjusted(2, 2, -2, -2))
