"""The cookie of a sign-in: found in what people paste and in answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import quote

from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import CookieRefusedError
from joip_desktop.domain.say import later, say

COOKIE_NAME: Final = "connect.sid"
"""Contract: every call carries this cookie, an express-session id."""

COPY_SIGNED_IN: Final = later(
    "Sign in with the browser, then copy a request from its list of network requests whose address has “/api/” in it."
)

_LONGEST: Final = 4096
_VALUE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+")  # RFC 6265, cookie-octet
_PREFIX = re.compile(r"^\s*(?:set-)?cookie\s*:\s*", re.IGNORECASE)
_MAX_AGE = re.compile(r"-?[0-9]+")


def parse_cookie(text: str) -> SecretCookie:
    """The cookie in its value, in `connect.sid=…`, or in a whole `Cookie:` header; `pasted.py` reads more than that.

    Raises:
        CookieRefusedError: there is none in it; the text itself is never repeated.
    """
    given = _PREFIX.sub("", text.strip().strip("'\"").strip()).strip("'\"")
    if not given:
        raise CookieRefusedError(
            say("No cookie was pasted."), next_step=say("Paste the value of “{name}”.", name=COOKIE_NAME)
        )
    if len(given) > 4 * _LONGEST:
        raise CookieRefusedError(say("What was pasted is too long for a cookie."))
    if "=" not in given and ";" not in given:
        return cookie_of(given)
    value = session_value(given)
    if value is None:
        raise no_session()
    return cookie_of(value)


def session_value(cookies: str) -> str | None:
    """The value of `connect.sid` in a `Cookie:` header's text, None where it has none.

    Of several the first counts, as for the server: express-session reads cookies with the package `cookie`, which keeps
    the first of a name.
    """
    for part in cookies.split(";"):
        name, value = _pair(part)
        if name == COOKIE_NAME:
            return value
    return None


def cookie_of(value: str) -> SecretCookie:
    """The cookie with this value; one that a tool has decoded (`s:…`) is percent-encoded again, as it is sent.

    Raises:
        CookieRefusedError: no cookie can have it.
    """
    sound = _VALUE.fullmatch(value) is not None
    if sound and value.startswith("s:"):
        value = quote(value, safe="")
    if len(value) > _LONGEST or not sound:
        raise CookieRefusedError(
            say("What was pasted is no cookie: it is too long, or has characters that no cookie has."),
            next_step=say("Paste the value of “{name}” alone.", name=COOKIE_NAME),
        )
    return SecretCookie(value)


def no_session() -> CookieRefusedError:
    """There are cookies, but not that of a sign-in."""
    return CookieRefusedError(
        say("What was pasted holds no “{name}”.", name=COOKIE_NAME), next_step=say(COPY_SIGNED_IN)
    )


def cookie_from_response(headers: Iterable[str]) -> SecretCookie | None:
    """The newest `connect.sid` among `Set-Cookie` values; None where there is none, or the server deletes it."""
    found: SecretCookie | None = None
    for header in headers:
        first, *attributes = header.split(";")
        name, value = _pair(first)
        if name == COOKIE_NAME and len(value) <= _LONGEST and _VALUE.fullmatch(value) and not _expired(attributes):
            found = SecretCookie(value)
    return found


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip(), value.strip().strip('"')


def _expired(attributes: Iterable[str]) -> bool:
    told = {name.lower(): value for name, value in map(_pair, attributes)}
    if "max-age" in told:  # RFC 6265: Max-Age has precedence over Expires
        return _MAX_AGE.fullmatch(told["max-age"]) is not None and int(told["max-age"][:12]) <= 0
    try:
        moment = parsedate_to_datetime(told.get("expires", ""))
    except (ValueError, IndexError, TypeError, OverflowError):
        return False
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) <= datetime.now(UTC)
