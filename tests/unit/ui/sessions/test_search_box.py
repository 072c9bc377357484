from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.completion import Vocabulary
from joip_desktop.domain.query import Query, parse
from joip_desktop.ui.sessions.search_box import SearchBox
from joip_desktop.ui.theme import DARK, LIGHT, palette_of

VOCABULARY = Vocabulary(subreddits=("earth", "EarthPorn", "space"), categories={3: "Evenings <b>"})


@dataclass
class Rig:
    window: QWidget
    box: SearchBox
    other: QLineEdit
    queries: list[Query] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    explained: list[str] = field(default_factory=list)
    left: list[None] = field(default_factory=list)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.box, text)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.box, key, modifier)

    def pause(self) -> None:
        """Let the time pass in which nothing is typed."""
        assert self.box.pause.isActive()
        self.box.pause.stop()
        self.box.pause.timeout.emit()

    @property
    def offered(self) -> list[str]:
        assert self.box.hints.is_offering == self.box.hints.list.isVisible()
        return [self.box.hints.list.item(row).text() for row in range(self.box.hints.list.count())]

    def chosen(self) -> str | None:
        current = self.box.hints.current
        return None if current is None else current.text

    @property
    def told(self) -> str:
        """What can be read below the box."""
        label = self.box.hints.label
        return label.text() if label.isVisible() else ""

    def marked(self) -> set[int]:
        """Where there is anything in the colour of mistakes, from left to right; the leading sign does not count."""
        image = self.box.grab().toImage()
        return {
            x
            for x in range(30, image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).name() == LIGHT.error
        }


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication) -> Iterator[Rig]:
    before = qapp.palette()
    qapp.setPalette(palette_of(LIGHT))
    window = QWidget()
    box, other = SearchBox(lambda: VOCABULARY), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(box)
    layout.addWidget(other)
    layout.addStretch()
    qtbot.addWidget(window)
    window.resize(420, 400)
    window.show()
    assert QTest.qWaitForWindowActive(window)
    box.setFocus()
    made = Rig(window, box, other)
    box.query_changed.connect(made.queries.append)
    box.save_wanted.connect(made.saved.append)
    box.explained.connect(made.explained.append)
    box.left.connect(lambda: made.left.append(None))
    yield made
    window.hide()
    qapp.setPalette(before)


# --- queries ----------------------------------------------------------------------------------------------------------


def test_every_key_makes_a_query(rig: Rig) -> None:
    rig.type("is:p")
    assert rig.queries == [parse(text) for text in ("i", "is", "is:", "is:p")]
    rig.box.setText("calm")
    assert rig.queries[-1] == rig.box.query == parse("calm")
    rig.press(Qt.Key.Key_Left, Qt.Key.Key_Home)
    assert len(rig.queries) == 5


def test_undo_and_redo_are_the_boxs_own(rig: Rig) -> None:
    QShortcut(QKeySequence("Ctrl+Z"), rig.window).activated.connect(lambda: rig.left.append(None))
    rig.type("nosuch:1 ")
    rig.pause()
    rig.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert rig.box.text() == ""
    assert rig.queries[-1] == parse("")
    rig.box.redo()
    assert rig.box.text() == "nosuch:1 "
    assert rig.left == []


def test_another_text_can_be_put_in_and_taken_back(rig: Rig) -> None:
    rig.other.setFocus()
    rig.box.setText("calm")
    rig.box.edit("nosuch:1")
    assert rig.box.hasFocus()
    assert rig.box.text() == "nosuch:1"
    assert rig.offered == []
    assert "nosuch" in rig.told  # it was not typed just now, so there is nothing to wait for
    rig.box.undo()
    assert rig.box.text() == "calm"


def test_going_to_the_box_selects_what_is_in_it(rig: Rig) -> None:
    rig.box.setText("calm")
    rig.other.setFocus()
    rig.box.go_to()
    assert rig.box.hasFocus()
    assert rig.box.selectedText() == "calm"


def test_a_text_has_an_end(rig: Rig) -> None:
    rig.box.edit("x" * 50_000)
    assert len(rig.box.text()) == 1_000


