from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from joip_desktop.ui.theme import SPACE
from tests.helpers.grid import COLUMN, COLUMNS, GridDesk, turn

Hint = QAbstractItemView.ScrollHint


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[GridDesk]:
    made = GridDesk(qtbot, 200)
    assert made.view.grid().columns == 4
    yield made
    made.view.close()


# --- places -----------------------------------------------------------------------------------------------------------


def test_every_cell_of_a_row_lies_where_its_tile_does(desk: GridDesk) -> None:
    desk.bar.setValue(40)
    place = desk.view.visualRect(desk.model.index(5, COLUMN))
    assert place == QRect(*desk.view.grid().box(5)).translated(0, -40)
    assert desk.view.visualRect(desk.model.index(5, 2)) == place
    assert desk.view.visualRect(QModelIndex()) == QRect()
    found = desk.view.indexAt(place.center())
    assert (found.row(), found.column()) == (5, COLUMN)


def test_between_tiles_and_outside_is_nothing(desk: GridDesk) -> None:
    place = desk.view.place(0)
    assert not desk.view.indexAt(place.topLeft() - QPoint(1, 0)).isValid()
    assert not desk.view.indexAt(place.bottomRight() + QPoint(0, 1)).isValid()
    desk.model.become(3)
    assert desk.view.indexAt(desk.view.place(2).center()).row() == 2
    assert not desk.view.indexAt(QRect(*desk.view.grid().box(3)).center()).isValid()


def test_nothing_is_hidden(desk: GridDesk) -> None:
    assert not desk.view.isIndexHidden(desk.model.index(0, 0))
    assert (desk.view.horizontalOffset(), desk.view.verticalOffset()) == (0, 0)


def test_the_region_of_a_selection_is_what_is_in_sight(desk: GridDesk) -> None:
    index = desk.model.index
    selection = QItemSelection(index(2, COLUMN), index(5, COLUMN))
    selection.merge(QItemSelection(index(100, COLUMN), index(150, COLUMN)), QItemSelectionModel.SelectionFlag.Select)
    region = desk.view.visualRegionForSelection(selection)
    assert all(region.contains(desk.view.place(row).center()) for row in (2, 3, 4, 5))
    assert not any(region.contains(desk.view.place(row).center()) for row in (1, 6))
    assert region.boundingRect().bottom() < 300


# --- scrolling --------------------------------------------------------------------------------------------------------


def test_scrolling_brings_a_tile_into_sight_with_a_gap_around_it(desk: GridDesk) -> None:
    height = desk.view.viewport().height()
    desk.view.scrollTo(desk.model.index(100, COLUMN))
    assert desk.view.place(100).bottom() + 1 + SPACE == height
    desk.view.scrollTo(desk.model.index(101, COLUMN))
    assert desk.view.place(100).bottom() + 1 + SPACE == height, "it is in sight already"
    desk.view.scrollTo(desk.model.index(50, 0))
    assert desk.view.place(50).top() == SPACE
    desk.view.scrollTo(QModelIndex())
    assert desk.view.place(50).top() == SPACE


