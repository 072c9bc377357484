"""One field of several sessions: a tick for whether it takes part, the field's editor, and what the sessions have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from joip_desktop.domain.fields import FIELDS, FieldKind, FieldSpec
from joip_desktop.domain.say import later, say, say_count
from joip_desktop.domain.session import UNKNOWN
from joip_desktop.ui.discretion import HIDDEN, HIDDEN_FIELDS, Discretion
from joip_desktop.ui.editor.binding import make_editor
from joip_desktop.ui.editor.several_words import COUNTING, RowState, ValueLine, caption, more_text
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.editor.thumbnail_editor import ThumbnailEditor
from joip_desktop.ui.editor.veil import Veil
from joip_desktop.ui.editor.widgets import FieldEditor
from joip_desktop.ui.icons import icon
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import LIGHT, SPACE, Colours

_ON: Final = later("On")
_CHOOSE: Final = later("Choose one for all of them:")
_PROMPT_LINES: Final = 3
_APART: Final = 1_000_003
_ORDER: Final = {name: place for place, name in enumerate(FIELDS)}
_TEXT_ROLES: Final = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText)


class SeveralRow(QWidget):
    """Shows one field of several sessions; emits what the person does and decides nothing."""

    edited = Signal(str, object)
    """The field's name and its new domain value."""

    ticked = Signal(str, bool)
    """The field's name, and whether it takes part from now on."""

    reverted = Signal(str)
    """The field whose edit is to be forgotten."""

    values_wanted = Signal(str)
    """The field whose values the person wants to look at: `show_values` is to be called."""

    def __init__(
        self,
        spec: FieldSpec,
        parent: QWidget | None = None,
        *,
        surroundings: Surroundings | None = None,
        discretion: Discretion | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._colours = LIGHT
        self._discretion = discretion or Discretion(self)
        self.tick = QCheckBox(caption(spec))
        self.tick.setAccessibleName(say("Change {field}", field=spec.label))
        self.tick.setAccessibleDescription(spec.help)
        self.editor = make_editor(spec, surroundings, self._discretion)
        if spec.kind is FieldKind.FLAG and isinstance(self.editor.focus_widget, QCheckBox):
            self.editor.focus_widget.setText(say(_ON))  # the field's name stands beside the tick
        self.veil = _veil_over(self.editor, self._discretion)
        self.revert_button = QToolButton()
        self.revert_button.setAutoRaise(True)
        revert = say("Revert {field}", field=spec.label)
        self.revert_button.setAccessibleName(revert)
        self.revert_button.setToolTip(revert)
        self.values_button = QToolButton()
        self.values_button.setAutoRaise(True)
        self.values_button.hide()
        self.values_menu = QMenu(self.values_button)
        policy = self.revert_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the editor keeps its width
        self.revert_button.setSizePolicy(policy)
        self.revert_button.hide()
        self.words = QLabel()
        self.words.hide()
        self.notes = text_label()
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.notes.setMinimumHeight(self.values_button.sizeHint().height())
        self.setToolTip(spec.help)
        self._lay_out()
        self.editor.edited.connect(lambda value: self.edited.emit(spec.name, value))
        self.tick.clicked.connect(lambda ticked: self.ticked.emit(spec.name, ticked))
        self.revert_button.clicked.connect(self._on_revert)
        self.values_button.clicked.connect(self._on_values)

    @property
    def needed_width(self) -> int:
        """The least width in which the tick's text can be read, in bold, too, and what stands below the editor."""
        font, text = self.tick.font(), self.tick.text()
        font.setBold(True)
        bolder = QFontMetrics(font).horizontalAdvance(text) - self.tick.fontMetrics().horizontalAdvance(text)
        values = [one.sizeHint().width() for one in (self.words, self.values_button) if not one.isHidden()]
        return max(self.tick.sizeHint().width() + bolder, sum(values))

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_state(self, state: RowState) -> None:
        """Show what the sessions have, or what was entered."""
        self.editor.show_value(state.value)
        if state.value is UNKNOWN:
            _say_missing(self.editor, state.missing)
        if isinstance(self.editor, ThumbnailEditor):  # whose box knows of one session alone, too
            self.editor.box.setVisible(state.value is not UNKNOWN)
        self.editor.set_locked(state.locked)
        self.tick.setChecked(state.takes_part)
        self.tick.setEnabled(state.takes_part or not state.locked)
        font = self.tick.font()
        if font.bold() != state.takes_part:
            font.setBold(state.takes_part)
            self.tick.setFont(font)
        self._grey(state.entered and not state.takes_part)
        self.revert_button.setVisible(state.entered or state.takes_part)
        self._offer_values(state)
        self.words.setText(state.missing if self.editor.doubt(UNKNOWN) else "")
        self.words.setVisible(bool(self.words.text()))
        text = state.problem or "\n".join(state.notes)
        self.notes.setText(text)
        self.notes.setStyleSheet(f"color: {self._colours.error if state.problem else self._colours.muted}")
        # A line is kept free below the editor, so that little moves when there is something to say.
        self.notes.setVisible(bool(text) or not (state.different or self.words.text()))
        described = " ".join(filter(None, (state.missing, text)))
        self.editor.focus_widget.setAccessibleDescription(described or self.spec.help)

    def show_values(self, lines: Sequence[ValueLine], more: int) -> None:
        """Fill the menu: each of the most frequent values can be chosen for all."""
        self.values_menu.clear()
        if self.editor.isEnabled():
            self.values_menu.addAction(say(_CHOOSE)).setEnabled(False)
        for line in lines:
            action = self.values_menu.addAction(line.text.replace("&", "&&"))
            action.setEnabled(line.can_be_chosen)
            action.triggered.connect(lambda _=False, value=line.value: self._on_chosen(value))
        if more > 0:
            self.values_menu.addAction(more_text(more)).setEnabled(False)

    def set_sessions(self, seed: int | None) -> None:
        """Whose field it is, by the id of one of them; None where no value is shown that discreet mode could hide."""
        own = None if seed is None else seed + _ORDER[self.spec.name] * _APART
        if self.veil is not None:
            self.veil.set_seed(own)
        if isinstance(self.editor, ThumbnailEditor) and own is not None:
            self.editor.set_seed(own)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        self.revert_button.setIcon(icon("revert", colours.muted))
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.ButtonText, QColor(colours.pending))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText, QColor(colours.disabled))
        self.values_button.setPalette(palette)

    def _offer_values(self, state: RowState) -> None:
        hidden = self._discretion.hides(self.spec.name)
        text = say_count("{n} value…", "{n} values…", state.different)
        self.values_button.setText(text)
        self.values_button.setAccessibleName(say("{field}: {values}", field=self.spec.label, values=text))
        self.values_button.setToolTip(say(HIDDEN) if hidden else say("Which values, and how many sessions have each"))
        self.values_button.setEnabled(not hidden)
        if hidden:
            self.values_menu.close()
        self.values_button.setVisible(state.different > 0)

    def _grey(self, grey: bool) -> None:
        """What was entered and takes no part is greyed; it can still be edited, and then takes part again."""
        palette = QPalette()
        if grey:
            for role in _TEXT_ROLES:
                palette.setColor(role, QColor(self._colours.disabled))
        self.editor.setPalette(palette)

    # --- what the person does -----------------------------------------------------------------------------------------

    def _on_values(self) -> None:
        self.values_menu.clear()
        self.values_menu.addAction(say(COUNTING)).setEnabled(False)
        self.values_wanted.emit(self.spec.name)  # which may fill it while it is open
        self.values_menu.popup(self.values_button.mapToGlobal(self.values_button.rect().bottomLeft()))

    def _on_chosen(self, value: object) -> None:
        self.editor.forget()
        self.edited.emit(self.spec.name, value)

    def _on_revert(self) -> None:
        if self.revert_button.hasFocus():
            self.tick.setFocus()  # the button goes, and the focus would jump to the next field
        self.reverted.emit(self.spec.name)

    # --- looks --------------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """No text makes the form wide."""
        return QSize(0, super().minimumSizeHint().height())

    def _lay_out(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)  # the columns are equally wide, whatever the labels are
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACE // 2)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.tick, 0, 0, 1, 2)
        layout.addWidget(self.editor, 1, 0)
        layout.addWidget(self.revert_button, 1, 1, Qt.AlignmentFlag.AlignTop)
        values = QHBoxLayout()
        values.setSpacing(0)
        values.addWidget(self.words)
        values.addWidget(self.values_button)
        values.addStretch(1)
        layout.addLayout(values, 2, 0, 1, 2)
        layout.addWidget(self.notes, 3, 0, 1, 2)
        layout.setColumnStretch(0, 1)


def _say_missing(editor: FieldEditor, words: str) -> None:
    """Say in the editor why it shows no value: by itself it knows of one session alone, and says "not known"."""
    focus = editor.focus_widget
    if isinstance(focus, QLineEdit | QPlainTextEdit) or (isinstance(focus, QComboBox) and words):
        focus.setPlaceholderText(words)  # with none, Qt would choose the first entry of a box that has none chosen
    if isinstance(focus, QAbstractSpinBox | QComboBox):
        for line in focus.findChildren(QLineEdit):
            line.setPlaceholderText(words)


def _veil_over(editor: FieldEditor, discretion: Discretion) -> Veil | None:
    """What hides the value of a field that is to be hidden; not the buttons beside it."""
    if editor.spec.name not in HIDDEN_FIELDS:
        return None
    lines = _PROMPT_LINES if editor.spec.kind is FieldKind.PROSE else 1
    return Veil(editor.focus_widget, discretion, lines=lines)
