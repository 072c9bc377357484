"""The table of notes: what happened without anybody asking, the latest first."""

from __future__ import annotations

from itertools import takewhile
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from joip_desktop.domain.say import later, say
from joip_desktop.engine.library import Library
from joip_desktop.engine.notes import Note, Notes
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.wording import local_time, plain_tooltip, shown_text

Index = QModelIndex | QPersistentModelIndex

NOTE_HEADERS: Final = (later("Time"), later("Session"), later("What happened"))

_Role = Qt.ItemDataRole


class NotesModel(QAbstractTableModel):
    """Rows are notes; a session's title is the one of now. The sentences are ours and quote no value."""

    def __init__(
        self, notes: Notes, library: Library, parent: QObject | None = None, *, discretion: Discretion | None = None
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion or Discretion(self)
        self._source = notes
        self._library = library
        self._notes = list(reversed(notes.all))
        self._discretion.changed.connect(self._show_names)
        self._stop_listening = notes.changed.add(lambda _: self._follow())

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self._stop_listening()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's names
        return 0 if parent.isValid() else len(self._notes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(NOTE_HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:  # noqa: D102
        shown = orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return say(NOTE_HEADERS[section]) if shown else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, D102 - as Qt has it
        if role not in (_Role.DisplayRole, _Role.ToolTipRole) or not index.isValid():
            return None
        text = self._text(self._notes[index.row()], index.column())
        return shown_text(text) if role == _Role.DisplayRole else plain_tooltip(text)

    def _text(self, note: Note, column: int) -> str:
        match column:
            case 0:
                return local_time(note.at.isoformat())
            case 1:
                return self._discretion.session_name(self._library.last_known(note.session_id), note.session_id)
            case _:
                return say(note.sentence)

    def _show_names(self) -> None:
        if self._notes:
            self.dataChanged.emit(self.index(0, 1), self.index(len(self._notes) - 1, 1))

    def _follow(self) -> None:
        """New rows come on top and old ones go at the bottom, so that what is being read stays where it is."""
        notes = list(reversed(self._source.all))
        latest = self._notes[0] if self._notes else None
        new = list(takewhile(lambda note: note is not latest, notes))
        if new:
            self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
            self._notes[:0] = new
            self.endInsertRows()
        if len(self._notes) > len(notes):
            self.beginRemoveRows(QModelIndex(), len(notes), len(self._notes) - 1)
            del self._notes[len(notes) :]
            self.endRemoveRows()
