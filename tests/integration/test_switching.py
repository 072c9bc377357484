"""One window after another in one run: from the first page to an account, to another one, out and in again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from joip_desktop import accounts
from joip_desktop.mock import MockServer
from joip_desktop.sign_in import ServerSignIn
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.secrets import KeyringSecrets
from joip_desktop.storage.settings import Appearance, Settings
from joip_desktop.storage.settings_file import SettingsFile
from joip_desktop.targets import Target
from joip_desktop.ui.actions import ActionId
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.dialogs.sign_in import SignInDialog
from joip_desktop.ui.dialogs.sign_out import SignOutQuestion
from joip_desktop.ui.garbage import UiThreadCollector
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.theme import Theme
from joip_desktop.windows import Stage, run
from tests.helpers.leaks import marked_names
from tests.helpers.window import settle, until
from tests.unit.storage.test_secrets import Memory

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Running:
    """A run of the app, and what a person does in it."""

    def __init__(self, app: QApplication, stage: Stage, keyring: Memory) -> None:
        self.stage = stage
        self.keyring = keyring
        self._app = app

    @property
    def window(self) -> MainWindow:
        return next(one for one in self._app.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())

    @property
    def page(self) -> FirstRunDialog:
        return next(one for one in self._app.topLevelWidgets() if isinstance(one, FirstRunDialog) and one.isVisible())

    async def at(self, account: str) -> MainWindow:
        """Wait for an account's window with its list."""

        def is_there() -> bool:
            shown = [one for one in self._app.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
            return bool(shown) and shown[0]._connection.account == account and shown[0].workspace.listed_at is not None

        await until(is_there)
        await settle()
        return self.window

    async def page_shown(self) -> FirstRunDialog:
        await until(lambda: any(isinstance(one, FirstRunDialog) and one.isVisible() for one in self._app.allWidgets()))
        return self.page

    async def sign_in(self, parent: MainWindow | FirstRunDialog, server: MockServer) -> None:
        dialog = parent.findChildren(SignInDialog)[-1]
        dialog.seconds_seen = 0
        dialog.paste.field.take(f"curl {server.origin}/api/sessions -b connect.sid={server.cookie}")
        dialog.accept_button.click()
        await settle()

    def switch_to(self, text: str) -> None:
        entries = self.window.account_desk._group.actions()
        next(one for one in entries if one.text() == text).trigger()


@asynccontextmanager
async def running(profile: Path, keyring: Memory) -> AsyncIterator[Running]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    collector = UiThreadCollector()
    theme = Theme(app, Appearance.LIGHT)
    folders = Folders.of(profile)
    file = SettingsFile(folders.settings)
    settings: Settings = file.load().settings
    stage = Stage(
        theme=theme,
        folders=folders,
        settings=settings,
        settings_file=file,
        secrets=KeyringSecrets(profile, find=lambda: keyring),
        sign_in=ServerSignIn(),
        notices=[],
        on_window=None,
    )
    latest = accounts.last(settings)
    going = asyncio.create_task(run(stage, Target(account=latest)), name="the app")
    one = Running(app, stage, keyring)
    try:
        yield one
        for window in app.topLevelWidgets():
            if isinstance(window, MainWindow | FirstRunDialog) and window.isVisible():
                window.close()
        await asyncio.wait_for(going, 20)
    finally:
        going.cancel()
        await asyncio.gather(going, return_exceptions=True)
        theme.close()
        collector.close()
        file.save(settings)
        await settle()


@pytest.fixture
def servers() -> Iterator[tuple[MockServer, MockServer]]:
    with MockServer(sessions=12) as one, MockServer(sessions=7, seed=2) as other:
        yield one, other


def patches(server: MockServer) -> int:
    return sum(request.method == "PATCH" for request in server.requests)


def star(window: MainWindow) -> None:
    session = next(one for one in window.workspace.library if not one.is_favorite)
    window.desk.favourite([session.id])


async def test_what_waits_in_one_account_stays_there_while_another_is_shown(
    servers: tuple[MockServer, MockServer], tmp_path: Path
) -> None:
    one, other = servers
    async with running(tmp_path, Memory()) as app:
        page = await app.page_shown()
        page.sign_in_button.click()
        await app.sign_in(page, one)
        window = await app.at(one.origin)
        await until(lambda: window.panel.model.rowCount() == 12)
        await window.workspace.pause(paused=True)
        star(window)
        await until(lambda: window.workspace.outbox.waiting == 1)

        window.actions_by_id[ActionId.ADD_ACCOUNT].trigger()
        window.findChildren(SignInDialog)[-1].server.setText("")
        await app.sign_in(window, other)
        window = await app.at(other.origin)
        await until(lambda: window.panel.model.rowCount() == 7)
        assert window.workspace.outbox.waiting == 0
        star(window)
        await until(lambda: patches(other) == 1)

        app.switch_to(one.origin.partition("://")[2])
        window = await app.at(one.origin)
        assert window.workspace.outbox.waiting == 1, "it has waited"
        await window.workspace.pause(paused=False)
        await until(lambda: patches(one) == 1)
        assert patches(other) == 1
        for server, stranger in ((one, other), (other, one)):
            assert all(stranger.cookie not in str(request) for request in server.requests)
        app.switch_to("Demo")
        await app.at("demo")
        app.switch_to(one.origin.partition("://")[2])
        await app.at(one.origin)
        await until(lambda: len(app.keyring.kept) == 2)


async def test_the_next_run_is_signed_in_by_the_keyring_alone(
    servers: tuple[MockServer, MockServer], tmp_path: Path
) -> None:
    one, _ = servers
    keyring = Memory()
    async with running(tmp_path, keyring) as app:
        page = await app.page_shown()
        page.sign_in_button.click()
        await app.sign_in(page, one)
        await app.at(one.origin)
        await until(lambda: len(keyring.kept) == 1)
    assert marked_names([tmp_path]) == []
    async with running(tmp_path, keyring) as app:
        window = await app.at(one.origin)
        await until(lambda: window.workspace.refreshed_at is not None)


@pytest.mark.parametrize("discard", [False, True])
async def test_out_and_in_again(servers: tuple[MockServer, MockServer], tmp_path: Path, discard: bool) -> None:
    one, _ = servers
    keyring = Memory()
    async with running(tmp_path, keyring) as app:
        page = await app.page_shown()
        page.sign_in_button.click()
        await app.sign_in(page, one)
        window = await app.at(one.origin)
        await until(lambda: len(keyring.kept) == 1)
        await window.workspace.pause(paused=True)
        star(window)
        await until(lambda: window.workspace.outbox.waiting == 1)
        window.actions_by_id[ActionId.SIGN_OUT].trigger()
        (question,) = window.findChildren(SignOutQuestion)
        pressed = question.discard_button if discard else question.keep_button
        assert pressed is not None
        pressed.click()
        page = await app.page_shown()
        assert keyring.kept == {}
        assert app.stage.folders.account(one.origin).exists() is not discard
        assert len(page.account_buttons) == (0 if discard else 1)
        page.sign_in_button.click()
        await app.sign_in(page, one)
        window = await app.at(one.origin)
        assert window.workspace.outbox.waiting == (0 if discard else 1)
        assert patches(one) == 0
