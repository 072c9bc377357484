"""A field for a secret that is pasted rather than typed: it takes text of many lines and never shows any of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from joip_desktop.domain.say import say

_STANDS_FOR_IT = "x" * 12
"""As dots in the line: neither the text nor its length."""


class PasteField(QLineEdit):
    """A line of dots. What is pasted is kept beside it, whole; what is typed is the line's own.

    `QLineEdit` would cut a long command and spoil its line ends, so no paste, drop or middle click reaches it. In its
    password mode Qt tells its text to no screen reader, lets none of it be copied, and remembers none for undoing.
    """

    secret_changed = Signal()
    """Something was pasted, typed or taken away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pasted = ""
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textEdited.connect(self._on_edited)

    @property
    def secret(self) -> str:
        """What was pasted or typed."""
        return self._pasted or self.text()

    def take(self, text: str) -> None:
        """Hold this text in place of a former one; nothing but blanks changes nothing."""
        if not text.strip():
            return
        self._pasted = text
        self.setText(_STANDS_FOR_IT)
        self.secret_changed.emit()

    def forget(self) -> None:
        """Hold nothing any more."""
        self._pasted = ""
        self.clear()
        self.secret_changed.emit()

    def _on_edited(self) -> None:
        """By an input method, say: the dots that stood for a paste mean nothing by themselves."""
        if self._pasted:
            self._pasted = ""
            self.clear()
        self.secret_changed.emit()

    def _paste(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        if self.isEnabled() and not self.isReadOnly():
            self.take(QGuiApplication.clipboard().text(mode))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste by our own way; any other editing begins anew after a paste, as half of one is worth nothing."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            event.accept()
            return
        takes_away = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        if self._pasted and (takes_away or (event.text() and event.text().isprintable())):
            self.forget()
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button pastes what is selected elsewhere, on systems that have this."""
        if event.button() is Qt.MouseButton.MiddleButton:
            if QGuiApplication.clipboard().supportsSelection():
                self._paste(QClipboard.Mode.Selection)
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text may be dropped."""
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere in the field."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """As if it were pasted."""
        self.take(event.mimeData().text())
        event.acceptProposedAction()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Paste and Clear: of the usual menu nothing else applies, and its Paste is Qt's."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.addAction(say("Paste"), self._paste)
        paste.setEnabled(bool(QGuiApplication.clipboard().text().strip()))
        clear = menu.addAction(say("Clear"), self.forget)
        clear.setEnabled(bool(self.secret))
        menu.popup(event.globalPos())
        event.accept()
