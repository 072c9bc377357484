from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.storage.settings import Appearance, View
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.editor.chips import ChipsEditor
from joip_desktop.ui.editor.field_row import FieldRow
from joip_desktop.ui.editor.form import SessionForm
from joip_desktop.ui.editor.several_form import SeveralForm
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.examples import IMPORTED, KINDS, OTHER, PLAIN
from tests.helpers.fakes import settle
from tests.helpers.opened_scenes import DIALOGS, opened_dialog
from tests.helpers.showcase import several_form, window_on
from tests.helpers.spoken import (
    description,
    first_stop,
    focusable,
    missed,
    name,
    out_of_order,
    role,
    tab_order,
    troubles,
    unnamed_in_tree,
)
from tests.helpers.still_workspace import fail_next, submit, workspace_of
from tests.helpers.table import AT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


@asynccontextmanager
async def window_with(*session_ids: int, first: Session = PLAIN) -> AsyncIterator[MainWindow]:
    with window_on(workspace_of(first, OTHER)) as window:
        window.panel.selection.select_sessions(session_ids)
        await settle()
        yield window


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("session_ids", [(), (1,), (1, 2)], ids=["nothing", "one", "several"])
async def test_everything_in_the_window_that_takes_the_focus_has_a_name(
    session_ids: tuple[int, ...], view: View
) -> None:
    async with window_with(*session_ids) as window:
        window.panel.show_view(view)
        window.notify("Something.")
        assert window.panel.slider.isVisible() is (view is View.GALLERY)
        assert troubles(window) == []
        assert unnamed_in_tree(window) == []


@pytest.mark.parametrize("column", ["title", "category", "interval", "transition", "theme"])
async def test_what_edits_in_a_row_has_names(column: str) -> None:
    async with window_with(1) as window:
        table = window.panel.table
        table.show_column(column, True)
        table.setCurrentIndex(window.panel.model.index(window.panel.model.row_of(1) or 0, AT[column]))
        window.list_desk.edit_cell()
        await settle()
        assert table.state() is table.State.EditingState
        assert troubles(window.panel) == []
        assert table.end_editing()


async def test_what_is_wrong_with_a_search_is_said_to_screen_readers() -> None:
    async with window_with() as window:
        search = window.panel.search
        search.setText("nonsense:1")
        assert search.explanation
        assert search.accessibleDescription() == search.explanation
        assert troubles(window) == []


async def test_the_current_session_is_said_in_the_gallery_which_is_a_list() -> None:
    async with window_with(1) as window:
        window.panel.show_view(View.GALLERY)
        assert role(window.panel.gallery) is QAccessible.Role.List
        window.panel.gallery.setFocus()
        assert "zzwalk zzby" in window.panel.gallery.accessibleDescription()
        window.set_discreet(True)
        window.panel.selection.select_sessions([2])
        window.panel.selection.select_sessions([1])
        assert "zzwalk zzby" not in window.panel.gallery.accessibleDescription()


async def test_a_failure_has_named_ways_on(qtbot: QtBot) -> None:
    del qtbot
    async with window_with(1) as window:
        submit(window.workspace, 1, title="B")
        fail_next(window.workspace)
        assert window.editor.form._failure.isVisible()
        assert troubles(window) == []


# --- the forms --------------------------------------------------------------------------------------------------------


def noted(form: SessionForm | SeveralForm) -> list[tuple[str, str]]:
    """What is said below fields to those who see it, and what a screen reader is told of the field."""
    notes = [(row._notes if isinstance(row, FieldRow) else row.notes, row) for row in form.rows.values()]
    return [
        (note.text(), description(row.editor.focus_widget)) for note, row in notes if note.isVisible() and note.text()
    ]


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_in_the_form_has_a_name_a_role_and_what_is_said_of_it(kind: str) -> None:
    async with window_with(1, first=KINDS[kind]) as window:
        form = window.editor.form
        window.workspace.drafts.edit(1, "title", "")
        window.workspace.drafts.edit(1, "interval_min", 99)
        assert troubles(window.editor) == []
        assert unnamed_in_tree(window.editor) == []
        told = noted(form)
        assert len(told) >= 2
        assert [shown for shown, spoken in told if shown != spoken] == []


def test_what_can_be_taken_back_is_named_by_its_field() -> None:
    with window_on(workspace_of(PLAIN)) as window:
        window.panel.selection.select_sessions([1])
        for field in ("title", "interval_max"):
            window.workspace.drafts.edit(1, field, None)
        names = [name(widget) for widget in focusable(window.editor.form) if isinstance(widget, QToolButton)]
        assert [one for one in names if one.startswith("Revert")] == ["Revert Title", "Revert Longest interval"]


@pytest.mark.usefixtures("qapp")
def test_everything_in_the_form_of_several_has_a_name_a_role_and_what_is_said_of_it() -> None:
    with several_form(PLAIN, replace(IMPORTED, id=2)) as form:
        assert troubles(form) == []
        assert unnamed_in_tree(form) == []
        told = noted(form)
        assert len(told) >= 2
        assert [shown for shown, spoken in told if shown not in spoken] == []


# --- the dialogs ------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("which", DIALOGS)
async def test_everything_in_the_dialogs_that_takes_the_focus_has_a_name_and_a_role(which: str) -> None:
    async with opened_dialog(which) as shown:
        assert troubles(shown) == []
        assert unnamed_in_tree(shown) == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("which", DIALOGS)
