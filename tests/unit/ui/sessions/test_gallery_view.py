from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from joip_desktop.domain.query import parse
from joip_desktop.domain.session import Session
from joip_desktop.ui.sessions.columns import TITLE, UPDATED
from joip_desktop.ui.sessions.gallery_view import LARGEST, SMALLEST, USUAL, GalleryView
from joip_desktop.ui.sessions.typed_text import TypedText
from tests.helpers.gallery import COUNT, HUGE, LEFT, PLAIN, GalleryDesk, sessions
from tests.helpers.still_workspace import fail_next, submit

RIGHT = Qt.MouseButton.RightButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[GalleryDesk]:
    made = GalleryDesk(qtbot, sessions())
    assert made.view.grid().columns == 4
    yield made
    made.close()


# --- selecting --------------------------------------------------------------------------------------------------------


def test_clicks_select_sessions(desk: GalleryDesk) -> None:
    desk.click(desk.at(3))
    desk.click(desk.at(5), CTRL)
    desk.click(desk.at(8), CTRL | SHIFT)
    assert desk.selected == [3, 5, 6, 7, 8]
    desk.click(desk.at(6), CTRL)
    assert desk.selected == [3, 5, 7, 8]
    desk.click(desk.at(1))
    assert (desk.selected, desk.current) == ([1], 1)


def test_with_shift_a_click_selects_all_sessions_from_one_to_the_other(desk: GalleryDesk) -> None:
    desk.click(desk.at(6))
    desk.click(desk.at(1), SHIFT)
    assert desk.selected == [1, 2, 3, 4, 5, 6]
    desk.click(desk.at(8), SHIFT)
    assert desk.selected == [6, 7, 8]


def test_a_click_between_tiles_selects_nothing(desk: GalleryDesk) -> None:
    desk.click(desk.at(3))
    desk.click(desk.view.place(0).topLeft() - QPoint(3, 3))
    assert desk.selected == []
    assert desk.current == 3


def test_all_can_be_selected_by_keyboard(desk: GalleryDesk) -> None:
    QTest.keyClick(desk.view, Qt.Key.Key_A, CTRL)
    assert desk.selected == list(range(COUNT))


def test_letters_go_to_a_title(desk: GalleryDesk) -> None:
    desk.click(desk.at(3))
    QTest.keyClicks(desk.view, "ti")
    assert desk.current == 4, "the first letter leads away from the current one, others need not"
    QTest.keyClicks(desk.view, "tle 17")
    assert (desk.selected, desk.current) == ([17], 17)
    assert desk.view.viewport().rect().contains(desk.view.place(17))
    desk.view.keyboardSearch("nothing of the kind")
    assert desk.current == 17


def test_in_the_middle_of_a_title_a_key_that_is_a_shortcut_is_a_letter(qtbot: QtBot) -> None:
    titles = ["Walk", "Calm", "Calm forest", "Forest"]
    desk = GalleryDesk(qtbot, [Session(id=HUGE + number, title=title) for number, title in enumerate(titles)])
    time, pressed = [0.0], list[str]()
    desk.view._typed = TypedText(clock=lambda: time[0], pause=lambda: 0.4)
    for keys in ("F", "Ctrl+C"):
        action = QAction(desk.view)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _, keys=keys: pressed.append(keys))
        desk.view.addAction(action)
    QTest.keyClicks(desk.view, "calm f")
    assert (desk.current, pressed) == (2, [])
    QTest.keyClick(desk.view, Qt.Key.Key_C, CTRL)
    assert (desk.current, pressed) == (2, ["Ctrl+C"]), "which is no letter"
    time[0] += 1
    QTest.keyClicks(desk.view, "f")
    assert (desk.current, pressed) == (2, ["Ctrl+C", "F"]), "no word is being typed any more"
    desk.close()


def test_what_is_selected_elsewhere_is_seen_here(desk: GalleryDesk) -> None:
    plain = [desk.picture(row) for row in (2, 3)]
    desk.selection.select_sessions([HUGE + 2], current=HUGE + 9)
    assert desk.picture(2) != plain[0]
    assert desk.picture(3) == plain[1]
    desk.selection.select_sessions([])
    assert desk.picture(2) == plain[0]


