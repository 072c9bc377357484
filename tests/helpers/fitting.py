"""Texts that have no room: what a widget needs against what it has, unless the whole text is in its tooltip."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from joip_desktop.ui.elided_label import ElidedLabel
from tests.helpers.pseudo import is_cut
from tests.helpers.readable import painted, readings

_TEXTS = (QLabel, QAbstractButton, QComboBox, QLineEdit, QTabBar, QGroupBox, QMenuBar)


def cut_off(top: QWidget) -> list[str]:
    """What can't be read whole in a window as it stands, with what it lacks."""
    found = [f"painted {text!r} has been cut, and no tooltip has the rest" for text in _cut_painted(top)]
    if isinstance(top, QMenu) and (lack := _lack(top.sizeHint(), top.size())):
        found.append(f"QMenu {lack}")
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not top:
            continue
        found += [f"{type(widget).__name__} {text!r} {lack}" for text, lack in _lacking(widget) if text.strip()]
        if isinstance(widget, _TEXTS) and (past := _past_an_edge(widget, top)):
            found.append(f"{type(widget).__name__} {_text_of(widget)!r} {past}")
    return found


def _cut_painted(top: QWidget) -> Iterator[str]:
    """What views cut by themselves, to an end with dots."""
    cut = [one.text for one in painted(top) if is_cut(one.text)]
    tips = [one.text for one in readings(top) if "tooltip" in one.where.casefold()] if cut else []
    yield from (text for text in cut if not any(_told_whole(text, tip) for tip in tips))


def _text_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()


def _lacking(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Texts of a widget that don't fit, and what they lack."""
    for kind, look in _LOOKS.items():
        if isinstance(widget, kind):
            yield from look(widget)


def _in_label(label: QLabel) -> Iterator[tuple[str, str]]:
    if not label.pixmap().isNull():
        return
    text, room = label.text(), label.contentsRect().size() - QSize(2 * label.margin(), 2 * label.margin())
    if is_cut(text) or (isinstance(label, ElidedLabel) and label.shown != text):
        if not _told_whole(text, label.toolTip()):
            yield text, "has been cut, and no tooltip has the rest"
    elif not label.wordWrap():
        wanted = label.sizeHint() - (label.size() - room)
        if lack := _lack(wanted, room):
            yield text, lack
    else:
        plain = _plain(text) if label.textFormat() is not Qt.TextFormat.PlainText else text
        longest = max(map(label.fontMetrics().horizontalAdvance, plain.split()), default=0)
        if lack := _lack(QSize(longest, label.heightForWidth(label.width())), QSize(room.width(), label.height())):
            yield text, lack


def _in_button(button: QAbstractButton) -> Iterator[tuple[str, str]]:
    if _is_without_text(button):
        return
    wanted, room = button.sizeHint(), button.size()
    if isinstance(button, QPushButton):  # which has more air around its text than it needs
        option = QStyleOptionButton()
        button.initStyleOption(option)
        room = button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, button).size()
        wanted = _text_size(button, button.text())
        if not button.icon().isNull():
            wanted.setWidth(wanted.width() + button.iconSize().width() + 4)
    if isinstance(button, QToolButton):
        wanted.setHeight(room.height())  # a bar of tools gives all the same
    if lack := _lack(wanted, room):
        yield button.text(), lack


def _is_without_text(button: QAbstractButton) -> bool:
    if not isinstance(button, QToolButton):
        return False
    style = button.toolButtonStyle()
    return style is Qt.ToolButtonStyle.ToolButtonIconOnly and not button.icon().isNull()


def _in_box(box: QComboBox) -> Iterator[tuple[str, str]]:
    if not box.isEditable():  # or its line is looked at
        option = QStyleOptionComboBox()
        box.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()
        yield from _on_line(box, box.currentText(), room)


def _in_line(line: QLineEdit) -> Iterator[tuple[str, str]]:
    if not line.text():  # what is typed can be gone through
        margins = line.textMargins()
        buttons = sum(one.width() for one in line.findChildren(QToolButton) if one.isVisible())
        frame = 2 * line.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth, None, line)
        room = line.width() - margins.left() - margins.right() - frame - buttons
        yield from _on_line(line, line.placeholderText(), room)


