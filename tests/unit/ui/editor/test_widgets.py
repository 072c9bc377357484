from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from joip_desktop.domain.draft import Draft, edits_from_json, edits_to_json
from joip_desktop.domain.fields import FIELDS, FieldKind
from joip_desktop.domain.session import UNKNOWN, FieldValue, Session
from joip_desktop.engine.plan import plan_draft
from joip_desktop.ui.editor.binding import make_cell_editor, make_editor
from joip_desktop.ui.editor.chip import Chip
from joip_desktop.ui.editor.number_box import NumberBox
from joip_desktop.ui.editor.widgets import FieldEditor
from tests.helpers import strategies
from tests.helpers.hands import seen_in, text_of

KEY = Qt.Key

VALUES: Sequence[FieldValue] = (
    UNKNOWN,
    None,
    True,
    False,
    0,
    1,
    60,
    90,
    -5,
    10**15,
    10**400,
    "",
    "fade",
    "custom",
    "wipe",
    "half \ud800 of a pair",
    "\ud800",
    "a\r\nb\tc\x00d\x1b",
    "a\u2028b\u2029c\xa0d",
    "x" * 5000,
    "\u202eright to left \u05d0\u05d1",
    "<b>bold</b> & <img src='file:///etc/passwd'>",
    " blanks around ",
    (),
    ("earth", "space"),
    ("r/earth", "no name!", "\ud800", ""),
    ("Earth", "earth"),
)
"""Everything a field may hold, or be told to hold."""

CELL = "category_id in a cell"
EDITORS = (*FIELDS, CELL)
"""All fields, and the one whose editor in the table is another than in the form."""


def editor_of(name: str) -> FieldEditor:
    """The editor in the form or, by the name of CELL, in the table."""
    return make_cell_editor(FIELDS["category_id"]) if name == CELL else make_editor(FIELDS[name])


class Bench:
    """One editor in a shown window, and what it emitted."""

    def __init__(self, name: str, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editor: FieldEditor = editor_of(name)
        self.editor.setParent(self.window)
        self.other = QLineEdit(self.window)
        self.other.move(0, 200)
        self.window.resize(400, 240)
        self.window.show()
        assert QTest.qWaitForWindowActive(self.window)
        self.emitted: list[object] = []
        self.editor.edited.connect(self.emitted.append)
        self.editor.edited.connect(self.editor.show_value)  # as the form does

    def show(self, value: FieldValue) -> None:
        self.editor.show_value(value)

    def type(self, text: str) -> None:
        widget = self.editor.focus_widget
        widget.setFocus()
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
        if text:
            QTest.keyClicks(widget, text)
        else:
            QTest.keyClick(widget, KEY.Key_Delete)

    def paste(self, text: str) -> None:
        widget = self.editor.focus_widget
        widget.setFocus()
        QApplication.clipboard().setText(text)
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
        QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Paste))

    def leave(self) -> None:
        self.other.setFocus()

    @property
    def last(self) -> object:
        return self.emitted[-1]

    @property
    def line(self) -> QLineEdit:
        widget = self.editor.focus_widget
        if isinstance(widget, NumberBox):
            return widget.lineEdit()
        assert isinstance(widget, QLineEdit)
        return widget

    @property
    def prose(self) -> QPlainTextEdit:
        assert isinstance(self.editor.focus_widget, QPlainTextEdit)
        return self.editor.focus_widget

    @property
    def combo(self) -> QComboBox:
        assert isinstance(self.editor.focus_widget, QComboBox)
        return self.editor.focus_widget

    @property
    def check(self) -> QCheckBox:
        assert isinstance(self.editor.focus_widget, QCheckBox)
        return self.editor.focus_widget

    @property
    def number(self) -> NumberBox:
        assert isinstance(self.editor.focus_widget, NumberBox)
        return self.editor.focus_widget

    def text(self) -> str:
        return text_of(self.editor)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Callable[[str], Bench]]:
    opened: list[Bench] = []

    def make(name: str) -> Bench:
        opened.append(Bench(name, qtbot))
        return opened[-1]

    yield make
    for one in opened:
        one.window.close()


Make = Callable[[str], Bench]