def test_tiles_that_come_into_sight_are_painted_as_selected_as_they_are(desk: GalleryDesk) -> None:
    desk.view.verticalScrollBar().setValue(desk.view.verticalScrollBar().maximum())
    plain = desk.picture(COUNT - 1)
    desk.view.verticalScrollBar().setValue(0)
    QTest.keyClick(desk.view, Qt.Key.Key_A, CTRL)
    desk.view.verticalScrollBar().setValue(desk.view.verticalScrollBar().maximum())
    assert desk.picture(COUNT - 1) != plain


# --- the rubber band --------------------------------------------------------------------------------------------------


def test_the_band_selects_what_it_touches(desk: GalleryDesk) -> None:
    start = desk.view.place(1).topLeft() - QPoint(3, 3)
    desk.drag(start, desk.at(1), desk.at(6))
    assert desk.selected == [1, 2, 5, 6]
    desk.drag(desk.view.place(4).topLeft() - QPoint(2, 2), desk.at(0), desk.at(3))
    assert desk.selected == [0, 1, 2, 3], "it may be drawn upwards, and begins anew"


def test_the_band_gives_back_what_it_does_not_touch_any_more(desk: GalleryDesk) -> None:
    desk.drag(desk.view.place(0).topLeft() - QPoint(3, 3), desk.at(5), desk.at(1))
    assert desk.selected == [0, 1]


def test_the_band_begins_on_a_tile_too(desk: GalleryDesk) -> None:
    desk.drag(desk.at(0), desk.at(1), desk.at(5))
    assert desk.selected == [0, 1, 4, 5]


def test_with_ctrl_the_band_adds(desk: GalleryDesk) -> None:
    desk.click(desk.at(7))
    desk.drag(desk.at(0), desk.at(4), keys=CTRL)
    assert desk.selected == [0, 4, 7]


def test_the_band_is_painted_while_it_is_drawn(desk: GalleryDesk) -> None:
    gap = QPoint(2, 2)
    path = [gap, desk.at(1)]
    desk.drag(*path, release=False)
    between = QRect(desk.view.place(0).topRight() + QPoint(2, 20), QSize(4, 4))
    drawn = desk.view.viewport().grab(between).toImage()
    QTest.mouseRelease(desk.view.viewport(), LEFT, PLAIN, path[-1])
    assert desk.view.viewport().grab(between).toImage() != drawn
    desk.drag(*path)
    assert desk.selected == [0, 1]


def test_a_band_goes_on_over_what_is_scrolled(desk: GalleryDesk) -> None:
    desk.drag(desk.view.place(1).topLeft() - QPoint(3, 3), desk.at(1), release=False)
    desk.view.verticalScrollBar().setValue(2 * desk.view.grid().pitch_y)
    desk.move(desk.at(13))
    QTest.mouseRelease(desk.view.viewport(), LEFT, PLAIN, desk.at(13))
    assert desk.selected == [1, 5, 9, 13]


# --- stars ------------------------------------------------------------------------------------------------------------


def test_a_star_click_is_about_that_session_and_leaves_the_selection(desk: GalleryDesk) -> None:
    desk.click(desk.at(2))
    desk.click(desk.star(7))
    assert desk.starred == [HUGE + 7]
    assert (desk.selected, desk.current) == ([2], 2)


def test_two_quick_clicks_are_two_clicks(desk: GalleryDesk) -> None:
    desk.click(desk.star(3))
    QTest.mouseDClick(desk.view.viewport(), LEFT, PLAIN, desk.star(3))
    assert desk.starred == [HUGE + 3] * 2
    assert desk.selected == []


def test_dragging_from_a_star_selects_nothing(desk: GalleryDesk) -> None:
    desk.click(desk.at(1))
    desk.drag(desk.star(3), desk.at(3), desk.at(6), desk.star(6))
    assert (desk.starred, desk.selected) == ([HUGE + 3], [1])
    desk.drag(desk.at(2), desk.at(3))
    assert desk.selected == [2, 3]


