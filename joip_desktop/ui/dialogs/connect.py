"""Connecting: a server's address and the cookie of a sign-in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from joip_desktop.domain.errors import JoipError
from joip_desktop.domain.say import say
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.theme import SPACE, Colours, without_icons


class ConnectDialog(QDialog):
    """Asks for address and cookie. `check` raises a `JoipError` that says what is wrong with them."""

    chosen = Signal(str, str)
    """Address and pasted cookie, both checked."""

    def __init__(
        self,
        *,
        server: str,
        check: Callable[[str, str], None],
        colours: Colours,
        reason: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self.setWindowTitle(say("Connect"))
        self.server = QLineEdit(server)
        self.server.setPlaceholderText("https://app.joip.io")
        self.cookie = QLineEdit()
        self.cookie.setEchoMode(QLineEdit.EchoMode.Password)
        self.cookie.setPlaceholderText("connect.sid=…")
        help_text = QLabel(
            say(
                "Sign in with your browser, open its developer tools, and copy the value of the cookie “connect.sid” "
                "of this server. It is kept for this run only."
            )
        )
        help_text.setWordWrap(True)
        help_text.setStyleSheet(f"color: {colours.muted}")
        self._problem = text_label(reason)
        self._problem.setStyleSheet(f"color: {colours.error}")
        self._problem.setVisible(bool(reason))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        connect = self.buttons.addButton(say("Connect"), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)
        form = QFormLayout()
        form.addRow(say("Server"), self.server)
        form.addRow(say("Cookie"), self.cookie)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._problem)
        layout.addLayout(form)
        layout.addWidget(help_text)
        layout.addWidget(self.buttons)
        connect.setDefault(True)  # not before the button is in the dialog, or Enter would cancel
        self.setMinimumWidth(460)
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self.reject)
        (self.cookie if server else self.server).setFocus()

    def _on_accept(self) -> None:
        server, cookie = self.server.text().strip(), self.cookie.text()
        try:
            self._check(server, cookie)
        except JoipError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self.accept()
        self.chosen.emit(server, cookie)
