"""A walk through everything that can be done, by keys alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QToolTip, QWidget

from joip_desktop.ui.actions import ACTIONS, ActionId
from joip_desktop.ui.commands import PATH, commands_of, name_of
from joip_desktop.ui.dialogs.about import AboutDialog
from joip_desktop.ui.dialogs.bulk_dialog import BulkDialog
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.settings import SettingsDialog
from joip_desktop.ui.dialogs.shortcuts import ShortcutSheet
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.dialogs.sign_out import SignOutQuestion
from joip_desktop.ui.editor.review_dialog import ReviewDialog
from joip_desktop.ui.help.window import HelpWindow
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.report_view import ReportDialog
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.transfer.export_dialog import ExportDialog
from joip_desktop.ui.transfer.snapshots_dialog import SnapshotsDialog
from tests.helpers.examples import OTHER, PLAIN
from tests.helpers.fakes import settle, until
from tests.helpers.opened_scenes import DIALOGS, opened_dialog
from tests.helpers.showcase import window_on
from tests.helpers.spoken import first_stop
from tests.helpers.still_workspace import now, submit, workspace_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising, offscreen

ALT = Qt.KeyboardModifier.AltModifier
T = TypeVar("T", bound=QDialog)


@asynccontextmanager
async def opened() -> AsyncIterator[MainWindow]:
    """A window with one session selected, and the keyboard in the table."""
    with window_on(workspace_of(PLAIN, OTHER)) as window:
        window.panel.selection.select_sessions([1])
        window.panel.table.setFocus()
        await settle()
        yield window
        QToolTip.hideText()
        for top in QApplication.topLevelWidgets():
            if isinstance(top, QDialog | QMenu) and top.isVisible():
                top.close()
        await settle()


# --- hands on the keyboard --------------------------------------------------------------------------------------------


def focused(window: MainWindow) -> QWidget:
    window.activateWindow()
    here: QWidget | None = window.focusWidget()
    return window if here is None else here


async def press(window: MainWindow, keys: str) -> None:
    QTest.keySequence(focused(window), QKeySequence(keys))
    await settle()


async def by_shortcut(window: MainWindow, action_id: ActionId) -> None:
    await press(window, ACTIONS[action_id].shortcuts[0])


async def by_menu(window: MainWindow, action_id: ActionId) -> None:
    """Alt and the letter of the menu, then the letters of the entries."""
    top, *path = way_to(window, window.actions_by_id[action_id])
    QTest.keyClick(focused(window), key_of(top), ALT)
    for entry in path:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), f"no menu opens on the way to {action_id.name}"
        QTest.keyClick(menu, key_of(entry))
    await settle()


async def by_palette(window: MainWindow, action_id: ActionId) -> None:
    """The palette finds it by its name."""
    icon_text = window.actions_by_id[action_id].iconText()
    wanted = next(one.text for one in commands_of(window.menuBar()) if one.key.rpartition(PATH)[2] == icon_text)
    await press(window, "Ctrl+K")
    palette = shown(CommandPalette)
    QTest.keyClicks(palette.line, wanted.rstrip("…"))
    for _ in range(3):  # others may be called as well
        if palette.current is not None and palette.current.text != wanted:
            QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.current is not None
    assert palette.current.text == wanted
    assert palette.current.enabled, palette.current.help
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    window.activateWindow()
    await settle()


def shown(kind: type[T]) -> T:
    """The dialog of this kind that is open."""
    found = [top for top in QApplication.topLevelWidgets() if isinstance(top, kind) and top.isVisible()]
    assert len(found) == 1, f"{kind.__name__} is not open"
    return found[0]


def letter(text: str) -> str:
    """The letter of an entry that is pressed for it; empty where it has none."""
    at = text.replace("&&", "\0\0").find("&")
    return text[at + 1].lower() if at >= 0 else ""


def key_of(action: QAction) -> Qt.Key:
    assert letter(action.text()), f"{action.text()} has no letter"
    return Qt.Key(ord(letter(action.text()).upper()))


def menus_in(actions: list[QAction]) -> Iterator[QMenu]:
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield menu
            yield from menus_in(menu.actions())


def way_to(window: MainWindow, action: QAction) -> list[QAction]:
    """The entries that are chosen one after another to get to an action."""

    def within(entries: list[QAction]) -> list[QAction] | None:
        for entry in entries:
            if entry is action:
                return [entry]
            inner = entry.menu()
            if isinstance(inner, QMenu) and (rest := within(inner.actions())) is not None:
                return [entry, *rest]
        return None

    way = within(window.menuBar().actions())
    assert way is not None, f"{action.text()} is in no menu"
    return way


# --- what each action is to do ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Deed:
    """Whether an action did what it says; `prepare` makes it possible."""

    did: Callable[[MainWindow], object]
    prepare: Callable[[MainWindow], object] = lambda _window: None
    closes: bool = False
    """Whether it opens something that Escape closes."""


def opens(kind: type[QDialog], prepare: Callable[[MainWindow], object] = lambda _window: None) -> Deed:
    return Deed(lambda _window: shown(kind), prepare, closes=True)


def lists_components() -> bool:
    top = QApplication.activeModalWidget()
    return isinstance(top, AboutDialog) and top.table.model().rowCount() > 0


def edit(window: MainWindow) -> None:
    window.workspace.drafts.edit(1, "title", "B")


def change(window: MainWindow) -> None:
    window.desk.favourite([1])


def change_and_undo(window: MainWindow) -> None:
    submit(window.workspace, 1, title="B")
    window.undo_stack.undo()


def select_both(window: MainWindow) -> None:
    window.panel.selection.select_sessions([1, 2])


def disagree(window: MainWindow) -> None:
    submit(window.workspace, 1, title="Mine")
    theirs = PLAIN.with_values({"title": "Theirs"})
    window.workspace.library.load([theirs, OTHER])
    now(window.workspace.outbox.reconcile([(window.workspace.outbox.entries(1)[0], theirs)]))


def overlay(window: MainWindow) -> object:
    return window.workspace.outbox.overlay(1)


def copied() -> str:
    return QGuiApplication.clipboard().text()


def forget_copied(_window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("")


def traffic_has_the_focus(window: MainWindow) -> bool:
    panel = window.traffic_desk.panel
    return panel is not None and panel.isAncestorOf(focused(window))


def server_has_the_focus(window: MainWindow) -> bool:
    panel = window.server_desk.panel
    return panel is not None and panel.isAncestorOf(focused(window))


DEEDS = {
    ActionId.UNDO: Deed(lambda window: not overlay(window), change),
    ActionId.REDO: Deed(lambda window: overlay(window) == {"title": "B"}, change_and_undo),
    ActionId.FAVOURITE: Deed(lambda window: overlay(window) == {"is_favorite": False}),
    ActionId.SAVE: Deed(lambda window: overlay(window) == {"title": "B"}, edit),
    ActionId.REVIEW: opens(ReviewDialog, edit),
    ActionId.REVERT: Deed(lambda window: not window.workspace.drafts.get(1).is_dirty, edit),  # type: ignore[union-attr]
    ActionId.ADD_SUBREDDITS: opens(BulkDialog, select_both),
    ActionId.REMOVE_SUBREDDITS: opens(BulkDialog, select_both),
    ActionId.SHIFT_INTERVALS: opens(BulkDialog, select_both),
    ActionId.SCALE_INTERVALS: opens(BulkDialog, select_both),
    ActionId.REPLACE_IN_TITLES: opens(BulkDialog, select_both),
    ActionId.REFRESH: Deed(lambda window: window.workspace.refreshed_at is not None),
    ActionId.FIND: Deed(lambda window: focused(window) is window.panel.search),
    ActionId.SELECT_ALL: Deed(lambda window: len(window.panel.selection.ids()) == 2),
    ActionId.EDIT_CELL: Deed(lambda window: window.panel.table.state() is window.panel.table.State.EditingState),
    ActionId.COPY_CSV: Deed(lambda _window: "zzwalk zzby" in copied(), forget_copied),
    ActionId.COPY_JSON: Deed(lambda _window: '"title": "zzwalk zzby"' in copied(), forget_copied),
    ActionId.EXPORT: opens(ExportDialog),
    ActionId.IMPORT: opens(QFileDialog),
    ActionId.RESTORE: opens(SnapshotsDialog),
    ActionId.TABLE: Deed(lambda window: window.panel.table.isVisible(), lambda window: window.panel.view),
    ActionId.GALLERY: Deed(lambda window: window.panel.gallery.isVisible()),
    ActionId.OVERVIEW: Deed(lambda window: window.overview_desk.page.isVisible()),
    ActionId.DISCREET: Deed(lambda window: window.discretion.on),
    ActionId.SIGN_IN: opens(SignInDialog),
    ActionId.ADD_ACCOUNT: opens(SignInDialog),
    ActionId.SIGN_OUT: opens(SignOutQuestion),
    ActionId.SETTINGS: opens(SettingsDialog),
    ActionId.REPORT: opens(ReportDialog, change),
    ActionId.JOBS: Deed(lambda window: window.jobs_panel.isAncestorOf(focused(window))),
    ActionId.TRAFFIC: Deed(traffic_has_the_focus),
    ActionId.SERVER: Deed(server_has_the_focus),
    ActionId.PAUSE: Deed(lambda window: window.workspace.sender.paused),
    ActionId.RESOLVE: opens(ConflictDialog, disagree),
    ActionId.QUIT: Deed(lambda window: not window.isVisible()),
    ActionId.HELP: opens(HelpWindow),
    ActionId.PALETTE: opens(CommandPalette),
    ActionId.SHORTCUTS: opens(ShortcutSheet),
    ActionId.OPEN_LOGS: Deed(lambda window: "No log is kept" in window.notice.label.text()),
    ActionId.COPY_DIAGNOSTICS: Deed(lambda _window: copied().startswith("Versions:"), forget_copied),
    ActionId.ABOUT: Deed(lambda _window: lists_components(), closes=True),
}
"""What comes of each action. Discreet mode while screens are shared depends on the desktop; see below."""

WAYS = {"shortcut": by_shortcut, "menu": by_menu, "palette": by_palette}


def cases() -> Iterator[tuple[ActionId, str]]:
    for action_id in DEEDS:
        for way in WAYS:
            has_way = way != "shortcut" or ACTIONS[action_id].shortcuts
            if has_way and not (way == "palette" and action_id is ActionId.PALETTE):
                yield action_id, way


def test_every_action_is_on_the_walk() -> None:
    assert {*DEEDS, ActionId.DISCREET_WHILE_SHARING} == set(ActionId)


@pytest.mark.parametrize(("action_id", "way"), list(cases()), ids=lambda one: getattr(one, "name", one))
async def test_an_action_does_what_it_says_by_keys_alone(action_id: ActionId, way: str) -> None:
    deed = DEEDS[action_id]
    async with opened() as window:
        deed.prepare(window)
        await settle()
        window.panel.view.setFocus()
        await WAYS[way](window, action_id)
        await until(lambda: done(deed, window))
        if deed.closes:
            top = QApplication.activeWindow()
            assert top is not None
            assert top is not window
            QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Escape)
            await settle()
            assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def done(deed: Deed, window: MainWindow) -> bool:
    try:
        return bool(deed.did(window))
    except AssertionError:
        return False


async def test_discreet_mode_while_screens_are_shared_can_be_chosen_or_says_why_not() -> None:
    async with opened() as window:
        action = window.actions_by_id[ActionId.DISCREET_WHILE_SHARING]
        (command,) = [one for one in commands_of(window.menuBar()) if one.text == name_of(action.text())]
        assert command.enabled or command.help
        assert letter(action.text())


# --- the ways ---------------------------------------------------------------------------------------------------------


async def test_every_menu_and_every_entry_has_a_letter_of_its_own() -> None:
    async with opened() as window:
        bar = window.menuBar()
        menus: list[tuple[str, list[QAction]]] = [("the bar", bar.actions())]
        menus += [(menu.title(), menu.actions()) for menu in menus_in(bar.actions())]
        assert len(menus) >= 6
        for title, entries in menus:
            letters = Counter(letter(entry.text()) for entry in entries if letter(entry.text()))
            assert {one for one, count in letters.items() if count > 1} == set(), title
        for action in window.actions_by_id.values():
            assert all(letter(entry.text()) for entry in way_to(window, action)), action.text()


async def test_no_two_actions_have_the_same_keys() -> None:
    async with opened() as window:
        keys = Counter(keys for spec in ACTIONS.values() for keys in spec.shortcuts)
        assert {one for one, count in keys.items() if count > 1} == set()
        assert window.isVisible()


async def test_buttons_of_the_form_do_what_they_say_by_keys_alone() -> None:
    async with opened() as window:
        edit(window)
        form = window.editor.form
        form.review_button.setFocus()
        QTest.keyClick(form.review_button, Qt.Key.Key_Space)
        await settle()
        QTest.keyClick(shown(ReviewDialog), Qt.Key.Key_Escape)
        await settle()
        form.save_button.setFocus()
        QTest.keyClick(form.save_button, Qt.Key.Key_Space)
        await settle()
        assert overlay(window) == {"title": "B"}


async def test_fields_are_reached_and_edited_by_keys_alone() -> None:
    async with opened() as window:
        window.editor.form.go_to("title")
        QTest.keySequence(focused(window), QKeySequence("Ctrl+A"))
        QTest.keyClicks(focused(window), "Typed")
        for _ in range(40):
            if focused(window) is window.editor.form.rows["is_public"].editor.focus_widget:
                break
            QTest.keyClick(focused(window), Qt.Key.Key_Tab)
        QTest.keyClick(focused(window), Qt.Key.Key_Space)
        await press(window, "Ctrl+Shift+S")
        assert isinstance(shown(ReviewDialog), ReviewDialog)
        draft = window.workspace.drafts.get(1)
        assert draft is not None
        assert dict(draft.edits) == {"title": "Typed", "is_public": True}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("which", DIALOGS)
async def test_escape_closes_every_dialog(which: str) -> None:
    async with opened_dialog(which) as open_one:
        QTest.keyClick(first_stop(open_one), Qt.Key.Key_Escape)
        assert not open_one.isVisible()
