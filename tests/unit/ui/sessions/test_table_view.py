from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.sessions.columns import STAR, TITLE, UPDATED
from joip_desktop.ui.sessions.model import SessionTableModel
from joip_desktop.ui.sessions.table_view import SessionTable
from joip_desktop.ui.theme import DARK, LIGHT
from tests.helpers.still_workspace import fail_next, submit, workspace_of

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HUGE = 2**70

SESSIONS = [
    Session(
        id=HUGE + number,
        title=f"Title {number}",
        is_favorite=number % 2 == 0,
        updated_at=f"2025-01-{28 - number:02}T00:00:00Z",
    )
    for number in range(20)
]


class Desk:
    def __init__(self, qtbot: QtBot, *sessions: Session) -> None:
        self.workspace: Workspace = workspace_of(*sessions)
        self.model = SessionTableModel(self.workspace)
        self.table = SessionTable(self.model)
        qtbot.addWidget(self.table)
        self.table.resize(900, 400)
        self.table.show()
        assert QTest.qWaitForWindowActive(self.table)
        self.starred: list[int] = []
        self.selections: list[tuple[int, ...]] = []
        self.table.star_clicked.connect(self.starred.append)
        self.table.selection_changed.connect(lambda: self.selections.append(tuple(self.table.selected_ids())))

    def at(self, row: int, column: int) -> QPoint:
        return QPoint(self.table.visualRect(self.model.index(row, column)).center())

    def click(self, row: int, column: int = TITLE, keys: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.table.viewport(), LEFT, keys, self.at(row, column))

    @property
    def selected(self) -> list[int]:
        return [session_id - HUGE for session_id in self.table.selected_ids()]

    def picture(self, row: int, column: int) -> QImage:
        self.table.clearFocus()  # whose frame goes round the rows at the edge
        return self.table.viewport().grab(self.table.visualRect(self.model.index(row, column))).toImage()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot, *SESSIONS)
    yield made
    made.model.close()
    made.table.close()


# --- selection --------------------------------------------------------------------------------------------------------


def test_the_newest_are_on_top(desk: Desk) -> None:
    assert [desk.model.session(row).id - HUGE for row in range(3)] == [0, 1, 2]


def test_clicks_select_rows(desk: Desk) -> None:
    desk.click(3)
    desk.click(5, keys=CTRL)
    desk.click(8, keys=CTRL | SHIFT)
    assert desk.selected == [3, 5, 6, 7, 8]
    desk.click(1)
    assert desk.selected == [1]
    assert desk.table.current_id() == HUGE + 1
    assert [len(one) for one in desk.selections] == [1, 2, 5, 1]


def test_everything_can_be_selected_by_keyboard(desk: Desk) -> None:
    desk.table.setFocus()
    QTest.keyClick(desk.table, Qt.Key.Key_A, CTRL)
    assert desk.selected == list(range(20))
    assert len(desk.selections) == 1, "one change, one signal"


@pytest.mark.parametrize(
    "step",
    [
        lambda desk: desk.table.sortByColumn(TITLE, Qt.SortOrder.DescendingOrder),
        lambda desk: desk.table.sortByColumn(UPDATED, Qt.SortOrder.AscendingOrder),
        lambda desk: desk.model.show(query=parse("title")),
        lambda desk: desk.workspace.library.load(reversed(SESSIONS)),
        lambda desk: desk.workspace.library.load([Session(id=1, title="New", updated_at="2026-01-01"), *SESSIONS]),
        lambda desk: desk.workspace.library.take_over(SESSIONS[4].with_values({"title": "Other"})),
        lambda desk: desk.workspace.drafts.edit(HUGE + 4, "title", "Draft"),
    ],
    ids=["by title", "by time", "search", "refresh", "a new session", "an answer", "a draft"],
)
def test_the_selection_is_of_sessions_and_not_of_rows(desk: Desk, step: Callable[[Desk], None]) -> None:
    desk.click(2)
    desk.click(4, keys=CTRL)
    desk.selections.clear()
    step(desk)
    assert sorted(desk.selected) == [2, 4]
    assert desk.table.current_id() == HUGE + 4
    marked = {desk.model.session(index.row()).id - HUGE for index in desk.table.selectionModel().selectedRows()}
    assert marked == {2, 4}
    assert all(sorted(one) == [HUGE + 2, HUGE + 4] for one in desk.selections)


def test_sessions_that_are_not_shown_are_not_selected(desk: Desk) -> None:
    desk.click(2)
    desk.click(4, keys=CTRL)
    desk.model.show(query=parse("title 4"))
    assert desk.selected == [4]
    desk.workspace.library.load(SESSIONS[:3])
    assert desk.selected == []
    assert desk.selections[-1] == ()
    assert desk.table.current_id() is None


def test_refreshing_does_not_scroll(desk: Desk) -> None:
    desk.table.scrollTo(desk.model.index(19, TITLE))
    where = desk.table.verticalScrollBar().value()
    assert where > 0
    desk.workspace.library.load(SESSIONS)
    assert desk.table.verticalScrollBar().value() == where


