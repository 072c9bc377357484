"""Large answers without holding up the loop: received piece by piece, read in a thread that naps, with progress."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final, TypeAlias, cast

import httpx

from joip_desktop.api.decode import DecodedList, decode_list
from joip_desktop.api.unpacking import CantUnpackError, unpacker
from joip_desktop.domain.errors import AnswerTooLargeError
from joip_desktop.domain.naps import Naps
from joip_desktop.domain.progress import ReadingProgress
from joip_desktop.domain.say import number, say

Tell: TypeAlias = Callable[[ReadingProgress], None]
"""Hears how far it has come, on the loop, often."""

_STRETCH: Final = 0.004
"""Seconds after which the loop gets a turn, even if the next piece is here already."""

MOST_OF_LIST: Final = 256 * 2**20
MOST_OF_SESSION: Final = 4 * 2**20
MOST_OF_ERROR: Final = 64 * 2**10
"""Bytes of answers, unpacked."""

_MEGABYTE: Final = 2**20

_ROWS_BETWEEN: Final = 500
"""Rows from one word about the progress to the next."""


async def received(response: httpx.Response, tell: Tell | None = None, *, most: int = MOST_OF_LIST) -> deque[bytes]:
    """The body of a streamed response, unpacked, in the pieces in which it came.

    Of an error's answer no more than `MOST_OF_ERROR` bytes are kept; the rest is not waited for.

    Raises:
        AnswerTooLargeError: it has more than `most` bytes, packed or unpacked; not much more has been received then.
        CantUnpackError: it can't be unpacked.
        httpx.HTTPError: as for reading it in one go.
    """
    total = _length(response)
    if response.is_success and total is not None and total > most:
        raise _too_large(most)
    body = _Body(response, most)
    came, since = 0, time.perf_counter()
    try:
        async for packed in cast("httpx.AsyncByteStream", response.stream):
            came += len(packed)
            for _ in body.take(packed):
                if time.perf_counter() - since >= _STRETCH:
                    await asyncio.sleep(0)
                    since = time.perf_counter()
            if tell is not None:
                tell(ReadingProgress("receiving", came, total))
            if body.is_over:
                # httpx's generators do not bear being left in the middle: on Qt's loop nobody would end them. With the
                # connection closed, the next step ends them all.
                await response.aclose()
    except (httpx.HTTPError, httpx.StreamError, OSError, RuntimeError):
        if not body.is_over:
            raise
    return body.finished()


class _Body:
    """What has been unpacked of an answer, up to a limit."""

    def __init__(self, response: httpx.Response, most: int) -> None:
        self.is_over = False
        """No more is wanted."""

        self._is_error = not response.is_success
        self._most = most
        self._unpack = unpacker(response.headers.get("content-encoding", ""))
        self._pieces: deque[bytes] = deque()
        self._size = 0
        self._refusal: Exception | None = None

    def take(self, packed: bytes) -> Iterator[None]:
        """Unpack one more piece, a little with each step."""
        if self.is_over:
            return
        try:
            for piece in self._unpack.feed(packed):
                if not self._add(piece):
                    return
                yield
        except CantUnpackError as error:
            self.is_over, self._refusal = True, error

    def finished(self) -> deque[bytes]:
        """All pieces.

        Raises:
            AnswerTooLargeError, CantUnpackError: they are not all, or none.
        """
        if self._refusal is not None:
            raise self._refusal
        if not self.is_over:
            self._unpack.end()
        return self._pieces

    def _add(self, piece: bytes) -> bool:
        """Keep it, and tell whether more is wanted."""
        self._size += len(piece)
        if self._is_error and self._size > MOST_OF_ERROR:
            self.is_over = True
            piece = piece[: len(piece) + MOST_OF_ERROR - self._size]
        elif self._size > self._most:
            self.is_over, self._refusal = True, _too_large(self._most)
            self._pieces.clear()
            return False
        self._pieces.append(piece)
        return not self.is_over


def _too_large(most: int) -> AnswerTooLargeError:
    return AnswerTooLargeError(
        say("The server's answer is too large: it has more than {size} MB.", size=number(most // _MEGABYTE))
    )


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
