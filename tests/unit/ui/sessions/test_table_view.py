from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, TITLE, UPDATED
from joip_desktop.ui.sessions.table_view import SessionTable
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.still_workspace import fail_next, submit
from tests.helpers.table import CTRL, HUGE, LEFT, PLAIN, RIGHT, SHIFT, TableDesk, sessions

SESSIONS = sessions()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[TableDesk]:
    made = TableDesk(qtbot, *SESSIONS)
    yield made
    made.close()


# --- selection --------------------------------------------------------------------------------------------------------


def test_the_newest_are_on_top(desk: TableDesk) -> None:
    assert desk.shown[:3] == [0, 1, 2]


def test_clicks_select_rows(desk: TableDesk) -> None:
    desk.click(3)
    desk.click(5, keys=CTRL)
    desk.click(8, keys=CTRL | SHIFT)
    assert desk.selected == [3, 5, 6, 7, 8]
    desk.click(1)
    assert desk.selected == [1]
    assert desk.current == 1
    assert [len(one) for one in desk.selections] == [1, 2, 5, 1]


def test_everything_can_be_selected_by_keyboard(desk: TableDesk) -> None:
    desk.table.setFocus()
    QTest.keyClick(desk.table, Qt.Key.Key_A, CTRL)
    assert desk.selected == list(range(20))
    assert len(desk.selections) == 1, "one change, one signal"


@pytest.mark.parametrize(
    "step",
    [
        lambda desk: desk.table.sort_by(["-title"]),
        lambda desk: desk.table.sort_by(["updated"]),
        lambda desk: desk.model.show(query=parse("title")),
        lambda desk: desk.workspace.library.load(reversed(SESSIONS)),
        lambda desk: desk.workspace.library.load([Session(id=1, title="New", updated_at="2026-01-01"), *SESSIONS]),
        lambda desk: desk.workspace.library.take_over(SESSIONS[4].with_values({"title": "Other"})),
        lambda desk: desk.workspace.drafts.edit(HUGE + 4, "title", "Draft"),
    ],
    ids=["by title", "by time", "search", "refresh", "a new session", "an answer", "a draft"],
)
def test_the_selection_is_of_sessions_and_not_of_rows(desk: TableDesk, step: Callable[[TableDesk], None]) -> None:
    desk.click(2)
    desk.click(4, keys=CTRL)
    desk.selections.clear()
    step(desk)
    assert sorted(desk.selected) == [2, 4]
    assert desk.current == 4
    assert desk.marked == {2, 4}
    assert all(sorted(one) == [HUGE + 2, HUGE + 4] for one in desk.selections)


def test_sessions_that_are_not_shown_are_not_selected(desk: TableDesk) -> None:
    desk.click(2)
    desk.click(4, keys=CTRL)
    desk.model.show(query=parse('"title 4"'))
    assert desk.selected == [4]
    desk.workspace.library.load(SESSIONS[:3])
    assert desk.selected == []
    assert desk.selections[-1] == ()
    assert desk.current is None


def test_selecting_by_id(desk: TableDesk) -> None:
    desk.selection.select_sessions([HUGE + 7, 12345, HUGE + 3])
    assert desk.selected == [3, 7]
    assert desk.marked == {3, 7}
    assert desk.current == 7
    desk.selection.select_sessions([HUGE + 1, HUGE + 2], current=HUGE + 2)
    assert desk.current == 2
    desk.selection.select_sessions([])
    assert desk.selected == []


def test_the_current_cell_stays_in_its_column(desk: TableDesk) -> None:
    """So that F2 after a refresh edits what it would have edited before."""
    desk.table.setCurrentIndex(desk.index(3, UPDATED))
    desk.table.sort_by(["updated"])
    assert desk.current == 3
    assert desk.table.currentIndex().column() == UPDATED


def test_many_sessions_can_be_selected_without_qt_knowing_more_than_what_is_in_sight(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, *sessions(100_000))
    desk.model.asked.clear()
    QTest.keyClick(desk.table, Qt.Key.Key_A, CTRL)
    QApplication.processEvents()
    assert desk.selection.count() == 100_000
    assert len(desk.selections) == 1
    assert set(desk.model.asked) <= set(range(desk.table.in_sight[1] + 1))
    known = QItemSelectionModel.selection(desk.selection)
    first, last = desk.table.in_sight
    assert len(known.indexes()) <= (last - first + 1 + 200) * len(COLUMNS)
    desk.scroll(desk.table.verticalScrollBar().maximum())
    assert desk.table.selectionModel().isSelected(desk.index(99_999)), "what comes into sight is as selected as it is"
    assert desk.selection.ids()[-1] == desk.model.session(99_999).id
    desk.close()


# --- stars ------------------------------------------------------------------------------------------------------------


