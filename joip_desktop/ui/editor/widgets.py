"""Field editors: widgets that take and give a field's domain value, whatever it is, and change none by showing it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from joip_desktop.domain.fields import FieldSpec
from joip_desktop.domain.session import UNKNOWN, FieldValue
from joip_desktop.domain.subreddits import clean
from joip_desktop.ui.theme import SPACE
from joip_desktop.ui.wording import shown_text

NOT_KNOWN = "not known"
NO_VALUE = "no value"


class FieldEditor(QWidget):
    """Edits one field. `edited` carries the domain value that the person made; showing a value emits nothing."""

    edited = Signal(object)

    def __init__(self, spec: FieldSpec, focus: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        self._layout.addWidget(focus)
        self.focus_widget = focus
        self.setFocusProxy(focus)
        focus.setAccessibleName(spec.label)
        focus.setAccessibleDescription(spec.help)

    def show_value(self, value: FieldValue) -> None:
        """Show a value that may be odd, null or UNKNOWN; each editor says how."""

    def forget(self) -> None:
        """Drop half-typed text: another session comes next."""

    def set_locked(self, locked: bool) -> None:
        """Let the value be read but not changed."""
        self.setDisabled(locked)


class TextEditor(FieldEditor):
    """One line of text."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(spec, self._line, parent)
        self._line.textEdited.connect(self._on_text)

    def show_value(self, value: FieldValue) -> None:
        """Show the text; text that is there already is left alone, so that the cursor stays."""
        text = shown_text(value) if isinstance(value, str) else ""
        self._line.setPlaceholderText(NOT_KNOWN if value is UNKNOWN else NO_VALUE if value is None else "")
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)

    def set_locked(self, locked: bool) -> None:
        """A locked line can still be read and copied from."""
        self._line.setReadOnly(locked)
        self._line.setEnabled(not locked)

    def _on_text(self, text: str) -> None:
        self.edited.emit(text)


class AddressEditor(TextEditor):
    """A web address, with a button that asks the server to generate the picture."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._generate = QPushButton("Auto-generate")
        self._generate.setAccessibleName(f"{spec.label}: auto-generate")
        self._generate.clicked.connect(self._on_generate)
        self._layout.addWidget(self._generate)

    def show_value(self, value: FieldValue) -> None:
        """Show the address; "" is the wish to have one generated."""
        super().show_value(value)
        if value == "":
            self._line.setPlaceholderText("The server generates one")

    def set_locked(self, locked: bool) -> None:
        """Nothing to press either."""
        super().set_locked(locked)
        self._generate.setDisabled(locked)

    def _on_generate(self) -> None:
        self._line.clear()
        self._on_text("")


class NamesEditor(TextEditor):
    """Subreddit names in one line; pasted addresses and prefixes are cleaned when the line is left."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._line.editingFinished.connect(self._tidy)
        self._value: FieldValue = UNKNOWN

    def show_value(self, value: FieldValue) -> None:
        """Show the names; while the line says the same in other words, it is left alone."""
        self._value = value
        names = value if isinstance(value, tuple) else ()
        self._line.setPlaceholderText(NOT_KNOWN if value is UNKNOWN else "none" if not names else "")
        if _names_of(self._line.text()) != names:
            self._line.setText(_line_of(names))
            self._line.setCursorPosition(0)

    def forget(self) -> None:
        """Drop half-typed text."""
        self._line.clear()

    def _on_text(self, text: str) -> None:
        self._value = _names_of(text)
        self.edited.emit(self._value)

    def _tidy(self) -> None:
        if isinstance(self._value, tuple):
            self._line.setText(_line_of(self._value))


def _names_of(text: str) -> tuple[str, ...]:
    """The names that a line stands for; words that are none are kept, so that the rules can name them."""
    cleaned = clean(text)
    return (*cleaned.names, *cleaned.refused)


def _line_of(names: tuple[str, ...]) -> str:
    return shown_text(", ".join(names))


