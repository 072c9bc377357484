"""The table of exchanges with the server, the latest on top, as many as a filter lets through."""

from __future__ import annotations

from collections import deque
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from joip_desktop.domain.say import later, number, say, tenths
from joip_desktop.domain.traffic import Exchange, matches
from joip_desktop.engine.traffic import TrafficEvent, TrafficLog
from joip_desktop.ui.theme import Colours
from joip_desktop.ui.wording import plain_tooltip, shown_text

Index = QModelIndex | QPersistentModelIndex

HEADERS: Final = (
    *(later("Time"), later("Method"), later("Path"), later("Status")),
    *(later("Duration"), later("Tokens left"), later("Size")),
)
WIDTHS: Final = (75, 70, 180, 140, 80, 95, 80)

_NUMBERS: Final = frozenset({4, 5, 6})
_KB: Final = 1000
_Role = Qt.ItemDataRole


class TrafficModel(QAbstractTableModel):
    """Follows the log between `begin` and `stop`; while nobody looks, it costs nothing."""

    def __init__(self, log: TrafficLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._rows: deque[int] = deque()
        """Numbers of exchanges, the latest first."""

        self._words: list[str] = []
        self._failures_only = False
        self._failed_ink: QColor | None = None
        self._stop_listening = _nothing

    def begin(self) -> None:
        """Show what there is, and follow."""
        self.stop()
        self._stop_listening = self._log.changed.add(self._on_changed)
        self._read_anew()

    def stop(self) -> None:
        """Follow no longer; what is shown stays."""
        self._stop_listening()
        self._stop_listening = _nothing

    def filter(self, text: str, *, failures_only: bool) -> None:
        """Show those that have all the words in method, path, status or error."""
        self._words, self._failures_only = text.lower().split(), failures_only
        self._read_anew()

    def exchange(self, row: int) -> Exchange | None:
        """The exchange in a row; None where it is no longer kept."""
        return self._log.get(self._rows[row]) if 0 <= row < len(self._rows) else None

    def row_of(self, number: int) -> int:
        """The row of an exchange; -1 where it is not shown."""
        return self._rows.index(number) if number in self._rows else -1

    def shown(self) -> list[Exchange]:
        """All that pass the filter, the oldest first."""
        return [one for one in self._log.exchanges if self._passes(one)]

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._failed_ink = QColor(colours.error)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102 - Qt's names
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, D102
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> str | None:  # noqa: D102
        shown = orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole
        return say(HEADERS[section]) if shown else None

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:  # noqa: ANN401, D102 - as Qt has it
        exchange = self.exchange(index.row()) if index.isValid() else None
        if exchange is None:
            return None
        if role == _Role.DisplayRole:
            return shown_text(_text(exchange, index.column()))
        if role == _Role.ToolTipRole:
            return plain_tooltip(exchange.error or _text(exchange, index.column()))
        if role == _Role.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return self._failed_ink if role == _Role.ForegroundRole and exchange.is_failure else None

    def _passes(self, exchange: Exchange) -> bool:
        return (exchange.is_failure or not self._failures_only) and matches(exchange, self._words)

    def _read_anew(self) -> None:
        self.beginResetModel()
        self._rows = deque(one.number for one in reversed(self._log.exchanges) if self._passes(one))
        self.endResetModel()

    def _on_changed(self, event: TrafficEvent) -> None:
        """A new row comes on top and old ones go at the bottom, so that what is being read stays where it is."""
        old = 0
        while old < len(self._rows) and self._rows[-1 - old] < event.first:
            old += 1
        if old:
            self.beginRemoveRows(QModelIndex(), len(self._rows) - old, len(self._rows) - 1)
            for _ in range(old):
                self._rows.pop()
            self.endRemoveRows()
        if event.added is not None and self._passes(event.added):
            self.beginInsertRows(QModelIndex(), 0, 0)
            self._rows.appendleft(event.added.number)
            self.endInsertRows()


def _nothing() -> None:
    """Stands for the end of a listening that has not begun."""


def _text(exchange: Exchange, column: int) -> str:
    """What stands in a cell, in the order of `HEADERS`."""
    texts = (
        exchange.started.astimezone().strftime("%H:%M:%S"),
        exchange.method,
        exchange.target,
        exchange.status_text or say("No answer"),
        say("{n} ms", n=number(round(exchange.seconds * 1000))),
        "" if exchange.remaining is None else number(exchange.remaining),
        say("{n} KB", n=tenths(exchange.answer.size / _KB)) if exchange.status else "",
    )
    return texts[column]
