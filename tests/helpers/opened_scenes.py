"""What opens beside the window: every dialog, question and menu, in the states that people meet."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QTabWidget, QWidget

from joip_desktop.engine.places import Place
from joip_desktop.licences import Component
from joip_desktop.storage.settings import Appearance, Page, ProxyMode
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.closing import ask_to_close
from joip_desktop.ui.connection import KnownAccount
from joip_desktop.ui.dialogs.about import AboutDialog
from joip_desktop.ui.dialogs.bulk_dialog import BulkDialog
from joip_desktop.ui.dialogs.command_palette import CommandPalette
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.dialogs.settings import SettingsDialog
from joip_desktop.ui.dialogs.shortcuts import ShortcutSheet
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.help.window import HelpWindow
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.transfer.snapshots_dialog import SnapshotsDialog
from tests.helpers.examples import SESSIONS
from tests.helpers.fakes import settle, until
from tests.helpers.scenes import WINDOWS
from tests.helpers.sign_in import PASTE, FakeSecrets, FakeSignIn
from tests.helpers.stage import Act, Stage, others, perform, refused, stage


def trigger(on: Stage, action_id: ActionId) -> None:
    on.window.actions_by_id[action_id].trigger()


def dialog(on: Stage) -> QDialog:
    return next(one for one in others(on.window) if isinstance(one, QDialog))


# --- dialogs ----------------------------------------------------------------------------------------------------------


def _review(before: str, tab: int, *, discreet: bool = False) -> Act:
    def act(on: Stage) -> None:
        done = WINDOWS[before](on)
        assert done is None
        on.window.set_discreet(discreet)
        trigger(on, ActionId.REVIEW)
        dialog(on).findChildren(QTabWidget)[0].setCurrentIndex(tab)

    return act


def _bulk(action_id: ActionId, typed: str = "", *, discreet: bool = False) -> Act:
    async def act(on: Stage) -> None:
        on.select(1, 2, 3, 4, 5, 6, 7)
        on.window.set_discreet(discreet)
        trigger(on, action_id)
        await settle()
        shown = dialog(on)
        assert isinstance(shown, BulkDialog)
        QTest.keyClicks(shown.parameters.first, typed)

    return act


def _palette(typed: str) -> Act:
    def act(on: Stage) -> None:
        on.select(1)
        trigger(on, ActionId.PALETTE)
        shown = dialog(on)
        assert isinstance(shown, CommandPalette)
        shown.line.setText(typed)

    return act


def _palette_again(on: Stage) -> None:
    """With what was chosen last."""
    trigger(on, ActionId.PALETTE)
    QTest.keyClick(dialog(on), Qt.Key.Key_Return)
    trigger(on, ActionId.PALETTE)


def _sheet(typed: str = "") -> Act:
    def act(on: Stage) -> None:
        trigger(on, ActionId.SHORTCUTS)
        shown = dialog(on)
        assert isinstance(shown, ShortcutSheet)
        shown.findChildren(QLineEdit)[0].setText(typed)

    return act


async def _plan(on: Stage) -> None:
    on.budget.seconds = 20
    on.save(1, title="zznew")
    on.select(1, 2, 3, 4, 5, 6, 7)
    on.window.desk.favourite([1, 2, 3, 4, 5, 6, 7], favourite=True)
    await settle()


async def _plan_of_values(on: Stage) -> None:
    """That publishes, can't be undone exactly, leaves some out and meets what waits."""
    on.save(1, title="zznew")
    on.save(2, is_public=True)
    on.refuse()
    on.save(3, is_manual_mode=True)
    on.select(1, 2, 3, 4, 5, 6, 7)
    form = on.window.editor.several
    form._on_edited("is_public", True)
    form._on_edited("share_to_community", False)
    for name in ("thumbnail", "ai_prompt"):
        form._on_edited(name, "")
    on.window.edit_desk.apply()
    await settle()


async def _plan_in_discreet_mode(on: Stage) -> None:
    on.window.set_discreet(True)
    await _plan_of_values(on)


async def _plan_of_undoing(on: Stage) -> None:
    on.star(2, 3, 5)
    on.confirm()
    on.confirm()
    on.window.undo_stack.undo()
    await settle()


def _conflicts(*, discreet: bool = False, decided: bool = False) -> Act:
    def act(on: Stage) -> None:
        done = WINDOWS["conflicting"](on)
        assert done is None
        on.save(3, ai_prompt="zzmine", subreddits=("zza", "zzb"))
        on.change_elsewhere(3, ai_prompt="zztheirs\nzzmore", subreddits=())
        on.window.set_discreet(discreet)
        on.window.desk.resolve()
        shown = dialog(on)
        assert isinstance(shown, ConflictDialog)
        if decided:
            for box in shown.findChildren(QComboBox):
                box.setFocus()
                QTest.keyClick(box, Qt.Key.Key_Down)

    return act


