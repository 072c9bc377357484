"""Trying a sign-in out: one short-lived client for each check, so that nothing of a refused one stays anywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from joip_desktop.api.budget import TokenBudget
from joip_desktop.api.client import JoipClient
from joip_desktop.api.identity import no_login
from joip_desktop.api.origin import Origin
from joip_desktop.api.pasted import read_pasted
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import CookieRefusedError, JoipError, SignInNeededError
from joip_desktop.domain.say import say
from joip_desktop.engine.ports import SignedIn


class ClientFactory(Protocol):
    """Makes the clients, by the settings for the network."""

    def __call__(
        self,
        origin: Origin,
        *,
        budget: TokenBudget,
        cookie: SecretCookie | None = None,
        on_cookie: Callable[[SecretCookie], None] | None = None,
    ) -> JoipClient:
        """A client of this server."""


class ServerSignIn:
    """Tries sign-ins out at their servers; fits `engine.ports.SignIn`.

    A cookie is sent to the server that it was copied from, and to no other.
    """

    def __init__(self, client: ClientFactory = JoipClient) -> None:
        self._client = client

    def server_in(self, pasted: str) -> str:
        """The server that a pasted command is for; empty where what was pasted does not say."""
        try:
            server = read_pasted(pasted).server
        except JoipError:
            return ""
        return "" if server is None else str(server)

    async def with_cookie(self, server: str, pasted: str) -> SignedIn:
        """Ask the server whose cookie this is.

        Raises:
            JoipError: as in `engine.ports.SignIn`.
        """
        typed = Origin.parse(server) if server.strip() else None
        read = read_pasted(pasted)
        if typed is not None and read.server is not None and typed != read.server:
            raise CookieRefusedError(
                say("This command is for {one}, not for {other}.", one=str(read.server), other=str(typed)),
                next_step=say("Change the server, or copy a command from there."),
            )
        origin = typed or read.server or Origin.parse(server)  # which says that the address is empty
        return await self._whoami(origin, read.cookie)

    async def with_password(self, server: str, email: str, password: str) -> SignedIn:
        """Sign in, then ask the server whose sign-in it is.

        Raises:
            JoipError: as in `engine.ports.SignIn`.
        """
        origin = Origin.parse(server)
        client = self._client(origin, budget=TokenBudget())
        try:
            cookie = await client.login(email, password)
        finally:
            await client.aclose()
        try:
            return await self._whoami(origin, cookie)
        except SignInNeededError:  # a cookie came, but of nobody: a server that signs in elsewhere sets one, too
            raise no_login() from None

    async def _whoami(self, origin: Origin, cookie: SecretCookie) -> SignedIn:
        cookies = [cookie]
        client = self._client(origin, budget=TokenBudget(), cookie=cookie, on_cookie=cookies.append)
        try:
            name = await client.whoami()
        finally:
            await client.aclose()
        return SignedIn(server=str(origin), name=name, cookie=cookies[-1])
