"""How a command looks in a list: its name with the letters that were found, where it stands, and its keys."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from joip_desktop.ui.theme import SPACE

_Index = QModelIndex | QPersistentModelIndex
_Role = QPalette.ColorRole

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""Of an item: its `CommandRow`."""

_MARGIN: Final = 10
"""Added to the height of the text."""

_GAP: Final = 2 * SPACE


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRow:
    """What stands in a row: name, what is said beside it, keys; `letters` and `letters_aside` were searched for."""

    text: str
    aside: str
    keys: str
    enabled: bool
    letters: tuple[int, ...] = ()
    letters_aside: tuple[int, ...] = ()


class CommandDelegate(QStyledItemDelegate):
    """Paints name and place on the left, the keys on the right; the place gives way first."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:  # noqa: D102 - Qt's name
        return QSize(0, QFontMetrics(option.font).height() + _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: D102 - Qt's name
        row: CommandRow = index.data(ROW_ROLE)
        self.initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        colour, muted = _colours(option, row)
        bold = QFont(option.font)
        bold.setBold(True)
        widest = QFontMetrics(bold)  # letters that were found are bold
        room = option.rect.adjusted(SPACE, 0, -SPACE, 0)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(muted)
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.keys)
        if row.keys:
            room.setRight(room.right() - QFontMetrics(option.font).horizontalAdvance(row.keys) - _GAP)
        text = _shortened(row.text, widest, room.width())
        painter.setPen(colour)
        room.setLeft(_draw(painter, room, text, row.letters) + _GAP)
        aside = _shortened(row.aside, widest, room.width())
        painter.setPen(muted)
        _draw(painter, room, aside, row.letters_aside)
        painter.restore()


def _colours(option: QStyleOptionViewItem, row: CommandRow) -> tuple[QColor, QColor]:
    """Of the name, and of what stands beside it."""
    palette: QPalette = option.palette
    if option.state & QStyle.StateFlag.State_Selected:
        chosen = palette.color(_Role.HighlightedText)
        return chosen, chosen
    muted = palette.color(_Role.PlaceholderText)
    return (palette.color(_Role.Text) if row.enabled else muted), muted


def _shortened(text: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) if width > 0 else ""


def _draw(painter: QPainter, room: QRect, text: str, letters: Iterable[int]) -> int:
    """One line of text with some of its letters in bold; returns where it ends."""
    layout = QTextLayout(text, painter.font())
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold)
    formats = []
    for at in letters:
        if at < len(text):
            part = QTextLayout.FormatRange()
            part.start, part.length = _units(text[:at]), _units(text[at])
            part.format = look
            formats.append(part)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width() + _GAP)
    layout.endLayout()
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))
    return room.left() + math.ceil(line.naturalTextWidth())


def _units(text: str) -> int:
    """How many of Qt's characters a text has: those beyond the first 65,536 count twice."""
    return len(text) + sum(character > "\uffff" for character in text)