def _report(*, discreet: bool = False, later: bool = False) -> Act:
    async def act(on: Stage) -> None:
        on.star(2, 3, 5, 6, 7)
        on.confirm()
        on.refuse()
        on.change_elsewhere(5, is_favorite=False)
        job = on.window.strip.job
        assert job is not None
        if later:
            on.save(1, title="zznew")
            await on.workspace.cancel(job)
        on.window.set_discreet(discreet)
        on.window.desk.report(job)

    return act


def _sign_in(*, with_password: bool = False, with_help: bool = False) -> Act:
    def act(on: Stage) -> None:
        trigger(on, ActionId.ADD_ACCOUNT)
        shown = dialog(on)
        assert isinstance(shown, SignInDialog)
        shown.paste.help_button.setChecked(with_help)
        shown.ways.setCurrentIndex(1 if with_password else 0)

    return act


async def _sign_in_when_signed_out(on: Stage) -> None:
    await on.fail_to_read(refused(401))
    await settle()
    trigger(on, ActionId.SIGN_IN)


async def _sign_in_in_vain(on: Stage) -> None:
    trigger(on, ActionId.ADD_ACCOUNT)
    shown = dialog(on)
    assert isinstance(shown, SignInDialog)
    shown.paste.field.take(PASTE)
    shown._on_accept()
    await until(lambda: not shown._busy)


def _settings(page: Page) -> Act:
    def act(on: Stage) -> None:
        trigger(on, ActionId.SETTINGS)
        shown = dialog(on)
        assert isinstance(shown, SettingsDialog)
        shown.pages.setCurrentIndex(list(Page).index(page))

    return act


def _wrong_proxy(on: Stage) -> None:
    on.window._settings.proxy_mode = ProxyMode.MANUAL
    _settings(Page.NETWORK)(on)
    shown = dialog(on)
    assert isinstance(shown, SettingsDialog)
    line = shown.fields["proxy"].editor
    assert isinstance(line, QLineEdit)
    line.setText("zz")


def _sign_out(*, waiting: bool) -> Act:
    def act(on: Stage) -> None:
        if waiting:
            on.save(1, title="zznew")
        trigger(on, ActionId.SIGN_OUT)

    return act


def _first_run(on: Stage) -> None:
    colours = on.window._theme.colours
    shown = FirstRunDialog(
        sign_in=FakeSignIn(),
        secrets=FakeSecrets(),
        tasks=on.window._tasks,
        colours=colours,
        known=[KnownAccount("zz", "zzserver (zz@zz.example)")],
        notice="zznotice",
    )
    shown.setParent(on.window, shown.windowFlags())
    shown.show()


# --- names and questions ----------------------------------------------------------------------------------------------


def _save_search(search: str, name: str = "") -> Act:
    def act(on: Stage) -> None:
        on.window.sidebar.save_search(search)
        if name:
            line = dialog(on).findChildren(QLineEdit)[0]
            line.clear()
            QTest.keyClicks(line, name)

    return act


def _in_sidebar(key: Qt.Key, place: Place) -> Act:
    def act(on: Stage) -> None:
        on.window.sidebar.choose(place)
        on.window.sidebar.setFocus()
        QTest.keyClick(on.window.sidebar, key)

    return act


def _asks_before_sharing(on: Stage, *, shared: bool) -> None:
    on.select(1 if shared else 7)
    on.edit(1 if shared else 7, share_to_community=shared, is_public=True)
    on.window.edit_desk.save()


async def _asks_before_undoing(on: Stage) -> None:
    on.save(1, thumbnail="", share_to_community=True)
    on.confirm()
    on.window.undo_stack.undo()
    await settle()


async def _asks_before_redoing(on: Stage) -> None:
    on.save(1, share_to_community=True)
    await on.workspace.undo()
    action = on.workspace.history.to_redo
    assert action is not None
    on.window.desk.redo(action)
    await until(lambda: bool(others(on.window)))


def _asks_before_cancelling(on: Stage) -> None:
    on.star(2, 3, 5)
    on.window.desk.cancel(on.window.strip.job)  # type: ignore[arg-type]  # there is one


def _asks_before_closing(on: Stage) -> None:
    ask_to_close(on.window, 2, 3, then=lambda: None, otherwise=lambda: None)


# --- files ------------------------------------------------------------------------------------------------------------

_FILE: Final = """zzid;zztitle;zzstar;zzsubs
1;zznew;1;zzearth
2;;maybe;
4;zzlocked;;zzspace
zzno;zznew;;
99;zznew;;
3;zznew;;;;zzmore
"""
_TARGETS: Final = {"zzid": "id", "zztitle": "title", "zzstar": "is_favorite", "zzsubs": "subreddits"}


