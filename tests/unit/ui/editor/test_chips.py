from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.rules import check_values
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.ui.editor.chip import Chip
from joip_desktop.ui.editor.chips import ChipsEditor
from joip_desktop.ui.theme import LIGHT, palette_of
from tests.helpers import strategies

KEY = Qt.Key
SPEC = FIELDS["subreddits"]
KNOWN = ("earth", "EarthPorn", "space", "spaceporn", "middleearth", "no-name", "heart")

VALUES: Sequence[FieldValue] = (
    UNKNOWN,
    None,
    True,
    0,
    "earth",
    (),
    ("earth", "space"),
    ("Earth", "earth", "earth"),
    ("r/earth", "no name!", "\ud800", "", "a\x00b", "<b>x</b>", "\u202eright to left", "e"),
    ("x" * 5000,),
    tuple(f"name{number}" for number in range(100)),
)
"""What the field may hold, or be told to hold."""


class Bench:
    """The editor in a shown window with a line above and one below it, and what it emitted."""

    def __init__(self, qtbot: QtBot, width: int, *, follows: bool) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editor = ChipsEditor(SPEC, suggestions=lambda: KNOWN)
        self.before, self.after = QLineEdit(), QLineEdit()
        self.page = QWidget()
        layout = QVBoxLayout(self.page)
        for widget in (self.before, self.editor, self.after):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.scroll = QScrollArea()
        self.scroll.setWidget(self.page)
        self.scroll.setWidgetResizable(True)
        outer = QVBoxLayout(self.window)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.scroll)
        self.window.resize(width, 300)
        self.window.show()
        assert QTest.qWaitForWindowActive(self.window)
        self.emitted: list[object] = []
        self.editor.edited.connect(self.emitted.append)
        if follows:
            self.editor.edited.connect(self.editor.show_value)  # as the form does

    @property
    def line(self) -> QLineEdit:
        assert isinstance(self.editor.focus_widget, QLineEdit)
        return self.editor.focus_widget

    @property
    def texts(self) -> list[str]:
        """The chips as they are drawn."""
        return [chip.shown for chip in self.editor.chips]

    @property
    def last(self) -> object:
        return self.emitted[-1]

    @property
    def hints(self) -> list[str]:
        return self.editor.hints.names if self.editor.hints.isVisible() else []

    def chip(self, name: str) -> Chip:
        return next(chip for chip in self.editor.chips if chip.name == name)

    def show(self, value: FieldValue) -> None:
        self.editor.show_value(value)

    def type(self, text: str) -> None:
        self.line.setFocus()
        QTest.keyClicks(self.line, text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.focused, key)

    def do(self, keys: QKeySequence.StandardKey) -> None:
        QTest.keySequence(self.focused, QKeySequence(keys))

    def paste(self, text: str) -> None:
        self.line.setFocus()
        QApplication.clipboard().setText(text)
        self.do(QKeySequence.StandardKey.Paste)

    def leave(self) -> None:
        self.after.setFocus()

    @property
    def focused(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def where(self) -> str:
        """The chip with the focus, or "line"."""
        return "line" if self.line.hasFocus() else next(c.name for c in self.editor.chips if c.hasFocus())

    def settle(self) -> None:
        """Let the layouts come to rest."""
        for _ in range(3):
            QApplication.sendPostedEvents()
            QApplication.processEvents()


Make = Callable[..., Bench]


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Make]:
    opened: list[Bench] = []

    def make(value: FieldValue = (), *, width: int = 400, follows: bool = True) -> Bench:
        opened.append(Bench(qtbot, width, follows=follows))
        opened[-1].show(value)
        return opened[-1]

    yield make
    for one in opened:
        one.window.close()


# --- showing ----------------------------------------------------------------------------------------------------------


def test_showing_any_value_emits_nothing(bench: Make) -> None:
    one = bench()
    for value in VALUES:
        for locked in (False, True):
            one.editor.set_locked(locked)
            one.show(value)
            one.show(value)
            assert one.editor.shows(value) is (isinstance(value, tuple) or not one.editor.names)
            assert one.editor.names == (value if isinstance(value, tuple) else ())
            one.editor.setFocus()
            one.press(KEY.Key_Home, KEY.Key_Right, KEY.Key_Left, KEY.Key_End)
            one.leave()
        one.editor.forget()
        assert one.editor.names == ()
    assert one.emitted == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(value=strategies.any_field_value, after=strategies.any_field_value)