def test_a_star_click_is_about_that_row_and_leaves_the_selection(desk: TableDesk) -> None:
    desk.click(2)
    desk.click(4, keys=CTRL)
    desk.selections.clear()
    desk.click(7, STAR)
    assert desk.starred == [HUGE + 7]
    assert desk.selected == [2, 4]
    assert desk.selections == []


def test_two_quick_clicks_are_two_clicks(desk: TableDesk) -> None:
    desk.click(3, STAR)
    QTest.mouseDClick(desk.table.viewport(), LEFT, PLAIN, desk.at(3, STAR))
    assert desk.starred == [HUGE + 3] * 2
    assert desk.selected == []


def test_a_double_click_elsewhere_stars_nothing(desk: TableDesk) -> None:
    desk.double_click(3, UPDATED)
    assert desk.starred == []
    assert desk.table.state() is SessionTable.State.NoState, "this column is not edited in place"
    assert desk.selected == [3]


@pytest.mark.parametrize("target", [(6, STAR), (6, TITLE), (0, UPDATED)])
def test_dragging_from_a_star_selects_nothing(desk: TableDesk, target: tuple[int, int]) -> None:
    desk.click(1)
    viewport = desk.table.viewport()
    QTest.mousePress(viewport, LEFT, PLAIN, desk.at(3, STAR))
    for step in (desk.at(3, TITLE), desk.at(4, TITLE), desk.at(*target)):
        desk.drag(step)
    QTest.mouseRelease(viewport, LEFT, PLAIN, desk.at(*target))
    assert desk.starred == [HUGE + 3]
    assert desk.selected == [1]


def test_dragging_over_rows_still_selects_them(desk: TableDesk) -> None:
    viewport = desk.table.viewport()
    desk.click(9, STAR)
    QTest.mousePress(viewport, LEFT, PLAIN, desk.at(3, TITLE))
    for row in (4, 5):
        desk.drag(desk.at(row, TITLE))
    QTest.mouseRelease(viewport, LEFT, PLAIN, desk.at(5, TITLE))
    assert desk.selected == [3, 4, 5]


def test_other_buttons_and_modifiers_on_a_star_are_for_the_selection(desk: TableDesk) -> None:
    desk.click(2)
    desk.click(4, STAR, CTRL)
    assert desk.selected == [2, 4]
    QTest.mouseClick(desk.table.viewport(), RIGHT, PLAIN, desk.at(6, STAR))
    assert desk.starred == []


def test_a_star_that_waits_or_failed_looks_different(desk: TableDesk) -> None:
    def colours() -> set[str]:
        image = desk.picture(1, STAR)
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    star = QColor(LIGHT.star).name()
    assert star not in colours()
    submit(desk.workspace, HUGE + 1, is_favorite=True)
    assert star not in colours()
    assert LIGHT.pending in colours()
    fail_next(desk.workspace)
    assert LIGHT.error in colours()
    desk.workspace.library.load([SESSIONS[1].with_values({"is_favorite": True})])


def test_a_star_that_waits_looks_different_on_a_selected_row_too(desk: TableDesk) -> None:
    desk.click(0)
    sent = desk.picture(0, STAR)
    desk.click(2)
    other = desk.picture(2, STAR)
    assert sent == other
    submit(desk.workspace, HUGE + 1, is_favorite=True)
    desk.click(1)
    assert desk.picture(1, STAR) != sent


def test_stars_have_three_looks_and_follow_the_appearance(qtbot: QtBot) -> None:
    one = TableDesk(qtbot, Session(id=3, is_favorite=True), Session(id=2, is_favorite=False), Session(id=1))
    one.table.setAlternatingRowColors(False)
    looks = [one.picture(row, STAR) for row in range(3)]
    assert looks[0] != looks[1] != looks[2] != looks[0]
    one.table.set_colours(DARK)
    assert one.picture(0, STAR) != looks[0]
    one.close()


# --- empty ------------------------------------------------------------------------------------------------------------


def test_an_empty_table_says_why(qtbot: QtBot) -> None:
    one = TableDesk(qtbot)
    blank = one.all()
    one.table.set_empty_text("There is nothing here.\nReally nothing.")
    said = one.all()
    assert said != blank
    one.workspace.library.load(SESSIONS[:1])
    one.table.set_empty_text("")
    full = one.all()
    one.table.set_empty_text("There is nothing here.\nReally nothing.")
    assert one.all() == full, "only in place of rows"
    one.close()


def test_while_sessions_are_read_there_are_bars_in_their_place(qtbot: QtBot) -> None:
    one = TableDesk(qtbot)
    one.table.set_empty_text("Reading the sessions…")
    said = one.all()
    one.table.set_loading(True)
    bars = one.all()
    assert bars != said
    one.table.set_empty_text("Something else.")
    assert one.all() == bars, "and no text among them"
    one.table.set_colours(DARK)
    assert one.all() != bars
    one.table.set_colours(LIGHT)
    one.load(*SESSIONS)
    full = one.all()
    one.table.set_loading(False)
    assert one.all() == full, "only in place of rows"
    one.load()
    assert one.all() not in (said, bars)
    one.close()