class NumberEditor(FieldEditor):
    """A whole number, typed, or stepped within its range; a stored number out of the range is shown as it is."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._box = NumberBox(spec.minimum, spec.maximum)
        super().__init__(spec, self._box, parent)
        self._layout.setStretch(0, 1)
        self._box.number_edited.connect(self._on_number)
        self._default: QCheckBox | None = None
        if spec.nullable:
            self._default = QCheckBox(f"Default {spec.label.lower()}")
            self._default.clicked.connect(self._on_default)
            self._layout.addWidget(self._default)

    def show_value(self, value: FieldValue) -> None:
        """Show the number; null is the default where the field has one."""
        by_default = value is None and self._default is not None
        if self._default is not None:
            self._default.setChecked(by_default)
        self._box.setEnabled(not by_default)
        missing = "" if by_default else NOT_KNOWN if value is UNKNOWN else NO_VALUE
        self._box.show_number(value if isinstance(value, int) else None, missing)

    def forget(self) -> None:
        """Drop half-typed text."""
        self._box.forget()

    def _on_number(self, number: int | None) -> None:
        self.edited.emit(UNKNOWN if number is None else number)

    def _on_default(self, checked: bool) -> None:
        self._box.setEnabled(not checked)
        if checked:
            self._box.forget()
            self.edited.emit(None)
        else:
            self._box.setFocus()
            self._box.step_to_start()


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

    def show_number(self, number: int | None, missing: str) -> None:
        """Show a number, or `missing` in grey where there is none."""
        self.lineEdit().setPlaceholderText(missing)
        if number != self._number:  # else the text says it already, perhaps half-typed
            self._number = number
            self.lineEdit().setText("" if number is None else str(number))

    def forget(self) -> None:
        """Empty the box."""
        self._number = None
        self.lineEdit().clear()

    def step_to_start(self) -> None:
        """Begin with the least number allowed."""
        self._set(self._minimum or 0)

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
            self._number = int(text)
        except ValueError:
            self._number = None
        self.number_edited.emit(self._number)


class ChoiceEditor(FieldEditor):
    """One of the choices; a stored value that is none of them is offered as it is, and kept."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._box = _QuietComboBox()
        super().__init__(spec, self._box, parent)
        self._layout.setStretch(0, 1)
        self._odd: str | None = None
        for choice in spec.choices:
            self._box.addItem(choice.label, choice.value)
        self._box.activated.connect(lambda position: self.edited.emit(self._box.itemData(position)))

    def show_value(self, value: FieldValue) -> None:
        """Show the choice; an odd value joins the list as long as it is the session's."""
        known = any(choice.value == value for choice in self.spec.choices)
        odd = value if isinstance(value, str) and not known else None
        if odd != self._odd:
            if self._odd is not None:
                self._box.removeItem(self._box.count() - 1)
            if odd is not None:
                self._box.addItem(f"{shown_text(odd)} — not known to this version", odd)
            self._odd = odd
        self._box.setPlaceholderText(NOT_KNOWN if value is UNKNOWN else NO_VALUE)
        self._box.setCurrentIndex(self._box.findData(value) if isinstance(value, str) else -1)


class _QuietComboBox(QComboBox):
    """Scrolling past it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ProseEditor(FieldEditor):
    """Several lines of text."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._text = QPlainTextEdit()
        super().__init__(spec, self._text, parent)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * 4 + 3 * SPACE)
        self._text.textChanged.connect(self._on_text)

    def show_value(self, value: FieldValue) -> None:
        """Show the text; text that is there already is left alone, so that the cursor stays."""
        text = value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""
        self._text.setPlaceholderText(NOT_KNOWN if value is UNKNOWN else NO_VALUE if value is None else "")
        if self._text.toPlainText() != text:
            with QSignalBlocker(self._text):
                self._text.setPlainText(text)

    def set_locked(self, locked: bool) -> None:
        """A locked text can still be scrolled."""
        self._text.setReadOnly(locked)
        self._text.setEnabled(not locked)

    def _on_text(self) -> None:
        self.edited.emit(self._text.toPlainText())


class FlagEditor(FieldEditor):
    """On, off, or not known; once clicked, on or off."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._box = QCheckBox(spec.label)
        super().__init__(spec, self._box, parent)
        self._box.clicked.connect(self._on_click)

    def show_value(self, value: FieldValue) -> None:
        """Show the flag; what is not known is neither on nor off."""
        if isinstance(value, bool):
            self._box.setTristate(False)
            self._box.setChecked(value)
            self._box.setText(self.spec.label)
        else:
            self._box.setTristate(True)
            self._box.setCheckState(Qt.CheckState.PartiallyChecked)
            self._box.setText(f"{self.spec.label} ({NOT_KNOWN if value is UNKNOWN else NO_VALUE})")

    def _on_click(self) -> None:
        value = self._box.checkState() is not Qt.CheckState.Unchecked
        self._box.setTristate(False)
        self.edited.emit(value)
