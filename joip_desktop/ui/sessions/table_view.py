"""The table: selection by session, stars by click, sorting by header."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE, UPDATED
from joip_desktop.ui.sessions.delegates import StarDelegate
from joip_desktop.ui.sessions.model import SessionTableModel, runs
from joip_desktop.ui.theme import Colours

_ROW_HEIGHT = 30


class SessionTable(QTableView):
    """Shows a `SessionTableModel`. Selection and current session survive sorting, searching and refreshing."""

    star_clicked = Signal(object)
    """The id of the session whose star was clicked (an object: ids may be larger than Qt's integers)."""

    selection_changed = Signal()
    """The selected sessions are others than before."""

    def __init__(self, model: SessionTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = model
        self._selected: tuple[int, ...] = ()
        self._kept_current: int | None = None
        self._kept_scroll = 0
        self._empty_text = ""
        self._on_star = False
        self._stars = StarDelegate(self)
        self.setAccessibleName("Sessions")
        self._set_up()
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        # Connected after the view's own slots, so the view has let go of the old rows when the selection comes back.
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.horizontalHeader().setSortIndicator(UPDATED, Qt.SortOrder.DescendingOrder)
        self._lay_out_columns()

    def selected_ids(self) -> Sequence[int]:
        """The selected sessions, in the order of their rows."""
        return self._selected

    def current_id(self) -> int | None:
        """The session of the current row."""
        index = self.currentIndex()
        return self._sessions.session(index.row()).id if index.isValid() else None

    def select(self, session_ids: Sequence[int], *, current: int | None = None) -> None:
        """Select these sessions, as far as rows show them; `current` gets the focus frame, the first one by default."""
        rows = [row for one in session_ids if (row := self._sessions.row_of(one)) is not None]
        current_row = self._sessions.row_of(current) if current is not None else next(iter(rows), None)
        selection = QItemSelection()
        for first, last in runs(sorted(rows)):
            selection.select(self._sessions.index(first, 0), self._sessions.index(last, len(COLUMNS) - 1))
        if current_row is not None:
            index = self._sessions.index(current_row, TITLE)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def set_colours(self, colours: Colours) -> None:
        """Paint in the colours of another appearance."""
        self._stars.colours = colours
        self._sessions.set_colours(colours)
        self.viewport().update()

    def set_empty_text(self, text: str) -> None:
        """What to say in place of rows when there are none."""
        if text != self._empty_text:
            self._empty_text = text
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """What is scrolled is moved as it was painted, the frame of the focus included; so paint all of it anew."""
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or the text that stands for none."""
        super().paintEvent(event)
        frame_focus(self)
        if self._empty_text and not self._sessions.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(40, 0, -40, 0), flags, self._empty_text)
            painter.end()

    # --- mouse ------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a star toggles that session's star and leaves the selection alone."""
        index = self._star_at(event.position().toPoint())
        self._on_star = index.isValid() and event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        if self._on_star:
            self.star_clicked.emit(self._sessions.session(index.row()).id)
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Of two quick clicks on a star, both count."""
        if self._star_at(event.position().toPoint()).isValid():
            self.mousePressEvent(event)
            return
        super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging off a star selects nothing."""
        if not self._on_star:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a click on a star is none of the view's business either."""
        if not self._on_star:
            super().mouseReleaseEvent(event)
        self._on_star = False

    def _star_at(self, point: QPoint) -> QModelIndex:
        index = self.indexAt(point)
        return index if index.isValid() and index.column() == STAR else QModelIndex()

    # --- keeping the selection --------------------------------------------------------------------------------------

    def _keep(self) -> None:
        self._kept_current = self.current_id()
        self._kept_scroll = self.verticalScrollBar().value()

    def _restore(self) -> None:
        self.select(self._selected, current=self._kept_current)
        self.verticalScrollBar().setValue(self._kept_scroll)
        self._on_selection()

    def _on_selection(self) -> None:
        ranges = self.selectionModel().selection()
        blocks = [ranges.at(position) for position in range(ranges.size())]
        rows = sorted(row for block in blocks for row in range(block.top(), block.bottom() + 1))
        selected = tuple(self._sessions.session(row).id for row in rows)
        if selected != self._selected:
            self._selected = selected
            self.selection_changed.emit()

    # --- looks ------------------------------------------------------------------------------------------------------

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegateForColumn(STAR, self._stars)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setSortingEnabled(True)

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        for position, column in enumerate(COLUMNS):
            header.resizeSection(position, column.width)
        header.setSectionResizeMode(STAR, QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(COLUMNS[STAR].width)
