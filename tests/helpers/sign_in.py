"""Stand-ins for what signs in and for the keyring, and a connection of a window that needs neither."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from pathlib import Path

from joip_desktop.domain.account import AccountName, SecretCookie
from joip_desktop.domain.errors import CookieRefusedError, JoipError
from joip_desktop.engine.ports import SignedIn
from joip_desktop.ui.connection import Connection
from joip_desktop.ui.server.demo_server import DemoServer

PASTE = "s%3Amade-up.signature"


@dataclass
class FakeSignIn:
    """Accepts `PASTE` and one password; `error` is what happens instead, once `let_go` is set."""

    name: AccountName = field(default_factory=lambda: AccountName("7", "zz@joip.example"))
    error: JoipError | Exception | None = None
    let_go: asyncio.Event | None = None
    asked: list[tuple[str, ...]] = field(default_factory=list)
    ended: int = 0

    def server_in(self, pasted: str) -> str:
        return "https://zz.example" if pasted.startswith("curl") else ""

    async def with_cookie(self, server: str, pasted: str) -> SignedIn:
        self.asked.append((server, pasted))
        if pasted != PASTE and not pasted.startswith("curl"):
            raise CookieRefusedError("zzno cookie")
        return await self._answer(server or self.server_in(pasted), pasted)

    async def with_password(self, server: str, email: str, password: str) -> SignedIn:
        self.asked.append((server, email, password))
        return await self._answer(server, PASTE)

    async def _answer(self, server: str, cookie: str) -> SignedIn:
        try:
            if self.let_go is not None:
                await self.let_go.wait()
        finally:
            self.ended += 1
        if self.error is not None:
            raise self.error
        return SignedIn(server, self.name, SecretCookie(cookie))


@dataclass
class FakeSecrets:
    """A keyring in memory; with a `trouble` it does nothing."""

    trouble: str = ""
    kept: dict[str, SecretCookie] = field(default_factory=dict)

    async def problem(self) -> str:
        return self.trouble

    async def get(self, key: str) -> SecretCookie | None:
        return None if self.trouble else self.kept.get(key)

    async def put(self, key: str, cookie: SecretCookie) -> bool:
        if not self.trouble:
            self.kept[key] = cookie
        return not self.trouble

    async def drop(self, key: str) -> bool:
        if not self.trouble:
            self.kept.pop(key, None)
        return not self.trouble


def connection_to(
    server: str,
    *,
    label: str = "zzserver",
    is_demo: bool = False,
    sign_in: FakeSignIn | None = None,
    secrets: FakeSecrets | None = None,
    logs: Path | None = None,
    demo: DemoServer | None = None,
) -> Connection:
    """What a window knows of a server that nobody signs in to."""
    return Connection(
        label=label,
        server=server,
        account="demo" if is_demo else server,
        name=AccountName("7", "zz@joip.example"),
        is_demo=is_demo,
        demo=demo,
        sign_in=sign_in or FakeSignIn(),
        secrets=secrets or FakeSecrets(),
        logs=logs,
    )