async def test_tab_goes_through_dialogs_as_they_are_read(which: str) -> None:
    async with opened_dialog(which) as shown:
        order = from_the_top(shown)
        assert out_of_order(order) == []
        assert missed(shown, order) == []


async def test_everything_in_jobs_and_history_that_takes_the_focus_has_a_name() -> None:
    async with window_with(1) as window:
        window.toggle_jobs()
        for tab in range(3):
            window.jobs_panel._tabs.setCurrentIndex(tab)
            await settle()
            assert troubles(window.jobs_panel) == []
        window.toggle_jobs()


# --- the way of the Tab key -------------------------------------------------------------------------------------------


def from_the_top(top: QWidget) -> list[QWidget]:
    """The way of the Tab key through a window, from what stands first; back is the same way."""
    start = first_stop(top)
    order = tab_order(top, start)
    order = min((order[at:] + order[:at] for at in range(len(order))), key=lambda way: len(out_of_order(way)))
    assert tab_order(top, order[0], Qt.Key.Key_Backtab) == [order[0], *reversed(order[1:])]
    return order


@pytest.mark.parametrize("view", list(View))
@pytest.mark.parametrize("kind", KINDS)
async def test_tab_goes_through_the_window_as_it_is_read(kind: str, view: View) -> None:
    async with window_with(1, first=KINDS[kind]) as window:
        window.panel.show_view(view)
        window.workspace.drafts.edit(1, "title", "B")
        form = window.editor.form
        order = from_the_top(window)
        assert out_of_order(order) == []
        assert missed(window, order) == []
        wanted = [
            window.sidebar,
            window.panel.search,
            *([window.panel.slider] if view is View.GALLERY else []),
            window.panel.view,
            form.rows["title"].editor.focus_widget,
            form.rows["subreddits"].editor.focus_widget,
            *form.slider.ends,
            form.rows["thumbnail"].editor.focus_widget,
            form.save_button,
            form.review_button,
            form.revert_button,
        ]
        assert [widget for widget in order if widget in wanted] == [one for one in wanted if one.isVisible()]
        prompt = form.rows["ai_prompt"].editor.focus_widget
        assert (prompt in order) is (kind in ("custom theme", "imported"))


@pytest.mark.parametrize("session_ids", [(), (1, 2)], ids=["nothing", "several"])
async def test_tab_goes_through_the_window_whatever_is_selected(session_ids: tuple[int, ...]) -> None:
    async with window_with(*session_ids) as window:
        window.toggle_jobs()
        await settle()
        order = from_the_top(window)
        assert out_of_order(order) == []
        assert missed(window, order) == []


async def test_tab_goes_through_what_is_held_first() -> None:
    async with window_with(1) as window:
        submit(window.workspace, 1, title="B")
        fail_next(window.workspace)
        window.notify("Something.")
        order = from_the_top(window)
        assert out_of_order(order) == []
        assert missed(window, order) == []


@pytest.mark.usefixtures("qapp")
def test_tab_goes_through_the_form_of_several_as_it_is_read() -> None:
    with several_form() as form:
        order = from_the_top(form)
        assert out_of_order(order) == []
        assert missed(form, order) == []


async def test_the_arrow_keys_lead_through_the_names_and_tab_leaves_them() -> None:
    async with window_with(1) as window:
        editor = window.editor.form.rows["subreddits"].editor
        assert isinstance(editor, ChipsEditor)
        editor.focus_widget.setFocus()
        QTest.keyClick(editor.focus_widget, Qt.Key.Key_Left)
        assert window.focusWidget() is editor.chips[-1]
        QTest.keyClick(editor.chips[-1], Qt.Key.Key_Tab)
        assert window.focusWidget() is window.editor.form.rows["category_id"].editor.focus_widget


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
            assert "zzwalk zzby" in QGuiApplication.clipboard().text()
            QToolTip.hideText()
        QTest.keyClick(panel.table, Qt.Key.Key_F2)
        assert panel.table.state() is panel.table.State.EditingState
        typed = QApplication.focusWidget()
        assert typed is not None
        QTest.keyClicks(typed, "Fine, Ctrl and F are letters")
        QTest.keyClick(typed, Qt.Key.Key_Return)
        await settle()
        assert window.workspace.outbox.overlay(1) == {"title": "Fine, Ctrl and F are letters"}


def choose(window: MainWindow, text: str) -> None:
    next(action for menu in window.findChildren(QMenu) for action in menu.actions() if action.text() == text).trigger()


async def test_the_appearance_changes_while_the_window_runs() -> None:
    async with window_with(1) as window:
        base = window.panel.table.palette().base().color().name()
        assert base == LIGHT.base
        choose(window, "&Dark")
        await settle()
        assert window.panel.table.palette().base().color().name() == DARK.base
        assert window.panel.table._stars.colours is DARK
        assert window._settings.appearance is Appearance.DARK
        choose(window, "&Light")


async def test_no_text_of_a_server_makes_the_window_wide() -> None:
    with window_on(workspace_of(Session(id=1, title="x" * 9000, transition="y" * 9000))) as window:
        await settle()
        before = window.minimumSizeHint().width()
        window.panel.selection.select_sessions([1])
        window.banner.say("z" * 9000)
        await settle()
        assert window.minimumSizeHint().width() == before
