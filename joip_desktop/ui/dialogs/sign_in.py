"""Signing in: a server, and what the browser has of a sign-in or e-mail and password; tried out before it is taken."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from joip_desktop.domain.account import AccountName
from joip_desktop.domain.errors import JoipError, OriginRefusedError, own_fault
from joip_desktop.domain.say import say
from joip_desktop.engine.ports import Secrets, SignedIn, SignIn
from joip_desktop.ui.dialogs.sign_in_ways import PasswordPage, PastePage
from joip_desktop.ui.dialogs.sign_in_words import (
    another_text,
    checking_text,
    failure_text,
    is_another,
    not_kept_text,
    signed_in_text,
)
from joip_desktop.ui.jobs.views import TallTabBar
from joip_desktop.ui.labels import text_label
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import SPACE, Colours, without_icons

log = logging.getLogger(__name__)

_WIDTH: Final = 520
_SEEN: Final = 0.8
"""Seconds for which the last line stands there."""


class SignInDialog(QDialog):
    """Asks for a sign-in and tries it out with one request; what was typed stays until it succeeds or is given up.

    With `account`, this is signing in again: the server is fixed, and whoever else's sign-in is given is asked about.
    Closing the dialog, in whatever way, ends a check that is under way, and forgets what was pasted and typed.
    """

    signed_in = Signal(object, bool)
    """A `SignedIn`, and whether it is to be kept. Where its `name.user` is not that of `expected`, the person has been
    asked, and wants to sign in as the other."""

    def __init__(
        self,
        *,
        server: str,
        sign_in: SignIn,
        secrets: Secrets,
        tasks: Tasks,
        colours: Colours,
        reason: str = "",
        account: AccountName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.expected: Final = account
        self.seconds_seen = _SEEN
        self._sign_in = sign_in
        self._secrets = secrets
        self._tasks = tasks
        self._colours = colours
        self._attempt = 0
        """Counts checks; whatever belongs to a former number is given up."""
        self._checking: asyncio.Task[object] | None = None
        self._busy = False
        self._another: SignedIn | None = None
        """The sign-in of somebody else, which is asked about."""
        self._make(server, reason)
        self._place()
        self._connect()
        self._show_state()
        (self.paste.field if server else self.server).setFocus()
        self._tasks.spawn(self._look_for_keyring(), name="ask whether a sign-in can be kept")

    def _make(self, server: str, reason: str) -> None:
        self.setWindowTitle(say("Sign in"))
        self._reason = text_label(reason)
        self._reason.setVisible(bool(reason))
        self.server = QLineEdit(server)
        self.server.setPlaceholderText("https://app.joip.io")
        self.server.setReadOnly(self.expected is not None)
        name = self.expected.name if self.expected is not None else ""
        self.paste = PastePage(server_in=self._sign_in.server_in, colours=self._colours)
        self.typed = PasswordPage(email=name if "@" in name else "", colours=self._colours)
        self.ways = QTabWidget()
        self.ways.setTabBar(TallTabBar())
        self.ways.addTab(self.paste, say("Paste from the browser"))
        self.ways.addTab(self.typed, say("E-mail and password"))
        self.keep = QCheckBox(say("Keep me signed in on this computer"))
        self.keep.setChecked(True)
        self.not_kept = text_label()
        self.not_kept.setStyleSheet(f"color: {self._colours.muted}")
        self.not_kept.hide()
        self.message = text_label()
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.message.setMinimumHeight(2 * self.message.fontMetrics().lineSpacing())  # so that little moves
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.cancel_button = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton(say("Sign in"), QDialogButtonBox.ButtonRole.AcceptRole)
        without_icons(self.buttons)

    def _place(self) -> None:
        form = QFormLayout()
        form.addRow(say("Server"), self.server)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self._reason)
        layout.addLayout(form)
        layout.addWidget(self.ways, 1)
        for widget in (self.keep, self.not_kept, self.message, self.buttons):
            layout.addWidget(widget)
        self.accept_button.setDefault(True)  # not before the button is in the dialog, or Enter would cancel
        self.setMinimumWidth(max(_WIDTH, 56 * self.fontMetrics().averageCharWidth()))

    def _connect(self) -> None:
        self.paste.server_found.connect(self._on_server_found)
        self.paste.height_changed.connect(self._make_room)
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self._on_cancel)

    # --- what the person does ----------------------------------------------------------------------------------------

    def _on_server_found(self, server: str) -> None:
        """A pasted command says which server it is for; what was typed by hand is left alone, and a check tells."""
        typed_by_hand = self.server.isModified() and bool(self.server.text().strip())
        if not self.server.isReadOnly() and not typed_by_hand:
            self.server.setText(server)

    def _on_accept(self) -> None:
        if self._another is not None:
            self._finish(self._another)
            return
        if self._busy:
            return
        server, sign_in = self.server.text().strip(), self._sign_in
        if self.ways.currentWidget() is self.paste:
            pasted = self.paste.field.secret
            self._check(server, lambda: sign_in.with_cookie(server, pasted))
            return
        if (missing := self.typed.first_empty) is not None:
            self._say(say("Enter e-mail and password."), self._colours.error)
            missing.setFocus()
            return
        email, password = self.typed.email.text().strip(), self.typed.password.text()
        self._check(server, lambda: sign_in.with_password(server, email, password))

    def _on_cancel(self) -> None:
        """Go back one step: from a question or a check to the fields, from there out."""
        if self._another is None and not self._busy:
            self.reject()
            return
        self._stop()
        self._say("")
        self._show_state()
        self._focus_field()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does what the button does, which may be less than closing."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """The end, however it came."""
        self._stop()
        self.paste.field.forget()
        self.typed.password.clear()
        super().done(result)

    # --- checking ----------------------------------------------------------------------------------------------------

    def _check(self, server: str, ask: Callable[[], Awaitable[SignedIn]]) -> None:
        self._attempt += 1
        self._busy = True
        self._show_state()
        self._say(checking_text(server))
        self._tasks.spawn(self._try(self._attempt, ask), name="sign in")

    async def _try(self, attempt: int, ask: Callable[[], Awaitable[SignedIn]]) -> None:
        if attempt != self._attempt:
            return
        self._checking = asyncio.current_task()
        try:
            found = await ask()
        except JoipError as error:
            self._fail(attempt, error)
        except Exception as fault:  # noqa: BLE001 - the dialog must not stay busy; the fault's text may hold a secret
            log.error("the sign-in could not be tried out: %s", type(fault).__name__)  # noqa: TRY400 - for that reason
            self._fail(attempt, own_fault(fault))
        else:
            await self._succeed(attempt, found)

    def _fail(self, attempt: int, error: JoipError) -> None:
        if attempt != self._attempt:
            return
        self._stop(cancel=False)
        self._show_state()
        self._say(failure_text(error), self._colours.error)
        self._focus_field(error)

    async def _succeed(self, attempt: int, found: SignedIn) -> None:
        if attempt != self._attempt:
            return
        if self.expected is not None and is_another(found.name, self.expected):
            self._stop(cancel=False)
            self._another = found
            self._show_state()
            self._say(another_text(found.name, self.expected), self._colours.conflict)
            self.cancel_button.setFocus()
            return
        self._say(signed_in_text(found.name))
        await asyncio.sleep(self.seconds_seen)
        if attempt == self._attempt:
            self._finish(found)

    def _stop(self, *, cancel: bool = True) -> None:
        """Nothing is checked or asked about any more."""
        self._attempt += 1
        self._busy = False
        self._another = None
        checking, self._checking = self._checking, None
        if cancel and checking is not None:
            checking.cancel()

    def _finish(self, found: SignedIn) -> None:
        keep = self.keep.isChecked() and not self.keep.isHidden()
        self._stop(cancel=False)
        self.accept()
        self.signed_in.emit(found, keep)

    async def _look_for_keyring(self) -> None:
        problem = await self._secrets.problem()
        if problem:
            self.not_kept.setText(not_kept_text(problem))
            self.keep.hide()
            self.not_kept.show()
            self._make_room()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        asks = self._another is not None
        for part in (self.server, self.ways):
            part.setEnabled(not self._busy and not asks)
        self.keep.setEnabled(not self._busy)
        self.accept_button.setEnabled(not self._busy)
        self.accept_button.setText(say("Sign in as another account") if asks else say("Sign in"))
        self.cancel_button.setText(say("Go back") if asks else say("Cancel"))
        (self.cancel_button if asks else self.accept_button).setDefault(True)

    def _say(self, text: str, colour: str = "") -> None:
        self.message.setText(text)
        self.message.setStyleSheet(f"color: {colour or self._colours.text}")
        self._make_room()
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, text))

    def _make_room(self) -> None:
        """The texts wrap, so how much room they need is known only now."""
        layout = self.layout()
        if layout is not None:
            needed = layout.totalMinimumHeightForWidth(max(self.width(), self.minimumWidth()))
            if needed > self.height():
                self.resize(max(self.width(), self.minimumWidth()), needed)

    def _focus_field(self, error: JoipError | None = None) -> None:
        """Where what is wrong can be put right."""
        if isinstance(error, OriginRefusedError) and not self.server.isReadOnly():
            field = self.server
        else:
            field = self.paste.field if self.ways.currentWidget() is self.paste else self.typed.password
        field.setFocus()
        field.selectAll()
