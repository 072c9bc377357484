"""A layout that sets widgets one after another, as words in a text: what does not fit begins a new row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget, QWidgetItem


@dataclass(frozen=True, slots=True)
class Flow:
    """Where things stand: x, y, width and height of each, and the height of them all."""

    places: tuple[tuple[int, int, int, int], ...]
    height: int


def flow(sizes: Sequence[tuple[int, int]], width: int, *, gap: int, fill_last: bool = False) -> Flow:
    """Place things of these sizes (width, height) in rows of `width`, with `gap` between them.

    What is wider than a row is cut down to one; things of a row are centred in its height. With `fill_last` the last
    thing gets all that is left of its row.
    """
    places: list[tuple[int, int, int, int]] = []
    row: list[tuple[int, int, int]] = []
    top = 0

    def end_row() -> int:
        height = max(own for _, _, own in row)
        places.extend((x, top + (height - own) // 2, wide, own) for x, wide, own in row)
        return top + height

    for wanted, height in sizes:
        wide = min(wanted, max(1, width))
        x = row[-1][0] + row[-1][1] + gap if row else 0
        if row and x + wide > width:
            top = end_row() + gap
            row, x = [], 0
        row.append((x, wide, height))
    if row and fill_last:
        x, wide, height = row[-1]
        row[-1] = (x, max(wide, width - x), height)
    return Flow(tuple(places), 0) if not row else Flow(height=end_row(), places=tuple(places))


class FlowLayout(QLayout):
    """Widgets in rows; the height follows from the width. The last one fills its row if it may grow that way."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 4) -> None:
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._flows: dict[int, Flow] = {}
        super().__init__(parent)

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Lay out these widgets, in this order; others are no longer laid out."""
        items = {item.widget(): item for item in self._items}
        for widget in widgets:
            if widget not in items:
                self.addChildWidget(widget)
                items[widget] = QWidgetItem(widget)
        self._items = [items[widget] for widget in widgets]
        self.invalidate()

    # --- what Qt asks ---------------------------------------------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Put an item behind the others."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item, or None behind the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Take an item out."""
        if not 0 <= index < len(self._items):
            return None
        self._flows.clear()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """It can use any width, and no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Fewer rows fit into less height."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all rows."""
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        return self._flow(inside).height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
        return self._with_margins(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the widest one needs, and one row high."""
        least = [item.minimumSize() for item in self._shown()]
        width = max((size.width() for size in least), default=0)
        return self._with_margins(width, max((size.height() for size in least), default=0))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items; from right to left where that is the direction of reading."""
        super().setGeometry(rect)
        inside = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        direction = Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
        for item, (x, y, width, height) in zip(self._shown(), self._flow(inside.width()).places, strict=True):
            place = QRect(inside.x() + x, inside.y() + y, width, height)
            item.setGeometry(QStyle.visualRect(direction, inside, place))

    def invalidate(self) -> None:
        """Something is another size now."""
        self._flows.clear()
        super().invalidate()

    # --- its own ----------------------------------------------------------------------------------------------------

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _flow(self, width: int) -> Flow:
        """The arrangement for a width; kept, since Qt asks several times."""
        if (found := self._flows.get(width)) is None:
            shown = self._shown()
            hints = [item.sizeHint() for item in shown]
            grows = bool(shown) and bool(shown[-1].expandingDirections() & Qt.Orientation.Horizontal)
            sizes = [(hint.width(), hint.height()) for hint in hints]
            found = self._flows[width] = flow(sizes, width, gap=self._gap, fill_last=grows)
        return found

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())
