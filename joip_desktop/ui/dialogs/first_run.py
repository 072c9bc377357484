"""The first page of a new user: try the demo, or sign in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout

from joip_desktop.domain.say import say
from joip_desktop.engine.ports import Secrets, SignedIn, SignIn
from joip_desktop.ui.connection import KnownAccount
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours


class FirstRunDialog(QDialog):
    """Two choices, and room for what is to be said first."""

    demo_chosen = Signal()
    account_chosen = Signal(str)
    """The key of one that is known already."""

    signed_in = Signal(object, bool)
    """A `SignedIn`, and whether it is to be kept."""

    def __init__(
        self,
        *,
        sign_in: SignIn,
        secrets: Secrets,
        tasks: Tasks,
        colours: Colours,
        known: Sequence[KnownAccount] = (),
        notice: str = "",
    ) -> None:
        super().__init__()
        self._sign_in = sign_in
        self._secrets = secrets
        self._tasks = tasks
        self._colours = colours
        self.setWindowTitle("JOIP Desktop")
        welcome = QLabel(
            say(
                "Manage the sessions of your JOIP account: edit one, or star hundreds at once.\n\n"
                "The demo has made-up sessions on a server inside the app; nothing leaves this computer."
            )
        )
        said = QLabel(notice)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setVisible(bool(notice))
        for label in (welcome, said):
            label.setWordWrap(True)
        self.demo_button = QPushButton(say("Try the &demo"))
        self.demo_button.setToolTip(say("Made-up sessions on a server inside the app; nothing leaves this computer"))
        self.sign_in_button = QPushButton(say("&Sign in…"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE)
        self.account_buttons = [self._button_for(account) for account in known]
        for widget in (said, welcome, *self.account_buttons, self.demo_button, self.sign_in_button):
            layout.addWidget(widget)
        width = max(420, 50 * self.fontMetrics().averageCharWidth())
        self.setMinimumSize(
            width, layout.totalHeightForWidth(width)
        )  # texts that wrap tell Qt too little by themselves
        self.demo_button.clicked.connect(self._on_demo)
        self.sign_in_button.clicked.connect(self._on_sign_in)

    def _button_for(self, account: KnownAccount) -> QPushButton:
        button = QPushButton(say("Open {account}", account=account.text).replace("&", "&&"))
        button.clicked.connect(partial(self._on_account, account.key))
        return button

    def _on_account(self, key: str) -> None:
        self.account_chosen.emit(key)
        self.accept()

    def _on_demo(self) -> None:
        self.demo_chosen.emit()
        self.accept()

    def _on_sign_in(self) -> None:
        dialog = SignInDialog(
            server="",
            sign_in=self._sign_in,
            secrets=self._secrets,
            tasks=self._tasks,
            colours=self._colours,
            parent=self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.signed_in.connect(self._on_signed_in)
        dialog.open()

    def _on_signed_in(self, signed_in: SignedIn, keep: bool) -> None:
        self.signed_in.emit(signed_in, keep)
        self.accept()
