"""Field editors: widgets that take and give a field's domain value, whatever it is, and change none by showing it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from joip_desktop.domain.fields import FieldSpec
from joip_desktop.domain.say import later, say
from joip_desktop.domain.session import UNKNOWN, FieldValue, same
from joip_desktop.ui.editor.line_ends import line_end_of, plain_lines, respliced
from joip_desktop.ui.editor.number_box import Entry, NumberBox
from joip_desktop.ui.labels import name_box
from joip_desktop.ui.theme import SPACE
from joip_desktop.ui.wording import plain_tooltip, shortened, shown_text

NOT_KNOWN: Final = later("not known")
NO_VALUE: Final = later("no value")
"""Both to be said where they are shown."""

_ANY_LENGTH: Final = 2**31 - 1
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def _one_line(text: str) -> str:
    """Typed or pasted text as the line shows it: line ends and tabs are blanks, other control characters nothing."""
    blanks = plain_lines(text).replace("\n", " ").replace("\t", " ")
    return "".join(character for character in blanks if unicodedata.category(character) != "Cc")


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
        if isinstance(focus, QComboBox):
            name_box(focus, spec.label)
        focus.setAccessibleName(spec.label)
        focus.setAccessibleDescription(spec.help)

    @property
    def needed_width(self) -> int:
        """The least width in which what it offers can be read."""
        return 0

    def show_value(self, value: FieldValue) -> None:
        """Show a value that may be odd, null or UNKNOWN; each editor says how."""

    def shows(self, value: FieldValue) -> bool:  # noqa: ARG002 - for subclasses
        """Whether the editor now looks as if it showed `value`; what was typed back to that is no edit."""
        return False

    def doubt(self, value: FieldValue) -> str:  # noqa: ARG002 - for subclasses
        """A sentence for under the field where the editor itself has no room to say that a value is missing."""
        return ""

    def finish(self) -> None:
        """What is half-typed is all that comes: let it count, if it does not yet."""

    def forget(self) -> None:
        """Drop half-typed text, and what undo would bring back: another session comes next."""

    def settle(self) -> None:
        """What was typed is saved: undo in the field goes no further back, since undo of the action does."""
        focus = self.focus_widget
        if isinstance(focus, QPlainTextEdit):
            focus.document().clearUndoRedoStacks()
        for line in {focus, *self.findChildren(QLineEdit)}:
            if isinstance(line, QLineEdit):
                at = line.cursorPosition()
                line.setText(line.text())  # which clears the history
                line.setCursorPosition(at)

    def set_locked(self, locked: bool) -> None:
        """Let the value be read but not changed."""
        self.setDisabled(locked)


def _missing(value: FieldValue) -> str:
    """What stands in the place of a value that is not there; empty where one is."""
    return say(NOT_KNOWN) if value is UNKNOWN else say(NO_VALUE) if value is None else ""


def look_locked(widget: QWidget, locked: bool) -> None:
    """Let a widget that can still be read and copied from look as if it could not be changed."""
    palette = QPalette()  # with nothing set, so as the application's
    if locked:
        common = QApplication.palette()
        palette.setBrush(QPalette.ColorRole.Base, common.window())
        palette.setBrush(QPalette.ColorRole.Text, common.brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
    widget.setPalette(palette)


class TextEditor(FieldEditor):
    """One line of text; what is pasted into it becomes one line."""

    _ignored = ""
    """Characters around the text that are no part of the value."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        self._line.setMaxLength(_ANY_LENGTH)  # Qt would cut the end off a long text that is there already
        super().__init__(spec, self._line, parent)
        self._line.textEdited.connect(self._on_text)

    def show_value(self, value: FieldValue) -> None:
        """Show the text; text that is there already is left alone, so that the cursor stays."""
        text = shown_text(value) if isinstance(value, str) else ""
        self._line.setPlaceholderText(_missing(value))
        if shown_text(_one_line(self._line.text()).strip(self._ignored)) != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)

    def shows(self, value: FieldValue) -> bool:
        """A null, or text that can't all be drawn, looks like what is typed in its place."""
        return self._line.text() == (shown_text(value) if isinstance(value, str) else "")

    def forget(self) -> None:
        """Start with an empty line."""
        self._line.setText("")

    def set_locked(self, locked: bool) -> None:
        """A locked line can still be read to its end and copied from."""
        self._line.setReadOnly(locked)
        look_locked(self._line, locked)

    def _on_text(self, text: str) -> None:
        self.edited.emit(_one_line(text).strip(self._ignored))


