"""Writes drafts to disk behind the edits: the newest state of each, in one go for all that changed meanwhile."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Final, Generic, TypeVar

from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say

T = TypeVar("T")

log = logging.getLogger(__name__)

TRY_AGAIN_AFTER: Final = 5.0
"""Seconds from a disk that can't be written to the next try."""


class DraftWriter(Generic[T]):
    """Brings a store in line with the drafts in memory, by the number of each.

    `update` keeps some of them, all or none, or raises `StorageError`. `state_of` tells the newest state of one, which
    is `nothing` where there is nothing to keep.
    """

    def __init__(
        self, update: Callable[[Mapping[int, T]], Awaitable[None]], state_of: Callable[[int], T], *, nothing: T
    ) -> None:
        self.problem: StorageError | None = None
        """Why drafts can't be written now."""
        self._store_them = update
        self._state_of = state_of
        self._nothing = nothing
        self._due: dict[int, None] = {}
        """The drafts that may be other ones on disk, in the order in which they changed."""
        self._on_disk: dict[int, T] = {}
        self._task: asyncio.Task[None] | None = None
        self._again: asyncio.TimerHandle | None = None

    def found(self, kept: Mapping[int, T]) -> None:
        """This is on disk already."""
        self._on_disk.update(kept)

    def is_on_disk(self, number: int) -> bool:
        """Whether what is on disk, as far as is known, is a draft's newest state."""
        return self._on_disk.get(number, self._nothing) == self._state_of(number)

    def write(self, numbers: Iterable[int]) -> None:
        """These drafts have changed. Nobody waits for it."""
        self._due.update(dict.fromkeys(numbers))
        self._begin()

    async def flush(self) -> None:
        """Wait until everything is on disk or has found that it can't be written; nothing is tried after that."""
        self._begin()
        while (task := self._task) is not None:
            await asyncio.wait([task])
        self._stop_trying()

    def _begin(self) -> None:
        if self._due and self._task is None:
            self._stop_trying()
            self._task = asyncio.get_running_loop().create_task(self._write(), name="write drafts")

    async def _write(self) -> None:
        try:
            while self._due:
                due, self._due = self._due, {}
                news = {one: self._state_of(one) for one in due if not self.is_on_disk(one)}
                if news and not await self._update(news):
                    self._due = due | self._due
                    return
            self.problem = None
        finally:
            self._task = None

    async def _update(self, news: Mapping[int, T]) -> bool:
        try:
            await self._store_them(news)
        except StorageError as error:
            self._refused(error)
            return False
        except Exception as error:
            log.exception("writing drafts failed in our own code")
            self._refused(StorageError(say("Unsaved edits can't be kept ({kind}).", kind=type(error).__name__)))
            return False
        self._on_disk.update(news)
        return True

    def _refused(self, error: StorageError) -> None:
        if self.problem is None:
            log.warning("drafts can't be written: %s", error)
        self.problem = error
        self._again = asyncio.get_running_loop().call_later(TRY_AGAIN_AFTER, self._begin)

    def _stop_trying(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None
