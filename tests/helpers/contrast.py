"""Contrast as WCAG 2 defines it: of two colours, and measured on what is painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from joip_desktop.ui.editor.chip import Chip
from tests.helpers.discreet import leave

READABLE = 4.5
"""Of texts (WCAG 1.4.3)."""

VISIBLE = 3.0
"""Of what shows a state, such as the keyboard's place (WCAG 1.4.11)."""

SCALE = 4
"""Pictures are this many times as large, so that strokes are wider than their anti-aliased edges."""

_ENOUGH = 6
"""Pixels in the colour of a text that are no accident of its edges."""

_GROUND = 0.02
"""The part of a place that a colour of its ground takes at least; grounds may be gradients."""


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)

    mixed = QColor(colour)
    return 0.2126 * linear(mixed.redF()) + 0.7152 * linear(mixed.greenF()) + 0.0722 * linear(mixed.blueF())


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


# --- what is painted --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Text:
    """A text that is in sight, and where."""

    words: str
    owner: str
    rect: QRect

    def __str__(self) -> str:
        return f"{self.owner} {self.words[:40]!r}"


def painted(top: QWidget, scale: int = SCALE) -> QImage:
    """The widget as it looks, larger, with pointer and caret elsewhere."""
    leave(top)
    return painted_as_is(top, scale)


def painted_as_is(top: QWidget, scale: int = SCALE) -> QImage:
    """The widget as it looks, larger."""
    picture = QPixmap(top.size() * scale)
    picture.setDevicePixelRatio(scale)
    top.render(picture)
    return picture.toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours_in(image: QImage, rect: QRect, scale: int = SCALE) -> Counter[str]:
    """How many pixels of each colour are in a place."""
    part = image.copy(QRect(rect.topLeft() * scale, rect.size() * scale))
    counted = Counter(memoryview(part.constBits()).cast("I"))
    found: Counter[str] = Counter()
    for value, count in counted.items():
        found[f"#{value & 0xFFFFFF:06x}"] += count
    return found


def measured(image: QImage, rect: QRect, scale: int = SCALE) -> float:
    """The contrast of what stands out most in a place with the ground there; 1 where there is nothing.

    Of a ground with several colours, the one counts that is the hardest to tell from the text.
    """
    found = colours_in(image, rect, scale)
    ground = found.most_common(1)[0][0]
    standing_out = [colour for colour, count in found.items() if count >= _ENOUGH]
    if len(standing_out) < 2:
        return 1.0
    ink = max(standing_out, key=lambda colour: contrast(colour, ground))
    least = _GROUND * sum(found.values())
    far = contrast(ink, ground)
    grounds = [one for one, count in found.items() if count >= least and contrast(one, ground) < far**0.25]
    return min(contrast(ink, one) for one in {ground, *grounds})


# --- where texts are --------------------------------------------------------------------------------------------------


def texts(top: QWidget) -> Iterator[Text]:
    """Every text that is in sight in a widget."""
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not top.window():
            continue
        seen_of = widget.visibleRegion().boundingRect()
        if isinstance(widget, QAbstractScrollArea):
            seen_of = widget.viewport().visibleRegion().boundingRect().translated(widget.viewport().pos())
        for words, rect in _texts_of(widget):
            seen = rect.intersected(seen_of)
            if words.strip() and seen.width() >= 8 and seen.height() >= 8:
                yield Text(words, type(widget).__name__, seen.translated(widget.mapTo(top, QPoint())))


def _texts_of(widget: QWidget) -> Iterator[tuple[str, QRect]]:  # noqa: C901, PLR0912 - one case for each kind
    style = widget.style()
    match widget:
        case Chip():
            end = 0 if widget.button.isHidden() else widget.button.width()
            yield widget.shown, widget.rect().adjusted(3, 3, -max(end, 3), -3)
        case QLabel():
            if widget.pixmap().isNull():
                yield widget.text(), widget.contentsRect()
        case QCheckBox():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            rect = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, widget)
            yield widget.text(), rect.adjusted(2, 2, -2, -2)
        case QPushButton():
            yield widget.text(), widget.rect().adjusted(5, 4, -5 if widget.menu() is None else -18, -4)
        case QToolButton():
            if widget.icon().isNull():
                yield widget.text(), widget.rect().adjusted(3, 3, -3, -3)
            elif widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
                yield widget.text(), widget.rect().adjusted(10 + widget.iconSize().width(), 3, -3, -3)
        case QAbstractButton():
            pass
        case QLineEdit():
            frame = QStyleOptionFrame()
            widget.initStyleOption(frame)
            rect = style.subElementRect(QStyle.SubElement.SE_LineEditContents, frame, widget)
            yield widget.text() or widget.placeholderText(), rect.adjusted(1, 1, -1, -1)
        case QPlainTextEdit():
            rect = widget.viewport().rect().translated(widget.viewport().pos())
            yield widget.toPlainText() or widget.placeholderText(), rect.adjusted(2, 2, -2, -2)
        case QComboBox():
            if not widget.isEditable():
                box = QStyleOptionComboBox()
                widget.initStyleOption(box)
                field = QStyle.SubControl.SC_ComboBoxEditField
                rect = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, box, field, widget)
                yield widget.currentText() or widget.placeholderText(), rect.adjusted(2, 2, -2, -2)
        case QTabBar():
            for at in range(widget.count()):
                yield widget.tabText(at), widget.tabRect(at).adjusted(4, 4, -4, -4)
        case QHeaderView():
            if widget.orientation() is Qt.Orientation.Horizontal:
                yield from _headers_of(widget)
        case QAbstractItemView():
            yield from _cells_of(widget)


def _headers_of(header: QHeaderView) -> Iterator[tuple[str, QRect]]:
    for at in range(header.count()):
        words = str(header.model().headerData(at, Qt.Orientation.Horizontal) or "")
        rect = QRect(header.sectionViewportPosition(at), 0, header.sectionSize(at), header.height())
        yield words, rect.adjusted(5, 3, -16, -3)


def _cells_of(view: QAbstractItemView) -> Iterator[tuple[str, QRect]]:
    model, offset = view.model(), view.viewport().pos()
    rows = range(min(model.rowCount(), 30))
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    indexes = [model.index(row, column) for row in rows for column in range(columns)]
    if isinstance(view, QTreeWidget):
        indexes += [model.index(0, column, index) for index in indexes for column in range(columns)]
    for index in indexes:
        words = index.data(Qt.ItemDataRole.DisplayRole)
        if isinstance(words, str) and view.indexWidget(index) is None:
            yield words, view.visualRect(index).translated(offset).adjusted(3, 3, -3, -3)