class AddressEditor(TextEditor):
    """A web address, with a button that asks the server to generate the picture. Pasted blanks around it go."""

    _ignored = " "

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(spec, parent)
        self._generate = QPushButton(say("Auto-generate"))
        self._generate.setAccessibleName(say("{field}: auto-generate", field=spec.label))
        self._generate.clicked.connect(self._on_generate)
        self._layout.addWidget(self._generate)

    def show_value(self, value: FieldValue) -> None:
        """Show the address; "" is the wish to have one generated."""
        super().show_value(value)
        generated = say("The server generates one") if value == "" else ""
        if generated:
            self._line.setPlaceholderText(generated)
        self._line.setToolTip(plain_tooltip(generated))  # where the line is too short for it

    def shows(self, value: FieldValue) -> bool:
        """An empty line is a wish here, whatever the session has."""
        return bool(self._line.text()) and super().shows(value)

    def set_locked(self, locked: bool) -> None:
        """Nothing to press either."""
        super().set_locked(locked)
        self._generate.setDisabled(locked)

    def _on_generate(self) -> None:
        self._line.clear()
        self._on_text("")


class NumberEditor(FieldEditor):
    """A whole number, typed, or stepped within its range; a stored number out of the range is shown as it is.

    Text that is no whole number is a value, too, so that it is kept as it was typed; the rules say what is wrong.
    """

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._box = NumberBox(spec.minimum, spec.maximum)
        super().__init__(spec, self._box, parent)
        self._layout.setStretch(0, 1)
        self._box.number_edited.connect(self._on_number)
        self._default: QCheckBox | None = None
        self._before_default: Entry = None
        if spec.nullable:
            self._default = QCheckBox(say("Default category"))
            self._default.clicked.connect(self._on_default)
            self._layout.addWidget(self._default)

    def show_value(self, value: FieldValue) -> None:
        """Show the number, or what was typed in place of one; null is the default where the field has one."""
        by_default = value is None and self._default is not None
        if self._default is not None:
            self._default.setChecked(by_default)
        self._box.setEnabled(not by_default)
        missing = "" if by_default else _missing(value) or say(NO_VALUE)
        entry = value if type(value) is int or isinstance(value, str) else None
        self._box.show_entry(entry if entry != "" else None, missing)

    def shows(self, value: FieldValue) -> bool:
        """An empty box is what a null looks like, where null is not the default."""
        return value is None and self._default is None and not self._box.text()

    def forget(self) -> None:
        """Drop half-typed text."""
        self._before_default = None
        self._box.forget()

    def _on_number(self, entry: Entry) -> None:
        self.edited.emit(UNKNOWN if entry is None else entry)

    def _on_default(self, checked: bool) -> None:
        self._box.setEnabled(not checked)
        if checked:
            self._before_default = self._box.entry
            self._box.forget()
            self.edited.emit(None)
        else:
            self._box.setFocus()
            self._box.start_with(self._before_default)


_ODD_LENGTH: Final = 40


