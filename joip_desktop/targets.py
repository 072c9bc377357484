"""What to open: from the command line, the settings or a dialog, and checked before there is a window."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from joip_desktop.cli import WindowOptions
from joip_desktop.domain.account import SecretCookie

if TYPE_CHECKING:
    from joip_desktop.storage.settings import SavedAccount, Settings

# The imports of httpx stand in the functions that need them, so that a wrong option costs no start-up.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Target:
    """The demo, an account, or with neither of them the page on which a person chooses.

    `cookie` is a script's, for this run alone; without one, the one that is kept of the account counts.
    """

    demo: bool = False
    account: SavedAccount | None = None
    cookie: SecretCookie | None = field(default=None, repr=False)

    @property
    def is_undecided(self) -> bool:
        """Whether a person has to choose first."""
        return not self.demo and self.account is None


def first_target(options: WindowOptions, settings: Settings) -> Target:
    """What the command line asks for, else the last account.

    Raises:
        OriginRefusedError: the address is no server that a cookie may be sent to.
        CookieRefusedError: JOIP_COOKIE holds no cookie.
    """
    from joip_desktop import accounts
    from joip_desktop.api.auth import parse_cookie
    from joip_desktop.api.origin import Origin

    if options.demo:
        return Target(demo=True)
    if options.server:
        account = accounts.of_server(settings, str(Origin.parse(options.server)))
    elif (latest := accounts.last(settings)) is not None:
        Origin.parse(latest.server)  # somebody may have written something else into the file
        account = latest
    else:
        return Target()
    given = os.environ.get("JOIP_COOKIE", "")
    return Target(account=account, cookie=parse_cookie(given) if given else None)