@pytest.mark.usefixtures("qapp")
def test_showing_whatever_is_drawn_emits_nothing_and_depends_on_it_alone(value: FieldValue, after: FieldValue) -> None:
    editor = ChipsEditor(SPEC)
    emitted: list[object] = []
    editor.edited.connect(emitted.append)
    for shown in (value, after, value):
        editor.show_value(shown)
        assert editor.names == (shown if isinstance(shown, tuple) else ())
        assert [chip.name for chip in editor.chips] == list(editor.names)
    editor.forget()
    assert emitted == []
    editor.deleteLater()


@pytest.mark.parametrize(
    ("value", "placeholder"), [((), "none"), (None, "none"), (UNKNOWN, "not known"), (("a1",), "")]
)
def test_no_names(bench: Make, value: FieldValue, placeholder: str) -> None:
    one = bench(("earth",))
    one.show(value)
    assert (one.texts, one.line.placeholderText()) == (list(one.editor.names), placeholder)


def test_odd_names_are_drawn_shortened_and_kept(bench: Make) -> None:
    odd = ("half \ud800", "a\x00b\n", "x" * 5000, "<b>bold</b>", "")
    one = bench(odd)
    assert one.texts == ["half \ufffd", "a\ufffdb ", "x" * 39 + "…", "<b>bold</b>", ""]
    one.settle()
    assert one.editor.chips[2].width() <= one.editor.width()
    one.type("mars,")
    assert one.last == (*odd, "mars")


def test_a_long_name_or_many_do_not_widen_the_form(bench: Make) -> None:
    one = bench(("earth",))
    least = one.editor.minimumSizeHint().width()
    for value in VALUES:
        one.show(value)
        one.settle()
        assert one.editor.minimumSizeHint().width() == least


def test_thousands_of_names_are_counted_and_kept(bench: Make) -> None:
    names = tuple(f"name{number}" for number in range(3000))
    one = bench(names)
    assert len(one.editor.chips) == 100
    assert one.editor._more.text() == "and 2,900 more"
    one.editor.chips[0].button.click()
    assert one.last == names[1:]
    assert (len(one.editor.chips), one.editor._more.text()) == (100, "and 2,899 more")
    assert one.editor.chips[-1].name == "name100"
    one.type("mars,")
    assert one.last == (*names[1:101], "mars", *names[101:])
    assert (one.texts[-1], one.editor._more.text()) == ("mars", "and 2,899 more"), "what is typed is seen"
    one.show(("earth",))
    assert (one.texts, one.editor._more.isVisible()) == (["earth"], False)


def test_the_same_names_leave_the_chips_alone(bench: Make) -> None:
    one = bench(("earth", "space"))
    chips = one.editor.chips
    chips[1].setFocus()
    one.show(("earth", "space"))
    assert one.editor.chips == chips
    assert one.where == "space"
    one.show(("earth",))
    assert one.where == "line", "not on the next field"


def test_news_leave_what_is_only_begun(bench: Make) -> None:
    one = bench(("earth",))
    one.type("m")
    one.show(("earth", "space"))
    assert (one.texts, one.line.text()) == (["earth", "space"], "m")
    one.type("ars")
    assert one.last == ("earth", "space", "mars")
    one.show(("moon",))
    assert (one.texts, one.line.text()) == (["moon"], "")


# --- typing and pasting -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", [",", ";", " ", "\r"])
def test_a_separator_makes_a_chip(bench: Make, end: str) -> None:
    one = bench(("earth",))
    one.type("mars")
    one.press(KEY.Key_Return) if end == "\r" else one.type(end)
    assert (one.texts, one.line.text(), one.where) == (["earth", "mars"], "", "line")
    assert one.emitted == [("earth", "ma"), ("earth", "mar"), ("earth", "mars")]


def test_leaving_makes_a_chip(bench: Make) -> None:
    one = bench()
    one.type("m")
    assert one.emitted == []
    one.leave()
    assert (one.texts, one.last) == (["m"], ("m",))
    one.type("r/mars")
    one.leave()
    assert one.texts == ["m", "mars"]


@pytest.mark.parametrize("reason", [Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason])
def test_a_menu_or_another_window_is_no_leaving(bench: Make, reason: Qt.FocusReason) -> None:
    one = bench()
    one.type("m")
    QApplication.sendEvent(one.line, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert (one.texts, one.line.text()) == ([], "m")


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("r/earth, https://www.reddit.com/r/space/", ("earth", "space")),
        ("earth space;Earth", ("earth", "space")),
        ("/r/earth/top", ("earth",)),
        ("earth", ("earth",)),
        ("no-name earth", ("no-name", "earth")),
        ("earth,", ("earth",)),
        ("earth\nspace\r\n", ("earth", "space")),
        ("e f", ("e", "f")),
    ],
)
def test_pasted_names_become_chips(bench: Make, pasted: str, names: tuple[str, ...]) -> None:
    one = bench()
    one.paste(pasted)
    assert one.texts == list(names)
    assert one.emitted == [names]
    assert (one.line.text(), one.where) == ("", "line")
    assert one.hints == []


