from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from joip_desktop.ui.dialogs.save_search import LineDialog

Make = Callable[..., LineDialog]


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    made: list[LineDialog] = []

    def dialog(text: str = "", *, may_be_empty: bool = False, note: Callable[[str], str] = str.upper) -> LineDialog:
        one = LineDialog(title="T", label="<b>Name</b>", text=text, may_be_empty=may_be_empty, note=note)
        qtbot.addWidget(one)
        made.append(one)
        one.open()
        return one

    yield dialog
    for one in made:
        one.close()


def _accept(dialog: LineDialog) -> QPushButton:
    (button,) = (
        one
        for one in dialog.findChildren(QPushButton)
        if dialog.buttons.buttonRole(one) is QDialogButtonBox.ButtonRole.AcceptRole
    )
    return button


def _given(dialog: LineDialog) -> list[str]:
    given: list[str] = []
    dialog.given.connect(given.append)
    return given


def test_enter_gives_the_line_without_blanks_around_it(make: Make) -> None:
    dialog = make("before")
    given = _given(dialog)
    assert dialog.line.selectedText() == "before"
    QTest.keyClicks(dialog.line, "  after that ")
    assert dialog.note.text() == "AFTER THAT"
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert given == ["after that"]
    assert not dialog.isVisible()


def test_an_empty_line_is_refused(make: Make) -> None:
    dialog = make("x")
    given = _given(dialog)
    dialog.line.setText("   ")
    assert not _accept(dialog).isEnabled()
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert given == []
    assert dialog.isVisible()


def test_an_empty_line_may_be_meant(make: Make) -> None:
    dialog = make("x", may_be_empty=True)
    given = _given(dialog)
    dialog.line.clear()
    _accept(dialog).click()
    assert given == [""]


def test_a_caption_is_text_and_names_the_line(qtbot: QtBot) -> None:
    dialog = LineDialog(title="T", label="<b>R&D</b> " * 30)
    qtbot.addWidget(dialog)
    assert dialog.line.accessibleName() == "<b>R&D</b> " * 30
    assert dialog.sizeHint().width() < 600
    (caption,) = (one for one in dialog.findChildren(QLabel) if one.text())
    assert caption.textFormat() is Qt.TextFormat.PlainText
    assert caption.buddy() is None


def test_escape_gives_nothing(make: Make) -> None:
    dialog = make("x")
    given = _given(dialog)
    QTest.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert given == []
    assert not dialog.isVisible()


def test_a_note_moves_nothing_and_the_text_of_a_clipboard_has_an_end(make: Make) -> None:
    dialog = make("x" * 5_000, note=lambda line: "A long note. " * 8 if len(line) > 1 else "")
    height = dialog.height()
    dialog.line.setText("y")
    assert dialog.height() == height
    dialog.line.setText("z" * 5_000)
    assert len(dialog.line.text()) == 200