def test_other_buttons_and_modifiers_on_a_star_are_for_the_selection(desk: GalleryDesk) -> None:
    desk.click(desk.at(2))
    desk.click(desk.star(4), CTRL)
    assert desk.selected == [2, 4]
    QTest.mouseClick(desk.view.viewport(), RIGHT, PLAIN, desk.star(6))
    assert (desk.selected, desk.starred) == ([6], [])


# --- opening and menu -------------------------------------------------------------------------------------------------


def test_a_double_click_and_return_activate(desk: GalleryDesk, qtbot: QtBot) -> None:
    desk.click(desk.at(5))
    with qtbot.waitSignals([desk.view.doubleClicked, desk.view.activated]):
        QTest.mouseDClick(desk.view.viewport(), LEFT, PLAIN, desk.at(5))
    with qtbot.waitSignal(desk.view.activated) as told:
        QTest.keyClick(desk.view, Qt.Key.Key_Return)
    assert told.args is not None
    assert told.args[0].row() == 5
    assert desk.view.state() is GalleryView.State.NoState


def test_the_menu_is_wanted_where_the_mouse_is(desk: GalleryDesk, qtbot: QtBot) -> None:
    place = desk.at(2)
    on_screen = desk.view.viewport().mapToGlobal(place)
    QTest.mouseClick(desk.view.viewport(), RIGHT, PLAIN, place)
    with qtbot.waitSignal(desk.view.menu_wanted) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, on_screen)
        QApplication.sendEvent(desk.view.viewport(), event)
    assert told.args == [on_screen]
    assert desk.selected == [2]


def test_the_menu_key_is_about_the_current_tile(desk: GalleryDesk, qtbot: QtBot) -> None:
    desk.click(desk.at(2))
    desk.view.verticalScrollBar().setValue(600)
    with qtbot.waitSignal(desk.view.menu_wanted) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(desk.view.viewport(), event)
    assert desk.view.viewport().rect().contains(desk.view.place(2)), "which comes into sight for it"
    assert told.args == [desk.view.viewport().mapToGlobal(desk.view.place(2).bottomLeft())]


# --- sizes ------------------------------------------------------------------------------------------------------------


def test_tiles_have_a_size_within_limits(desk: GalleryDesk) -> None:
    told: list[int] = []
    desk.view.tile_size_changed.connect(told.append)
    assert desk.view.tile_size == USUAL
    for size in (160, 160, 5, 5000):
        desk.view.set_tile_size(size)
    assert told == [160, SMALLEST, LARGEST]
    assert desk.view.grid().tile_width == desk.view.tile_size == LARGEST
    assert desk.view.picture_size().width() == LARGEST - 16


def test_a_narrow_view_has_smaller_tiles(desk: GalleryDesk) -> None:
    desk.view.set_tile_size(400)
    desk.view.resize(300, 500)
    viewport = desk.view.viewport().width()
    assert desk.view.grid().tile_width == viewport - 16
    assert desk.view.tile_size == 400
    desk.view.resize(60, 500)
    assert desk.view.grid().tile_width == SMALLEST


def test_another_size_keeps_the_current_tile_in_sight(desk: GalleryDesk) -> None:
    desk.view.setCurrentIndex(desk.model.index(40, TITLE))
    for size in (120, 400, 280, 200):
        desk.view.set_tile_size(size)
        assert desk.view.viewport().rect().contains(desk.view.place(40)), size


def _turn(view: GalleryView, angle: int, keys: Qt.KeyboardModifier) -> None:
    where = QPointF(50, 50)
    phase = Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(where, where, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, keys, phase, False)
    QApplication.sendEvent(view.viewport(), turned)


