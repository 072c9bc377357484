from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.ui.messages import Banner, ask, tell
from joip_desktop.ui.theme import DARK, LIGHT

HTML = "<img src='file:///etc/passwd'><b>bold</b>"


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QWidget]:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    widget.hide()


def _button(box: QMessageBox, text: str) -> QPushButton:
    return next(one for one in box.findChildren(QPushButton) if one.text() == text)


def test_a_banner_shows_a_text_and_a_button_where_there_is_one(parent: QWidget) -> None:
    banner = Banner(parent)
    assert not banner.isVisible()
    banner.say("Something is the matter.", button="Try again")
    assert banner.isVisible()
    assert banner.button.isVisible()
    assert (banner.label.text(), banner.button.text()) == ("Something is the matter.", "Try again")
    banner.say("Something else.")
    assert banner.isVisible()
    assert not banner.button.isVisible()
    banner.say("")
    assert not banner.isVisible()


def test_a_banner_says_when_its_button_is_pressed(parent: QWidget, qtbot: QtBot) -> None:
    banner = Banner(parent)
    banner.say("Something is the matter.", button="Try again")
    with qtbot.waitSignal(banner.pressed, timeout=1000):
        banner.button.click()


def test_a_banner_takes_text_for_text_and_never_widens_the_window(parent: QWidget) -> None:
    banner = Banner(parent)
    banner.say(HTML)
    assert banner.label.textFormat() is Qt.TextFormat.PlainText
    narrow = banner.minimumSizeHint().width()
    banner.say("x" * 5000)
    assert banner.minimumSizeHint().width() == narrow


def test_a_banner_has_the_colours_of_the_appearance(parent: QWidget) -> None:
    banner = Banner(parent)
    banner.say("Something is the matter.")
    for colours in (LIGHT, DARK):
        banner.set_colours(colours)
        banner.resize(400, 40)
        assert banner.grab().toImage().pixelColor(2, 2).name() == colours.banner


def test_yes_does_it_and_no_does_not(parent: QWidget) -> None:
    done: list[str] = []
    for answer in ("Keep open", "Close anyway"):
        box = ask(
            parent, title="Close?", text=HTML, yes="Close anyway", no="Keep open", then=lambda: done.append("closed")
        )
        assert box.isVisible()
        assert box.textFormat() is Qt.TextFormat.PlainText
        _button(box, answer).click()
    assert done == ["closed"]


def test_escape_and_enter_are_the_safe_answer(parent: QWidget) -> None:
    done: list[str] = []
    box = ask(parent, title="Close?", text="", yes="Close anyway", no="Keep open", then=lambda: done.append("closed"))
    assert box.defaultButton().text() == "Keep open"
    assert box.escapeButton().text() == "Keep open"
    box.reject()
    assert done == []


def test_telling_takes_text_for_text(parent: QWidget) -> None:
    box = tell(parent, title="About", text=HTML)
    assert box.isVisible()
    assert box.textFormat() is Qt.TextFormat.PlainText
    assert box.text() == HTML
    box.button(QMessageBox.StandardButton.Close).click()
