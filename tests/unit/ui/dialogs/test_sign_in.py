from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.errors import (
    CookieRefusedError,
    JoipError,
    OriginRefusedError,
    RateLimitedError,
    TimedOutError,
)
from joip_desktop.engine.ports import SignedIn
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import LIGHT
from tests.helpers.fakes import settle, until
from tests.helpers.sign_in import PASTE, FakeSecrets, FakeSignIn

SERVER = "https://joip.example"


class Opened:
    def __init__(self, sign_in: FakeSignIn, dialog: SignInDialog) -> None:
        self.sign_in = sign_in
        self.dialog = dialog
        self.done: list[tuple[SignedIn, bool]] = []
        dialog.signed_in.connect(lambda found, keep: self.done.append((found, keep)))

    @property
    def said(self) -> str:
        return self.dialog.message.text()

    def paste(self, text: str = PASTE) -> None:
        self.dialog.paste.field.take(text)
        self.dialog.accept_button.click()

    async def over(self) -> None:
        await until(lambda: not self.dialog._busy)


@asynccontextmanager
async def opened(
    sign_in: FakeSignIn | None = None,
    *,
    server: str = SERVER,
    secrets: FakeSecrets | None = None,
    account: AccountName | None = None,
    reason: str = "",
) -> AsyncIterator[Opened]:
    failures: list[BaseException] = []
    tasks = Tasks(failures.append)
    fake = sign_in or FakeSignIn()
    dialog = SignInDialog(
        server=server,
        sign_in=fake,
        secrets=secrets or FakeSecrets(),
        tasks=tasks,
        colours=LIGHT,
        reason=reason,
        account=account,
    )
    dialog.seconds_seen = 0
    dialog.open()
    await until(dialog.isActiveWindow)
    try:
        yield Opened(fake, dialog)
    finally:
        dialog.close()
        await tasks.close()
        dialog.deleteLater()
    assert failures == []


async def test_a_paste_is_tried_out_and_the_account_named() -> None:
    async with opened() as on:
        on.dialog.seconds_seen = 0.05
        on.paste()
        assert on.said == "Asking joip.example…"
        assert not on.dialog.accept_button.isEnabled()
        await until(lambda: on.said == "Signed in as zz@joip.example.")
        await until(lambda: bool(on.done))
        assert on.done == [(SignedIn(SERVER, AccountName("7", "zz@joip.example"), SecretCookie(PASTE)), True)]
        assert not on.dialog.isVisible()
        assert on.sign_in.asked == [(SERVER, PASTE)]


async def test_e_mail_and_password_go_the_same_way() -> None:
    async with opened() as on:
        on.dialog.ways.setCurrentIndex(1)
        on.dialog.accept_button.click()
        assert on.said == "Enter e-mail and password."
        assert on.dialog.typed.email.hasFocus()
        QTest.keyClicks(on.dialog.typed.email, "zz@joip.example")
        QTest.keyClicks(on.dialog.typed.password, "hidden")
        QTest.keyClick(on.dialog.typed.password, Qt.Key.Key_Return)
        await until(lambda: bool(on.done))
        assert on.sign_in.asked == [(SERVER, "zz@joip.example", "hidden")]
        assert on.dialog.typed.password.text() == "", "nothing is left of it"


@pytest.mark.parametrize(
    ("error", "said", "where"),
    [
        (CookieRefusedError("No cookie.", next_step="Copy it."), "No cookie. Copy it.", "paste"),
        (
            OriginRefusedError("No address.", next_step="Begin with https://."),
            "No address. Begin with https://.",
            "server",
        ),
        (
            TimedOutError("It does not answer."),
            "It does not answer. Check the address and the connection, then try again.",
            "paste",
        ),
        (RateLimitedError("Too many attempts.", retry_after=900.0), "Too many attempts. Try again in 15 min.", "paste"),
    ],
)
async def test_a_failure_is_said_and_nothing_that_was_typed_is_lost(error: JoipError, said: str, where: str) -> None:
    sign_in = FakeSignIn(error=error)
    async with opened(sign_in) as on:
        on.paste()
        await on.over()
        assert on.said == said
        assert on.dialog.message.textFormat() is Qt.TextFormat.PlainText
        field = on.dialog.server if where == "server" else on.dialog.paste.field
        assert field.hasFocus()
        assert on.dialog.paste.field.secret == PASTE
        sign_in.error = None
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: bool(on.done))


