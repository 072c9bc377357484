"""The menu of the table's header, and its parts for other menus: which columns are shown, and how high rows are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from joip_desktop.domain.say import later, say
from joip_desktop.storage.settings import Density
from joip_desktop.ui.icons import icon
from joip_desktop.ui.sessions.columns import COLUMNS
from joip_desktop.ui.theme import Colours

_DENSITIES: Final = {
    Density.COMPACT: later("&Compact"),
    Density.NORMAL: later("&Normal"),
    Density.COMFORTABLE: later("C&omfortable"),
}


class ColumnsMenu(QMenu):
    """A tick for each column; it shows what the header has, and tells what is wished."""

    column_shown = Signal(str, bool)
    """A column's name, and whether it is to be shown."""

    reset_wanted = Signal()
    """Columns, their order and widths are to be as at first."""

    def __init__(self, header: QHeaderView, parent: QWidget | None = None) -> None:
        super().__init__(say("&Columns"), parent)
        self._header = header
        self._ticks = []
        for column in COLUMNS:
            tick = self.addAction(column.label)
            tick.setCheckable(True)
            tick.setEnabled(not column.fixed)
            tick.toggled.connect(partial(self.column_shown.emit, column.name))
            self._ticks.append(tick)
        self.addSeparator()
        self.addAction(say("&Reset Columns")).triggered.connect(self.reset_wanted)
        self.aboutToShow.connect(self._show_ticks)

    def _show_ticks(self) -> None:
        for section, tick in enumerate(self._ticks):
            with QSignalBlocker(tick):
                tick.setChecked(not self._header.isSectionHidden(section))


class DensityMenu(QMenu):
    """One of the heights of rows."""

    density_wanted = Signal(object)
    """The `Density` that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(say("Row &Height"), parent)
        group = QActionGroup(self)
        self._choices = {density: self.addAction(say(text)) for density, text in _DENSITIES.items()}
        for density, choice in self._choices.items():
            choice.setCheckable(True)
            choice.triggered.connect(lambda _checked, density=density: self.density_wanted.emit(density))
            group.addAction(choice)

    def set_density(self, density: Density) -> None:
        """Show which one is in use."""
        self._choices[density].setChecked(True)


class HeaderMenu(QMenu):
    """What a right click on the header offers. `sorting` gives the names of the columns that rows are sorted by.

    Names of columns to sort by have "-" in front for descending.
    """

    sort_wanted = Signal(str)
    """The name of the only column to sort by."""

    sort_added = Signal(str)
    """The name of a column that is to decide where the others leave rows equal."""

    def __init__(self, header: QHeaderView, sorting: Callable[[], Sequence[str]] = tuple) -> None:
        super().__init__(header)
        self.columns = ColumnsMenu(header, self)
        self.density = DensityMenu(self)
        self._header = header
        self._sorting = sorting
        self._name = ""
        self._up, self._down, self._more = self.addAction(""), self.addAction(""), self.addAction("")
        self.addSeparator()
        self.addMenu(self.columns)
        self.addMenu(self.density)
        self._up.triggered.connect(lambda: self.sort_wanted.emit(self._name))
        self._down.triggered.connect(lambda: self.sort_wanted.emit(f"-{self._name}"))
        self._more.triggered.connect(lambda: self.sort_added.emit(self._name))
        for direction in (self._up, self._down):
            direction.setCheckable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_request)

    def set_colours(self, colours: Colours) -> None:
        """Draw the icons in the colours of another appearance."""
        for action, name in (
            (self.columns.menuAction(), "columns"),
            (self.density.menuAction(), "density"),
        ):
            action.setIcon(icon(name, colours.text, disabled=colours.disabled))

    def _on_request(self, at: QPoint) -> None:
        section = self._header.logicalIndexAt(at)
        if section >= 0:
            self._show_sorting(section)
        for action in (self._up, self._down, self._more):
            action.setVisible(section >= 0)
        self.popup(self._header.viewport().mapToGlobal(at))

    def _show_sorting(self, section: int) -> None:
        column, levels = COLUMNS[section], tuple(self._sorting())
        self._name = column.name
        self._up.setText(say("Sort &Ascending by {column}", column=column.label))
        self._down.setText(say("Sort &Descending by {column}", column=column.label))
        self._more.setText(say("A&dd {column} to Sorting", column=column.label))
        self._up.setChecked(levels[:1] == (column.name,))
        self._down.setChecked(levels[:1] == (f"-{column.name}",))
        self._more.setEnabled(bool(levels) and not {column.name, f"-{column.name}"} & set(levels))
