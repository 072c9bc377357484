"""The middle column: search box, number of sessions found, and the table."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from joip_desktop.domain.query import parse
from joip_desktop.engine.plan import count_sessions
from joip_desktop.engine.tally import Place
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.table_view import SessionTable
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import list_age_text

_NOT_READ = "The sessions could not be read yet."
_EMPTY = {
    Place.ALL: "There are no sessions in this account yet.",
    Place.FAVOURITES: "No favourites yet.\nSelect sessions and press F, or click a star.",
    Place.UNSAVED: "Nothing is unsaved.",
    Place.FAILED: "Nothing has failed.",
    Place.CONFLICTS: "Nothing was changed elsewhere in a field that you changed, too.",
}


class SessionsPanel(QWidget):
    """Shows what the place and the search box ask for."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._place = Place.ALL
        self.model = SessionTableModel(workspace, self)
        self.table = SessionTable(self.model)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search titles and subreddits")
        self.search.setAccessibleName("Search")
        self.search.setClearButtonEnabled(True)
        self.found = QLabel()
        self._lay_out()
        self.search.textChanged.connect(self._on_search)
        for key, act in {
            Qt.Key.Key_Escape: self._leave_search,
            Qt.Key.Key_Down: self.table.setFocus,
            Qt.Key.Key_Return: self.table.setFocus,
            Qt.Key.Key_Enter: self.table.setFocus,
        }.items():
            shortcut = QShortcut(QKeySequence(key), self.search)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)  # as an argument it is ignored, measured
            shortcut.activated.connect(act)

    def go_to_search(self) -> None:
        """Go to the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_place(self, place: Place) -> None:
        """Show another place of the sidebar."""
        self._place = place
        self.model.show(place=place)
        self.show_found()

    def show_found(self) -> None:
        """Bring the number and the empty table's text in line with the workspace."""
        workspace = self._workspace
        shown, everything = self.model.rowCount(), len(workspace.library)
        if workspace.listed_at is None:
            self.found.setText("")
            self.table.set_empty_text(_NOT_READ if workspace.trouble else "Reading the sessions…")
            return
        found = count_sessions(shown) if shown == everything else f"{shown:,} of {everything:,}"
        if workspace.refreshed_at is None:
            found = f"{found}, {list_age_text(workspace.listed_at, datetime.now(UTC))}"
        self.found.setText(f"{found} · refreshing…" if workspace.is_refreshing else found)
        if everything and self.search.text().strip():
            self.table.set_empty_text("No session here has all these words in its title or subreddits.")
        else:
            self.table.set_empty_text(_EMPTY[self._place])

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.table.set_colours(colours)
        self.found.setStyleSheet(f"color: {colours.muted}")

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self.model.close()

    def _on_search(self, text: str) -> None:
        self.model.show(query=parse(text))
        self.show_found()

    def _leave_search(self) -> None:
        self.search.clear()
        self.table.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        top.setSpacing(SPACE)
        top.addWidget(self.search, 1)
        top.addWidget(self.found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