# --- ways out ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_down_and_enter_leave_the_box_as_it_is(rig: Rig, key: Qt.Key) -> None:
    rig.type("calm")
    rig.press(key)
    assert rig.left == [None]
    assert rig.box.text() == "calm"


def test_enter_leaves_also_while_suggestions_are_shown_but_none_is_chosen(rig: Rig) -> None:
    rig.type("is:f")
    assert rig.offered
    rig.press(Qt.Key.Key_Return)
    assert rig.left == [None]
    assert rig.box.text() == "is:f"
    assert not rig.box.hints.isVisible()


def test_escape_puts_suggestions_away_then_empties_and_leaves(rig: Rig) -> None:
    shortcut = QShortcut(QKeySequence("Esc"), rig.window)
    taken: list[None] = []
    shortcut.activated.connect(lambda: taken.append(None))
    rig.type("calm is:f")
    rig.press(Qt.Key.Key_Escape)
    assert (rig.offered, rig.box.text(), rig.left) == ([], "calm is:f", [])
    rig.press(Qt.Key.Key_Escape)
    assert (rig.box.text(), rig.left) == ("", [None])
    rig.press(Qt.Key.Key_Escape)
    assert rig.left == [None, None]
    assert taken == []
    rig.box.undo()
    assert rig.box.text() == "calm is:f"


def test_escape_puts_an_explanation_away_and_leaves_the_text_to_be_put_right(rig: Rig) -> None:
    rig.type("calm nosuch:1")
    rig.pause()
    told = rig.told
    assert "nosuch" in told
    rig.press(Qt.Key.Key_Escape)
    assert (rig.told, rig.box.text(), rig.left) == ("", "calm nosuch:1", [])
    assert rig.box.hasFocus()
    assert rig.marked(), "the mistake is still there"
    assert rig.box.explanation == told
    rig.press(Qt.Key.Key_Backspace)
    rig.pause()
    assert "nosuch" in rig.told, "it is told again when something else was typed"
    rig.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert (rig.box.text(), rig.left) == ("", [None])
    assert rig.marked() == set()


def test_what_is_wrong_beside_suggestions_is_told_when_escape_puts_them_away(rig: Rig) -> None:
    rig.type("calm is:f")
    rig.pause()
    assert "favorite" in rig.offered
    assert (rig.told, rig.marked()) == ("", set()), "while something is suggested, it has only begun"
    rig.box.set_colours(LIGHT)
    assert (rig.told, rig.marked()) == ("", set()), "whatever is painted anew"
    rig.press(Qt.Key.Key_Escape)
    assert rig.offered == []
    assert rig.told
    assert rig.marked()
    rig.press(Qt.Key.Key_Escape)
    assert (rig.told, rig.box.text(), rig.left) == ("", "calm is:f", [])
    rig.press(Qt.Key.Key_Escape)
    assert (rig.box.text(), rig.left) == ("", [None])


def test_tab_goes_on_where_nothing_is_suggested(rig: Rig) -> None:
    rig.type("calm")
    rig.press(Qt.Key.Key_Tab)
    assert rig.other.hasFocus()
    assert rig.box.text() == "calm"


# --- suggestions ------------------------------------------------------------------------------------------------------


def test_suggestions_come_while_typing_and_go_with_the_focus(rig: Rig) -> None:
    rig.type("ca")
    assert rig.offered == ["category:"]
    assert rig.box.hasFocus()
    rig.type("lm ")
    assert rig.offered == []  # no list of all keys after every word
    rig.type("is:")
    assert "favorite" in rig.offered
    rig.other.setFocus()
    assert not rig.box.hints.isVisible()
    rig.box.setFocus()
    assert rig.offered == []


def test_all_keys_are_suggested_when_asked_for(rig: Rig) -> None:
    rig.press(Qt.Key.Key_Space, modifier=Qt.KeyboardModifier.ControlModifier)
    assert {"is:", "in:", "updated:"} <= set(rig.offered)
    assert rig.box.text() == ""


