"""The gallery's layout as arithmetic: which tile lies where, at any number of tiles, with no position kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle; `right` and `bottom` are its last pixels."""

    x: int
    y: int
    width: int
    height: int

    @classmethod
    def between(cls, x: int, y: int, other_x: int, other_y: int) -> Box:
        """The rectangle with these two opposite corners, whichever is which; both belong to it."""
        return cls(min(x, other_x), min(y, other_y), abs(x - other_x) + 1, abs(y - other_y) + 1)

    @property
    def right(self) -> int:
        """The last column of pixels."""
        return self.x + self.width - 1

    @property
    def bottom(self) -> int:
        """The last row of pixels."""
        return self.y + self.height - 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Tiles of one size in lines of `columns` tiles, row 0 at the top left.

    All lengths are in device-independent pixels, and all places count from the top left corner of the whole content,
    of which a view shows a part. Around tiles, and between them, is a gap that belongs to none.
    """

    count: int
    columns: int
    tile_width: int
    tile_height: int
    left: int
    gap_x: int
    gap_y: int

    @classmethod
    def fitting(cls, count: int, width: int, tile: tuple[int, int], gap: int) -> Grid:
        """As many tiles in a line as fit in `width` with a gap around each, at least one; `tile` is width and height.

        The width that is left over goes to the gaps and to both sides, evenly.
        """
        columns = max(1, (width - gap) // (tile[0] + gap))
        free = width - columns * tile[0]
        gap_x = max(gap, free // (columns + 1))
        left = max(0, (free - (columns - 1) * gap_x) // 2)
        return cls(count, columns, tile[0], tile[1], left, gap_x, gap)

    @property
    def pitch_x(self) -> int:
        """From one tile to the one to its right."""
        return self.tile_width + self.gap_x

    @property
    def pitch_y(self) -> int:
        """From one line to the next."""
        return self.tile_height + self.gap_y

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return -(-self.count // self.columns)

    @property
    def height(self) -> int:
        """Of the whole content; a gap at the top and at the bottom included."""
        return self.gap_y + self.lines * self.pitch_y

    # --- from rows to places and back -------------------------------------------------------------------------------

    def box(self, row: int) -> Box:
        """Where the tile of a row lies."""
        line, column = divmod(row, self.columns)
        x, y = self.left + column * self.pitch_x, self.gap_y + line * self.pitch_y
        return Box(x, y, self.tile_width, self.tile_height)

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose tile holds a point; None between tiles and outside."""
        line, below = divmod(y - self.gap_y, self.pitch_y)
        column, beyond = divmod(x - self.left, self.pitch_x)
        if line < 0 or not 0 <= column < self.columns or below >= self.tile_height or beyond >= self.tile_width:
            return None
        row = line * self.columns + column
        return row if row < self.count else None

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows with a part of their tile between two heights, both included."""
        first, last = _touched(top - self.gap_y, bottom - self.gap_y, self.tile_height, self.pitch_y, self.lines)
        start = first * self.columns
        return range(start, max(start, min(self.count, (last + 1) * self.columns)))

    def runs_in(self, box: Box) -> list[range]:
        """The rows whose tiles a rectangle touches, as unbroken runs in ascending order.

        There is one run for each line, or a single one where the rectangle touches all columns.
        """
        rows = self.rows_between(box.y, box.bottom)
        first, last = _touched(box.x - self.left, box.right - self.left, self.tile_width, self.pitch_x, self.columns)
        if not rows or first > last:
            return []
        if last - first + 1 == self.columns:
            return [rows]
        starts = range(rows.start + first, rows.stop, self.columns)
        return [range(start, min(start + last - first + 1, self.count)) for start in starts]

    # --- moving about -----------------------------------------------------------------------------------------------

    def moved(self, row: int, lines: int) -> int:
        """The row so many lines below (or above), in the same column, as far as there are lines.

        A last line that does not reach so far to the right is reached at its end.
        """
        line, column = divmod(row, self.columns)
        target = min(max(line + lines, 0), self.lines - 1)
        return row if target == line else min(target * self.columns + column, self.count - 1)

    def page(self, height: int) -> int:
        """How many lines a step by a page goes, where `height` is in sight; at least one."""
        return max(1, (height - self.gap_y) // self.pitch_y)

    def scroll_span(self, row: int, height: int) -> tuple[int, int]:
        """The lowest and the highest scroll position at which all of a row's tile is in sight, a gap around it too.

        Where `height` is too low for that, both are the one that shows the tile's upper part.
        """
        top = row // self.columns * self.pitch_y
        return min(top, top + self.pitch_y + self.gap_y - height), top


def _touched(start: int, end: int, length: int, pitch: int, number: int) -> tuple[int, int]:
    """The first and the last of `number` pieces of a `length`, one each `pitch`, that touch a stretch; (1, 0): none."""
    first = max(0, -(-(start - length + 1) // pitch))
    last = min(number - 1, end // pitch)
    return (first, last) if first <= last else (1, 0)