# --- any field --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EDITORS)
def test_showing_any_value_emits_nothing(bench: Make, name: str) -> None:
    one = bench(name)
    for value in VALUES:
        for locked in (False, True):
            one.editor.set_locked(locked)
            one.show(value)
            one.show(value)
            one.editor.setFocus()
            one.leave()
        one.editor.forget()
    assert one.emitted == []


@pytest.mark.parametrize("name", EDITORS)
def test_showing_depends_on_the_value_alone(bench: Make, name: str) -> None:
    used, fresh = bench(name), bench(name)
    for value in VALUES:
        used.show(value)
        fresh.editor.forget()
        fresh.show(value)
        assert seen_in(used.editor) == seen_in(fresh.editor), value
        used.editor.forget()
        used.show(value)
        assert seen_in(used.editor) == seen_in(fresh.editor), value


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(value=strategies.any_field_value)
@pytest.mark.usefixtures("qapp")
def test_showing_whatever_is_drawn_emits_nothing(value: FieldValue) -> None:
    for name in EDITORS:
        editor = editor_of(name)
        emitted: list[object] = []
        editor.edited.connect(emitted.append)
        editor.show_value(value)
        editor.show_value(UNKNOWN)
        editor.show_value(value)
        editor.forget()
        assert emitted == [], name


@pytest.mark.parametrize("name", EDITORS)
def test_a_locked_field_takes_no_keys_clicks_or_wheel(bench: Make, name: str) -> None:
    one = bench(name)
    one.show(stored_of(one.editor))
    before = one.text()
    one.editor.set_locked(True)
    widget = one.editor.focus_widget
    widget.setFocus()
    for key in (KEY.Key_A, KEY.Key_1, KEY.Key_Up, KEY.Key_Down, KEY.Key_Space, KEY.Key_Delete, KEY.Key_Backspace):
        QTest.keyClick(widget, key)
    for child in (widget, *one.editor.findChildren(QAbstractButton), *one.editor.findChildren(Chip)):
        if child.isVisible():
            QTest.mouseClick(child, Qt.MouseButton.LeftButton)
    one.paste("pasted")
    scroll(widget)
    one.leave()
    assert one.emitted == []
    assert one.text() == before
    one.editor.set_locked(False)
    assert widget.isEnabled()


def stored_of(editor: FieldEditor) -> FieldValue:
    """A value that there is something to see of."""
    match editor.spec.kind:
        case FieldKind.NAMES:
            return "earth", "space"
        case FieldKind.NUMBER:
            return 7
        case FieldKind.FLAG:
            return True
        case FieldKind.CHOICE:
            return editor.spec.choices[0].value
        case _:
            return "told"


@pytest.mark.parametrize("name", ["subreddits", "ai_prompt"])
def test_a_locked_text_can_be_read_to_its_end_and_copied(bench: Make, name: str) -> None:
    one = bench(name)
    value: FieldValue = ("earth", "space") if name == "subreddits" else "first\nsecond"
    one.show(value)
    one.editor.set_locked(True)
    assert one.text() == ("earth, space" if name == "subreddits" else "first\nsecond")
    widget = one.editor.focus_widget
    widget.setFocus()
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QApplication.clipboard().text() == one.text()
    locked = widget.palette().base().color()
    one.editor.set_locked(False)
    assert widget.palette().base().color() != locked


@pytest.mark.parametrize("name", EDITORS)
def test_a_field_says_its_name_and_help_to_screen_readers(bench: Make, name: str) -> None:
    editor = bench(name).editor
    assert editor.focus_widget.accessibleName() == editor.spec.label
    assert editor.focus_widget.accessibleDescription() == editor.spec.help


