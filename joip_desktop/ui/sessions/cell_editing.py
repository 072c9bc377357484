"""Editing in the cells of the table: which cells can be edited, and the delegate that opens their editors."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from joip_desktop.domain.rules import lock_reason
from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.cell_editor import CellEditor, Finish
from joip_desktop.ui.sessions.columns import COLUMNS, Column
from joip_desktop.ui.sessions.roles import SESSION_ROLE
from joip_desktop.ui.theme import LIGHT, Colours
from joip_desktop.ui.wording import plain_tooltip

_Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemDelegate.EndEditHint

_SOON: Final = 200
"""Milliseconds."""

_NOWHERE: Final = QModelIndex()
_STEPS: Final = {Finish.NEXT: 1, Finish.PREVIOUS: -1}


def editable(session: Session, column: Column) -> bool:
    """Whether a cell can be edited where it is."""
    return bool(column.edits) and not why_not(session, column)


def why_not(session: Session, column: Column) -> str:
    """Why a cell of a column that is edited in place can't be edited; nothing where it can."""
    return next((reason for name in column.edits if (reason := lock_reason(session, name))), "")


def keeps_open(editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> bool:
    """Whether the table must not close this editor now, because something that was typed would be lost.

    For the table's `closeEditor`, which Qt calls for every reason.
    """
    return isinstance(editor, CellEditor) and hint is not _Hint.RevertModelCache and editor.has_problems


class CellDelegate(QStyledItemDelegate):
    """Opens an editor over a cell whose column has `edits`, and tells what was entered. It paints as Qt does."""

    edited = Signal(object, object)
    """A session's id, and the values (by field name) that somebody gave it; they differ, and keep the rules."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours: Colours = LIGHT
        self._editor: CellEditor | None = None  # kept, as PySide forgets what is only the child of a viewport
        self._index = QPersistentModelIndex()

    @property
    def editor(self) -> CellEditor | None:
        """The editor that is open."""
        return self._editor

    def edited_index(self) -> QModelIndex:
        """The cell that the latest editor is for, wherever it is by now."""
        return self._index.model().index(self._index.row(), self._index.column()) if self._index.isValid() else _NOWHERE

    # --- Qt's questions, in the order in which they are asked -------------------------------------------------------

    def createEditor(  # type: ignore[override]  # with None, Qt opens nothing
        self, parent: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> QWidget | None:
        """The editor, or a hint why there is none; Qt's own name."""
        session, column = index.data(SESSION_ROLE), COLUMNS[index.column()]
        if not editable(session, column):
            if why := why_not(session, column):
                at, area = parent.mapToGlobal(option.rect.bottomLeft()), QRect(option.rect)
                # Not now: the end of a double click would take it away.
                QTimer.singleShot(_SOON, parent, lambda: QToolTip.showText(at, plain_tooltip(why), parent, area))
            return None
        self._index = QPersistentModelIndex(index)
        self._editor = CellEditor(session, column.edits, self.colours, parent)
        self._editor.finished.connect(self._on_finished)
        return self._editor

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:  # noqa: D102, N802
        super().destroyEditor(editor, index)
        if editor is self._editor:
            self._editor = None

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: D102, N802
        session = index.data(SESSION_ROLE)
        if isinstance(editor, CellEditor) and session is not None and session.id == editor.session_id:
            editor.rebase(session)

    def updateEditorGeometry(  # noqa: D102, N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        if isinstance(editor, CellEditor):
            editor.place(option.rect)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: _Index) -> None:  # noqa: D102
        if isinstance(editor, CellEditor) and (values := editor.take()):
            self.edited.emit(editor.session_id, values)

    def eventFilter(self, _editor: QObject, _event: QEvent) -> bool:  # noqa: D102, N802
        return False  # the editor has keys and ends of its own; Qt's would close it whatever is in it

    # --- ends -------------------------------------------------------------------------------------------------------

    def _on_finished(self, editor: CellEditor, finish: Finish) -> None:
        view, index, had_keyboard = _view_of(editor), self._index, editor.has_keyboard
        if finish is Finish.CANCEL:
            self.closeEditor.emit(editor, _Hint.RevertModelCache)
        else:
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _Hint.NoHint)
        if view is None:
            return
        if had_keyboard:
            view.setFocus()  # Qt does that for the first of two fields only
        if finish in _STEPS and index.isValid():
            _edit_beside(view, index.row(), index.column(), _STEPS[finish])


def _view_of(editor: QWidget) -> QTableView | None:
    viewport = editor.parentWidget()
    view = None if viewport is None else viewport.parentWidget()
    return view if isinstance(view, QTableView) else None


def _edit_beside(view: QTableView, row: int, column: int, step: int) -> None:
    """Edit the next cell of the row that can be edited, in the order in which the columns are seen."""
    header = view.horizontalHeader()
    session = view.model().index(row, column).data(SESSION_ROLE)
    place = header.visualIndex(column) + step
    while 0 <= place < header.count():
        beside = header.logicalIndex(place)
        if not header.isSectionHidden(beside) and editable(session, COLUMNS[beside]):
            index = view.model().index(row, beside)
            view.selectionModel().setCurrentIndex(index, view.selectionModel().SelectionFlag.NoUpdate)
            view.edit(index)
            return
        place += step
