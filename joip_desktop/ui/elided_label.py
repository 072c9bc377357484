"""A line of text that is cut to fit: what does not fit is in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from joip_desktop.ui.wording import plain_tooltip

_LEAST = 40
"""Pixels, so that it is seen that there is something."""


class ElidedLabel(QLabel):
    """One line of plain text; what does not fit gives way to dots. Screen readers are told the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self._show_rest()

    @property
    def shown(self) -> str:
        """The text as it stands there, cut or not."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def minimumSizeHint(self) -> QSize:
        """It may be cut as far as there is something left to see."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less of the text fits."""
        super().resizeEvent(event)
        self._show_rest()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text as far as it fits."""
        painter = QPainter(self)
        role, enabled = self.foregroundRole(), self.isEnabled()
        flags = self.alignment().value | Qt.TextFlag.TextSingleLine.value
        self.style().drawItemText(painter, self.contentsRect(), flags, self.palette(), enabled, self.shown, role)

    def _show_rest(self) -> None:
        self.setToolTip("" if self.shown == self.text() else plain_tooltip(self.text()))