def scroll(widget: QWidget, steps: int = 1) -> None:
    where = QPointF(5, 5)
    QApplication.sendEvent(
        widget,
        QWheelEvent(
            where,
            widget.mapToGlobal(where),
            QPoint(0, 0),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


@pytest.mark.parametrize(("name", "value"), [("interval_min", 4), ("transition", "slide"), (CELL, 4)])
def test_the_wheel_changes_only_what_has_the_focus(bench: Make, name: str, value: FieldValue) -> None:
    one = bench(name)
    one.show(value)
    one.leave()
    scroll(one.editor.focus_widget)
    assert one.emitted == []
    one.editor.setFocus()
    scroll(one.editor.focus_widget)
    assert len(one.emitted) == 1
    assert one.last != value


# --- text -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text", "placeholder"),
    [
        ("A walk", "A walk", ""),
        ("", "", ""),
        (None, "", "no value"),
        (UNKNOWN, "", "not known"),
        ("half \ud800", "half \ufffd", ""),
        ("a\nb\x00", "a b\ufffd", ""),
        ("<b>x</b>", "<b>x</b>", ""),
    ],
)
def test_a_line_of_text(bench: Make, value: FieldValue, text: str, placeholder: str) -> None:
    one = bench("title")
    one.show(value)
    assert (one.line.text(), one.line.placeholderText()) == (text, placeholder)
    assert one.editor.shows(value)
    assert one.editor.shows("another") is False


def test_typing_emits_the_text_and_keeps_the_cursor(bench: Make) -> None:
    one = bench("title")
    one.show("A walk")
    one.line.setFocus()
    one.line.setCursorPosition(2)
    QTest.keyClicks(one.line, "long ")
    assert one.last == "A long walk"
    assert one.line.cursorPosition() == 7
    one.show("A long walk")
    assert one.line.cursorPosition() == 7


def test_a_pasted_text_becomes_one_line_and_keeps_the_cursor(bench: Make) -> None:
    one = bench("title")
    one.show("")
    one.paste("first\r\nsecond\tthird\x1b")
    assert one.emitted == ["first second third"]
    assert one.line.cursorPosition() == len(one.line.text())
    QTest.keyClicks(one.line, "!")
    assert one.last == "first second third!"


def test_a_new_value_shows_its_beginning(bench: Make) -> None:
    one = bench("title")
    one.show("x" * 500)
    assert one.line.cursorPosition() == 0


def test_undo_does_not_bring_back_another_sessions_text(bench: Make) -> None:
    for name, value in (("title", "A"), ("ai_prompt", "A"), ("interval_min", 4), ("subreddits", ("earth",))):
        one = bench(name)
        one.show(value)
        QTest.keyClicks(one.editor.focus_widget, "1")
        one.type("")
        emitted = len(one.emitted)
        one.editor.forget()
        one.show(UNKNOWN)
        QTest.keySequence(one.editor.focus_widget, QKeySequence(QKeySequence.StandardKey.Undo))
        assert one.text() == "", name
        assert len(one.emitted) == emitted, name


# --- addresses --------------------------------------------------------------------------------------------------------


def test_the_button_asks_for_a_generated_picture(bench: Make) -> None:
    one = bench("thumbnail")
    one.show("https://example.com/a.png")
    one.editor.findChildren(QPushButton)[0].click()
    assert one.emitted == [""]
    assert (one.line.text(), one.line.placeholderText()) == ("", "The server generates one")


@pytest.mark.parametrize("value", [None, UNKNOWN])
def test_asking_for_a_picture_counts_even_where_there_is_none(bench: Make, value: FieldValue) -> None:
    one = bench("thumbnail")
    one.show(value)
    one.editor.findChildren(QPushButton)[0].click()
    assert one.emitted == [""]
    assert not one.editor.shows(value)


def test_blanks_around_a_pasted_address_go(bench: Make) -> None:
    one = bench("thumbnail")
    one.show("")
    one.paste("  https://example.com/a.png\n")
    assert one.last == "https://example.com/a.png"
    one.line.setCursorPosition(4)
    one.show("https://example.com/a.png")
    assert one.line.cursorPosition() == 4, "left alone while somebody types"


# --- numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("7", 7),
        ("007", 7),
        ("99", 99),
        ("-1", -1),
        ("12a", "12a"),
        ("", UNKNOWN),
        ("  ", UNKNOWN),
        ("1_0", "1_0"),
        ("4.5", "4.5"),
    ],
)
def test_typed_numbers(bench: Make, typed: str, value: FieldValue) -> None:
    one = bench("interval_min")
    one.show(4)
    one.type(typed)
    assert one.last == value
    one.leave()
    assert one.line.text() == typed, "what was typed stays, right or wrong"
    one.show(value)
    assert one.line.text() == typed


_TYPED = st.text(st.characters(exclude_categories=("C", "Zl", "Zp"))) | st.sampled_from(
    ["31.5", "1_0", " 7 ", "٣", "9" * 5000]
)


