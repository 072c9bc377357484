"""Texts that have too little room: what is cut in labels, buttons, check boxes and tabs, and lines that are too low."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from joip_desktop.ui.editor.chip import Chip
from joip_desktop.ui.editor.chip_field import NameLine

_SLACK = 1
"""Pixels, for widths that are rounded."""


def settled() -> None:
    """Let layouts within layouts come to rest."""
    for _ in range(6):
        QApplication.processEvents()


def cut_texts(top: QWidget) -> list[str]:
    """What has too little room, without a tooltip that tells the whole of it."""
    settled()
    return [
        f"{type(widget).__name__} {text[:40]!r} in {type(widget.parentWidget()).__name__}: {why}"
        for widget in (top, *top.findChildren(QWidget))
        if widget.isVisible() and widget.window() is top.window() and not widget.objectName().startswith("qt_")
        for text, why in _cut(widget)
        if not _told(widget, text)
    ]


def _told(widget: QWidget, text: str) -> bool:
    plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()
    return bool(plain) and plain in QTextDocumentFragment.fromHtml(widget.toolTip()).toPlainText()


def _cut(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QTabBar):
        for at in range(widget.count()):
            needed = widget.fontMetrics().horizontalAdvance(widget.tabText(at).replace("&", ""))
            if widget.tabRect(at).width() < needed or widget.tabRect(at).height() < widget.fontMetrics().height():
                yield widget.tabText(at), f"{widget.tabRect(at).size()}"
        return
    text = _text_of(widget)
    if not text.strip():
        return
    if (needed := _needed_width(widget)) > widget.width() + _SLACK:
        yield text, f"{needed} wide, has {widget.width()}"
    if (needed := _needed_height(widget)) > widget.height() + _SLACK:
        yield text, f"{needed} high, has {widget.height()}"
    if (hidden := _outside(widget)) is not None:
        yield text, f"reaches out of {type(hidden).__name__}"


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QPushButton | QToolButton | QCheckBox):
        is_shown = not isinstance(widget, QToolButton) or widget.toolButtonStyle() is not Qt.ToolButtonStyle(0)
        return widget.text() if is_shown or widget.icon().isNull() else ""  # type: ignore[union-attr]  # a tool button
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText() or "…"
    return "…" if isinstance(widget, QComboBox | QAbstractSpinBox) else ""


def _needed_width(widget: QWidget) -> int:
    metrics, needed = widget.fontMetrics(), 0
    match widget:
        case Chip():
            needed = metrics.horizontalAdvance(widget.shown)
        case QLabel() if widget.wordWrap():
            needed = max(map(metrics.horizontalAdvance, widget.text().split())) + 2 * widget.margin()
        case QLabel():
            needed = widget.sizeHint().width()
        case QPushButton():
            needed = metrics.horizontalAdvance(widget.text().replace("&", "")) + (8 if widget.menu() is None else 20)
        case QCheckBox():
            option = QStyleOptionButton()
            widget.initStyleOption(option)
            box = widget.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, widget).left()
            needed = box + metrics.horizontalAdvance(widget.text().replace("&", ""))
        case QToolButton():
            needed = metrics.horizontalAdvance(widget.text()) + 4
        case _:
            pass
    return needed


def _needed_height(widget: QWidget) -> int:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width())
    if isinstance(widget, NameLine | Chip):
        return widget.fontMetrics().height()
    if isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox):
        return widget.fontMetrics().height()
    return widget.fontMetrics().height() if isinstance(widget, QPushButton) else widget.sizeHint().height()


def _outside(widget: QWidget) -> QWidget | None:
    """What is around a widget and cuts a part of it off; what can be scrolled does not."""
    around = widget.parentWidget()
    if around is None or widget.isWindow():
        return None
    while around is not None:
        if isinstance(around.parentWidget(), QAbstractScrollArea):
            return None
        place = QRect(widget.mapTo(around, QPoint()), widget.size())
        if not around.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
            return around
        if around.isWindow():
            return None
        around = around.parentWidget()
    return None
