"""The editor of a category: a list to open, and a line in which a number or a name can be typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QWidget

from joip_desktop.domain.fields import FieldSpec
from joip_desktop.domain.say import say
from joip_desktop.domain.session import UNKNOWN, FieldValue, same
from joip_desktop.ui.editor.category_words import CategoryChoice, NameOf, choices_of, label_of, meant
from joip_desktop.ui.editor.widgets import NO_VALUE, NOT_KNOWN, FieldEditor
from joip_desktop.ui.wording import shown_text


class CategoryEditor(FieldEditor):
    """The default category, one of those that are known, or any number; a stored one is shown as it is.

    What is typed counts at once, and is written out as in the list when the line is left. A text that stands for no
    category stays, and is the value, so that it is kept. `categories` and `name` are asked anew whenever the list is
    opened or typed in.
    """

    def __init__(
        self,
        spec: FieldSpec,
        parent: QWidget | None = None,
        *,
        categories: Callable[[], Sequence[int]] = tuple,
        name: NameOf = lambda _: "",
    ) -> None:
        self._categories = categories
        self._name_of = name
        self._choices: list[CategoryChoice] = []
        self._value: FieldValue = UNKNOWN
        self._typed = False  # the text is the person's own, and stands for the value in other words
        self._box = _Box()
        super().__init__(spec, self._box, parent)
        self._layout.setStretch(0, 1)
        self._line = self._box.line
        self._completer = QCompleter(self._box)
        self._suggestions = QListView()
        self._prepare_list()
        self._box.list_wanted.connect(self._renew)
        self._box.activated.connect(self._on_chosen)
        self._completer.highlighted.connect(self._on_text)
        self._line.textEdited.connect(self._on_text)
        self._line.editingFinished.connect(self._tidy)

    def show_value(self, value: FieldValue) -> None:
        """Show the category; what is typed is left alone as long as it stands for that."""
        self._line.setPlaceholderText(say(NOT_KNOWN) if value is UNKNOWN else say(NO_VALUE))
        if self._typed and same(value, self._value):
            return
        self._typed = False
        self._value = value
        self._point()
        if self._line.text() != (text := self._text_of(value)):
            self._put_text(text)

    def shows(self, value: FieldValue) -> bool:
        """An empty line is what a category looks like that nobody has told."""
        return self._line.text() == self._text_of(value)

    def forget(self) -> None:
        """Start with an empty line."""
        self._suggestions.hide()
        self._typed = False
        self._value = UNKNOWN
        self._point()
        self._put_text("")

    def _text_of(self, value: FieldValue) -> str:
        if isinstance(value, str):
            return shown_text(value)
        return label_of(value, self._name_of) if value is None or type(value) is int else ""

    def _put_text(self, text: str) -> None:
        self._line.setText(text)
        self._line.setCursorPosition(0)

    # --- what the person does ---------------------------------------------------------------------------------------

    def _on_text(self, text: str) -> None:
        self._typed = True
        found = meant(text, self._choices, self._name_of)
        self._value = text if found is UNKNOWN and text.strip() else found
        self.edited.emit(self._value)

    def _on_chosen(self, row: int) -> None:
        value = self._choices[row].number
        news = not same(value, self._value)
        self._value = value
        self._write_out()
        if news:
            self.edited.emit(value)

    def _tidy(self) -> None:
        if self._typed and (self._value is None or isinstance(self._value, int)):
            self._write_out()

    def _write_out(self) -> None:
        """Say the value as in the list; the next key replaces that."""
        self._typed = False
        self._point()
        self._put_text(self._text_of(self._value))
        if self._box.hasFocus():
            self._line.selectAll()

    # --- the list ---------------------------------------------------------------------------------------------------

    def _prepare_list(self) -> None:
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._completer.setModel(self._box.model())
        self._completer.setPopup(self._suggestions)
        self._completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._box.setCompleter(self._completer)
        self._line.setAccessibleName(self.spec.label)
        self._box.view().setAccessibleName(say("{label}: list", label=self.spec.label))
        self._suggestions.setAccessibleName(say("{label}: suggestions", label=self.spec.label))
        self._box.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the number is at the end
        self._suggestions.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._renew()

    def _renew(self) -> None:
        """Make the list anew; text, cursor and value stay."""
        choices = choices_of(self._categories(), self._name_of)
        if choices != self._choices:
            text, cursor = self._line.text(), self._line.cursorPosition()
            self._choices = choices
            self._box.clear()
            self._box.addItems([choice.label for choice in choices])
            self._line.setText(text)
            self._line.setCursorPosition(cursor)
        self._point()

    def _point(self) -> None:
        """Make the value's line the current one; Qt would write it out, which is not to happen while somebody types."""
        row = next((row for row, choice in enumerate(self._choices) if same(choice.number, self._value)), -1)
        if row != self._box.currentIndex():
            text, cursor = self._line.text(), self._line.cursorPosition()
            self._box.setCurrentIndex(row)
            self._line.setText(text)
            self._line.setCursorPosition(cursor)


class _Box(QComboBox):
    """A line with a list, which is asked for before it is needed. Scrolling past it changes nothing."""

    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.setLineEdit(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Open the list as it is now."""
        self.list_wanted.emit()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing, and the arrow keys, go by the list, too."""
        self.list_wanted.emit()
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a focused box takes the wheel."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
