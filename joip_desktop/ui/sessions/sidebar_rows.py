"""The rows of the sidebar: what stands in each, in which order, and how it is painted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from joip_desktop.domain.fields import FIELDS
from joip_desktop.domain.say import later, number, say, say_count
from joip_desktop.engine.places import KINDS, STATES, Place
from joip_desktop.engine.several_drafts import UnsavedGroup
from joip_desktop.storage.settings import SavedSearch
from joip_desktop.ui.icons import icon
from joip_desktop.ui.theme import LIGHT, SPACE, Colours
from joip_desktop.ui.wording import plain_tooltip, shortened, shown_text

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Of an item: its `Row`."""

_TOOLTIP_LENGTH: Final = 500
_LABELS: Final = {
    Place.ALL: (later("All sessions"), "list"),
    Place.FAVOURITES: (later("Favourites"), "star"),
    Place.PUBLIC: (later("Public"), "globe"),
    Place.SHARED: (later("Shared"), "share"),
    Place.IMPORTED: (later("Imported"), "import"),
    Place.MANUAL: (later("Manual"), "hand"),
    Place.NO_CATEGORY: (later("No category"), "folder-off"),
    Place.UNSAVED: (later("Unsaved"), "pencil"),
    Place.WAITING: (later("Waiting"), "clock"),
    Place.FAILED: (later("Failed"), "warning"),
    Place.CONFLICTS: (later("Conflicts"), "conflict"),
}
_HELP: Final = {
    Place.ALL: later("Every session of the account."),
    Place.SHARED: later(
        "The list does not tell whether a session is shared with the community. "
        "Counted are those of which another answer of the server has told it."
    ),
    Place.UNSAVED: later("Edited here, and not saved yet."),
    Place.WAITING: later("Changed here, and not confirmed by the server yet."),
    Place.FAILED: later("The server refused a change. It waits for you."),
    Place.CONFLICTS: later("Changed elsewhere, too, in the same field."),
}
_GROUP_HELP: Final = later(
    "Entered for several sessions at once, and not saved yet. A click selects them, so that the form shows it again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A place with its count (None while it is counted), or a heading, which has no place.

    `problem` says why a saved search does not work. The label of a group names the fields with unsaved edits.
    """

    label: str
    place: Place | None = None
    icon: str = ""
    count: int | None = None
    problem: str = ""

    @property
    def is_group(self) -> bool:
        """Whether it stands for sessions with unsaved edits for all of them."""
        return self.place is not None and self.place.group is not None

    @property
    def key(self) -> str:
        """What tells the row from others, whatever is counted."""
        return f"heading {self.label}" if self.place is None else self.place.key

    @property
    def number(self) -> str:
        """The count as it is shown."""
        if self.place is None:
            return ""
        return "!" if self.problem else "…" if self.count is None else number(self.count)

    @property
    def spoken(self) -> str:
        """The row in words."""
        if self.place is None:
            return self.label
        if self.problem:
            return say("{label}, this search has a mistake", label=self.label)
        if self.count is None:
            return say("{label}, being counted", label=self.label)
        if self.is_group:
            return say_count(
                "Unsaved edits for {n} session at once: {fields}",
                "Unsaved edits for {n} sessions at once: {fields}",
                self.count,
                fields=self.label,
            )
        return say_count("{label}, {n} session", "{label}, {n} sessions", self.count, label=self.label)

    @property
    def tooltip(self) -> str:
        """What the place means, in the language of the search box as well."""
        if self.place is None:
            return ""
        search, told = shortened(shown_text(self.place.search), _TOOLTIP_LENGTH), _HELP.get(self.place)
        if self.is_group:
            search, told = "", _GROUP_HELP  # its search is nothing to type
        lines = (
            shortened(self.spoken if self.is_group else self.label, _TOOLTIP_LENGTH),
            say("Search: {search}", search=search) if search else "",
            say(told) if told else "",
            self.problem,
        )
        return plain_tooltip("\n".join(filter(None, lines))).replace("\n", "<br>")


def rows(
    *,
    count: Callable[[Place], int | None],
    categories: Iterable[int],
    category_name: Callable[[int], str],
    searches: Iterable[SavedSearch],
    problem_of: Callable[[str], str],
    groups: Iterable[UnsavedGroup] = (),
) -> list[Row]:
    """All rows in their order; a search that is saved twice stands there once."""

    def fixed(places: Iterable[Place]) -> list[Row]:
        return [Row(label=say(_LABELS[one][0]), place=one, icon=_LABELS[one][1], count=count(one)) for one in places]

    named = [
        Row(
            label=shown_text(category_name(category)) or say("Category {name}", name=str(category)),
            place=place,
            icon="folder",
            count=count(place),
        )
        for category in categories
        for place in (Place.category(category),)
    ]
    saved = {
        one.search: Row(
            label=shown_text(one.name),
            place=place,
            icon="bookmark",
            count=count(place),
            problem=problem_of(one.search),
        )
        for one in reversed([*searches])
        for place in (Place.saved(one.search),)
    }
    found = [*fixed(KINDS), Row(label=say("Categories")), *fixed((Place.NO_CATEGORY,)), *named]
    edited = [_group_row(one, count) for one in groups]
    after = STATES.index(Place.UNSAVED) + 1
    found += [Row(label=say("Changes")), *fixed(STATES[:after]), *edited, *fixed(STATES[after:])]
    if saved:
        found += [Row(label=say("Saved searches")), *reversed(saved.values())]
    return found


def _group_row(group: UnsavedGroup, count: Callable[[Place], int | None]) -> Row:
    place = Place.unsaved_group(group.number)
    fields = ", ".join(FIELDS[name].label for name in group.fields)
    return Row(label=fields, place=place, icon="stack", count=count(place))


# --- painting ---------------------------------------------------------------------------------------------------------

_ICON: Final = 18
_HEIGHT: Final = 14
"""Added to the height of the text."""

_GAP_ABOVE_HEADING: Final = 8
_INDENT: Final = 2 * SPACE


class RowDelegate(QStyledItemDelegate):
    """Paints icon and name on the left, the number on the right; a name that is too long gives way to the number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = LIGHT
        self._icons: dict[str, QIcon] = {}

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        self._icons.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: D102 - Qt's name
        row: Row = index.data(ROW_ROLE)
        above = _GAP_ABOVE_HEADING if row.place is None else 0
        return QSize(0, QFontMetrics(option.font).height() + _HEIGHT + above)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: D102 - Qt's name
        row: Row = index.data(ROW_ROLE)
        painter.save()
        if row.place is None:
            self._paint_heading(painter, option, row)
        else:
            self._paint_place(painter, option, index, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.muted))
        rect = option.rect.adjusted(SPACE, _GAP_ABOVE_HEADING, -SPACE, 0)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.label)

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row) -> None:
        self.initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # the list as a whole is framed
        option.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        metrics = QFontMetrics(option.font)
        rect = option.rect.adjusted(SPACE, 0, -SPACE, 0)
        if row.is_group:
            rect.setLeft(rect.left() + _INDENT)  # it belongs to the row above
        where = QRect(rect.left(), rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
        self._icon(row).paint(painter, where, Qt.AlignmentFlag.AlignCenter, mode)
        rect.setLeft(where.right() + SPACE)
        painter.setFont(option.font)
        painter.setPen(QColor(self._colours.on_accent if selected else self._number_colour(row)))
        upright = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | upright, row.number)
        rect.setRight(rect.right() - metrics.horizontalAdvance(row.number) - SPACE)
        if not selected and row.count != 0:
            painter.setPen(QColor(self._colours.text))
        label = metrics.elidedText(row.label, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | upright | Qt.TextFlag.TextSingleLine, label)

    def _number_colour(self, row: Row) -> str:
        if row.problem or (row.place == Place.FAILED and row.count):
            return self._colours.error
        return self._colours.conflict if row.place == Place.CONFLICTS and row.count else self._colours.muted

    def _icon(self, row: Row) -> QIcon:
        if row.icon not in self._icons:
            self._icons[row.icon] = icon(row.icon, self._colours.muted, selected=self._colours.on_accent)
        return self._icons[row.icon]


def least_width(metrics: QFontMetrics, labels: Collection[str]) -> int:
    """The width in which each of the labels can be read beside a number of six digits."""
    widest = max(map(metrics.horizontalAdvance, labels))
    return 4 * SPACE + _ICON + widest + metrics.horizontalAdvance("100,000")


FIXED_LABELS: Final = tuple(label for label, _ in _LABELS.values())
"""In English."""
