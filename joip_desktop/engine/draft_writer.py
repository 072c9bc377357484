"""Writes drafts to disk behind the edits: the newest state of each, in one go for all that changed meanwhile."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from joip_desktop.domain.draft import Edits
from joip_desktop.domain.errors import StorageError
from joip_desktop.domain.say import say
from joip_desktop.engine.ports import DraftStore

log = logging.getLogger(__name__)

TRY_AGAIN_AFTER: Final = 5.0
"""Seconds from a disk that can't be written to the next try."""


class DraftWriter:
    """Brings a store in line with the drafts in memory, of which `edits_of` tells the newest state."""

    def __init__(self, store: DraftStore, edits_of: Callable[[int], Edits]) -> None:
        self.problem: StorageError | None = None
        """Why drafts can't be written now."""
        self._store = store
        self._edits_of = edits_of
        self._due: dict[int, None] = {}
        """The sessions whose drafts may be other ones on disk, in the order in which they changed."""
        self._on_disk: dict[int, Edits] = {}
        self._task: asyncio.Task[None] | None = None
        self._again: asyncio.TimerHandle | None = None

    def found(self, kept: Mapping[int, Edits]) -> None:
        """This is on disk already."""
        self._on_disk.update(kept)

    def is_on_disk(self, session_id: int) -> bool:
        """Whether what is on disk, as far as is known, is the session's newest state."""
        return self._on_disk.get(session_id, {}) == self._edits_of(session_id)

    def write(self, session_ids: Iterable[int]) -> None:
        """These sessions' drafts have changed. Nobody waits for it."""
        self._due.update(dict.fromkeys(session_ids))
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
                news = {one: self._edits_of(one) for one in due if not self.is_on_disk(one)}
                if news and not await self._update(news):
                    self._due = due | self._due
                    return
            self.problem = None
        finally:
            self._task = None

    async def _update(self, news: Mapping[int, Edits]) -> bool:
        try:
            await self._store.update(news)
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