@pytest.mark.parametrize(
    ("hint", "place"),
    [
        (Hint.PositionAtTop, lambda _: SPACE),
        (Hint.PositionAtBottom, lambda height: height - SPACE - 60),
        (Hint.PositionAtCenter, lambda height: (height - 60) // 2),
    ],
)
def test_scrolling_to_a_wanted_place(desk: GridDesk, hint: Hint, place: Callable[[int], int]) -> None:
    desk.view.scrollTo(desk.model.index(100, COLUMN), hint)
    assert abs(desk.view.place(100).top() - place(desk.view.viewport().height())) <= 1


def test_the_range_is_the_height_of_the_content(desk: GridDesk) -> None:
    assert desk.bar.maximum() == desk.view.grid().height - desk.view.viewport().height()
    assert desk.bar.singleStep() * 3 <= desk.view.grid().pitch_y < desk.bar.singleStep() * 3 + 3
    desk.bar.setValue(desk.bar.maximum())
    assert desk.view.place(199).bottom() + 1 + SPACE == desk.view.viewport().height()


def test_the_scroll_bar_is_there_when_it_is_needed(desk: GridDesk) -> None:
    assert desk.bar.isVisible()
    assert desk.view.viewport().width() < 500 - desk.bar.sizeHint().width() + 2
    desk.model.become(8)
    assert not desk.bar.isVisible()
    desk.view.hide()
    desk.model.become(200)
    desk.view.show()
    assert desk.bar.isVisible()
    assert desk.bar.maximum() == desk.view.grid().height - desk.view.viewport().height()


def test_a_content_that_fits_only_without_the_bar_does_not_flicker(desk: GridDesk) -> None:
    grid = desk.view.grid()
    desk.model.become(grid.columns * 3)
    for height in range(3 * grid.pitch_y - 5, 3 * grid.pitch_y + 25):
        desk.view.resize(500, height)
        needed = desk.view.grid().height
        assert desk.bar.isVisible() == (needed > desk.view.viewport().height())


# --- selecting --------------------------------------------------------------------------------------------------------


def test_selections_are_of_whole_rows_and_painted(desk: GridDesk) -> None:
    assert desk.view.selectionCommand(desk.model.index(0, COLUMN)) & QItemSelectionModel.SelectionFlag.Rows
    turn()
    desk.view.rows = []
    desk.view.selectionModel().select(desk.model.index(5, 0), QItemSelectionModel.SelectionFlag.Select)
    turn()
    assert desk.view.rows == list(range(20))


# --- what stays in sight ----------------------------------------------------------------------------------------------


def test_the_current_tile_stays_in_sight_while_the_view_is_resized(desk: GridDesk) -> None:
    desk.go(100)
    for width in (450, 333, 210, 130, 800, 500):
        desk.view.resize(width, 300)
        assert desk.whole(100), width
    for height in (250, 120, 90, 500):
        desk.view.resize(500, height)
        assert desk.whole(100), height


def test_else_the_first_tile_stays_in_sight_and_comes_back_to_its_place(desk: GridDesk) -> None:
    desk.go(0)
    desk.bar.setValue(desk.view.grid().pitch_y * 10)
    for width in (450, 333, 210, 130, 240, 600, 800):
        desk.view.resize(width, 300)
        assert desk.whole(40), width
    desk.view.resize(500, 300)
    assert desk.bar.value() == desk.view.grid().pitch_y * 10


def test_who_has_scrolled_since_keeps_what_is_in_sight_now(desk: GridDesk) -> None:
    desk.go(0)
    desk.bar.setValue(desk.view.grid().pitch_y * 10)
    desk.view.resize(333, 300)
    desk.bar.setValue(0)
    desk.view.resize(500, 300)
    assert desk.bar.value() == 0


def test_what_has_become_the_current_tile_is_what_stays(desk: GridDesk) -> None:
    desk.view.resize(500, 500)
    desk.view.resize(400, 500)
    desk.go(20)
    desk.view.resize(130, 500)
    assert desk.whole(20)


def test_larger_tiles_keep_the_current_one_in_sight(desk: GridDesk) -> None:
    desk.go(150)
    for tile in ((200, 120), (300, 180), (50, 30), (100, 60)):
        desk.view.tile = tile
        desk.view.updateGeometries()
        assert desk.whole(150), tile


def test_other_widths_that_move_nothing_scroll_nothing(desk: GridDesk) -> None:
    desk.bar.setValue(321)
    desk.view.resize(503, 300)
    desk.view.resize(500, 300)
    assert desk.bar.value() == 321


# --- news -------------------------------------------------------------------------------------------------------------


def test_it_tells_what_is_in_sight_once_in_a_turn(desk: GridDesk) -> None:
    desk.bar.setValue(desk.view.grid().pitch_y * 5 + SPACE)
    desk.bar.setValue(desk.view.grid().pitch_y * 10 + SPACE)
    desk.view.resize(500, 280)
    assert desk.told == []
    turn()
    assert desk.told == [(40, 59)]
    assert desk.view.seen[-1] == range(40, 60), "which is told at once to whoever paints"


def test_it_tells_it_again_when_the_model_has_changed(desk: GridDesk) -> None:
    desk.model.become(200)
    desk.model.become(201)
    assert desk.told == []
    turn()
    assert desk.told == [(0, 19)]
    desk.model.become(0)
    turn()
    assert desk.told == [(0, 19), (0, -1)]


def test_a_view_that_is_not_seen_tells_nothing_until_it_is(desk: GridDesk) -> None:
    desk.view.hide()
    desk.view.seen.clear()
    desk.model.become(100)
    turn()
    assert (desk.told, desk.view.seen) == ([], [])
    for _ in range(2):  # once with other rows, and once with the same ones
        desk.view.show()
        assert desk.view.seen[-1:] == [range(20)]
        turn()
        assert desk.told == [(0, 19)]
        desk.view.hide()
        desk.view.seen.clear()
        desk.told.clear()


def test_a_change_of_rows_in_sight_is_told_and_painted_and_of_others_is_not(desk: GridDesk) -> None:
    view, index = desk.view, desk.model.index
    view.rows = []
    desk.model.dataChanged.emit(index(20, 0), index(199, COLUMNS - 1))
    turn()
    assert (desk.told, view.rows) == ([], [])
    desk.model.dataChanged.emit(index(5, 0), index(6, COLUMNS - 1))
    turn()
    assert (desk.told, view.rows) == ([(0, 19)], [4, 5, 6, 7]), "one line of tiles"
    desk.model.dataChanged.emit(index(0, 0), index(199, COLUMNS - 1))
    turn()
    assert view.rows == list(range(20))


def test_a_reset_with_fewer_rows_ends_within_the_content(desk: GridDesk) -> None:
    desk.view.scrollTo(desk.model.index(199, COLUMN))
    desk.model.become(30)
    assert desk.bar.value() == desk.bar.maximum() == desk.view.grid().height - desk.view.viewport().height()


def test_rows_that_come_and_go_are_laid_out(desk: GridDesk) -> None:
    desk.model.beginInsertRows(QModelIndex(), 200, 399)
    desk.model.count = 400
    desk.model.endInsertRows()
    assert desk.bar.maximum() == desk.view.grid().height - desk.view.viewport().height()
    desk.model.beginRemoveRows(QModelIndex(), 4, 399)
    desk.model.count = 4
    desk.model.endRemoveRows()
    assert not desk.bar.isVisible()
