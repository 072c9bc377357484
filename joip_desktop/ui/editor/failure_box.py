"""Why a change of the session is held, above its form."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from joip_desktop.domain.entry import Entry, State
from joip_desktop.domain.say import say
from joip_desktop.ui.discretion import Discretion
from joip_desktop.ui.editor.side_by_side import place
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours


class FailureBox(QWidget):
    """Says why the session's change is held, with the ways on."""

    def __init__(self, discretion: Discretion) -> None:
        super().__init__()
        self._discretion = discretion
        self._label = text_label()
        self.retry = QPushButton(say("Try again"))
        self.resolve = QPushButton(say("Choose…"))
        self.discard = QPushButton(say("Give up the change"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, 0)
        layout.addWidget(self._label)
        self._buttons = QHBoxLayout()
        for button in (self.retry, self.resolve, self.discard):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        layout.addLayout(self._buttons)
        self.hide()

    def arrange(self, room: int) -> None:
        """Let the buttons stand as there is room for them."""
        shown = [button for button in (self.retry, self.resolve, self.discard) if not button.isHidden()]
        place(self._buttons, [button.sizeHint().width() for button in shown], room)

    def show_entry(self, entry: Entry | None) -> None:
        """Show why an entry is held, or hide the box."""
        error = None if entry is None else entry.error
        self.setVisible(error is not None)
        if entry is not None and error is not None:
            failed = entry.state is State.FAILED
            sentence = self._discretion.error_text(error.sentence) if failed else error.sentence
            self._label.setText(f"{say('Not saved.')} {sentence} {error.next_step}".rstrip())
            self.retry.setVisible(failed)
            self.resolve.setVisible(not failed)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._label.setStyleSheet(f"color: {colours.error}")
