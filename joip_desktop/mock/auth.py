"""Who is signed in: the `connect.sid` cookies that are valid, and the demo's e-mail and password."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
from typing import Final, Protocol
from urllib.parse import quote, unquote

from joip_desktop.mock.limiter import Clock

COOKIE_NAME: Final = "connect.sid"
EMAIL: Final = "demo@example.org"
PASSWORD: Final = "demo"  # noqa: S105 - a demo account on the loopback address, shown on the start page
ALLOWED_FAILURES: Final = 5
FAILURE_WINDOW: Final = 900.0
"""Five failed sign-ins in 15 minutes (contract, "Authentication")."""

_KEPT_COOKIES: Final = 50
_META_KEY: Final = "cookie_hashes"
_FORMER_META_KEY: Final = "cookies"
"""Where earlier versions kept the cookies themselves."""

_ONE_WEEK: Final = 7 * 24 * 3600


class Memory(Protocol):
    """Where the hashes of the cookies survive a restart of the server."""

    def read_meta(self, key: str) -> str | None:
        """The text kept under `key`."""

    def write_meta(self, key: str, value: str) -> None:
        """Keep a text."""

    def erase_meta(self, key: str) -> None:
        """Take a text out, leaving no trace of it."""


def new_cookie() -> str:
    """A value as express-session makes them: `s:`, an id, a dot and a signature, URL-encoded."""
    signature = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    return quote(f"s:{secrets.token_urlsafe(24)}.{signature}", safe="")


def set_cookie_header(value: str) -> str:
    """The `Set-Cookie` value; without Secure, as this server speaks plain HTTP (contract: Secure in production)."""
    return f"{COOKIE_NAME}={value}; Path=/; Max-Age={_ONE_WEEK}; HttpOnly; SameSite=Lax"


def cookie_in(header: str) -> str | None:
    """The `connect.sid` value in a `Cookie` header."""
    for part in header.split(";"):
        name, found, value = part.strip().partition("=")
        if found and name == COOKIE_NAME:
            return value.strip('"')
    return None


class Cookies:
    """The valid cookies; safe to use from several threads.

    Only their hashes are kept in `memory`, so whoever reads the file can't sign in. A restart makes a new cookie; those
    before it stay valid.
    """

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._lock = threading.Lock()
        self._rotate = False
        self._replaces: dict[str, str] = {}  # a rotated cookie -> the one it replaces, until the new one is seen
        former = [_hash(value) for value in _read(memory.read_meta(_FORMER_META_KEY))]
        self._valid = list(dict.fromkeys([*former, *_read(memory.read_meta(_META_KEY))]))
        self._current = self._add(new_cookie())
        memory.erase_meta(_FORMER_META_KEY)

    @property
    def current(self) -> str:
        """The newest valid cookie."""
        with self._lock:
            return self._current

    def issue(self) -> str:
        """A further cookie, for a new sign-in; the others stay valid, as other devices' do."""
        with self._lock:
            return self._add(new_cookie())

    def accepts(self, presented: str | None) -> bool:
        """Whether a request with this value is signed in; the first use of a rotated cookie ends the one before."""
        if presented is None:
            return False
        with self._lock:
            known = self._known(presented)
            if known is None:
                return False
            replaced = self._replaces.pop(known, None)
            if replaced in self._valid:
                self._valid.remove(replaced)
                self._keep()
            return True

    def rotate(self) -> None:
        """Have the next signed-in response carry a new cookie (contract: the newest value wins)."""
        with self._lock:
            self._rotate = True

    def rotated(self, presented: str) -> str | None:
        """The new cookie for the response to a request that came with `presented`, if one is due."""
        with self._lock:
            known = self._known(presented)
            if not self._rotate or known is None:
                return None
            self._rotate = False
            fresh = self._add(new_cookie())
            self._replaces[_hash(fresh)] = known
            return fresh

    def expire(self) -> None:
        """End every session; `current` is then a new cookie that nobody was sent yet."""
        with self._lock:
            self._rotate = False
            self._replaces.clear()
            self._valid.clear()
            self._add(new_cookie())

    def cancel_rotation(self) -> None:
        """Forget a rotation that no response has carried yet."""
        with self._lock:
            self._rotate = False

    def _known(self, presented: str) -> str | None:
        """The hash of a valid cookie, if `presented` has it."""
        sought = _hash(presented)
        return next((known for known in self._valid if hmac.compare_digest(known.encode(), sought.encode())), None)

    def _add(self, value: str) -> str:
        self._valid.append(_hash(value))
        del self._valid[:-_KEPT_COOKIES]
        self._keep()
        self._current = value
        return value

    def _keep(self) -> None:
        self._memory.write_meta(_META_KEY, json.dumps(self._valid))


def _hash(value: str) -> str:
    """SHA-256 of a cookie, encoded or not, as express decodes what it gets; cookies are random, so it needs no salt."""
    return hashlib.sha256(unquote(value).encode("utf-8", "replace")).hexdigest()


def _read(kept: str | None) -> list[str]:
    """What was kept; none where the text is damaged, as new ones can always be made."""
    try:
        values = json.loads(kept or "[]")
    except ValueError:
        return []
    return [value for value in values if isinstance(value, str)] if isinstance(values, list) else []


class LoginGuard:
    """Counts failed sign-ins of each address; after five in 15 minutes no more are looked at."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failures: dict[str, list[float]] = {}

    def wait(self, client: str) -> int:
        """Seconds until `client` may try again; 0 is at once."""
        now = self._clock()
        recent = [moment for moment in self._failures.get(client, []) if now - moment < FAILURE_WINDOW]
        self._failures[client] = recent
        if len(recent) < ALLOWED_FAILURES:
            return 0
        return max(1, round(recent[-ALLOWED_FAILURES] + FAILURE_WINDOW - now + 0.5))

    def admits(self, client: str, email: object, password: object) -> bool:
        """Whether these are the demo's credentials; if not, the failure is counted."""
        good = isinstance(email, str) and email.strip().lower() == EMAIL and password == PASSWORD
        if not good:
            self._failures.setdefault(client, []).append(self._clock())
        return good
