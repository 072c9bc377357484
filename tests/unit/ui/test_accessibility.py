from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.engine.plan import Plan, picturing, plan_favourite
from joip_desktop.engine.slices import at_once
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.settings import Appearance, Settings, View
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.dialogs.connect import ConnectDialog
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.jobs.conflict_dialog import ConflictDialog
from joip_desktop.ui.jobs.plan_dialog import PlanDialog
from joip_desktop.ui.jobs.report_view import ReportDialog
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import DARK, LIGHT, Theme
from tests.helpers.fakes import settle
from tests.helpers.still_workspace import fail_next, now, submit, workspace_of
from tests.helpers.table import AT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen

PLAIN = Session(id=1, title="A walk", interval_min=1, interval_max=9, category_id=1, is_imported=False)


@contextmanager
def window_on(workspace: Workspace) -> Iterator[MainWindow]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(app, Appearance.LIGHT)
    connection = Connection(label="Test", server="https://joip.example", is_demo=False, check=lambda _s, _c: None)
    window = MainWindow(
        workspace=workspace, tasks=Tasks(print), theme=theme, settings=Settings(), connection=connection
    )
    window.show()
    assert QTest.qWaitForWindowActive(window)
    try:
        yield window
    finally:
        window.hide()
        window.close_listening()
        theme.close()
        window.deleteLater()


@asynccontextmanager
async def window_with(*session_ids: int) -> AsyncIterator[MainWindow]:
    with window_on(workspace_of(PLAIN, Session(id=2, title="Other"))) as window:
        window.panel.selection.select_sessions(session_ids)
        await settle()
        yield window


def nameless(top: QWidget) -> list[str]:
    """What takes the focus and has nothing that a screen reader could say of it."""
    found = []
    for widget in top.findChildren(QWidget):
        internal = widget.objectName().startswith("qt_")
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible() or internal:
            continue
        if widget.focusProxy() is not None:
            continue
        if widget.window().inherits("QComboBoxPrivateContainer"):
            continue  # the list of a combo box, which has the name
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def tab_order(top: QWidget, start: QWidget) -> list[QWidget]:
    """What the Tab key reaches from `start`, once round."""
    start.setFocus()
    order: list[QWidget] = []
    while (focused := top.focusWidget()) not in order:
        order.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return order


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("session_ids", [(), (1,), (1, 2)], ids=["nothing", "one", "several"])
async def test_everything_in_the_window_that_takes_the_focus_has_a_name(
    session_ids: tuple[int, ...], view: View
) -> None:
    async with window_with(*session_ids) as window:
        window.panel.show_view(view)
        window.notify("Something.")
        assert window.panel.slider.isVisible() is (view is View.GALLERY)
        assert nameless(window) == []


@pytest.mark.parametrize("column", ["title", "category", "interval", "transition", "theme"])
async def test_what_edits_in_a_row_has_names(column: str) -> None:
    async with window_with(1) as window:
        table = window.panel.table
        table.show_column(column, True)
        table.setCurrentIndex(window.panel.model.index(window.panel.model.row_of(1) or 0, AT[column]))
        window.list_desk.edit_cell()
        await settle()
        assert table.state() is table.State.EditingState
        assert nameless(window) == []
        assert table.end_editing()


async def test_what_is_wrong_with_a_search_is_said_to_screen_readers() -> None:
    async with window_with() as window:
        search = window.panel.search
        search.setText("nonsense:1")
        assert search.explanation
        assert search.accessibleDescription() == search.explanation
        assert nameless(window) == []


async def test_the_current_session_is_said_in_the_gallery() -> None:
    async with window_with(1) as window:
        window.panel.show_view(View.GALLERY)
        window.panel.gallery.setFocus()
        assert "A walk" in window.panel.gallery.accessibleDescription()
        window.set_discreet(True)
        window.panel.selection.select_sessions([2])
        window.panel.selection.select_sessions([1])
        assert "A walk" not in window.panel.gallery.accessibleDescription()


async def test_a_failure_has_named_ways_on(qtbot: QtBot) -> None:
    del qtbot
    async with window_with(1) as window:
        submit(window.workspace, 1, title="B")
        fail_next(window.workspace)
        assert window.editor.form._failure.isVisible()
        assert nameless(window) == []


def _connect() -> QDialog:
    return ConnectDialog(server="", check=lambda _server, _cookie: None, colours=LIGHT)


def _first_run() -> QDialog:
    return FirstRunDialog(check=lambda _server, _cookie: None, colours=LIGHT)


def _report() -> QDialog:
    workspace = workspace_of(PLAIN)
    job = now(workspace.submit(Plan(title="Favourite", changes=(), unchanged=(1,))))
    return ReportDialog(job, jobs=workspace.jobs, library=workspace.library)