def _in_tabs(bar: QTabBar) -> Iterator[tuple[str, str]]:
    for at in range(bar.count()):
        wanted, rect = bar.tabSizeHint(at), bar.tabRect(at)
        if lack := _lack(QSize(wanted.width(), 0), QSize(min(rect.right(), bar.width()) - rect.left() + 1, 0)):
            yield bar.tabText(at), lack


def _in_group(group: QGroupBox) -> Iterator[tuple[str, str]]:
    yield from _on_line(group, group.title(), group.width() - 2 * group.fontMetrics().averageCharWidth())


def _in_menu_bar(bar: QMenuBar) -> Iterator[tuple[str, str]]:
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            yield action.text(), "is beyond the bar's end"


def _in_header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    for section in range(header.count() if header.orientation() is Qt.Orientation.Horizontal else 0):
        if header.isSectionHidden(section):
            continue
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        tip = str(model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
        wanted, room = header.sectionSizeFromContents(section), header.sectionSize(section)
        if (lack := _lack(QSize(wanted.width(), 0), QSize(room, 0))) and not _told_whole(text, tip):
            yield text, lack


def _on_line(widget: QWidget, text: str, room: int) -> Iterator[tuple[str, str]]:
    lack = _lack(QSize(widget.fontMetrics().horizontalAdvance(text.replace("&", "")), 0), QSize(room, 0))
    if lack and not _told_whole(text, widget.toolTip()):
        yield text, lack


def _text_size(widget: QWidget, text: str) -> QSize:
    return QFontMetrics(widget.font()).size(Qt.TextFlag.TextShowMnemonic.value, text)


def _lack(wanted: QSize, room: QSize) -> str:
    wide, high = wanted.width() - room.width(), wanted.height() - room.height()
    return " and ".join(
        ([f"lacks {wide} of {wanted.width()} pixels"] if wide > 0 else [])
        + ([f"lacks {high} of {wanted.height()} pixels in height"] if high > 0 else [])
    )


def _told_whole(text: str, tooltip: str) -> bool:
    """Whether a tooltip says all of a text, which may have been cut to an end with dots."""
    told = _plain(tooltip)
    return not is_cut(told) and text.removesuffix("…").strip() in told


def _plain(text: str) -> str:
    return html.unescape(re.sub(r"</?[a-z]+[^<>]*>", "", text.replace("<br>", "\n")))


def _past_an_edge(widget: QWidget, top: QWidget) -> str:
    """Whether a part of it is beyond what lies around it; what can be scrolled to is not."""
    around = widget.parentWidget()
    rect = widget.rect()
    while around is not None:
        here = QRect(widget.mapTo(around, QPoint()), rect.size())
        area = around.parentWidget()
        scrolls = isinstance(area, QAbstractScrollArea) and area.viewport() is around
        if scrolls and isinstance(area, QAbstractItemView):
            return ""
        beyond = max(here.right() - around.rect().right(), -here.left())
        if beyond > 0 and not (scrolls and _scrolls_sideways(area)):
            return f"is cut by {beyond} pixels at the side of {type(around).__name__}"
        below = max(here.bottom() - around.rect().bottom(), -here.top())
        if scrolls:
            return ""
        if below > 0:
            return f"is cut by {below} pixels at the end of {type(around).__name__}"
        if around is top:
            return ""
        around = around.parentWidget()
    return ""


def _scrolls_sideways(area: QWidget | None) -> bool:
    return (
        isinstance(area, QAbstractScrollArea)
        and area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    )


_LOOKS: Final[Mapping[type[QWidget], Callable[[Any], Iterator[tuple[str, str]]]]] = {
    QLabel: _in_label,
    QAbstractButton: _in_button,
    QComboBox: _in_box,
    QLineEdit: _in_line,
    QTabBar: _in_tabs,
    QGroupBox: _in_group,
    QHeaderView: _in_header,
    QMenuBar: _in_menu_bar,
}
