"""The latest exchanges with the server, bounded in number and in memory."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from joip_desktop.domain.traffic import Exchange
from joip_desktop.engine.events import Listeners

MOST: Final = 1000
MOST_BYTES: Final = 16 * 2**20


@dataclass(frozen=True, slots=True)
class TrafficEvent:
    """Exchanges were dropped, the oldest first: all with a lower number than `first`; or one was added, or both."""

    first: int
    added: Exchange | None = None


class TrafficLog:
    """Keeps exchanges in the order in which they ended, numbered from 1 on; the oldest go first, their bodies before.

    Numbers are never used twice. To be used on the loop only.
    """

    def __init__(self, *, most: int = MOST, most_bytes: int = MOST_BYTES) -> None:
        self.changed: Listeners[TrafficEvent] = Listeners()
        self._most = most
        self._most_bytes = most_bytes
        self._kept: dict[int, Exchange] = {}
        self._heavy: deque[tuple[int, int]] = deque()
        self._bytes = 0
        self._number = 0

    @property
    def exchanges(self) -> Sequence[Exchange]:
        """All that are kept, the oldest first."""
        return tuple(self._kept.values())

    @property
    def bytes_of_bodies(self) -> int:
        """The memory that bodies take."""
        return self._bytes

    def get(self, number: int) -> Exchange | None:
        """The exchange with this number, as far as it is kept."""
        return self._kept.get(number)

    def add(self, exchange: Exchange) -> None:
        """Keep one more; it gets its number here."""
        self._number += 1
        added = replace(exchange, number=self._number)
        self._kept[self._number] = added
        if weight := _weight(added):
            self._heavy.append((self._number, weight))
            self._bytes += weight
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        first = next(iter(self._kept))
        while self._heavy and (self._bytes > self._most_bytes or self._heavy[0][0] < first):
            self._lighten()
        self.changed.emit(TrafficEvent(first, added))

    def clear(self) -> None:
        """Forget everything so far."""
        self._kept.clear()
        self._heavy.clear()
        self._bytes = 0
        self.changed.emit(TrafficEvent(self._number + 1))

    def _lighten(self) -> None:
        number, weight = self._heavy.popleft()
        self._bytes -= weight
        if (exchange := self._kept.get(number)) is not None:
            self._kept[number] = exchange.without_bodies()


def _weight(exchange: Exchange) -> int:
    texts = (exchange.answer.text, "" if exchange.request is None else exchange.request.text)
    return sum(sys.getsizeof(text) for text in texts if text)
