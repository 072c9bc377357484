"""The heading of the form: the session's name, whole, or in discreet mode one line under a veil."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.veil import Veil

_MOST = 16_777_215  # QWIDGETSIZE_MAX


class Heading(QLabel):
    """Bold, never HTML, and never so wide that the form can't be narrow."""

    def __init__(self, discretion: Discretion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._discretion = discretion
        self._name = ""
        self._veil = Veil(self, discretion, framed=False)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        discretion.changed.connect(self._show)
        self._show()

    def show_name(self, name: str, session_id: int) -> None:
        """Show the name of a session."""
        self._name = name
        self._veil.set_seed(session_id)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line is cut to fit."""
        super().resizeEvent(event)
        if self._discretion.on:
            self._show()

    def _show(self) -> None:
        """A longer name takes more lines, which would tell of its length, so a hidden one has to do with one."""
        hides, metrics = self._discretion.on, self.fontMetrics()
        text = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, self.width()) if hides else self._name
        self.setWordWrap(not hides)
        self.setMinimumHeight(metrics.lineSpacing() if hides else 0)
        self.setMaximumHeight(metrics.lineSpacing() if hides else _MOST)
        self.setText(text)
