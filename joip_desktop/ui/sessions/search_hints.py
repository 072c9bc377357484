"""What appears below the search box: suggestions while typing, and a sentence on what is not understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.completion import Suggestion
from joip_desktop.domain.say import say
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours
from joip_desktop.ui.wording import shown_text

Index = QModelIndex | QPersistentModelIndex

_LEAST_WIDTH: Final = 380
_ROW_MARGIN: Final = 10
"""Added to the height of the text."""

_ROUNDING: Final = 2
"""Pixels that a text may need beyond what it measures."""

_HELP_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_SUGGESTION_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class SearchHints(QFrame):
    """A frame that lies over whatever is below the box. It never takes the focus; the box hands on the keys.

    It is a part of the box's window rather than a window of its own, so nothing grabs mouse or keyboard for it.
    """

    picked = Signal(object)
    """The `Suggestion` that was clicked."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self.list = QListWidget()
        self.list.setAccessibleName(say("Suggestions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self._delegate = _SuggestionDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.itemClicked.connect(lambda item: self.picked.emit(item.data(_SUGGESTION_ROLE)))
        self.label = text_label()
        self.label.setContentsMargins(SPACE, SPACE // 2, SPACE, SPACE // 2)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self.label)
        self.hide()
        box.destroyed.connect(self.deleteLater)  # when the window outlives the box

    @property
    def is_offering(self) -> bool:
        """Whether suggestions are shown."""
        return self.list.count() > 0

    @property
    def current(self) -> Suggestion | None:
        """The suggestion that was gone to with the keyboard."""
        row = self.list.currentRow()
        return None if row < 0 else self._suggestion(row)

    @property
    def first(self) -> Suggestion | None:
        """The likeliest suggestion."""
        return self._suggestion(0) if self.is_offering else None

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show suggestions, of which none is chosen yet; with none, show none."""
        self.list.clear()
        for suggestion in suggestions:
            item = QListWidgetItem(shown_text(suggestion.text), self.list)
            item.setData(_HELP_ROLE, shown_text(suggestion.help))
            item.setData(_SUGGESTION_ROLE, suggestion)
            spoken = ", ".join(filter(None, (suggestion.text, suggestion.help)))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        self._delegate.align(self.list.fontMetrics(), suggestions)
        self._show()

    def explain(self, sentence: str) -> None:
        """Show a sentence; an empty one is none."""
        if sentence != self.label.text():
            self.label.setText(sentence)
            self._show()

    def step(self, by: int) -> None:
        """Go to the next suggestion or the one before; before the first and after the last there is none chosen."""
        rows = self.list.count() + 1
        self.list.setCurrentRow((self.list.currentRow() + 1 + by) % rows - 1)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self.label.setStyleSheet(f"color: {colours.error}")
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colours.muted))  # the frame's line
        self.setPalette(palette)

    def stay_below(self) -> None:
        """Move to where the box is."""
        window = self._box.window()
        where = self._box.mapTo(window, QPoint(0, self._box.height() + 2))
        width = min(max(self._box.width(), _LEAST_WIDTH), window.width() - where.x() - 2)
        rows = self.list.count() * self.list.sizeHintForRow(0) if self.is_offering else 0
        told = self.label.heightForWidth(width - 2 * self.frameWidth() - 2) if self.label.text() else 0
        room = window.height() - where.y() - 2
        self.list.setVisible(bool(rows))
        self.label.setVisible(bool(told))
        self.setGeometry(where.x(), where.y(), width, min(rows + told + 2 * self.frameWidth() + 2, room))

    def _suggestion(self, row: int) -> Suggestion:
        found: Suggestion = self.list.item(row).data(_SUGGESTION_ROLE)
        return found

    def _show(self) -> None:
        if not (self.is_offering or self.label.text()) or not self._box.isVisible():
            self.hide()
            return
        if self.parentWidget() is not self._box.window():
            self.setParent(self._box.window())
        self.stay_below()
        self.show()
        self.raise_()


class _SuggestionDelegate(QStyledItemDelegate):
    """Paints text and help in two columns."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._column = 0

    def align(self, metrics: QFontMetrics, suggestions: Sequence[Suggestion]) -> None:
        """Begin the help behind the longest text."""
        widths = (metrics.horizontalAdvance(shown_text(one.text)) for one in suggestions)
        self._column = max(widths, default=0) + _ROUNDING

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, QFontMetrics(option.font).height() + _ROW_MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        palette: QPalette = option.palette
        roles = QPalette.ColorRole
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        metrics = QFontMetrics(option.font)
        rect = option.rect.adjusted(SPACE, 0, -SPACE, 0)
        column = min(self._column, rect.width() * 2 // 3)
        upright = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        elide = Qt.TextElideMode.ElideRight
        painter.save()
        painter.setFont(option.font)
        painter.setPen(palette.color(roles.HighlightedText if selected else roles.Text))
        painter.drawText(rect, upright, metrics.elidedText(index.data(), elide, column))
        rect.setLeft(rect.left() + column + 2 * SPACE)
        painter.setPen(palette.color(roles.HighlightedText if selected else roles.PlaceholderText))
        painter.drawText(rect, upright, metrics.elidedText(index.data(_HELP_ROLE), elide, rect.width()))
        painter.restore()
