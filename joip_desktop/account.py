"""One account's window, with all that is behind it: the part of the composition root that each account has anew."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtGui import QImage

from joip_desktop import accounts
from joip_desktop.account_book import AccountBook
from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.identity import owner_of
from joip_desktop.api.origin import Origin
from joip_desktop.api.pictures import PictureClient
from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.draft import Edits, Group
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say
from joip_desktop.engine.ports import Secrets, SignedIn, SignIn
from joip_desktop.engine.thumbnails import Thumbnails
from joip_desktop.engine.traffic import TrafficLog
from joip_desktop.engine.workspace import Workspace
from joip_desktop.proxies import proxies_of
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.logs import Logs
from joip_desktop.storage.pictures import PictureFolder
from joip_desktop.storage.settings import LogLevel, SavedAccount, Settings
from joip_desktop.targets import Target
from joip_desktop.ui.connection import Connection, KnownAccount
from joip_desktop.ui.dialogs.sign_in_words import not_kept_text
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.notifications import DesktopNotifier, JobWatcher, app_is_in_front
from joip_desktop.ui.pictures import Decoder, Pictures, image_bytes
from joip_desktop.ui.server.demo_server import DemoServer
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme

log = logging.getLogger(__name__)

_MEGABYTE = 2**20


@dataclass(slots=True, kw_only=True, eq=False, weakref_slot=True)
class AccountWindow:
    """The parts of one account's window, joined."""

    key: str
    book: AccountBook
    window: MainWindow
    workspace: Workspace
    client: JoipClient
    storage: AccountStorage
    tasks: Tasks
    watcher: JobWatcher
    loader: PictureLoader
    stop_listening: Callable[[], None]
    following: Target | None = None
    """What to open next, once this window has closed."""

    notices: list[str] = field(default_factory=list)
    """What is to be said then."""

    is_erased: bool = False
    """The account's files are deleted when nobody has them open any more."""

    async def begin(self) -> None:
        """Show the list of the last run at once, ask for a new one, and send what waits; until cancelled.

        In this order, because the last list tells whose account it is. A keyring that asks to be unlocked keeps the
        new list waiting, not the window.
        """
        if (kept := await self.storage.last_list.load()) is not None:
            await self.workspace.restore_list(kept)
        del kept  # it would hold the sessions of that list, which are replaced by and by, for the whole run
        if not self.client.has_cookie:
            await self._find_cookie()
        self.window.refresh()
        await self.workspace.run()

    async def sign_in(self, found: SignedIn, keep: bool) -> None:
        """The same account goes on with the new cookie and nothing is lost; another one gets another window."""
        owner = owner_of(self.workspace.library.server_rows()).user
        account, problem = await self.book.sign_in(found, keep=keep, present=self.key, owner=owner)
        if problem:
            self.window.notify(problem)
        self.window.account_desk.show_accounts()
        if account.key != self.key:
            self.follow(Target(account=account))
            return
        self.client.use_cookie(found.cookie)
        self.workspace.sender.fall_behind()  # it may be another account's after all, which the list tells
        self.window.refresh()

    async def sign_out(self, discard: bool) -> None:
        """Forget the sign-in; what has not been sent is kept for the next one, or discarded with all of the account."""
        self.client.use_cookie(None)
        if discard:
            await self.workspace.discard_everything()
            for session in self.workspace.library.server_rows():
                if isinstance(session.thumbnail, str) and session.thumbnail:
                    await self.loader.folder.drop(session.thumbnail)
        try:
            forgotten = await self.book.sign_out(self.key, remove=discard)
        except StorageError as error:
            self.window.notify(str(error))
            return
        if not forgotten:
            self.notices.append(
                f"{await self.book.cookies.problem()} "
                + say("It may still hold the sign-in; sign out in the browser as well, which ends it everywhere.")
            )
        self.is_erased = discard
        self.following = Target()
        self.window.shut()

    def switch(self, key: str) -> None:
        """Show another account instead."""
        account = accounts.known(self.book.settings, key)
        if account is not None or key == accounts.DEMO:
            self.follow(Target(account=account, demo=account is None))

    def follow(self, target: Target) -> None:
        """Close the window, and open this next; unless the person stays, because something would be lost."""
        self.following = target
        self.window.close()

    def on_fault(self, error: BaseException) -> None:
        """An error that nobody caught is in the log; the person is told of it."""
        self.window.notify(_fault_text(error))

    def stay(self) -> None:
        """The window is not closed after all."""
        self.following = None

    async def close(self) -> None:
        """End everything, in the order in which the parts need each other."""
        self.window.hide()
        await self.tasks.close()
        await self.workspace.outbox.flush()
        await self.workspace.drafts.flush()
        await self.client.aclose()
        await self.loader.close()
        await self.storage.close()
        if self.is_erased:
            await self.book.erase(self.key)
        self.stop_listening()
        self.watcher.close_listening()
        self.window.close_listening()
        self.window.deleteLater()

    async def _find_cookie(self) -> None:
        """The one that is kept of the account; somebody may sign in while the keyring is asked."""
        cookie, problem = await self.book.cookies.find(self.key)
        if self.client.has_cookie:
            return
        if cookie is not None:
            self.client.use_cookie(cookie)
        elif problem:
            self.window.notify(problem)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLoader:
    """Brings thumbnails: from memory, from the disk, from where they are."""

    client: PictureClient
    folder: PictureFolder
    thumbnails: Thumbnails[QImage]
    pictures: Pictures

    @classmethod
    def of(cls, origin: Origin, folders: Folders, settings: Settings) -> PictureLoader:
        """For the sessions of a server, with the room on disk that the settings allow."""
        client = PictureClient(origin, proxy_for=proxies_of(settings))
        folder = PictureFolder(folders.pictures, limit=settings.picture_cache_mb * _MEGABYTE)
        thumbnails = Thumbnails(source=client, store=folder, decode=Decoder(), size_of=image_bytes)
        return cls(client=client, folder=folder, thumbnails=thumbnails, pictures=Pictures(thumbnails))

    async def close(self) -> None:
        """Let go of connections, files and pictures."""
        self.pictures.close_listening()
        self.thumbnails.close()
        await self.client.aclose()
        await self.folder.close()