def test_selecting_by_id(desk: Desk) -> None:
    desk.table.select([HUGE + 7, 12345, HUGE + 3])
    assert desk.selected == [3, 7]
    assert desk.table.current_id() == HUGE + 7
    desk.table.select([HUGE + 1, HUGE + 2], current=HUGE + 2)
    assert desk.table.current_id() == HUGE + 2
    desk.table.select([])
    assert desk.selected == []


# --- stars ------------------------------------------------------------------------------------------------------------


def test_a_star_click_is_about_that_row_and_leaves_the_selection(desk: Desk) -> None:
    desk.click(2)
    desk.click(4, keys=CTRL)
    desk.selections.clear()
    desk.click(7, STAR)
    assert desk.starred == [HUGE + 7]
    assert desk.selected == [2, 4]
    assert desk.selections == []


def test_two_quick_clicks_are_two_clicks(desk: Desk) -> None:
    desk.click(3, STAR)
    QTest.mouseDClick(desk.table.viewport(), LEFT, PLAIN, desk.at(3, STAR))
    assert desk.starred == [HUGE + 3] * 2
    assert desk.selected == []


def test_a_double_click_elsewhere_edits_nothing(desk: Desk) -> None:
    QTest.mouseDClick(desk.table.viewport(), LEFT, PLAIN, desk.at(3, TITLE))
    assert desk.starred == []
    assert desk.table.state() is SessionTable.State.NoState
    assert desk.selected in ([], [3])


@pytest.mark.parametrize("target", [(6, STAR), (6, TITLE), (0, UPDATED)])
def test_dragging_from_a_star_selects_nothing(desk: Desk, target: tuple[int, int]) -> None:
    desk.click(1)
    viewport = desk.table.viewport()
    QTest.mousePress(viewport, LEFT, PLAIN, desk.at(3, STAR))
    for step in (desk.at(3, TITLE), desk.at(4, TITLE), desk.at(*target)):
        _drag(desk, step)
    QTest.mouseRelease(viewport, LEFT, PLAIN, desk.at(*target))
    assert desk.starred == [HUGE + 3]
    assert desk.selected == [1]


def test_dragging_over_rows_still_selects_them(desk: Desk) -> None:
    viewport = desk.table.viewport()
    desk.click(9, STAR)
    QTest.mousePress(viewport, LEFT, PLAIN, desk.at(3, TITLE))
    for row in (4, 5):
        _drag(desk, desk.at(row, TITLE))
    QTest.mouseRelease(viewport, LEFT, PLAIN, desk.at(5, TITLE))
    assert desk.selected == [3, 4, 5]


def _drag(desk: Desk, to: QPoint) -> None:
    viewport = desk.table.viewport()
    where = QPointF(to)
    event = QMouseEvent(QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), Qt.MouseButton.NoButton, LEFT, PLAIN)
    QApplication.sendEvent(viewport, event)


def test_other_buttons_and_modifiers_on_a_star_are_for_the_selection(desk: Desk) -> None:
    desk.click(2)
    desk.click(4, STAR, CTRL)
    assert desk.selected == [2, 4]
    QTest.mouseClick(desk.table.viewport(), Qt.MouseButton.RightButton, PLAIN, desk.at(6, STAR))
    assert desk.starred == []


def test_a_star_that_waits_or_failed_looks_different(desk: Desk) -> None:
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


def test_a_star_that_waits_looks_different_on_a_selected_row_too(desk: Desk) -> None:
    desk.click(0)
    sent = desk.picture(0, STAR)
    desk.click(2)
    other = desk.picture(2, STAR)
    assert sent == other
    submit(desk.workspace, HUGE + 1, is_favorite=True)
    desk.click(1)
    assert desk.picture(1, STAR) != sent


def test_stars_have_three_looks_and_follow_the_appearance(qtbot: QtBot) -> None:
    one = Desk(qtbot, Session(id=3, is_favorite=True), Session(id=2, is_favorite=False), Session(id=1))
    one.table.setAlternatingRowColors(False)
    looks = [one.picture(row, STAR) for row in range(3)]
    assert looks[0] != looks[1] != looks[2] != looks[0]
    one.table.set_colours(DARK)
    assert one.picture(0, STAR) != looks[0]
    one.model.close()
    one.table.close()


# --- empty ------------------------------------------------------------------------------------------------------------


def test_an_empty_table_says_why(qtbot: QtBot) -> None:
    one = Desk(qtbot)
    blank = one.table.viewport().grab().toImage()
    one.table.set_empty_text("There is nothing here.\nReally nothing.")
    said = one.table.viewport().grab().toImage()
    assert said != blank
    one.workspace.library.load(SESSIONS[:1])
    one.table.set_empty_text("")
    full = one.table.viewport().grab().toImage()
    one.table.set_empty_text("There is nothing here.\nReally nothing.")
    assert one.table.viewport().grab().toImage() == full, "only in place of rows"
    one.model.close()
    one.table.close()
