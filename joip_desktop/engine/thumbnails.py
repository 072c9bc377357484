"""Pictures for what is visible: few at once, the first ones first, and none for what has scrolled away."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Generic, TypeAlias, TypeVar
from urllib.parse import urlsplit

from joip_desktop.domain.errors import JoipError, PictureError, RateLimitedError, UnreachableError
from joip_desktop.domain.say import say
from joip_desktop.engine.events import Listeners
from joip_desktop.engine.picture_failures import Failures
from joip_desktop.engine.picture_memory import PictureMemory
from joip_desktop.engine.ports import PictureSource, PictureStore

log = logging.getLogger(__name__)

P = TypeVar("P")

MEMORY: Final = 96 * 2**20
"""Bytes of decoded pictures."""

_DECODING: Final = 2
"""Pictures decoded at the same time; a large one takes 300 MB meanwhile."""

_GATHER: Final = 0.016
"""Seconds in which news are gathered, so that a row of pictures is one repaint."""

_Lane: TypeAlias = dict[str, "asyncio.Task[None]"]
"""What is under way, by address."""


class Thumbnails(Generic[P]):
    """Brings pictures from the disk or from their hosts, and keeps them decoded.

    `want` says what is visible, `changed` tells the addresses whose picture or failure is news. The disk is asked by
    itself, so that what is there does not wait behind slow hosts; one host has `per_host` of the `at_once` downloads
    at most. A host that can't be reached, or asks for fewer requests, rests with all its pictures.
    """

    def __init__(
        self,
        *,
        source: PictureSource,
        store: PictureStore,
        decode: Callable[[bytes], P],
        size_of: Callable[[P], int],
        at_once: int = 6,
        per_host: int = 4,
        memory: int = MEMORY,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.changed: Listeners[frozenset[str]] = Listeners()
        self._source = source
        self._store = store
        self._decode = decode
        self._size_of = size_of
        self._at_once = at_once
        self._per_host = per_host
        self._memory: PictureMemory[P] = PictureMemory(memory)
        self._failures = Failures(clock=clock)
        self._hosts = Failures(clock=clock, most=1_000)
        self._wish: dict[str, int] = {}
        self._open: dict[str, None] = {}
        """What is wanted and has neither come nor failed, in order."""
        self._absent: set[str] = set()
        """What of that is not on disk."""
        self._crowded: set[str] = set()
        """What is wanted and came, but finds no room beside what is wanted more."""
        self._reading: _Lane = {}
        self._fetching: _Lane = {}
        self._here: set[str] = set()
        """What of that has come, and is only to be decoded and kept."""
        self._decoding = asyncio.Semaphore(_DECODING)
        self._wake = asyncio.Event()
        self._news: set[str] = set()

    def get(self, url: str) -> P | None:
        """The picture, if it is in memory; it is then the one used last."""
        return self._memory.get(url)

    def failure(self, url: str) -> str | None:
        """Why there is no picture, in a sentence; None where there is one, or it has not been tried."""
        return self._failures.sentence(url)

    def want(self, urls: Sequence[str]) -> None:
        """These are visible now, in this order. The wish replaces the former one: what is not in it any more ends.

        What failed is tried again by this alone, and only when its rest is over.
        """
        self._wish = {url: place for place, url in enumerate(dict.fromkeys(filter(None, urls)))}
        if self._memory.has_any_but(self._wish):
            self._crowded.clear()
        self._crowded &= self._wish.keys()
        self._open = {
            url: None
            for url in self._wish
            if url not in self._memory and url not in self._crowded and not self._failures.holds(url)
        }
        self._absent &= self._open.keys()
        self._wake.set()

    def retry(self) -> None:
        """Try again now what failed for a reason that may have passed: the person asks for it, or is online again."""
        self._failures.forget_passing()
        self._hosts.forget_passing()
        self.want(list(self._wish))

    async def run(self) -> None:
        """Load what is wanted, until cancelled; downloads end with it."""
        try:
            while True:
                await self._wake.wait()
                self._wake.clear()
                self._end_unwanted()
                self._begin_wanted()
        finally:
            tasks = [*self._reading.values(), *self._fetching.values()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._news.clear()

    def close(self) -> None:
        """Want nothing more, and let go of all pictures."""
        self.want(())
        self._memory.clear()

    # --- what goes on -------------------------------------------------------------------------------------------------

    def _end_unwanted(self) -> None:
        """What has come already is decoded and kept all the same."""
        for lane in (self._reading, self._fetching):
            for url, task in lane.items():
                if url not in self._wish and url not in self._here and not task.cancelling():
                    task.cancel()

    def _begin_wanted(self) -> None:
        hosts = Counter(map(_host, self._fetching))
        for url in list(self._open):
            if len(self._reading) >= self._at_once and len(self._fetching) >= self._at_once:
                return
            if url in self._reading or url in self._fetching:
                continue
            if url not in self._absent:
                self._begin(self._reading, url, self._read)
            elif self._hosts.holds(host := _host(url)):
                self._failures.share(url, self._hosts, host)
                self._done(url)
            elif hosts[host] < self._per_host:
                hosts[host] += self._begin(self._fetching, url, self._fetch)

    def _begin(self, lane: _Lane, url: str, work: Callable[[str], Awaitable[None]]) -> bool:
        """Do it, if the lane has room for it."""
        if len(lane) >= self._at_once:
            return False
        task = asyncio.create_task(self._carefully(work, url), name=f"picture {work.__name__}")
        lane[url] = task

        def ended(_task: asyncio.Task[None]) -> None:  # called even if the task is cancelled before it has begun
            del lane[url]
            self._here.discard(url)
            self._wake.set()

        task.add_done_callback(ended)
        return True

    async def _carefully(self, work: Callable[[str], Awaitable[None]], url: str) -> None:
        try:
            await work(url)
        except JoipError as error:
            self._fail(url, error)
        except Exception:
            log.exception("a picture failed by a fault of our own")
            self._fail(url, PictureError(say("The picture can't be shown.")))

    async def _read(self, url: str) -> None:
        """Look for it on disk."""
        data = await self._store.get(url)
        if data is not None:
            self._here.add(url)
            try:
                await self._take_in(url, data)
            except PictureError:  # the file was cut short when the power failed, say
                await self._store.drop(url)
            else:
                return
        self._absent.add(url)

    async def _fetch(self, url: str) -> None:
        data = await self._source.fetch(url)
        self._here.add(url)
        self._hosts.forget(_host(url))
        await self._take_in(url, data)
        await self._store.put(url, data)

    async def _take_in(self, url: str, data: bytes) -> None:
        """Decode it and keep it in memory."""
        async with self._decoding:
            picture = await asyncio.to_thread(self._decode, data)
        self._failures.forget(url)
        self._crowded |= self._memory.put(url, picture, self._size_of(picture), self._wish)
        self._done(url)

    def _fail(self, url: str, error: JoipError) -> None:
        if isinstance(error, UnreachableError | RateLimitedError):
            self._hosts.add(_host(url), error)
        self._failures.add(url, error)
        self._done(url)

    def _done(self, url: str) -> None:
        """There is nothing more to do for it, which is news."""
        self._open.pop(url, None)
        self._absent.discard(url)
        if not self._news:
            asyncio.get_running_loop().call_later(_GATHER, self._tell)
        self._news.add(url)

    def _tell(self) -> None:
        news, self._news = frozenset(self._news), set()
        if news:
            self.changed.emit(news)


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