def open_account(
    account: SavedAccount,
    storage: AccountStorage,
    *,
    cookie: SecretCookie | None,
    book: AccountBook,
    sign_in: SignIn,
    secrets: Secrets,
    theme: Theme,
    logs: Logs | None = None,
    demo: DemoServer | None = None,
) -> AccountWindow:
    """Join everything that an account's window needs; nothing is shown or asked for yet.

    Without a `cookie`, the one that the account has in this run is used, and `begin` asks the keyring.

    Raises:
        JoipError: the address or the proxy settings can't be used, or the ledger can't be read.
    """
    origin = Origin.parse(account.server)
    budget, traffic, cookies = TokenBudget(), TrafficLog(), book.cookies
    client = JoipClient(
        origin,
        budget=budget,
        cookie=cookie or cookies.known(account.key),
        on_cookie=partial(cookies.renew, account.key),
        on_exchange=traffic.add,
        proxy_for=proxies_of(book.settings),
    )
    workspace, notice = _workspace(client, budget, storage)
    tasks = Tasks(on_error=lambda error: _own_fault(window, error))
    loader = PictureLoader.of(origin, book.folders, book.settings)
    window = MainWindow(
        workspace=workspace,
        tasks=tasks,
        theme=theme,
        settings=book.settings,
        connection=_connection(
            account, origin, book, traffic=traffic, sign_in=sign_in, secrets=secrets, logs=logs, demo=demo
        ),
        pictures=loader.pictures,
    )
    opened = AccountWindow(
        key=account.key,
        book=book,
        window=window,
        workspace=workspace,
        client=client,
        storage=storage,
        tasks=tasks,
        watcher=JobWatcher(workspace.jobs, notifier=DesktopNotifier.of(window), is_in_front=app_is_in_front),
        loader=loader,
        stop_listening=cookies.not_kept.add(lambda problem: window.notify(not_kept_text(problem))),
    )
    _connect(opened)
    if notice:
        window.notify(notice)
    return opened


