"""One operation on many sessions before it is planned: its parameters, and what each session has before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import Session
from joip_desktop.engine.bulk import BulkPreview, BulkRow, Operation, previewing
from joip_desktop.engine.review import excerpts
from joip_desktop.engine.slices import AT_ONCE, Work, at_once, first_slice, give_up_unless, in_slices
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.dialogs.bulk_parameters import PARAMETERS, Parameters
from joip_desktop.ui.dialogs.bulk_words import OPERATIONS, accept_text, counts_text, row_texts
from joip_desktop.ui.discretion import HIDDEN, HIDDEN_FIELDS, HIDDEN_VALUE, Discretion
from joip_desktop.ui.editor.several_words import COUNTING
from joip_desktop.ui.jobs.views import ReadingTable
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours, without_icons
from joip_desktop.ui.wording import plain_tooltip, shortened

_WIDTH: Final = 680
_HEIGHT: Final = 480
_CELL_LENGTH: Final = 200
_TIP_LENGTH: Final = 1000
_HEADERS: Final = (later("Session"), later("Before"), later("After"), later("To note"))
_SESSION, _NOTE = 0, 3
_NUMBER_NEEDED: Final = later("Enter a whole number.")
_STRETCH: Final = QHeaderView.ResizeMode.Stretch


class BulkDialog(QDialog):
    """Asks for the parameters of an operation and tries them at once; planning and sending are for the window to do.

    What is shown is tried when the parameters change; the plan that is made afterwards looks at the sessions again.
    """

    chosen = Signal(object)
    """The `Operation`, once it was agreed to."""

    def __init__(
        self,
        parameters: Parameters,
        session_ids: Sequence[int],
        *,
        title: str,
        workspace: Workspace,
        colours: Colours,
        tasks: Tasks | None = None,
        discretion: Discretion | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.parameters = parameters
        self._session_ids = session_ids
        self._workspace = workspace
        self._colours = colours
        self._tasks = tasks
        self._discretion = discretion or Discretion(self)
        self._try = 0
        """Counts what was tried; whatever belongs to a former number is given up."""
        self._operation: Operation | None = None
        """What the button stands for; None while it stands for nothing."""
        self._rows: Sequence[BulkRow] = ()
        self.setWindowTitle(title)
        self.problems = text_label()
        self.problems.setMinimumHeight(self.problems.fontMetrics().lineSpacing())  # so that nothing moves while typing
        self.counts = text_label()
        self.counts.setMinimumHeight(3 * self.counts.fontMetrics().lineSpacing())
        self.counts.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._model = QStandardItemModel(0, len(_HEADERS), self)
        self._model.setHorizontalHeaderLabels([say(header) for header in _HEADERS])
        self.table = ReadingTable(
            self._model, name=say("Before and after"), empty=say("Sessions that change are listed here.")
        )
        self.table.horizontalHeader().setSectionResizeMode(_STRETCH)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(accept_text(None), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        for widget in (parameters, self.problems, self.table, self.counts, self.buttons):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        self.accept_button.setDefault(True)  # not before the button is in the dialog, or Enter would cancel
        self.resize(_WIDTH, _HEIGHT)
        parameters.changed.connect(lambda: self._look_again(typed=True))
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self.reject)
        self._discretion.changed.connect(self._show_anew)
        self.finished.connect(lambda _: self._give_up())
        self._look_again(typed=False)
        parameters.first.setFocus()

    def _look_again(self, *, typed: bool) -> None:
        """Try what is entered now. Before anything was typed, what is missing is no mistake."""
        self._give_up()
        operation = self.parameters.operation()
        wrong = [say(_NUMBER_NEEDED)] if operation is None else [one.sentence for one in operation.problems()]
        self.problems.setText("\n".join(wrong))
        self.parameters.first.setAccessibleDescription(self.problems.text())
        self.problems.setStyleSheet(f"color: {self._colours.error if typed else self._colours.muted}")
        self.accept_button.setEnabled(False)
        if operation is None or wrong:
            self._show_rows(())
            self.counts.setText("")
            self.accept_button.setText(accept_text(None))
            return
        work = self._trying(operation)
        few = self._tasks is None or len(self._session_ids) <= AT_ONCE
        preview = at_once(work) if few else first_slice(work)
        if preview is not None:
            self._show(operation, preview)
        elif self._tasks is not None:
            self.counts.setText(say(COUNTING))
            self._tasks.spawn(self._go_on(operation, work), name="try an operation on many sessions")

    def _trying(self, operation: Operation) -> Work[BulkPreview | None]:
        """Rows are shown as soon as there are enough; the counts take longer."""
        attempt = self._try
        work = previewing(self._sessions(), operation, rows_found=self._show_rows)
        return give_up_unless(work, lambda: self._try == attempt)

    async def _go_on(self, operation: Operation, work: Work[BulkPreview | None]) -> None:
        preview = await in_slices(work)
        if preview is not None:
            self._show(operation, preview)

    def _sessions(self) -> Iterator[Session]:
        get = self._workspace.library.get
        return (session for session_id in self._session_ids if (session := get(session_id)) is not None)

    def _give_up(self) -> None:
        self._try += 1
        self._operation = None

    def _show(self, operation: Operation, preview: BulkPreview) -> None:
        self._show_rows(preview.rows)
        self.counts.setText(counts_text(preview))
        self.accept_button.setText(accept_text(preview.changed))
        self.accept_button.setEnabled(preview.changed > 0)
        self._operation = operation if preview.changed else None

    def _show_rows(self, rows: Sequence[BulkRow]) -> None:
        if rows is self._rows:
            return  # told before they were counted
        self._rows = rows
        self._show_anew()

    def _show_anew(self) -> None:
        rows, discreet = self._rows, self._discretion.on
        self._model.removeRows(0, self._model.rowCount())
        for row in rows:
            self._model.appendRow(self._items(row))
        # What is done to titles says which session it is.
        self.table.setColumnHidden(_SESSION, not discreet and any("title" in row.after for row in rows))
        self.table.setColumnHidden(_NOTE, not any(row.note for row in rows))

    def _items(self, row: BulkRow) -> list[QStandardItem]:
        name = _item(self._discretion.session_name(row.session, row.session.id))
        note = _item(row.note)
        if self._discretion.on and not HIDDEN_FIELDS.isdisjoint(row.after):
            return [name, *(_item(say(HIDDEN_VALUE), tip=say(HIDDEN)) for _ in range(2)), note]
        before, after = row_texts(row)
        cells = zip(excerpts(before, after), (before, after), strict=True)
        return [name, *(_item(cell, tip=whole) for cell, whole in cells), note]

    def _on_accept(self) -> None:
        operation = self._operation
        if operation is not None:
            self.accept()
            self.chosen.emit(operation)


def _item(text: str, *, tip: str = "") -> QStandardItem:
    item = QStandardItem(shortened(text, _CELL_LENGTH))
    item.setToolTip(plain_tooltip(shortened(tip or text, _TIP_LENGTH)))
    return item


def operation_dialog(
    name: str,
    session_ids: Sequence[int],
    *,
    workspace: Workspace,
    colours: Colours,
    tasks: Tasks | None = None,
    discretion: Discretion | None = None,
    parent: QWidget | None = None,
) -> BulkDialog:
    """The dialog of an operation by its stable name, one of `OPERATIONS`."""
    return BulkDialog(
        PARAMETERS[name](),
        session_ids,
        title=say(OPERATIONS[name].title),
        workspace=workspace,
        colours=colours,
        tasks=tasks,
        discretion=discretion,
        parent=parent,
    )
