"""Recording of what goes over the wire: each request once, however it ends, and never a secret."""

from __future__ import annotations

import logging
import time
from asyncio import CancelledError
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Final

import httpx

from joip_desktop.api.auth import cookie_from_response
from joip_desktop.domain.account import SecretCookie
from joip_desktop.domain.errors import JoipError, own_fault
from joip_desktop.domain.say import later, say
from joip_desktop.domain.traffic import (
    EMPTY,
    HEADERS,
    KEPT_BYTES,
    LONGEST_TARGET,
    WITHHELD,
    Body,
    Exchange,
    body_of,
    without_secrets,
)

log = logging.getLogger(__name__)

OnExchange = Callable[[Exchange], None]

_GIVEN_UP: Final = later("The request was given up before the answer was complete.")
_SPARE: Final = 8192
"""More bytes than a cookie has, so that one across the end of what is kept is found as a whole."""

_LONGEST_VALUE: Final = 200


class Recording:
    """One request on its way, which the client tells what comes back."""

    __slots__ = ("_began", "_cookies", "_method", "_response", "_sent", "_started", "_url", "_waited", "pieces")

    def __init__(self, method: str, url: str, body: bytes | None, cookie: SecretCookie | None) -> None:
        self._method, self._url, self._sent = method, url, body
        self._cookies = [] if cookie is None else [cookie.reveal()]
        self._started, self._began = datetime.now(UTC), time.monotonic()
        self._waited = 0.0
        self._response: httpx.Response | None = None
        self.pieces: Iterable[bytes] = ()
        """The answer's body as it came; it is looked at when the request has ended."""

    def head(self, response: httpx.Response) -> None:
        """The head of the answer is in."""
        self._response, self._waited = response, time.monotonic() - self._began

    def ended(self, error: BaseException | None) -> Exchange:
        """All that is known at the end."""
        seconds = time.monotonic() - self._began
        response, secrets = self._response, self._secrets()
        target = httpx.URL(self._url).raw_path.decode("ascii")  # a redirect may make it as long as it likes
        path, _, query = without_secrets(target, secrets)[:LONGEST_TARGET].partition("?")
        is_sign_in = self._method == "POST" or path.endswith("/login")  # contract: nothing else is posted
        headers = {} if response is None else _kept_headers(response.headers, secrets)
        return Exchange(
            method=self._method,
            path=path,
            query=query,
            started=self._started,
            seconds=seconds,
            waited=self._waited,
            status=0 if response is None else response.status_code,
            error=_sentence(error),
            headers=headers,
            request=self._request(secrets, withheld=is_sign_in),
            request_type="" if self._sent is None else "application/json",
            answer=WITHHELD if is_sign_in else _beginning(self.pieces, secrets),
        )

    def _request(self, secrets: Iterable[str], *, withheld: bool) -> Body | None:
        if self._sent is None:
            return None
        return WITHHELD if withheld else body_of(self._sent[: KEPT_BYTES + _SPARE], len(self._sent), secrets=secrets)

    def _secrets(self) -> list[str]:
        """The cookie that was sent, and the one that came."""
        if self._response is None:
            return self._cookies
        newer = cookie_from_response(self._response.headers.get_list("set-cookie"))
        return self._cookies if newer is None else [*self._cookies, newer.reveal()]


@contextmanager
def recorded(
    on_exchange: OnExchange | None, method: str, url: str, body: bytes | None, cookie: SecretCookie | None
) -> Iterator[Recording]:
    """A request from its beginning to its end; what is raised meanwhile is told and goes on."""
    recording = Recording(method, url, body, cookie)
    error: BaseException | None = None
    try:
        yield recording
    except BaseException as raised:
        error = raised
        raise
    finally:
        if on_exchange is not None:
            _tell(on_exchange, recording, error)


def _tell(on_exchange: OnExchange, recording: Recording, error: BaseException | None) -> None:
    try:
        on_exchange(recording.ended(error))
    except Exception as fault:  # noqa: BLE001 - a request that was sent must not fail because it can't be shown
        log.error("an exchange was not recorded: %s", type(fault).__name__)  # noqa: TRY400 - texts may hold anything


def _sentence(error: BaseException | None) -> str:
    match error:
        case None:
            return ""
        case JoipError():
            return error.sentence
        case CancelledError():
            return say(_GIVEN_UP)
        case Exception():
            return own_fault(error).sentence
        case _:
            return say(_GIVEN_UP)


def _kept_headers(headers: httpx.Headers, secrets: Iterable[str]) -> dict[str, str]:
    return {
        name: without_secrets(value[:_LONGEST_VALUE], secrets) for name, value in headers.items() if name in HEADERS
    }


def _beginning(pieces: Iterable[bytes], secrets: Iterable[str]) -> Body:
    """The first bytes of the answer; the rest is only counted."""
    first, size = bytearray(), 0
    for piece in pieces:
        size += len(piece)
        if (room := KEPT_BYTES + _SPARE - len(first)) > 0:
            first += piece[:room]
    return body_of(bytes(first), size, secrets=secrets) if size else EMPTY