@pytest.mark.logs_errors
async def test_a_fault_of_our_own_leaves_the_dialog_usable_and_the_secret_out_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with opened(FakeSignIn(error=ZeroDivisionError(PASTE))) as on:
        on.paste()
        await on.over()
        assert "ZeroDivisionError" in on.said
        assert on.dialog.accept_button.isEnabled()
    assert PASTE not in caplog.text


async def test_a_check_can_be_called_off_and_the_dialog_closed_in_the_middle() -> None:
    sign_in = FakeSignIn(let_go=asyncio.Event())
    async with opened(sign_in) as on:
        on.paste()
        await until(lambda: len(sign_in.asked) == 1)
        QTest.keyClick(on.dialog, Qt.Key.Key_Escape)
        await until(lambda: sign_in.ended == 1)
        assert on.dialog.isVisible(), "the first Esc ends the check alone"
        assert on.dialog.paste.field.secret == PASTE
        on.paste()
        await until(lambda: len(sign_in.asked) == 2)
        on.dialog.close()
        await until(lambda: sign_in.ended == 2)
        assert on.dialog.paste.field.secret == ""
        assert on.done == []


async def test_a_pasted_command_tells_the_server_unless_somebody_typed_one() -> None:
    async with opened(server="") as on:
        assert on.dialog.server.hasFocus()
        on.dialog.paste.field.take("curl made-up")
        assert on.dialog.server.text() == "https://zz.example"
        assert on.dialog.paste.told.text() == "Pasted: a command for zz.example, 12 characters."
        on.dialog.server.clear()
        QTest.keyClicks(on.dialog.server, SERVER)
        on.dialog.paste.field.take("curl made-up")
        assert on.dialog.server.text() == SERVER


async def test_somebody_elses_sign_in_is_asked_about() -> None:
    async with opened(account=AccountName("1", "anna@joip.example")) as on:
        assert on.dialog.server.isReadOnly()
        on.paste()
        await on.over()
        assert on.said == (
            "This is the account of zz@joip.example. The changes that wait here belong to anna@joip.example."
        )
        assert on.dialog.cancel_button.hasFocus(), "Enter goes back"
        on.dialog.cancel_button.click()
        assert on.dialog.isVisible()
        assert on.done == []
        on.paste()
        await on.over()
        assert on.dialog.accept_button.text() == "Sign in as another account"
        on.dialog.accept_button.click()
        assert len(on.done) == 1


async def test_without_a_keyring_it_is_said_that_the_sign_in_lasts_for_this_run() -> None:
    secrets = FakeSecrets(trouble="This computer has no keyring that could keep the sign-in.")
    async with opened(secrets=secrets) as on:
        await until(on.dialog.not_kept.isVisible)
        assert not on.dialog.keep.isVisible()
        assert on.dialog.not_kept.text() == (
            "This computer has no keyring that could keep the sign-in. You stay signed in until the app is closed."
        )
        on.paste()
        await until(lambda: bool(on.done))
        assert on.done[0][1] is False


async def test_who_does_not_want_it_kept_is_heard() -> None:
    async with opened() as on:
        on.dialog.keep.setChecked(False)
        on.paste()
        await until(lambda: bool(on.done))
        assert on.done[0][1] is False


async def test_what_was_pasted_is_shown_and_told_nowhere() -> None:
    async with opened(FakeSignIn(error=CookieRefusedError("No."))) as on:
        on.paste()
        await on.over()
        shown = [one.text() for one in on.dialog.findChildren(QLabel)]
        shown += [one.displayText() + one.text() for one in on.dialog.findChildren(QLineEdit)]
        shown += [one.toolTip() + one.accessibleDescription() for one in on.dialog.findChildren(QWidget)]
        assert not [text for text in shown if "made-up" in text]
        on.dialog.paste.field.selectAll()
        on.dialog.paste.field.copy()
        assert "made-up" not in QGuiApplication.clipboard().text()


# --- the field --------------------------------------------------------------------------------------------------------


async def test_a_paste_of_many_lines_arrives_whole_by_keys_and_by_dropping() -> None:
    text = "curl 'https://zz.example' \\\r\n  -H 'a: b'\r\n"
    async with opened() as on:
        field = on.dialog.paste.field
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.secret == text
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        assert field.secret == "", "half of it would be worth nothing"
        data = QMimeData()
        data.setText(text)
        field.dropEvent(
            QDropEvent(
                QPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
            )
        )
        assert field.secret == text
        QTest.keyClicks(field, "s%3A")
        assert field.secret == "s%3A", "typing begins anew"
        QGuiApplication.clipboard().clear()
        await settle()