def test_the_wheel_changes_the_size_with_ctrl_and_scrolls_without(desk: GalleryDesk) -> None:
    _turn(desk.view, 120, CTRL)
    assert desk.view.tile_size == USUAL + 20
    for _ in range(3):
        _turn(desk.view, -80, CTRL)
    assert desk.view.tile_size == USUAL - 20, "parts of a notch add up"
    assert desk.view.verticalScrollBar().value() == 0
    _turn(desk.view, -120, PLAIN)
    pitch = desk.view.grid().pitch_y
    assert pitch - 3 < desk.view.verticalScrollBar().value() <= pitch
    assert desk.view.tile_size == USUAL - 20


def test_a_larger_font_makes_tiles_higher(desk: GalleryDesk) -> None:
    before = desk.view.grid().tile_height
    font = desk.view.font()
    font.setPixelSize(30)
    desk.view.setFont(font)
    assert desk.view.grid().tile_height > before
    assert desk.view.verticalScrollBar().maximum() == desk.view.grid().height - desk.view.viewport().height()


# --- other rows -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "step",
    [
        lambda desk: desk.model.sort(TITLE, Qt.SortOrder.DescendingOrder),
        lambda desk: desk.model.show(query=parse("title")),
        lambda desk: desk.workspace.library.load(list(reversed(sessions()))),
        lambda desk: desk.workspace.library.load([Session(id=1, title="New"), *sessions()]),
    ],
    ids=["by title", "search", "refresh", "a new session"],
)
def test_the_selection_is_of_sessions(desk: GalleryDesk, step: Callable[[GalleryDesk], None]) -> None:
    desk.click(desk.at(2))
    desk.click(desk.at(5), CTRL)
    step(desk)
    assert sorted(desk.selected) == [2, 5]
    assert desk.current == 5


def test_other_rows_are_painted(desk: GalleryDesk) -> None:
    first, last = desk.picture(0), desk.model.session(COUNT - 1).title
    desk.model.sort(TITLE, Qt.SortOrder.DescendingOrder)
    assert desk.model.session(0).title != last
    assert desk.picture(0) != first


def test_other_rows_by_search_stay_where_the_view_is(desk: GalleryDesk) -> None:
    desk.view.setCurrentIndex(desk.model.index(0, TITLE))
    desk.view.verticalScrollBar().setValue(500)
    desk.model.sort(UPDATED, Qt.SortOrder.AscendingOrder)
    desk.model.sort(TITLE, Qt.SortOrder.DescendingOrder)
    assert desk.view.verticalScrollBar().value() == 500, "the current tile is elsewhere, and stays there"


def test_a_list_that_was_read_leaves_in_sight_what_was(desk: GalleryDesk) -> None:
    desk.view.verticalScrollBar().setValue(3 * desk.view.grid().pitch_y + 17)
    top = desk.view.visible_rows().start
    place = desk.view.place(top)
    new = [Session(id=number, title="New") for number in range(1, 9)]
    desk.workspace.library.load([*new, *sessions()])
    assert desk.model.session(top + 8).id == HUGE + top
    assert desk.view.place(top + 8) == place
    desk.workspace.library.load(sessions()[top + 1 :])
    assert desk.view.verticalScrollBar().value() <= desk.view.verticalScrollBar().maximum()


def test_at_the_top_new_sessions_are_seen_at_once(desk: GalleryDesk) -> None:
    desk.workspace.library.load([Session(id=1, title="New"), *sessions()])
    assert desk.view.verticalScrollBar().value() == 0


def test_what_changes_in_sight_is_painted(desk: GalleryDesk) -> None:
    looks = [desk.picture(2)]
    submit(desk.workspace, HUGE + 2, title="Other")
    looks.append(desk.picture(2))
    fail_next(desk.workspace)
    looks.append(desk.picture(2))
    desk.workspace.library.take_over(sessions()[2].with_values({"interval_min": 3, "interval_max": 9}))
    looks.append(desk.picture(2))
    assert all(one != other for at, one in enumerate(looks) for other in looks[:at])


def test_unsaved_edits_are_seen(desk: GalleryDesk) -> None:
    plain = [desk.picture(row) for row in (2, 3)]
    desk.workspace.drafts.edit(HUGE + 3, "title", "Draft")
    assert desk.picture(3) != plain[1]
    assert desk.picture(2) == plain[0]
