"""The table: selection by session, stars by click, sorting by header."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from joip_desktop.domain.say import say
from joip_desktop.storage.settings import Density
from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.sessions.cell_editing import CellDelegate, keeps_open
from joip_desktop.ui.sessions.column_table import ColumnTable
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, THUMBNAIL, TITLE
from joip_desktop.ui.sessions.delegates import HiddenTextDelegate, StarDelegate, ThumbnailDelegate
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.mouse import PRESSES, StarClicks, menu_place
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.skeleton import paint_rows
from joip_desktop.ui.sessions.tiles import Hidden, Pictures
from joip_desktop.ui.sessions.typed_text import TypedText
from joip_desktop.ui.theme import LIGHT, Colours

_Trigger = QAbstractItemView.EditTrigger
_DEFAULT_SORTING = ("-updated",)


class SessionTable(ColumnTable):
    """Shows a `SessionTableModel`. Selection and current session survive sorting, searching and refreshing."""

    star_clicked = Signal(object)
    """The id of the session whose star was clicked (an object: ids may be larger than Qt's integers)."""

    menu_wanted = Signal(QPoint)
    """A context menu for the selection is wanted at this place of the screen."""

    rows_in_sight = Signal(int, int)
    """Other rows have come into sight: the first and the last one."""

    cell_edited = Signal(object, object)
    """The id of a session and values (by field name) that somebody gave it in its row."""

    def __init__(
        self,
        model: SessionTableModel,
        selection: SessionSelection,
        *,
        pictures: Pictures | None = None,
        hidden: Hidden = lambda _id, _hovered: False,
        parent: QWidget | None = None,
    ) -> None:
        self._typed = TypedText()  # Qt sends events to a view that is not quite made
        super().__init__(model, parent)
        self._selection = selection
        self._colours = LIGHT
        self._kept_scroll = (0, 0)
        self._kept_top: tuple[int, int] | None = None
        self._empty_text = ""
        self._is_loading = self._discreet = False
        self._clicks = StarClicks(self._star_at, self._on_star)
        self.in_sight = (0, -1)
        """The first and the last row that are in sight."""
        self._stars = StarDelegate(self)
        self._pictures = ThumbnailDelegate(pictures or NoPictures(self), hidden, self)
        self._cells = CellDelegate(self)
        self._hidden_titles = HiddenTextDelegate(hidden, self)
        self.setAccessibleName(say("Sessions"))
        self._set_up()
        model.about_to_arrange.connect(self._keep)
        self.setModel(model)
        self.setSelectionModel(selection)
        model.arranged.connect(self._restore)
        self.lay_out_columns()
        self.sort_by(_DEFAULT_SORTING)

    # --- looks ------------------------------------------------------------------------------------------------------

    def set_colours(self, colours: Colours) -> None:
        """Paint in the colours of another appearance."""
        self._colours = colours
        for delegate in (self._stars, self._pictures, self._cells, self._hidden_titles):
            delegate.colours = colours
        self._sessions.set_colours(colours)
        self.viewport().update()

    def set_density(self, density: Density) -> None:
        """Give rows, and pictures in them, more or less room; the first row in sight stays in sight."""
        self._pictures.set_density(density)
        super().set_density(density)

    def set_discreet(self, discreet: bool) -> None:
        """Hide titles and pictures at once; or show them, when a title that is being edited is done with."""
        self._discreet = discreet
        if discreet or self.state() is not QAbstractItemView.State.EditingState:
            self._choose_title_delegate()
        self.viewport().update()

    def _choose_title_delegate(self) -> None:
        """While nothing is hidden, titles are painted by C++, which is faster."""
        self.setItemDelegateForColumn(TITLE, self._hidden_titles if self._discreet else self._cells)
        self.setMouseTracking(self._discreet)  # then delegates are told of the mouse over a cell

    def set_empty_text(self, text: str) -> None:
        """What to say in place of rows when there are none."""
        if text != self._empty_text:
            self._empty_text = text
            self.viewport().update()

    def set_loading(self, loading: bool) -> None:
        """Show where rows will be, as long as there are none."""
        if loading != self._is_loading:
            self._is_loading = loading
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """What is scrolled is moved as it was painted, the frame of the focus included; so paint all of it anew."""
        super().scrollContentsBy(dx, dy)
        self._look()  # before anything is painted
        if self.hasFocus():
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may be in sight."""
        super().resizeEvent(event)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """An editor that was left open holds the rows again."""
        super().showEvent(event)
        self._sessions.hold(self.state() is QAbstractItemView.State.EditingState)

    def hideEvent(self, event: QHideEvent) -> None:
        """An editor that nobody sees, because what is in it can't be saved, keeps no rows of other views."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._sessions.hold(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or what stands for none."""
        self._look()
        super().paintEvent(event)
        frame_focus(self)
        if self._sessions.rowCount():
            return
        painter = QPainter(self.viewport())
        if self._is_loading:
            paint_rows(painter, self.viewport().rect(), self.verticalHeader().defaultSectionSize(), self._colours)
        else:
            painter.setPen(self.palette().placeholderText().color())
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(40, 0, -40, 0), flags, self._empty_text)
        painter.end()

    def _look(self) -> None:
        """Tell what is in sight."""
        last = self.rowAt(self.viewport().height() - 1)
        rows = (max(0, self.rowAt(0)), self._sessions.rowCount() - 1 if last < 0 else last)
        if self.isVisible():
            self._selection.see(*rows)
        if rows != self.in_sight:
            self.in_sight = rows
            self.rows_in_sight.emit(*rows)

    # --- mouse ------------------------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """What has been entered in a row is taken before the mouse does anything else; clicks on stars."""
        if isinstance(event, QMouseEvent) and (
            (event.type() in PRESSES and not self.end_editing()) or self._clicks.takes(event)
        ):
            event.accept()
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu is about the selection, to which a row under the mouse belongs by now."""
        self.menu_wanted.emit(menu_place(self, event))

    def _star_at(self, point: QPoint) -> int | None:
        index = self.indexAt(point)
        return index.row() if index.isValid() and index.column() == STAR else None

    def _on_star(self, row: int) -> None:
        self.star_clicked.emit(self._sessions.session(row).id)

    # --- keyboard and editing ---------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """In the middle of a title that is typed, an F is a letter and no star."""
        if self._typed.takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyboardSearch(self, text: str) -> None:  # noqa: N802 - Qt's name
        """A word that grows is looked for from where it has led to; a first letter goes on to the next title."""
        word = self._typed.add(text)
        current = self.currentIndex().row() if self.currentIndex().isValid() else -1
        row = self._sessions.row_beginning(word, max(-1, current - (len(word) > 1)))
        if row is not None:
            self.setCurrentIndex(self._sessions.index(row, TITLE))

    def edit_current(self) -> None:
        """Edit the current cell, or the title of its session where that cell can't be edited."""
        current = self.currentIndex()
        if not current.isValid():
            return
        if not COLUMNS[current.column()].edits or self.isColumnHidden(current.column()):
            current = self._sessions.index(current.row(), TITLE)
            self.setCurrentIndex(current)
        self.edit(current)

    def edit(  # type: ignore[override]  # Qt's other overload returns nothing
        self,
        index: QModelIndex | QPersistentModelIndex,
        trigger: QAbstractItemView.EditTrigger = _Trigger.AllEditTriggers,
        event: QEvent | None = None,
    ) -> bool:
        """Open an editor (Qt's own name); the rows stay where they are until it is closed."""
        opens = trigger == _Trigger.AllEditTriggers or bool(trigger & self.editTriggers())
        if opens and not self.end_editing():
            return False
        opened = super().edit(index, trigger, event)  # type: ignore[arg-type]  # None is a null pointer
        if self.state() is QAbstractItemView.State.EditingState:
            self._sessions.hold(True)
        return opened

    def may_change_columns(self) -> bool:
        """A column in which something is being edited is not taken away under it."""
        return self.end_editing()

    def end_editing(self) -> bool:
        """Take what has been entered in a row; False where it breaks a rule, and the person is led back to it."""
        delegate = self._cells if self._cells.editor is not None else self._hidden_titles
        editor = delegate.editor
        if editor is None:
            return True
        if editor.has_problems:
            self.scrollTo(delegate.edited_index())
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.commitData(editor)
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """An editor is done with."""
        if keeps_open(editor, hint):
            return
        super().closeEditor(editor, hint)
        for delegate in (self._cells, self._hidden_titles):  # Qt asks the one that paints the cell by now
            delegate.destroyEditor(editor, QModelIndex())
        QTimer.singleShot(0, self, self._after_editing)  # not before another editor may be open beside this one

    def _after_editing(self) -> None:
        if self.state() is not QAbstractItemView.State.EditingState:
            self._sessions.hold(False)
            self._choose_title_delegate()

    # --- keeping the place ------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        self._kept_scroll = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        top = self.rowAt(0)
        self._kept_top = (self._sessions.session(top).id, self.rowViewportPosition(top)) if top > 0 else None

    def _restore(self, reads: bool) -> None:
        """The rows in sight stay when the list was read, the place for another order; another search begins on top."""
        bar = self.verticalScrollBar()
        if self._kept_scroll[1] or reads:
            self.updateGeometries()  # which tells the bar how many rows there are by now
        row = self._sessions.row_of(self._kept_top[0]) if reads and self._kept_top is not None else None
        if row is not None and self._kept_top is not None:
            bar.setValue(bar.value() + self.rowViewportPosition(row) - self._kept_top[1])
        elif self._sessions.is_another_search:
            bar.setValue(0)
            if (current := self.currentIndex()).isValid():
                self.scrollTo(current)
        else:
            bar.setValue(self._kept_scroll[1])
        self.horizontalScrollBar().setValue(self._kept_scroll[0])

    # --- setting up -------------------------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Qt's own; the vertical header stays hidden."""
        super().setModel(model)
        self.verticalHeader().hide()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Trigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(self._cells)
        self.setItemDelegateForColumn(STAR, self._stars)
        self.setItemDelegateForColumn(THUMBNAIL, self._pictures)
        for delegate in (self._cells, self._hidden_titles):
            delegate.edited.connect(self.cell_edited)
