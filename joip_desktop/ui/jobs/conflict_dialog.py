"""Fields that were changed here and elsewhere, too: what they were, what both sides made of them, whose is kept."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.conflicts import Conflict, Side
from joip_desktop.domain.entry import State
from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import say
from joip_desktop.domain.session import Session
from joip_desktop.engine.library import LibraryEvent
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.discretion import HIDDEN_FIELDS, HIDDEN_VALUE, Discretion
from joip_desktop.ui.editor.veil import Veil
from joip_desktop.ui.jobs.conflict_words import HEADERS, HOW_TO_SEE, LABELS, intro_text, status_text
from joip_desktop.ui.jobs.views import ReadingTable
from joip_desktop.ui.labels import name_box, text_label
from joip_desktop.ui.theme import SPACE, Colours, without_icons
from joip_desktop.ui.values import value_text, whole_text
from joip_desktop.ui.wording import plain_tooltip, shortened

Key = tuple[int, str]
"""Session and field."""

ROWS: Final = 200
"""Rows at once: each has widgets of its own. The others come up as these are decided."""

_VALUE_HEADERS: Final = HEADERS[2:5]
_SESSION, _FIELD, _KEEP = 0, 1, 5
_ROW_HEIGHT: Final = 34
_CELL_LENGTH: Final = 200
_TIP_LENGTH: Final = 1000
_VEIL_LINES: Final = 3
_APART: Final = 7919
"""Between the seeds of the veils over the three values of a field."""
_SIDES: Final = tuple(LABELS)


class SideBox(QComboBox):
    """Mine, theirs, or not decided yet. Scrolling past it changes nothing."""

    decided = Signal(object)
    """The `Side` that the person chose; None where the choice was taken back."""

    entered = Signal()
    """It has the keyboard now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItems([say(label) for label in LABELS.values()])
        self.activated.connect(lambda position: self.decided.emit(_SIDES[position]))

    def show_side(self, side: Side | None) -> None:
        """Show a choice; emits nothing."""
        self.setCurrentIndex(_SIDES.index(side))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row comes into sight with it."""
        super().focusInEvent(event)
        self.entered.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel is the table's."""
        event.ignore()


class Conflicts:
    """What is in conflict now and what has been chosen; a choice holds as long as the values it was made between."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._found: dict[int, dict[str, Conflict]] = {}
        self._choices: dict[Key, tuple[Conflict, Side]] = {}
        self.look_again()

    def look_again(self, session_ids: Iterable[int] | None = None) -> bool:
        """Find the conflicts of these sessions, or of all, anew; whether any of them has or had one."""
        if session_ids is None:
            session_ids = [*self._found, *(entry.session_id for entry in self._workspace.outbox.conflicts)]
        any_found = False
        for session_id in session_ids:
            before, found = self._found.pop(session_id, {}), self._of(session_id)
            if found:
                self._found[session_id] = found
            any_found = any_found or bool(before or found)
        return any_found

    def _of(self, session_id: int) -> dict[str, Conflict]:
        server = self._workspace.library.server(session_id)
        outbox = self._workspace.outbox
        held = [entry for entry in outbox.entries(session_id) if entry.state is State.CONFLICT]
        if server is None:
            return {}
        found = {one.field: one for entry in held for one in outbox.compare(entry, server).conflicts}
        return {name: found[name] for name in FIELDS if name in found}

    def __len__(self) -> int:
        return sum(map(len, self._found.values()))

    @property
    def sessions(self) -> int:
        """The number of sessions that have any."""
        return len(self._found)

    @property
    def keys(self) -> list[Key]:
        """All of them."""
        return [(session_id, field) for session_id, fields in self._found.items() for field in fields]

    def get(self, key: Key) -> Conflict | None:
        """The conflict of a session's field; None where there is none any more."""
        return self._found.get(key[0], {}).get(key[1])

    def session(self, session_id: int) -> Session | None:
        """The session with the title that it had before: a new one may have been given to many of them."""
        session, title = self._workspace.library.server(session_id), self.get((session_id, "title"))
        if session is not None and title is not None:
            session = session.with_values({"title": title.base})
        return session

    def side(self, key: Key) -> Side | None:
        """What was chosen between the values as they are now."""
        conflict, side = self._choices.get(key, (None, None))
        return side if conflict is not None and conflict == self.get(key) else None

    def choose(self, keys: Iterable[Key], side: Side | None) -> None:
        """Decide; None takes a choice back."""
        for key in keys:
            conflict = self.get(key)
            if conflict is None or side is None:
                self._choices.pop(key, None)
            else:
                self._choices[key] = (conflict, side)

    def chosen(self) -> dict[int, dict[str, Side]]:
        """By session and field, whose value is kept."""
        chosen: dict[int, dict[str, Side]] = {}
        for session_id, field in self.keys:
            if (side := self.side((session_id, field))) is not None:
                chosen.setdefault(session_id, {})[field] = side
        return chosen


