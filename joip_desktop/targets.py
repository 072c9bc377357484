"""What to connect to: from the command line, the settings or a dialog, and checked before there is a window."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from joip_desktop.cli import WindowOptions

if TYPE_CHECKING:
    from joip_desktop.storage.settings import Settings

# The imports of httpx stand in the functions that need them, so that a wrong option costs no start-up.
# ruff: noqa: PLC0415


@dataclass(frozen=True, slots=True)
class Target:
    """What to connect to: the demo, or an address with a pasted cookie (either may be empty)."""

    demo: bool = False
    server: str = ""
    cookie: str = ""


def first_target(options: WindowOptions, settings: Settings) -> Target | None:
    """What the command line asks for, else the last server; None where the person has to choose.

    Raises:
        OriginRefusedError: the address is no server that a cookie may be sent to.
        CookieRefusedError: JOIP_COOKIE holds no cookie.
    """
    cookie = os.environ.get("JOIP_COOKIE", "")
    if options.demo:
        return Target(demo=True)
    server = options.server or settings.server
    if not server:
        return None
    check(server, cookie)
    return Target(server=server, cookie=cookie)


def check(server: str, cookie: str) -> None:
    """Whether an address and a pasted cookie can be used; raises a JoipError that says why not."""
    from joip_desktop.api.auth import parse_cookie
    from joip_desktop.api.origin import Origin

    Origin.parse(server)
    if cookie:
        parse_cookie(cookie)


def check_pasted(server: str, cookie: str) -> None:
    """The same for the dialog, where both are needed."""
    from joip_desktop.api.auth import parse_cookie

    check(server, cookie)
    parse_cookie(cookie)
