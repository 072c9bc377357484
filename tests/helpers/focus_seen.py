"""Whether the keyboard's place is seen: what is painted around a widget with the focus and without."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.helpers.contrast import VISIBLE, contrast
from tests.helpers.discreet import leave

_AROUND = 8
"""Pixels beside a widget in which the sign of the focus may be, too: the frame around a whole field is one."""


def seen_by_focus(top: QWidget, before_it: QWidget, widget: QWidget) -> int:
    """How many pixels of and around a widget change for all to see when Tab leads there: by 3:1 and more."""
    for area in top.findChildren(QScrollArea):
        if area.isAncestorOf(widget):
            area.ensureWidgetVisible(widget)
    for _ in range(2):
        leave(top)
        QApplication.processEvents()
    leave(top)
    around = QRect(widget.mapTo(top, QPoint()), widget.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    around &= top.rect()
    before = _grabbed(top, around)
    before_it.setFocus()
    QTest.keyClick(before_it, Qt.Key.Key_Tab)
    assert widget.hasFocus()
    return _changed(before, _grabbed(top, around))


def _grabbed(top: QWidget, rect: QRect) -> QImage:
    return top.grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)


def _changed(before: QImage, after: QImage) -> int:
    count = 0
    told: dict[tuple[int, int], bool] = {}
    pairs = zip(memoryview(before.constBits()).cast("I"), memoryview(after.constBits()).cast("I"), strict=True)
    for old, new in pairs:
        if old != new:
            if (old, new) not in told:
                told[old, new] = contrast(f"#{old & 0xFFFFFF:06x}", f"#{new & 0xFFFFFF:06x}") >= VISIBLE
            count += told[old, new]
    return count
