"""The accounts of this computer: the settings about them, their cookies, and their files."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from joip_desktop import accounts
from joip_desktop.api.identity import owner_of
from joip_desktop.cookies import Cookies
from joip_desktop.domain.errors import StorageError
from joip_desktop.engine.ports import SignedIn
from joip_desktop.storage.folders import Folders
from joip_desktop.storage.last_list import SqliteListMemory
from joip_desktop.storage.settings import SavedAccount, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountBook:
    """Keeps settings, cookies and files of the accounts together.

    `save` writes the settings; it raises StorageError.
    """

    settings: Settings
    save: Callable[[], None]
    folders: Folders
    cookies: Cookies

    def open(self, account: SavedAccount) -> None:
        """It is the one that is open, so the next start opens it again."""
        accounts.keep(self.settings, account)
        self.save()

    async def sign_in(
        self, found: SignedIn, *, keep: bool, present: str = "", owner: str = ""
    ) -> tuple[SavedAccount, str]:
        """Take a sign-in that was tried out, and return the account that it is for.

        With it comes what to tell the person where the settings can't be written, "" otherwise; the sign-in counts all
        the same, for this run. `present` is the key of the account that is open, and `owner` the user whose sessions it
        shows, as far as one is known.
        """
        unclaimed = accounts.unclaimed(self.settings, found)
        if unclaimed and unclaimed != present:
            owner = await self._owner_on_disk(unclaimed)
        account = accounts.account_of(self.settings, found, owner=owner, present=present)
        await self.cookies.use(account.key, found.cookie, keep=keep)
        try:
            self.open(account)
        except StorageError as error:
            return account, str(error)
        return account, ""

    async def sign_out(self, key: str, *, remove: bool) -> bool:
        """Forget the account's cookie, and with `remove` the account; returns whether the keyring has forgotten it.

        Raises:
            StorageError: the settings can't be written.
        """
        forgotten = await self.cookies.forget(key)
        if remove:
            accounts.remove(self.settings, key)
        self.save()
        return forgotten

    async def erase(self, key: str) -> None:
        """Delete the account's files, which nobody may have open; those that can't be deleted stay."""
        await asyncio.to_thread(shutil.rmtree, self.folders.account(key), ignore_errors=True)

    async def _owner_on_disk(self, key: str) -> str:
        """Whose sessions the last list of an account has that is not open."""
        path = self.folders.last_list(key)
        if not path.exists():
            return ""
        memory = SqliteListMemory.at(path)
        try:
            kept = await memory.load()
        finally:
            await memory.close()
        return "" if kept is None else owner_of(kept.sessions).user
