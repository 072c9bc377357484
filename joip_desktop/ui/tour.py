"""The app drives its own window: pictures for the README, and the main job on machines without a display."""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterable
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from joip_desktop.domain.fields import uses_prompt
from joip_desktop.domain.rules import oddities
from joip_desktop.engine.places import Place
from joip_desktop.engine.plan import plan_values
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.engine.transfer.writing import writing
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.bulk_dialog import BulkDialog
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.save_search import LineDialog
from joip_desktop.ui.dialogs.settings import SettingsDialog
from joip_desktop.ui.dialogs.shortcuts import ShortcutSheet
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.editor.review_dialog import ReviewDialog
from joip_desktop.ui.help.window import HelpWindow
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.jobs.report_view import ReportDialog
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.server.fault_choices import Often
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE
from joip_desktop.ui.tour_hands import Hands, grab, settle, tell, until
from joip_desktop.ui.transfer.export_dialog import ExportDialog
from joip_desktop.ui.transfer.import_dialog import ImportDialog
from joip_desktop.ui.transfer.snapshots_dialog import SnapshotsDialog

_SELECTED = 40
_WHILE = 0.5
"""Seconds in which a window works out what it shows."""
_INTERVAL = next(position for position, column in enumerate(COLUMNS) if column.name == "interval")


async def screenshot(window: MainWindow, *, file: Path) -> None:
    """Render the window with its sessions into a PNG file.

    Raises:
        StorageError: the file can't be written.
    """
    await until(lambda: window.workspace.refreshed_at is not None or window.workspace.trouble is not None)
    window.panel.table.selectRow(0)
    await until(window.panel.has_pictures)
    await settle()
    grab(window, file)
    tell(f"The window is in {file}.")


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
    await steps.see_figures_and_files()
    await steps.disagree()
    await steps.lose_the_server()
    tell(f"The pictures are in {folder}.")


