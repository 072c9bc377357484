"""The sidebar: places with their counts, categories by the names that they were given here, and saved searches."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QStyle, QWidget

from joip_desktop.domain.query import parse
from joip_desktop.domain.say import say
from joip_desktop.engine.places import Place
from joip_desktop.engine.several_drafts import SeveralDrafts, UnsavedGroup
from joip_desktop.engine.tally import Tally
from joip_desktop.storage.settings import SavedSearch, Settings
from joip_desktop.ui.dialogs.save_search import LineDialog
from joip_desktop.ui.focus import frame_focus
from joip_desktop.ui.messages import ask
from joip_desktop.ui.sessions.sidebar_rows import FIXED_LABELS, ROW_ROLE, Row, RowDelegate, least_width, rows
from joip_desktop.ui.sessions.typed_text import TypedText
from joip_desktop.ui.theme import Colours
from joip_desktop.ui.wording import shortened

_Role = Qt.ItemDataRole
_SHOWN_LENGTH: Final = 80
"""Characters of a search in a dialog."""


class Sidebar(QListWidget):
    """One row for each place; the counts come from the tally, names and saved searches from the settings.

    The place that is chosen stays chosen, and shown, whatever comes and goes around it.
    """

    place_chosen = Signal(object)
    """The `Place` that was chosen."""

    search_edit_wanted = Signal(str)
    """A saved search is to be changed in the search box."""

    saved_searches_changed = Signal()
    """The settings have others now; they should be saved at once."""

    category_names_changed = Signal()
    """The settings have others now; they should be saved at once."""

    def __init__(
        self,
        tally: Tally,
        settings: Settings,
        *,
        account: str,
        several: SeveralDrafts | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._typed = TypedText()
        super().__init__(parent)
        self._tally = tally
        self._settings = settings
        self._account = account
        self._several = several
        self._place = Place.ALL
        self._group: UnsavedGroup | None = None
        """The one whose place is chosen, as it was last."""
        self._problems: dict[str, str] = {}
        self._being_edited = ""
        """The name of the saved search that was put into the search box to be changed."""
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(say("Places"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._watch()
        self._stop_listening = [tally.changed.add(lambda _: self._show())]
        if several is not None:
            self._stop_listening.append(several.regrouped.add(lambda _: self._watch()))
        self.currentRowChanged.connect(self._on_current)
        self.itemClicked.connect(self._on_again)
        self.itemActivated.connect(self._on_again)

    # --- for others -------------------------------------------------------------------------------------------------

    @property
    def place(self) -> Place:
        """The place that is chosen."""
        return self._place

    def choose(self, place: Place) -> None:
        """Choose a place, as if it had been clicked."""
        if (at := self._find(place.key)) is not None:
            self.setCurrentRow(at)

    def save_search(self, search: str) -> None:
        """Ask for a name and save a search under it.

        A search that is saved already gets another name; a name that is taken gets another search.
        """
        search = search.strip()
        known = self._saved(search)
        dialog = self._dialog(
            LineDialog(
                title=say("Save this search") if known is None else say("Rename this search"),
                label=say("Name for the search “{search}”", search=shortened(search, _SHOWN_LENGTH)),
                text=known.name if known is not None else self._being_edited or search,
                note=lambda name: self._note_on(name, search),
                parent=self,
            )
        )
        dialog.given.connect(lambda name: self._save_as(name, search))

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        for stop in self._stop_listening:
            stop()

    def set_colours(self, colours: Colours) -> None:
        """Draw everything in the colours of another appearance."""
        self._delegate.set_colours(colours)
        self.viewport().update()

    # --- Qt's questions ---------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        scroll_bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        labels = [say(label) for label in FIXED_LABELS]
        width = least_width(self.fontMetrics(), labels) + 2 * self.frameWidth() + scroll_bar
        return QSize(width, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The places, framed while they have the keyboard."""
        super().paintEvent(event)
        frame_focus(self)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """One place is always chosen: neither Ctrl and a click nor a click on a heading take the choice away."""
        if not index.isValid() or index.data(ROW_ROLE).place is None:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return QItemSelectionModel.SelectionFlag.ClearAndSelect

    def event(self, event: QEvent) -> bool:
        """In the middle of a name that is typed, an F is a letter and no star."""
        if self._typed.takes(event):
            event.accept()
            return True
        return super().event(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Qt's own search by letters; only what has been typed is remembered."""
        self._typed.add(search)
        super().keyboardSearch(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 names, Delete deletes, as in the menu."""
        if event.key() == Qt.Key.Key_F2:
            self._rename(self._row(self.currentRow()))
        elif event.key() == Qt.Key.Key_Delete:
            self._ask_to_delete(self._row(self.currentRow()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a category or a saved search."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is None or (menu := self._menu_for(item.data(ROW_ROLE))) is None:
            return
        below = self.visualItemRect(item).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(below) if by_key else event.globalPos())

    # --- rows -------------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Bring the rows in line with tally and settings: those that stay are the same items, with other numbers."""
        wanted = self.rows()
        keys = {row.key for row in wanted}
        blocker = QSignalBlocker(self)
        for position in reversed(range(self.count())):
            if self._row(position).key not in keys:
                self.takeItem(position)
        here = [self._row(position).key for position in range(self.count())]
        for position, row in enumerate(wanted):
            if position == len(here) or here[position] != row.key:
                self._move_or_insert(row, position, here)
            if self._row(position) != row:
                _fill(self.item(position), row)
        self.setCurrentRow(self._find(self._place.key) or 0)  # Qt chooses a neighbour of what goes
        blocker.unblock()

    def rows(self) -> list[Row]:
        """Every row as it should be now, headings included."""
        settings, account = self._settings, self._account
        numbers = {*self._tally.categories(), *settings.named_categories(account)}
        if self._place.number is not None:
            numbers.add(self._place.number)  # it may have become empty, but somebody is looking at it
        return rows(
            count=self._tally.count,
            categories=sorted(numbers),
            category_name=lambda number: settings.category_name(account, number),
            searches=settings.saved_searches,
            problem_of=lambda search: self._problems.get(search, ""),
            groups=self._groups(),
        )

    def _groups(self) -> list[UnsavedGroup]:
        """Those with unsaved edits, and the one that is chosen even if it has none any more: somebody looks at it."""
        found = {} if self._several is None else {group.number: group for group in self._several.groups}
        if self._place.group is None:
            self._group = None
        else:
            self._group = found.get(self._place.group, self._group)
            if self._group is not None:
                found.setdefault(self._group.number, self._group)
        return [found[number] for number in sorted(found)]

    def _move_or_insert(self, row: Row, position: int, here: list[str]) -> None:
        """Bring a row to a place; `here` are the keys of those that are there, and is kept so."""
        if row.key in here:
            known = here.index(row.key)
            del here[known]
            item = self.takeItem(known)
        else:
            item = QListWidgetItem()
        here.insert(position, row.key)
        _fill(item, row)
        self.insertItem(position, item)

    def _row(self, position: int) -> Row:
        row: Row = self.item(position).data(ROW_ROLE)
        return row

    def _find(self, key: str) -> int | None:
        return next((at for at in range(self.count()) if self._row(at).key == key), None)

    def _on_current(self, at: int) -> None:
        place = self._row(at).place if at >= 0 else None
        if place is not None and place != self._place:
            before, self._place = self._place, place
            if before.number is not None:
                self._show()  # an empty category stays for as long as it is chosen
            if before.group is not None or place.group is not None:
                self._watch()  # and so does a group
            self.place_chosen.emit(place)

    def _on_again(self, item: QListWidgetItem) -> None:
        """A click on the group that is chosen already selects its sessions again."""
        row: Row = item.data(ROW_ROLE)
        if row.is_group and row.place == self._place:
            self.place_chosen.emit(row.place)

    # --- categories and saved searches ------------------------------------------------------------------------------

    def _menu_for(self, row: Row) -> QMenu | None:
        place = row.place
        if place is None or not (place.is_saved or place.number is not None):
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if place.is_saved:
            menu.addAction(say("&Edit Search")).triggered.connect(lambda: self._edit(place))
            menu.addAction(say("&Rename…") + "\tF2").triggered.connect(lambda: self._rename(row))
            menu.addSeparator()
            menu.addAction(say("&Delete…") + "\tDel").triggered.connect(lambda: self._ask_to_delete(row))
        else:
            menu.addAction(say("&Name This Category…") + "\tF2").triggered.connect(lambda: self._rename(row))
        return menu

    def _rename(self, row: Row) -> None:
        place = row.place
        if place is not None and place.is_saved:
            self.save_search(place.search)
        elif place is not None and (number := place.number) is not None:
            dialog = self._dialog(
                LineDialog(
                    title=say("Name this category"),
                    label=say("Name for category {number}", number=str(number)),
                    text=self._settings.category_name(self._account, number),
                    may_be_empty=True,
                    note=lambda _: say("Only this app knows the name. Without one, the number is shown."),
                    parent=self,
                )
            )
            dialog.given.connect(lambda name: self._name_category(number, name))

    def _name_category(self, number: int, name: str) -> None:
        if name != self._settings.category_name(self._account, number):
            self._settings.name_category(self._account, number, name)
            self._show()
            self.category_names_changed.emit()

    def _edit(self, place: Place) -> None:
        if self._place == place:
            self.choose(Place.ALL)  # or only what is found already could be found
        saved = self._saved(place.search)
        self._being_edited = "" if saved is None else saved.name
        self.search_edit_wanted.emit(place.search)

    def _ask_to_delete(self, row: Row) -> None:
        if row.place is None or not row.place.is_saved:
            return
        search = row.place.search
        ask(
            self,
            title=say("Delete this search?"),
            text=say(
                "The saved search “{name}” will be removed from the sidebar. No session is deleted.", name=row.label
            ),
            yes=say("Delete"),
            no=say("Keep"),
            then=lambda: self._keep([one for one in self._settings.saved_searches if one.search != search]),
        )

    def _saved(self, search: str) -> SavedSearch | None:
        return next((one for one in self._settings.saved_searches if one.search == search), None)

    def _note_on(self, name: str, search: str) -> str:
        taken = [one for one in self._settings.saved_searches if _same(one.name, name) and one.search != search]
        if not taken:
            return ""
        replaced = shortened(taken[0].search, _SHOWN_LENGTH)
        return say("This name has the search “{search}”, which will be replaced.", search=replaced)

    def _save_as(self, name: str, search: str) -> None:
        """It takes the first place of those that have its search or its name, or the last place of all."""
        saved = SavedSearch(name=name, search=search)
        self._being_edited = ""
        replaced = [one.search == search or _same(one.name, name) for one in self._settings.saved_searches]
        searches = [one for one, gone in zip(self._settings.saved_searches, replaced, strict=True) if not gone]
        searches.insert(replaced.index(True) if any(replaced) else len(searches), saved)
        self._keep(searches)
        if (at := self._find(Place.saved(search).key)) is not None:
            self.scrollToItem(self.item(at))

    def _keep(self, searches: list[SavedSearch]) -> None:
        if searches == self._settings.saved_searches:
            return
        self._settings.saved_searches = searches
        gone = self._place.is_saved and self._saved(self._place.search) is None
        if gone:
            self._place = Place.ALL
        self._watch()
        if gone:
            self.place_chosen.emit(Place.ALL)
        self.saved_searches_changed.emit()

    def _watch(self) -> None:
        """Have the saved searches counted, and see which of them don't work."""
        searches = [one.search for one in self._settings.saved_searches]
        self._problems = {search: faults[0].sentence for search in searches if (faults := parse(search).faults)}
        groups = [Place.unsaved_group(group.number).search for group in self._groups()]
        self._tally.watch([*(search for search in searches if search not in self._problems), *groups])
        self._show()

    def _dialog(self, dialog: LineDialog) -> LineDialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog


def _fill(item: QListWidgetItem, row: Row) -> None:
    item.setData(ROW_ROLE, row)
    item.setText(row.label)
    item.setToolTip(row.tooltip)
    item.setData(_Role.AccessibleTextRole, row.spoken)
    if row.place is None:
        item.setFlags(Qt.ItemFlag.NoItemFlags)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