def test_down_and_up_go_through_suggestions_and_enter_takes_one(rig: Rig) -> None:
    rig.type("calm in:ear")
    assert rig.offered[:2] == ["earth", "EarthPorn"]
    rig.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert rig.chosen() == "earth"
    rig.press(Qt.Key.Key_Up)
    assert rig.chosen() is None
    rig.press(Qt.Key.Key_Up)
    assert rig.chosen() == rig.offered[-1]
    rig.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert rig.box.text() == "calm in:EarthPorn"
    assert rig.queries[-1] == parse("calm in:EarthPorn")
    assert rig.left == []
    assert rig.box.cursorPosition() == len("calm in:EarthPorn")


def test_tab_takes_the_first_suggestion_and_a_key_leads_to_its_values(rig: Rig) -> None:
    rig.type("cat")
    rig.press(Qt.Key.Key_Tab)
    assert rig.box.text() == "category:"
    assert rig.offered[:2] == ["none", "3"]
    rig.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert rig.box.text() == "category:3"
    assert rig.box.hasFocus()


def test_a_suggestion_replaces_its_own_part_of_the_text_and_can_be_taken_back(rig: Rig) -> None:
    rig.box.setText("😀😀 is:f calm")
    rig.box.setCursorPosition(len("😀😀 is:f") + 2)  # Qt counts these two twice
    assert rig.offered == []
    rig.press(Qt.Key.Key_Space, modifier=Qt.KeyboardModifier.ControlModifier)
    rig.press(Qt.Key.Key_Tab)
    assert rig.box.text() == "😀😀 is:favorite calm"
    rig.type(",p")
    assert rig.offered[0] == "public"
    rig.press(Qt.Key.Key_Tab)
    assert rig.box.text() == "😀😀 is:favorite,public calm"
    rig.box.setText("is:f")
    rig.press(Qt.Key.Key_Space, modifier=Qt.KeyboardModifier.ControlModifier)
    rig.press(Qt.Key.Key_Tab)
    rig.box.undo()
    assert rig.box.text() == "is:f"


