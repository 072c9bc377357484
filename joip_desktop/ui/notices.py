"""The banner of notices: sentences that stay above the list until the person has dismissed them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.messages import Banner


class Notices(Banner):
    """Sentences, one below the other, with one button that dismisses all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: list[str] = []
        self.pressed.connect(self._dismiss)

    def add(self, sentence: str) -> None:
        """Say something that stays until it is dismissed; what is said already is not said twice."""
        self.take_back(sentence)
        self._sentences.append(sentence)
        self._show()

    def take_back(self, sentence: str) -> None:
        """Say something no longer; it may have been dismissed before, or never been said."""
        if sentence in self._sentences:
            self._sentences.remove(sentence)
            self._show()

    def _dismiss(self) -> None:
        self._sentences.clear()
        self._show()

    def _show(self) -> None:
        self.say("\n".join(self._sentences), button=say("OK") if self._sentences else "")