class ConflictDialog(QDialog):
    """Lets the person decide, and follows the outbox meanwhile; closes itself when nothing is left to decide."""

    chosen = Signal(object)
    """By session and field, the `Side` whose value is kept: `dict[int, dict[str, Side]]`."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        colours: Colours,
        discretion: Discretion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion or Discretion(self)
        self._workspace = workspace
        self._conflicts = Conflicts(workspace)
        self._rows: list[Key] = []
        self._boxes: dict[Key, SideBox] = {}
        self.setWindowTitle(say("Changed elsewhere, too"))
        self._intro = text_label()
        self._status = text_label()
        self._status.setStyleSheet(f"color: {colours.muted}")
        self.mine_button, self.theirs_button = QPushButton(say("All &mine")), QPushButton(say("All &theirs"))
        self._model = QStandardItemModel(self)
        self.table = _make_table(self._model)
        self.details = [_make_details(say(head)) for head in _VALUE_HEADERS]
        self._veils = [Veil(pane, self._discretion, lines=_VEIL_LINES) for pane in self.details]
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.ok_button = self.buttons.addButton(say("&Apply choices"), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)
        self._ending = QTimer(self)
        self._ending.setSingleShot(True)
        self._ending.timeout.connect(self._end)
        self._lay_out()
        self._connect()
        self._show()
        if self._rows:
            self.table.setCurrentIndex(self._model.index(0, _SESSION))
            self._boxes[self._rows[0]].setFocus()

    # --- what people do ---------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Close and tell the choices that still hold; with none, stay."""
        if chosen := self._conflicts.chosen():
            super().accept()
            self.chosen.emit(chosen)

    def _choose(self, key: Key, side: Side | None) -> None:
        self._conflicts.choose([key], side)
        self._show_choices()

    def _choose_all(self, side: Side) -> None:
        self._conflicts.choose(self._conflicts.keys, side)
        self._show_choices()

    # --- what happens meanwhile -------------------------------------------------------------------------------------

    def _on_library(self, event: LibraryEvent) -> None:
        # Under a change that waits, the list may say something new that no view of the session shows.
        self._follow(None if event.reset or event.listed else event.changed)

    def _follow(self, session_ids: Iterable[int] | None) -> None:
        if self._conflicts.look_again(session_ids):
            self._show()

    def _on_entered(self, key: Key) -> None:
        if key in self._boxes:  # not of a row that is just going
            self.table.setCurrentIndex(self._model.index(self._rows.index(key), _SESSION))

    def _end(self) -> None:
        """Nothing is left, and that was not only between two steps of the engine."""
        if not len(self._conflicts):
            self.reject()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Rows that stay keep their places; new ones come below."""
        focused = self.focusWidget()
        held = next((row for row, key in enumerate(self._rows) if self._boxes[key] is focused), None)
        for row in reversed(range(len(self._rows))):
            if self._conflicts.get(self._rows[row]) is None:
                del self._boxes[self._rows.pop(row)]
                self._model.removeRow(row)
        there = set(self._rows)
        for key in [key for key in self._conflicts.keys if key not in there][: ROWS - len(self._rows)]:
            self._add_row(key)
        self._show_rows()
        self._order_tabs()
        if held is not None and self._rows and focused not in self._boxes.values():
            self._boxes[self._rows[min(held, len(self._rows) - 1)]].setFocus()
        self._show_choices()
        self._show_details()
        if not self._rows:
            self._ending.start()

    def _add_row(self, key: Key) -> None:
        row = len(self._rows)
        self._rows.append(key)
        self._model.appendRow([QStandardItem() for _ in HEADERS])
        box = self._boxes[key] = SideBox()
        box.decided.connect(lambda side: self._choose(key, side))
        box.entered.connect(lambda: self._on_entered(key))
        self.table.setIndexWidget(self._model.index(row, _KEEP), box)

    def _show_rows(self) -> None:
        for row, key in enumerate(self._rows):
            self._show_row(row, key)

    def _show_row(self, row: int, key: Key) -> None:
        session_id, field = key
        conflict = self._conflicts.get(key)
        if conflict is None:
            return
        name = self._discretion.session_name(self._conflicts.session(session_id), session_id)
        label = FIELDS[field].label
        values = [value_text(field, value) for value in (conflict.base, conflict.mine, conflict.theirs)]
        if hidden := self._discretion.hides(field):
            values = [say(HIDDEN_VALUE)] * len(values)
        for column, text in enumerate((name, label, *values)):
            item = self._model.item(row, column)
            item.setText(shortened(text, _CELL_LENGTH))
            tip = say(HOW_TO_SEE) if hidden and column > _FIELD else shortened(text, _TIP_LENGTH)
            item.setToolTip(plain_tooltip(tip))
        name_box(self._boxes[key], say("Keep for {field} of {session}", field=label, session=name))

    def _show_choices(self) -> None:
        for key, box in self._boxes.items():
            box.show_side(self._conflicts.side(key))
        count, decided = len(self._conflicts), sum(map(len, self._conflicts.chosen().values()))
        self._intro.setText(intro_text(count, self._conflicts.sessions))
        self._status.setText(status_text(decided, count, more=count - len(self._rows)))
        self.ok_button.setEnabled(decided > 0)

    def _show_details(self) -> None:
        """The values of the current row in full; two long texts may differ only at their ends. Veils lie over them."""
        row = self.table.currentIndex().row()
        conflict = self._conflicts.get(self._rows[row]) if 0 <= row < len(self._rows) else None
        values = (conflict.base, conflict.mine, conflict.theirs) if conflict is not None else (None,) * 3
        for pane, value in zip(self.details, values, strict=True):
            text = whole_text(conflict.field, value) if conflict is not None else ""
            if pane.toPlainText() != text:
                pane.setPlainText(text)
        for place, veil in enumerate(self._veils):
            hidden = conflict is not None and conflict.field in HIDDEN_FIELDS
            veil.set_seed(self._rows[row][0] + place * _APART if hidden else None)

    # --- putting together -------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.mine_button.clicked.connect(lambda: self._choose_all(Side.MINE))
        self.theirs_button.clicked.connect(lambda: self._choose_all(Side.THEIRS))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_details())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._discretion.changed.connect(self._show_rows)
        stops = [
            self._workspace.outbox.changed.add(lambda event: self._follow(event.sessions)),
            self._workspace.library.changed.add(self._on_library),
        ]
        self.finished.connect(lambda _: self._ending.stop())
        for over in (self.finished, self.destroyed):  # a window that is deleted takes its open dialogs along
            over.connect(lambda *_: [stop() for stop in stops])

    def _order_tabs(self) -> None:
        """As it is read: for all, the table, its choices row by row, the rest."""
        boxes = [self._boxes[key] for key in self._rows]
        order = [self.mine_button, self.theirs_button, self.table, *boxes, *self.details, *self.buttons.buttons()]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _lay_out(self) -> None:
        for_all = QHBoxLayout()
        for_all.addWidget(self.mine_button)
        for_all.addWidget(self.theirs_button)
        for_all.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._intro)
        layout.addLayout(for_all)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._side_by_side())
        for widget in (self._status, self.buttons):
            layout.addWidget(widget)
        for button in (self.mine_button, self.theirs_button):
            button.setAutoDefault(False)
        self.ok_button.setDefault(True)  # not before the button is in the dialog, or Enter would cancel
        self.resize(860, 540)

    def _side_by_side(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(2)
        for column, (head, pane) in enumerate(zip(_VALUE_HEADERS, self.details, strict=True)):
            grid.addWidget(QLabel(say(head)), 0, column)
            grid.addWidget(pane, 1, column)
        return grid


def _make_table(model: QStandardItemModel) -> ReadingTable:
    model.setHorizontalHeaderLabels([say(head) for head in HEADERS])
    for column, head in enumerate(HEADERS):
        model.horizontalHeaderItem(column).setToolTip(plain_tooltip(say(head)))
    name, empty = say("Fields that were changed elsewhere, too"), say("Nothing is left to decide.")
    table = ReadingTable(model, name=name, empty=empty)
    table.set_row_height(max(_ROW_HEIGHT, SideBox().sizeHint().height()))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    for column in (_FIELD, _KEEP):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _make_details(head: str) -> QPlainTextEdit:
    details = QPlainTextEdit()
    details.setReadOnly(True)
    details.setTabChangesFocus(True)
    details.setAccessibleName(say("{column}, in full", column=head))
    details.setFixedHeight(4 * details.fontMetrics().lineSpacing() + 2 * SPACE)
    return details
