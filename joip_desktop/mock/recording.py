"""The log of the requests that came in, for tests and for the server panel."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

KEPT: Final = 10_000
"""So many requests are remembered, the newest ones."""


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """One request and the status it was answered with; 0 where the connection was dropped without an answer."""

    method: str
    path: str
    query: str
    body: bytes
    status: int


class RequestLog:
    """The newest requests, in the order of their answers; safe to use from several threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._lock = threading.Lock()
        self._requests: deque[RecordedRequest] = deque(maxlen=kept)

    def add(self, request: RecordedRequest) -> None:
        """Remember one more, forgetting the oldest where the log is full."""
        with self._lock:
            self._requests.append(request)

    def snapshot(self) -> Sequence[RecordedRequest]:
        """All that is remembered, as it is at this moment."""
        with self._lock:
            return tuple(self._requests)
