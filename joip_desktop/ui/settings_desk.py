"""The dialog of settings, and what happens at once when one is changed there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from joip_desktop.storage.settings import Settings
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.settings import SettingsDialog
from joip_desktop.ui.theme import Theme


class SettingsDesk(QObject):
    """Settings that are not in `at_once` count when something begins that uses them."""

    settings_changed = Signal()

    def __init__(
        self, settings: Settings, *, window: QWidget, theme: Theme, at_once: Mapping[str, Callable[[], object]]
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._theme = theme
        self._at_once = at_once

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about settings."""
        return {ActionId.SETTINGS: self.open}

    def open(self) -> None:
        """Show the dialog; the window waits until it is closed, so that the menus tell nothing else meanwhile."""
        dialog = SettingsDialog(self._settings, colours=self._theme.colours, parent=self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def apply(name: str) -> None:
            self._at_once.get(name, _nothing)()
            dialog.set_colours(self._theme.colours)
            self.settings_changed.emit()

        dialog.changed.connect(apply)
        dialog.open()


def _nothing() -> None:
    """There is nothing to do before it is used."""
