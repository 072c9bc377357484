from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import check_values
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.ui.editor.category_editor import CategoryEditor
from tests.helpers import strategies

KEY = Qt.Key
SPEC = FIELDS["category_id"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, offscreen


class Bench:
    """The editor in a shown window, over categories that a test may change, and what it emitted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.numbers = [3, 5, 9]
        self.names = {3: "Walks", 9: "Music"}
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editor = CategoryEditor(
            SPEC, self.window, categories=lambda: self.numbers, name=lambda number: self.names.get(number, "")
        )
        self.editor.resize(300, 30)
        self.other = QLineEdit(self.window)
        self.other.move(0, 60)
        self.window.resize(300, 100)
        self.window.show()
        assert QTest.qWaitForWindowActive(self.window)
        self.other.setFocus()
        self.emitted: list[object] = []
        self.editor.edited.connect(self.emitted.append)
        self.editor.edited.connect(self.editor.show_value)  # as the form does

    @property
    def combo(self) -> QComboBox:
        assert isinstance(self.editor.focus_widget, QComboBox)
        return self.editor.focus_widget

    @property
    def line(self) -> QLineEdit:
        found = self.combo.lineEdit()
        assert found is not None
        return found

    @property
    def suggestions(self) -> QListView:
        completer = self.combo.completer()
        assert completer is not None
        popup = completer.popup()
        assert isinstance(popup, QListView)
        return popup

    @property
    def text(self) -> str:
        return self.line.text()

    def listed(self) -> list[str]:
        return [self.combo.itemText(row) for row in range(self.combo.count())]

    def suggested(self) -> list[str]:
        model = self.suggestions.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def type(self, text: str) -> None:
        """Replace the text, key by key."""
        self.editor.setFocus()
        QTest.keySequence(self.combo, QKeySequence(QKeySequence.StandardKey.SelectAll))
        if text:
            QTest.keyClicks(self.combo, text)
        else:
            QTest.keyClick(self.combo, KEY.Key_Delete)

    def leave(self) -> None:
        self.suggestions.hide()  # else they keep the keyboard
        self.other.setFocus()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.window.close()


# --- showing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text", "placeholder"),
    [
        (None, "Default category", "no value"),
        (3, "Walks (3)", "no value"),
        (5, "Category 5", "no value"),
        (77, "Category 77", "no value"),
        (0, "Category 0", "no value"),
        (-5, "Category -5", "no value"),
        (10**400, f"Category {10**400}", "no value"),
        (UNKNOWN, "", "not known"),
        ("odd", "odd", "no value"),
        (True, "", "no value"),
    ],
)
def test_any_stored_value_is_shown_as_it_is_and_left_alone(
    bench: Bench, value: FieldValue, text: str, placeholder: str
) -> None:
    for before in (UNKNOWN, 3, 77):
        bench.editor.show_value(before)
        bench.editor.show_value(value)
        assert (bench.text, bench.line.placeholderText()) == (text, placeholder)
        bench.editor.setFocus()
        QTest.keyClick(bench.combo, KEY.Key_Return)
        bench.leave()
        assert bench.text == text
        assert bench.editor.shows(value)
        assert not bench.editor.shows(4)
    assert bench.emitted == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(values=strategies.any_field_value, numbers=strategies.integers)
@pytest.mark.usefixtures("qapp")
def test_showing_whatever_is_drawn_emits_nothing_and_shows_it(values: FieldValue, numbers: int) -> None:
    editor = CategoryEditor(SPEC, categories=lambda: [numbers], name=lambda _: "A walk")
    emitted: list[object] = []
    editor.edited.connect(emitted.append)
    for value in (values, numbers, values, UNKNOWN):
        editor.show_value(value)
        assert editor.shows(value)
        editor.show_value(value)
        assert editor.shows(value)
    editor.forget()
    assert editor.shows(UNKNOWN)
    assert emitted == []


def test_a_category_that_gets_another_name_is_shown_by_it(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.names[3] = "Strolls"
    bench.editor.show_value(3)
    assert bench.text == "Strolls (3)"
    bench.editor.setFocus()
    bench.leave()
    assert bench.text == "Strolls (3)"
    assert bench.emitted == []


# --- typing -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "value", "text"),
    [
        ("9", 9, "Music (9)"),
        ("77", 77, "Category 77"),
        ("0", 0, "Category 0"),
        ("-2", -2, "Category -2"),
        ("99999999999", 99999999999, "Category 99999999999"),
        ("mus", 9, "Music (9)"),
        ("MUSIC", 9, "Music (9)"),
        ("default", None, "Default category"),
        ("category 5", 5, "Category 5"),
        ("elsewhere", "elsewhere", "elsewhere"),
        ("4x", "4x", "4x"),
        ("", UNKNOWN, ""),
        ("  ", UNKNOWN, "  "),
    ],
)
def test_what_is_typed_counts_at_once_and_is_written_out_when_the_line_is_left(
    bench: Bench, typed: str, value: FieldValue, text: str
) -> None:
    bench.editor.show_value(3)
    bench.type(typed)
    assert bench.emitted[-1] == value
    assert type(bench.emitted[-1]) is type(value)
    assert bench.text == typed, "not under the person's hands"
    count = len(bench.emitted)
    bench.leave()
    assert bench.text == text
    bench.editor.show_value(value)
    assert bench.text == text
    assert len(bench.emitted) == count


@pytest.mark.parametrize("typed", ["0", "-2", "99999999999", "elsewhere", ""])
def test_what_is_no_category_is_a_problem_that_the_rules_tell(bench: Bench, typed: str) -> None:
    bench.editor.show_value(3)
    bench.type(typed)
    value = bench.emitted[-1]
    assert value is UNKNOWN or isinstance(value, int | str)
    (problem,) = check_values({"category_id": value})
    assert ("from 1 to" in problem.sentence) if isinstance(value, int) else ("no category" in problem.sentence)


def test_enter_writes_out_too_and_the_next_key_replaces_that(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.type("mus")
    QTest.keyClick(bench.suggestions, KEY.Key_Escape)
    QTest.keyClick(bench.combo, KEY.Key_Return)
    assert bench.text == "Music (9)"
    QTest.keyClicks(bench.combo, "5")
    assert bench.text == "5"
    assert bench.emitted[-1] == 5


def test_the_cursor_stays_while_the_value_is_shown_again(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.type("77")
    bench.line.setCursorPosition(1)
    bench.editor.show_value(77)
    assert (bench.text, bench.line.cursorPosition()) == ("77", 1)
    QTest.keyClicks(bench.combo, "1")
    assert bench.emitted[-1] == 717


def test_half_a_text_survives_being_shown_again_but_not_the_next_session(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.type("elsew")
    bench.editor.show_value("elsew")
    assert bench.text == "elsew"
    bench.type("mu")
    assert bench.suggestions.isVisible()
    bench.editor.forget()
    bench.editor.show_value(UNKNOWN)
    assert bench.text == ""
    assert not bench.suggestions.isVisible()
    emitted = len(bench.emitted)
    QTest.keySequence(bench.combo, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (bench.text, len(bench.emitted)) == ("", emitted)


def test_half_a_text_is_there_again_with_its_session(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.type("elsew")
    kept = bench.emitted[-1]
    bench.leave()
    bench.editor.forget()
    bench.editor.show_value(5)
    assert bench.text == "Category 5"
    bench.editor.forget()
    bench.editor.show_value(kept)  # type: ignore[arg-type]  # editors emit field values
    assert bench.text == "elsew"
    assert bench.combo.currentIndex() == -1
    bench.editor.setFocus()
    bench.leave()
    assert (bench.text, bench.emitted[-1]) == ("elsew", "elsew")


def test_a_value_from_elsewhere_replaces_what_was_typed(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.type("elsew")
    bench.editor.show_value(3)
    assert bench.text == "Walks (3)"
    bench.names[3] = "Strolls"
    bench.editor.show_value(3)
    assert bench.text == "Strolls (3)", "it is not the person's text any more"


# --- suggestions ------------------------------------------------------------------------------------------------------


def test_suggestions_are_those_that_have_the_text_somewhere(bench: Bench) -> None:
    bench.numbers = [3, 4, 5]
    bench.names[4] = "Long walks"
    bench.type("walk")
    assert bench.suggestions.isVisible()
    assert bench.suggested() == ["Walks (3)", "Long walks (4)"]
    assert bench.emitted[-1] == 3, "the one that begins with it"
    QTest.keyClick(bench.suggestions, KEY.Key_Down)
    QTest.keyClick(bench.suggestions, KEY.Key_Down)
    assert (bench.text, bench.emitted[-1]) == ("Long walks (4)", 4)
    QTest.keyClick(bench.suggestions, KEY.Key_Return)
    assert not bench.suggestions.isVisible()
    assert (bench.text, bench.emitted[-1]) == ("Long walks (4)", 4)


def test_going_to_a_suggestion_counts_even_if_it_is_not_taken(bench: Bench) -> None:
    """The line says it, so it is the value; anything else would be lost in silence."""
    bench.editor.show_value(5)
    bench.type("mu")
    QTest.keyClick(bench.suggestions, KEY.Key_Down)
    QTest.keyClick(bench.suggestions, KEY.Key_Escape)
    bench.leave()
    assert bench.text == "Music (9)"
    assert bench.emitted[-1] == 9


def test_suggestions_go_with_the_editor(bench: Bench) -> None:
    bench.type("w")
    assert bench.suggestions.isVisible()
    bench.editor.hide()
    assert not bench.suggestions.isVisible()


# --- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_is_made_anew_when_it_is_opened(bench: Bench) -> None:
    bench.editor.show_value(5)
    assert bench.listed() == ["Default category", "Walks (3)", "Category 5", "Music (9)"]
    bench.numbers, bench.names = [2, 5], {2: "Rain"}
    bench.combo.showPopup()
    assert bench.listed() == ["Default category", "Rain (2)", "Category 5"]
    assert bench.combo.currentIndex() == 2
    assert bench.text == "Category 5"
    bench.combo.hidePopup()
    assert bench.emitted == []


def test_opening_the_list_leaves_what_is_typed(bench: Bench) -> None:
    bench.editor.show_value(5)
    bench.type("rain")
    bench.line.setCursorPosition(2)
    bench.numbers, bench.names = [2, 5], {2: "Rain"}
    count = len(bench.emitted)
    bench.combo.showPopup()
    assert (bench.text, bench.line.cursorPosition()) == ("rain", 2)
    bench.combo.hidePopup()
    assert len(bench.emitted) == count


def test_typing_goes_by_the_list_as_it_is_when_the_line_is_entered(bench: Bench) -> None:
    bench.editor.show_value(5)
    bench.numbers, bench.names = [2, 5], {2: "Rain"}
    bench.type("rain")
    assert bench.emitted[-1] == 2


@pytest.mark.parametrize(("start", "row", "value"), [(3, 0, None), (None, 1, 3), (UNKNOWN, 0, None), (-5, 3, 9)])
def test_choosing_from_the_list_by_keyboard(bench: Bench, start: FieldValue, row: int, value: FieldValue) -> None:
    bench.editor.show_value(start)
    bench.editor.setFocus()
    QTest.keyClick(bench.combo, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    view = bench.combo.view()
    assert view.isVisible()
    QTest.keyClick(view, KEY.Key_Home)
    for _ in range(row):
        QTest.keyClick(view, KEY.Key_Down)
    QTest.keyClick(view, KEY.Key_Return)
    assert not view.isVisible()
    assert bench.emitted == [value]
    assert bench.text == bench.listed()[row]


def test_choosing_what_is_there_already_is_no_edit(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.combo.activated.emit(1)
    assert bench.emitted == []
    assert bench.text == "Walks (3)"


def test_arrow_keys_go_through_the_list(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.editor.setFocus()
    QTest.keyClick(bench.combo, KEY.Key_Down)
    QTest.keyClick(bench.combo, KEY.Key_Down)
    QTest.keyClick(bench.combo, KEY.Key_Up)
    assert bench.emitted == [5, 9, 5]
    assert bench.text == "Category 5"


# --- around it --------------------------------------------------------------------------------------------------------


def scroll(widget: QWidget) -> None:
    where, still = QPointF(5, 5), Qt.ScrollPhase.NoScrollPhase
    no_key, no_button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    place = widget.mapToGlobal(where)
    QApplication.sendEvent(
        widget, QWheelEvent(where, place, QPoint(0, 0), QPoint(0, -120), no_button, no_key, still, False)
    )


def test_the_wheel_changes_it_only_while_it_has_the_keyboard(bench: Bench) -> None:
    bench.editor.show_value(3)
    scroll(bench.combo)
    scroll(bench.line)
    assert (bench.emitted, bench.text) == ([], "Walks (3)")
    bench.editor.setFocus()
    scroll(bench.combo)
    assert bench.emitted == [5]


def test_a_locked_one_takes_nothing(bench: Bench) -> None:
    bench.editor.show_value(3)
    bench.editor.set_locked(True)
    bench.editor.setFocus()
    for key in (KEY.Key_1, KEY.Key_Down, KEY.Key_Delete):
        QTest.keyClick(bench.combo, key)
    QTest.mouseClick(bench.combo, Qt.MouseButton.LeftButton)
    scroll(bench.combo)
    assert (bench.emitted, bench.text) == ([], "Walks (3)")
    assert not bench.combo.view().isVisible()
    bench.editor.set_locked(False)
    bench.type("5")
    assert bench.emitted == [5]


def test_all_of_it_has_names(bench: Bench) -> None:
    names = [
        QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in (bench.combo, bench.line, bench.combo.view(), bench.suggestions)
    ]
    assert names == ["Category", "Category", "Category: list", "Category: suggestions"]
    assert bench.combo.accessibleDescription() == SPEC.help


def test_long_names_do_not_widen_the_form(bench: Bench) -> None:
    long = CategoryEditor(SPEC, bench.window, categories=lambda: [5], name=lambda _: "x" * 500)
    long.show_value(5)
    long.show()
    assert long.minimumSizeHint().width() == bench.editor.minimumSizeHint().width()