@pytest.mark.parametrize("name", ["interval_max", CELL])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(typed=_TYPED, stored=strategies.integers)
@pytest.mark.usefixtures("qapp")
def test_what_was_typed_is_there_again_after_its_way_through_the_disk(name: str, typed: str, stored: int) -> None:
    editor = editor_of(name)
    draft = Draft(Session(id=1, **{editor.spec.name: stored}))  # type: ignore[arg-type]  # a field of numbers
    editor.show_value(stored)
    editor.edited.connect(lambda value: draft.set(editor.spec.name, value))
    line = editor.focus_widget.findChildren(QLineEdit)[0]
    line.selectAll()
    line.insert(typed)
    former = text_of(editor)
    editor.forget()
    on_disk = json.dumps(edits_to_json(draft.kept()))
    later = Draft.of(draft.base, edits_from_json(json.loads(on_disk)))
    assert later.problems() == draft.problems()
    value = later.value(editor.spec.name)
    editor.show_value(value)
    shown = text_of(editor)
    if isinstance(value, int):
        assert (int(former), int(shown)) == (value, value), "a number, in however many digits"
        assert all(not isinstance(one, str) for one in draft.edits.values())
    else:
        assert shown == (former if former.strip() else "")
        assert later.problems()
    assert plan_draft(later).changes == plan_draft(draft).changes
    assert not (later.problems() and plan_draft(later).changes)


def test_a_pasted_text_with_line_ends_is_kept_and_shown_in_one_line(bench: Make) -> None:
    one = bench("interval_min")
    one.show(4)
    one.paste("31\n.5")
    kept = one.last
    one.editor.forget()
    one.show(kept)  # type: ignore[arg-type]  # editors emit field values
    assert one.text() == "31 .5"


def test_steps_go_on_from_the_end_of_the_range_where_a_text_is_no_number(bench: Make) -> None:
    one = bench("interval_min")
    one.show("31.5")
    assert (one.text(), one.number.entry, one.number.number) == ("31.5", "31.5", None)
    QTest.keyClick(one.number, KEY.Key_Up)
    assert (one.emitted, one.text()) == ([1], "1")


@pytest.mark.parametrize(
    ("start", "key", "value"),
    [
        (4, KEY.Key_Up, 5),
        (4, KEY.Key_Down, 3),
        (1, KEY.Key_Down, None),
        (60, KEY.Key_Up, None),
        (55, KEY.Key_PageUp, 60),
        (5, KEY.Key_PageDown, 1),
        (90, KEY.Key_Up, None),
        (90, KEY.Key_Down, 60),
        (10**15, KEY.Key_Down, 60),
        (-7, KEY.Key_Up, 1),
        (-7, KEY.Key_Down, None),
        (UNKNOWN, KEY.Key_Up, 1),
        (UNKNOWN, KEY.Key_Down, None),
        (None, KEY.Key_Up, 1),
    ],
)
def test_steps_stay_in_the_range(bench: Make, start: FieldValue, key: Qt.Key, value: int | None) -> None:
    one = bench("interval_min")
    one.show(start)
    before = one.text()
    QTest.keyClick(one.number, key)
    assert one.emitted == ([] if value is None else [value])
    assert one.text() == (before if value is None else str(value))


@pytest.mark.parametrize(
    ("value", "text", "placeholder"),
    [
        (90, "90", "no value"),
        (10**15, "1000000000000000", "no value"),
        (None, "", "no value"),
        (UNKNOWN, "", "not known"),
    ],
)
def test_stored_numbers_are_shown_as_they_are(bench: Make, value: FieldValue, text: str, placeholder: str) -> None:
    one = bench("interval_max")
    one.show(value)
    one.editor.setFocus()
    QTest.keyClick(one.number, KEY.Key_Return)
    one.leave()
    assert one.line.text() == text
    if not text:
        assert one.line.placeholderText() == placeholder
    assert one.emitted == []


def test_half_a_number_survives_being_shown_again_but_not_the_next_session(bench: Make) -> None:
    one = bench("interval_min")
    one.show(4)
    one.type("1x")
    one.line.setCursorPosition(1)
    one.show("1x")
    assert (one.line.text(), one.line.cursorPosition()) == ("1x", 1)
    one.editor.forget()
    one.show(UNKNOWN)
    assert one.line.text() == ""
    one.show(5)
    assert one.line.text() == "5"


