"""What people do in the list beside starring: edit in a row, copy, narrow the search from a session's menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QToolTip

from joip_desktop.domain.draft import Draft
from joip_desktop.domain.say import say, say_count
from joip_desktop.domain.session import FieldValue, Session
from joip_desktop.engine.copying import copying_csv, copying_json
from joip_desktop.engine.slices import Work, give_up_unless, in_slices
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.jobs.desk import ChangeDesk
from joip_desktop.ui.sessions.columns import copied_columns
from joip_desktop.ui.sessions.context_menu import SessionsMenu
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Colours


class ListDesk(QObject):
    """Turns what people do in the list into drafts, copies and searches."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        panel: SessionsPanel,
        desk: ChangeDesk,
        tasks: Tasks,
        notify: Callable[[str], None],
    ) -> None:
        super().__init__(panel)
        self._workspace = workspace
        self._panel = panel
        self._desk = desk
        self._tasks = tasks
        self._notify = notify
        self._copies = 0
        self._menu: SessionsMenu | None = None
        panel.table.cell_edited.connect(self.save)

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about rows."""
        return {
            ActionId.EDIT_CELL: self.edit_cell,
            ActionId.COPY_CSV: self.copy_csv,
            ActionId.COPY_JSON: self.copy_json,
        }

    def make_menu(self, actions: Sequence[QAction | None]) -> None:
        """Let a right click open a menu with these actions (None is a line between them) and some of its own."""
        menu = self._menu = SessionsMenu(actions, category_name=self._panel.category_name, parent=self._panel)
        menu.csv_wanted.connect(self.copy_csv)
        menu.json_wanted.connect(self.copy_json)
        menu.link_wanted.connect(_fill_clipboard)
        menu.search_wanted.connect(self._search_for)
        self._panel.menu_wanted.connect(self._open_menu)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        if self._menu is not None:
            self._menu.set_colours(colours)

    def save(self, session_id: int, values: Mapping[str, FieldValue]) -> None:
        """Send what was entered in a session's row, by the same rules and on the same road as the form's edits."""
        session = self._workspace.library.get(session_id)
        if session is None:
            self._notify(
                say("The session that you edited in its row is not in the list any more, so nothing was saved.")
            )
            return
        draft = Draft(session, dict(values))
        for name, value in values.items():  # of two entries for one field, this is the newer one
            self._workspace.drafts.edit(session_id, name, value)  # which is there until it is kept elsewhere
        if draft.is_dirty:  # else the session has these values by now
            self._desk.save(draft)

    def edit_cell(self) -> None:
        """Open the editor of the current cell, or of the title where that cell has none."""
        self._panel.table.edit_current()

    def copy_csv(self) -> None:
        """Put the selected sessions on the clipboard, with the columns of the table as they are seen."""
        columns = copied_columns(self._panel.table.seen_columns())
        self._copy(lambda sessions: copying_csv(sessions, columns), "CSV")

    def copy_json(self) -> None:
        """Put the selected sessions on the clipboard, as the server told them."""
        self._copy(copying_json, "JSON")

    def _open_menu(self, at: QPoint) -> None:
        current = self._panel.selection.current_id()
        session = None if current is None else self._workspace.library.get(current)
        if self._menu is not None:
            self._menu.open_at(at, session, self._panel.selection.count())

    def _search_for(self, term: str) -> None:
        """Narrow the search by one more term."""
        self._panel.search.edit(" ".join(filter(None, (self._panel.search.text().strip(), term))))

    def _copy(self, copying: Callable[[Iterable[Session]], Work[str]], form: str) -> None:
        """Many sessions take a while, in which the window goes on; the clipboard is filled at the end."""
        sessions = self._workspace.library.pick(self._panel.selection.ids())
        if sessions:
            told = say_count(
                "Copied {n} session as {form}.", "Copied {n} sessions as {form}.", len(sessions), form=form
            )
            self._copies += 1
            self._tasks.spawn(self._copy_in_slices(copying(sessions), told, self._copies), name="copy")

    async def _copy_in_slices(self, work: Work[str], told: str, number: int) -> None:
        """Unless something else is copied meanwhile."""
        text = await in_slices(give_up_unless(work, lambda: self._copies == number))
        if text is None:
            return
        _fill_clipboard(text)
        view = self._panel.view
        QToolTip.showText(view.mapToGlobal(view.rect().center()), told, view)


def _fill_clipboard(text: str) -> None:
    # No QMimeData of our own: Qt destroys the clipboard's at the very end, when Python is gone (a crash, measured).
    QGuiApplication.clipboard().setText(text)
