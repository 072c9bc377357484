"""The cookies of this run, by account; those that are to be kept are in the keyring as well."""

from __future__ import annotations

import asyncio
from typing import Final

from joip_desktop.domain.account import SecretCookie
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.ports import Secrets

GATHER: Final = 0.5
"""Seconds in which newer cookies of a server gather before the last of them is written."""


class Cookies:
    """Remembers cookies for the run, and writes those that are kept behind, the newest of each account alone.

    `not_kept` tells why the keyring did not take one; it counts for this run then.
    """

    def __init__(self, secrets: Secrets, *, gather: float = GATHER) -> None:
        self.not_kept: Listeners[str] = Listeners()
        self._secrets = secrets
        self._gather = gather
        self._known: dict[str, SecretCookie] = {}
        self._kept: set[str] = set()
        self._unwritten: dict[str, SecretCookie] = {}
        self._writing: asyncio.Task[None] | None = None
        self._forgotten = 0

    def known(self, key: str) -> SecretCookie | None:
        """The cookie that this run has used, without asking the keyring."""
        return self._known.get(key)

    async def find(self, key: str) -> tuple[SecretCookie | None, str]:
        """The account's cookie, and where the keyring gives none because of a problem, the sentence about it."""
        if (found := self._known.get(key)) is not None:
            return found, ""
        before = self._forgotten
        found = await self._secrets.get(key)
        if self._forgotten != before:  # somebody has signed out meanwhile
            return self._known.get(key), ""
        if key in self._known:  # somebody has signed in while the keyring was asked
            return self._known[key], ""
        if found is None:
            return None, await self._secrets.problem()
        self._known[key] = found
        self._kept.add(key)
        return found, ""

    async def use(self, key: str, cookie: SecretCookie, *, keep: bool) -> None:
        """A new sign-in. One that is not to be kept takes the former one's place in the keyring, too: by nothing."""
        self._known[key] = cookie
        if keep:
            self._kept.add(key)
            self._write(key)
        else:
            self._kept.discard(key)
            self._unwritten.pop(key, None)
            await self._secrets.drop(key)

    def lend(self, key: str, cookie: SecretCookie) -> None:
        """A cookie of a script, for this run; the keyring stays as it is."""
        self._known[key] = cookie
        self._kept.discard(key)
        self._unwritten.pop(key, None)

    def renew(self, key: str, cookie: SecretCookie) -> None:
        """The server has sent a newer cookie; it is kept if the former one was. After a sign-out it is too late."""
        if key in self._known:
            self._known[key] = cookie
            if key in self._kept:
                self._write(key)

    async def forget(self, key: str) -> bool:
        """Forget the account's cookie here and in the keyring; returns whether the keyring has done so."""
        self._forgotten += 1
        self._known.pop(key, None)
        self._kept.discard(key)
        self._unwritten.pop(key, None)
        return await self._secrets.drop(key)

    async def problem(self) -> str:
        """Why the keyring refuses."""
        return await self._secrets.problem()

    async def close(self) -> None:
        """Hand over to the keyring what has not been; a keyring that waits for a person is not waited for."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)
        for key in list(self._unwritten):
            handing_over = asyncio.ensure_future(self._secrets.put(key, self._unwritten.pop(key)))
            await asyncio.wait([handing_over], timeout=self._gather)
            handing_over.cancel()

    def _write(self, key: str) -> None:
        self._unwritten[key] = self._known[key]
        if self._writing is None or self._writing.done():
            self._writing = asyncio.get_running_loop().create_task(self._write_behind(), name="keep cookies")

    async def _write_behind(self) -> None:
        while self._unwritten:
            await asyncio.sleep(self._gather)
            for key in list(self._unwritten):
                cookie = self._unwritten.pop(key, None)
                if cookie is not None and not await self._secrets.put(key, cookie) and key in self._kept:
                    self._kept.discard(key)
                    self.not_kept.emit(await self._secrets.problem())
