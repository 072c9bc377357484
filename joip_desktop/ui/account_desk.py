"""The menu *Account*: switching, signing in and signing out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from joip_desktop.domain.errors import SignInNeededError
from joip_desktop.domain.say import say
from joip_desktop.engine.workspace import Workspace
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.dialogs.sign_out import SignOutQuestion
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme
from joip_desktop.ui.wording import plain_tooltip


class AccountDesk(QObject):
    """Asks for what it takes; what follows from the answers is decided where the accounts are."""

    signed_in = Signal(object, bool)
    """A `SignedIn`, and whether it is to be kept."""

    switch_wanted = Signal(str)
    """The key of the account to show instead."""

    sign_out_wanted = Signal(bool)
    """Whether the changes that the server does not have are to be discarded."""

    def __init__(
        self, workspace: Workspace, *, window: QWidget, tasks: Tasks, theme: Theme, connection: Connection
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._tasks = tasks
        self._theme = theme
        self._connection = connection
        self._group = QActionGroup(self)
        self._menu: QMenu
        self._end: QAction

    def handlers(self) -> Mapping[ActionId, Callable[[], object]]:
        """What the actions do that are about accounts."""
        return {
            ActionId.SIGN_IN: self.sign_in_again,
            ActionId.ADD_ACCOUNT: self.add_account,
            ActionId.SIGN_OUT: self.ask_to_sign_out,
        }

    def follow_with(self, actions: Mapping[ActionId, QAction]) -> None:
        """The demo has no sign-in to renew or to forget, and its entries say so."""
        if self._connection.is_demo:
            for action_id in (ActionId.SIGN_IN, ActionId.SIGN_OUT):
                actions[action_id].setEnabled(False)
                actions[action_id].setToolTip(plain_tooltip(say("The demo needs no sign-in.")))

    def fill(self, menu: QMenu) -> None:
        """Put the accounts on top of a menu; the one that is shown is ticked."""
        self._menu = menu
        self._end = menu.insertSeparator(menu.actions()[0])
        self.show_accounts()

    def show_accounts(self) -> None:
        """Bring the menu in line with the accounts that there are now."""
        for action in self._group.actions():
            self._menu.removeAction(action)
            action.deleteLater()
        for account in self._connection.known():
            action = QAction(account.text.replace("&", "&&"), self._group)
            action.setCheckable(True)
            action.setData(account.key)
            action.triggered.connect(partial(self._switch, account.key))
            self._menu.insertAction(self._end, action)
        self._tick()

    def _tick(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._connection.account)

    # --- what people do ---------------------------------------------------------------------------------------------

    def sign_in_again(self) -> None:
        """Renew the sign-in of the account that is shown; in the demo, sign in to the first one."""
        if self._connection.is_demo:
            self.add_account()
            return
        trouble = self._workspace.trouble
        self._open(
            server=self._connection.server,
            reason=trouble.sentence if isinstance(trouble, SignInNeededError) else "",
            again=True,
        )

    def add_account(self) -> None:
        """Sign in to one more account, of this server or another one."""
        self._open(server="" if self._connection.is_demo else self._connection.server, reason="", again=False)

    def ask_to_sign_out(self) -> None:
        """Forget the sign-in, after a question."""
        question = SignOutQuestion(
            self._window,
            name=self._connection.whole_label,
            waiting=len(self._workspace.outbox),
            unsaved=self._workspace.drafts.count,
            then=self.sign_out_wanted.emit,
        )
        question.open()

    def _open(self, *, server: str, reason: str, again: bool) -> None:
        connection = self._connection
        dialog = SignInDialog(
            server=server,
            sign_in=connection.sign_in,
            secrets=connection.secrets,
            tasks=self._tasks,
            colours=self._theme.colours,
            reason=reason,
            account=connection.name if again else None,
            parent=self._window,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.signed_in.connect(self.signed_in)
        dialog.open()

    def _switch(self, key: str) -> None:
        self._tick()  # which stays where it is until the other one is shown
        if key != self._connection.account:
            self.switch_wanted.emit(key)
