"""Ways to find what can be done: the command palette, and the sheet of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow
from shiboken6 import isValid

from joip_desktop.engine.threads import in_thread
from joip_desktop.licences import gathering
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.commands import RecentCommands, commands_of, commands_to
from joip_desktop.ui.dialogs.about import AboutDialog
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.shortcuts import ShortcutSheet
from joip_desktop.ui.sessions.sidebar import Sidebar
from joip_desktop.ui.tasks import Tasks


class HelpDesk:
    """Reads what can be done off the window's menus and sidebar at the moment when it is asked."""

    def __init__(self, window: QMainWindow, sidebar: Sidebar, tasks: Tasks) -> None:
        self._window = window
        self._sidebar = sidebar
        self._tasks = tasks
        self._recent = RecentCommands()
        self._palette: QAction | None = None

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about finding others."""
        return {
            ActionId.PALETTE: self.open_palette,
            ActionId.SHORTCUTS: self.open_sheet,
            ActionId.ABOUT: self.tell_about,
        }

    def leave_out(self, palette: QAction) -> None:
        """The palette does not offer itself."""
        self._palette = palette

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
