"""The overview in the place of the list: shown, left, and searched from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedWidget

from joip_desktop.engine.places import Place
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.overview.page import OverviewPage
from joip_desktop.ui.sessions.panel import SessionsPanel
from joip_desktop.ui.sessions.sidebar import Sidebar
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Colours


class OverviewDesk:
    """Shares a place in the window between list and overview. `changed` is called when the other one is shown."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        panel: SessionsPanel,
        sidebar: Sidebar,
        tasks: Tasks,
        changed: Callable[[], object],
    ) -> None:
        self._panel = panel
        self._sidebar = sidebar
        self._changed = changed
        self.page = OverviewPage(workspace, tasks=tasks, category_name=panel.category_name)
        self.pages = QStackedWidget()
        for page in (panel, self.page):
            self.pages.addWidget(page)
        self.page.search_wanted.connect(self.search)
        self.page.left.connect(self._go_back)
        panel.view_changed.connect(self.leave)
        sidebar.place_chosen.connect(lambda _: self.leave())
        sidebar.search_edit_wanted.connect(lambda _: self.leave())
        sidebar.category_names_changed.connect(self.page.look_again)

    @property
    def is_shown(self) -> bool:
        """Whether the overview is what is seen."""
        return self.pages.currentWidget() is self.page

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about figures."""
        return {ActionId.OVERVIEW: self.show, ActionId.FIND: self.find}

    def show(self) -> None:
        """Show the overview; an entry in a row that breaks a rule comes first."""
        if self._panel.table.end_editing():
            self.pages.setCurrentWidget(self.page)
            self.page.first_bar().setFocus()
        self._changed()

    def leave(self) -> None:
        """Show the list again."""
        if self.is_shown:
            self.pages.setCurrentWidget(self._panel)
            self._changed()

    def find(self) -> None:
        """Go to the search box, which is above the list."""
        self.leave()
        self._panel.go_to_search()

    def _go_back(self) -> None:
        self.leave()
        self._panel.view.setFocus()

    def search(self, text: str) -> None:
        """Show the sessions of a bar in the list."""
        self._sidebar.choose(Place.ALL)
        self.leave()
        self._panel.search.edit(text)
        self._panel.view.setFocus()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.page.set_colours(colours)

    def close_listening(self) -> None:
        """Listen to the engine no longer."""
        self.page.close_listening()
