"""What is in sight in the table, and what stays in sight when other rows are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.storage.settings import Density
from joip_desktop.ui.sessions.columns import TITLE
from tests.helpers.table import CTRL, HUGE, TableDesk, sessions

COUNT = 200
SESSIONS = sessions(COUNT)
NEW = [Session(id=number, title="New", updated_at="2026-01-01T00:00:00.000Z") for number in range(5)]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[TableDesk]:
    made = TableDesk(qtbot, *SESSIONS)
    yield made
    made.close()


def top(desk: TableDesk) -> tuple[int, int]:
    """The session in the first row in sight, and where it is."""
    row = desk.table.rowAt(0)
    return desk.shown[row], desk.table.rowViewportPosition(row)


def place(desk: TableDesk) -> int:
    return desk.table.verticalScrollBar().value()


# --- the place stays --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "step",
    [
        lambda desk: desk.table.sort_by(["title"]),
        lambda desk: desk.click_header("star"),
        lambda desk: desk.model.show(query=parse("-nothing")),
        lambda desk: desk.load(*SESSIONS),
        lambda desk: desk.load(*reversed(SESSIONS)),
    ],
    ids=["sort", "header", "the same rows", "the same list", "the same order"],
)
def test_for_another_order_the_place_stays(desk: TableDesk, step: Callable[[TableDesk], None]) -> None:
    desk.click(3)
    desk.scroll(1234)
    step(desk)
    QApplication.processEvents()
    assert place(desk) == 1234
    assert desk.current == 3, "although the current session is elsewhere"


@pytest.mark.parametrize("search", ["title -9", "title 11"])
def test_another_search_begins_on_top(desk: TableDesk, search: str) -> None:
    desk.scroll(1234)
    desk.model.show(query=parse(search))
    QApplication.processEvents()
    assert 0 < desk.model.rowCount() < COUNT
    assert place(desk) == 0
    desk.model.show(query=parse(""))
    QApplication.processEvents()
    assert desk.model.rowCount() == COUNT
    assert place(desk) == 0


def test_another_search_shows_the_current_session_if_it_is_among_what_was_found(desk: TableDesk) -> None:
    desk.selection.select_sessions([HUGE + 150])
    desk.scroll(1234)
    desk.model.show(query=parse("title -9"))
    QApplication.processEvents()
    assert desk.current == 150
    row = desk.shown.index(150)
    assert desk.table.in_sight[0] <= row <= desk.table.in_sight[1]
    desk.model.show(query=parse("title 9"))
    QApplication.processEvents()
    assert place(desk) == 0


def test_a_list_that_was_read_leaves_in_sight_what_was(desk: TableDesk) -> None:
    desk.scroll(1234)
    before = top(desk)
    assert before[1] < 0, "in the middle of a row"
    desk.load(*NEW, *SESSIONS)
    assert top(desk) == before
    assert place(desk) == 1234 + len(NEW) * desk.table.rowHeight(0)
    desk.load(*SESSIONS[20:])
    assert top(desk) == before
    desk.load(*SESSIONS)
    assert top(desk) == before


def test_at_the_bottom_there_is_room_for_what_comes_above(desk: TableDesk) -> None:
    desk.selection.clear()  # or Qt lays out the table in order to bring the current row into sight
    desk.scroll(desk.table.verticalScrollBar().maximum())
    before = top(desk)
    desk.load(*NEW, *SESSIONS)
    assert top(desk) == before
    assert place(desk) == desk.table.verticalScrollBar().maximum()


def test_where_the_first_row_in_sight_is_gone_the_place_stays(desk: TableDesk) -> None:
    desk.scroll(1234)
    gone, _ = top(desk)
    desk.load(*(one for one in SESSIONS if one.id != HUGE + gone))
    assert place(desk) == 1234


def test_at_the_top_new_sessions_are_seen_at_once(desk: TableDesk) -> None:
    desk.click(3)
    desk.load(*NEW, *SESSIONS)
    assert place(desk) == 0
    assert desk.current == 3
    assert desk.table.rowAt(0) == 0


def test_a_list_that_is_shorter_than_the_view_has_its_top_at_the_top(desk: TableDesk) -> None:
    desk.scroll(1234)
    desk.load(*SESSIONS[:3])
    assert place(desk) == 0
    desk.load()
    assert desk.table.in_sight == (0, -1)


def test_columns_stay_where_they_are(desk: TableDesk) -> None:
    desk.resize(450, 400)
    desk.click(3)
    across = desk.table.horizontalScrollBar()
    across.setValue(across.maximum())
    assert desk.table.visualRect(desk.index(3, TITLE)).left() < 0
    desk.table.sort_by(["title"])
    QApplication.processEvents()
    assert across.value() == across.maximum() > 0
    desk.load(*NEW, *SESSIONS)
    assert across.value() == across.maximum() > 0


# --- what is in sight -------------------------------------------------------------------------------------------------


def test_the_rows_in_sight_are_told(desk: TableDesk) -> None:
    height = desk.table.rowHeight(0)
    last = (desk.table.viewport().height() - 1) // height
    assert desk.table.in_sight == (0, last)
    desk.seen.clear()
    desk.table.verticalScrollBar().setValue(10 * height)
    assert desk.table.in_sight == (10, 10 + last), "known before anything is painted"
    assert desk.seen == [(10, 10 + last)]
    desk.scroll(desk.table.verticalScrollBar().maximum())
    assert desk.table.in_sight[1] == COUNT - 1
    desk.seen.clear()
    QApplication.processEvents()
    desk.table.viewport().repaint()
    assert desk.seen == [], "told once"


@pytest.mark.parametrize(
    "step",
    [
        lambda desk: desk.resize(1000, 700),
        lambda desk: desk.table.set_density(Density.COMPACT),
        lambda desk: desk.model.show(query=parse("title 11")),
        lambda desk: desk.load(*SESSIONS[:5]),
    ],
    ids=["size", "density", "search", "list"],
)
def test_other_rows_in_sight_are_told(desk: TableDesk, step: Callable[[TableDesk], None]) -> None:
    desk.seen.clear()
    step(desk)
    QApplication.processEvents()
    last = desk.table.rowAt(desk.table.viewport().height() - 1)
    assert desk.seen[-1] == desk.table.in_sight == (0, desk.model.rowCount() - 1 if last < 0 else last)


def test_nothing_is_in_sight_where_nothing_is(qtbot: QtBot) -> None:
    one = TableDesk(qtbot)
    assert one.table.in_sight == (0, -1)
    assert one.seen == []
    one.load(*SESSIONS)
    assert one.seen[-1] == one.table.in_sight
    assert one.table.in_sight[1] > 5
    one.close()


def test_only_what_is_in_sight_is_asked_for(desk: TableDesk) -> None:
    desk.model.asked.clear()
    desk.scroll(3000)
    first, last = desk.table.in_sight
    assert set(desk.model.asked) == set(range(first, last + 1))
    assert first > 50


def test_the_current_row_is_brought_into_sight_by_the_keyboard(desk: TableDesk) -> None:
    QTest.keyClick(desk.table, Qt.Key.Key_End, CTRL)
    assert desk.current == COUNT - 1
    assert desk.table.in_sight[1] == COUNT - 1
