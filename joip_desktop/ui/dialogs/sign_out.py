"""Asks before a sign-out, and what is to become of changes that the server does not have yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from joip_desktop.domain.say import say, say_count
from joip_desktop.ui.theme import without_icons


def unsent_text(waiting: int, unsaved: int) -> str:
    """What would be kept or lost: changes that have not arrived, and sessions with unsaved edits; may be empty."""
    parts = []
    if waiting:
        parts.append(
            say_count(
                "{n} change has not been sent to the server yet.",
                "{n} changes have not been sent to the server yet.",
                waiting,
            )
        )
    if unsaved:
        parts.append(say_count("{n} session has unsaved edits.", "{n} sessions have unsaved edits.", unsaved))
    return " ".join(parts)


class SignOutQuestion(QMessageBox):
    """Calls `then(discard)` where the person signs out; Esc and Enter call it off."""

    def __init__(
        self, parent: QWidget, *, name: str, waiting: int, unsaved: int, then: Callable[[bool], object]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(say("Sign out"))
        unsent = unsent_text(waiting, unsaved)
        asked = say("Sign out of {name}?", name=name)
        roles = QMessageBox.ButtonRole
        self.keep_button: QPushButton | None = None
        if unsent:
            told = say(
                "Keep them, and they go on when you sign in to this account again. If you discard them, this "
                "computer also deletes the account's list and history. Nothing is deleted on the server."
            )
            self.keep_button = self.addButton(say("Sign out and keep"), roles.AcceptRole)
            self.discard_button = self.addButton(say("Sign out and discard"), roles.DestructiveRole)
        else:
            told = say(
                "This computer forgets the sign-in, and deletes the account's list and history. Nothing is deleted "
                "on the server."
            )
            self.discard_button = self.addButton(say("Sign out"), roles.DestructiveRole)
        self.setText("\n\n".join(filter(None, (asked, unsent, told))))
        self.cancel_button = self.addButton(QMessageBox.StandardButton.Cancel)
        self.cancel_button.setText(say("Cancel"))
        self.setDefaultButton(self.cancel_button)
        self.setEscapeButton(self.cancel_button)
        without_icons(self)
        self.finished.connect(lambda _: self._answer(then))

    def _answer(self, then: Callable[[bool], object]) -> None:
        clicked = self.clickedButton()
        if clicked is self.discard_button:
            then(True)
        elif self.keep_button is not None and clicked is self.keep_button:
            then(False)
