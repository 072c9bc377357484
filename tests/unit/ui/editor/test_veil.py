from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.veil import Veil
from tests.helpers.discreet import LONG, SECRET, picture


@dataclass
class Desk:
    """A line, a text and a label under veils, and a button that can have pointer and keyboard instead."""

    discretion: Discretion
    window: QWidget
    line: QLineEdit
    text: QPlainTextEdit
    label: QLabel
    button: QPushButton
    veils: list[Veil]

    def covered(self) -> list[bool]:
        """Whether line, text and label are covered."""
        return [veil.isVisible() for veil in self.veils]

    def show_texts(self, text: str) -> None:
        self.line.setText(text)
        self.text.setPlainText(text)
        self.label.setText(text)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    discretion, window = Discretion(), QWidget()
    line, text, label, button = QLineEdit(), QPlainTextEdit(), QLabel(), QPushButton("Elsewhere")
    label.setFixedSize(250, 20)  # its place is its owner's to keep
    veils = [Veil(line, discretion), Veil(text, discretion, lines=3), Veil(label, discretion, framed=False)]
    layout = QVBoxLayout(window)
    for widget in (line, text, label, button):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(300, 300)
    window.show()
    assert QTest.qWaitForWindowActive(window)
    button.setFocus()
    made = Desk(discretion, window, line, text, label, button, veils)
    made.show_texts(SECRET)
    for seed, veil in enumerate(veils):
        veil.set_seed(seed)
    yield made
    window.close()


def point_at(widget: QWidget) -> None:
    """Move the pointer there, and tell the widget that it has come, as the window system does."""
    where = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(where, where, QPointF(widget.mapToGlobal(where.toPoint()))))