class _Steps(Hands):
    """The main job, step by step, with the mouse and the keyboard of a test."""

    async def see_the_list(self) -> None:
        await until(lambda: self.workspace.refreshed_at is not None)
        await until(self.window.panel.has_pictures)
        await settle()
        tell(f"Listed {len(self.workspace.library)} sessions from {self.window.server}.")
        self.picture("1-list")

    async def star_one(self) -> None:
        row = next(row for row in range(self.rows()) if self.session(row).is_favorite is not True)
        session_id = self.session(row).id
        self.click(row, STAR)
        await self.sent()
        await until(lambda: self.server_value(session_id, "is_favorite") is True)
        tell(f"Starred session {session_id} by a click.")

    async def favourite_many(self) -> None:
        count = min(_SELECTED, self.rows())
        self.click(0, TITLE)
        self.click(count - 1, TITLE, Qt.KeyboardModifier.ShiftModifier)
        chosen = self.window.panel.selection.ids()
        before = sum(1 for session in self.workspace.library.pick(chosen) if session.is_favorite is True)
        await settle()
        self.picture("2-selected")
        QTest.keyClick(self.table, Qt.Key.Key_F)
        await until(lambda: bool(self.window.findChildren(PlanDialog)))
        await settle()
        plan = self.window.findChildren(PlanDialog)[0]
        grab(plan, self.folder / "3-plan.png")
        QTest.keyClick(plan, Qt.Key.Key_Return)
        self.window.activateWindow()  # as a window manager does; the offscreen platform has none
        await until(lambda: len(self.workspace.outbox) > 0)
        await settle()
        self.picture("4-sending")
        await self.sent()
        await until(lambda: all(self.server_value(one, "is_favorite") is True for one in chosen))
        tell(f"Favourited {len(chosen)} sessions with F; {before} of them were already, so {count - before} requests.")

    async def edit_one(self) -> None:
        session_id = self.session(1).id
        self.click(1, TITLE)
        rows = self.window.editor.form.rows
        title, interval = rows["title"].editor.focus_widget, rows["interval_max"].editor.focus_widget
        self.type(title, "A calm walk by the sea")
        self.type(interval, "99")
        await settle()
        self.picture("5-invalid")
        self.type(interval, "60")
        await settle()
        self.picture("6-edited")
        QTest.keySequence(self.window, QKeySequence("Ctrl+Shift+S"))
        await self.see_dialog(ReviewDialog, "13-review")
        QTest.keySequence(self.window, QKeySequence("Ctrl+S"))
        await self.sent()
        await until(lambda: self.server_value(session_id, "interval_max") == 60)  # noqa: PLR2004 - as typed above
        tell(f"Changed title and longest interval of session {session_id} and saved them with Ctrl+S.")
        self.picture("7-saved")

    async def edit_in_the_row(self) -> None:
        self.click(2, _INTERVAL)
        QTest.keyClick(self.table, Qt.Key.Key_F2)
        await settle()
        self.picture("8-row")
        editor = self.window.focusWidget()
        QTest.keyClick(editor, Qt.Key.Key_Escape)
        await settle()
        tell("Opened the editor of an interval in its row with F2, and left it with Escape.")

    async def find(self) -> None:
        QTest.keySequence(self.window, QKeySequence("Ctrl+F"))
        self.type(self.window.panel.search, "updated:>30d interval:<=20 i")
        await settle()
        self.picture("9-search")
        self.type(self.window.panel.search, "updated:>30d interval:<=20 -is:favorite")
        await until(self.window.panel.has_pictures)
        await settle()
        tell(f"Searched for old sessions of a quick pace that are no favourites: {self.rows()} found.")

    async def look_around(self) -> None:
        QTest.keySequence(self.window, QKeySequence("Ctrl+2"))
        self.window.panel.search.clear()
        self.window.panel.selection.select_sessions([self.session(1).id])
        await settle()
        await until(self.window.panel.has_pictures)
        await settle()
        self.picture("10-gallery")
        QTest.keySequence(self.window, QKeySequence("Ctrl+Shift+H"))
        await settle()
        self.picture("11-discreet")
        QTest.keySequence(self.window, QKeySequence("Ctrl+Shift+H"))
        QTest.keySequence(self.window, QKeySequence("Ctrl+1"))
        await settle()
        tell("Looked at the gallery, and at discreet mode.")

    async def change_many(self) -> None:
        """Several sessions in one form, and an operation on all of them, which is looked at and left."""
        self.window.panel.selection.select_sessions([self.session(row).id for row in range(2, 14)])
        several = self.window.editor.several
        combo = several.rows["transition"].editor.focus_widget
        await until(combo.isEnabled)
        QTest.keyClick(combo, Qt.Key.Key_Down)
        await settle()
        self.picture("14-several")
        several.revert()
        self.table.setFocus()
        QTest.keySequence(self.window, QKeySequence("Ctrl+H"))
        await until(lambda: bool(self.window.findChildren(BulkDialog)))
        await settle()
        self.type(self.window.findChildren(BulkDialog)[0].focusWidget(), "of")
        await self.see_dialog(BulkDialog, "15-replace")
        tell("Looked at several sessions in one form, and at what replacing a word in their titles would do.")

    async def see_what_is_locked_or_odd(self) -> None:
        """An imported session, one with values that this version does not know, and what sharing many asks."""
        sessions = [self.session(row) for row in range(self.rows())]
        imported = next(one for one in sessions if one.is_imported is True and uses_prompt(one.caption_theme))
        odd = max(sessions, key=lambda one: len(oddities(one)))
        for session, name in ((imported, "18-imported"), (odd, "19-odd")):
            self.window.panel.selection.select_sessions([session.id])
            await settle()
            await until(self.window.panel.has_pictures)
            self.picture(name)
        self.window.panel.selection.select_sessions([one.id for one in sessions[2:14]])
        several = self.window.editor.several
        shared = several.rows["share_to_community"].editor.focus_widget
        await until(shared.isEnabled)
        QTest.keyClick(shared, Qt.Key.Key_Space)
        await settle()
        several.apply_button.click()
        await self.see_dialog(PlanDialog, "20-sharing")
        several.revert()
        tell("Looked at an imported session, an odd one, and at what sharing twelve at once asks.")

    async def find_out(self) -> None:
        """What can be done, and by which keys."""
        QTest.keySequence(self.window, QKeySequence("Ctrl+K"))
        await until(lambda: bool(self.window.findChildren(CommandPalette)))
        palette = self.window.findChildren(CommandPalette)[0]
        self.type(palette.line, "sub")
        await self.see_dialog(CommandPalette, "16-palette")
        QTest.keySequence(self.window, QKeySequence("F1"))
        await self.see_dialog(ShortcutSheet, "17-keys")
        tell("Found commands with Ctrl+K, and the keys with F1.")

    async def look_back(self) -> None:
        self.table.setFocus()  # in the search box Ctrl+Z is about its text
        await settle()
        undone = self.workspace.history.to_undo
        QTest.keySequence(self.table, QKeySequence("Ctrl+Z"))
        await until(lambda: self.workspace.history.to_undo is not undone)
        await self.sent()
        QTest.keySequence(self.window, QKeySequence("Ctrl+Shift+J"))
        await settle()
        tell("Undid the edit with Ctrl+Z, and opened jobs and history with Ctrl+Shift+J.")
        self.picture("12-jobs")

    async def look_behind(self) -> None:
        """What there is beside the sessions: the traffic, the settings, other accounts."""
        QTest.keySequence(self.window, QKeySequence("Ctrl+Shift+J"))
        QTest.keySequence(self.window, QKeySequence("Ctrl+Shift+T"))
        await settle()
        self.picture("21-traffic")
        QTest.keySequence(self.window, QKeySequence("Ctrl+Shift+T"))
        QTest.keySequence(self.window, QKeySequence("Ctrl+,"))
        await self.see_dialog(SettingsDialog, "22-settings")
        self.window.actions_by_id[ActionId.ADD_ACCOUNT].trigger()
        await self.see_dialog(SignInDialog, "23-sign-in")
        tell("Looked at the traffic, the settings, and how to sign in.")

    async def play_with_the_server(self) -> None:
        """The demo's own server: a fault on purpose, and the end of it."""
        window, banner = self.window, self.window.banner
        QTest.keySequence(window, QKeySequence("Ctrl+Shift+M"))
        panel = window.server_desk.panel
        if panel is None:
            return
        panel.often.setCurrentIndex(panel.often.findData(Often.EVERY))
        fault = panel.faults.item(0)
        fault.setCheckState(Qt.CheckState.Checked)
        window.refresh()
        await until(banner.button.isVisible)
        panel.look()
        self.picture("24-server")
        fault.setCheckState(Qt.CheckState.Unchecked)
        window.refresh()
        await until(lambda: not banner.button.isVisible())
        QTest.keySequence(window, QKeySequence("Ctrl+Shift+M"))
        tell("Let the demo's server fail on purpose with Ctrl+Shift+M, and went on.")

    async def see_figures_and_files(self) -> None:
        """The overview; a file that was edited elsewhere, and what it would change; snapshots; the help."""
        window, desk = self.window, self.window.transfer_desk
        QTest.keySequence(window, QKeySequence("Ctrl+3"))
        await until(lambda: window.overview_desk.page.overview is not None)
        await settle()
        self.picture("25-overview")
        QTest.keySequence(window, QKeySequence("Ctrl+1"))
        QTest.keySequence(window, QKeySequence("Ctrl+Shift+E"))
        await self.see_dialog(ExportDialog, "26-export")
        with TemporaryDirectory() as folder:
            path = Path(folder) / "sessions.csv"
            path.write_text(_edited(writing(list(self.workspace.library), Form.CSV)), encoding="utf-8")
            dialog = desk.open_import(path)
            await until(dialog.agree.isEnabled)
            await self.see_dialog(ImportDialog, "27-import")
        window.actions_by_id[ActionId.RESTORE].trigger()
        await self.see_dialog(SnapshotsDialog, "28-snapshots")
        QTest.keySequence(window, QKeySequence("Ctrl+F1"))
        await until(lambda: any(one.isVisible() for one in window.findChildren(HelpWindow)))
        await asyncio.sleep(_WHILE)
        help_window = window.findChildren(HelpWindow)[0]
        grab(help_window, self.folder / "29-help.png")
        help_window.close()
        window.activateWindow()  # as a window manager does; the offscreen platform has none
        await settle()
        QTest.keySequence(window, QKeySequence("Ctrl+J"))
        await self.see_dialog(ReportDialog, "30-report")
        tell("Looked at figures, at a file that was edited elsewhere, at snapshots, the help, and a report.")

    async def disagree(self) -> None:
        """Another device changes the title that waits here."""
        demo, session = self.window.server_desk.server, self.session(3)
        if demo is None:
            return
        await self.workspace.pause(paused=True)
        await self.workspace.submit(plan_values([session], {"title": "A title of ours"}, action="Save"))
        await demo.edit_elsewhere(session.id)
        self.window.refresh()
        await until(lambda: bool(self.workspace.outbox.conflicts))
        await settle()
        self.picture("31-conflict")
        self.window.actions_by_id[ActionId.RESOLVE].trigger()
        await self.see_dialog(ConflictDialog, "32-resolve")
        await self.workspace.discard([session.id])
        await self.workspace.pause(paused=False)
        tell("Let another device change a title that waited here, and gave ours up.")

    async def lose_the_server(self) -> None:
        """A star that is changed without a server, and sent when it is back; and a search that is kept."""
        window, demo = self.window, self.window.server_desk.server
        if demo is None:
            return
        await demo.stop()
        session_id = self.session(0).id
        window.desk.favourite([session_id])
        await until(window.banner.button.isVisible)
        self.window.panel.selection.select_sessions([session_id])
        await settle()
        self.picture("33-offline")
        await demo.start()
        window.refresh()
        await self.sent()
        await until(lambda: not window.banner.button.isVisible())
        window.sidebar.save_search("is:favorite interval:>10")
        await until(lambda: any(one.isVisible() for one in window.findChildren(LineDialog)))
        dialog = window.findChildren(LineDialog)[0]
        self.type(dialog.line, "Slow favourites")
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        window.sidebar.choose(Place.saved("is:favorite interval:>10"))
        await until(window.panel.has_pictures)
        await settle()
        self.picture("34-saved-search")
        tell("Changed a star while the server was away, and kept a search in the sidebar.")


def _edited(pieces: Iterable[str]) -> str:
    """A table after a person has edited it: two changes, one that a rule forbids, and a row of another's session."""
    rows = list(csv.DictReader(StringIO("".join(pieces), newline="")))
    rows[0]["title"] = "Retitled in a spreadsheet"
    rows[1]["transition"] = "Zoom"
    rows[2]["intervalMin"] = "99"
    rows[3]["id"] = "123456789"
    written = StringIO(newline="")
    table = csv.DictWriter(written, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()
