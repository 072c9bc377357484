"""Ctrl+Z in a field takes back what was typed there; where nothing was, it takes back the action, as anywhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

_Key = QKeySequence.StandardKey


class UndoKeys(QObject):
    """Watches fields: Qt's own keep these keys to themselves also where they have nothing to take back."""

    def watch(self, top: QWidget) -> None:
        """Watch every field within a widget."""
        for kind in (QLineEdit, QPlainTextEdit, QAbstractSpinBox):
            for field in top.findChildren(kind):
                field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt asks a widget first whether a shortcut is its own key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = event.matches(_Key.Undo), event.matches(_Key.Redo)
            if (undo and not _can_undo(watched)) or (redo and not _can_redo(watched)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _can_undo(field: QObject) -> bool:
    match field:
        case QLineEdit():
            return field.isUndoAvailable()
        case QPlainTextEdit():
            return field.document().isUndoAvailable()
        case _:
            return any(line.isUndoAvailable() for line in field.findChildren(QLineEdit))


def _can_redo(field: QObject) -> bool:
    match field:
        case QLineEdit():
            return field.isRedoAvailable()
        case QPlainTextEdit():
            return field.document().isRedoAvailable()
        case _:
            return any(line.isRedoAvailable() for line in field.findChildren(QLineEdit))
