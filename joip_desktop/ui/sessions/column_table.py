"""A table view over `COLUMNS`: which of them are shown, in which order and how wide, and what rows are sorted by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from joip_desktop.storage.settings import Density
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, THUMBNAIL, TITLE, Column
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.theme import ROWS

_LEAST_TITLE = 150


class ColumnTable(QTableView):
    """The header's part of the sessions' table. The title has the room that the other columns leave."""

    columns_changed = Signal()
    """Other columns are shown."""

    shape_changed = Signal()
    """Columns have another width or place, others are shown, or rows are sorted by others."""

    def __init__(self, model: SessionTableModel, parent: QWidget | None = None) -> None:
        self._was_shown = False
        self._width = 0
        """Of the view, when it got its size last."""
        super().__init__(parent)
        self._sessions = model
        self._density = Density.NORMAL
        self._lacking = 0
        self.has_chosen_columns = False
        """Whether widths and order of the columns are somebody's choice."""
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionClicked.connect(self._on_header)
        for change in (header.sectionMoved, header.sectionResized):
            change.connect(self.shape_changed)
        self.columns_changed.connect(self.shape_changed)

    def seen_columns(self) -> list[Column]:
        """The columns that are not hidden, from left to right, but for the picture's."""
        header = self.horizontalHeader()
        sections = (header.logicalIndex(place) for place in range(header.count()))
        return [COLUMNS[one] for one in sections if not header.isSectionHidden(one) and one != THUMBNAIL]

    @property
    def sorting(self) -> Sequence[str]:
        """The columns that rows are sorted by, as `sort_by` takes them."""
        return self._sessions.sorting

    # --- sorting ----------------------------------------------------------------------------------------------------

    def sort_by(self, sorting: Sequence[str]) -> None:
        """Sort by these columns, the first one first; "-" in front of a name is descending."""
        self._sessions.sort_by(sorting)
        self.may_change_columns()  # an editor holds the rows
        header = self.horizontalHeader()
        first = next(iter(self._sessions.sorting), "")
        section = next((at for at, column in enumerate(COLUMNS) if column.name == first.removeprefix("-")), -1)
        order = Qt.SortOrder.DescendingOrder if first.startswith("-") else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(section, order)
        self.shape_changed.emit()

    def _on_header(self, section: int) -> None:
        """A click sorts by that column, another one turns the order; with Shift it becomes one more level."""
        name, levels = COLUMNS[section].name, list(self._sessions.sorting)
        more = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        known = next((level for level in levels if level.removeprefix("-") == name), None)
        turned = name if known is None or known.startswith("-") else f"-{name}"
        if not more:
            self.sort_by([turned if levels[:1] == [known] else name])
        elif known is None:
            self.sort_by([*levels, name])
        else:
            self.sort_by([turned if level == known else level for level in levels])

    def add_to_sorting(self, name: str) -> None:
        """Let this column decide where the others leave rows equal."""
        self.sort_by([*self._sessions.sorting, name])

    def may_change_columns(self) -> bool:
        """Whether nothing is in the way of it."""
        return True

    # --- columns ----------------------------------------------------------------------------------------------------

    def show_column(self, name: str, shown: bool) -> None:
        """Show a column, or hide it."""
        if not self.may_change_columns():
            return
        section = next(at for at, column in enumerate(COLUMNS) if column.name == name)
        self.setColumnHidden(section, not shown)
        self.columns_changed.emit()

    def reset_columns(self) -> None:
        """Show the columns as at first: which ones, in which order, how wide."""
        if not self.may_change_columns():
            return
        header = self.horizontalHeader()
        for section in range(len(COLUMNS)):
            header.moveSection(header.visualIndex(section), section)
        self.lay_out_columns()
        self.fit_title()
        self.columns_changed.emit()

    def fit_title(self) -> None:
        """Give the title the room that the other columns leave, but not less than it needs to be read."""
        taken = sum(self.columnWidth(section) for section in range(len(COLUMNS)))
        self._widen_title(self._room - taken + self._lacking)

    def _widen_title(self, by: int) -> None:
        """What it takes beyond its room it gives back when there is more."""
        room = self.columnWidth(TITLE) - self._lacking + by
        self._lacking = max(0, _LEAST_TITLE - room)
        self.setColumnWidth(TITLE, room + self._lacking)

    @property
    def shows_pictures(self) -> bool:
        """Whether there is a column with pictures."""
        return not self.isColumnHidden(THUMBNAIL)

    def lay_out_columns(self) -> None:
        """Give the columns their usual widths; to be called when there is a model."""
        header = self.horizontalHeader()
        header.setMinimumSectionSize(COLUMNS[STAR].width)
        for position, column in enumerate(COLUMNS):
            header.resizeSection(position, max(column.width, header.sectionSizeHint(position)))
            header.setSectionHidden(position, not column.visible)
        for section in (STAR, THUMBNAIL):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
        self.set_density(self._density)

    def _widen_columns(self) -> None:
        """Let the names of the columns be read as a whole."""
        header = self.horizontalHeader()
        for section in range(header.count()):
            if section not in (STAR, THUMBNAIL, TITLE) and not header.isSectionHidden(section):
                header.resizeSection(section, max(header.sectionSize(section), header.sectionSizeHint(section)))
        self.fit_title()

    def set_density(self, density: Density) -> None:
        """Give rows more or less room; the first row in sight stays in sight."""
        top = self.rowAt(0)
        self._density = density
        self.verticalHeader().setDefaultSectionSize(ROWS[density].height_for(self.fontMetrics()))
        before = self.columnWidth(THUMBNAIL)
        self.setColumnWidth(THUMBNAIL, ROWS[density].picture_column)
        if self._was_shown:  # so that the columns fit as before
            self._widen_title(before - self.columnWidth(THUMBNAIL))
        if top > 0:
            self.scrollTo(self._sessions.index(top, TITLE), QTableView.ScrollHint.PositionAtTop)
        self.viewport().update()

    # --- room -------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The title gets the room that is there now. In a page that comes back, Qt tells no former size."""
        super().resizeEvent(event)
        before, self._width = self._width, event.size().width()
        if self._was_shown:
            self._widen_title(self._width - before)

    def showEvent(self, event: QShowEvent) -> None:
        """When it is shown first, columns as nobody has chosen them fit into the view, and others fill it."""
        super().showEvent(event)
        if not self._was_shown and (not self.has_chosen_columns or self.horizontalHeader().length() < self._room):
            self.fit_title()
        self._was_shown = True

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other rows, and other columns where nobody has chosen their widths."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._was_shown:
            self.set_density(self._density)
            if not self.has_chosen_columns:
                self._widen_columns()

    @property
    def _room(self) -> int:
        return self.viewport().width()