def _connect(account: AccountWindow) -> None:
    """Let the window's wishes reach what can fulfil them."""
    window, desk = account.window, account.window.account_desk

    def sign_in(found: SignedIn, keep: bool) -> None:
        account.tasks.spawn(account.sign_in(found, keep), name="sign in")

    def sign_out(discard: bool) -> None:
        account.tasks.spawn(account.sign_out(discard), name="sign out")

    desk.signed_in.connect(sign_in)
    desk.sign_out_wanted.connect(sign_out)
    desk.switch_wanted.connect(account.switch)
    window.stayed.connect(account.stay)
    window.settings_changed.connect(partial(_keep, account.book.save, window))


def known_accounts(settings: Settings) -> list[KnownAccount]:
    """The accounts that can be opened, without the demo."""
    return [KnownAccount(one.key, accounts.label(settings, one)) for one in settings.accounts]


def _known(settings: Settings) -> list[KnownAccount]:
    """What the menu offers: the accounts, and the demo."""
    return [*known_accounts(settings), KnownAccount(accounts.DEMO, say("Demo"))]


def _connection(
    account: SavedAccount,
    origin: Origin,
    book: AccountBook,
    *,
    traffic: TrafficLog,
    sign_in: SignIn,
    secrets: Secrets,
    logs: Logs | None,
    demo: DemoServer | None,
) -> Connection:
    return Connection(
        label=accounts.label(book.settings, account),
        server=str(origin),
        account=account.key,
        name=AccountName(user=account.user, name=account.name),
        is_demo=account.key == accounts.DEMO,
        demo=demo,
        sign_in=sign_in,
        secrets=secrets,
        known=partial(_known, book.settings),
        traffic=traffic,
        logs=None if logs is None else book.folders.logs,
        set_log_level=_without_logs if logs is None else logs.set_level,
    )


def _without_logs(_level: LogLevel) -> None:
    """No log is kept in this run."""


def _workspace(client: JoipClient, budget: TokenBudget, storage: AccountStorage) -> tuple[Workspace, str]:
    """What earlier runs left of the account, and what is to be said about that."""
    kept, notice = _kept_drafts(storage)
    workspace = Workspace(
        api=client,
        budget=budget,
        journal=storage.ledger,
        memory=storage.last_list,
        draft_store=None if kept is None else storage.drafts,
        snapshots=storage.snapshots,
    )
    workspace.restore(storage.ledger.load(), *(kept or ()))
    return workspace, notice


def _kept_drafts(
    storage: AccountStorage,
) -> tuple[tuple[Mapping[int, Edits], Mapping[int, Group | None]] | None, str]:
    """The unsaved edits of the last run, of sessions and of groups of them, and what to say about them.

    None where they can't be read. The rest works as well, but nothing must be written over them then: this run's edits
    are not kept, which is asked about at its end.
    """
    try:
        return (storage.drafts.load(), storage.drafts.load_groups()), storage.drafts.notice
    except StorageError as error:
        return None, str(error)


def _keep(save_settings: Callable[[], None], window: MainWindow) -> None:
    try:
        save_settings()
    except StorageError as error:
        window.notify(str(error))


def _own_fault(window: MainWindow, error: BaseException) -> None:
    """A fault of our own: said in one sentence, and told in full in the log."""
    log.error("a task of the window failed", exc_info=error)
    window.notify(_fault_text(error))


def _fault_text(error: BaseException) -> str:
    return say("Something went wrong in the app itself ({kind}). Your changes are kept.", kind=type(error).__name__)
