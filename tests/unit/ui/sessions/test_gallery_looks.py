from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QCursor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from joip_desktop.ui.sessions.columns import TITLE, UPDATED
from joip_desktop.ui.theme import DARK, LIGHT, palette_of
from tests.helpers.gallery import HUGE, GalleryDesk, sessions
from tests.helpers.still_workspace import submit

RIGHT = Qt.MouseButton.RightButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[GalleryDesk]:
    made = GalleryDesk(qtbot, sessions())
    assert made.view.grid().columns == 4
    yield made
    made.close()


# --- how much is asked ------------------------------------------------------------------------------------------------


def test_of_100_000_sessions_only_those_in_sight_are_asked_for(qtbot: QtBot) -> None:
    one = GalleryDesk(qtbot, sessions(100_000))
    seen = set(one.view.visible_rows())
    steps: list[Callable[[], object]] = [
        lambda: one.view.resize(700, 450),
        lambda: one.view.set_tile_size(160),
        lambda: one.view.verticalScrollBar().setValue(2_000_000),
        lambda: QTest.keyClick(one.view, Qt.Key.Key_End),
        lambda: QTest.keyClick(one.view, Qt.Key.Key_Home, SHIFT),
        lambda: QTest.keyClick(one.view, Qt.Key.Key_A, CTRL),
        lambda: one.model.dataChanged.emit(one.model.index(0, 0), one.model.index(99_999, UPDATED)),
        lambda: one.drag(one.at(0), one.at(5)),
        lambda: one.view.set_colours(DARK),
    ]
    for step in steps:
        step()
        QApplication.processEvents()
        seen |= set(one.view.visible_rows())
    assert set(one.model.asked) <= seen
    assert {0, 99_999} <= set(one.model.asked)
    assert len(seen) < 300
    one.close()


def test_what_is_known_of_a_tile_is_not_asked_for_again(desk: GalleryDesk) -> None:
    desk.all()
    before = desk.model.asked.total()
    desk.all()
    assert desk.model.asked.total() == before
    known = set(desk.view.visible_rows())
    desk.model.asked.clear()
    desk.view.verticalScrollBar().setValue(desk.view.grid().pitch_y)
    desk.all()
    assert set(desk.model.asked) == set(desk.view.visible_rows()) - known != set()


def test_not_everything_that_was_ever_in_sight_is_kept(qtbot: QtBot) -> None:
    one = GalleryDesk(qtbot, sessions(2000))
    for step in range(100):
        one.view.verticalScrollBar().setValue(step * 500)
        one.all()
    assert len(set(one.model.asked)) > 1000
    assert len(one.view._known) <= 500
    one.close()


def test_pictures_are_asked_for_in_sight_alone(desk: GalleryDesk) -> None:
    desk.all()
    rows = desk.view.visible_rows()
    assert desk.pictures.asked == {f"https://x/{row}" for row in rows}


def test_pictures_that_come_are_painted(desk: GalleryDesk) -> None:
    desk.all()
    QApplication.processEvents()
    desk.pictures.asked.clear()
    desk.view.show_pictures({"https://x/2", "https://x/50"})
    QApplication.processEvents()
    assert desk.pictures.asked == {"https://x/2"}


# --- tooltips and hovering --------------------------------------------------------------------------------------------


def _tooltip(desk: GalleryDesk, where: QPoint) -> str:
    viewport = desk.view.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, where, viewport.mapToGlobal(where)))
    return QToolTip.text() if QToolTip.isVisible() else ""


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # offscreen, of tooltips
def test_tooltips(desk: GalleryDesk, qtbot: QtBot) -> None:
    assert _tooltip(desk, desk.at(3)) == "<qt>Title 3</qt>"
    assert _tooltip(desk, desk.star(2)) == "<qt>Favourite</qt>"
    assert _tooltip(desk, desk.star(3)) == "<qt>Not a favourite</qt>"
    desk.pictures.failed["https://x/3"] = "The server answered 404."
    assert _tooltip(desk, desk.at(3)) == "<qt>Title 3<br>No picture: The server answered 404.</qt>"
    _tooltip(desk, desk.view.place(0).topLeft() - QPoint(3, 3))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_tooltips_say_nothing_that_is_hidden(desk: GalleryDesk) -> None:
    desk.pictures.failed["https://x/3"] = "The server of Aunt Agatha answered 404."
    desk.is_hidden = lambda _id, _hovered: True
    assert _tooltip(desk, desk.at(3)) == "<qt>Hidden in discreet mode</qt>"
    assert _tooltip(desk, desk.star(3)) == "<qt>Not a favourite</qt>"
    desk.is_hidden = lambda _id, hovered: not hovered
    assert "Title 3" in _tooltip(desk, desk.at(3)), "where the mouse uncovers it"


