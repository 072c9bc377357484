"""The app drives its own window: pictures for the README, and the main job on machines without a display."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.fields import uses_prompt
from joip_desktop.domain.rules import oddities
from joip_desktop.domain.say import say
from joip_desktop.domain.session import Session
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.bulk_dialog import BulkDialog
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.settings import SettingsDialog
from joip_desktop.ui.dialogs.shortcuts import ShortcutSheet
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.editor.review_dialog import ReviewDialog
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.server.fault_choices import Often
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE

_PATIENCE = 60.0
"""Seconds before a step that does not come about counts as failed."""

_SELECTED = 40
_WHILE = 0.3
"""Seconds in which a dialog works out what it shows."""
_INTERVAL = next(position for position, column in enumerate(COLUMNS) if column.name == "interval")


async def screenshot(window: MainWindow, *, file: Path) -> None:
    """Render the window with its sessions into a PNG file.

    Raises:
        StorageError: the file can't be written.
    """
    await _until(lambda: window.workspace.refreshed_at is not None or window.workspace.trouble is not None)
    window.panel.table.selectRow(0)
    await _until(window.panel.has_pictures)
    await _settle()
    _grab(window, file)
    _say(f"The window is in {file}.")


async def main_job(window: MainWindow, *, folder: Path) -> None:
    """List, star, favourite forty, edit, save, find, look around, undo; a picture of each step goes into `folder`.

    Raises:
        StorageError: the folder can't be written.
        TimeoutError: a step did not come about.
    """
    steps = _Steps(window, folder)
    await steps.see_the_list()
    await steps.star_one()
    await steps.favourite_many()
    await steps.edit_one()
    await steps.edit_in_the_row()
    await steps.find()
    await steps.look_around()
    await steps.change_many()
    await steps.see_what_is_locked_or_odd()
    await steps.find_out()
    await steps.look_back()
    await steps.look_behind()
    await steps.play_with_the_server()
    _say(f"The pictures are in {folder}.")


class _Steps:
    """The main job, step by step, with the mouse and the keyboard of a test."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self._window = window
        self._workspace = window.workspace
        self._table = window.panel.table
        self._folder = folder

    async def see_the_list(self) -> None:
        await _until(lambda: self._workspace.refreshed_at is not None)
        await _until(self._window.panel.has_pictures)
        await _settle()
        _say(f"Listed {len(self._workspace.library)} sessions from {self._window.server}.")
        self._picture("1-list")

    async def star_one(self) -> None:
        row = next(row for row in range(self._rows()) if self._session(row).is_favorite is not True)
        session_id = self._session(row).id
        self._click(row, STAR)
        await self._sent()
        await _until(lambda: self._server_value(session_id, "is_favorite") is True)
        _say(f"Starred session {session_id} by a click.")

    async def favourite_many(self) -> None:
        count = min(_SELECTED, self._rows())
        self._click(0, TITLE)
        self._click(count - 1, TITLE, Qt.KeyboardModifier.ShiftModifier)
        chosen = self._window.panel.selection.ids()
        before = sum(1 for session in self._workspace.library.pick(chosen) if session.is_favorite is True)
        await _settle()
        self._picture("2-selected")
        QTest.keyClick(self._table, Qt.Key.Key_F)
        await _until(lambda: bool(self._window.findChildren(PlanDialog)))
        await _settle()
        plan = self._window.findChildren(PlanDialog)[0]
        _grab(plan, self._folder / "3-plan.png")
        QTest.keyClick(plan, Qt.Key.Key_Return)
        self._window.activateWindow()  # as a window manager does; the offscreen platform has none
        await _until(lambda: len(self._workspace.outbox) > 0)
        await _settle()
        self._picture("4-sending")
        await self._sent()
        await _until(lambda: all(self._server_value(one, "is_favorite") is True for one in chosen))
        _say(f"Favourited {len(chosen)} sessions with F; {before} of them were already, so {count - before} requests.")

    async def edit_one(self) -> None:
        session_id = self._session(1).id
        self._click(1, TITLE)
        rows = self._window.editor.form.rows
        title, interval = rows["title"].editor.focus_widget, rows["interval_max"].editor.focus_widget
        self._type(title, "A calm walk by the sea")
        self._type(interval, "99")
        await _settle()
        self._picture("5-invalid")
        self._type(interval, "60")
        await _settle()
        self._picture("6-edited")
        QTest.keySequence(self._window, QKeySequence("Ctrl+Shift+S"))
        await self._see_dialog(ReviewDialog, "13-review")
        QTest.keySequence(self._window, QKeySequence("Ctrl+S"))
        await self._sent()
        await _until(lambda: self._server_value(session_id, "interval_max") == 60)  # noqa: PLR2004 - as typed above
        _say(f"Changed title and longest interval of session {session_id} and saved them with Ctrl+S.")
        self._picture("7-saved")

    async def edit_in_the_row(self) -> None:
        self._click(2, _INTERVAL)
        QTest.keyClick(self._table, Qt.Key.Key_F2)
        await _settle()
        self._picture("8-row")
        editor = self._window.focusWidget()
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        await _settle()
        _say("Opened the editor of an interval in its row with F2, and left it with Escape.")

    async def find(self) -> None:
        QTest.keySequence(self._window, QKeySequence("Ctrl+F"))
        self._type(self._window.panel.search, "updated:>30d interval:<=20 i")
        await _settle()
        self._picture("9-search")
        self._type(self._window.panel.search, "updated:>30d interval:<=20 -is:favorite")
        await _until(self._window.panel.has_pictures)
        await _settle()
        _say(f"Searched for old sessions of a quick pace that are no favourites: {self._rows()} found.")

    async def look_around(self) -> None:
        QTest.keySequence(self._window, QKeySequence("Ctrl+2"))
        self._window.panel.search.clear()
        self._window.panel.selection.select_sessions([self._session(1).id])
        await _settle()
        await _until(self._window.panel.has_pictures)
        await _settle()
        self._picture("10-gallery")
        QTest.keySequence(self._window, QKeySequence("Ctrl+Shift+H"))
        await _settle()
        self._picture("11-discreet")
        QTest.keySequence(self._window, QKeySequence("Ctrl+Shift+H"))
        QTest.keySequence(self._window, QKeySequence("Ctrl+1"))
        await _settle()
        _say("Looked at the gallery, and at discreet mode.")

    async def change_many(self) -> None:
        """Several sessions in one form, and an operation on all of them, which is looked at and left."""
        self._window.panel.selection.select_sessions([self._session(row).id for row in range(2, 14)])
        several = self._window.editor.several
        combo = several.rows["transition"].editor.focus_widget
        await _until(combo.isEnabled)
        QTest.keyClick(combo, Qt.Key.Key_Down)
        await _settle()
        self._picture("14-several")
        several.revert()
        self._table.setFocus()
        QTest.keySequence(self._window, QKeySequence("Ctrl+H"))
        await _until(lambda: bool(self._window.findChildren(BulkDialog)))
        await _settle()
        self._type(self._window.findChildren(BulkDialog)[0].focusWidget(), "of")
        await self._see_dialog(BulkDialog, "15-replace")
        _say("Looked at several sessions in one form, and at what replacing a word in their titles would do.")

    async def see_what_is_locked_or_odd(self) -> None:
        """An imported session, one with values that this version does not know, and what sharing many asks."""
        sessions = [self._session(row) for row in range(self._rows())]
        imported = next(one for one in sessions if one.is_imported is True and uses_prompt(one.caption_theme))
        odd = max(sessions, key=lambda one: len(oddities(one)))
        for session, name in ((imported, "18-imported"), (odd, "19-odd")):
            self._window.panel.selection.select_sessions([session.id])
            await _settle()
            await _until(self._window.panel.has_pictures)
            self._picture(name)
        self._window.panel.selection.select_sessions([one.id for one in sessions[2:14]])
        several = self._window.editor.several
        shared = several.rows["share_to_community"].editor.focus_widget
        await _until(shared.isEnabled)
        QTest.keyClick(shared, Qt.Key.Key_Space)
        await _settle()
        several.apply_button.click()
        await self._see_dialog(PlanDialog, "20-sharing")
        several.revert()
        _say("Looked at an imported session, an odd one, and at what sharing twelve at once asks.")

    async def find_out(self) -> None:
        """What can be done, and by which keys."""
        QTest.keySequence(self._window, QKeySequence("Ctrl+K"))
        await _until(lambda: bool(self._window.findChildren(CommandPalette)))
        palette = self._window.findChildren(CommandPalette)[0]
        self._type(palette.line, "sub")
        await self._see_dialog(CommandPalette, "16-palette")
        QTest.keySequence(self._window, QKeySequence("F1"))
        await self._see_dialog(ShortcutSheet, "17-keys")
        _say("Found commands with Ctrl+K, and the keys with F1.")

    async def look_back(self) -> None:
        self._table.setFocus()  # in the search box Ctrl+Z is about its text
        await _settle()
        undone = self._workspace.history.to_undo
        QTest.keySequence(self._table, QKeySequence("Ctrl+Z"))
        await _until(lambda: self._workspace.history.to_undo is not undone)
        await self._sent()
        QTest.keySequence(self._window, QKeySequence("Ctrl+Shift+J"))
        await _settle()
        _say("Undid the edit with Ctrl+Z, and opened jobs and history with Ctrl+Shift+J.")
        self._picture("12-jobs")

    async def look_behind(self) -> None:
        """What there is beside the sessions: the traffic, the settings, other accounts."""
        QTest.keySequence(self._window, QKeySequence("Ctrl+Shift+J"))
        QTest.keySequence(self._window, QKeySequence("Ctrl+Shift+T"))
        await _settle()
        self._picture("21-traffic")
        QTest.keySequence(self._window, QKeySequence("Ctrl+Shift+T"))
        QTest.keySequence(self._window, QKeySequence("Ctrl+,"))
        await self._see_dialog(SettingsDialog, "22-settings")
        self._window.actions_by_id[ActionId.ADD_ACCOUNT].trigger()
        await self._see_dialog(SignInDialog, "23-sign-in")
        _say("Looked at the traffic, the settings, and how to sign in.")

    async def play_with_the_server(self) -> None:
        """The demo's own server: a fault on purpose, and the end of it."""
        window, banner = self._window, self._window.banner
        QTest.keySequence(window, QKeySequence("Ctrl+Shift+M"))
        panel = window.server_desk.panel
        if panel is None:
            return
        panel.often.setCurrentIndex(panel.often.findData(Often.EVERY))
        fault = panel.faults.item(0)
        fault.setCheckState(Qt.CheckState.Checked)
        window.refresh()
        await _until(banner.button.isVisible)
        panel.look()
        self._picture("24-server")
        fault.setCheckState(Qt.CheckState.Unchecked)
        window.refresh()
        await _until(lambda: not banner.button.isVisible())
        QTest.keySequence(window, QKeySequence("Ctrl+Shift+M"))
        _say("Let the demo's server fail on purpose with Ctrl+Shift+M, and went on.")

    async def _see_dialog(self, kind: type[QDialog], name: str) -> None:
        """Take a picture of a dialog and leave it."""
        await _until(lambda: any(dialog.isVisible() for dialog in self._window.findChildren(kind)))
        await asyncio.sleep(_WHILE)
        dialog = self._window.findChildren(kind)[0]
        _grab(dialog, self._folder / f"{name}.png")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await _until(lambda: not self._window.findChildren(kind))
        self._window.activateWindow()  # as a window manager does; the offscreen platform has none
        await _settle()

    # --- hands and eyes ---------------------------------------------------------------------------------------------

    def _rows(self) -> int:
        return self._window.panel.model.rowCount()

    def _session(self, row: int) -> Session:
        return self._window.panel.model.session(row)

    def _server_value(self, session_id: int, name: str) -> object:
        session = self._workspace.library.server(session_id)
        return None if session is None else session.value(name)

    async def _sent(self) -> None:
        await _settle()
        await _until(lambda: not len(self._workspace.outbox))

    def _click(self, row: int, column: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        index = self._window.panel.model.index(row, column)
        self._table.scrollTo(index)
        where = self._table.visualRect(index).center()
        QTest.mouseClick(self._table.viewport(), Qt.MouseButton.LeftButton, keys, QPoint(where))

    def _type(self, widget: QWidget, text: str) -> None:
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keyClicks(widget, text)

    def _picture(self, name: str) -> None:
        _grab(self._window, self._folder / f"{name}.png")


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(_PATIENCE):
        while not condition():  # noqa: ASYNC110 - looks at widgets too, which have no event to wait for
            await asyncio.sleep(0.02)


async def _settle() -> None:
    """Let Qt lay out and paint what has just been asked for."""
    for _ in range(5):
        await asyncio.sleep(0.01)


def _grab(window: QWidget, file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = say("The folder {folder} can't be made ({why}).", folder=file.parent, why=error.strerror)
        raise StorageError(told) from error
    if not window.grab().save(str(file)):
        told = say("The picture {file} can't be written.", file=file)
        raise StorageError(told, next_step=say("Its name has to end in .png."))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
