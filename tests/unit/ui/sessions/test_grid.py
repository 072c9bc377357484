from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joip_desktop.ui.sessions.grid import Box, Grid

COUNTS = st.integers(0, 60)
LENGTHS = st.integers(1, 40)


@st.composite
def grids(draw: st.DrawFn, counts: st.SearchStrategy[int] = COUNTS) -> Grid:
    tile = (draw(LENGTHS), draw(LENGTHS))
    return Grid.fitting(draw(counts), draw(st.integers(0, 300)), tile, draw(st.integers(1, 12)))


def overlap(one: Box, other: Box) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


def touched(grid: Grid, box: Box) -> list[int]:
    """The naive way."""
    return [row for row in range(grid.count) if overlap(grid.box(row), box)]


def flat(runs: list[range]) -> list[int]:
    return [row for run in runs for row in run]


# --- fitting ----------------------------------------------------------------------------------------------------------


@given(COUNTS, st.integers(0, 300), st.tuples(LENGTHS, LENGTHS), st.integers(1, 12))
def test_lines_fit_into_the_width_and_no_further_tile_would(
    count: int, width: int, tile: tuple[int, int], gap: int
) -> None:
    grid = Grid.fitting(count, width, tile, gap)
    needed = grid.gap_y + grid.columns * (grid.tile_width + grid.gap_y)
    assert needed <= width or grid.columns == 1
    assert needed + grid.tile_width + grid.gap_y > width
    right = grid.box(grid.columns - 1).right
    assert right < width or grid.columns == 1
    assert grid.gap_x >= grid.gap_y


def test_the_width_that_is_left_goes_to_the_gaps_and_to_both_sides() -> None:
    grid = Grid.fitting(9, 100, (25, 10), 5)
    assert (grid.columns, grid.left, grid.gap_x) == (3, 6, 6)
    grid = Grid.fitting(9, 101, (35, 10), 3)
    assert (grid.columns, grid.left, grid.gap_x, grid.gap_y) == (2, 10, 10, 3)
    assert grid.box(1) == Box(55, 3, 35, 10)


def test_a_view_that_is_narrower_than_a_tile_still_has_one_column() -> None:
    grid = Grid.fitting(3, 20, (50, 10), 4)
    assert [grid.box(row).x for row in range(3)] == [0, 0, 0]
    assert grid.row_at(19, 4) == 0


# --- places -----------------------------------------------------------------------------------------------------------


@given(grids(st.integers(1, 60)), st.data())
def test_every_point_of_a_tile_is_that_tile_s(grid: Grid, data: st.DataObject) -> None:
    row = data.draw(st.integers(0, grid.count - 1))
    box = grid.box(row)
    for x in (box.x, box.right):
        for y in (box.y, box.bottom):
            assert grid.row_at(x, y) == row


@given(grids(), st.integers(-50, 350), st.integers(-50, 900))
def test_a_point_belongs_to_the_tile_whose_box_holds_it(grid: Grid, x: int, y: int) -> None:
    row = grid.row_at(x, y)
    assert ([] if row is None else [row]) == touched(grid, Box(x, y, 1, 1))


@given(grids(st.integers(2, 60)))
def test_no_two_tiles_meet_and_all_lie_inside_the_content(grid: Grid) -> None:
    boxes = [grid.box(row) for row in range(grid.count)]
    assert all(box.y >= grid.gap_y and box.bottom + grid.gap_y < grid.height for box in boxes)
    assert not any(overlap(one, other) for at, one in enumerate(boxes) for other in boxes[:at])
    assert boxes[-1].bottom + 1 + grid.gap_y == grid.height


# --- parts ------------------------------------------------------------------------------------------------------------


@given(grids(), st.integers(-50, 900), st.integers(1, 400))
def test_the_rows_in_sight_are_whole_lines_that_have_a_part_in_sight(grid: Grid, top: int, height: int) -> None:
    rows = grid.rows_between(top, top + height - 1)
    shown = [row for row in range(grid.count) if grid.box(row).y <= top + height - 1 and grid.box(row).bottom >= top]
    assert list(rows) == shown


@given(grids(), st.integers(-50, 350), st.integers(-50, 900), st.integers(1, 400), st.integers(1, 900))
def test_a_rectangle_touches_what_it_touches(grid: Grid, x: int, y: int, width: int, height: int) -> None:
    box = Box(x, y, width, height)
    runs = grid.runs_in(box)
    assert flat(runs) == touched(grid, box)
    assert all(len(run) for run in runs)


def test_full_lines_are_one_run() -> None:
    grid = Grid.fitting(100_000, 1000, (180, 150), 8)
    assert grid.runs_in(Box(0, 0, 1000, grid.height)) == [range(100_000)]
    assert len(grid.runs_in(Box(0, 0, 500, 1600))) == 11
    few = Grid.fitting(2, 1000, (180, 150), 8)
    assert few.runs_in(Box(0, 0, 1000, 1000)) == [range(2)]


# --- moving about -----------------------------------------------------------------------------------------------------


@given(grids(st.integers(1, 60)), st.data(), st.integers(-70, 70))
def test_moving_by_lines_stays_in_the_column_as_far_as_there_are_lines(
    grid: Grid, data: st.DataObject, lines: int
) -> None:
    row = data.draw(st.integers(0, grid.count - 1))
    moved = grid.moved(row, lines)
    wanted = row // grid.columns + lines
    assert moved // grid.columns == min(max(wanted, 0), grid.lines - 1)
    assert moved % grid.columns == row % grid.columns or moved == grid.count - 1


def test_a_step_down_into_a_short_last_line_reaches_its_end() -> None:
    grid = Grid.fitting(7, 100, (25, 10), 5)
    assert grid.columns == 3
    assert [grid.moved(row, 1) for row in range(7)] == [3, 4, 5, 6, 6, 6, 6]
    assert [grid.moved(row, -1) for row in range(7)] == [0, 1, 2, 0, 1, 2, 3]


@pytest.mark.parametrize(("height", "lines"), [(0, 1), (14, 1), (35, 2), (49, 2), (50, 3)])
def test_a_page_is_what_is_in_sight(height: int, lines: int) -> None:
    assert Grid.fitting(99, 100, (25, 10), 5).page(height) == lines


@given(grids(st.integers(1, 60)), st.data(), st.integers(1, 900))
def test_where_to_scroll_to_see_a_tile(grid: Grid, data: st.DataObject, height: int) -> None:
    row = data.draw(st.integers(0, grid.count - 1))
    box = grid.box(row)
    lowest, highest = grid.scroll_span(row, height)
    assert lowest <= highest
    assert highest == box.y - grid.gap_y
    if height >= grid.pitch_y + grid.gap_y:
        assert lowest + height == box.bottom + 1 + grid.gap_y
    else:
        assert lowest == highest
