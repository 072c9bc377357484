"""A question for one line of text, such as the name of a saved search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, without_icons

_LONGEST = 200
"""Characters; more than that is a mistake of the clipboard."""


class LineDialog(QDialog):
    """Asks for one line. `note` says of what has been typed so far what comes of it; it refuses nothing.

    An empty line is refused unless it `may_be_empty`. Blanks around the line are taken away.
    """

    given = Signal(str)
    """The line, once it was agreed to."""

    def __init__(
        self,
        *,
        title: str,
        label: str,
        text: str = "",
        accept: str = "",
        may_be_empty: bool = False,
        note: Callable[[str], str] = lambda _line: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._may_be_empty = may_be_empty
        self._note = note
        self.setWindowTitle(title)
        self.line = QLineEdit(text[:_LONGEST])
        self.line.setMaxLength(_LONGEST)
        self.line.selectAll()
        self.line.setAccessibleName(label)  # with the caption as its buddy, an & in it would be taken for a key
        caption = text_label(label)
        self.note = text_label()
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.note.setMinimumHeight(2 * self.note.fontMetrics().lineSpacing())  # so that nothing moves while typing
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self.buttons.addButton(accept or say("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        for widget in (caption, self.line, self.note, self.buttons):
            layout.addWidget(widget)
        self._accept.setDefault(True)  # not before the button is in the dialog, or Enter would cancel
        self.setMinimumWidth(380)
        self.line.textChanged.connect(self._on_text)
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self.reject)
        self._on_text()
        self.line.setFocus()

    def _on_text(self) -> None:
        line = self.line.text().strip()
        self._accept.setEnabled(bool(line) or self._may_be_empty)
        self.note.setText(self._note(line))
        layout = self.layout()
        if self.isVisible() and layout is not None:
            needed = layout.totalMinimumHeightForWidth(self.width())
            self.resize(self.width(), max(needed, self.height()))  # at large text the note may need more lines

    def _on_accept(self) -> None:
        self.accept()
        self.given.emit(self.line.text().strip())