def test_a_click_takes_a_suggestion_and_the_box_keeps_the_focus(rig: Rig) -> None:
    rig.type("is:")
    hints = rig.box.hints.list
    where = hints.visualItemRect(hints.item(rig.offered.index("public"))).center()
    QTest.mouseClick(hints.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    assert rig.box.text() == "is:public"
    assert rig.box.hasFocus()


def test_going_elsewhere_in_the_text_puts_suggestions_away(rig: Rig) -> None:
    rig.type("is:f")
    rig.press(Qt.Key.Key_Left)
    assert rig.offered == []


def test_suggestions_lie_below_the_box_inside_its_window(rig: Rig) -> None:
    rig.type("is:")
    hints = rig.box.hints
    below = rig.box.mapTo(rig.window, QPoint(0, rig.box.height()))
    assert hints.parentWidget() is rig.window
    assert hints.pos().x() == below.x()
    assert below.y() <= hints.pos().y() <= below.y() + 4
    assert rig.window.rect().contains(hints.geometry())
    last = hints.list.visualItemRect(hints.list.item(hints.list.count() - 1))
    assert hints.list.viewport().rect().contains(last)
    rig.window.resize(300, 120)
    assert rig.window.rect().contains(hints.geometry())
    assert hints.isVisible()
    rig.box.hide()
    assert not hints.isVisible()


def test_a_box_that_goes_takes_its_hints_with_it(rig: Rig, qapp: QApplication) -> None:
    rig.type("is:")
    gone: list[None] = []
    rig.box.hints.destroyed.connect(lambda: gone.append(None))
    rig.box.deleteLater()
    qapp.sendPostedEvents(None, 52)  # DeferredDelete: the box, which then lets go of its hints
    qapp.sendPostedEvents(None, 52)
    assert gone == [None]


# --- mistakes ---------------------------------------------------------------------------------------------------------


def test_what_is_being_typed_is_not_judged_before_a_pause(rig: Rig) -> None:
    rig.type("calm nosuch:1")
    assert (rig.told, rig.explained, rig.marked()) == ("", [], set())
    rig.pause()
    assert "nosuch" in rig.told
    assert rig.explained == [rig.told] == [rig.box.explanation]
    assert rig.marked()
    rig.type("2")
    assert (rig.told, rig.marked()) == ("", set())


def test_it_is_judged_by_itself_when_typing_rests(rig: Rig, qtbot: QtBot) -> None:
    rig.box.pause.setInterval(0)
    rig.type("calm nosuch:1")
    assert (rig.told, rig.marked()) == ("", set())
    qtbot.waitUntil(lambda: "nosuch" in rig.told)
    assert rig.marked()
    assert not rig.box.pause.isActive(), "it is told once"


def test_every_key_begins_the_patience_anew(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    begin = rig.box.pause.start

    def start() -> None:
        begun.append(rig.box.text())
        begin()

    monkeypatch.setattr(rig.box.pause, "start", start)
    rig.type("a:1")
    rig.press(Qt.Key.Key_Backspace)
    assert begun == ["a", "a:", "a:1", "a:"]
    assert rig.box.pause.isActive()
    assert rig.box.pause.isSingleShot()
    rig.press(Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert len(begun) == 4, "going about in the text is no typing"
    assert (rig.told, rig.marked()) == ("", set()), "but the term is still being typed"


def test_a_term_is_judged_when_it_is_left(rig: Rig) -> None:
    rig.type("nosuch:1")
    rig.type(" ")
    assert "nosuch" in rig.told
    rig.type("interval:abc")
    assert "nosuch" in rig.told
    assert "mistakes" not in rig.told
    rig.press(Qt.Key.Key_Home)
    assert "mistakes" not in rig.told  # now the first term is being typed, and the second one is not
    assert "abc" in rig.told
    rig.pause()
    assert "2 mistakes" in rig.told


def test_what_was_typed_is_judged_when_the_box_is_left(rig: Rig) -> None:
    rig.type("nosuch:1")
    rig.other.setFocus()
    assert "nosuch" in rig.box.explanation
    assert rig.marked()
    assert not rig.box.hints.isVisible()  # nothing lies over the list
    assert "nosuch" in rig.box.toolTip()
    rig.box.setFocus()
    assert "nosuch" in rig.told


def test_a_mistake_that_is_mended_is_told_no_more(rig: Rig) -> None:
    rig.box.edit("nosuch:1 calm")
    rig.box.edit("is:public")
    assert (rig.told, rig.box.explanation, rig.marked()) == ("", "", set())
    assert rig.explained[-1] == ""
    assert "Ctrl+Space" in rig.box.toolTip()


def test_mistakes_are_marked_where_they_are_also_in_a_long_text(rig: Rig) -> None:
    def expected(text: str, beginning: str, part: str) -> tuple[float, float]:
        metrics = rig.box.fontMetrics()
        rig.box.setCursorPosition(len(text))
        end = QRectF(rig.box.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).center().x()
        start = end - metrics.horizontalAdvance(text) + metrics.horizontalAdvance(beginning)
        return start, start + metrics.horizontalAdvance(part)

    for before in ("", "calm ", "a text that is much longer than there is room for in this box, " * 3):
        text = f"{before}nosuch:1"
        rig.box.edit(text)
        rig.marked()  # the text is scrolled to the cursor when it is painted
        left, right = expected(text, before, "nosuch:")
        marked = rig.marked()
        assert abs(min(marked) - left) <= 3
        assert abs(max(marked) - right) <= 3


def test_marks_do_not_move_with_letters_that_qt_counts_twice(rig: Rig) -> None:
    rig.box.edit("aaaa nosuch:1")
    plain = rig.marked()
    rig.box.edit("😀😀 nosuch:1")
    width = {text: rig.box.fontMetrics().horizontalAdvance(text) for text in ("aaaa ", "😀😀 ")}
    assert abs(min(rig.marked()) - min(plain) - (width["😀😀 "] - width["aaaa "])) <= 3


def test_a_text_that_is_being_composed_is_left_alone(rig: Rig) -> None:
    rig.type("nosuch:1 ")
    rig.press(Qt.Key.Key_Backspace)
    QApplication.sendEvent(rig.box, QInputMethodEvent("かな", []))
    cursor = rig.box.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    rig.pause()
    assert rig.box.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle) == cursor
    done = QInputMethodEvent("", [])
    done.setCommitString("仮名")
    QApplication.sendEvent(rig.box, done)
    assert rig.box.text() == "nosuch:1仮名"
    rig.pause()
    assert rig.marked()


def test_marks_come_back_when_composing_is_called_off(rig: Rig) -> None:
    rig.box.edit("nosuch:1 ")
    before = rig.marked()
    QApplication.sendEvent(rig.box, QInputMethodEvent("かな", []))
    QApplication.sendEvent(rig.box, QInputMethodEvent("", []))
    assert rig.marked() == before


def test_marking_is_no_edit(rig: Rig) -> None:
    rig.box.setText("nosuch:1")
    assert not rig.box.isUndoAvailable()
    assert not rig.box.isModified()
    assert len(rig.queries) == 1


def test_screen_readers_are_told_of_mistakes_and_suggestions(rig: Rig) -> None:
    def described() -> str:
        return QAccessible.queryAccessibleInterface(rig.box).text(QAccessible.Text.Description)

    assert described().startswith("Words of")
    rig.box.edit("nosuch:1 ")
    assert "nosuch" in described()
    rig.box.edit("")
    rig.type("is:f")
    rig.press(Qt.Key.Key_Down)
    assert described() == "favorite, marked with a star"
    rig.press(Qt.Key.Key_Escape)
    assert described().startswith("Words of")


# --- saving and colours -----------------------------------------------------------------------------------------------


def test_a_search_that_makes_sense_can_be_saved(rig: Rig) -> None:
    offered = []
    for text in ("", "  ", "calm", "calm nosuch:1", "nosuch:1", " is:public "):
        rig.box.edit(text)
        offered.append(rig.box.save_action.isVisible())
        rig.press(Qt.Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert offered == [False, False, True, False, False, True]
    assert rig.saved == ["calm", "is:public"]
    rig.box.save_action.trigger()
    assert rig.saved == ["calm", "is:public", "is:public"]


def test_saving_by_key_says_at_once_why_a_search_can_not_be_saved(rig: Rig) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    rig.type("calm nosuch:1")
    assert (rig.told, rig.marked()) == ("", set())
    rig.press(Qt.Key.Key_D, modifier=control)
    assert "nosuch" in rig.told
    assert rig.marked()
    assert not rig.box.pause.isActive(), "there is nothing left to wait for"
    rig.press(Qt.Key.Key_Escape)
    assert rig.told == ""
    rig.press(Qt.Key.Key_D, modifier=control)
    assert "nosuch" in rig.told, "it says so as often as it is asked"
    assert (rig.saved, rig.box.text()) == ([], "calm nosuch:1")


def test_saving_by_key_says_why_not_also_while_suggestions_are_open(rig: Rig) -> None:
    rig.type("is:nosuch is:f")
    assert rig.box.hints.is_offering
    rig.press(Qt.Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert "nosuch" in rig.told
    assert not rig.box.hints.is_offering


def test_saving_by_key_is_not_taken_by_the_window(rig: Rig) -> None:
    QShortcut(QKeySequence("Ctrl+D"), rig.window).activated.connect(lambda: rig.left.append(None))
    rig.type("calm")
    rig.press(Qt.Key.Key_D, modifier=Qt.KeyboardModifier.ControlModifier)
    assert rig.saved == ["calm"]
    assert rig.left == []


def test_colours_follow_the_appearance(rig: Rig) -> None:
    rig.box.edit("nosuch:1")
    assert rig.marked()
    rig.box.set_colours(DARK)
    assert rig.marked() == set()
    assert DARK.error in rig.box.hints.label.styleSheet()


def test_a_mouse_over_the_box_finds_the_text_cursor_and_not_the_hints(rig: Rig) -> None:
    rig.type("is:")
    inside = rig.box.mapTo(rig.window, QPointF(60, 10))
    assert rig.window.childAt(inside.toPoint()) is rig.box
