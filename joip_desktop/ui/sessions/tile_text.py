"""Titles of tiles, laid out in a few lines and cut short with an ellipsis."""

from __future__ import annotations

import unicodedata
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_KEPT: Final = 500
"""Layouts; several screens full of tiles."""


class TitleTexts:
    """Lays texts out once and keeps the last ones, because every frame paints the same."""

    def __init__(self, lines: int) -> None:
        self._lines = lines
        self._width = 0
        self._fonts: dict[tuple[bool, bool], QFont] = {}
        self._kept: dict[tuple[str, bool, bool], QTextLayout] = {}
        self.set_width(100, QFont())

    def set_width(self, width: int, font: QFont) -> None:
        """Lay out texts for this width, in device-independent pixels."""
        self._width = width
        self._kept.clear()
        for bold in (False, True):
            for italic in (False, True):
                variant = QFont(font)
                variant.setBold(bold or font.bold())
                variant.setItalic(italic or font.italic())
                self._fonts[bold, italic] = variant

    def of(self, text: str, *, bold: bool = False, italic: bool = False) -> QTextLayout:
        """The text in up to so many lines; ready to be drawn at its top left corner."""
        key = (text, bold, italic)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            found = self._kept[key] = self._lay_out(text, self._fonts[bold, italic])
        return found

    def _lay_out(self, text: str, font: QFont) -> QTextLayout:
        layout = self._broken(text, font)
        if layout.lineCount() < self._lines:
            return layout
        start = layout.lineAt(self._lines - 1).textStart()
        units = text.encode("utf-16-le")  # Qt counts these
        head, tail = units[: 2 * start].decode("utf-16-le"), units[2 * start :].decode("utf-16-le")
        fitting = QFontMetrics(font).elidedText(tail, Qt.TextElideMode.ElideRight, self._width)
        return layout if fitting == tail else self._broken(head + fitting, font)

    def _broken(self, text: str, font: QFont) -> QTextLayout:
        """The text's first lines, one below the other."""
        layout = QTextLayout(text, font)
        layout.setTextOption(_option(text))
        layout.setCacheEnabled(True)
        spacing = QFontMetrics(font).lineSpacing()
        layout.beginLayout()
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, number * spacing))
        layout.endLayout()
        return layout


def _option(text: str) -> QTextOption:
    """How to break a text, and at which side it begins: at the right where its first letter is Hebrew or Arabic."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    option = QTextOption(Qt.AlignmentFlag.AlignLeft if first == "L" else Qt.AlignmentFlag.AlignRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return option