def test_emptying_the_box_by_a_shortcut_is_an_edit(bench: Make) -> None:
    one = bench("interval_min")
    one.show(4)
    one.number.clear()
    assert one.last is UNKNOWN
    assert one.text() == ""


def test_the_default_category_and_back_is_the_former_one(bench: Make) -> None:
    one = bench(CELL)
    (default,) = one.editor.findChildren(QCheckBox)
    one.show(7)
    assert not default.isChecked()
    default.click()
    assert one.emitted == [None]
    assert default.isChecked()
    assert not one.number.isEnabled()
    assert one.text() == ""
    default.click()
    assert one.emitted == [None, 7]
    assert one.number.isEnabled()
    assert one.text() == "7"


def test_the_default_category_and_back_is_also_what_is_no_number(bench: Make) -> None:
    one = bench(CELL)
    (default,) = one.editor.findChildren(QCheckBox)
    one.show(7)
    one.type("7x")
    default.click()
    default.click()
    assert (one.last, one.text()) == ("7x", "7x")


def test_leaving_the_default_category_begins_with_the_first(bench: Make) -> None:
    one = bench(CELL)
    (default,) = one.editor.findChildren(QCheckBox)
    one.show(7)
    default.click()
    one.editor.forget()
    one.show(None)
    default.click()
    assert one.last == 1, "7 was another session's"


@pytest.mark.parametrize(("value", "checked"), [(None, True), (UNKNOWN, False), (3, False), (0, False)])
def test_null_is_the_default_category(bench: Make, value: FieldValue, checked: bool) -> None:
    one = bench(CELL)
    (default,) = one.editor.findChildren(QCheckBox)
    one.show(value)
    assert default.isChecked() is checked
    assert one.number.isEnabled() is not checked
    assert one.emitted == []


# --- choices ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("fade", "Fade"),
        ("wipe", "“wipe”"),
        ("", "“”"),
        ("\ud800", "“\ufffd”"),
        ("x" * 5000, f"“{'x' * 39}…”"),
        (None, ""),
        (UNKNOWN, ""),
        (7, ""),
    ],
)
def test_choices(bench: Make, value: FieldValue, text: str) -> None:
    one = bench("transition")
    one.show(value)
    assert one.combo.currentText() == text
    if not text:
        assert one.combo.placeholderText() == ("not known" if value is UNKNOWN else "no value")


def test_an_odd_choice_is_in_the_list_only_as_long_as_it_is_the_value(bench: Make) -> None:
    one = bench("transition")
    labels = [choice.label for choice in FIELDS["transition"].choices]
    for value, count in (("wipe", 6), ("blur", 6), ("\ud800", 6), ("\udfff", 6), ("fade", 5), (UNKNOWN, 5)):
        one.show(value)
        assert one.combo.count() == count
        assert [one.combo.itemText(row) for row in range(5)] == labels


@pytest.mark.parametrize("start", ["fade", "wipe", None, UNKNOWN])
def test_choosing_emits_the_wire_value(bench: Make, start: FieldValue) -> None:
    one = bench("caption_theme")
    one.show(start)
    one.combo.setFocus()
    QTest.keyClicks(one.combo, "C")
    QTest.keyClick(one.combo, KEY.Key_End)
    assert one.last in {choice.value for choice in FIELDS["caption_theme"].choices}
    for position, choice in enumerate(FIELDS["caption_theme"].choices):
        one.combo.activated.emit(position)
        assert one.last == choice.value
        assert one.combo.currentText() == choice.label


def test_an_odd_choice_chosen_again_is_itself(bench: Make) -> None:
    one = bench("transition")
    one.show("half \ud800")
    one.combo.activated.emit(5)
    assert one.last == "half \ud800"


def test_a_long_odd_choice_does_not_widen_the_form(bench: Make) -> None:
    one = bench("transition")
    one.show("fade")
    width = one.editor.minimumSizeHint().width()
    one.show("x" * 5000)
    assert one.editor.minimumSizeHint().width() == width


