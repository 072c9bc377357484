"""A number box that holds any whole number or none, and never changes one by showing it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget


class NumberBox(QAbstractSpinBox):
    """A spin box over any whole number or none; QSpinBox would clamp what the server holds, and so change it."""

    number_edited = Signal(object)
    """An int, or None where the text is no number."""

    def __init__(self, minimum: int | None, maximum: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._minimum = minimum
        self._maximum = maximum
        self._number: int | None = None
        self.lineEdit().textEdited.connect(self._on_text)

    @property
    def number(self) -> int | None:
        """The number that the text says."""
        return self._number

    def show_number(self, number: int | None, missing: str) -> None:
        """Show a number, or `missing` in grey where there is none."""
        self.lineEdit().setPlaceholderText(missing)
        if number != self._number:  # else the text says it already, perhaps half-typed
            self._number = number
            self.lineEdit().setText("" if number is None else str(number))
            self.update()  # the arrows, too

    def forget(self) -> None:
        """Empty the box."""
        self._number = None
        self.lineEdit().setText("")

    def start_with(self, number: int | None) -> None:
        """Begin with a number, or the least one allowed."""
        self._set(self._minimum or 0 if number is None else number)

    def clear(self) -> None:
        """Empty the box as by typing (Ctrl+U does it)."""
        super().clear()
        self._on_text("")

    def stepBy(self, steps: int) -> None:
        """Step within the range; from outside, to its nearer end."""
        start = self._minimum or 0 if self._number is None else self._number + steps
        if self._minimum is not None:
            start = max(start, self._minimum)
        if self._maximum is not None:
            start = min(start, self._maximum)
        self._set(start)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Which arrows work."""
        enabled = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._number is None or self._maximum is None or self._number < self._maximum:
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._number is not None and (self._minimum is None or self._number > self._minimum):
            enabled |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return enabled

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past the form changes nothing; only a focused box takes the wheel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _set(self, number: int) -> None:
        self._number = number
        self.lineEdit().setText(str(number))
        self.lineEdit().selectAll()
        self.number_edited.emit(number)

    def _on_text(self, text: str) -> None:
        try:
            self._number = None if "_" in text else int(text)  # Python takes 1_0 for ten; people don't
        except ValueError:
            self._number = None
        self.number_edited.emit(self._number)
