from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.ui.editor.interval_slider import IntervalSlider
from joip_desktop.ui.editor.range_bar import LEAST, MOST, Grip, RangeBar, moved

pytestmark = pytest.mark.qt_log_ignore("Mouse event .* not accepted", extend=True)  # QTest's word for "left alone"

SECONDS = st.integers(LEAST, MOST)


@dataclass
class Desk:
    slider: IntervalSlider
    area: QScrollArea
    line: QLineEdit
    told: list[tuple[str, object]] = field(default_factory=list)

    @property
    def bar(self) -> RangeBar:
        return self.slider._bar

    def at(self, seconds: int, beside: float = 0.0) -> QPoint:
        """Where a handle of this value stands in the bar."""
        return (self.bar.middle(seconds) + QPointF(beside, 0)).toPoint()

    def press(self, point: QPoint) -> None:
        QTest.mousePress(self.bar, Qt.MouseButton.LeftButton, pos=point)

    def drag_to(self, point: QPoint) -> None:
        QTest.mouseMove(self.bar, point)

    def release(self, point: QPoint) -> None:
        QTest.mouseRelease(self.bar, Qt.MouseButton.LeftButton, pos=point)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        self.drag_to(end)
        self.release(end)

    def key(self, end: int, key: Qt.Key) -> None:
        self.slider.ends[end].setFocus()
        QTest.keyClick(self.slider.ends[end], key)

    def wheel(self, delta: int) -> bool:
        """Whether the slider took it."""
        position = QPointF(self.at(30))
        event = QWheelEvent(
            position,
            QPointF(self.bar.mapToGlobal(position)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        self.slider.wheelEvent(event)
        return event.isAccepted()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    area, page, line, slider = QScrollArea(), QWidget(), QLineEdit(), IntervalSlider()
    layout = QVBoxLayout(page)
    layout.addWidget(line)
    layout.addWidget(slider)
    area.setWidget(page)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(700, 200)
    area.show()
    assert QTest.qWaitForWindowActive(area)
    line.setFocus()
    made = Desk(slider, area, line)
    slider.edited.connect(lambda name, value: made.told.append((name, value)))
    slider.show_values(5, 12)
    yield made
    area.close()


# --- showing ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shown", [(5, 12), (1, 60), (30, 30), (60, 60)])
def test_it_shows_an_interval_and_tells_nothing(desk: Desk, shown: tuple[int, int]) -> None:
    desk.slider.show_values(*shown)
    assert desk.slider.values == shown
    assert desk.bar.ends == shown
    assert desk.slider.isEnabled()
    assert desk.slider.reason == ""
    assert desk.told == []


@pytest.mark.parametrize(
    ("low", "high", "reason"),
    [
        (UNKNOWN, 12, "The slider works once both intervals are from 1 to 60 s."),
        (5, UNKNOWN, "The slider works once both intervals are from 1 to 60 s."),
        (None, 12, "The slider works once both intervals are from 1 to 60 s."),
        (0, 12, "The slider works once both intervals are from 1 to 60 s."),
        (5, 61, "The slider works once both intervals are from 1 to 60 s."),
        (True, 12, "The slider works once both intervals are from 1 to 60 s."),
        (12, 5, "The slider works once the shortest interval is not above the longest."),
    ],
)
def test_what_it_cant_show_makes_it_unusable_and_it_says_why(
    desk: Desk, low: FieldValue, high: FieldValue, reason: str
) -> None:
    desk.slider.show_values(low, high)
    assert desk.slider.values is None
    assert not desk.slider.isEnabled()
    assert desk.slider.reason == desk.slider.accessibleDescription() == reason
    assert reason in desk.slider.toolTip()
    desk.drag(desk.at(5), desk.at(30))
    assert desk.told == []
    desk.slider.show_values(6, 7)
    assert desk.bar.ends == (6, 7)
    assert (desk.slider.reason, desk.slider.toolTip()) == ("", "")
    assert desk.slider.isEnabled()
    assert desk.told == []


def test_without_values_no_handle_is_painted(desk: Desk) -> None:
    desk.slider.show_values(12, 5)
    empty = desk.bar.grab().toImage()
    desk.slider.show_values(UNKNOWN, UNKNOWN)
    assert desk.bar.grab().toImage() == empty
    desk.slider.show_values(5, 12)
    assert desk.bar.grab().toImage() != empty


def test_locked_it_can_be_read_and_not_changed(desk: Desk) -> None:
    desk.slider.set_locked(True)
    desk.drag(desk.at(5), desk.at(30))
    assert (desk.slider.values, desk.slider.isEnabled(), desk.told) == ((5, 12), False, [])
    desk.slider.show_values(6, 12)
    assert not desk.slider.isEnabled()
    desk.slider.set_locked(False)
    assert desk.slider.isEnabled()
    desk.slider.set_locked(True)
    desk.slider.show_values(UNKNOWN, 12)
    desk.slider.set_locked(False)
    assert not desk.slider.isEnabled()


# --- mouse ------------------------------------------------------------------------------------------------------------


def test_a_handle_that_is_dragged_tells_of_its_end_alone(desk: Desk) -> None:
    desk.drag(desk.at(12), desk.at(30))
    assert desk.told == [("interval_max", 30)]
    desk.drag(desk.at(5), desk.at(8))
    assert desk.told[1:] == [("interval_min", 8)]
    assert desk.slider.values == (8, 30)


def test_pressing_a_handle_moves_nothing_wherever_it_is_pressed(desk: Desk) -> None:
    for beside in (-4.0, 0.0, 4.0):
        desk.press(desk.at(5, beside))
        desk.release(desk.at(5, beside))
    assert desk.told == []


def test_dragged_back_it_is_where_it_was(desk: Desk) -> None:
    desk.press(desk.at(12, 3))
    desk.drag_to(desk.at(40))
    desk.drag_to(desk.at(12, 3))
    desk.release(desk.at(12, 3))
    assert desk.slider.values == (5, 12)
    assert desk.told[-1] == ("interval_max", 12)


def test_a_handle_stops_at_the_other_one_and_can_meet_it(desk: Desk) -> None:
    desk.drag(desk.at(5), desk.at(40))
    assert desk.slider.values == (12, 12)
    assert desk.told == [("interval_min", 12)]


def test_the_bar_moves_both_ends_and_keeps_them_apart(desk: Desk) -> None:
    desk.slider.show_values(10, 30)
    desk.drag(desk.at(20), desk.at(25))
    assert desk.told == [("interval_max", 35), ("interval_min", 15)]
    desk.drag(desk.at(20), desk.at(60))
    assert desk.slider.values == (40, 60)
    desk.told.clear()
    desk.drag(desk.at(50), desk.at(1))
    assert desk.slider.values == (1, 21)
    assert desk.told == [("interval_min", 1), ("interval_max", 21)]


def test_a_press_beside_the_bar_brings_the_nearer_end(desk: Desk) -> None:
    desk.press(desk.at(40))
    desk.release(desk.at(40))
    assert desk.told == [("interval_max", 40)]
    desk.press(desk.at(1))
    desk.release(desk.at(1))
    assert desk.slider.values == (1, 40)


@pytest.mark.parametrize(
    ("both", "to", "side"), [(1, 20, -3), (1, 20, 3), (60, 40, -3), (60, 40, 3), (30, 20, -3), (30, 40, 3)]
)
def test_two_handles_in_one_place_can_be_taken_apart(desk: Desk, both: int, to: int, side: int) -> None:
    desk.slider.show_values(both, both)
    desk.drag(desk.at(both, side), desk.at(to, side))
    assert desk.slider.values == (min(both, to), max(both, to))


def test_of_handles_that_overlap_the_nearer_one_is_taken(desk: Desk) -> None:
    desk.slider.show_values(30, 31)
    assert desk.bar.handle_rect(30).intersects(desk.bar.handle_rect(31))
    assert desk.bar.grip_at(desk.at(30).x() - 3) is Grip.LOW
    assert desk.bar.grip_at(desk.at(31).x() + 3) is Grip.HIGH


def test_other_buttons_take_nothing(desk: Desk) -> None:
    QTest.mousePress(desk.bar, Qt.MouseButton.RightButton, pos=desk.at(12))
    desk.drag_to(desk.at(30))
    QTest.mouseRelease(desk.bar, Qt.MouseButton.RightButton, pos=desk.at(30))
    assert desk.told == []


def test_what_becomes_unusable_under_the_mouse_is_let_go(desk: Desk) -> None:
    desk.press(desk.at(12))
    desk.slider.set_locked(True)
    desk.slider.set_locked(False)
    desk.drag_to(desk.at(30))
    desk.release(desk.at(30))  # or the next test would begin with a button that is down
    assert desk.told == []


def test_the_form_may_show_the_values_while_they_are_told(desk: Desk) -> None:
    desk.slider.show_values(10, 12)
    draft: dict[str, int] = {"interval_min": 10, "interval_max": 12}
    seen: list[tuple[int, int]] = []

    def take(name: str, value: object) -> None:
        assert isinstance(value, int)
        draft[name] = value
        seen.append((draft["interval_min"], draft["interval_max"]))
        desk.slider.show_values(draft["interval_min"], draft["interval_max"])

    desk.slider.edited.connect(take)
    desk.press(desk.at(11))
    for seconds in (31, 51, 2):
        desk.drag_to(desk.at(seconds))
    desk.release(desk.at(2))
    assert all(low <= high for low, high in seen)
    assert desk.slider.values == (draft["interval_min"], draft["interval_max"]) == (1, 3)
    assert desk.slider.isEnabled()


def test_what_the_form_says_last_holds(desk: Desk) -> None:
    desk.slider.edited.connect(lambda _name, _value: desk.slider.show_values(5, 12))  # as if the edit was refused
    desk.key(1, Qt.Key.Key_Right)
    assert desk.told == [("interval_max", 13)]
    assert desk.slider.values == (5, 12)


# --- keyboard and wheel -----------------------------------------------------------------------------------------------


def test_tab_reaches_one_end_after_the_other(desk: Desk) -> None:
    for end in desk.slider.ends:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert end.hasFocus()


@pytest.mark.parametrize(
    ("end", "key", "ends"),
    [
        (0, Qt.Key.Key_Right, (21, 40)),
        (0, Qt.Key.Key_Up, (21, 40)),
        (0, Qt.Key.Key_Left, (19, 40)),
        (0, Qt.Key.Key_PageUp, (25, 40)),
        (0, Qt.Key.Key_PageDown, (15, 40)),
        (0, Qt.Key.Key_Home, (1, 40)),
        (0, Qt.Key.Key_End, (40, 40)),
        (1, Qt.Key.Key_Right, (20, 41)),
        (1, Qt.Key.Key_Down, (20, 39)),
        (1, Qt.Key.Key_PageUp, (20, 45)),
        (1, Qt.Key.Key_Home, (20, 20)),
        (1, Qt.Key.Key_End, (20, 60)),
    ],
)
def test_keys_move_the_end_that_has_the_keyboard(desk: Desk, end: int, key: Qt.Key, ends: tuple[int, int]) -> None:
    desk.slider.show_values(20, 40)
    desk.key(end, key)
    assert desk.slider.values == desk.bar.ends == ends
    assert desk.told == [(("interval_min", "interval_max")[end], ends[end])]


@pytest.mark.parametrize(("shown", "end", "key"), [((1, 9), 0, Qt.Key.Key_Left), ((9, 9), 1, Qt.Key.Key_PageDown)])
def test_an_end_that_can_go_no_further_tells_nothing(desk: Desk, shown: tuple[int, int], end: int, key: Qt.Key) -> None:
    desk.slider.show_values(*shown)
    desk.key(end, key)
    assert (desk.slider.values, desk.told) == (shown, [])


def test_the_end_that_the_mouse_takes_gets_the_keyboard(desk: Desk) -> None:
    desk.press(desk.at(12))
    desk.release(desk.at(12))
    assert desk.slider.ends[1].hasFocus()
    QTest.keyClick(desk.slider.ends[1], Qt.Key.Key_Right)
    assert desk.told == [("interval_max", 13)]


def test_the_focus_is_seen(desk: Desk) -> None:
    without = desk.slider.grab().toImage()
    desk.slider.ends[0].setFocus()
    first = desk.slider.grab().toImage()
    desk.slider.ends[1].setFocus()
    second = desk.slider.grab().toImage()
    assert without != first
    assert first != second
    assert without != second


def test_the_frame_of_the_focus_goes_along_with_the_handle(desk: Desk) -> None:
    for end in desk.slider.ends:
        before = end.geometry().center().x()
        desk.key(desk.slider.ends.index(end), Qt.Key.Key_PageUp)
        assert end.geometry().center().x() > before
        assert abs(end.geometry().center().x() - desk.bar.middle(end.value()).x()) <= 1
        assert desk.bar.rect().contains(end.geometry())


def test_the_wheel_needs_the_keyboard(desk: Desk) -> None:
    assert not desk.wheel(120)
    assert desk.told == []
    desk.slider.ends[1].setFocus()
    assert desk.wheel(120)
    assert desk.told == [("interval_max", 13)]
    assert desk.wheel(-240)
    assert desk.told[1:] == [("interval_max", 11)]
    assert desk.wheel(60)
    assert desk.wheel(60)
    assert desk.told[2:] == [("interval_max", 12)]


def test_the_bar_hands_the_wheel_on(desk: Desk) -> None:
    position = QPointF(desk.at(30))
    event = QWheelEvent(
        position,
        QPointF(desk.bar.mapToGlobal(position)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    desk.bar.wheelEvent(event)
    assert not event.isAccepted()
    assert desk.slider.values == (5, 12)


# --- screen readers, words --------------------------------------------------------------------------------------------


def test_each_end_is_a_slider_with_a_name_and_a_value(desk: Desk) -> None:
    said = []
    for end in desk.slider.ends:
        interface = QAccessible.queryAccessibleInterface(end)
        values = interface.valueInterface()
        said.append((interface.text(QAccessible.Text.Name), interface.role(), values.currentValue()))
    assert said == [
        ("Shortest interval", QAccessible.Role.Slider, 5),
        ("Longest interval", QAccessible.Role.Slider, 12),
    ]
    assert desk.bar.accessibleName() == "Interval"
    assert desk.bar.accessibleDescription() == "5 to 12 s"
    assert desk.bar.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_screen_reader_can_move_an_end(desk: Desk) -> None:
    QAccessible.queryAccessibleInterface(desk.slider.ends[0]).valueInterface().setCurrentValue(7)
    assert desk.told == [("interval_min", 7)]


def test_from_right_to_left_the_shortest_is_on_the_right(desk: Desk) -> None:
    desk.area.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert desk.at(5).x() > desk.at(12).x()
    desk.drag(desk.at(12), desk.at(30))
    assert desk.told == [("interval_max", 30)]
    desk.key(0, Qt.Key.Key_Left)
    assert desk.slider.values == (6, 30)


# --- moved ------------------------------------------------------------------------------------------------------------


@given(ends=st.tuples(SECONDS, SECONDS).map(sorted), grip=st.sampled_from(Grip), by=st.integers(-200, 200))
def test_moved_ends_stay_in_order_and_within_the_limits(ends: list[int], grip: Grip, by: int) -> None:
    low, high = moved(ends[0], ends[1], grip, by)
    assert LEAST <= low <= high <= MOST
    if grip is Grip.LOW:
        assert high == ends[1]
    elif grip is Grip.HIGH:
        assert low == ends[0]
    else:
        assert high - low == ends[1] - ends[0]


def test_the_end_that_is_not_held_stays_what_it_has_become_meanwhile(desk: Desk) -> None:
    desk.slider.show_values(10, 20)
    desk.press(desk.at(10))
    desk.slider.show_values(10, 40)  # a refresh: the longest was changed elsewhere
    desk.drag_to(desk.at(12))
    desk.release(desk.at(12))
    assert {name for name, _ in desk.told} <= {"interval_min"}
    desk.slider.show_values(12, 40)
    desk.press(desk.at(40))
    desk.slider.show_values(20, 40)
    desk.drag_to(desk.at(15))
    desk.release(desk.at(15))
    assert "interval_min" not in {name for name, _ in desk.told[1:]}


def test_an_end_that_was_let_go_does_not_move_with_the_mouse(desk: Desk) -> None:
    desk.slider.show_values(10, 20)
    desk.press(desk.at(10))
    desk.slider.let_go()
    desk.drag_to(desk.at(15))
    desk.release(desk.at(15))
    assert desk.told == []