# --- prose ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [value for value in VALUES if isinstance(value, str)] + [None, UNKNOWN])
def test_prose_that_is_shown_is_itself(bench: Make, value: FieldValue) -> None:
    one = bench("ai_prompt")
    one.show(value)
    assert one.editor.shows(value)
    cursor = one.prose.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    one.prose.setTextCursor(cursor)
    position = one.prose.textCursor().position()
    one.show(value)
    assert one.prose.textCursor().position() == position, "the cursor stays"
    QTest.keyClicks(one.prose, "x")
    QTest.keyClick(one.prose, KEY.Key_Backspace)
    assert len(one.emitted) == 2
    assert one.editor.shows(value), "typed and taken back"


def test_typing_prose_emits_it_with_its_line_ends_and_blanks(bench: Make) -> None:
    one = bench("ai_prompt")
    one.show("a\r\nb\xa0c")
    cursor = one.prose.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    one.prose.setTextCursor(cursor)
    QTest.keyClicks(one.prose, "d")
    QTest.keyClick(one.prose, KEY.Key_Return)
    assert one.emitted[1] == "a\r\nb\xa0cd\r\n"
    QTest.keyClick(one.prose, KEY.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert one.last == "a\r\nb\xa0cd\r\n\r\n"
    QTest.keySequence(one.prose, QKeySequence(QKeySequence.StandardKey.SelectAll))
    QTest.keyClick(one.prose, KEY.Key_Delete)
    QTest.keySequence(one.prose, QKeySequence(QKeySequence.StandardKey.Undo))
    assert one.last == "a\r\nb\xa0cd\r\n\r\n", "all taken away and brought back"


def test_lines_of_another_text_end_as_that_one_does(bench: Make) -> None:
    one = bench("ai_prompt")
    one.show("a\r\nb")
    one.show("another")
    one.type("one\rtwo")
    assert one.last == "one\ntwo"


_PARTS = st.lists(
    st.sampled_from(["a", "b", "\xa0", "\t", "\ufdd0", "\x00", "\r\n", "\n", "\r", "\u2028", "\u2029"]), max_size=8
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(parts=_PARTS, data=st.data())
@pytest.mark.usefixtures("qapp")
def test_a_character_typed_into_prose_or_deleted_changes_only_that(parts: list[str], data: st.DataObject) -> None:
    editor = editor_of("ai_prompt")
    prose = editor.focus_widget
    assert isinstance(prose, QPlainTextEdit)
    emitted: list[object] = []
    editor.edited.connect(emitted.append)
    editor.edited.connect(editor.show_value)
    stored = "".join(parts)
    parts = re.findall("\r\n|.", stored, re.DOTALL)  # what was drawn may have joined
    editor.show_value(stored)
    for _ in range(2):  # also after an edit that was shown again
        at = data.draw(st.integers(0, len(parts)))
        cursor = prose.textCursor()
        cursor.setPosition(at)
        if at < len(parts) and data.draw(st.booleans()):
            del parts[at]
            cursor.deleteChar()
        else:
            parts.insert(at, "x")
            cursor.insertText("x")
        assert emitted[-1] == "".join(parts)
        parts = re.findall("\r\n|.", "".join(parts), re.DOTALL)


def test_tab_leaves_the_prose(bench: Make) -> None:
    one = bench("ai_prompt")
    one.show("a")
    one.prose.setFocus()
    QTest.keyClick(one.prose, KEY.Key_Tab)
    assert one.emitted == []
    assert not one.prose.hasFocus()


# --- flags ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "doubt", "state", "clicked"),
    [
        (True, "", Qt.CheckState.Checked, [False, True]),
        (False, "", Qt.CheckState.Unchecked, [True, False]),
        (UNKNOWN, "Not known.", Qt.CheckState.PartiallyChecked, [True, False, True]),
        (None, "No value.", Qt.CheckState.PartiallyChecked, [True, False, True]),
        (1, "No value.", Qt.CheckState.PartiallyChecked, [True, False]),
    ],
)
def test_flags_end_as_on_or_off(
    bench: Make, value: FieldValue, doubt: str, state: Qt.CheckState, clicked: list[bool]
) -> None:
    one = bench("is_public")
    one.show(value)
    assert (one.editor.doubt(value), one.check.checkState()) == (doubt, state)
    for _ in clicked:
        one.check.click()
    assert one.emitted == clicked
    assert all(type(one) is bool for one in one.emitted)
    assert one.check.text() == "Public"
