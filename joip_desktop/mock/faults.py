"""Faults on demand: answers that the routes would not give, dropped connections, expired and rotated cookies."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Literal, TypeAlias

from joip_desktop.mock.auth import Cookies


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer with this instead of asking the route; a header that is None is taken off the response."""

    status: int
    body: bytes
    headers: Mapping[str, str | None] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Drop:
    """Close the connection without a byte of an answer; `applied` when the route has done its work by then."""

    applied: bool


Fault: TypeAlias = Answer | Drop


@dataclass(slots=True)
class _Waiting:
    fault: Fault
    times: int
    method: str | None
    path: re.Pattern[str] | None

    def fits(self, method: str, path: str) -> bool:
        return self.method in (None, method) and (self.path is None or self.path.search(path) is not None)


class Faults:
    """Faults waiting for the API requests they fit, oldest first; safe to use from several threads.

    They meet requests to `/api/*` that passed the rate limit and carry a valid cookie (a login needs none). `method`
    and `path`, a regular expression searched in the path, narrow down which.
    """

    def __init__(self, cookies: Cookies) -> None:
        self._cookies = cookies
        self._lock = threading.Lock()
        self._waiting: list[_Waiting] = []

    def answer_next(
        self,
        status: int,
        *,
        body: bytes | Mapping[str, object] | None = None,
        headers: Mapping[str, str | None] | None = None,
        times: int = 1,
        method: str | None = None,
        path: str | None = None,
    ) -> None:
        """Answer the next `times` requests with `status`, and the route is not asked.

        `body` is JSON for a mapping, HTML for bytes (as of a proxy; `headers` may say otherwise), and the API's usual
        error object for None. `headers` win over the server's own of the same name; None removes one, such as
        `X-RateLimit-Limit`.
        """
        content, media_type = _content(status, body)
        own: dict[str, str | None] = {} if media_type is None else {"content-type": media_type}
        own.update({name.lower(): value for name, value in (headers or {}).items()})
        self._add(Answer(status, content, own), times, method, path)

    def drop_next(
        self,
        times: int = 1,
        *,
        when: Literal["before", "after"] = "before",
        method: str | None = None,
        path: str | None = None,
    ) -> None:
        """Drop the connection of the next `times` requests, before or after the route has applied them."""
        self._add(Drop(applied=when == "after"), times, method, path)

    def expire_cookie(self) -> None:
        """End every session: the next request gets 401; `MockServer.cookie` is a new one, good for signing in again."""
        self._cookies.expire()

    def rotate_cookie(self) -> None:
        """Have the next signed-in response carry a new cookie; the old one is good until the new one is used."""
        self._cookies.rotate()

    def clear(self) -> None:
        """Forget the faults that have met no request yet, and a rotation that is still due."""
        with self._lock:
            self._waiting.clear()
        self._cookies.cancel_rotation()

    @property
    def pending(self) -> int:
        """How many requests will still meet a fault."""
        with self._lock:
            return sum(waiting.times for waiting in self._waiting)

    def next_for(self, method: str, path: str) -> Fault | None:
        """The fault that meets this request, used up by it."""
        with self._lock:
            for waiting in self._waiting:
                if waiting.fits(method, path):
                    waiting.times -= 1
                    if waiting.times <= 0:
                        self._waiting.remove(waiting)
                    return waiting.fault
        return None

    def _add(self, fault: Fault, times: int, method: str | None, path: str | None) -> None:
        if times < 1:
            return
        wanted = method.upper() if method is not None else None
        pattern = re.compile(path) if path is not None else None
        with self._lock:
            self._waiting.append(_Waiting(fault, times, wanted, pattern))


def _content(status: int, body: bytes | Mapping[str, object] | None) -> tuple[bytes, str | None]:
    if isinstance(body, bytes):
        return body, "text/html; charset=utf-8" if body else None
    if body is None:
        if status < HTTPStatus.OK or status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED):
            return b"", None
        phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Error"
        body = {"error": phrase, "message": phrase}
    return json.dumps(dict(body), ensure_ascii=False).encode(), "application/json"
