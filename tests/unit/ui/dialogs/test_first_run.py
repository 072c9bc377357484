from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from joip_desktop.ui.dialogs.connect import ConnectDialog
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.theme import LIGHT

NOTICE = "The settings in <b>somewhere</b> could not be read."


class Opened:
    def __init__(self, qtbot: QtBot, notice: str) -> None:
        self.dialog = FirstRunDialog(check=lambda _server, _cookie: None, colours=LIGHT, notice=notice)
        qtbot.addWidget(self.dialog)
        self.dialog.open()
        assert QTest.qWaitForWindowActive(self.dialog)
        self.chosen: list[object] = []
        self.dialog.demo_chosen.connect(lambda: self.chosen.append("demo"))
        self.dialog.server_chosen.connect(lambda *values: self.chosen.append(values))

    def connect_dialog(self) -> ConnectDialog:
        self.dialog.connect_button.click()
        (inner,) = self.dialog.findChildren(ConnectDialog)
        return inner


@pytest.fixture
def opened(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Opened]:
    one = Opened(qtbot, getattr(request, "param", ""))
    yield one
    one.dialog.close()


def test_the_demo_is_one_key_away(opened: Opened) -> None:
    assert opened.dialog.demo_button.hasFocus()
    QTest.keyClick(opened.dialog, Qt.Key.Key_Return)
    assert opened.chosen == ["demo"]
    assert not opened.dialog.isVisible()


def test_a_server_is_chosen_in_the_connect_dialog(opened: Opened) -> None:
    inner = opened.connect_dialog()
    assert inner.isVisible()
    inner.server.setText("https://joip.example")
    inner.cookie.setText("made-up")
    QTest.keyClick(inner.cookie, Qt.Key.Key_Return)
    assert opened.chosen == [("https://joip.example", "made-up")]
    assert not opened.dialog.isVisible()


def test_going_back_from_the_connect_dialog_keeps_the_choice(opened: Opened) -> None:
    opened.connect_dialog().reject()
    assert opened.dialog.isVisible()
    assert opened.chosen == []
    opened.dialog.demo_button.click()
    assert opened.chosen == ["demo"]


def test_closing_chooses_nothing(opened: Opened) -> None:
    opened.dialog.reject()
    assert opened.chosen == []


@pytest.mark.parametrize("opened", [NOTICE], indirect=True)
def test_a_notice_is_said_as_text(opened: Opened) -> None:
    said = [label for label in opened.dialog.findChildren(QLabel) if label.text() == NOTICE]
    assert [(label.isVisible(), label.textFormat()) for label in said] == [(True, Qt.TextFormat.PlainText)]


def test_without_a_notice_there_is_no_gap_for_one(opened: Opened) -> None:
    assert [
        label.text() for label in opened.dialog.findChildren(QLabel) if label.isVisible() and not label.text()
    ] == []
