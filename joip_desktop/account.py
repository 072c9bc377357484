"""One account's window, with all that is behind it: the part of the composition root that each account has anew."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtGui import QImage

from joip_desktop.api.auth import parse_cookie
from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.origin import Origin
from joip_desktop.api.pictures import PictureClient
from joip_desktop.domain.draft import Edits, Group
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say
from joip_desktop.engine.thumbnails import Thumbnails
from joip_desktop.engine.workspace import Workspace
from joip_desktop.storage.account import AccountStorage
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.pictures import PictureFolder
from joip_desktop.storage.settings import Settings
from joip_desktop.targets import Target, check_pasted
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.main_window import MainWindow
from joip_desktop.ui.notifications import DesktopNotifier, JobWatcher, app_is_in_front
from joip_desktop.ui.pictures import Decoder, Pictures, image_bytes
from joip_desktop.ui.tasks import Tasks
from joip_desktop.ui.theme import Theme

log = logging.getLogger(__name__)

_MEGABYTE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountWindow:
    """The parts of one account's window, joined."""

    window: MainWindow
    workspace: Workspace
    client: JoipClient
    storage: AccountStorage
    tasks: Tasks
    watcher: JobWatcher
    loader: PictureLoader
    following: list[Target] = field(default_factory=list)
    """What to connect to next, once this window has closed."""

    async def begin(self) -> None:
        """Show the list of the last run at once, ask for a new one, and send what waits; until cancelled.

        In this order, because the last list tells whose account it is.
        """
        if (kept := await self.storage.last_list.load()) is not None:
            await self.workspace.restore_list(kept)
        del kept  # it would hold the sessions of that list, which are replaced by and by, for the whole run
        self.window.refresh()
        await self.workspace.run()

    async def close(self) -> None:
        """End everything, in the order in which the parts need each other."""
        self.window.hide()
        await self.tasks.close()
        await self.workspace.outbox.flush()
        await self.workspace.drafts.flush()
        await self.client.aclose()
        await self.loader.close()
        await self.storage.close()
        self.watcher.close_listening()
        self.window.close_listening()
        self.window.deleteLater()


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
        client = PictureClient(origin)
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
    target: Target,
    storage: AccountStorage,
    *,
    theme: Theme,
    folders: Folders,
    settings: Settings,
    save_settings: Callable[[], None],
    is_demo: bool,
) -> AccountWindow:
    """Join everything that an account's window needs; nothing is shown or asked for yet.

    Raises:
        JoipError: the address, the cookie or the proxy settings can't be used, or the ledger can't be read.
    """
    origin = Origin.parse(target.server)
    budget = TokenBudget()
    cookie = parse_cookie(target.cookie) if target.cookie else None
    client = JoipClient(origin, budget=budget, cookie=cookie)
    kept, notice = _kept_drafts(storage)
    workspace = Workspace(
        api=client,
        budget=budget,
        journal=storage.ledger,
        memory=storage.last_list,
        draft_store=None if kept is None else storage.drafts,
    )
    workspace.restore(storage.ledger.load(), *(kept or ()))
    tasks = Tasks(on_error=lambda error: _own_fault(window, error))
    label = say("Demo") if is_demo else origin.host_label
    connection = Connection(label=label, server=str(origin), is_demo=is_demo, check=check_pasted)
    loader = PictureLoader.of(origin, folders, settings)
    window = MainWindow(
        workspace=workspace,
        tasks=tasks,
        theme=theme,
        settings=settings,
        connection=connection,
        pictures=loader.pictures,
    )
    watcher = JobWatcher(workspace.jobs, notifier=DesktopNotifier.of(window), is_in_front=app_is_in_front)
    account = AccountWindow(
        window=window,
        workspace=workspace,
        client=client,
        storage=storage,
        tasks=tasks,
        watcher=watcher,
        loader=loader,
    )
    window.connect_wanted.connect(partial(_connect, account, origin))
    window.stayed.connect(account.following.clear)
    window.settings_changed.connect(partial(_keep, save_settings, window))
    if notice:
        window.notify(notice)
    if not is_demo:
        settings.server = str(origin)
    return account


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


def _connect(account: AccountWindow, origin: Origin, server: str, pasted: str) -> None:
    """The same server gets the new cookie and nothing is lost; another one gets another window."""
    if Origin.parse(server) == origin:
        account.client.use_cookie(parse_cookie(pasted))
        account.workspace.sender.fall_behind()  # it may be another account's, which the list tells
        account.window.refresh()
    else:
        account.following[:] = [Target(server=server, cookie=pasted)]
        account.window.close()


def _keep(save_settings: Callable[[], None], window: MainWindow) -> None:
    try:
        save_settings()
    except StorageError as error:
        window.notify(str(error))


def _own_fault(window: MainWindow, error: BaseException) -> None:
    """A fault of our own: said in one sentence, and told in full in the log."""
    log.error("a task of the window failed", exc_info=error)
    kind = type(error).__name__
    window.notify(say("Something went wrong in the app itself ({kind}). Your changes are kept.", kind=kind))
