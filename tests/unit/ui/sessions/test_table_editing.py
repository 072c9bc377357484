"""Editing in the table's own cells: what opens an editor, what comes of it, and what the rows do meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.cell_editing import CellDelegate
from joip_desktop.ui.sessions.columns import STAR, TITLE, UPDATED
from joip_desktop.ui.sessions.delegates import HiddenTextDelegate
from joip_desktop.ui.sessions.table_view import SessionTable
from tests.helpers.table import AT, HUGE, SHIFT, TableDesk, sessions, titles_by

KEY = Qt.Key
INTERVAL, THEME = AT["interval"], AT["theme"]
SESSIONS = sessions()
NEW = Session(id=1, title="New", updated_at="2026-01-01T00:00:00.000Z")

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raising and grabbing, offscreen


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[TableDesk]:
    made = TableDesk(qtbot, *SESSIONS)
    yield made
    made.close()


def is_editing(desk: TableDesk) -> bool:
    return bool(desk.table.state() == SessionTable.State.EditingState)


def begin(desk: TableDesk, row: int, column: int = TITLE) -> None:
    desk.table.setCurrentIndex(desk.index(row, column))
    desk.table.edit_current()
    QApplication.processEvents()
    assert is_editing(desk)


# --- beginning and ending ---------------------------------------------------------------------------------------------


def test_a_double_click_edits_and_enter_tells_what_was_entered(desk: TableDesk) -> None:
    desk.double_click(3)
    assert desk.has_editor()
    desk.type("Night trains")
    desk.press(KEY.Key_Return)
    assert desk.edited == [(3, {"title": "Night trains"})]
    assert not desk.has_editor()
    assert desk.table.hasFocus()
    assert desk.selected == [3]


def test_a_single_click_or_typing_edits_nothing(desk: TableDesk) -> None:
    desk.click(3)
    desk.click(3)
    desk.type("t")
    desk.press(KEY.Key_Return)
    assert not is_editing(desk)


def test_the_current_cell_is_edited_or_else_the_title(desk: TableDesk) -> None:
    begin(desk, 3, INTERVAL)
    assert desk.table.currentIndex().column() == INTERVAL
    desk.type("7")
    desk.press(KEY.Key_Return)
    for column in (STAR, UPDATED):
        begin(desk, 4, column)
        assert desk.table.currentIndex().column() == TITLE
        desk.press(KEY.Key_Escape)
    desk.table.hideColumn(INTERVAL)
    begin(desk, 5, INTERVAL)
    assert desk.table.currentIndex().column() == TITLE, "what is not seen is not edited"
    desk.press(KEY.Key_Escape)
    assert desk.edited == [(3, {"interval_min": 7})]


def test_without_a_session_there_is_nothing_to_edit(qtbot: QtBot) -> None:
    one = TableDesk(qtbot)
    one.table.edit_current()
    assert not is_editing(one)
    one.close()


def test_a_locked_cell_does_not_open_and_says_why(qtbot: QtBot) -> None:
    one = TableDesk(qtbot, Session(id=2, title="A", caption_theme="joi", is_imported=True))
    one.table.setCurrentIndex(one.index(0, THEME))
    one.table.edit_current()
    assert not is_editing(one)
    assert not one.has_editor()
    qtbot.waitUntil(lambda: QToolTip.text() == "<qt>Imported sessions keep their caption theme.</qt>")
    one.double_click(0, THEME)
    assert not is_editing(one)
    one.load(Session(id=2, title="B"), NEW)
    assert one.model.rowCount() == 2, "rows are free"
    QToolTip.hideText()
    QTest.mouseClick(one.table.viewport(), Qt.MouseButton.LeftButton)  # which takes the tooltip away at once
    one.close()


def test_tab_goes_through_the_cells_of_the_row_that_can_be_edited(desk: TableDesk) -> None:
    begin(desk, 3)
    desk.press(KEY.Key_Tab)
    assert desk.table.currentIndex().column() == INTERVAL
    assert is_editing(desk)
    desk.type("7")
    desk.press(KEY.Key_Tab)
    desk.press(KEY.Key_Tab)
    assert desk.edited == [(3, {"interval_min": 7})]
    assert desk.table.currentIndex().column() == THEME
    assert desk.has_editor()
    desk.press(KEY.Key_Escape)
    QApplication.processEvents()
    assert not is_editing(desk)


def test_shift_tab_goes_back(desk: TableDesk) -> None:
    begin(desk, 3, INTERVAL)
    desk.press(KEY.Key_Backtab, SHIFT)
    assert desk.table.currentIndex().column() == TITLE
    assert is_editing(desk)
    desk.press(KEY.Key_Escape)


# --- the rows meanwhile -----------------------------------------------------------------------------------------------

STEPS: dict[str, Callable[[TableDesk], None]] = {
    "search": lambda desk: desk.model.show(query=parse("title 1")),
    "list": lambda desk: desk.load(NEW, *SESSIONS),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Escape])
def test_rows_stay_while_an_editor_is_open_and_move_when_it_is_closed(
    desk: TableDesk, step: Callable[[TableDesk], None], key: Qt.Key
) -> None:
    begin(desk, 13)
    desk.type("Night trains")
    before = desk.shown
    step(desk)
    assert desk.shown == before
    assert desk.has_editor()
    assert [one.text() for one in desk.editor.findChildren(QLineEdit)] == ["Night trains"]
    desk.press(key)
    assert desk.shown != before
    assert not desk.has_editor()
    assert desk.edited == ([(13, {"title": "Night trains"})] if key == KEY.Key_Return else [])
    assert desk.current == 13


@pytest.mark.parametrize(
    "sort",
    [lambda desk: desk.click_header("title"), lambda desk: desk.table.sort_by(["title"])],
    ids=["click", "menu"],
)
def test_sorting_saves_first(desk: TableDesk, sort: Callable[[TableDesk], None]) -> None:
    begin(desk, 3)
    desk.type("B")
    sort(desk)
    QApplication.processEvents()
    assert desk.edited == [(3, {"title": "B"})]
    assert not desk.has_editor()
    assert desk.shown[:3] == [0, 1, 10]


def test_sorting_leads_back_to_an_editor_with_a_mistake_and_is_done_afterwards(desk: TableDesk) -> None:
    desk.click_header("title")
    begin(desk, desk.shown.index(3), INTERVAL)
    desk.type("77")
    typed = desk.focus
    desk.click_header("title")
    assert desk.has_editor()
    assert desk.focus is typed
    assert desk.shown[:3] == [0, 1, 10], "with a mistake in it, the editor stays, and so do the rows"
    assert desk.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    desk.press(KEY.Key_Escape)
    assert desk.shown[:3] == [9, 8, 7]


def test_rows_move_when_the_keyboard_goes_elsewhere(desk: TableDesk) -> None:
    begin(desk, 3)
    desk.type("B")
    desk.load(NEW, *SESSIONS)
    other = QLineEdit(desk.window)
    other.show()
    other.setFocus()
    QApplication.processEvents()
    assert desk.edited == [(3, {"title": "B"})]
    assert desk.model.rowCount() == len(SESSIONS) + 1


def test_what_changes_is_seen_although_rows_stay(desk: TableDesk) -> None:
    begin(desk, 3)
    desk.workspace.library.take_over(SESSIONS[5].with_values({"title": "From elsewhere"}))
    desk.workspace.library.take_over(SESSIONS[3].with_values({"title": "Theirs"}))
    assert desk.index(5).data() == "From elsewhere"
    assert desk.has_editor()
    assert [one.text() for one in desk.editor.findChildren(QLineEdit)] == ["Theirs"], "untouched, it goes along"
    desk.press(KEY.Key_Return)
    assert desk.edited == []


def test_an_editor_with_a_mistake_stays_open_and_rows_wait_for_it(desk: TableDesk) -> None:
    begin(desk, 3, INTERVAL)
    desk.type("77")
    desk.load(NEW, *SESSIONS)
    desk.press(KEY.Key_Return)
    assert is_editing(desk)
    desk.click(6)
    assert is_editing(desk)
    assert desk.model.rowCount() == len(SESSIONS)
    assert desk.edited == []
    assert desk.has_editor()
    desk.editor.setFocus()
    desk.press(KEY.Key_Escape)
    assert not is_editing(desk)
    assert desk.model.rowCount() == len(SESSIONS) + 1


@pytest.mark.parametrize("column", [TITLE, STAR, THEME])
def test_a_click_leads_back_to_an_editor_with_a_mistake(desk: TableDesk, column: int) -> None:
    desk.click(1)
    begin(desk, 3, INTERVAL)
    desk.type("77")
    typed, editor = desk.focus, desk.editor
    desk.table.verticalScrollBar().setValue(desk.table.verticalScrollBar().maximum())
    for act in (desk.click, desk.double_click):
        desk.table.setFocus()
        act(18, column)
        assert desk.editor is editor
        assert desk.focus is typed
        assert desk.table.viewport().rect().contains(desk.at(3, INTERVAL)), "it is in sight"
    assert (desk.starred, desk.edited) == ([], [])
    assert desk.current == 3
    desk.press(KEY.Key_Escape)


def test_no_second_editor_opens_beside_one_with_a_mistake(desk: TableDesk) -> None:
    begin(desk, 3, INTERVAL)
    desk.type("77")
    editor = desk.editor
    assert not desk.table.edit(desk.index(4))
    assert desk.editor is editor
    assert not desk.table.end_editing()
    desk.press(KEY.Key_Backspace)
    assert desk.table.end_editing()
    assert not desk.has_editor()
    assert desk.edited == [(3, {"interval_min": 7})]
    assert desk.table.end_editing(), "where there is no editor, nothing is in the way"


def test_a_click_on_a_star_saves_what_is_being_edited(desk: TableDesk) -> None:
    begin(desk, 3)
    desk.type("B")
    desk.click(5, STAR)
    assert desk.edited == [(3, {"title": "B"})]
    assert desk.starred == [HUGE + 5]
    assert not desk.has_editor()


def test_an_editor_with_a_mistake_that_nobody_sees_holds_no_rows(desk: TableDesk) -> None:
    """As when the gallery is shown: its search would find nothing new."""
    begin(desk, 3, INTERVAL)
    desk.type("77")
    desk.table.hide()
    desk.model.show(query=parse('"title 17"'))
    assert desk.shown == [17]
    desk.table.show()
    QApplication.processEvents()
    assert not is_editing(desk)
    assert not desk.has_editor()
    assert desk.table.end_editing(), "nothing is in the way of the next click"
    desk.load(NEW, *SESSIONS)
    desk.model.show(query=parse(""))
    assert desk.model.rowCount() == len(SESSIONS) + 1


def test_an_editor_with_a_mistake_is_still_there_when_the_table_comes_back_and_nothing_has_moved(
    desk: TableDesk,
) -> None:
    begin(desk, 3, INTERVAL)
    desk.type("77")
    desk.table.hide()
    desk.table.show()
    QApplication.processEvents()
    assert is_editing(desk)
    desk.load(NEW, *SESSIONS)
    assert desk.model.rowCount() == len(SESSIONS)
    assert desk.has_editor()
    desk.editor.setFocus()
    desk.press(KEY.Key_Escape)
    assert desk.model.rowCount() == len(SESSIONS) + 1


# --- discreet ---------------------------------------------------------------------------------------------------------


def test_titles_are_hidden_at_once_and_shown_when_editing_is_over(desk: TableDesk) -> None:
    begin(desk, 3)
    desk.type("B")
    desk.table.set_discreet(True)
    assert titles_by(desk) is HiddenTextDelegate
    desk.press(KEY.Key_Return)
    assert desk.edited == [(3, {"title": "B"})]
    assert not desk.has_editor()
    assert desk.table.end_editing()
    begin(desk, 4)
    desk.table.set_discreet(False)
    assert titles_by(desk) is HiddenTextDelegate, "to which the editor belongs"
    desk.type("C")
    desk.press(KEY.Key_Return)
    assert desk.edited[1:] == [(4, {"title": "C"})]
    assert titles_by(desk) is CellDelegate


def test_an_editor_with_a_mistake_outlives_the_beginning_of_discreet_mode(desk: TableDesk) -> None:
    begin(desk, 3)
    desk.press(KEY.Key_Delete)
    desk.table.set_discreet(True)
    editor = desk.editor
    desk.click(5)
    assert desk.editor is editor
    desk.press(KEY.Key_Escape)
    assert not desk.has_editor()
    desk.click(5)
    assert (desk.selected, desk.edited) == ([5], [])
    begin(desk, 5)
    desk.type("B")
    desk.press(KEY.Key_Return)
    assert desk.edited == [(5, {"title": "B"})]


def test_ids_of_any_size_are_told(desk: TableDesk) -> None:
    told: list[object] = []
    desk.table.cell_edited.connect(lambda session_id, _values: told.append(session_id))
    begin(desk, 0)
    desk.type("B")
    desk.press(KEY.Key_Return)
    assert told == [HUGE]