def _plan() -> QDialog:
    workspace = workspace_of(PLAIN, Session(id=2, title="Other"))
    plan = plan_favourite(list(workspace.library))
    return PlanDialog(plan, at_once(picturing(plan)), workspace=workspace, colours=LIGHT)


def _conflict() -> QDialog:
    workspace = workspace_of(PLAIN)
    submit(workspace, 1, title="Mine")
    theirs = Session(id=1, title="Theirs", interval_min=1, interval_max=9, category_id=1, is_imported=False)
    workspace.library.load([theirs])
    now(workspace.outbox.reconcile([(workspace.outbox.entries(1)[0], theirs)]))
    return ConflictDialog(workspace, colours=LIGHT)


@pytest.mark.parametrize("make", [_connect, _first_run, _report, _plan, _conflict])
def test_everything_in_the_dialogs_that_takes_the_focus_has_a_name(qtbot: QtBot, make: Callable[[], QDialog]) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.open()
    assert QTest.qWaitForWindowActive(dialog)
    assert nameless(dialog) == []
    dialog.close()


async def test_everything_in_jobs_and_history_that_takes_the_focus_has_a_name() -> None:
    async with window_with(1) as window:
        window._show_jobs()
        for tab in range(3):
            window.jobs_panel._tabs.setCurrentIndex(tab)
            await settle()
            assert nameless(window.jobs_panel) == []
        window._show_jobs()


@pytest.mark.parametrize("view", list(View))
async def test_tab_goes_through_the_window_as_it_is_read(view: View) -> None:
    async with window_with(1) as window:
        window.panel.show_view(view)
        form = window.editor.form
        window.workspace.drafts.edit(1, "title", "B")
        order = tab_order(window, window.sidebar)
        visible = sorted(form.rows.values(), key=lambda row: (row.mapTo(form, QPoint()).y(), row.x()))
        fields = [row.editor.focus_widget for row in visible]
        wanted = [
            window.sidebar,
            window.panel.search,
            *([window.panel.slider] if view is View.GALLERY else []),
            window.panel.view,
            *fields,
            form.save_button,
            form.revert_button,
        ]
        assert [widget for widget in order if widget in wanted] == wanted


async def test_the_list_obeys_the_keyboard() -> None:
    async with window_with(1) as window:
        panel = window.panel
        panel.table.setFocus()
        for keys, view in (("Ctrl+2", panel.gallery), ("Ctrl+1", panel.table)):
            QTest.keySequence(panel.view, QKeySequence(keys))
            assert panel.view is view
            assert view.hasFocus()
            ticks = [window.actions_by_id[one].isChecked() for one in (ActionId.TABLE, ActionId.GALLERY)]
            assert ticks == [view is panel.table, view is panel.gallery]
            assert window.actions_by_id[ActionId.EDIT_CELL].isEnabled() is (view is panel.table)
            QGuiApplication.clipboard().setText("as before")
            QTest.keySequence(view, QKeySequence("Ctrl+C"))
            await settle()
            assert "A walk" in QGuiApplication.clipboard().text()
            QToolTip.hideText()
        QTest.keyClick(panel.table, Qt.Key.Key_F2)
        assert panel.table.state() is panel.table.State.EditingState
        typed = QApplication.focusWidget()
        assert typed is not None
        QTest.keyClicks(typed, "Fine, Ctrl and F are letters")
        QTest.keyClick(typed, Qt.Key.Key_Return)
        await settle()
        assert window.workspace.outbox.overlay(1) == {"title": "Fine, Ctrl and F are letters"}


async def test_no_two_entries_of_a_menu_share_a_letter() -> None:
    async with window_with() as window:
        menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]
        assert len(menus) >= 4
        for menu in menus:
            letters = [text[text.index("&") + 1].lower() for action in menu.actions() if "&" in (text := action.text())]
            assert len(letters) == len(set(letters)), menu.title()


async def test_the_appearance_changes_while_the_window_runs() -> None:
    async with window_with(1) as window:
        base = window.panel.table.palette().base().color().name()
        assert base == LIGHT.base
        window._choose_appearance(Appearance.DARK)
        await settle()
        assert window.panel.table.palette().base().color().name() == DARK.base
        assert window.panel.table._stars.colours is DARK
        assert window._settings.appearance is Appearance.DARK
        window._choose_appearance(Appearance.LIGHT)


async def test_no_text_of_a_server_makes_the_window_wide() -> None:
    with window_on(workspace_of(Session(id=1, title="x" * 9000, transition="y" * 9000))) as window:
        await settle()
        before = window.minimumSizeHint().width()
        window.panel.selection.select_sessions([1])
        window.banner.say("z" * 9000)
        await settle()
        assert window.minimumSizeHint().width() == before