def _import(*, mapped: bool = True, tab: int = 0, discreet: bool = False) -> Act:
    """With a row of each verdict."""

    async def act(on: Stage) -> None:
        on.window.set_discreet(discreet)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "zz.csv"
            path.write_text(_FILE, encoding="utf-8")
            shown = on.window.transfer_desk.open_import(path)
            await until(lambda: shown.columns is not None)
            page = shown.columns
            assert page is not None
            for column, target in _TARGETS.items() if mapped else ():
                page.boxes[column].setCurrentIndex(page.boxes[column].findData(target))
            if mapped:
                shown._settle.stop()
                shown._try()
                await until(shown.agree.isEnabled)
            shown.tabs.setCurrentIndex(tab)

    return act


async def _import_of_nothing(on: Stage) -> None:
    shown = on.window.transfer_desk.open_import(Path("zz.csv"))
    await until(shown.problem.isVisible)


async def _export_under_way(on: Stage) -> None:
    progress = on.window.transfer_desk._progress(100_000)
    progress.canceled.disconnect()  # closing it would cancel the test
    progress.show()


@dataclass(frozen=True)
class _Snapshot:
    before: str
    key: str = "zz"
    taken_at: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)
    count: int = 1000


def _snapshots(*snapshots: _Snapshot) -> Act:
    def act(on: Stage) -> None:
        SnapshotsDialog(snapshots, on.window).open()

    return act


def _help(typed: str = "") -> Act:
    """On pages whose words are data."""

    def act(on: Stage) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name, text in _PAGES.items():
                (Path(folder) / name).write_text(text, encoding="utf-8")
            shown = HelpWindow(Path(folder), on.window._theme.colours, on.window)
        shown.show()
        shown.search.setText(typed)

    return act


_PAGES: Final = {
    "README.md": "# zzhelp\n\n[zzlink](zz.md) zztext `zzcode`\n\n| zzone | zztwo |\n| - | - |\n| zzthree | zzfour |\n",
    "zz.md": "# zzpage\n\n```\nzzcode\n```\n",
}


def _about(on: Stage) -> None:
    shown = AboutDialog(on.window)
    shown.open()
    shown.show_components(
        [Component("zzpart", "1.0", "zzfree", "zzdo zzwhat zzyou zzlike"), Component("zzmore", "", "", "")]
    )
    shown.table.selectRow(1)


# --- menus ------------------------------------------------------------------------------------------------------------


def _menu(at: int) -> Act:
    def act(on: Stage) -> None:
        on.select(1, 2)
        action = on.window.menuBar().actions()[at]
        menu = action.menu()
        assert isinstance(menu, QWidget)
        menu.popup(on.window.mapToGlobal(QPoint(20, 20)))  # type: ignore[attr-defined]  # a QMenu
        for entry in menu.actions():
            if (more := entry.menu()) is not None:
                more.popup(on.window.mapToGlobal(QPoint(300, 20)))  # type: ignore[attr-defined]

    return act


def _session_menu(*session_ids: int) -> Act:
    def act(on: Stage) -> None:
        on.select(*session_ids)
        on.window.panel.menu_wanted.emit(on.window.mapToGlobal(QPoint(300, 200)))
        menu = on.window.list_desk._menu
        assert menu is not None
        menu._like.popup(on.window.mapToGlobal(QPoint(600, 200)))

    return act


def _sidebar_menu(place: Place) -> Act:
    def act(on: Stage) -> None:
        sidebar = on.window.sidebar
        sidebar.choose(place)
        where = sidebar.visualItemRect(sidebar.currentItem()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(sidebar.viewport(), QContextMenuEvent(reason, where, sidebar.mapToGlobal(where)))

    return act


def _header_menu(on: Stage) -> None:
    header = on.window.panel.table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(header.sectionViewportPosition(2) + 5, 5))
    menu = on.window.panel.header_menu
    menu.columns.popup(on.window.mapToGlobal(QPoint(600, 200)))
    menu.density.popup(on.window.mapToGlobal(QPoint(100, 200)))


def _values_menu(name: str) -> Act:
    def act(on: Stage) -> None:
        on.select(1, 2, 3, 4, 5, 6, 7)
        on.window.editor.several.rows[name].values_button.click()

    return act


def _more_menu(on: Stage) -> None:
    on.select(1, 2)
    on.window.editor.several.more_menu.popup(on.window.mapToGlobal(QPoint(600, 200)))


def _line_menu(on: Stage) -> None:
    search = on.window.panel.search
    menu = search.createStandardContextMenu()
    menu.setParent(search, menu.windowFlags())
    menu.popup(search.mapToGlobal(QPoint(5, 5)))


SAVED: Final = Place.saved("updated:>30d")