# --- menu and keyboard ------------------------------------------------------------------------------------------------


def test_the_menu_is_wanted_where_the_mouse_is(desk: TableDesk) -> None:
    place = desk.at(2)
    on_screen = desk.table.viewport().mapToGlobal(place)
    QTest.mouseClick(desk.table.viewport(), RIGHT, PLAIN, place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, on_screen)
    QApplication.sendEvent(desk.table.viewport(), event)
    assert desk.menus == [on_screen]
    assert desk.selected == [2], "a row under the mouse is what the menu is about"


def test_a_right_click_on_a_selected_row_leaves_the_others_selected(desk: TableDesk) -> None:
    desk.click(2)
    desk.click(4, keys=CTRL)
    QTest.mouseClick(desk.table.viewport(), RIGHT, PLAIN, desk.at(2))
    assert desk.selected == [2, 4]


def test_the_menu_key_is_about_the_current_row(desk: TableDesk) -> None:
    desk.click(2)
    desk.scroll(desk.table.verticalScrollBar().maximum())
    assert desk.table.visualRect(desk.index(2)).bottom() < 0
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(desk.table.viewport(), event)
    row = desk.table.visualRect(desk.index(2))
    assert desk.table.viewport().rect().contains(row), "which comes into sight for it"
    assert desk.menus == [desk.table.viewport().mapToGlobal(row.bottomLeft())]


def test_without_a_current_row_the_menu_key_opens_it_where_qt_says(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(7, 9))
    QApplication.sendEvent(desk.table.viewport(), event)
    assert desk.menus == [QPoint(7, 9)]
    desk.close()


def test_letters_go_to_a_title(desk: TableDesk) -> None:
    desk.click(3)
    desk.type("ti")
    assert desk.current == 4, "the first letter leads away from the current one, others need not"
    desk.type("tle 17")
    assert (desk.selected, desk.current) == ([17], 17)
    assert desk.table.viewport().rect().contains(desk.at(17))
    desk.type("x")
    assert desk.current == 17, "no title begins so"
    desk.time += 1
    desk.type("title 12")
    assert desk.current == 12, "after a pause another word begins, and from the end it goes on at the top"


def test_the_same_letter_again_goes_from_title_to_title(qtbot: QtBot) -> None:
    titles = ["Sea", "Woods", "seal", "Sand", "Waves"]
    listed = [one.with_values({"title": title}) for one, title in zip(sessions(5), titles, strict=True)]
    desk = TableDesk(qtbot, *listed)
    visited = [desk.current]
    for _ in range(4):
        desk.type("s")
        visited.append(desk.current)
    assert visited == [0, 2, 3, 0, 2]
    desk.time += 1
    desk.type("w")
    assert desk.current == 4
    desk.close()


def test_in_the_middle_of_a_title_a_key_that_is_a_shortcut_is_a_letter(qtbot: QtBot) -> None:
    titles = ["Walk", "Calm", "Calm forest", "Forest"]
    desk = TableDesk(qtbot, *(one.with_values({"title": of}) for one, of in zip(sessions(4), titles, strict=True)))
    pressed: list[str] = []
    for keys in ("F", "Ctrl+C"):
        action = QAction(desk.table)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _, keys=keys: pressed.append(keys))
        desk.table.addAction(action)
    desk.type("calm f")
    assert (desk.current, pressed) == (2, [])
    desk.press(Qt.Key.Key_C, CTRL)
    assert (desk.current, pressed) == (2, ["Ctrl+C"]), "which is no letter"
    desk.time += 1
    desk.type("f")
    assert (desk.current, pressed) == (2, ["Ctrl+C", "F"]), "no word is being typed any more"
    desk.close()


def test_letters_go_to_a_title_in_the_order_of_the_rows(desk: TableDesk) -> None:
    desk.table.sort_by(["-title"])
    desk.type("title 1")
    assert desk.current == 19
    assert desk.shown.index(19) < desk.shown.index(1)


def test_what_is_copied_are_the_columns_that_are_seen(desk: TableDesk) -> None:
    def names() -> list[str]:
        return [column.name for column in desk.table.seen_columns()]

    assert names() == [column.name for column in COLUMNS if column.visible and column.name != "thumbnail"]
    desk.table.show_column("subreddits", False)
    desk.table.show_column("category", True)
    desk.table.horizontalHeader().moveSection(UPDATED, 0)
    assert names() == ["updated", "star", "title", "category", "interval", "theme"]
