"""The two ways to sign in, as pages of the dialog: what the browser has, or e-mail and password."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from joip_desktop.domain.say import say
from joip_desktop.ui.dialogs.paste_field import PasteField
from joip_desktop.ui.dialogs.sign_in_words import BROWSERS, likely_browser, pasted_text
from joip_desktop.ui.labels import name_box, text_label
from joip_desktop.ui.theme import SPACE, Colours


class PastePage(QWidget):
    """Takes what was copied out of a browser, and explains how to copy it."""

    server_found = Signal(str)
    """The server that a pasted command is for."""
    height_changed = Signal()

    def __init__(self, *, server_in: Callable[[str], str], colours: Colours) -> None:
        super().__init__()
        self._server_in = server_in
        self.field = PasteField()
        self.field.setPlaceholderText(say("Paste a command, a header or a cookie"))
        self.field.setAccessibleName(say("Cookie"))
        self.told = text_label(say("What you paste is not shown."))
        self.told.setStyleSheet(f"color: {colours.muted}")
        self.help_button = QToolButton()
        self.help_button.setText(say("How do I get it?"))
        self.help_button.setCheckable(True)
        self.help_button.setAutoRaise(True)
        self.help_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.help_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.browser = QComboBox()
        self.browser.addItems([one.names for one in BROWSERS])
        self.browser.setCurrentIndex(likely_browser())
        self.steps = text_label()
        self.steps.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        form = QFormLayout()
        form.addRow(say("Cookie"), self.field)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.browser, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.steps)
        layout.addStretch(1)
        name_box(self.browser, say("Browser"))
        self.field.secret_changed.connect(self._on_secret)
        self.help_button.toggled.connect(self._show_help)
        self.browser.currentIndexChanged.connect(lambda _: self._show_help())
        self._show_help()

    def _on_secret(self) -> None:
        secret = self.field.secret
        server = self._server_in(secret) if secret else ""
        self.told.setText(pasted_text(server, len(secret)) or say("What you paste is not shown."))
        self.field.setAccessibleDescription(self.told.text())
        if server:
            self.server_found.emit(server)

    def _show_help(self) -> None:
        shown = self.help_button.isChecked()
        self.help_button.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.steps.setText(BROWSERS[self.browser.currentIndex()].text)
        for part in (self.browser, self.steps):
            part.setVisible(shown)
        self.height_changed.emit()


class PasswordPage(QWidget):
    """Takes e-mail and password."""

    def __init__(self, *, email: str, colours: Colours) -> None:
        super().__init__()
        self.email = QLineEdit(email)
        self.email.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        note = text_label(say("Only some servers offer this. For app.joip.io, paste from the browser."))
        note.setStyleSheet(f"color: {colours.muted}")
        form = QFormLayout()
        form.addRow(say("E-mail"), self.email)
        form.addRow(say("Password"), self.password)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addStretch(1)

    @property
    def first_empty(self) -> QLineEdit | None:
        """Where something is missing."""
        lines = (self.email, self.password)
        return next((line for line in lines if not line.text().strip()), None)
