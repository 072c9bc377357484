"""One window after another, until one is closed for good: what stays for the whole run, and in which order."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from typing import TypeAlias

from joip_desktop import accounts
from joip_desktop.account import known_accounts, open_account
from joip_desktop.account_book import AccountBook
from joip_desktop.cookies import Cookies
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say
from joip_desktop.engine.ports import SignedIn
from joip_desktop.engine.workspace import Workspace
from joip_desktop.sign_in import ServerSignIn
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.logs import Logs, nobody
from joip_desktop.storage.secrets import KeyringSecrets
from joip_desktop.storage.settings import SavedAccount, Settings
from joip_desktop.storage.settings_file import SettingsFile
from joip_desktop.targets import Target
from joip_desktop.terminal import said
from joip_desktop.ui.dialogs.first_run import FirstRunDialog
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.server.demo_server import DemoServer
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme
from joip_desktop.ui.wording import not_kept_text

log = logging.getLogger(__name__)

OnWindow: TypeAlias = Callable[[MainWindow], Awaitable[None]]
"""Gets the window once it is shown; the app ends when it returns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What stands for the whole run, whatever is connected."""

    theme: Theme
    folders: Folders
    settings: Settings
    settings_file: SettingsFile
    secrets: KeyringSecrets
    sign_in: ServerSignIn
    logs: Logs | None = None
    notices: list[str]
    """What the next window or page has to say."""

    on_window: OnWindow | None
    failures: list[BaseException] = field(default_factory=list)
    """What went wrong in `on_window`."""

    def save_settings(self) -> None:
        """Write the settings; nothing of a window that drives itself is kept.

        Raises:
            StorageError: they can't be written.
        """
        if self.on_window is None:
            self.settings_file.save(self.settings)

    def said(self) -> list[str]:
        """The notices, which are said once."""
        said, self.notices[:] = [one for one in self.notices if one], []
        return said


async def run(stage: Stage, target: Target) -> None:
    """One window after another, until one is closed for good.

    Raises:
        StorageError: the account can't be opened, and nobody chose another one.
    """
    over = asyncio.Event()
    _end_on_signals(over)
    cookies = Cookies(stage.secrets)
    book = AccountBook(settings=stage.settings, save=stage.save_settings, folders=stage.folders, cookies=cookies)
    try:
        await _run_windows(stage, book, target, over)
    finally:
        await cookies.close()
        await stage.secrets.close()


async def _run_windows(stage: Stage, book: AccountBook, first: Target, over: asyncio.Event) -> None:
    target: Target | None = first
    problem: StorageError | None = None
    while target is not None and not over.is_set():
        if target.is_undecided:
            target = await _choose(stage, book, over)
            if target is None and problem is not None:
                raise problem
            continue
        problem = None
        try:
            target = await (_demo(stage, book, over) if target.demo else _account(stage, book, target, over))
        except StorageError as error:
            if stage.on_window is not None:
                raise
            print(error, file=sys.stderr)
            stage.notices.append(str(error))
            target, problem = Target(), error


def _end_on_signals(over: asyncio.Event) -> None:
    """SIGINT and SIGTERM end the app as closing the window does, without a question nobody could answer."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, RuntimeError, ValueError):  # not on Windows, not outside the main thread
            loop.add_signal_handler(number, over.set)


async def _choose(stage: Stage, book: AccountBook, over: asyncio.Event) -> Target | None:
    """The first-run page; also what is left after a sign-out, and when an account can't be opened."""
    chosen: list[Target] = []
    accepted: list[tuple[SignedIn, bool]] = []
    tasks = Tasks(on_error=lambda error: log.error("a task of the first page failed", exc_info=error))
    dialog = FirstRunDialog(
        sign_in=stage.sign_in,
        secrets=stage.secrets,
        tasks=tasks,
        colours=stage.theme.colours,
        known=known_accounts(stage.settings),
        notice="\n".join(stage.said()),
    )
    dialog.account_chosen.connect(lambda key: chosen.append(Target(account=accounts.known(stage.settings, key))))
    dialog.demo_chosen.connect(lambda: chosen.append(Target(demo=True)))
    dialog.signed_in.connect(lambda found, keep: accepted.append((found, keep)))
    dialog.finished.connect(lambda _: over.set())
    dialog.show()
    await over.wait()
    dialog.close()
    await tasks.close()
    dialog.deleteLater()
    for found, keep in accepted:
        account, problem = await book.sign_in(found, keep=keep)
        stage.notices.append(problem)
        chosen.append(Target(account=account))
    if chosen:
        over.clear()
    return chosen[0] if chosen else None


