from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.slideshow import TURN_SECONDS
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.preview import TransitionPreview
from joip_desktop.ui.editor.slides import cut_to, drawn_slides
from joip_desktop.ui.theme import DARK, LIGHT, palette_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # grabbing, offscreen

ORANGE, TEAL = "#ff8800", "#008080"


def picture(colour: str = ORANGE) -> QPixmap:
    made = QPixmap(64, 200)
    made.fill(colour)
    return made


class Clock:
    """Time stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Desk:
    area: QScrollArea
    top: QLineEdit
    preview: TransitionPreview
    discretion: Discretion
    clock: Clock
    qtbot: QtBot
    wishes: list[bool] = field(default_factory=lambda: [False])

    def settle(self) -> None:
        QApplication.processEvents()

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and the timer come that was to come meanwhile."""
        assert self.preview._timer.isActive()
        self.clock.now += seconds
        self.preview._timer.timeout.emit()

    def turn(self) -> None:
        """Press Next and wait for the end of the transition."""
        self.preview._next.click()
        self.pass_time(TURN_SECONDS + 0.01)

    def image(self) -> QImage:
        return self.preview._stage.grab().toImage()

    def colours(self) -> set[str]:
        """Those of some points of the stage."""
        image = self.image()
        spots = [(image.width() * x // 8, image.height() * y // 8) for x in range(1, 8) for y in range(1, 8)]
        return {image.pixelColor(*spot).name() for spot in spots}

    def is_idle(self) -> bool:
        """Whether no timer of the preview runs, once what was laid out anew has its place."""
        timers = self.preview.findChildren(QTimer)
        try:
            self.qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers), timeout=1000)
        except self.qtbot.TimeoutError:
            return False
        return True

    def plays(self) -> bool:
        return self.preview.is_playing


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    area, page, line, discretion, clock = QScrollArea(), QWidget(), QLineEdit(), Discretion(), Clock()
    wishes = [False]
    preview = TransitionPreview(discretion=discretion, lot=Random(1), clock=clock, less_motion=lambda: wishes[0])
    below = QWidget()
    below.setFixedHeight(2000)
    layout = QVBoxLayout(page)
    for widget in (line, preview, below):
        layout.addWidget(widget)
    area.setWidget(page)
    area.setWidgetResizable(True)
    qtbot.addWidget(area)
    area.resize(360, 400)
    preview.show_pace("fade", 5, 5)
    area.show()
    assert QTest.qWaitForWindowActive(area)
    made = Desk(area, line, preview, discretion, clock, qtbot, wishes)
    made.settle()
    yield made
    area.close()


# --- playing ----------------------------------------------------------------------------------------------------------


def test_in_sight_it_plays_by_itself(desk: Desk) -> None:
    assert desk.plays()
    assert desk.preview.caption == "Fade · every 5 s · next in 5 s"
    first = desk.image()
    desk.pass_time(1)
    assert desk.preview.caption == "Fade · every 5 s · next in 4 s"
    assert desk.image() == first
    desk.pass_time(4)
    assert desk.preview.caption == "Fade · every 5 s"
    desk.pass_time(TURN_SECONDS / 2)
    middle = desk.image()
    desk.pass_time(TURN_SECONDS / 2 + 0.01)
    assert desk.preview.caption == "Fade · every 5 s · next in 5 s"
    second = desk.image()
    assert len({bytes(one.constBits()) for one in (first, middle, second)}) == 3


def test_it_wakes_at_most_thirty_times_a_second(desk: Desk) -> None:
    desk.preview._next.click()
    assert desk.preview._timer.interval() >= 33
    desk.pass_time(TURN_SECONDS + 0.01)
    assert desk.preview._timer.interval() > 900


@pytest.mark.parametrize(
    ("transition", "low", "high", "caption"),
    [
        ("slide", 5, 12, "Slide · every 5 to 12 s"),
        ("none", 1, 60, "None · every 1 to 60 s"),
        ("fade", 61, 90, "Fade · every 61 to 90 s"),
        ("dissolve", 7, 7, "“dissolve” · every 7 s"),
        ("x" * 90, 7, 7, "“" + "x" * 39 + "…” · every 7 s"),
        (UNKNOWN, 7, 7, "transition not known · every 7 s"),
        (None, 7, 7, "no transition · every 7 s"),
        ("zoom", 12, 5, "Zoom"),
        ("zoom", UNKNOWN, 5, "Zoom"),
        ("zoom", None, 0, "Zoom"),
    ],
)
def test_the_caption_says_what_is_played(
    desk: Desk, transition: FieldValue, low: FieldValue, high: FieldValue, caption: str
) -> None:
    desk.preview._play.click()
    desk.preview.show_pace(transition, low, high)
    assert desk.preview.caption == caption
    assert desk.is_idle()


