"""The table's header: sorting by clicks, columns shown and hidden, the title's room, the height of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from joip_desktop.domain.session import Session
from joip_desktop.storage.settings import Density
from joip_desktop.ui.sessions.cell_editing import CellDelegate
from joip_desktop.ui.sessions.columns import COLUMNS, STAR, THUMBNAIL, TITLE, UPDATED
from joip_desktop.ui.sessions.delegates import HiddenTextDelegate
from joip_desktop.ui.theme import DARK, LIGHT, ROWS
from tests.helpers.table import AT, CTRL, SHIFT, TableDesk, sessions, titles_by

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[TableDesk]:
    made = TableDesk(qtbot, *sessions())
    yield made
    made.close()


def header(desk: TableDesk) -> QHeaderView:
    return desk.table.horizontalHeader()


def indicator(desk: TableDesk) -> tuple[str, Qt.SortOrder]:
    section = header(desk).sortIndicatorSection()
    assert header(desk).isSortIndicatorShown()
    return (COLUMNS[section].name if section >= 0 else "", header(desk).sortIndicatorOrder())


def order(desk: TableDesk) -> list[str]:
    return [COLUMNS[header(desk).logicalIndex(place)].name for place in range(len(COLUMNS))]


def widths(desk: TableDesk) -> list[int]:
    return [desk.table.columnWidth(section) for section in range(len(COLUMNS))]


# --- sorting ----------------------------------------------------------------------------------------------------------


def test_until_somebody_chooses_the_latest_are_on_top(desk: TableDesk) -> None:
    assert list(desk.table.sorting) == ["-updated"]
    assert indicator(desk) == ("updated", DOWN)


def test_a_click_sorts_by_the_column_and_another_one_turns_the_order(desk: TableDesk) -> None:
    seen = []
    for _ in range(3):
        desk.click_header("title")
        seen.append((list(desk.table.sorting), indicator(desk), desk.shown[0]))
    assert seen == [
        (["title"], ("title", UP), 0),
        (["-title"], ("title", DOWN), 9),
        (["title"], ("title", UP), 0),
    ]


def test_a_click_on_the_column_of_the_usual_order_turns_it(desk: TableDesk) -> None:
    desk.click_header("updated")
    assert list(desk.table.sorting) == ["updated"]
    assert desk.shown[0] == 19


def test_with_shift_a_click_adds_a_level_and_another_one_turns_it(desk: TableDesk) -> None:
    desk.click_header("star")
    desk.click_header("title", SHIFT)
    assert list(desk.table.sorting) == ["star", "title"]
    assert desk.shown[:3] == [1, 11, 13]
    desk.click_header("title", SHIFT)
    assert list(desk.table.sorting) == ["star", "-title"]
    assert desk.shown[:3] == [9, 7, 5]
    desk.click_header("star", SHIFT)
    assert list(desk.table.sorting) == ["-star", "-title"]
    assert indicator(desk) == ("star", DOWN), "of the first level"
    assert desk.shown[:3] == [8, 6, 4]


def test_a_plain_click_on_a_further_level_makes_it_the_only_one(desk: TableDesk) -> None:
    desk.click_header("star")
    desk.click_header("title", SHIFT)
    desk.click_header("title")
    assert list(desk.table.sorting) == ["title"]
    desk.click_header("star", CTRL)
    assert list(desk.table.sorting) == ["star"], "other modifiers mean nothing"


def test_the_header_tells_the_levels_where_there_are_several(desk: TableDesk) -> None:
    def titles() -> dict[str, str]:
        model, across = desk.model, Qt.Orientation.Horizontal
        told = {column.name: model.headerData(section, across) for section, column in enumerate(COLUMNS)}
        return {name: title for name, title in told.items() if title != COLUMNS[AT[name]].title}

    assert titles() == {}
    desk.click_header("title", SHIFT)
    assert titles() == {"updated": "Updated 1", "title": "Title 2▼"}
    desk.click_header("star", SHIFT)
    assert titles() == {"updated": "Updated 1", "title": "Title 2▼", "star": " 3▼"}
    desk.click_header("title")
    assert titles() == {}


def test_a_shape_that_is_worth_remembering_is_told(desk: TableDesk) -> None:
    told: list[None] = []
    desk.table.shape_changed.connect(lambda: told.append(None))
    steps: list[Callable[[], object]] = [
        lambda: desk.click_header("title"),
        lambda: desk.table.show_column("theme", False),
        lambda: header(desk).moveSection(3, 4),
        lambda: header(desk).resizeSection(TITLE, 234),
    ]
    for step in steps:
        told.clear()
        step()
        assert told


def test_sorting_from_elsewhere_is_shown_in_the_header(desk: TableDesk) -> None:
    desk.table.sort_by(["-star", "nothing", "title"])
    assert list(desk.table.sorting) == ["-star", "title"]
    assert indicator(desk) == ("star", DOWN)
    desk.table.add_to_sorting("updated")
    assert list(desk.table.sorting) == ["-star", "title", "updated"]
    assert indicator(desk) == ("star", DOWN)
    desk.table.sort_by([])
    assert indicator(desk)[0] == "", "the server's order is no column's"
    assert desk.shown == list(range(20))


def test_clicks_on_the_header_select_nothing(desk: TableDesk) -> None:
    desk.click(3)
    desk.selections.clear()
    desk.click_header("title")
    assert (desk.selected, desk.current, desk.selections) == ([3], 3, [])


# --- columns ----------------------------------------------------------------------------------------------------------


def test_at_first_some_columns_are_shown_and_the_title_has_the_room_that_is_left(desk: TableDesk) -> None:
    for section, column in enumerate(COLUMNS):
        assert desk.table.isColumnHidden(section) is not column.visible
        if column.visible and section != TITLE:
            assert desk.table.columnWidth(section) >= column.width
    assert sum(widths(desk)) == desk.table.viewport().width()
    assert desk.table.columnWidth(TITLE) > 182
    assert desk.table.horizontalScrollBar().maximum() == 0


def test_the_title_does_not_get_less_than_it_needs(qtbot: QtBot) -> None:
    one = TableDesk(qtbot, *sessions(), width=400)
    assert one.table.columnWidth(TITLE) == 150
    assert one.table.horizontalScrollBar().maximum() > 0
    one.close()


def test_a_view_that_was_narrow_and_is_wide_again_looks_as_before(desk: TableDesk) -> None:
    before = widths(desk)
    for width in (600, 450, 700, 300, 1000):
        desk.resize(width, 400)
        assert desk.table.columnWidth(TITLE) == max(150, width - (1000 - before[TITLE])), width
    assert widths(desk) == before
    assert desk.table.horizontalScrollBar().maximum() == 0


def test_somebodys_width_of_the_title_stays_and_grows_with_the_view(desk: TableDesk) -> None:
    header(desk).resizeSection(TITLE, 300)
    desk.resize(1100, 400)
    assert desk.table.columnWidth(TITLE) == 400
    desk.resize(1000, 400)
    assert desk.table.columnWidth(TITLE) == 300


def test_the_names_of_columns_can_be_read_in_a_larger_font(desk: TableDesk) -> None:
    font = desk.table.font()
    font.setPointSizeF(2 * font.pointSizeF())
    desk.table.setFont(font)
    seen = [
        one for one in range(len(COLUMNS)) if one not in (STAR, THUMBNAIL) and not header(desk).isSectionHidden(one)
    ]
    assert len(seen) > 4
    for section in seen:
        assert header(desk).sectionSize(section) >= header(desk).sectionSizeHint(section), COLUMNS[section].name


def test_columns_are_hidden_and_shown(desk: TableDesk) -> None:
    before = widths(desk)
    desk.table.show_column("subreddits", False)
    desk.table.show_column("category", True)
    assert desk.table.isColumnHidden(AT["subreddits"])
    assert not desk.table.isColumnHidden(AT["category"])
    assert desk.table.columnWidth(AT["category"]) >= COLUMNS[AT["category"]].width
    assert desk.columns_changed == 2
    shows = [desk.table.shows_pictures]
    desk.table.show_column("thumbnail", False)
    assert [*shows, desk.table.shows_pictures] == [True, False]
    desk.table.fit_title()
    assert sum(widths(desk)) == desk.table.viewport().width()
    for name, shown in (("subreddits", True), ("category", False), ("thumbnail", True)):
        desk.table.show_column(name, shown)
    desk.table.fit_title()
    assert widths(desk) == before


def test_columns_can_be_as_at_first_again(desk: TableDesk) -> None:
    before, places = widths(desk), order(desk)
    desk.table.show_column("subreddits", False)
    desk.table.show_column("theme", False)
    desk.table.show_column("is_public", True)
    for name, place in (("updated", 0), ("title", 9), ("star", 5)):
        header(desk).moveSection(header(desk).visualIndex(AT[name]), place)
    header(desk).resizeSection(TITLE, 500)
    header(desk).resizeSection(UPDATED, 200)
    assert order(desk) != places
    told = desk.columns_changed
    desk.table.reset_columns()
    assert (order(desk), widths(desk), desk.columns_changed) == (places, before, told + 1)


def test_stars_and_pictures_keep_their_width(desk: TableDesk) -> None:
    for section in range(len(COLUMNS)):
        fixed = section in (STAR, THUMBNAIL)
        assert (header(desk).sectionResizeMode(section) is QHeaderView.ResizeMode.Fixed) is fixed
    assert header(desk).sectionsMovable()
    assert not desk.table.verticalHeader().isVisible()


def test_a_table_whose_columns_somebody_has_chosen_is_shown_as_it_is(qtbot: QtBot) -> None:
    first = TableDesk(qtbot, *sessions())
    header(first).resizeSection(TITLE, 600)
    state = header(first).saveState()
    first.close()
    second = TableDesk(qtbot, *sessions(), columns=state)
    assert second.table.columnWidth(TITLE) == 600
    second.close()
    third = TableDesk(qtbot, *sessions(), width=1400, columns=state)
    assert sum(widths(third)) == third.table.viewport().width(), "no part of the view is left blank"
    third.close()


# --- the height of rows -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("density", Density)
def test_rows_have_the_height_and_pictures_the_width_of_the_density(desk: TableDesk, density: Density) -> None:
    desk.table.set_density(density)
    height = ROWS[density].height_for(desk.table.fontMetrics())
    assert {desk.table.rowHeight(row) for row in range(20)} == {height}
    assert desk.table.columnWidth(THUMBNAIL) == ROWS[density].picture_column
    assert sum(widths(desk)) == desk.table.viewport().width(), "the title makes room for it"
    assert desk.table.horizontalScrollBar().maximum() == 0


def test_going_through_the_densities_leaves_the_columns_as_they_were(desk: TableDesk) -> None:
    before = widths(desk)
    for density in (Density.COMFORTABLE, Density.COMPACT, Density.NORMAL):
        desk.table.set_density(density)
    assert widths(desk) == before


def test_without_pictures_the_density_changes_no_width(desk: TableDesk) -> None:
    desk.table.show_column("thumbnail", False)
    desk.table.fit_title()
    before = widths(desk)
    desk.table.set_density(Density.COMFORTABLE)
    assert widths(desk) == before
    desk.table.show_column("thumbnail", True)
    assert desk.table.columnWidth(THUMBNAIL) == ROWS[Density.COMFORTABLE].picture_column


def test_another_density_keeps_the_first_row_in_sight(desk: TableDesk) -> None:
    desk.scroll(4 * desk.table.rowHeight(0) + 3)
    top = desk.table.rowAt(0)
    assert top == 4
    for density in (Density.COMFORTABLE, Density.COMPACT):
        desk.table.set_density(density)
        assert desk.table.rowAt(0) == top


# --- looks ------------------------------------------------------------------------------------------------------------


def test_hidden_titles_are_painted_by_a_delegate_that_plain_ones_do_without(desk: TableDesk) -> None:
    """In C++ a title is painted much faster."""
    desk.is_hidden = lambda session_id, hovered: session_id % 2 == 0 and not hovered
    plain = [desk.picture(row, TITLE) for row in (0, 1)]
    assert titles_by(desk) is CellDelegate
    desk.table.set_discreet(True)
    assert titles_by(desk) is HiddenTextDelegate
    hidden = [desk.picture(row, TITLE) for row in (0, 1)]
    assert hidden[0] != plain[0]
    assert hidden[1] == plain[1], "what is not hidden looks as ever"
    desk.table.set_discreet(False)
    assert [desk.picture(row, TITLE) for row in (0, 1)] == plain
    assert titles_by(desk) is CellDelegate


def test_marks_and_signs_follow_the_appearance(qtbot: QtBot) -> None:
    desk = TableDesk(qtbot, Session(id=1, title="A", is_favorite=True))
    desk.is_hidden = lambda _id, _hovered: True

    def pictures() -> list[QImage]:
        return [desk.picture(0, column) for column in (STAR, THUMBNAIL)]

    before = pictures()
    desk.table.set_colours(DARK)
    assert pictures()[0] != before[0]
    assert all(one.colours is DARK for one in (desk.table._stars, desk.table._cells, desk.table._hidden_titles))
    desk.table.set_colours(LIGHT)
    assert pictures() == before
    desk.close()
