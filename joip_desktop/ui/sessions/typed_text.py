"""What somebody types at a view to go to a title, gathered letter by letter; Qt does that only for its own search."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


def _pause() -> float:
    """Seconds without a letter after which another word begins; the system's setting."""
    return QApplication.keyboardInputInterval() / 1000


class TypedText:
    """Gathers letters to a word until there is a pause."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, pause: Callable[[], float] = _pause) -> None:
        self._clock = clock
        self._pause = pause
        self._word = ""
        self._last = float("-inf")

    @property
    def is_running(self) -> bool:
        """Whether another letter would go on with the word."""
        return bool(self._word) and self._clock() - self._last <= self._pause()

    def takes(self, event: QEvent) -> bool:
        """Whether a key that is a shortcut of the window is a letter of a word that is being typed (`F`, in "calm f").

        For `event` of a view, which is asked before shortcuts are.
        """
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        others = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        return self.is_running and event.text().isprintable() and bool(event.text()) and not others

    def add(self, letters: str) -> str:
        """Take what was typed; returns the word so far, of which one letter again and again is that letter.

        So that it leads from one title to the next.
        """
        now = self._clock()
        self._word = letters if now - self._last > self._pause() else self._word + letters
        self._last = now
        return self._word[:1] if len(set(self._word.casefold())) == 1 else self._word
