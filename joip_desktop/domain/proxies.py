"""The address of a proxy that somebody enters: what is right about it, and the sentences about what is not."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from joip_desktop.domain.say import later, say

_SCHEMES: Final = ("http", "https")
_BLANK: Final = re.compile(r"[\s\x00-\x1f\x7f\\]")

_NO_SCHEME: Final = later("Begin the address with http:// or https://.")
_NO_HOST: Final = later("Write the proxy’s name behind the “//”.")
_SECRET: Final = later("Leave user name and password out; a proxy that asks for them can’t be used.")
_PORT: Final = later("The port behind the colon is a whole number from 1 to 65535.")
_MORE: Final = later("The address ends with the port; nothing may follow.")
_ODD: Final = later("There is a character in the address that can’t be in one.")


def proxy_mistake(address: str) -> str:
    """What is wrong with a proxy's address, in the person's words; empty where nothing is, also where it is empty.

    The sentence repeats nothing of the address, which may hold a password.
    """
    return say(found) if (found := _mistake(address.strip())) else ""


def _mistake(address: str) -> str:
    if not address:
        return ""
    scheme, mark, rest = address.partition("://")
    if "@" in rest or (not mark and "@" in address):
        return _SECRET
    if not mark or scheme.lower() not in _SCHEMES:
        return _NO_SCHEME
    if _BLANK.search(address):
        return _ODD
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address
        return _ODD
    return _mistake_behind_scheme(parts)


def _mistake_behind_scheme(parts: SplitResult) -> str:
    if not parts.hostname:
        return _NO_HOST
    try:
        port = parts.port
    except ValueError:
        return _PORT
    if port == 0 or parts.netloc.endswith(":"):
        return _PORT
    return _MORE if parts.path not in ("", "/") or parts.query or parts.fragment else ""