@pytest.mark.parametrize(
    ("transition", "note"),
    [
        ("dissolve", "This version doesn’t know this transition; here slides change at once."),
        (UNKNOWN, "Without a known transition, slides change at once here."),
        ("none", ""),
        ("flip", ""),
    ],
)
def test_a_transition_that_is_not_known_changes_at_once_and_that_is_said(
    desk: Desk, transition: FieldValue, note: str
) -> None:
    desk.preview.show_pace(transition, 5, 5)
    assert desk.preview._note.text() == note
    assert desk.preview._note.isVisible() is bool(note)
    first = desk.image()
    desk.preview._next.click()
    assert (desk.image() != first) is (transition != "flip")


def test_without_a_pace_only_next_changes_slides(desk: Desk) -> None:
    desk.preview.show_pace("fade", 12, 5)
    assert not desk.plays()
    assert desk.is_idle()
    assert not desk.preview._play.isEnabled()
    assert "at least 1 s" in desk.preview._note.text()
    first = desk.image()
    desk.turn()
    assert desk.image() != first
    assert desk.is_idle()
    desk.preview.show_pace("fade", 5, 12)
    assert desk.plays()
    assert desk.preview._note.text() == ""


def test_pause_and_play_by_keyboard(desk: Desk) -> None:
    desk.top.setFocus()
    QTest.keyClick(desk.top, Qt.Key.Key_Tab)
    button = desk.preview._play
    assert button.hasFocus()
    assert button.text() == "Pause"
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (desk.plays(), button.text()) == (False, "Play")
    assert desk.is_idle()
    desk.preview.show_pace("zoom", 3, 4)
    assert not desk.plays()  # the person's word holds for the next session, too
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (desk.plays(), button.text()) == (True, "Pause")
    QTest.keyClick(button, Qt.Key.Key_Tab)
    assert desk.preview._next.hasFocus()
    first = desk.image()
    QTest.keyClick(desk.preview._next, Qt.Key.Key_Space)
    desk.pass_time(TURN_SECONDS + 0.01)
    assert desk.image() != first


def test_next_while_paused_plays_one_transition_and_stops(desk: Desk) -> None:
    desk.preview._play.click()
    first = desk.image()
    desk.preview._next.click()
    assert not desk.plays()
    desk.pass_time(TURN_SECONDS / 2)
    desk.pass_time(TURN_SECONDS)
    assert desk.image() != first
    assert desk.is_idle()


# --- out of sight -----------------------------------------------------------------------------------------------------


def test_hidden_it_stops(desk: Desk) -> None:
    desk.preview.hide()
    assert not desk.plays()
    assert desk.is_idle()
    desk.preview.show()
    assert desk.plays()


def test_a_hidden_window_stops_it(desk: Desk) -> None:
    desk.area.hide()
    assert not desk.plays()
    assert desk.is_idle()


def test_scrolled_away_it_stops_and_back_it_goes_on(desk: Desk) -> None:
    bar = desk.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.settle()
    assert not desk.plays()
    assert desk.is_idle()
    bar.setValue(0)
    desk.settle()
    assert desk.plays()


def test_partly_in_sight_it_plays(desk: Desk) -> None:
    desk.area.verticalScrollBar().setValue(60)
    desk.settle()
    assert desk.plays()


def test_minimised_it_stops(desk: Desk) -> None:
    desk.area.setWindowState(Qt.WindowState.WindowMinimized)
    desk.settle()
    assert not desk.plays()
    assert desk.is_idle()
    desk.area.setWindowState(Qt.WindowState.WindowNoState)
    desk.settle()
    assert desk.plays()