def point_away(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def test_it_covers_while_discreet_mode_is_on(desk: Desk) -> None:
    assert desk.covered() == [False] * 3
    plain = picture(desk.window)
    desk.discretion.set_on(True)
    assert desk.covered() == [True] * 3
    assert picture(desk.window) != plain
    desk.discretion.set_on(False)
    assert desk.covered() == [False] * 3
    assert picture(desk.window) == plain


@pytest.mark.parametrize("text", ["", "W" * 900, LONG, "\n" * 90, SECRET + " "])
def test_what_it_paints_does_not_depend_on_what_it_covers(desk: Desk, text: str) -> None:
    """Scroll bars, which a long text has, come later than the veil and go on top of all else in their widget."""
    before = picture(desk.window)
    desk.discretion.set_on(True)
    covered = picture(desk.window)
    desk.show_texts(text)
    assert picture(desk.window) == covered
    desk.line.selectAll()
    desk.text.selectAll()
    desk.text.setPlaceholderText(SECRET)
    assert picture(desk.window) == covered
    desk.discretion.set_on(False)
    assert picture(desk.window) not in (before, covered)


def test_it_depends_on_the_seed(desk: Desk) -> None:
    desk.discretion.set_on(True)
    before = picture(desk.window)
    desk.veils[0].set_seed(100)
    assert picture(desk.window) != before
    desk.veils[0].set_seed(0)
    assert picture(desk.window) == before


def test_another_seed_is_painted_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.discretion.set_on(True)
    painted = Painted(desk.veils[0])
    qtbot.waitUntil(lambda: painted.count > 0)
    before = painted.count
    desk.veils[0].set_seed(100)
    qtbot.waitUntil(lambda: painted.count > before)


class Painted(QObject):
    """Counts the times that a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)


def test_the_smudge_has_the_size_of_the_widgets_text(desk: Desk) -> None:
    desk.discretion.set_on(True)
    before = picture(desk.window)
    font = desk.label.font()
    font.setPointSize(2 * font.pointSize())
    desk.label.setFont(font)
    assert picture(desk.window) != before


def test_without_a_seed_there_is_nothing_to_hide(desk: Desk) -> None:
    desk.discretion.set_on(True)
    desk.veils[1].set_seed(None)
    assert desk.covered() == [True, False, True]
    desk.veils[1].set_seed(4)
    assert desk.covered() == [True] * 3


@pytest.mark.parametrize("place", [0, 1, 2])
def test_it_lifts_under_the_pointer_and_comes_back(desk: Desk, place: int) -> None:
    desk.discretion.set_on(True)
    widget = (desk.line, desk.text, desk.label)[place]
    point_at(widget)
    assert desk.covered() == [one != place for one in range(3)]
    point_away(widget)
    assert desk.covered() == [True] * 3


def _is(desk: Desk, covered: list[bool]) -> bool:
    return desk.covered() == covered


def test_it_lets_the_pointer_through(desk: Desk, qtbot: QtBot) -> None:
    """As the window system moves it, over the whole of the widget, and over a part of it."""
    desk.discretion.set_on(True)
    QTest.mouseMove(desk.button)
    for part, covered in (
        (desk.line, [False, True, True]),
        (desk.text.viewport(), [True, False, True]),
        (desk.label, [True, True, False]),
    ):
        QTest.mouseMove(part)
        qtbot.waitUntil(partial(_is, desk, covered))
    QTest.mouseMove(desk.button)
    qtbot.waitUntil(partial(_is, desk, [True] * 3))
    assert desk.window.childAt(desk.line.geometry().center()) is desk.line
    QTest.mouseClick(desk.window.windowHandle(), Qt.MouseButton.LeftButton, pos=desk.line.geometry().center())
    assert desk.line.hasFocus()


@pytest.mark.parametrize("place", [0, 1])
def test_it_lifts_while_the_keyboard_is_there(desk: Desk, place: int) -> None:
    desk.discretion.set_on(True)
    widget = (desk.line, desk.text)[place]
    widget.setFocus()
    assert desk.covered() == [one != place for one in range(3)]
    point_at(widget)
    desk.button.setFocus()
    assert desk.covered() == [one != place for one in range(3)], "the pointer is still there"
    point_away(widget)
    assert desk.covered() == [True] * 3


def test_what_is_being_edited_when_it_is_switched_on_stays_to_be_seen(desk: Desk) -> None:
    desk.line.setFocus()
    point_at(desk.text)
    desk.discretion.set_on(True)
    assert desk.covered() == [False, False, True]
    point_away(desk.text)
    assert desk.covered() == [False, True, True]


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard", extend=True)
def test_a_menu_of_the_widget_does_not_cover_it(desk: Desk) -> None:
    desk.discretion.set_on(True)
    desk.line.setFocus()
    menu = desk.line.createStandardContextMenu()
    menu.popup(desk.line.mapToGlobal(QPoint(5, 5)))
    assert desk.covered() == [False, True, True]
    menu.close()
    menu.deleteLater()


def test_another_window_in_front_covers_it(desk: Desk, qtbot: QtBot) -> None:
    desk.discretion.set_on(True)
    desk.line.setFocus()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    assert desk.covered() == [True] * 3


def test_it_goes_where_the_widget_goes(desk: Desk) -> None:
    desk.discretion.set_on(True)
    desk.window.resize(500, 420)
    QApplication.processEvents()
    for widget, veil in zip((desk.line, desk.text, desk.label), desk.veils, strict=True):
        assert veil.geometry() == widget.geometry()
    desk.line.hide()
    assert desk.covered() == [False, True, True]
    QApplication.processEvents()
    assert desk.veils[1].geometry() == desk.text.geometry()
    desk.line.show()
    assert desk.covered() == [True] * 3


def test_it_goes_where_the_widget_goes_without_a_layout(qtbot: QtBot) -> None:
    window = QWidget()
    line = QLineEdit(window)
    veil = Veil(line, Discretion(line, on=True))
    veil.set_seed(1)
    qtbot.addWidget(window)
    window.show()
    QPushButton(window).setFocus()
    for x, y, width, height in ((5, 5, 100, 30), (5, 5, 180, 40), (9, 30, 180, 40)):
        line.setGeometry(x, y, width, height)
        assert veil.geometry() == line.geometry()
    window.close()


def test_it_lies_above_what_came_above_the_widget(desk: Desk) -> None:
    desk.discretion.set_on(True)
    covered = picture(desk.window)
    desk.discretion.set_on(False)
    desk.line.raise_()
    desk.discretion.set_on(True)
    assert picture(desk.window) == covered


def test_a_veil_over_a_window_of_its_own_waits_until_it_has_a_place(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    veil = Veil(line, Discretion(line, on=True))
    veil.set_seed(1)
    line.show()
    assert not veil.isVisible()
    assert not veil.isWindow()
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(line)
    window.show()
    assert veil.isVisible()
    assert veil.parentWidget() is window
    window.close()


def test_it_hears_nothing_after_its_window_has_gone(qtbot: QtBot) -> None:
    del qtbot
    discretion, window = Discretion(), QWidget()
    line = QLineEdit(window)
    Veil(line, discretion).set_seed(1)
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    discretion.set_on(True)


def test_it_has_the_looks_of_a_locked_field(desk: Desk) -> None:
    desk.discretion.set_on(True)
    open_looks = picture(desk.window)
    palette = desk.line.palette()
    palette.setBrush(palette.ColorRole.Base, palette.window())
    desk.line.setPalette(palette)
    assert picture(desk.window) != open_looks
