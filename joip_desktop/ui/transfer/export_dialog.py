"""What to export, and in which form."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.say import say, say_count
from joip_desktop.engine.transfer.forms import Form
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, without_icons
from joip_desktop.ui.transfer.words import FORMS

_WIDTH: Final = 480


class Scope(Enum):
    """Which sessions."""

    SELECTED = "selected"
    SHOWN = "shown"
    ALL = "all"


def _scope_text(scope: Scope, count: int) -> str:
    match scope:
        case Scope.SELECTED:
            return say_count("The selected session", "The {n} selected sessions", count)
        case Scope.SHOWN:
            return say_count("The session that the list shows now", "The {n} sessions that the list shows now", count)
        case Scope.ALL:
            return say_count("Your only session", "All {n} sessions", count)


class ExportDialog(QDialog):
    """Asks; writing is for the desk to do. `counts` says how many sessions each scope has."""

    chosen = Signal(object, object, bool)
    """Scope, form, and whether a byte order mark is wanted."""

    def __init__(self, counts: Mapping[Scope, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Export sessions"))
        self.scopes = QComboBox()
        for scope, count in counts.items():
            if count or scope is Scope.ALL:
                self.scopes.addItem(_scope_text(scope, count), scope)
        self.forms = QComboBox()
        for form, (name, _) in FORMS.items():
            self.forms.addItem(say(name), form)
        self.purpose = text_label()
        self.mark = QCheckBox(say("With a &byte order mark"))
        self.mark.setToolTip(say("Excel on Windows needs it to read letters such as ä and é"))
        self.mark.setChecked(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = self.buttons.addButton(say("Choose a &file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)
        self._lay_out()
        self.go.setDefault(True)
        self.go.setEnabled(counts[Scope.ALL] > 0)
        self._choose_scope(counts)
        self.forms.currentIndexChanged.connect(self._show_form)
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self.reject)
        self._show_form()
        self.resize(_WIDTH, self.sizeHint().height())

    def _choose_scope(self, counts: Mapping[Scope, int]) -> None:
        """Several that are selected are meant; one may just be the current one."""
        narrowed = 0 < counts[Scope.SHOWN] < counts[Scope.ALL]
        scope = Scope.SELECTED if counts[Scope.SELECTED] > 1 else Scope.SHOWN if narrowed else Scope.ALL
        self.scopes.setCurrentIndex(self.scopes.findData(scope))
        self.scopes.setFocus()

    def _form(self) -> Form:
        form: Form = self.forms.currentData()
        return form

    def _show_form(self) -> None:
        self.purpose.setText(say(FORMS[self._form()][1]))
        self.mark.setEnabled(self._form() is Form.CSV)

    def _on_accept(self) -> None:
        scope, form = self.scopes.currentData(), self._form()
        self.accept()
        self.chosen.emit(scope, form, form is Form.CSV and self.mark.isChecked())

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        form = QFormLayout()
        form.addRow(say("&Sessions:"), self.scopes)
        form.addRow(say("F&orm:"), self.forms)
        form.addRow("", self.purpose)
        form.addRow("", self.mark)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
