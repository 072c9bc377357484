from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.ui.dialogs.sign_out import SignOutQuestion, unsent_text


@pytest.mark.parametrize(
    ("waiting", "unsaved", "text"),
    [
        (0, 0, ""),
        (1, 0, "1 change has not been sent to the server yet."),
        (2, 1, "2 changes have not been sent to the server yet. 1 session has unsaved edits."),
        (0, 12, "12 sessions have unsaved edits."),
    ],
)
def test_what_would_be_lost_is_counted(waiting: int, unsaved: int, text: str) -> None:
    assert unsent_text(waiting, unsaved) == text


@pytest.mark.parametrize("waiting", [0, 3])
@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_esc_and_enter_call_it_off(qtbot: QtBot, waiting: int, key: Qt.Key) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    answers: list[bool] = []
    question = SignOutQuestion(parent, name="<b>zz</b>", waiting=waiting, unsaved=0, then=answers.append)
    question.open()
    assert question.textFormat() is Qt.TextFormat.PlainText
    QTest.keyClick(question, key)
    assert answers == []
    assert not question.isVisible()
