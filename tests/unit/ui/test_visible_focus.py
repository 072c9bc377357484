from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.storage.settings import Appearance, View
from joip_desktop.ui.editor.chips import ChipsEditor
from joip_desktop.ui.focus import FocusRing
from tests.helpers.examples import KINDS, OTHER, application
from tests.helpers.focus_seen import seen_by_focus
from tests.helpers.opened_scenes import DIALOGS, opened_dialog
from tests.helpers.showcase import several_form, window_on
from tests.helpers.spoken import first_stop, name, tab_order
from tests.helpers.still_workspace import fail_next, submit, workspace_of

pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),  # raising and grabbing, offscreen
    pytest.mark.usefixtures("qapp"),
]

APPEARANCES = (Appearance.LIGHT, Appearance.DARK)
ENOUGH = 48
"""Pixels: the frame of the smallest thing, the square of a check box."""


def unseen(top: QWidget) -> list[str]:
    """Where the Tab key leads without that being seen."""
    order = tab_order(top, first_stop(top))
    found = []
    for before, widget in zip([order[-1], *order], order, strict=False):
        if (pixels := seen_by_focus(top, before, widget)) < ENOUGH:
            found.append(f"{type(widget).__name__} {name(widget)!r}: {pixels} pixels")
    return found


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("view", list(View))
def test_the_keyboard_is_seen_everywhere_in_the_window(view: View, appearance: Appearance) -> None:
    with window_on(workspace_of(KINDS["custom theme"], OTHER), appearance) as window:
        window.panel.selection.select_sessions([1])
        window.panel.show_view(view)
        window.workspace.drafts.edit(1, "title", "Unsaved")
        window.workspace.drafts.edit(1, "interval_max", 20)
        submit(window.workspace, 1, title="Refused")
        fail_next(window.workspace)
        submit(window.workspace, 2, title="Waits")
        window.notify("Something happened.")
        window.banner.say("You are signed out.", button="Connect")
        window.toggle_jobs()
        assert unseen(window) == []


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_the_keyboard_is_seen_everywhere_in_the_form_of_several(appearance: Appearance) -> None:
    with several_form(appearance=appearance) as form:
        assert unseen(form) == []


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("which", DIALOGS)
async def test_the_keyboard_is_seen_everywhere_in_dialogs(which: str, appearance: Appearance) -> None:
    async with opened_dialog(which, appearance) as shown:
        assert unseen(shown) == []


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_the_keyboard_is_seen_on_a_name(appearance: Appearance) -> None:
    with window_on(workspace_of(KINDS["custom theme"], OTHER), appearance) as window:
        window.panel.selection.select_sessions([1])
        editor = window.editor.form.rows["subreddits"].editor
        assert isinstance(editor, ChipsEditor)
        before = editor.chips[-1].grab().toImage()
        editor.focus_widget.setFocus()
        QTest.keyClick(editor.focus_widget, Qt.Key.Key_Left)
        assert editor.chips[-1].hasFocus()
        assert editor.chips[-1].grab().toImage() != before


# --- the ring ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    for widget in (QPushButton("One"), QPushButton("Two"), QPlainTextEdit()):
        layout.addWidget(widget)
    page.show()
    assert QTest.qWaitForWindowActive(page)
    return page


def ringed(page: QWidget) -> list[QWidget]:
    """On what a ring lies."""
    rings = [one for one in page.findChildren(QWidget, "qt_focus_ring") if one.isVisible()]
    for one in rings:
        around = one.parentWidget()
        assert around is not None
        assert one.geometry() == around.rect()
    return [around for one in rings if (around := one.parentWidget()) is not None]


def test_the_ring_goes_with_the_keyboard_and_not_with_the_mouse(page: QWidget) -> None:
    ring = FocusRing(application())
    one, two = page.findChildren(QPushButton)
    text = page.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ringed(page) == [two]
    page.resize(page.width() + 90, page.height() + 70)
    QApplication.processEvents()
    assert ringed(page) == [two]
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    assert ringed(page) == []
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton)
    assert ringed(page) == [text]
    QTest.keyClick(text, Qt.Key.Key_Backtab)
    assert two.hasFocus()
    ring.close()
    assert ringed(page) == []


def test_the_ring_takes_no_clicks_and_goes_with_its_button(page: QWidget) -> None:
    ring = FocusRing(application())
    one, two = page.findChildren(QPushButton)
    pressed: list[str] = []
    two.clicked.connect(lambda: pressed.append("two"))
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ringed(page) == [two]
    under = page.childAt(two.geometry().center())
    assert under is two
    QTest.keyClick(two, Qt.Key.Key_Space)
    assert pressed == ["two"]
    two.setParent(None)
    two.deleteLater()
    QApplication.processEvents()
    one.setFocus()
    assert ringed(page) == []
    ring.close()
