"""Discreet mode: whether titles, prompts and thumbnails are hidden, and what is painted or said in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QToolTip

from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import Session
from joip_desktop.ui.values import session_name

HIDDEN: Final = later("Hidden in discreet mode")
"""Where a sentence or a tooltip stands for what is hidden; to be said where it is shown."""

HIDDEN_VALUE: Final = later("hidden")
"""Where one value among others is hidden; likewise."""

_WITHHELD: Final = later("The server's words are hidden.")

HIDDEN_FIELDS: Final = frozenset({"title", "ai_prompt", "thumbnail"})


class Discretion(QObject):
    """Whether discreet mode is on; what is shown then does not depend on the hidden text, not even on its length.

    It is on when the person has switched it on, and while a screen is shared. What the person says last holds: switched
    on, it stays on after the sharing, too; switched off, it stays off until the next sharing.
    """

    changed = Signal()
    """It has been switched on or off."""

    def __init__(self, parent: QObject | None = None, *, on: bool = False) -> None:
        super().__init__(parent)
        self._chosen = on
        self._sharing = self._waived = False

    @property
    def on(self) -> bool:
        """Whether the hidden fields are hidden now."""
        return self._chosen or self.is_on_for_sharing

    @property
    def is_on_for_sharing(self) -> bool:
        """Whether it is on for no other reason than that a screen is shared."""
        return self._sharing and not self._waived and not self._chosen

    def set_on(self, on: bool) -> None:
        """Switch discreet mode on or off, as the person chose."""
        self._set(chosen=on, sharing=self._sharing, waived=self._sharing and not on)

    def set_sharing(self, sharing: bool) -> None:
        """Tell that a screen is shared, or no longer; false, too, where the person does not want it to matter."""
        self._set(chosen=self._chosen, sharing=sharing, waived=sharing and self._waived)

    def _set(self, *, chosen: bool, sharing: bool, waived: bool) -> None:
        before = self.on
        self._chosen, self._sharing, self._waived = chosen, sharing, waived
        if self.on != before:
            QToolTip.hideText()
            self.changed.emit()

    def hides(self, field: str) -> bool:
        """Whether the values of this field are hidden now."""
        return self.on and field in HIDDEN_FIELDS

    def session_name(self, session: Session | None, session_id: int) -> str:
        """What to call a session in a list: its title, or its number while titles are hidden."""
        return session_name(None if self.on else session, session_id)

    def error_text(self, sentence: str) -> str:
        """The sentence of an error, less the server's own words, which may repeat what is hidden.

        Our sentences have those words behind the first colon, and nowhere else (`api/decode.py`).
        """
        ours, colon, _ = sentence.partition(": ")
        return f"{ours}. {say(_WITHHELD)}" if self.on and colon else sentence


# --- smudges ----------------------------------------------------------------------------------------------------------

_OPACITY: Final = 0.22
"""Of the text's colour: seen, but quieter than any text."""
_SHORTEST, _LONGEST = 3, 9
"""Letters of a word."""
_WORDS: Final = 5
"""Of a line that is not the last; the last one has one or two less, as paragraphs do."""
_MULTIPLIER, _INCREMENT, _MODULUS = 6364136223846793005, 1442695040888963407, 2**64  # Knuth's MMIX


def paint_smudge(painter: QPainter, rect: QRect, seed: int, colour: QColor, lines: int = 1) -> None:
    """Paint what stands for a hidden text: lines of rounded bars as wide as words, vertically centred in `rect`.

    The bars depend on `seed` alone, which is to be the session's id, on the painter's font, and on `rect`, which they
    don't leave: a word that has no room is left out. `colour` is the one that the text would have.
    """
    metrics = painter.fontMetrics()
    height = max(3.0, round(metrics.xHeight() * 1.1))
    pitch = float(metrics.lineSpacing())
    letter, gap = float(metrics.averageCharWidth()), metrics.averageCharWidth() * 0.9
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(painter.opacity() * _OPACITY)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    letters = _word_lengths(seed)
    top = rect.top() + (rect.height() - (lines - 1) * pitch - height) / 2
    for line in range(lines):
        left, right = float(rect.left()), float(rect.left() + rect.width())
        words = _WORDS - (0 if line < lines - 1 else 1 + next(letters) % 2)
        for word in range(words):
            width = next(letters) * letter
            if word == 0:
                width = min(width, right - left)
            if width < height or left + width > right:
                break
            painter.drawRoundedRect(QRectF(left, top, width, height), height / 2, height / 2)
            left += width + gap
        top += pitch
    painter.restore()


def _word_lengths(seed: int) -> Iterator[int]:
    """Numbers of letters, always the same ones for a seed, by a linear congruential generator."""
    state = seed % _MODULUS
    while True:
        state = (state * _MULTIPLIER + _INCREMENT) % _MODULUS
        yield _SHORTEST + (state >> 33) % (_LONGEST - _SHORTEST + 1)
