"""A number box that holds any whole number, any other text or nothing, and never changes one by showing it."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from joip_desktop.domain.session import same
from joip_desktop.ui.wording import shown_text

Entry: TypeAlias = int | str | None
"""What a box holds: a whole number, the text itself where it says none, or None where it has no text but blanks."""


class NumberBox(QAbstractSpinBox):
    """A spin box over any `Entry`; QSpinBox would clamp what the server holds, and so change it."""

    number_edited = Signal(object)
    """The `Entry` that the person made."""

    def __init__(self, minimum: int | None, maximum: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._minimum = minimum
        self._maximum = maximum
        self._entry: Entry = None
        self.lineEdit().textEdited.connect(self._on_text)

    @property
    def entry(self) -> Entry:
        """What the box holds."""
        return self._entry

    @property
    def number(self) -> int | None:
        """The number that the text says."""
        return self._entry if isinstance(self._entry, int) else None

    def show_entry(self, entry: Entry, missing: str) -> None:
        """Show a number or a text, or `missing` in grey where there is none."""
        self.lineEdit().setPlaceholderText(missing)
        if not same(entry, self._entry):  # else the text says it already, in the person's own way
            self._entry = entry
            self.lineEdit().setText("" if entry is None else shown_text(str(entry)))
            self.update()  # the arrows, too

    def forget(self) -> None:
        """Empty the box."""
        self._entry = None
        self.lineEdit().setText("")

    def start_with(self, entry: Entry) -> None:
        """Begin with this, or the least number allowed."""
        self._set(self._minimum or 0 if entry is None else entry)

    def clear(self) -> None:
        """Empty the box as by typing (Ctrl+U does it)."""
        super().clear()
        self._on_text("")

    def stepBy(self, steps: int) -> None:
        """Step within the range; from outside, to its nearer end."""
        start = self._minimum or 0 if self.number is None else self.number + steps
        if self._minimum is not None:
            start = max(start, self._minimum)
        if self._maximum is not None:
            start = min(start, self._maximum)
        self._set(start)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Which arrows work."""
        enabled = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self.number is None or self._maximum is None or self.number < self._maximum:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self.number is not None and (self._minimum is None or self.number > self._minimum):
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return enabled

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past the form changes nothing; only a focused box takes the wheel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _set(self, entry: int | str) -> None:
        self._entry = entry
        self.lineEdit().setText(shown_text(str(entry)))
        self.lineEdit().selectAll()
        self.number_edited.emit(entry)

    def _on_text(self, text: str) -> None:
        self._entry = _entry_of(text)
        self.number_edited.emit(self._entry)


def _entry_of(text: str) -> Entry:
    if "_" not in text:  # Python takes 1_0 for ten; people don't
        try:
            return int(text)
        except ValueError:  # also for one of several thousand digits
            pass
    return text if text.strip() else None