async def _demo(stage: Stage, book: AccountBook, over: asyncio.Event) -> Target | None:
    """The demo: a server of our own, and a window on it."""
    # Here, as no other account waits for a server that it will not use.
    from joip_desktop.demo_server import EmbeddedServer  # noqa: PLC0415
    from joip_desktop.mock.server import MockServer, MockServerError  # noqa: PLC0415

    # First, so that a second demo leaves the first one's data alone.
    storage = AccountStorage.of(stage.folders, accounts.DEMO)
    # The same port as last time, because the addresses of thumbnails hold it, and would look changed.
    server = MockServer(database=stage.folders.demo_database, port=stage.settings.demo_port)
    try:
        try:
            server.start()
        except MockServerError:
            server = MockServer(database=stage.folders.demo_database)
            server.start()
    except MockServerError as error:
        await storage.close()
        raise StorageError(said(error.sentence)) from error
    stage.settings.demo_port = int(server.origin.rpartition(":")[2])
    stage.save_settings()  # now, since the app may be killed
    try:
        demo = SavedAccount(key=accounts.DEMO, server=server.origin)
        if server.notice:
            stage.notices.append(said(server.notice))
        with closing(EmbeddedServer(server)) as embedded:
            return await _live(stage, book, demo, over, storage, cookie=SecretCookie(server.cookie), server=embedded)
    finally:
        server.stop()


async def _account(stage: Stage, book: AccountBook, target: Target, over: asyncio.Event) -> Target | None:
    """The account of a server."""
    account = target.account
    if account is None:
        return Target()
    storage = AccountStorage.of(stage.folders, account.key)
    if target.cookie is not None:
        book.cookies.lend(account.key, target.cookie)
    return await _live(stage, book, account, over, storage, cookie=target.cookie)


async def _live(
    stage: Stage,
    book: AccountBook,
    saved: SavedAccount,
    over: asyncio.Event,
    storage: AccountStorage,
    *,
    cookie: SecretCookie | None,
    server: DemoServer | None = None,
) -> Target | None:
    """One account's window, from opening to closed; returns what to open next."""
    try:
        account = open_account(
            saved,
            storage,
            cookie=cookie,
            book=book,
            sign_in=stage.sign_in,
            secrets=stage.secrets,
            theme=stage.theme,
            logs=stage.logs,
            demo=server,
        )
        if saved.key != accounts.DEMO:
            book.open(saved)
    except BaseException:
        await storage.close()
        raise
    window = account.window
    window.closed.connect(over.set)
    if stage.logs is not None:
        stage.logs.on_fault = account.on_fault
    for notice in filter(None, [*stage.said(), storage.ledger.notice]):
        window.notify(notice)
        if stage.on_window is not None:  # nobody looks at the window
            print(notice, file=sys.stderr)
    window.show()
    account.tasks.spawn(account.loader.thumbnails.run(), name="thumbnails")
    account.tasks.spawn(account.begin(), name="sender")
    if stage.on_window is not None:
        account.tasks.spawn(_do_errand(stage, window), name="errand")
    try:
        await over.wait()
    finally:
        if stage.logs is not None:
            stage.logs.on_fault = nobody
        await account.close()
    _say_what_is_lost(account.workspace)
    stage.notices.extend(account.notices)
    if account.following is not None:
        over.clear()
    return account.following


def _say_what_is_lost(workspace: Workspace) -> None:
    """On stderr, because a signal leaves no time for a question; closing the window has asked before."""
    if text := not_kept_text(workspace.unkept, workspace.drafts.unkept):
        print(f"{text} {say('The app has ended, and they are lost.')}", file=sys.stderr)


async def _do_errand(stage: Stage, window: MainWindow) -> None:
    try:
        if stage.on_window is not None:
            await stage.on_window(window)
    except Exception as error:  # noqa: BLE001 - whatever it is, the app ends and the caller of `run_window` hears of it
        stage.failures.append(error)
    finally:
        window.closed.emit()
