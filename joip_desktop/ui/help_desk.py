"""Ways to find what can be done and how: the help, the command palette, the sheet of keys; and which app this is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from joip_desktop.domain.say import say
from joip_desktop.engine.threads import in_thread
from joip_desktop.licences import gathering
from joip_desktop.resources import documents
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.commands import RecentCommands, commands_of, commands_to
from joip_desktop.ui.dialogs.about import AboutDialog
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.shortcuts import ShortcutSheet
from joip_desktop.ui.help.pages import INDEX, Address
from joip_desktop.ui.help.window import HelpWindow
from joip_desktop.ui.sessions.sidebar import Sidebar
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Colours, Theme


class HelpDesk:
    """Reads what can be done off the window's menus and sidebar at the moment when it is asked."""

    def __init__(
        self, window: QMainWindow, sidebar: Sidebar, *, tasks: Tasks, theme: Theme, notify: Callable[[str], object]
    ) -> None:
        self._window = window
        self._sidebar = sidebar
        self._tasks = tasks
        self._theme = theme
        self._notify = notify
        self._help: HelpWindow | None = None
        self._recent = RecentCommands()
        self._palette: QAction | None = None

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about finding others."""
        return {
            ActionId.HELP: self.open_help,
            ActionId.PALETTE: self.open_palette,
            ActionId.SHORTCUTS: self.open_sheet,
            ActionId.ABOUT: self.tell_about,
        }

    def leave_out(self, palette: QAction) -> None:
        """The palette does not offer itself."""
        self._palette = palette

    def open_help(self, page: str = INDEX, anchor: str = "") -> None:
        """Show a page of the help, in a window that stays until it is closed."""
        if self._help is None:
            try:
                self._help = HelpWindow(documents(), self._theme.colours, self._window)
            except OSError as error:
                self._notify(say("The help can't be read ({reason}).", reason=error.strerror or str(error)))
                return
            self._help.link_wanted.connect(QDesktopServices.openUrl)
        if (page, anchor) != (INDEX, ""):
            self._help.go(Address(page, anchor))
        self._help.show()
        self._help.raise_()
        self._help.activateWindow()

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        if self._help is not None:
            self._help.set_colours(colours)

    def open_palette(self) -> None:
        """Let the person type what they want to do."""
        without = () if self._palette is None else (self._palette,)
        commands = commands_of(self._window.menuBar(), without=without)
        commands += commands_to(self._sidebar.rows(), self._sidebar.choose)
        palette = CommandPalette(commands, self._window, recent=self._recent)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open()

    def open_sheet(self) -> None:
        """Show every key that does something; the sheet may stay beside the window."""
        sheet = ShortcutSheet(commands_of(self._window.menuBar()), self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()

    def tell_about(self) -> None:
        """Which app this is, and what it is made of."""
        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self._tasks.spawn(_list_components(dialog), name="list the components")


async def _list_components(dialog: AboutDialog) -> None:
    components = await in_thread(gathering(), name="licences")
    if isValid(dialog):
        dialog.show_components(components)