def test_with_nobody_before_it_it_stops_after_a_minute(desk: Desk, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    assert QTest.qWaitForWindowActive(other)
    for _ in range(40):
        if desk.plays():
            desk.pass_time(2)
    assert not desk.plays()
    assert desk.is_idle()
    other.close()
    desk.area.activateWindow()
    assert QTest.qWaitForWindowActive(desk.area)
    assert desk.plays()


def test_moved_into_another_scroll_area_it_follows_that_one(desk: Desk, qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    layout = QVBoxLayout(page)
    area.setWidget(page)
    area.setWidgetResizable(True)
    page.setMinimumHeight(3000)
    qtbot.addWidget(area)
    layout.addWidget(desk.preview, 0, Qt.AlignmentFlag.AlignTop)
    area.resize(360, 400)
    area.show()
    assert QTest.qWaitForWindowActive(area)
    desk.settle()
    assert desk.plays()
    area.verticalScrollBar().setValue(2000)
    desk.settle()
    assert not desk.plays()
    area.close()


def test_before_it_is_shown_nothing_runs(qtbot: QtBot) -> None:
    preview = TransitionPreview(less_motion=lambda: False)
    qtbot.addWidget(preview)
    preview.show_pace("fade", 1, 2)
    preview.show_picture(picture())
    assert not preview.is_playing
    assert not any(timer.isActive() for timer in preview.findChildren(QTimer))


# --- less motion ------------------------------------------------------------------------------------------------------


def test_where_less_motion_is_wanted_only_next_changes_slides_and_at_once(desk: Desk) -> None:
    desk.preview.hide()
    desk.wishes[0] = True
    desk.preview.show()
    assert not desk.plays()
    assert not desk.preview._play.isEnabled()
    assert "less motion" in desk.preview._note.text()
    assert desk.preview.caption == "Fade · every 5 s"
    first = desk.image()
    desk.preview._next.click()
    assert desk.image() != first
    assert desk.is_idle()
    desk.preview.show_pace("slide", 2, 3)
    assert not desk.plays()
    desk.preview.hide()
    desk.wishes[0] = False
    desk.preview.show()
    assert desk.plays()


# --- pictures ---------------------------------------------------------------------------------------------------------


def test_it_begins_with_the_picture_and_goes_on_with_drawn_slides(desk: Desk) -> None:
    desk.turn()
    desk.preview.show_picture(picture())
    assert desk.colours() == {ORANGE}
    for _ in range(4):
        desk.turn()
        assert ORANGE not in desk.colours()
    desk.turn()
    assert desk.colours() == {ORANGE}
    desk.preview.show_picture(None)
    assert ORANGE not in desk.colours()


def test_the_same_picture_again_changes_nothing(desk: Desk) -> None:
    shown = picture()
    desk.preview.show_picture(shown)
    desk.turn()
    desk.preview.show_picture(shown)
    assert ORANGE not in desk.colours()
    desk.preview.show_picture(picture(TEAL))
    assert desk.colours() == {TEAL}


def test_an_empty_picture_is_none(desk: Desk) -> None:
    before = desk.image()
    desk.preview.show_picture(QPixmap())
    assert desk.image() == before


def test_in_discreet_mode_the_picture_is_left_out(desk: Desk) -> None:
    desk.preview.show_picture(picture())
    desk.discretion.set_on(True)
    for _ in range(6):
        assert ORANGE not in desk.colours()
        desk.turn()
    desk.preview.show_picture(picture(TEAL))
    for _ in range(6):
        assert TEAL not in desk.colours()
        desk.turn()
    desk.discretion.set_on(False)
    assert desk.colours() == {TEAL}


def test_discreet_mode_hides_a_picture_in_the_middle_of_a_change(desk: Desk) -> None:
    desk.preview.show_picture(picture())
    desk.preview.show_pace("slide", 5, 5)
    desk.preview._next.click()
    desk.pass_time(TURN_SECONDS / 2)
    assert ORANGE in desk.colours()
    desk.discretion.set_on(True)
    assert ORANGE not in desk.colours()


def test_what_is_seen_in_discreet_mode_does_not_depend_on_the_picture(desk: Desk) -> None:
    desk.discretion.set_on(True)
    desk.preview.show_picture(picture())
    with_one = desk.image()
    desk.preview.show_picture(picture(TEAL))
    with_other = desk.image()
    desk.preview.show_picture(None)
    assert with_one == with_other == desk.image()


def test_it_follows_the_appearance(desk: Desk) -> None:
    light = desk.image()
    desk.preview.setPalette(palette_of(DARK))
    assert desk.image() != light


def test_it_is_as_high_as_its_width_says_and_not_large(desk: Desk) -> None:
    for width in (300, 1200):
        desk.area.resize(width, 900)
        desk.settle()
        stage = desk.preview._stage
        assert stage.width() <= 400
        assert abs(stage.height() - stage.width() * 9 / 16) <= 1


def test_what_takes_the_focus_has_a_name(desk: Desk) -> None:
    names = [
        QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        for widget in desk.preview.findChildren(QWidget)
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    assert names == ["Preview: pause", "Preview: next slide"]


# --- slides -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_drawn_slides_differ_and_are_sharp(qtbot: QtBot, colours: object) -> None:
    del qtbot
    palette = palette_of(DARK if colours is DARK else LIGHT)
    slides = drawn_slides(QSize(160, 90), 2.0, palette)
    assert len({bytes(slide.toImage().constBits()) for slide in slides}) == len(slides) == 4
    assert {(slide.width(), slide.height(), slide.devicePixelRatio()) for slide in slides} == {(320, 180, 2.0)}


@pytest.mark.parametrize("size", [(10, 400), (1, 20000), (400, 10), (160, 90), (1, 1)])
def test_a_picture_of_any_shape_fills_a_slide_with_its_middle(qtbot: QtBot, size: tuple[int, int]) -> None:
    del qtbot
    source = QPixmap(*size)
    source.fill(ORANGE)
    cut = cut_to(source, QSize(160, 90), 1.5).toImage()
    assert (cut.width(), cut.height()) == (240, 135)
    corners = [QPoint(0, 0), QPoint(239, 134), QPoint(120, 67)]
    assert {cut.pixelColor(corner).name() for corner in corners} == {ORANGE}
