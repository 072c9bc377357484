from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from joip_desktop.ui.jobs.history_view import HistoryView


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:
    del qtbot
    return QUndoStack()


@pytest.fixture
def history(qtbot: QtBot, stack: QUndoStack) -> HistoryView:
    made = HistoryView(stack)
    qtbot.addWidget(made)
    made.resize(200, 200)
    return made


def rows(view: HistoryView) -> list[str]:
    return [view.item(row).text() for row in range(view.count())]


def test_the_first_row_is_what_was_before(history: HistoryView, stack: QUndoStack) -> None:
    assert rows(history) == ["Nothing done yet"]
    stack.push(QUndoCommand("A"))
    assert rows(history) == ["Before these actions", "A"]
    stack.clear()
    assert rows(history) == ["Nothing done yet"]


def test_what_was_undone_is_dimmed_and_what_is_in_force_is_bold(history: HistoryView, stack: QUndoStack) -> None:
    for title in "ABC":
        stack.push(QUndoCommand(title))
    stack.undo()
    assert [history.item(row).font().italic() for row in range(4)] == [False, False, False, True]
    assert [history.item(row).font().bold() for row in range(4)] == [False, False, True, False]
    spoken = [history.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert spoken == ["Before these actions", "A", "B, as it is now", "C, undone"]
    assert history.currentRow() == 2


def test_looking_around_undoes_nothing(history: HistoryView, stack: QUndoStack) -> None:
    for title in "ABC":
        stack.push(QUndoCommand(title))
    history.show()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        QTest.keyClick(history, key)
    where = history.visualItemRect(history.item(1)).center()
    QTest.mouseClick(history.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (stack.index(), history.currentRow()) == (3, 1)
    history.hide()


def test_enter_and_a_double_click_go_to_a_row(history: HistoryView, stack: QUndoStack) -> None:
    for title in "ABC":
        stack.push(QUndoCommand(title))
    history.show()
    QTest.keyClick(history, Qt.Key.Key_Up)
    QTest.keyClick(history, Qt.Key.Key_Return)
    assert stack.index() == 2
    where = history.visualItemRect(history.item(0)).center()
    QTest.mouseClick(history.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(history.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert stack.index() == 0
    history.hide()


def test_a_closed_view_hears_nothing(history: HistoryView, stack: QUndoStack) -> None:
    history.close_listening()
    stack.push(QUndoCommand("A"))
    assert rows(history) == ["Nothing done yet"]