class ChoiceEditor(FieldEditor):
    """One of the choices; a stored value that is none of them is offered as it is, and kept."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._box = _QuietComboBox()
        super().__init__(spec, self._box, parent)
        self._layout.setStretch(0, 1)
        self._odd: str | None = None
        self._values = [choice.value for choice in spec.choices]  # kept here, as Qt drops what is no UTF-16
        self._box.addItems([choice.label for choice in spec.choices])
        self._box.view().setAccessibleName(say("{label}: list", label=spec.label))
        self._box.activated.connect(lambda position: self.edited.emit(self._values[position]))

    @property
    def needed_width(self) -> int:
        """The width of the longest choice; an odd one may be longer."""
        return max(self._box.width_for(choice.label) for choice in self.spec.choices)

    def show_value(self, value: FieldValue) -> None:
        """Show the choice; an odd value joins the list as long as it is the session's."""
        known = any(choice.value == value for choice in self.spec.choices)
        odd = value if isinstance(value, str) and not known else None
        if odd != self._odd:
            if self._odd is not None:
                self._values.pop()
                self._box.removeItem(self._box.count() - 1)
            if odd is not None:
                self._values.append(odd)
                shown = f"“{shortened(shown_text(odd), _ODD_LENGTH)}”"
                self._box.addItem(shown)
                told = say("{value} — not known to this version", value=shown)
                self._box.setItemData(self._box.count() - 1, plain_tooltip(told), Qt.ItemDataRole.ToolTipRole)
                self._box.setItemData(self._box.count() - 1, told, Qt.ItemDataRole.AccessibleTextRole)
            self._odd = odd
        self._box.setPlaceholderText(_missing(value) or say(NO_VALUE))
        self._box.setCurrentIndex(self._values.index(value) if isinstance(value, str) else -1)


class _QuietComboBox(QComboBox):
    """Scrolling past it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # An odd choice is longer than the form is wide; the list that drops down shows it whole.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def width_for(self, text: str) -> int:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        size = QSize(self.fontMetrics().horizontalAdvance(text), self.fontMetrics().height())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, size, self).width()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _drawable(value: FieldValue) -> str:
    """A text as Qt can hold it; empty where the value is none."""
    return _SURROGATES.sub("\ufffd", value) if isinstance(value, str) else ""


class ProseEditor(FieldEditor):
    """Several lines of text. Qt has one sort of line end; what was not edited keeps its own, and new ones are alike."""

    def __init__(self, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._text = QPlainTextEdit()
        super().__init__(spec, self._text, parent)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * 4 + 3 * SPACE)
        self._put: tuple[FieldValue, str] = (UNKNOWN, "")
        """The value that was shown last, and what stood there then."""
        self._told: tuple[FieldValue, str] = (UNKNOWN, "")
        """The same, or the last one that was emitted."""
        self._text.textChanged.connect(self._on_text)

    def show_value(self, value: FieldValue) -> None:
        """Show the text; text that is there already is left alone, so that the cursor stays."""
        self._text.setPlaceholderText(_missing(value))
        if same(value, self._told[0]) and self._current() == self._told[1]:
            return
        if not self.shows(value):
            self._put_text(_drawable(value))
        self._put = self._told = (value, self._current())

    def shows(self, value: FieldValue) -> bool:
        """Qt changes some characters of what it is given, line ends for one; that is no edit."""
        current, (put, shown) = self._current(), self._put
        plain = plain_lines(value) if isinstance(value, str) else ""
        return current == plain or (same(value, put) and current == shown)

    def forget(self) -> None:
        """Start with an empty box."""
        self._put_text("")
        self._put = self._told = (UNKNOWN, "")

    def set_locked(self, locked: bool) -> None:
        """A locked text can still be scrolled and copied from."""
        self._text.setReadOnly(locked)
        look_locked(self._text, locked)

    def _put_text(self, text: str) -> None:
        with QSignalBlocker(self._text):
            self._text.setPlainText(text)

    def _current(self) -> str:
        """The text as it stands there; `toPlainText` would make blanks of non-breaking ones."""
        return plain_lines(self._text.document().toRawText())

    def _on_text(self) -> None:
        current, (before, shown) = self._current(), self._told
        value = respliced(_drawable(before), shown, current, line_end=line_end_of(_drawable(self._put[0])))
        self._told = (value, current)
        self.edited.emit(value)


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
        else:
            self._box.setTristate(True)
            self._box.setCheckState(Qt.CheckState.PartiallyChecked)

    def doubt(self, value: FieldValue) -> str:
        """Neither on nor off looks alike, whatever the reason."""
        if isinstance(value, bool):
            return ""
        return say("Not known.") if value is UNKNOWN else say("No value.")

    def _on_click(self) -> None:
        value = self._box.checkState() is not Qt.CheckState.Unchecked
        self._box.setTristate(False)
        self.edited.emit(value)
