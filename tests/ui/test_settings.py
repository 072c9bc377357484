"""The settings dialog on the window: what is chosen is seen at once, and on disk."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from joip_desktop.storage.settings import Appearance, Density, LogLevel, View
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.settings import SettingsDialog
from joip_desktop.ui.theme import DARK
from tests.helpers.examples import SESSIONS
from tests.helpers.stage import Stage, stage


def dialog_of(on: Stage) -> SettingsDialog:
    on.window.actions_by_id[ActionId.SETTINGS].trigger()
    (dialog,) = on.window.findChildren(SettingsDialog)
    return dialog


def take(dialog: SettingsDialog, name: str, value: object) -> None:
    dialog._take(dialog._specs[name], value)


async def test_what_can_be_seen_is_seen_at_once_and_written() -> None:
    async with stage(*SESSIONS) as on:
        window = on.window
        saved: list[None] = []
        window.settings_changed.connect(lambda: saved.append(None))
        dialog = dialog_of(on)
        for name, value in (
            ("appearance", "dark"),
            ("view", "gallery"),
            ("density", "compact"),
            ("tile_size", 250),
            ("discreet", True),
        ):
            take(dialog, name, value)
        assert window._theme.colours == DARK
        assert window.panel.view is window.panel.gallery
        assert window.actions_by_id[ActionId.GALLERY].isChecked()
        assert window.panel.gallery.tile_size == window.panel.slider.value() == 250
        assert window.discretion.on
        assert window.actions_by_id[ActionId.DISCREET].isChecked()
        settings = window._settings
        assert (settings.appearance, settings.view, settings.density) == (
            Appearance.DARK,
            View.GALLERY,
            Density.COMPACT,
        )
        assert len(saved) >= 5
        dialog.close()


async def test_menus_tick_what_was_chosen_in_the_dialog() -> None:
    async with stage(*SESSIONS) as on:
        dialog = dialog_of(on)
        take(dialog, "appearance", "dark")
        take(dialog, "language", "de")
        dialog.close()
        ticked = []
        for menu in on.window.findChildren(QMenu):
            menu.aboutToShow.emit()
            ticked += [one.text().replace("&", "") for one in menu.actions() if one.isChecked()]
        assert "Dark" in ticked
        assert "Deutsch" in ticked


async def test_the_log_follows() -> None:
    async with stage(*SESSIONS) as on:
        levels: list[LogLevel] = []
        object.__setattr__(on.window._connection, "set_log_level", levels.append)
        dialog = dialog_of(on)
        take(dialog, "log_level", "debug")
        assert levels == [LogLevel.DEBUG]
        dialog.close()