def test_a_part_of_a_name_can_be_pasted_into_another(bench: Make) -> None:
    one = bench()
    one.type("mid")
    one.paste("dleearth")
    assert (one.texts, one.line.text(), one.last) == ([], "middleearth", ("middleearth",))


def test_dropped_names_become_chips(bench: Make) -> None:
    one = bench(("mars",))
    data = QMimeData()
    data.setText("https://www.reddit.com/r/space/")
    one.line.setFocus()
    event = QDropEvent(
        QPointF(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    one.line.dropEvent(event)  # Qt hands out only those of a drag that it has seen begin
    assert one.texts == ["mars", "space"]


def test_a_separator_in_the_middle_leaves_the_rest_in_the_line(bench: Make) -> None:
    one = bench()
    one.type("earthspace")
    one.line.setCursorPosition(5)
    one.type(",")
    assert (one.texts, one.line.text(), one.line.cursorPosition()) == (["earth"], "space", 0)
    assert one.last == ("earth", "space")


def test_repeats_are_dropped_whatever_their_case(bench: Make) -> None:
    one = bench(("Earth",))
    one.type("eARTH,")
    one.paste("earth r/EARTH")
    assert one.texts == ["Earth"]
    assert one.editor.names == ("Earth",)


def test_composed_text_is_typed_text(bench: Make) -> None:
    one = bench()
    one.line.setFocus()
    event = QInputMethodEvent()
    event.setCommitString("earth")
    QApplication.sendEvent(one.line, event)
    assert (one.texts, one.line.text(), one.last) == ([], "earth", ("earth",))


def test_undo_is_within_the_line(bench: Make) -> None:
    one = bench(("space",))
    one.type("earth")
    one.do(QKeySequence.StandardKey.SelectAll)
    one.press(KEY.Key_Delete)
    assert one.emitted[-1] == ("space",)
    count = len(one.emitted)
    one.do(QKeySequence.StandardKey.Undo)
    assert (one.texts, one.line.text()) == (["space"], "earth")
    assert one.emitted[count:] == [("space", "earth")]
    one.press(KEY.Key_Return)
    one.do(QKeySequence.StandardKey.Undo)
    assert (one.texts, one.line.text()) == (["space", "earth"], "")


def test_forgetting_leaves_nothing_to_bring_back(bench: Make) -> None:
    one = bench(("space",))
    one.type("earth")
    one.editor.forget()
    one.show(UNKNOWN)
    count = len(one.emitted)
    one.do(QKeySequence.StandardKey.Undo)
    one.leave()
    assert (one.texts, one.line.text(), len(one.emitted)) == ([], "", count)


# --- mistakes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "emitted"),
    [
        ("e", []),
        ("ea", [("ea",)]),
        ("r/", []),
        ("r/ea", [("ea",)]),
        ("_", [("_",)]),
        ("a-b", [("a-",), ("a-b",)]),
        ("ab-", [("ab",), ("ab-",)]),
        ("!", [("!",)]),
        ("u/", [("u/",)]),
    ],
)
def test_a_mistake_shows_while_typing_but_a_beginning_is_none(bench: Make, typed: str, emitted: list[object]) -> None:
    one = bench()
    one.type(typed)
    assert [value for value in one.emitted if value != ()] == emitted


def test_taking_back_to_one_letter_is_no_mistake(bench: Make) -> None:
    one = bench(("space",))
    one.type("ea")
    one.press(KEY.Key_Backspace)
    assert one.last == ("space",)
    assert one.line.text() == "e", "though the form shows the value again"
    assert one.editor.shows(("space",))


def test_what_is_no_name_becomes_a_chip_that_says_why(bench: Make) -> None:
    one = bench()
    one.paste("earth u/somebody <b>")
    good, bad, tagged = one.editor.chips
    assert one.last == ("earth", "u/somebody", "<b>")
    assert check_values({"subreddits": one.editor.names})
    assert (good.is_wrong, good.toolTip(), good.accessibleDescription()) == (False, "", "")
    assert bad.is_wrong
    assert bad.toolTip() == "<qt>u/somebody<br>This is a person’s profile, not a subreddit.</qt>"
    assert bad.accessibleDescription() == "This is a person’s profile, not a subreddit."
    assert tagged.toolTip().startswith("<qt>&lt;b&gt;<br>A name has letters")


def test_a_mistake_has_the_colour_of_errors(bench: Make) -> None:
    QApplication.setPalette(palette_of(LIGHT))
    one = bench(("earth", "no-name"))
    one.leave()
    one.settle()
    looks = {chip.name: _colours(chip) for chip in one.editor.chips}
    assert LIGHT.error in looks["no-name"]
    assert LIGHT.error not in looks["earth"]
    one.editor.set_locked(True)
    one.settle()
    assert LIGHT.error not in _colours(one.chip("no-name")), "nobody can put it right"


def _colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


# --- keys -------------------------------------------------------------------------------------------------------------


def test_backspace_takes_the_last_chip_back_into_the_line(bench: Make) -> None:
    one = bench(("earth", "space"))
    one.line.setFocus()
    one.press(KEY.Key_Backspace)
    assert (one.texts, one.line.text(), one.emitted) == (["earth"], "space", [])
    one.press(KEY.Key_Backspace)
    assert (one.line.text(), one.last) == ("spac", ("earth", "spac"))
    one.type("es,")
    assert (one.texts, one.last) == (["earth", "spaces"], ("earth", "spaces"))


def test_holding_backspace_takes_no_chip(bench: Make) -> None:
    one = bench(("earth",))
    one.line.setFocus()
    held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Backspace, Qt.KeyboardModifier.NoModifier, "\b", True)
    QApplication.sendEvent(one.line, held)
    assert one.texts == ["earth"]


