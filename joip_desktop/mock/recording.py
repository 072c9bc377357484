"""The log of the requests that came in, for tests, for the server panel and for whoever runs the server alone."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

KEPT: Final = 10_000
"""So many requests are remembered, the newest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRequest:
    """One request and the status it was answered with; 0 where the connection was dropped without an answer.

    `number` counts from 1. `moment` is in Unix seconds, and `seconds` passed until the answer began. `faults` are the
    kinds of those that it met.
    """

    number: int
    moment: float
    method: str
    path: str
    query: str
    body: bytes
    status: int
    seconds: float = 0.0
    faults: Sequence[str] = ()


Listener = Callable[[RecordedRequest], None]


class RequestLog:
    """The newest requests, in the order of their answers; safe to use from several threads.

    `listener` is called for each one, by the server's thread.
    """

    def __init__(self, kept: int = KEPT, listener: Listener | None = None) -> None:
        self._lock = threading.Lock()
        self._requests: deque[RecordedRequest] = deque(maxlen=kept)
        self._count = 0
        self._listener = listener

    def add(self, **request: Any) -> None:  # noqa: ANN401 - the fields of RecordedRequest
        """Remember one more, forgetting the oldest where the log is full."""
        with self._lock:
            self._count += 1
            recorded = RecordedRequest(number=self._count, moment=time.time(), **request)
            self._requests.append(recorded)
        if self._listener is not None:
            self._listener(recorded)

    @property
    def count(self) -> int:
        """How many there have been."""
        with self._lock:
            return self._count

    def snapshot(self) -> Sequence[RecordedRequest]:
        """All that is remembered, as it is at this moment."""
        with self._lock:
            return tuple(self._requests)

    def after(self, number: int) -> Sequence[RecordedRequest]:
        """Those that came after the one with this number and are remembered still."""
        with self._lock:
            new = max(0, min(self._count - number, len(self._requests)))
            return tuple(islice(self._requests, len(self._requests) - new, None))