def test_the_tile_under_the_mouse_is_seen(desk: GalleryDesk) -> None:
    plain = [desk.picture(row) for row in (1, 2)]
    QTest.mouseMove(desk.view.viewport(), desk.at(1))
    assert desk.picture(1) != plain[0]
    QTest.mouseMove(desk.view.viewport(), desk.at(2))
    assert desk.picture(1) == plain[0]
    assert desk.picture(2) != plain[1]
    QTest.mouseMove(desk.view.viewport(), desk.view.place(0).topLeft() - QPoint(3, 3))
    assert desk.picture(2) == plain[1]


def test_so_is_the_one_that_is_scrolled_under_the_mouse(desk: GalleryDesk) -> None:
    desk.view.verticalScrollBar().setValue(desk.view.grid().pitch_y)
    plain = [desk.picture(row) for row in (5, 9)]
    QCursor.setPos(desk.view.viewport().mapToGlobal(desk.at(5)))
    QTest.mouseMove(desk.view.viewport(), desk.at(5))
    assert desk.picture(5) != plain[0]
    desk.view.verticalScrollBar().setValue(2 * desk.view.grid().pitch_y)
    assert desk.picture(9) != plain[1]


# --- instead of tiles -------------------------------------------------------------------------------------------------


def test_an_empty_gallery_says_why_or_shows_that_it_is_loading(qtbot: QtBot) -> None:
    one = GalleryDesk(qtbot, [])
    looks = [one.all()]
    one.view.set_empty_text("There is nothing here.\nReally nothing.")
    looks.append(one.all())
    one.view.set_loading(True)
    looks.append(one.all())
    assert looks[0] != looks[1] != looks[2] != looks[0]
    one.view.set_loading(False)
    assert one.all() == looks[1]
    one.workspace.library.load(sessions(1))
    full = one.all()
    one.view.set_loading(True)
    one.view.set_empty_text("Other")
    assert one.all() == full, "only in place of tiles"
    one.close()


# --- looks and words --------------------------------------------------------------------------------------------------


def test_it_follows_the_appearance(desk: GalleryDesk) -> None:
    def colours() -> set[str]:
        image = desk.picture(1)
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    submit(desk.workspace, HUGE + 1, title="Other")
    assert LIGHT.pending in colours()
    desk.view.setPalette(palette_of(DARK))
    desk.view.set_colours(DARK)
    assert DARK.pending in colours()
    assert LIGHT.pending not in colours()
    desk.view.setPalette(palette_of(LIGHT))


def test_the_keyboard_s_place_is_seen(desk: GalleryDesk) -> None:
    desk.view.setFocus()
    desk.view.setCurrentIndex(desk.model.index(5, TITLE))
    desk.selection.clearSelection()
    place = desk.view.place(5)
    focused = desk.view.viewport().grab(place).toImage()
    assert desk.picture(5) != focused, "which takes the focus away"


def test_screen_readers_hear_what_the_current_tile_is(desk: GalleryDesk) -> None:
    interface = QAccessible.queryAccessibleInterface(desk.view)
    assert interface.text(QAccessible.Text.Name) == "Sessions"
    desk.click(desk.at(3))
    assert desk.view.accessibleDescription() == "Title 3, not a favourite"
    desk.is_hidden = lambda _id, _hovered: True
    QTest.keyClick(desk.view, Qt.Key.Key_Right)
    assert desk.view.accessibleDescription() == "Hidden in discreet mode, favourite"
    desk.selection.clear()
    assert desk.view.accessibleDescription() == ""


def test_a_current_tile_is_announced_where_somebody_listens(desk: GalleryDesk) -> None:
    QAccessible.setActive(True)
    try:
        desk.click(desk.at(3))
        assert desk.view.accessibleDescription() == "Title 3, not a favourite"
    finally:
        QAccessible.setActive(False)
