from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.engine.ports import SignedIn
from joip_desktop.ui.connection import KnownAccount
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import LIGHT
from tests.helpers.fakes import until
from tests.helpers.sign_in import PASTE, FakeSecrets, FakeSignIn

NOTICE = "The settings in <b>somewhere</b> could not be read."


class Opened:
    def __init__(self, tasks: Tasks, notice: str, known: Sequence[KnownAccount]) -> None:
        self.dialog = FirstRunDialog(
            sign_in=FakeSignIn(), secrets=FakeSecrets(), tasks=tasks, colours=LIGHT, known=known, notice=notice
        )
        self.dialog.open()
        assert QTest.qWaitForWindowActive(self.dialog)
        self.chosen: list[object] = []
        self.dialog.account_chosen.connect(self.chosen.append)
        self.dialog.demo_chosen.connect(lambda: self.chosen.append("demo"))
        self.dialog.signed_in.connect(lambda *values: self.chosen.append(values))

    def sign_in_dialog(self) -> SignInDialog:
        self.dialog.sign_in_button.click()
        (inner,) = self.dialog.findChildren(SignInDialog)
        inner.seconds_seen = 0
        return inner


@asynccontextmanager
async def opened(notice: str = "", known: Sequence[KnownAccount] = ()) -> AsyncIterator[Opened]:
    failures: list[BaseException] = []
    tasks = Tasks(failures.append)
    one = Opened(tasks, notice, known)
    try:
        yield one
    finally:
        one.dialog.close()
        await tasks.close()
        one.dialog.deleteLater()
    assert failures == []


async def test_the_demo_is_one_key_away() -> None:
    async with opened() as on:
        assert on.dialog.demo_button.hasFocus()
        QTest.keyClick(on.dialog, Qt.Key.Key_Return)
        assert on.chosen == ["demo"]
        assert not on.dialog.isVisible()


async def test_an_account_that_is_known_can_be_opened_without_signing_in() -> None:
    async with opened(known=[KnownAccount("a", "joip.example (anna & co)")]) as on:
        (button,) = on.dialog.account_buttons
        assert button.text() == "Open joip.example (anna && co)"
        button.click()
        assert on.chosen == ["a"]
        assert not on.dialog.isVisible()


async def test_an_account_is_chosen_by_signing_in() -> None:
    async with opened() as on:
        inner = on.sign_in_dialog()
        assert inner.isVisible()
        inner.server.setText("https://joip.example")
        inner.paste.field.take(PASTE)
        QTest.keyClick(inner.paste.field, Qt.Key.Key_Return)
        await until(lambda: bool(on.chosen))
        expected = SignedIn("https://joip.example", AccountName("7", "zz@joip.example"), SecretCookie(PASTE))
        assert on.chosen == [(expected, True)]
        assert not on.dialog.isVisible()


async def test_going_back_from_the_sign_in_keeps_the_choice() -> None:
    async with opened() as on:
        on.sign_in_dialog().reject()
        assert on.dialog.isVisible()
        assert on.chosen == []
        on.dialog.demo_button.click()
        assert on.chosen == ["demo"]


async def test_closing_chooses_nothing() -> None:
    async with opened() as on:
        on.dialog.reject()
        assert on.chosen == []


async def test_a_notice_is_said_as_text() -> None:
    async with opened(NOTICE) as on:
        said = [label for label in on.dialog.findChildren(QLabel) if label.text() == NOTICE]
        assert [(label.isVisible(), label.textFormat()) for label in said] == [(True, Qt.TextFormat.PlainText)]


async def test_without_a_notice_there_is_no_gap_for_one() -> None:
    async with opened() as on:
        assert [
            label.text() for label in on.dialog.findChildren(QLabel) if label.isVisible() and not label.text()
        ] == []