_TYPED: Final = {
    ActionId.ADD_SUBREDDITS: ("zznew", "_zz"),
    ActionId.REMOVE_SUBREDDITS: ("zzearth", "_zz"),
    ActionId.SHIFT_INTERVALS: ("30", "-"),
    ActionId.SCALE_INTERVALS: ("300", "0"),
    ActionId.REPLACE_IN_TITLES: ("zzby", "zznowhere"),
}

OPENED: Final[Mapping[str, Act]] = {
    **{f"review, tab {tab}": _review("edited", tab) for tab in range(3)},
    "review of mistakes": _review("invalid input", 0),
    "review of conflicts": _review("conflicting, edited", 0),
    **{f"review, discreet, tab {tab}": _review("edited", tab, discreet=True) for tab in range(3)},
    **{f"{one.name}, {typed}": _bulk(one, typed) for one, all_typed in _TYPED.items() for typed in ("", *all_typed)},
    "REPLACE_IN_TITLES, discreet": _bulk(ActionId.REPLACE_IN_TITLES, "zzby", discreet=True),
    **{f"palette, {typed}": _palette(typed) for typed in ("", "š", "zznowhere")},
    "palette again": _palette_again,
    **{f"keys, {typed}": _sheet(typed) for typed in ("", "š", "zznowhere")},
    "plan": _plan,
    "plan of values": _plan_of_values,
    "plan, discreet": _plan_in_discreet_mode,
    "plan of undoing": _plan_of_undoing,
    "conflicts": _conflicts(),
    "conflicts, decided": _conflicts(decided=True),
    "conflicts, discreet": _conflicts(discreet=True),
    "report": _report(),
    "report, discreet": _report(discreet=True),
    "report of a cancelled job": _report(later=True),
    "sign in": _sign_in(),
    "sign in with a password": _sign_in(with_password=True),
    "sign in with help": _sign_in(with_help=True),
    "sign in when signed out": _sign_in_when_signed_out,
    "sign in in vain": _sign_in_in_vain,
    **{f"settings, page {page.name.lower()}": _settings(page) for page in Page},
    "settings, a wrong proxy": _wrong_proxy,
    "sign out": _sign_out(waiting=False),
    "sign out while changes wait": _sign_out(waiting=True),
    "first run": _first_run,
    "save a search": _save_search("zzwalk"),
    "rename a search": _save_search("updated:>30d"),
    "save a search under a name that is taken": _save_search("zzwalk", "zzold"),
    "name a category": _in_sidebar(Qt.Key.Key_F2, Place.category(1)),
    "delete a search": _in_sidebar(Qt.Key.Key_Delete, SAVED),
    "share": lambda on: _asks_before_sharing(on, shared=True),
    "stop sharing": lambda on: _asks_before_sharing(on, shared=False),
    "undo": _asks_before_undoing,
    "redo": _asks_before_redoing,
    "cancel": _asks_before_cancelling,
    "close": _asks_before_closing,
    "export": lambda on: trigger(on, ActionId.EXPORT),
    "export under way": _export_under_way,
    "import": _import(),
    "import, columns": _import(tab=1),
    "import, columns, discreet": _import(tab=1, discreet=True),
    "import, discreet": _import(discreet=True),
    "import without a mapping": _import(mapped=False, tab=1),
    "import of nothing": _import_of_nothing,
    "snapshots": _snapshots(_Snapshot("zzaction"), _Snapshot("zzundo")),
    "no snapshots": _snapshots(),
    "about": _about,
    "help": _help(),
    "help, nothing found": _help("zznowhere"),
    "no report": lambda on: on.window.desk.report(None),
    "no conflicts": lambda on: on.window.desk.resolve(),
    **{f"menu {at}": _menu(at) for at in range(4)},
    "menu of a session": _session_menu(4),
    "menu of several": _session_menu(1, 2),
    "menu of a search": _sidebar_menu(SAVED),
    "menu of a category": _sidebar_menu(Place.category(1)),
    "menu of the header": _header_menu,
    **{f"values of {name}": _values_menu(name) for name in ("title", "transition", "interval_max", "is_public")},
    "more changes": _more_menu,
    "menu of a line": _line_menu,
}

DIALOGS: Final = (
    *("review, tab 0", "review of mistakes", "plan of values", "conflicts", "report", "sign in when signed out"),
    *("sign out while changes wait", "settings, a wrong proxy"),
    *("first run", "palette, ", "keys, ", "save a search under a name that is taken"),
    *(f"{one.name}, " for one in _TYPED),
)
"""One of each kind of dialog among what opens."""


@asynccontextmanager
async def opened_dialog(name: str, appearance: Appearance = Appearance.LIGHT) -> AsyncIterator[QDialog]:
    """One of the dialogs, open on its window."""
    async with stage(*SESSIONS, appearance=appearance) as on:
        await perform(OPENED[name], on)
        shown = dialog(on)
        assert QTest.qWaitForWindowActive(shown)
        yield shown
