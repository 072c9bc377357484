"""The middle column: search box, number of sessions found, and the sessions as a table or as a gallery."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QStackedWidget, QVBoxLayout, QWidget

from joip_desktop.domain.completion import Vocabulary
from joip_desktop.domain.query import Query, parse
from joip_desktop.domain.say import later, say
from joip_desktop.engine.places import Place
from joip_desktop.engine.plan import count_sessions
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Density, Settings, View
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.elided_label import ElidedLabel
from joip_desktop.ui.sessions.gallery_view import LARGEST, SMALLEST, GalleryView
from joip_desktop.ui.sessions.header_menu import HeaderMenu
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.pictures_in_sight import NoPictures, PictureProvider, has_come, want_in_sight
from joip_desktop.ui.sessions.search_box import SearchBox
from joip_desktop.ui.sessions.selection import SessionSelection
from joip_desktop.ui.sessions.table_view import SessionTable
from joip_desktop.ui.sessions.tiles import TilePainter
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import list_age_text, reading_text

_NOT_READ: Final = later("The sessions could not be read yet.")
_READING: Final = later("Reading the sessions…")
_NOTHING_FOUND: Final = later(
    "No sessions match this search.\nPress Escape in the search box to see all of them again."
)
_EMPTY: Final = {
    Place.ALL: later("There are no sessions in this account yet."),
    Place.FAVOURITES: later("No favourites yet.\nSelect sessions and press F, or click a star."),
    Place.UNSAVED: later("Nothing is unsaved."),
    Place.WAITING: later("Nothing is waiting to be sent."),
    Place.FAILED: later("Nothing has failed."),
    Place.CONFLICTS: later("Nothing was changed elsewhere in a field that you changed, too."),
}
_NOTHING_HERE: Final = later("There are no sessions here.")
_SLIDER: Final = 110
_Flag = QItemSelectionModel.SelectionFlag


class SessionsPanel(QWidget):
    """Shows what the place and the search box ask for. Table and gallery have one model and one selection."""

    star_clicked = Signal(object)
    menu_wanted = Signal(QPoint)
    view_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        *,
        settings: Settings | None = None,
        tasks: Tasks | None = None,
        discretion: Discretion | None = None,
        pictures: PictureProvider | None = None,
        account: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings or Settings()
        self._account = account
        self._discretion = discretion or Discretion(self)
        self._pictures: PictureProvider = pictures or NoPictures(self)
        self._place = Place.ALL
        self._selects_group = False
        """Whether the sessions of the place, a group with unsaved edits, are to be selected when they are shown."""
        self.model = SessionTableModel(
            workspace, tasks=tasks, discretion=self._discretion, category_name=self.category_name, parent=self
        )
        self.selection = SessionSelection(self.model, self)
        self.table = SessionTable(self.model, self.selection, pictures=self._pictures, hidden=self._hides)
        self.gallery = GalleryView(self.model, self.selection, TilePainter(self._pictures, self._hides))
        self.header_menu = HeaderMenu(self.table.horizontalHeader(), lambda: self.table.sorting)
        self.views = QStackedWidget()
        self.search = SearchBox(self._vocabulary)
        self.found = ElidedLabel()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self._lay_out()
        self._connect()
        self.gallery.set_tile_size(self._settings.tile_size)
        self.slider.setValue(self.gallery.tile_size)
        self.set_density(self._settings.density)
        self.show_view(self._settings.view)
        self._show_discretion()

    def category_name(self, number: int) -> str:
        """What the person calls a category; empty where it has no name."""
        return self._settings.category_name(self._account, number)

    # --- for the window ---------------------------------------------------------------------------------------------

    @property
    def view(self) -> SessionTable | GalleryView:
        """The view that is shown."""
        return self.table if self.views.currentWidget() is self.table else self.gallery

    def show_view(self, view: View) -> None:
        """Show the sessions as a table or as a gallery; what is selected stays, and the current one stays in sight.

        An entry in a row that breaks a rule comes first.
        """
        if not self.table.end_editing():
            self.view_changed.emit()
            return
        self._settings.view = view
        before = self.view
        after = self.table if view is View.TABLE else self.gallery
        self.views.setCurrentWidget(after)
        self.slider.setVisible(after is self.gallery)
        if before.hasFocus():
            after.setFocus()
        if (current := self.selection.currentIndex()).isValid():
            after.scrollTo(current)
        self._want_pictures()
        self.view_changed.emit()

    def set_density(self, density: Density) -> None:
        """Give the table's rows more or less room."""
        self._settings.density = density
        self.table.set_density(density)
        self.header_menu.density.set_density(density)

    def go_to_search(self) -> None:
        """Go to the search box."""
        self.search.go_to()

    def show_place(self, place: Place) -> None:
        """Show another place of the sidebar; of a group with unsaved edits all sessions, and they are selected."""
        if place.group is not None:
            if place == self._place and (self._selects_group or self._shows_group(place.group)):
                return
            if self.table.end_editing():
                self.selection.clearSelection()  # or the sessions that other entries are for would shrink with the rows
                self.search.empty()
        self._place = place
        self._selects_group = place.group is not None
        self.model.show(place=place)
        self.table.end_editing()  # which holds the rows, so a mistake in it has to be seen to first

    def _shows_group(self, group: int) -> bool:
        """Whether the sessions of a group with unsaved edits, and no others, are selected."""
        return set(self.selection.ids()) == set(self._workspace.drafts.several.members(group))

    def _select_group(self) -> None:
        """Select the sessions of the group that is shown by now."""
        if self._selects_group and self._place.group is not None:
            self._selects_group = False
            several = self._workspace.drafts.several
            several.want(self._place.group)
            self.selection.select_sessions(several.members(self._place.group))

    def whole_search(self, text: str) -> str:
        """What is shown, as one search: what the place asks for, and a text beside it."""
        place = self._place if self._place.group is None else Place.UNSAVED  # groups are gone sooner than a search
        return " ".join(filter(None, (str(parse(place.search)), text)))

    def select_all(self) -> None:
        """Select every session that is shown."""
        self.view.selectAll()

    def show_found(self) -> None:
        """Bring the number and the empty list's text in line with the workspace."""
        workspace = self._workspace
        shown, everything = self.model.rowCount(), len(workspace.library)
        loading = not everything and workspace.listed_at is None and workspace.trouble is None
        for view in (self.table, self.gallery):
            view.set_loading(loading)
            view.set_empty_text(self._empty_text())
        reading = reading_text(workspace.refresher.progress) if workspace.is_refreshing else ""
        if workspace.listed_at is None:
            self.found.setText(reading or say(_READING) if loading else reading)
            return
        found = count_sessions(shown)
        if shown != everything:
            found = say("{shown} of {all}", shown=shown, all=everything)
        if workspace.refreshed_at is None:
            found = f"{found}, {list_age_text(workspace.listed_at, datetime.now(UTC))}"
        self.found.setText(f"{found} · {reading or say('refreshing…')}" if workspace.is_refreshing else found)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.table.set_colours(colours)
        self.gallery.set_colours(colours)
        self.search.set_colours(colours)
        self.header_menu.set_colours(colours)
        self.found.setStyleSheet(f"color: {colours.muted}")

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self.model.close()

    # --- how --------------------------------------------------------------------------------------------------------

    def _empty_text(self) -> str:
        if self._workspace.listed_at is None:
            return say(_NOT_READ) if self._workspace.trouble else say(_READING)
        if len(self._workspace.library) and not self.search.query.is_empty:
            return say(_NOTHING_FOUND)
        return say(_EMPTY.get(self._place, _NOTHING_HERE))

    def _vocabulary(self) -> Vocabulary:
        tally = self._workspace.tally
        numbers = {*tally.categories(), *self._settings.named_categories(self._account)}
        names = {number: self.category_name(number) for number in sorted(numbers)}
        return Vocabulary(subreddits=tally.subreddits(), categories=names)

    def _hides(self, _session_id: int, hovered: bool) -> bool:
        return self._discretion.on and not hovered

    def _show_discretion(self) -> None:
        self.table.set_discreet(self._discretion.on)
        self.gallery.viewport().update()

    def _on_search(self, query: Query) -> None:
        self.model.show(query=query)
        self.table.end_editing()

    def _leave_search(self) -> None:
        """To the list, where the first session is current if none is."""
        if not self.selection.currentIndex().isValid() and self.model.rowCount():
            self.selection.setCurrentIndex(self.view.model().index(0, 0), _Flag.NoUpdate)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retry_pictures(self) -> None:
        """Try again now what could not be fetched for a reason that may have passed."""
        self._pictures.retry()

    def has_pictures(self) -> bool:
        """Whether the pictures of all sessions in sight are there, or won't come."""
        first, last = self.table.in_sight
        rows = self.gallery.visible_rows() if self.view is self.gallery else range(first, last + 1)
        urls = (session.thumbnail for session in self.model.sessions(rows))
        return all(has_come(self._pictures, url) for url in urls if isinstance(url, str) and url)

    def _want_pictures(self) -> None:
        """Ask for what is in sight; a table without that column needs none."""
        if self.view is self.gallery:
            rows = self.gallery.visible_rows()
            want_in_sight(self._pictures, self.model, rows.start, rows.stop - 1)
        elif self.table.shows_pictures:
            want_in_sight(self._pictures, self.model, *self.table.in_sight)
        else:
            self._pictures.want(())

    def _on_tile_size(self, size: int) -> None:
        self._settings.tile_size = size
        self.slider.setValue(size)

    def _connect(self) -> None:
        self.search.query_changed.connect(self._on_search)
        self.search.left.connect(self._leave_search)
        self.model.shown.connect(self.show_found)
        self.model.shown.connect(self._select_group)
        for view in (self.table, self.gallery):
            view.star_clicked.connect(self.star_clicked)
            view.menu_wanted.connect(self.menu_wanted)
        self._pictures.changed.connect(self.table.viewport().update)
        self._pictures.changed.connect(self.gallery.show_pictures)
        menu = self.header_menu
        menu.sort_wanted.connect(lambda name: self.table.sort_by([name]))
        menu.sort_added.connect(self.table.add_to_sorting)
        menu.columns.column_shown.connect(self.table.show_column)
        menu.columns.reset_wanted.connect(self.table.reset_columns)
        menu.density.density_wanted.connect(self.set_density)
        self.table.columns_changed.connect(self._want_pictures)
        self._discretion.changed.connect(self._show_discretion)
        self.model.dataChanged.connect(self._want_pictures)
        self.model.arranged.connect(self._want_pictures)
        self.table.rows_in_sight.connect(self._want_pictures)
        self.gallery.visible_rows_changed.connect(self._want_pictures)
        self.gallery.tile_size_changed.connect(self._on_tile_size)
        self.slider.valueChanged.connect(self.gallery.set_tile_size)

    def _lay_out(self) -> None:
        self.slider.setRange(SMALLEST, LARGEST)
        self.slider.setFixedWidth(_SLIDER)
        self.slider.setAccessibleName(say("Size of the pictures"))
        self.slider.setToolTip(say("Size of the pictures (Ctrl and the mouse wheel)"))
        policy = self.slider.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that nothing moves when the view is changed
        self.slider.setSizePolicy(policy)
        self.found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # its text widens nothing
        line = QHBoxLayout()
        line.addWidget(self.found, 1)
        line.addWidget(self.slider)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE, SPACE, SPACE, SPACE // 2)
        top.setSpacing(SPACE // 2)
        top.addWidget(self.search)
        top.addLayout(line)
        self.views.addWidget(self.table)
        self.views.addWidget(self.gallery)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.views, 1)

    def minimumSizeHint(self) -> QSize:  # noqa: D102 - Qt's name
        return QSize(190, 160)
