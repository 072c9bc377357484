"""Large answers without holding up the loop: received piece by piece, read in a thread that naps, with progress."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

import httpx

from joip_desktop.api.decode import DecodedList, decode_list
from joip_desktop.domain.naps import Naps
from joip_desktop.domain.progress import ReadingProgress

Tell: TypeAlias = Callable[[ReadingProgress], None]
"""Hears how far it has come, on the loop, often."""

_STRETCH: Final = 0.004
"""Seconds after which the loop gets a turn, even if the next piece is here already."""

_ROWS_BETWEEN: Final = 500
"""Rows from one word about the progress to the next."""


async def received(response: httpx.Response, tell: Tell | None = None) -> deque[bytes]:
    """The body of a streamed response, unpacked, in the pieces in which it came.

    Raises:
        httpx.HTTPError: as for reading it in one go.
    """
    pieces: deque[bytes] = deque()
    total = _length(response)
    since = time.perf_counter()
    async for piece in response.aiter_bytes():
        pieces.append(piece)
        if tell is not None:
            tell(ReadingProgress("receiving", response.num_bytes_downloaded, total))
        if time.perf_counter() - since >= _STRETCH:
            await asyncio.sleep(0)
            since = time.perf_counter()
    return pieces


def _length(response: httpx.Response) -> int | None:
    """How many bytes come over the wire, where the server says so."""
    try:
        return int(response.headers["content-length"])
    except (KeyError, ValueError):
        return None


async def read_aside(pieces: deque[bytes], *, content_type: str, tell: Tell | None = None) -> DecodedList:
    """The list answer in these pieces, which are used up, read in a thread. Cancelling this ends the thread's work.

    Raises:
        AnswerError: as for `decode_list`.
    """
    reading = _Reading(asyncio.get_running_loop(), tell)
    try:
        return await asyncio.to_thread(
            decode_list, used_up(pieces), content_type=content_type, progress=reading.after_row
        )
    finally:
        reading.is_over = True


def used_up(pieces: deque[bytes]) -> Iterator[bytes]:
    """The pieces one by one, which lets go of each that has been read."""
    while pieces:
        yield pieces.popleft()


class _GivenUpError(Exception):
    """Nobody waits for the list any more."""


class _Reading:
    """What the thread does between two rows."""

    def __init__(self, loop: asyncio.AbstractEventLoop, tell: Tell | None) -> None:
        self.is_over = False
        self._loop = loop
        self._tell = tell
        self._naps = Naps()

    def after_row(self, number: int) -> None:
        """Give way, stop, or say how far it has come."""
        if self.is_over:
            raise _GivenUpError
        self._naps.nap_if_due()
        if self._tell is not None and number % _ROWS_BETWEEN == 0:
            self._loop.call_soon_threadsafe(self._pass_on, number)

    def _pass_on(self, number: int) -> None:
        if self._tell is not None and not self.is_over:
            self._tell(ReadingProgress("reading", number))