def test_backspace_at_the_start_of_a_text_takes_nothing(bench: Make) -> None:
    one = bench(("earth",))
    one.type("mars")
    one.line.setCursorPosition(0)
    one.press(KEY.Key_Backspace)
    assert (one.texts, one.line.text()) == (["earth"], "mars")


def test_walking_over_chips(bench: Make) -> None:
    one = bench(("earth", "space", "mars"))
    one.line.setFocus()
    walked = []
    for key in (KEY.Key_Left, KEY.Key_Left, KEY.Key_Right, KEY.Key_Home, KEY.Key_Left, KEY.Key_End, KEY.Key_Home):
        one.press(key)
        walked.append(one.where)
    assert walked == ["mars", "space", "mars", "earth", "earth", "line", "earth"]
    one.press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Right)
    assert one.where == "line"
    assert one.emitted == []


def test_walking_goes_the_other_way_where_texts_do(bench: Make) -> None:
    one = bench(("earth", "space"))
    one.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    one.line.setFocus()
    one.press(KEY.Key_Right)
    assert one.where == "space"
    one.press(KEY.Key_Right)
    assert one.where == "earth"
    one.press(KEY.Key_Left, KEY.Key_Left)
    assert one.where == "line"


def test_left_within_a_text_stays_in_it(bench: Make) -> None:
    one = bench(("earth",))
    one.type("ma")
    one.press(KEY.Key_Left, KEY.Key_Left)
    assert one.where == "line"
    one.press(KEY.Key_Left)
    assert (one.where, one.texts) == ("earth", ["earth", "ma"])


@pytest.mark.parametrize(
    ("at", "key", "left", "where"),
    [
        ("space", KEY.Key_Delete, ("earth", "mars"), "mars"),
        ("space", KEY.Key_Backspace, ("earth", "mars"), "earth"),
        ("mars", KEY.Key_Delete, ("earth", "space"), "line"),
        ("earth", KEY.Key_Backspace, ("space", "mars"), "space"),
    ],
)
def test_removing_a_chip_by_key(bench: Make, at: str, key: Qt.Key, left: object, where: str) -> None:
    one = bench(("earth", "space", "mars"))
    one.chip(at).setFocus()
    one.press(key)
    assert (one.emitted, one.where) == ([left], where)


def test_removing_a_chip_by_its_button_leaves_what_is_being_typed(bench: Make) -> None:
    one = bench(("earth", "space"))
    one.type("m")
    QTest.mouseClick(one.chip("earth").button, Qt.MouseButton.LeftButton)
    assert (one.emitted, one.texts, one.line.text(), one.where) == ([("space",)], ["space"], "m", "line")


