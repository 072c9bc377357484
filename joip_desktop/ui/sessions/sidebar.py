"""The sidebar: places with their counts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from joip_desktop.engine.tally import Place, Tally
from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.icons import icon
from joip_desktop.ui.theme import Colours

LABELS = {
    Place.ALL: ("All sessions", "list"),
    Place.FAVOURITES: ("Favourites", "star"),
    Place.UNSAVED: ("Unsaved", "pencil"),
    Place.FAILED: ("Failed", "warning"),
    Place.CONFLICTS: ("Conflicts", "conflict"),
}


class Sidebar(QListWidget):
    """One row for each place; the counts come from the tally."""

    place_chosen = Signal(object)
    """The `Place` that was chosen."""

    def __init__(self, tally: Tally, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tally = tally
        self.setAccessibleName("Places")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(18, 18))
        for place in Place:
            item = QListWidgetItem(self)
            item.setData(Qt.ItemDataRole.UserRole, place)
            item.setSizeHint(QSize(120, 34))
        self.setCurrentRow(0)
        self._stop_listening = tally.changed.add(lambda _: self._count())
        self.currentRowChanged.connect(lambda row: self.place_chosen.emit(list(Place)[row]))
        self._count()

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self._stop_listening()

    def set_colours(self, colours: Colours) -> None:
        """Draw the icons in the colours of another appearance."""
        for row, place in enumerate(Place):
            self.item(row).setIcon(icon(LABELS[place][1], colours.muted, selected=colours.on_accent))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The places, framed while they have the keyboard."""
        super().paintEvent(event)
        frame_focus(self)

    def selectionCommand(
        self, _index: QModelIndex | QPersistentModelIndex, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """One place is always chosen: Ctrl and a click do not take the choice away."""
        return QItemSelectionModel.SelectionFlag.ClearAndSelect

    def _count(self) -> None:
        for row, place in enumerate(Place):
            count = self._tally.count(place)
            text = f"{LABELS[place][0]}  ({count:,})" if count else LABELS[place][0]
            if self.item(row).text() != text:
                self.item(row).setText(text)
