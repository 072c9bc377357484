"""The history as a list: moving in it looks, Enter or a double click undoes or redoes up to a row."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPalette, QUndoStack
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.focus import frame_focus

_ROW_HEIGHT: Final = 26


class HistoryView(QListWidget):
    """Follows the undo stack: the row that is in force is bold, what has been undone is dimmed and in italics.

    Qt's own QUndoView undoes as soon as another row is current, an arrow key away from hundreds of requests.
    """

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._listens = True
        self.setAccessibleName(say("History of actions"))
        self.itemDoubleClicked.connect(lambda item: self._go_to(self.row(item)))
        stack.indexChanged.connect(self._show)
        self._show()

    def close_listening(self) -> None:
        """Listen to the stack no longer; it clears itself while it is deleted."""
        self._listens = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the row; all else is the list's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._go_to(self.currentRow())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, and a frame while the keyboard is here."""
        super().paintEvent(event)
        frame_focus(self)

    def _go_to(self, row: int) -> None:
        self._stack.setIndex(row)

    def _show(self) -> None:
        if not self._listens:
            return
        count, position = self._stack.count(), self._stack.index()
        texts = [say("Before these actions") if count else say("Nothing done yet")]
        texts += [self._stack.text(row) for row in range(count)]
        while self.count() > len(texts):
            self.takeItem(self.count() - 1)
        while self.count() < len(texts):
            item = QListWidgetItem(self)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
        muted = self.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for row, text in enumerate(texts):
            item = self.item(row)
            undone, in_force = row > position, bool(count) and row == position
            font = self.font()
            font.setBold(in_force)
            font.setItalic(undone)
            item.setFont(font)
            item.setData(Qt.ItemDataRole.ForegroundRole, muted if undone else None)
            item.setText(text)
            state = say("undone") if undone else say("as it is now") if in_force else ""
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{text}, {state}" if state else text)
        self.setCurrentRow(position)