def test_removing_a_chip_by_its_button_ends_the_edit_of_another(bench: Make) -> None:
    one = bench(("earth", "space", "mars"))
    one.chip("earth").setFocus()
    one.press(KEY.Key_F2)
    one.type("moon")
    QTest.mouseClick(one.chip("mars").button, Qt.MouseButton.LeftButton)
    assert (one.texts, one.line.text(), one.last) == (["moon", "space"], "", ("moon", "space"))


def test_a_separator_in_a_chip_that_is_edited_leaves_the_rest_there(bench: Make) -> None:
    one = bench(("earthspace", "mars"))
    one.chip("earthspace").setFocus()
    one.press(KEY.Key_F2)
    one.line.setCursorPosition(5)
    one.type(" ")
    assert (one.texts, one.line.text(), one.last) == (["earth", "mars"], "space", ("earth", "space", "mars"))
    one.leave()
    assert one.texts == ["earth", "space", "mars"]


@pytest.mark.parametrize("way", ["F2", "Enter", "double click"])
def test_editing_a_chip_in_its_place(bench: Make, way: str) -> None:
    one = bench(("earth", "space", "mars"))
    chip = one.chip("space")
    if way == "double click":
        QTest.mouseDClick(chip, Qt.MouseButton.LeftButton)
    else:
        chip.setFocus()
        one.press(KEY.Key_F2 if way == "F2" else KEY.Key_Enter)
    assert (one.texts, one.line.text(), one.line.selectedText()) == (["earth", "mars"], "space", "space")
    one.settle()
    assert one.chip("earth").x() < one.line.x() < one.chip("mars").x()
    one.type("moon")
    assert one.last == ("earth", "moon", "mars")
    one.press(KEY.Key_Return)
    assert one.texts == ["earth", "moon", "mars"]
    one.type("sun,")
    assert one.texts == ["earth", "moon", "mars", "sun"], "the line is at the end again"


def test_an_edit_of_a_chip_can_be_given_up(bench: Make) -> None:
    one = bench(("earth", "\ud800odd", "mars"))
    one.editor.chips[1].setFocus()
    one.press(KEY.Key_F2)
    one.type("x")
    one.press(KEY.Key_Escape)
    assert one.editor.names == ("earth", "\ud800odd", "mars")
    assert one.last == one.editor.names
    assert one.line.text() == ""


@pytest.mark.parametrize("name", ["\ud800odd", "no name!", "r/earth", "x" * 5000, "e", "", "EARTH"])
def test_looking_at_an_odd_name_does_not_change_it(bench: Make, name: str) -> None:
    one = bench(("earth", name, "mars"))
    for end in (one.leave, lambda: one.press(KEY.Key_Return)):
        one.editor.chips[1].setFocus()
        one.press(KEY.Key_F2)
        end()
        assert one.editor.names == ("earth", name, "mars")
        assert len(one.editor.chips) == 3
    assert one.emitted == []


def test_a_chip_that_is_edited_to_nothing_goes(bench: Make) -> None:
    one = bench(("earth", "space"))
    one.chip("earth").setFocus()
    one.press(KEY.Key_F2, KEY.Key_Delete, KEY.Key_Return)
    assert (one.texts, one.last) == (["space"], ("space",))


def test_editing_a_name_with_a_blank_waits_for_its_end(bench: Make) -> None:
    one = bench(("no name!",))
    one.line.setFocus()
    one.press(KEY.Key_Backspace, KEY.Key_Backspace)
    assert (one.texts, one.line.text(), one.last) == ([], "no name", ("no", "name"))
    one.line.setCursorPosition(3)
    one.press(KEY.Key_Backspace, KEY.Key_Return)
    assert one.last == ("noname",)


def test_clicking_another_chip_ends_an_edit(bench: Make) -> None:
    one = bench(("earth", "space", "mars"))
    one.chip("earth").setFocus()
    one.press(KEY.Key_F2)
    one.type("moon")
    QTest.mouseClick(one.chip("mars"), Qt.MouseButton.LeftButton)
    assert (one.texts, one.where) == (["moon", "space", "mars"], "mars")


def test_typing_and_pasting_on_a_chip_goes_into_the_line(bench: Make) -> None:
    one = bench(("earth",))
    one.chip("earth").setFocus()
    QTest.keyClick(one.focused, KEY.Key_M)
    assert (one.where, one.line.text()) == ("line", "m")
    one.type("ars,")
    one.chip("earth").setFocus()
    QApplication.clipboard().setText("moon")
    one.do(QKeySequence.StandardKey.Paste)
    assert one.texts == ["earth", "mars", "moon"]


