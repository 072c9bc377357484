from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.helpers.grid import GridDesk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
Action = QAbstractItemView.CursorAction


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[GridDesk]:
    made = GridDesk(qtbot, 200)
    assert made.view.grid().columns == 4
    yield made
    made.view.close()


# --- keyboard ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (41, Key.Key_Left, 40),
        (40, Key.Key_Left, 39),
        (0, Key.Key_Left, 0),
        (41, Key.Key_Right, 42),
        (199, Key.Key_Right, 199),
        (41, Key.Key_Up, 37),
        (2, Key.Key_Up, 2),
        (41, Key.Key_Down, 45),
        (197, Key.Key_Down, 197),
        (41, Key.Key_Home, 0),
        (41, Key.Key_End, 199),
        (41, Key.Key_PageDown, 57),
        (41, Key.Key_PageUp, 25),
        (5, Key.Key_PageUp, 1),
        (190, Key.Key_PageDown, 198),
    ],
)
def test_keys_move_the_current_tile_and_select_it(desk: GridDesk, start: int, key: Key, end: int) -> None:
    desk.go(start)
    QTest.keyClick(desk.view, key)
    assert desk.current == end
    assert desk.selected == [end]
    assert desk.whole(end)


def test_tab_steps_are_those_to_the_left_and_right(desk: GridDesk) -> None:
    desk.go(7)
    assert desk.view.moveCursor(Action.MoveNext, PLAIN).row() == 8
    assert desk.view.moveCursor(Action.MovePrevious, PLAIN).row() == 6


def test_a_step_down_reaches_a_short_last_line(desk: GridDesk) -> None:
    desk.model.become(198)
    desk.go(195)
    QTest.keyClick(desk.view, Key.Key_Down)
    assert desk.current == 197


def test_the_first_key_goes_to_the_first_tile_and_no_key_goes_anywhere_without_one(desk: GridDesk) -> None:
    desk.model.become(5)
    assert desk.current == -1
    assert desk.view.moveCursor(Action.MoveDown, PLAIN).row() == 0
    desk.model.become(0)
    assert not desk.view.moveCursor(Action.MoveDown, PLAIN).isValid()
    QTest.keyClick(desk.view, Key.Key_Down)
    assert desk.selected == []


def test_with_shift_keys_select_all_rows_between(desk: GridDesk) -> None:
    desk.go(5)
    QTest.keyClick(desk.view, Key.Key_Right, SHIFT)
    assert desk.selected == [5, 6]
    QTest.keyClick(desk.view, Key.Key_Down, SHIFT)
    assert desk.selected == [5, 6, 7, 8, 9, 10]
    QTest.keyClick(desk.view, Key.Key_Home, SHIFT)
    assert desk.selected == [0, 1, 2, 3, 4, 5]
    QTest.keyClick(desk.view, Key.Key_End, SHIFT)
    assert desk.selected == list(range(5, 200))


def test_with_ctrl_keys_only_move(desk: GridDesk) -> None:
    desk.go(5)
    QTest.keyClick(desk.view, Key.Key_Down, CTRL)
    assert (desk.current, desk.selected) == (9, [5])
    QTest.keyClick(desk.view, Key.Key_Space, CTRL)
    assert desk.selected == [5, 9]


def test_a_current_cell_of_another_column_is_as_good(desk: GridDesk) -> None:
    desk.go(5, 2)
    QTest.keyClick(desk.view, Key.Key_Right, SHIFT)
    assert (desk.current, desk.selected) == (6, [5, 6])
