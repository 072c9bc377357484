"""The table on a desk: sessions in memory, their model and selection, a mouse, and what the table tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.cell_editor import CellEditor
from joip_desktop.ui.sessions.columns import COLUMNS, TITLE
from joip_desktop.ui.sessions.model import Index, SessionTableModel
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.table_view import SessionTable
from joip_desktop.ui.sessions.typed_text import TypedText
from tests.helpers.still_workspace import workspace_of

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HUGE = 2**70
AT = {column.name: section for section, column in enumerate(COLUMNS)}


def sessions(count: int = 20) -> list[Session]:
    """The newest one first, as the table sorts them until somebody chooses."""
    return [
        Session(
            id=HUGE + number,
            title=f"Title {number}",
            is_favorite=number % 2 == 0,
            interval_min=4,
            interval_max=12,
            category_id=3,
            transition="fade",
            caption_theme="joi",
            is_imported=False,
            updated_at=f"2025-01-{28 - number // 1440:02}T{23 - number // 60 % 24:02}:{59 - number % 60:02}:00.000Z",
        )
        for number in range(count)
    ]


def titles_by(desk: TableDesk) -> type[object]:
    """What paints titles."""
    return type(desk.table.itemDelegateForIndex(desk.index(0)))


class CountingModel(SessionTableModel):
    """Counts how often each row is asked for something."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.asked: Counter[int] = Counter()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked[index.row()] += 1
        return super().data(index, role)


class TableDesk:
    """The table is shown and has the keyboard; `selected` and `current` are numbers of sessions, less `HUGE`."""

    def __init__(
        self, qtbot: QtBot, *shown: Session, width: int = 1000, height: int = 400, columns: QByteArray | None = None
    ) -> None:
        self.workspace: Workspace = workspace_of(*shown)
        self.model = CountingModel(self.workspace)
        self.selection = SessionSelection(self.model)
        self.is_hidden: Callable[[int, bool], bool] = lambda _id, _hovered: False
        self.window = QWidget()  # so that there is something else to go to
        self.table = SessionTable(self.model, self.selection, hidden=self._hides, parent=self.window)
        self.time = 0.0
        self.table._typed = TypedText(clock=lambda: self.time, pause=lambda: 0.4)
        self.starred: list[int] = []
        self.selections: list[tuple[int, ...]] = []
        self.edited: list[tuple[int, dict[str, FieldValue]]] = []
        self.seen: list[tuple[int, int]] = []
        self.menus: list[QPoint] = []
        self.columns_changed = 0
        self.table.star_clicked.connect(self.starred.append)
        self.selection.changed.connect(lambda: self.selections.append(self.selection.ids()))
        self.table.cell_edited.connect(lambda session_id, values: self.edited.append((session_id - HUGE, values)))
        self.table.rows_in_sight.connect(lambda first, last: self.seen.append((first, last)))
        self.table.menu_wanted.connect(self.menus.append)
        self.table.columns_changed.connect(self._on_columns)
        if columns is not None:  # of an earlier run
            self.table.has_chosen_columns = self.table.horizontalHeader().restoreState(columns)
        qtbot.addWidget(self.window)
        self.resize(width, height)
        self.window.show()
        assert QTest.qWaitForWindowActive(self.window)
        self.table.setFocus()
        QApplication.processEvents()

    def close(self) -> None:
        self.model.close()
        self.window.close()

    def _hides(self, session_id: int, hovered: bool) -> bool:
        return self.is_hidden(session_id, hovered)

    def _on_columns(self) -> None:
        self.columns_changed += 1

    # --- hands ------------------------------------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        self.table.resize(width, height)
        QApplication.processEvents()

    def index(self, row: int, column: int = TITLE) -> QModelIndex:
        return self.model.index(row, column)

    def at(self, row: int, column: int = TITLE) -> QPoint:
        return QPoint(self.table.visualRect(self.index(row, column)).center())

    def click(self, row: int, column: int = TITLE, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.table.viewport(), LEFT, keys, self.at(row, column))

    def double_click(self, row: int, column: int = TITLE) -> None:
        self.click(row, column)
        QTest.mouseDClick(self.table.viewport(), LEFT, PLAIN, self.at(row, column))
        QApplication.processEvents()

    def click_header(self, name: str, keys: Qt.KeyboardModifier = PLAIN) -> None:
        header, section = self.table.horizontalHeader(), AT[name]
        middle = header.sectionViewportPosition(section) + header.sectionSize(section) // 2
        QTest.mouseClick(header.viewport(), LEFT, keys, QPoint(middle, header.height() // 2))
        QApplication.processEvents()

    def drag(self, to: QPoint) -> None:
        """Move with the left button down, which `QTest.mouseMove` leaves out."""
        viewport, where = self.table.viewport(), QPointF(to)
        nothing = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), nothing, LEFT, PLAIN)
        QApplication.sendEvent(viewport, event)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focus, text)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.focus, key, keys)
        QApplication.processEvents()

    def scroll(self, value: int) -> None:
        self.table.verticalScrollBar().setValue(value)
        QApplication.processEvents()

    def load(self, *listed: Session) -> None:
        self.workspace.library.load(listed)
        QApplication.processEvents()

    # --- eyes -------------------------------------------------------------------------------------------------------

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def has_editor(self) -> bool:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return bool(self.table.findChildren(CellEditor))

    @property
    def editor(self) -> CellEditor:
        assert self.has_editor()
        (found,) = self.table.findChildren(CellEditor)
        return found

    @property
    def shown(self) -> list[int]:
        return [one.id - HUGE for one in self.model.sessions()]

    @property
    def selected(self) -> list[int]:
        return [one - HUGE for one in self.selection.ids()]

    @property
    def marked(self) -> set[int]:
        """What Qt paints as selected."""
        rows = range(self.model.rowCount())
        return {self.shown[row] for row in rows if self.table.selectionModel().isSelected(self.index(row))}

    @property
    def current(self) -> int | None:
        one = self.selection.current_id()
        return None if one is None else one - HUGE

    def picture(self, row: int, column: int) -> QImage:
        self.table.clearFocus()  # whose frame goes round the rows at the edge
        return self.table.viewport().grab(self.table.visualRect(self.index(row, column))).toImage()

    def all(self) -> QImage:
        self.table.clearFocus()
        return self.table.viewport().grab().toImage()