def test_copying(bench: Make) -> None:
    one = bench(("earth", "space"))
    one.chip("space").setFocus()
    one.do(QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == "space"
    one.line.setFocus()
    one.do(QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == "earth, space"
    one.type("mars")
    one.do(QKeySequence.StandardKey.SelectAll)
    one.do(QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == "mars"


@pytest.mark.parametrize("at", ["line", "earth", "mars"])
def test_tab_goes_past_the_chips(bench: Make, at: str) -> None:
    one = bench(("earth", "mars"))
    widget = one.line if at == "line" else one.chip(at)
    widget.setFocus()
    one.press(KEY.Key_Tab)
    assert one.after.hasFocus()
    widget.setFocus()
    QTest.keyClick(one.focused, KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert one.before.hasFocus()
    one.press(KEY.Key_Tab)
    assert one.where == "line"


def test_keys_of_chips_are_not_the_windows(bench: Make) -> None:
    one = bench(("earth", "space"))
    pressed: list[str] = []
    for keys in ("F2", "Del", "Ctrl+C", "F", "Esc", "Ctrl+K"):
        action = QAction(one.window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False, keys=keys: pressed.append(keys))
        one.window.addAction(action)
    one.chip("space").setFocus()
    one.do(QKeySequence.StandardKey.Copy)
    one.press(KEY.Key_F2)
    assert one.line.text() == "space"
    one.press(KEY.Key_Escape)
    assert pressed == []
    assert one.texts == ["earth", "space"]
    one.chip("space").setFocus()
    one.press(KEY.Key_Delete)
    QTest.keyClick(one.focused, KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
    one.press(KEY.Key_Escape)
    assert (pressed, one.texts) == (["Ctrl+K", "Esc"], ["earth"])


# --- suggestions ------------------------------------------------------------------------------------------------------


def test_suggestions_come_while_typing_only(bench: Make) -> None:
    one = bench(("space",))
    one.line.setFocus()
    assert one.hints == []
    one.press(KEY.Key_Down)
    assert one.hints == []
    one.type("e")
    assert one.hints == ["earth", "EarthPorn", "spaceporn", "middleearth", "heart"]
    one.type("arth")
    assert one.hints == ["EarthPorn", "middleearth"]
    one.type("x")
    assert one.hints == []
    one.press(KEY.Key_Backspace)
    assert one.hints
    one.leave()
    assert one.hints == []


def test_choosing_a_suggestion_with_the_keyboard(bench: Make) -> None:
    one = bench(("space",))
    one.type("ear")
    hints = one.editor.hints
    chosen = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_Up, KEY.Key_Up, KEY.Key_Down, KEY.Key_Down):
        one.press(key)
        chosen.append(hints.current)
    assert chosen == ["earth", "EarthPorn", "earth", "", "heart", "", "earth"]
    assert one.line.hasFocus()
    one.press(KEY.Key_Return)
    assert (one.texts, one.line.text(), one.last, one.hints) == (["space", "earth"], "", ("space", "earth"), [])


def test_enter_without_a_choice_takes_what_is_typed(bench: Make) -> None:
    one = bench()
    one.type("ear")
    one.press(KEY.Key_Return)
    assert one.texts == ["ear"]


def test_tab_takes_a_chosen_suggestion_and_stays(bench: Make) -> None:
    one = bench()
    one.type("spa")
    one.press(KEY.Key_Down, KEY.Key_Tab)
    assert (one.texts, one.where) == (["space"], "line")
    one.type("ear")
    one.press(KEY.Key_Tab)
    assert (one.texts, one.after.hasFocus()) == (["space", "ear"], True)


def test_clicking_a_suggestion(bench: Make) -> None:
    one = bench()
    one.type("spa")
    hints = one.editor.hints
    where = hints.visualItemRect(hints.item(1)).center()
    QTest.mouseClick(hints.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert (one.texts, one.where) == (["spaceporn"], "line")


def test_escape_puts_suggestions_away_first(bench: Make) -> None:
    one = bench(("mars",))
    one.line.setFocus()
    one.press(KEY.Key_Backspace)
    one.do(QKeySequence.StandardKey.SelectAll)
    one.type("spa")
    one.press(KEY.Key_Escape)
    assert (one.hints, one.line.text()) == ([], "spa")
    one.press(KEY.Key_Escape)
    assert (one.texts, one.line.text()) == (["mars"], "")


def test_a_chosen_suggestion_goes_where_the_edited_chip_was(bench: Make) -> None:
    one = bench(("mars", "moon"))
    one.chip("mars").setFocus()
    one.press(KEY.Key_F2)
    one.type("spa")
    one.press(KEY.Key_Down, KEY.Key_Return)
    assert one.last == ("space", "moon")


def test_suggestions_lie_below_the_line_or_above_it_and_go_along(bench: Make) -> None:
    one = bench()
    one.type("spa")
    hints = one.editor.hints
    assert hints.parentWidget() is one.window
    line = one.line.mapTo(one.window, QPoint(0, one.line.height()))
    assert hints.y() >= line.y()
    one.window.resize(400, line.y() + 10)
    one.page.setMinimumHeight(1000)
    one.settle()
    one.window.resize(400, 500)
    one.page.layout().insertSpacing(0, 420)  # type: ignore[union-attr]
    one.settle()
    line = one.line.mapTo(one.window, QPoint(0, 0))
    assert hints.geometry().bottom() <= line.y(), "there is no room below"
    assert one.window.rect().contains(hints.geometry())
    one.scroll.verticalScrollBar().setValue(100)
    one.settle()
    moved = one.line.mapTo(one.window, QPoint(0, 0))
    assert moved.y() == line.y() - 100
    assert hints.y() == moved.y() + one.line.height() + 2
    one.scroll.verticalScrollBar().setValue(600)
    one.settle()
    assert one.hints == [], "the line is out of sight"
    one.scroll.verticalScrollBar().setValue(100)
    one.settle()
    assert one.hints == ["space", "spaceporn"]


def test_suggestions_stay_while_the_field_grows(bench: Make) -> None:
    one = bench(tuple(f"somename{number}" for number in range(8)), width=280)
    one.settle()
    height = one.editor.height()
    one.type("spaceporn")
    one.press(KEY.Key_Backspace)
    one.settle()
    assert one.editor.height() >= height
    assert one.hints == ["spaceporn"]
    place = one.line.mapTo(one.window, QPoint(0, one.line.height()))
    assert one.editor.hints.y() >= place.y()


# --- locked -----------------------------------------------------------------------------------------------------------


def test_a_locked_field_takes_no_keys_clicks_or_wheel(bench: Make) -> None:
    one = bench(("earth", "space"))
    buttons = [chip.button for chip in one.editor.chips]
    one.editor.set_locked(True)
    assert not any(button.isVisible() for button in buttons)
    for target in (one.line, *one.editor.chips):
        target.setFocus()
        for key in (KEY.Key_A, KEY.Key_Up, KEY.Key_Space, KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_F2, KEY.Key_Enter):
            QTest.keyClick(target, key)
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(target, Qt.MouseButton.LeftButton)
        where = QPointF(5, 5)
        turned = QWheelEvent(
            where,
            target.mapToGlobal(where),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, turned)
    one.paste("pasted, twice")
    one.leave()
    assert (one.emitted, one.texts, one.line.text()) == ([], ["earth", "space"], "")
    one.editor.set_locked(False)
    assert all(button.isVisible() for button in buttons)


def test_a_locked_field_can_be_walked_over_and_copied(bench: Make) -> None:
    one = bench(("earth", "space"))
    base = one.line.palette().base().color()
    one.editor.set_locked(True)
    assert one.line.palette().base().color() != base
    one.line.setFocus()
    one.do(QKeySequence.StandardKey.SelectAll)
    one.do(QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == "earth, space"
    one.press(KEY.Key_Home, KEY.Key_Right)
    one.do(QKeySequence.StandardKey.Copy)
    assert QApplication.clipboard().text() == "space"
    one.show(("moon",))
    assert not one.chip("moon").button.isVisible()


# --- looks, and what screen readers say -------------------------------------------------------------------------------


def test_the_field_grows_to_four_rows_and_then_scrolls(bench: Make) -> None:
    one = bench(("earth",), width=280)
    one.settle()
    row = one.editor.height()
    heights = []
    for count in (10, 12, 100):
        one.show(tuple(f"somename{number}" for number in range(count)))
        one.settle()
        heights.append(one.editor.height())
    assert row < heights[0] <= heights[1] == heights[2] < 5 * row
    one.line.setFocus()
    one.settle()
    assert not one.line.visibleRegion().isEmpty(), "the line is in sight"
    one.paste(" ".join(f"other{number}" for number in range(40)))
    one.settle()
    assert not one.line.visibleRegion().isEmpty(), "and stays so"
    one.press(KEY.Key_Home)
    one.settle()
    assert not one.editor.chips[0].visibleRegion().isEmpty()
    assert one.line.visibleRegion().isEmpty()
    one.press(*[KEY.Key_Right] * 60)
    assert not one.chip(one.where).visibleRegion().isEmpty()
    one.press(KEY.Key_End)
    one.show(("earth",))
    one.settle()
    assert one.editor.height() == row


def test_a_long_text_gets_a_row_of_its_own(bench: Make) -> None:
    one = bench(("earth", "space"), width=280)
    one.settle()
    row = one.editor.height()
    one.type("x" * 22)
    one.settle()
    assert one.editor.height() > row
    assert one.line.y() > one.editor.chips[0].y()


def test_a_click_beside_the_chips_goes_to_the_line(bench: Make) -> None:
    one = bench(("earth",))
    one.before.setFocus()
    QTest.mouseClick(one.editor._field, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1, 1))
    assert one.line.hasFocus()


def test_the_focus_of_a_chip_can_be_seen(bench: Make) -> None:
    one = bench(("earth",))
    one.leave()
    without = one.chip("earth").grab().toImage()
    one.chip("earth").setFocus()
    assert one.chip("earth").grab().toImage() != without
    one.line.setFocus()
    assert one.chip("earth").grab().toImage() == without


def test_what_screen_readers_say(bench: Make) -> None:
    one = bench(("earth", "x" * 5000))
    assert (one.line.accessibleName(), one.line.accessibleDescription()) == (SPEC.label, SPEC.help)
    chip = one.editor.chips[0]
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.text(QAccessible.Text.Name) == "earth, subreddit"
    assert interface.role() == QAccessible.Role.StaticText
    button = QAccessible.queryAccessibleInterface(chip.button)
    assert button.text(QAccessible.Text.Name) == "Remove earth"
    assert len(one.editor.chips[1].accessibleName()) < 200
    assert QAccessible.queryAccessibleInterface(one.editor.hints).text(QAccessible.Text.Name) == "Suggested subreddits"


# --- any hands --------------------------------------------------------------------------------------------------------

_texts = st.sampled_from(
    [
        "earth",
        "e",
        "Earth",
        "r/mars",
        "no-name",
        "_x",
        ",",
        " ",
        "a b",
        "r/earth, https://www.reddit.com/r/space/",
        "u/x",
    ]
)
_pasted = _texts | st.text("aB/_-, ;\n.é\x00", max_size=8)
_keys = st.sampled_from(
    [
        KEY.Key_Return,
        KEY.Key_Backspace,
        KEY.Key_Delete,
        KEY.Key_Left,
        KEY.Key_Right,
        KEY.Key_Home,
        KEY.Key_End,
        KEY.Key_F2,
        KEY.Key_Escape,
        KEY.Key_Down,
        KEY.Key_Up,
    ]
)
_steps = st.one_of(
    st.tuples(st.just("type"), _texts),
    st.tuples(st.just("paste"), _pasted),
    st.tuples(st.just("press"), _keys.map(lambda key: str(key.value))),
    st.tuples(st.just("remove"), st.sampled_from(["0", "1", "2"])),
    st.tuples(st.sampled_from(["leave", "undo"]), st.just("")),
)
_stored = st.sampled_from(
    [(), ("earth", "space"), ("r/earth", "Earth", "earth", "no name!", "", "\ud800"), UNKNOWN, None]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=80)
@given(stored=_stored, steps=st.lists(_steps, max_size=12), follows=st.booleans())
def test_whatever_hands_do_what_was_told_last_is_what_is_shown(
    qtbot: QtBot, stored: FieldValue, steps: list[tuple[str, str]], follows: bool
) -> None:
    one = Bench(qtbot, 400, follows=follows)
    try:
        one.show(stored)
        assert one.emitted == []
        told: object = one.editor.names
        one.line.setFocus()
        for what, detail in steps:
            _do(one, what, detail)
            told = one.last if one.emitted else told
            assert told == one.editor.names, (what, detail)
        one.leave()
        told = one.last if one.emitted else told
        assert told == one.editor.names == tuple(chip.name for chip in one.editor.chips)
        assert one.line.text() == ""
        count = len(one.emitted)
        one.show(told)
        one.show(stored)
        one.show(told)
        assert len(one.emitted) == count
    finally:
        one.window.close()


def _do(one: Bench, what: str, detail: str) -> None:
    match what:
        case "type":
            one.type(detail)
        case "paste":
            one.paste(detail)
        case "press":
            one.press(Qt.Key(int(detail)))
        case "undo":
            one.line.setFocus()
            one.do(QKeySequence.StandardKey.Undo)
        case "leave":
            one.leave()
            one.line.setFocus()
        case _ if int(detail) < len(one.editor.chips):
            one.editor.chips[int(detail)].button.click()
