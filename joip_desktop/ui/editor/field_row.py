"""One field of the form: label, editor, way back, and under them what there is to say."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QToolButton, QWidget

from joip_desktop.domain.fields import FIELDS, FieldKind, FieldSpec
from joip_desktop.domain.say import say
from joip_desktop.domain.session import FieldValue
from joip_desktop.ui.discretion import HIDDEN_FIELDS, Discretion
from joip_desktop.ui.editor.binding import make_editor
from joip_desktop.ui.editor.surroundings import Surroundings
from joip_desktop.ui.editor.thumbnail_editor import ThumbnailEditor
from joip_desktop.ui.editor.veil import Veil
from joip_desktop.ui.editor.widgets import FieldEditor
from joip_desktop.ui.icons import icon
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import LIGHT, SPACE, Colours


class FieldRow(QWidget):
    """Shows one field; emits what the person does and decides nothing."""

    edited = Signal(str, object)
    """The field's name and its new domain value."""

    reverted = Signal(str)
    """The field whose edit is to be forgotten."""

    def __init__(
        self,
        spec: FieldSpec,
        parent: QWidget | None = None,
        *,
        discretion: Discretion | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._colours = LIGHT
        self.editor = make_editor(spec, surroundings, discretion)
        self._veil = _veil_over(self.editor, discretion or Discretion(self))
        self._label = QLabel("" if spec.kind is FieldKind.FLAG else _caption(spec))
        self._label.setBuddy(self.editor)
        self._notes = text_label()
        self._notes.hide()
        self._revert = QToolButton()
        self._revert.setAutoRaise(True)
        self._revert.setAccessibleName(say("Revert {field}", field=spec.label))
        self._revert.setToolTip(say("Revert {field}", field=spec.label))
        policy = self._revert.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the editor keeps its width
        self._revert.setSizePolicy(policy)
        self._revert.hide()
        self.setToolTip(spec.help)
        self._lay_out()
        self.editor.edited.connect(lambda value: self.edited.emit(spec.name, value))
        self._revert.clicked.connect(self._on_revert)

    def show_field(self, value: FieldValue, *, edited: bool, problems: Sequence[str], notes: Sequence[str]) -> None:
        """Show the value; `problems` in the colour of errors, `notes` (a lock, an odd stored value) quietly."""
        self.editor.show_value(value)
        self._revert.setVisible(edited)
        font = self._label.font()
        if font.bold() != edited:
            font.setBold(edited)
            self._label.setFont(font)
            self.editor.focus_widget.setFont(font if self.spec.kind is FieldKind.FLAG else self.font())
        text = "\n".join(problems or notes) or self.editor.doubt(value)
        if self._notes.text() != text:
            self._notes.setText(text)
            self.editor.focus_widget.setAccessibleDescription(text or self.spec.help)
        self._notes.setStyleSheet(f"color: {self._colours.error if problems else self._colours.muted}")
        self._notes.setVisible(bool(text))

    @property
    def needed_width(self) -> int:
        """The least width in which the field's name can be read, in bold, too, and what its editor offers."""
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        box = self.editor.focus_widget
        if not isinstance(box, QCheckBox):
            return max(metrics.horizontalAdvance(self._label.text()), self.editor.needed_width + self.revert_width())
        bolder = metrics.horizontalAdvance(box.text()) - box.fontMetrics().horizontalAdvance(box.text())
        return box.sizeHint().width() + bolder + self.revert_width()

    def revert_width(self) -> int:
        """The room that is kept for the button beside the editor, so where editors end."""
        return self._revert.sizeHint().width() + SPACE // 2

    def set_session(self, session_id: int) -> None:
        """Whose field it is: what covers it in discreet mode depends on that."""
        if isinstance(self.editor, ThumbnailEditor):
            self.editor.set_seed(session_id)
        if self._veil is not None:
            self._veil.set_seed(session_id + _ORDER[self.spec.name] * _APART)

    def set_locked(self, locked: bool) -> None:
        """A locked field is readable, not editable."""
        self.editor.set_locked(locked)

    def set_colours(self, colours: Colours) -> None:
        """Use the colours of another appearance."""
        self._colours = colours
        self._revert.setIcon(icon("revert", colours.muted))

    def _on_revert(self) -> None:
        if self._revert.hasFocus():
            self.editor.setFocus()  # the button goes, and the focus would jump to the next field
        self.reverted.emit(self.spec.name)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(SPACE // 2)
        layout.setVerticalSpacing(2)
        row = 0
        if self._label.text():
            layout.addWidget(self._label, 0, 0, 1, 2)
            row = 1
        layout.addWidget(self.editor, row, 0)
        layout.addWidget(self._revert, row, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._notes, row + 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)


_PROMPT_LINES = 3
_ORDER = {name: place for place, name in enumerate(FIELDS)}
_APART = 1_000_003
"""Fields of one session get smudges of their own; the title's is the one of the list, whose seed is the bare id."""


def _veil_over(editor: FieldEditor, discretion: Discretion) -> Veil | None:
    """What hides the value of a field that is to be hidden; not the buttons beside it."""
    if editor.spec.name not in HIDDEN_FIELDS:
        return None
    lines = _PROMPT_LINES if editor.spec.kind is FieldKind.PROSE else 1
    return Veil(editor.focus_widget, discretion, lines=lines)


def _caption(spec: FieldSpec) -> str:
    return say("{field} (s)", field=spec.label) if spec.unit else spec.label
