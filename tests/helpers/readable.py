"""Every text that a person can read in a window or hear of it: widgets, menus, headers, cells, and what is painted."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QBuffer, QByteArray, QModelIndex, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QFont, QFontInfo
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

_Role = Qt.ItemDataRole
_CELL_ROLES = (
    *(_Role.DisplayRole, _Role.ToolTipRole, _Role.StatusTipRole),
    *(_Role.AccessibleTextRole, _Role.AccessibleDescriptionRole),
)
_MOST_ROWS = 40
_SVG = "{http://www.w3.org/2000/svg}text"


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, and where it stands."""

    where: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text!r}"


def readings(top: QWidget) -> list[Reading]:
    """All texts of a window but code, each once, those of its menus and of what is hidden in it included."""
    found = [*_of_widget(top), *painted(top)]
    for widget in top.findChildren(QWidget):
        found += _of_widget(widget)
    return list(dict.fromkeys(one for one in found if one.text.strip()))


def _of_widget(widget: QWidget) -> Iterator[Reading]:
    kind = type(widget).__name__
    texts = {
        "title": widget.windowTitle(),
        "tooltip": widget.toolTip(),
        "status tip": widget.statusTip(),
        "what's this": widget.whatsThis(),
        "name": widget.accessibleName(),
        "description": widget.accessibleDescription(),
        **_shown(widget),
        **_spoken(widget),
    }
    for what, text in texts.items():
        yield Reading(f"{kind} {what}", text)
    for action in widget.actions():
        yield from _of_action(action)
    if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        model: QAbstractItemModel | None = widget.model()
        if model is not None:
            yield from _of_model(kind, model)


def _shown(widget: QWidget) -> dict[str, str]:
    """What stands in it, by what it is."""
    texts: dict[str, str] = {}
    match widget:
        case QLabel() | QAbstractButton():
            texts = {"text": widget.text()}
        case QLineEdit():
            texts = {"text": widget.displayText(), "placeholder": widget.placeholderText()}
        case QPlainTextEdit():
            text = "" if _is_code(widget.font()) else widget.toPlainText()
            texts = {"text": text, "placeholder": widget.placeholderText()}
        case QComboBox():
            texts = _of_box(widget)
        case QTabBar():
            texts = {f"tab {at}": widget.tabText(at) for at in range(widget.count())}
            texts |= {f"tab {at} tooltip": widget.tabToolTip(at) for at in range(widget.count())}
        case QGroupBox():
            texts = {"title": widget.title()}
        case QMessageBox():
            texts = {"text": widget.text(), "more": widget.informativeText(), "details": widget.detailedText()}
    return texts


def _of_box(box: QComboBox) -> dict[str, str]:
    items = {f"item {at}": box.itemText(at) for at in range(box.count())}
    tips = {f"item {at} tooltip": _text(box.itemData(at, _Role.ToolTipRole)) for at in range(box.count())}
    return items | tips | {"text": box.currentText(), "placeholder": box.placeholderText()}


def _spoken(widget: QWidget) -> dict[str, str]:
    """What a screen reader says of it."""
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
    if interface is None:
        return {}
    texts = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Help)
    return {f"spoken {one.name}": interface.text(one) for one in texts}


def _of_action(action: QAction) -> Iterator[Reading]:
    for what, text in (
        ("text", action.text()),
        ("short text", action.iconText()),
        ("tooltip", action.toolTip()),
        ("status tip", action.statusTip()),
    ):
        yield Reading(f"action {what}", text)


def _of_model(kind: str, model: QAbstractItemModel) -> Iterator[Reading]:
    for section, role in product(range(_columns(model, QModelIndex())), _CELL_ROLES):
        yield Reading(f"{kind} header {role.name}", _text(model.headerData(section, Qt.Orientation.Horizontal, role)))
    for index in _indexes(model, QModelIndex()):
        for role in _CELL_ROLES:
            yield Reading(f"{kind} cell {role.name}", _text(index.data(role)))


def _indexes(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in islice(range(model.rowCount(parent)), _MOST_ROWS):
        for column in range(_columns(model, parent)):
            yield model.index(row, column, parent)
        yield from _indexes(model, model.index(row, 0, parent))


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    """Of lists Qt does not tell it: there it is private."""
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def painted(top: QWidget) -> Iterator[Reading]:
    """What is painted as text, also by views that paint by themselves; as it is seen, so cut where it has no room."""
    picture = QByteArray()
    buffer = QBuffer(picture)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(top.width(), top.height()))
    top.render(generator)
    for text in ET.fromstring(bytes(picture.data())).iter(_SVG):
        if not _is_code(QFont(text.get("font-family", ""))):
            yield Reading("painted", "".join(text.itertext()))


def _is_code(font: QFont) -> bool:
    """What is to be copied into a program stands in letters of one width, and is the same in every language."""
    return QFontInfo(font).fixedPitch()
