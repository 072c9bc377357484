"""Hands and eyes for the editors of fields: what a person does to one by keyboard and mouse, and sees in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from joip_desktop.ui.editor.chips import ChipsEditor
from joip_desktop.ui.editor.number_box import NumberBox
from joip_desktop.ui.editor.widgets import FieldEditor

KEY = Qt.Key

# --- hands ------------------------------------------------------------------------------------------------------------


def type_over(editor: FieldEditor, text: str) -> None:
    """Type a text in place of all that is there."""
    clear(editor)
    type_on(editor, text)


def type_on(editor: FieldEditor, text: str) -> None:
    """Type where the cursor is."""
    enter(editor)
    QTest.keyClicks(editor.focus_widget, text)
    _close_suggestions(editor)


def clear(editor: FieldEditor) -> None:
    """Take away all that is there."""
    enter(editor)
    widget = editor.focus_widget
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keyClick(widget, KEY.Key_Delete)
    if isinstance(editor, ChipsEditor):
        for _ in editor.chips:
            remove_chip(editor, 0)
        enter(editor)
    _close_suggestions(editor)


def remove_chip(editor: FieldEditor, position: int) -> None:
    """Go to a chip and delete it."""
    assert isinstance(editor, ChipsEditor)
    editor.chips[position].setFocus()
    QTest.keyClick(editor.chips[position], KEY.Key_Delete)


def type_and_take_back(editor: FieldEditor, text: str) -> None:
    """Type something at the end, and delete it key by key."""
    press(editor, KEY.Key_End)
    type_on(editor, text)
    press(editor, *[KEY.Key_Backspace] * len(text))


def press(editor: FieldEditor, *keys: Qt.Key) -> None:
    """Press keys, one after the other."""
    enter(editor)
    for key in keys:
        QTest.keyClick(editor.focus_widget, key)
    _close_suggestions(editor)


def choose(editor: FieldEditor, position: int) -> None:
    """Open the list, and choose one of its lines."""
    enter(editor)
    combo = editor.focus_widget
    assert isinstance(combo, QComboBox)
    QTest.keyClick(combo, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    view = combo.view()
    if not view.isVisible():  # locked
        return
    QTest.keyClick(view, KEY.Key_Home)
    for _ in range(position):
        QTest.keyClick(view, KEY.Key_Down)
    QTest.keyClick(view, KEY.Key_Return)


def click(editor: FieldEditor) -> None:
    """Click a check box."""
    box = editor.focus_widget
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def generate(editor: FieldEditor) -> None:
    """Press the button beside a thumbnail's address."""
    (button,) = editor.findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def enter(editor: FieldEditor) -> None:
    """Put the keyboard into the editor."""
    assert editor.isVisible(), "nobody can get there"
    editor.setFocus()


def _close_suggestions(editor: FieldEditor) -> None:
    """They would keep the keyboard."""
    widget = editor.focus_widget
    completer = widget.completer() if isinstance(widget, QComboBox) else None
    popup = None if completer is None else completer.popup()
    if popup is not None:
        popup.hide()


# --- eyes -------------------------------------------------------------------------------------------------------------


def text_of(editor: FieldEditor) -> str:
    """What is written in the editor: chips and line with commas, for a check box "on", "off" or "neither"."""
    widget = editor.focus_widget
    match widget:
        case QPlainTextEdit():
            return widget.toPlainText()
        case QComboBox():
            return widget.currentText()
        case QCheckBox():
            return _STATES[widget.checkState()]
        case NumberBox():
            return widget.text()
    assert isinstance(widget, QLineEdit)
    if isinstance(editor, ChipsEditor):
        return ", ".join(filter(None, [*(chip.shown for chip in editor.chips), widget.text()]))
    return widget.text()


def seen_in(editor: FieldEditor) -> str:
    """What is to be read in the editor: its text or, in brackets, the grey words in place of one."""
    return text_of(editor) or (f"({words})" if (words := _placeholder(editor.focus_widget)) else "")


def is_locked(editor: FieldEditor) -> bool:
    """Whether the editor takes nothing."""
    widget = editor.focus_widget
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        return widget.isReadOnly()
    return not widget.isEnabled()


_STATES = {
    Qt.CheckState.Checked: "on",
    Qt.CheckState.Unchecked: "off",
    Qt.CheckState.PartiallyChecked: "neither",
}


def _placeholder(widget: QWidget) -> str:
    match widget:
        case QPlainTextEdit() | QLineEdit():
            return widget.placeholderText()
        case QComboBox():
            line = widget.lineEdit()
            return widget.placeholderText() if line is None else line.placeholderText()
        case NumberBox():
            return widget.lineEdit().placeholderText()
        case _:
            return ""
